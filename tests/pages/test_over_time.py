"""On *Compare*, what a group has changed since a kept version, or beside another workshop's file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from mapping.changes import Change
from mapping.compare.over_time import over_time
from mapping.i18n import translate
from mapping.live import Hub
from mapping.store import Seat, Workshop
from mapping.ui import over_time as shown
from mapping.ui.over_time import told
from tests import golden
from tests.pages.conftest import Screen

Visit = Callable[..., Screen]


@pytest.fixture
def facilitator(seat: Callable[..., Seat]) -> Seat:
    return seat("facilitator", None)


def change(room: Hub, workshop: Workshop, op: str, **values: object) -> None:
    map_id = workshop.group("1").map_id
    seq = room.store.maps.state(map_id).seq
    made = Change(f"c-later-{seq}", "p-1", seq, op, values)  # type: ignore[arg-type]
    assert not room.store.maps.append(map_id, made, now=2.0).outcome.refusals


def lists(page: Screen) -> dict[str, list[str]]:
    """The name of each list that is shown -> its lines."""
    found = {}
    for part in re.findall(r'data-testid="over-time-(\w+)".*?</section>', page.sheets, re.S):
        html = page.sheets.partition(f'data-testid="over-time-{part}"')[2].partition("</section>")[0]
        found[part] = [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li[^>]*>(.*?)</li>", html, re.S)]
    return found


def test_what_changed_since_a_kept_version(visit: Visit, facilitator: Seat, room: Hub, workshop: Workshop) -> None:
    room.snapshot(workshop.id, "Sesión 3")
    change(room, workshop, "add", actor={"id": "x-radio", "name": "Radio Progreso", "kind": "media"})
    link = next(k for k in room.store.maps.state(workshop.group("1").map_id).map.links.values() if k.practice == "weak")
    change(room, workshop, "set", of=link.id, values={"practice": "works"})
    page = visit("facilitator/compare.py", "es", facilitator)
    assert 'data-testid="over-time"' not in page.sheets

    since = next(box for box in page.app.selectbox if box.key == "over-time-from")
    assert "Sesión 3" in since.options
    since.select_index(since.options.index("Sesión 3")).run()

    assert lists(page)["actors_came"] == ["Radio Progreso"]
    assert [line for line in lists(page)["answered"] if "a medias → sí" in line]
    assert "14 relaciones están en los dos momentos." in page.says


def test_nothing_is_said_to_have_changed_where_nothing_has() -> None:
    html = told(over_time(golden.group1(), golden.group1(), one_map=True), translate("en"))
    assert "Nothing that is compared has changed." in html


def test_a_table_is_not_offered_it(visit: Visit, seat: Callable[..., Seat], room: Hub, workshop: Workshop) -> None:
    room.open_compare(workshop.id)
    page = visit("facilitator/compare.py", "es", seat("participant", "1"))
    assert not [box for box in page.app.selectbox if box.key == "over-time-from"]


@dataclass(frozen=True)
class Upload:
    """A file that was chosen, not whole."""

    name: str = "mapa.json"

    def getvalue(self) -> bytes:
        return b'{"actors": ['


def test_why_a_file_cannot_be_read_is_said_in_the_pages_language(
    visit: Visit, facilitator: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown.st, "file_uploader", lambda *_, **__: Upload())
    page = visit("facilitator/compare.py", "es", facilitator)

    since = next(box for box in page.app.selectbox if box.key == "over-time-from")
    since.select_index(len(since.options) - 1).run()

    (said,) = page.app.warning
    assert "no es un texto JSON completo" in said.value


@pytest.mark.parametrize(("language", "joint"), [("es", "; ahora: "), ("en", "; now: ")])
def test_a_break_that_moved_is_not_read_as_one_long_chain(language: str, joint: str) -> None:
    """Group 1 breaks after the prosecutor, group 2 before: both breaks are written with an arrow of their own."""
    t = translate(language)

    html = re.sub(r"<[^>]+>", "", told(over_time(golden.group1(), golden.group2(), one_map=False), t))

    assert re.search(rf"\w+ → \w+{joint}\w+ → \w+", html)
