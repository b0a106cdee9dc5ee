"""What a format can hold comes back as it was (docs/formats.md lists what each cannot)."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from mapping.codec import MapFile
from mapping.export import FORMATS, exported
from mapping.i18n import LANGUAGES, translate
from mapping.imports import read
from mapping.model import SectorMap
from tests import golden
from tests.export.strategies import maps

HOLDS_EVERYTHING = ("json", "xlsx", "csv", "graphml")
HOLDS_THE_MAP = ("gexf", "kumu", "cyjs")  # not the whole frame


def _back(file: MapFile, format: str, language: str = "es") -> MapFile:
    data = exported(file, format, translate(language), internal=True)
    return read(data, "map" + FORMATS[format].suffix).file


def _differences(before: SectorMap, after: SectorMap) -> dict[str, Any]:
    """Property by property, so that a failure says what was lost."""
    out: dict[str, Any] = {}
    for table in ("actors", "links"):
        was, now = getattr(before, table), getattr(after, table)
        if list(was) != list(now):
            out[table] = (list(was), list(now))
            continue
        for id, thing in was.items():
            for f in fields(thing):
                pair = getattr(thing, f.name), getattr(now[id], f.name)
                if pair[0] != pair[1]:
                    out[f"{id}.{f.name}"] = pair
    return out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", [*HOLDS_EVERYTHING, *HOLDS_THE_MAP])
def test_the_groups_map_comes_back(format: str, language: str, group1: SectorMap) -> None:
    back = _back(MapFile(group1), format, language)
    placed = {id: replace(a, x=None, y=None) for id, a in back.map.actors.items()}

    assert _differences(group1, replace(back.map, actors=placed)) == {}
    if format in HOLDS_EVERYTHING:
        assert back.map.frame == group1.frame
        assert back.handling == "internal"


@pytest.mark.parametrize("format", HOLDS_EVERYTHING)
@settings(max_examples=40, deadline=None)
@given(map=maps())
def test_every_property_comes_back(format: str, map: SectorMap) -> None:
    back = _back(MapFile(map), format)

    assert _differences(map, back.map) == {}
    assert back.map.frame == map.frame


@pytest.mark.parametrize("format", HOLDS_EVERYTHING)
def test_a_shared_file_says_so_when_it_comes_back(format: str) -> None:
    data = exported(MapFile(golden.group1()), format, translate("en"))

    assert read(data, "map" + FORMATS[format].suffix).file.handling == "shareable"


def test_two_actors_with_one_name_stay_two(group1: SectorMap) -> None:
    """Spreadsheets for Kumu join by name; a second one is numbered and comes back under its own."""
    twins = {id: replace(a, name="Policía", names={}) if id in ("pn", "pmop") else a for id, a in group1.actors.items()}
    map = replace(group1, actors=twins)

    assert _differences(map, _back(MapFile(map), "xlsx").map) == {}
