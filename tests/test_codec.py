"""The file format: what is written is read back, and what cannot be read is said in words."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from mapping.changes import OPS, Change
from mapping.codec import FORMAT, VERSION, MapFile, dumps, from_json, loads, to_json
from mapping.errors import BadInput, FileTooNew, FileUnreadable, TooMany
from mapping.schema import schema
from tests.golden import group1, group2

DOC = Path(__file__).parent.parent / "docs" / "map-format.md"


def json_schema() -> dict:
    text = DOC.read_text(encoding="utf-8")
    return json.loads(text.split("```json schema\n")[1].split("```")[0])


@pytest.mark.parametrize("make", [group1, group2])
def test_a_map_is_read_back_as_it_was_written(make) -> None:
    assert loads(dumps(MapFile(make()))).map == make()


def test_a_written_map_follows_the_published_schema() -> None:
    log = ((1, Change("c-1", "p-1", 0, "add", {"actor": {"id": "pn", "name": "Policía", "kind": "core_security"}})),)

    jsonschema.validate(to_json(MapFile(group1(), history=log, snapshots=((1, "Sesión 3"),))), json_schema())


def test_the_published_schema_refuses_what_the_program_refuses() -> None:
    data = to_json(MapFile(group1()))
    data["actors"][0]["influence"] = 6

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json_schema())
    with pytest.raises(BadInput):
        from_json(data)


def test_a_shareable_file_never_carries_history() -> None:
    log = ((1, Change("c-1", "p-1", 0, "remove", {"id": "pn"})),)

    assert "history" in to_json(MapFile(group1(), "internal", log))
    assert "history" not in to_json(MapFile(group1(), "shareable", log))


def test_not_rated_is_not_zero_in_a_file() -> None:
    rows = {row["id"]: row for row in to_json(MapFile(group1()))["actors"]}

    assert rows["ddhh_ffaa"]["influence"] == 0
    assert "influence" not in rows["inp"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", FileUnreadable),
        ("[]", FileUnreadable),
        ("{" * 5000, FileUnreadable),
        ('{"format": "sector-map"}', FileUnreadable),
        ('{"format": "sector-map", "version": 2}', FileTooNew),
        ('{"format": "sector-map", "version": true}', FileUnreadable),
        ('{"format": "sector-map", "version": 1, "actors": {}, "links": []}', FileUnreadable),
        ('{"format": "sector-map", "version": 1, "actors": [{"id": "pn"}], "links": []}', BadInput),
        (b"\xff\xfe\x00", FileUnreadable),
        (" " * 10_000_001, TooMany),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        loads(text)


def test_a_link_to_nowhere_is_named() -> None:
    data = to_json(MapFile(group1()))
    data["actors"] = [row for row in data["actors"] if row["id"] != "conadeh"]

    with pytest.raises(FileUnreadable, match="conadeh"):
        from_json(data)


def test_the_version_written_is_the_version_read() -> None:
    data = to_json(MapFile(group1()))

    assert (data["format"], data["version"]) == (FORMAT, VERSION)


def test_the_published_schema_knows_every_kind_and_property() -> None:
    published = json_schema()["$defs"]

    assert published["actor_kind"]["enum"] == list(schema().actor_kinds)
    assert published["link_kind"]["enum"] == list(schema().link_kinds)
    for of in ("actor", "link", "frame"):
        assert set(published[of]["properties"]) - {"id"} == set(schema().attributes[of])
    assert tuple(published["change"]["properties"]["op"]["enum"]) == OPS


def test_what_the_room_said_comes_as_texts_are_kept() -> None:
    """Half a character, which JSON can write, is in no file that is written from it."""
    data = json.loads(dumps(MapFile(group1())))
    data["room"] = {"words": [{"kind": "finding", "group": "1", "text": "a\ud800b\u202e\x07", "share": True}]}
    data["snapshots"] = [{"seq": 1, "label": "Sesión\udfff 3"}]

    file = loads(json.dumps(data))

    assert file.room["words"][0]["text"] == "ab"
    assert file.snapshots == ((1, "Sesión 3"),)
    dumps(file).encode("utf-8")


@pytest.mark.parametrize("removed", [["notes"], "notes", {"notes": "many"}, {"notes": True}, {"notes": -1}, None])
def test_counts_of_what_was_removed_are_counts_or_nothing(removed: object) -> None:
    data = json.loads(dumps(MapFile(group1()))) | {"removed": removed}

    assert loads(json.dumps(data)).removed == {}
