"""What each of our formats keeps of any map on its way out and in again, and what it loses: `docs/formats.md` says it,
`LOST` below is the list, and both are held against each other and against what really happens."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.codec import MapFile
from mapping.export import FORMATS, exported
from mapping.i18n import LANGUAGES, translate
from mapping.imports import READERS, read
from mapping.model import ActorId, Frame, SectorMap
from tests.export.strategies import maps

DOCS = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")

# format -> what does not come back
LOST: dict[str, frozenset[str]] = {
    "json": frozenset(),
    "xlsx": frozenset({"history", "words of the room", "bars in ids of sources"}),
    "csv": frozenset({"history", "words of the room", "bars in ids of sources"}),
    "graphml": frozenset({"history", "words of the room", "bars in ids of sources"}),
    "gexf": frozenset({"history", "words of the room", "bars in ids of sources", "frame", "handling mark"}),
    "kumu": frozenset({"history", "words of the room", "frame", "question", "handling mark"}),
    "cyjs": frozenset({"history", "words of the room", "frame"}),
}
PLACED = ("gexf", "cyjs")  # every actor gets a place
ODD = "ñÑáé¿¡«»“’'\"<>&;,|=+-@\n\t😀🦜👩‍👧_x0041_ 0123 日本 %#"


@st.composite
def odd_maps(draw: st.DrawFn) -> SectorMap:
    """Maps of any property whose names and notes are as odd as people make them, bars in the ids of sources too."""
    map = draw(maps())
    texts = st.text(ODD, max_size=60).map(lambda s: s.strip())
    names = texts.map(lambda s: " ".join(s.split())).filter(bool)
    actors = {id: replace(a, name=draw(names), note=draw(texts), needs=draw(texts)) for id, a in map.actors.items()}
    bars = st.lists(st.sampled_from(["S1|2", "S3", "http://example.org/a|b"]), max_size=2).map(tuple)
    links = {
        id: replace(k, note=draw(texts), ground=draw(texts), sources=draw(bars)) for id, k in map.links.items()
    }  # fmt: skip
    return SectorMap(replace(map.frame, question=draw(names)), actors, links)


def _kept(map: SectorMap, format: str) -> SectorMap:
    """What of a map is to come back."""
    lost = LOST[format]
    links = dict(map.links)
    if "bars in ids of sources" in lost:
        links = {id: replace(k, sources=tuple(s.replace("|", "/") for s in k.sources)) for id, k in links.items()}
    frame = map.frame
    if "frame" in lost:
        frame = Frame(question="" if "question" in lost else frame.question)
    return SectorMap(frame, dict(map.actors), links)


def _back(file: MapFile, format: str, language: str = "es", *, internal: bool = True) -> MapFile:
    data = exported(file, format, translate(language), internal=internal)
    return read(data, "map" + FORMATS[format].suffix).file


def _differences(before: SectorMap, after: SectorMap, format: str) -> dict[str, Any]:
    out: dict[str, Any] = {} if before.frame == after.frame else {"frame": (before.frame, after.frame)}
    for table in ("actors", "links"):
        was, now = getattr(before, table), getattr(after, table)
        if list(was) != list(now):
            out[table] = (list(was), list(now))
            continue
        for id, thing in was.items():
            for f in fields(thing):
                pair = getattr(thing, f.name), getattr(now[id], f.name)
                if f.name in ("x", "y") and format in PLACED and None in (thing.x, thing.y):
                    continue
                if pair[0] != pair[1]:
                    out[f"{id}.{f.name}"] = pair
    return out


@pytest.mark.parametrize("format", LOST)
@settings(max_examples=40, deadline=None)
@given(map=odd_maps(), language=st.sampled_from(LANGUAGES))
def test_any_map_comes_back_but_for_what_the_format_loses(format: str, map: SectorMap, language: str) -> None:
    assert _differences(_kept(map, format), _back(MapFile(map), format, language).map, format) == {}


@pytest.mark.parametrize("format", LOST)
def test_only_the_internal_map_file_keeps_what_the_room_said(format: str, group1: SectorMap) -> None:
    back = _back(MapFile(group1, room={"findings": ["one"]}), format)

    assert bool(back.room) == ("words of the room" not in LOST[format])


@pytest.mark.parametrize("format", LOST)
def test_a_shared_file_says_that_it_is_one_where_it_can(format: str, group1: SectorMap) -> None:
    back = _back(MapFile(group1), format, internal=False)

    assert back.handling == ("internal" if "handling mark" in LOST[format] else "shareable")


@pytest.mark.parametrize("format", LOST)
def test_the_page_about_formats_lists_what_each_loses(format: str) -> None:
    (line,) = re.findall(rf"^\| {format} \| ([^|]*) \|$", DOCS.split("## What comes back")[1], re.MULTILINE)

    assert frozenset(x.strip() for x in line.split(";") if x.strip() != "nothing") == LOST[format]


def test_every_format_that_is_written_and_read_is_tried() -> None:
    assert set(LOST) == set(FORMATS) & set(READERS)


def test_ids_of_others_come_back_as_they_were(group1: SectorMap) -> None:
    odd = {id: ActorId(f"{n:03} ñ|{id}") for n, id in enumerate(group1.actors)}
    parents = {id: odd.get(a.part_of) if a.part_of else None for id, a in group1.actors.items()}
    actors = {odd[id]: replace(a, id=odd[id], part_of=parents[id]) for id, a in group1.actors.items()}
    links = {id: replace(k, source=odd[k.source], target=odd[k.target]) for id, k in group1.links.items()}
    map = SectorMap(group1.frame, actors, links)

    for format in LOST:
        assert _differences(_kept(map, format), _back(MapFile(map), format).map, format) == {}, format
