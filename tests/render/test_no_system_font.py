"""Pictures and reports on a machine that has no font at all: the same bytes as on any other."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import copy, which

import pytest

from mapping.codec import MapFile
from mapping.export import exported
from mapping.i18n import translate
from mapping.render.interactive import html
from mapping.render.picture import png, svg
from tests.browser.engines import chromium
from tests.browser.story.room import CHROMIUM
from tests.golden import group1

ES = translate("es")


def made() -> dict[str, str]:
    """What is made of group 1's map, as checksums."""
    of = {format: exported(MapFile(group1()), format, ES) for format in ("png", "svg", "pdf", "html")}
    of["svg to png"] = png(svg(group1(), ES, fonts=True))
    return {format: sha256(data).hexdigest() for format, data in of.items()}


def drawn(folder: Path) -> tuple[str, list[bool]]:
    """The interactive page as Chromium shows it, and whether each weight of the typeface is there."""
    (folder / "map.html").write_text(html(group1(), ES), encoding="utf-8")
    with chromium(folder) as engine:
        engine.open((folder / "map.html").as_uri())
        engine.until("document.readyState === 'complete' && [...document.fonts].every((f) => f.status === 'loaded')")
        engine.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")
        there = engine.ask("[400, 600, 700].map((w) => document.fonts.check(`${w} 15px 'Source Sans Pro'`))")
        return sha256(engine.picture()).hexdigest(), there


def with_fonts(of: Path, call: str, folder: Path) -> str:
    """What a call of this module gives in a process for which fontconfig knows no font but those in a folder."""
    (folder / "fonts.conf").write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{of}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    known = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "HOME": str(folder)}
    code = f"from pathlib import Path\nfrom tests.render.test_no_system_font import *\nprint({call})"
    said = subprocess.run([sys.executable, "-c", code], env=known, capture_output=True, text=True, check=True)
    return said.stdout.strip()


def test_pictures_reports_and_pages_have_the_same_bytes(tmp_path: Path) -> None:
    assert with_fonts(tmp_path / "none", "made()", tmp_path) == str(made())


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None or which("fc-list") is None, reason="no browser or fontconfig on this machine")
def test_the_page_looks_the_same_where_the_only_font_is_a_typewriters(tmp_path: Path) -> None:
    """Chromium makes no font of a page at all while it has none of the system: one it has, and would be seen in."""
    listed = subprocess.run(["fc-list", ":spacing=100", "file"], capture_output=True, text=True, check=True).stdout
    files = sorted(line.rstrip(": ") for line in listed.splitlines())
    if not files:
        pytest.skip("no typewriter font on this machine")
    (tmp_path / "one").mkdir()
    copy(files[0], tmp_path / "one")
    call = f"drawn(Path({str(tmp_path)!r}))"

    seen = with_fonts(tmp_path / "one", call, tmp_path)

    assert "[True, True, True]" in seen
    assert seen == with_fonts(Path("/usr/share/fonts"), call, tmp_path)
