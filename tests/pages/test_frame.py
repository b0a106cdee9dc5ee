"""The frame: languages, addresses, thin pages, and the look that every page shares."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mapping.i18n import languages, translate
from mapping.model import SectorMap
from mapping.render.picture import composition
from mapping.ui import markup, navigation, theme, wall_cards
from mapping.ui.markup import join, marked, tag
from tests.pages.conftest import FRAME, Screen

PAGES = sorted(FRAME.parent.rglob("*.py"))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_a_page_is_a_thin_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) < 60
    assert ast.get_docstring(ast.parse(text))


def test_no_page_lies_beside_the_frame() -> None:
    assert [p.name for p in FRAME.parent.glob("*.py")] == ["frame.py"]  # a deep link would run it without the frame


def test_every_address_has_its_page_and_its_title() -> None:
    for name, path in navigation.PAGES.items():
        assert (FRAME.parent / path).is_file()
        assert all(translate(x).has(f"frame.pages.{name}") for x in languages())


def test_texts_are_escaped_and_our_own_markup_is_not() -> None:
    made = tag("p", "<b>", tag("b", '"x" & y'), class_="a", title='"', hidden=False)

    assert made == '<p class="a" title="&quot;">&lt;b&gt;<b>&quot;x&quot; &amp; y</b></p>'
    assert join(["<i>", None, False, tag("br")]) == "&lt;i&gt;<br>"


def test_what_is_marked_stays_text() -> None:
    assert marked("<4 de 5>", mark="4 de 5") == '&lt;<span class="mark">4 de 5</span>&gt;'
    assert marked("nada", mark="4 de 5") == "nada"


def test_only_tag_and_join_make_markup() -> None:
    assert not isinstance(str(tag("p", "x")) + "<b>", markup.Html)


def test_the_style_has_each_colour_in_both_themes() -> None:
    light, dark = theme.tokens()
    css = theme.stylesheet()

    assert light["--ink"].upper() == "#1C2126"  # the visual language's own
    assert dark["--ink"].upper() == "#ECEDEE"
    assert f"--ink:light-dark({light['--ink']},{dark['--ink']})" in css
    assert "http" not in re.sub(r"http://www.w3.org/2000/svg", "", css)  # nothing is fetched


def test_a_picture_in_a_page_follows_the_theme(group1: SectorMap) -> None:
    drawn = theme.following(composition(group1, translate("es")).bare())

    assert "var(--ink)" in drawn
    assert "var(--link-S)" in drawn
    assert theme.tokens()[0]["--ink"] not in drawn
    assert "Policía Militar" in drawn


def test_the_wall_names_what_nobody_has_drawn(group1: SectorMap, group2: SectorMap) -> None:
    assert wall_cards.missing(group1) == ("nonstate", "served")
    assert wall_cards.missing(group2) == ("served",)  # the alliance is a non-state actor
    assert wall_cards.missing(SectorMap()) == ("nonstate", "governs", "served")


@pytest.mark.parametrize("language", languages())
def test_the_library_keeps_the_language_and_drops_the_seat(visit: Callable[..., Screen], language: str) -> None:
    links = visit("library/help.py", language, seat=None).links()

    assert links[translate(language)("frame.brand")].endswith(f"lang={language}")
    assert all("seat" not in where for where in links.values())
