"""The report as slides: everything can be edited, and nothing runs over its slide."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import combinations

import pytest
from pptx import Presentation
from pptx.util import Pt

from mapping.codec import MapFile
from mapping.export import exported, shareable
from mapping.export.debrief.of_workshop import of_workshop
from mapping.export.debrief.slides import pptx
from mapping.i18n import translate
from mapping.model import SectorMap
from tests.render.maps import forty, hostile, long_words

ES = translate("es")


def slides(data: bytes) -> list:
    return list(Presentation(io.BytesIO(data)).slides)


def shapes_of(parent: object) -> list:
    """Every shape, those in groups too."""
    found = []
    for shape in parent.shapes:  # type: ignore[attr-defined]
        found.append(shape)
        if shape.shape_type == 6:
            found += shapes_of(shape)
    return found


def texts(slide: object) -> str:
    return "\n".join(s.text_frame.text for s in shapes_of(slide) if s.has_text_frame)


def map_slide(data: bytes) -> object:
    return next(s for s in slides(data) if s.shapes.title.text_frame.text == "El mapa")


def test_the_map_is_made_of_shapes_and_of_links_that_hold_to_them(group1: SectorMap) -> None:
    slide = map_slide(exported(MapFile(group1), "pptx", ES))
    by_id = {s.shape_id: s for s in shapes_of(slide)}
    held = slide._element.findall(".//{*}cNvCxnSpPr[{*}stCxn]")  # type: ignore[attr-defined]

    ends = {tuple(by_id[int(cxn.find(f"{{*}}{tag}").get("id"))].name for tag in ("stCxn", "endCxn")) for cxn in held}
    bent = [s.name for s in shapes_of(slide) if s._element.find(".//{*}quadBezTo") is not None]

    assert ("Fuerzas Armadas", "FUSINA") in ends
    assert len(held) + len(bent) == len(group1.links)
    assert "Policía Nacional remite casos al Ministerio Público · sí" in bent
    assert not [s for s in shapes_of(slide) if s.shape_type == 13]  # no picture


def test_nothing_lies_outside_its_slide(group1: SectorMap, group2: SectorMap) -> None:
    files = {"1": shareable(MapFile(group1))[0], "2": shareable(MapFile(group2))[0]}
    for data in (exported(MapFile(group1), "pptx", ES), pptx(of_workshop(files, ES)), _large()):
        for slide in slides(data):
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.left + shape.width <= Pt(960) + 1
                assert shape.top + shape.height <= Pt(540) + 1


def test_what_is_written_does_not_run_over_what_follows(group1: SectorMap) -> None:
    for data in (exported(MapFile(group1), "pptx", ES), _large(), exported(MapFile(long_words()), "pptx", ES)):
        for slide in slides(data):
            if slide.shapes.title.text_frame.text == "El mapa":
                continue  # names stand beside shapes there: a test of the picture holds them apart
            blocks = [s for s in slide.shapes if s.has_table or (s.has_text_frame and s.text_frame.text)]
            boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in blocks if not s.rotation]
            for a, b in combinations(boxes, 2):
                over = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
                assert min(over) <= Pt(1)


def test_every_slide_has_a_title_and_says_what_it_is(group1: SectorMap) -> None:
    found = slides(exported(MapFile(group1), "pptx", ES))

    assert all(s.shapes.title.text_frame.text for s in found)
    assert all("Para compartir" in texts(s) for s in found)
    assert all("sin verificar" in texts(s) for s in found)


def test_an_internal_one_says_so_across_every_slide(group1: SectorMap) -> None:
    found = slides(exported(MapFile(group1), "pptx", ES, internal=True))

    assert all(any(s.rotation and s.text_frame.text == "Interno, no compartir" for s in x.shapes) for x in found)


def test_findings_and_tables_can_be_edited(group1: SectorMap) -> None:
    found = slides(exported(MapFile(group1), "pptx", ES))
    tables = [s.table for slide in found for s in slide.shapes if s.has_table]

    assert any("4 de 5 instituciones con personal armado" in texts(slide) for slide in found)
    assert any(t.cell(0, 0).text == "Cooperante" and t.cell(1, 0).text == "BID" for t in tables)


def test_a_long_table_goes_on_under_its_head(group1: SectorMap) -> None:
    heads = [s.table.cell(0, 0).text for x in slides(_large()) for s in x.shapes if s.has_table]

    assert heads.count("Actor") > 1


def test_the_typeface_is_named_everywhere_with_what_stands_in_for_it(group1: SectorMap) -> None:
    data = exported(MapFile(group1), "pptx", ES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(n).decode() for n in archive.namelist() if re.match(r"ppt/slides/slide\d+\.xml", n)]
        theme = archive.read("ppt/theme/theme1.xml").decode()

    named = [face for page in pages for face in re.findall(r'<a:latin [^>]*typeface="([^"]+)"', page)]
    assert set(named) == {"Source Sans Pro"}
    assert all('panose="' in tag for page in pages for tag in re.findall(r"<a:latin [^>]*>", page))
    assert theme.count('<a:latin typeface="Source Sans Pro"') == 2


def test_nothing_of_what_must_stay_is_inside(group1: SectorMap) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(MapFile(group1), "pptx", ES))) as archive:
        assert not any(b"CANARIO-7F" in archive.read(name) for name in archive.namelist())


def test_the_same_map_gives_the_same_bytes(group1: SectorMap) -> None:
    assert exported(MapFile(group1), "pptx", ES) == exported(MapFile(group1), "pptx", ES)


@pytest.mark.parametrize("map", [SectorMap(), hostile()], ids=["empty", "hostile"])
def test_every_map_has_one(map: SectorMap) -> None:
    assert len(slides(exported(MapFile(map), "pptx", ES, internal=True))) > 2


def test_a_map_that_nobody_has_drawn_yet_says_so() -> None:
    assert "El grupo aún no ha dibujado nada." in texts(map_slide(exported(MapFile(SectorMap()), "pptx", ES)))


def _large() -> bytes:
    return exported(MapFile(forty()), "pptx", ES, internal=True)
