"""Broken and hostile files: every one is read or refused in words, and none costs more than it should."""

from __future__ import annotations

import io
import json
import random
import time
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.codec import MapFile
from mapping.errors import BadInput
from mapping.export import FORMATS, exported
from mapping.i18n import translate
from mapping.imports import read
from tests import golden

READ = ("json", "xlsx", "csv", "graphml", "gexf", "kumu", "cyjs")


@cache
def _whole(format: str) -> bytes:
    return exported(MapFile(golden.group1()), format, translate("es"), internal=True)


def _taken_or_refused(data: bytes, name: str) -> None:
    try:
        found = read(data, name)
    except BadInput as refusal:
        said = str(refusal)
    else:
        said = "a map" if found.file.map.actors or found.file.map.links or found.format == "json" else ""
    assert said


@pytest.mark.parametrize("format", READ)
def test_a_file_cut_anywhere_is_refused_or_read(format: str) -> None:
    data = _whole(format)
    for end in range(0, len(data), max(1, len(data) // 60)):
        _taken_or_refused(data[:end], "map" + FORMATS[format].suffix)


@pytest.mark.parametrize("format", READ)
def test_a_file_with_bytes_changed_is_refused_or_read(format: str) -> None:
    data, chance = bytearray(_whole(format)), random.Random(2015)
    for _ in range(60):
        bad = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        _taken_or_refused(bytes(bad), "map" + FORMATS[format].suffix)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["m.json", "m.xlsx", "m.csv", "m.graphml", "m.gexf", "m"]))
def test_noise_is_refused_or_read(data: bytes, name: str) -> None:
    _taken_or_refused(data, name)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["id", "_id", "label", "from", "to", "source", "target", "attributes", "data", "position", "kind", "type"]
ROWS = st.lists(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=5), max_size=4)


@settings(max_examples=150, deadline=None)
@given(first=ROWS | JSON, second=ROWS | JSON, maps=JSON)
def test_json_of_any_shape_is_refused_or_read(first: object, second: object, maps: object) -> None:
    for data in (
        {"elements": first, "connections": second, "maps": maps},
        {"elements": {"nodes": first, "edges": second}, "data": maps},
        {"nodes": first, "links": second},
    ):
        _taken_or_refused(json.dumps(data).encode(), "m.json")


def _zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def test_an_archive_that_grows_without_end_is_refused_before_it_is_unpacked() -> None:
    bomb = _zip(actors_csv=b"Label,Type\n" + b"a" * 130_000_000)
    start = time.perf_counter()

    with pytest.raises(BadInput, match="unpacked"):
        read(bomb, "bomb.zip")
    assert time.perf_counter() - start < 1


def test_an_archive_of_very_many_files_is_refused() -> None:
    with pytest.raises(BadInput, match="files in an archive"):
        read(_zip(**{f"f{n}_csv": b"x" for n in range(600)}), "many.zip")


@pytest.mark.parametrize(
    "entity",
    [
        b'<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        b'<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE g SYSTEM "http://example.test/x.dtd">',
    ],
)
@pytest.mark.parametrize("tag", [b"graphml", b"gexf"])
def test_entities_and_outside_references_are_refused(entity: bytes, tag: bytes) -> None:
    document = b'<?xml version="1.0"?>' + entity + b"<" + tag + b"><graph><node id='a'/></graph></" + tag + b">"

    if b"<!ENTITY" in entity:
        with pytest.raises(BadInput):
            read(document, "m." + tag.decode())
    else:
        _taken_or_refused(document, "m." + tag.decode())  # the DTD is never fetched


def test_json_nested_without_end_is_refused() -> None:
    with pytest.raises(BadInput):
        read(b"[" * 200_000, "m.json")


def test_a_table_with_too_many_rows_is_refused() -> None:
    rows = b"From,To,Type\n" + b"\n".join(b"a,b%d,command" % n for n in range(60_000))

    with pytest.raises(BadInput, match="more than"):
        read(rows, "m.csv")
