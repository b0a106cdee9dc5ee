"""The report as a PDF, read back by a PDF reader."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from shutil import which

import pytest

from mapping.codec import MapFile
from mapping.export import exported, shareable
from mapping.export.debrief.of_group import of_group
from mapping.export.debrief.of_workshop import of_workshop
from mapping.export.debrief.pdf import pdf, sheet
from mapping.export.said import Said, to_room
from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.render.picture import svg
from tests.render.maps import HOSTILE, forty, hostile, long_words

ES, EN = translate("es"), translate("en")
_BOX = 'xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)"'


def read(data: bytes, tmp_path: Path, *options: str) -> str:
    """The text of a PDF as another program reads it."""
    path = tmp_path / "read.pdf"
    path.write_bytes(data)
    if which("pdftotext") is None:
        pytest.skip("needs pdftotext (poppler)")
    said = subprocess.run(["pdftotext", *(options or ("-layout",)), str(path), "-"], capture_output=True, check=True)
    return said.stdout.decode("utf-8")


def told(tool: str, data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "told.pdf"
    path.write_bytes(data)
    if which(tool) is None:
        pytest.skip(f"needs {tool} (poppler)")
    return subprocess.run([tool, str(path)], capture_output=True, check=True, text=True).stdout


def test_it_says_what_the_map_says(group1: SectorMap, tmp_path: Path) -> None:
    said = " ".join(read(exported(MapFile(group1), "pdf", ES), tmp_path).split())

    assert "4 de 5 instituciones con personal armado no tienen un control externo que funcione" in said
    assert "Congreso Nacional supervisa a FUSINA · hace falta" in said
    assert "Para compartir" in said
    assert "CANARIO-7F" not in said


def test_an_internal_one_says_so_across_every_page(group1: SectorMap, tmp_path: Path) -> None:
    real = replace(group1, frame=replace(group1.frame, invented=False))

    pages = read(exported(MapFile(real), "pdf", ES, internal=True), tmp_path, "-raw").rstrip("\f\n").split("\f")
    shared = read(exported(MapFile(real), "pdf", ES), tmp_path, "-raw")

    assert len(pages) > 2
    for page in pages:
        lines = [line for line in page.splitlines() if "Interno, no com" in line]
        assert any(line.startswith("Interno, no com") and "compartir" not in line for line in lines)  # leaves the page
        assert any("Interno, no compartir" in line for line in lines)
    assert "Interno" not in shared


def test_it_is_set_in_the_one_typeface_and_carries_it(group1: SectorMap, tmp_path: Path) -> None:
    rows = told("pdffonts", exported(MapFile(group1), "pdf", ES), tmp_path).splitlines()[2:]

    assert rows
    assert all("SourceSans" in row.split()[0] for row in rows)
    assert all(" yes " in row for row in rows)  # embedded


def test_no_text_of_a_map_is_read_as_markup(tmp_path: Path) -> None:
    """Typst would run `#…`; a text goes in as data."""
    said = Said("finding", "1", '#panic("x") $a$ *b* #import "x" \\ <l> @r `raw`', share=True)
    map = hostile()

    found = read(pdf(of_group(MapFile(map, room=to_room([said])), EN), EN), tmp_path)

    assert '#panic("x") $a$ *b* #import "x"' in " ".join(found.split())
    assert HOSTILE in found


def test_the_workshops_has_the_counts_and_the_agenda(group1: SectorMap, group2: SectorMap, tmp_path: Path) -> None:
    files = {"1": shareable(MapFile(group1))[0], "2": shareable(MapFile(group2))[0]}

    said = read(pdf(of_workshop(files, EN), EN), tmp_path)

    assert "9 of 20 links coincide" in said
    assert said.index("National Police refers cases") < said.index("Military Police work?")


def test_the_same_map_gives_the_same_bytes(group1: SectorMap) -> None:
    assert exported(MapFile(group1), "pdf", ES) == exported(MapFile(group1), "pdf", ES)


@pytest.mark.parametrize("map", [SectorMap(), hostile()], ids=["empty", "hostile"])
def test_every_map_has_one(map: SectorMap, tmp_path: Path) -> None:
    assert read(exported(MapFile(map), "pdf", ES, internal=True), tmp_path).strip()


@pytest.mark.parametrize("map", [forty(), long_words()], ids=["forty", "long"])
def test_no_word_lies_over_another_or_beyond_the_margin(map: SectorMap, tmp_path: Path) -> None:
    pages = read(exported(MapFile(map), "pdf", ES), tmp_path, "-bbox").split("<page ")[1:]

    words_of = [[tuple(float(x) for x in w) for w in re.findall(_BOX, page)] for page in pages if 'width="595' in page]
    assert len(words_of) > 3
    for words in words_of[1:]:  # without the picture, whose letters lie in badges
        assert all(left >= 56 and right <= 540 for left, _, right, _ in words)
        for a, b in combinations(words, 2):
            assert min(a[2], b[2]) - max(a[0], b[0]) < 1 or min(a[3], b[3]) - max(a[1], b[1]) < 4


def test_a_map_is_printed_on_a3(group1: SectorMap, tmp_path: Path) -> None:
    said = told("pdfinfo", sheet(svg(group1, ES)), tmp_path)

    assert "A3" in said
    assert "Pages:           1\n" in said
