"""A canary in everything that must not leave the room, looked for in every file of the shareable pack, unpacked to the
last part, also in what files say of themselves."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from PIL import Image

from mapping.changes import Change
from mapping.codec import MapFile
from mapping.export import exported
from mapping.export.debrief.pack import pack
from mapping.export.said import PARTS, Said, to_room
from mapping.i18n import translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema
from tests import golden

CANARY = re.compile(r"kanari|colibr[ií] azul|blue hummingbird|colibri_azul", re.IGNORECASE)
NAME = "Colibrí Azul"  # whom the map protects
TEXTS = ("text", "reference")


def _said(of: str) -> dict[str, Any]:
    """A canary in every text that stays inside; of an answer, one that is not the default."""
    inside = [a for a in schema().attributes[of].values() if not a.share]
    return {a.id: f"KANARI-{of}-{a.id}" for a in inside if a.type in TEXTS}


def watched() -> MapFile:
    """Group 1's map with them in; a protected actor whose name everybody writes everywhere."""
    map = golden.group1()
    ms = ActorId("ms13")
    actors = {id: replace(a, **_said("actor")) for id, a in map.actors.items()}
    actors[ActorId("colibri_azul")] = Actor(
        ActorId("colibri_azul"), NAME, "civil_society", names={"es": NAME, "en": "Blue Hummingbird"}, protect=True,
        catalogue="colibri_azul", represents="KANARI-represents", **_said("actor"),
    )  # fmt: skip
    actors[ms] = Actor(ms, "Banda", "criminal")
    links = {id: replace(k, **_said("link"), ground=f"lo dijo {NAME}", territory=NAME) for id, k in map.links.items()}
    for id, kind, source, target, more in (
        ("kanari-1", "threat", ms, "colibri_azul", {}), ("kanari-2", "collusion", "pn", ms, {}),
        ("kanari-3", "cooperation", "mp", ms, {}), ("kanari-4", "conflict", "colibri_azul", "ffaa", {}),
        ("kanari-5", "command", "ffaa", "pn", {"proposed": True}),
        ("kanari-6", "cooperation", "colibri_azul", "pn", {}),
    ):  # fmt: skip
        words = {"ground": "KANARI-ground", "territory": "KANARI-place", "sources": ("KANARI-source",)}
        links[LinkId(id)] = Link(LinkId(id), kind, ActorId(source), ActorId(target), recorded=id, **words, **more)
    frame = replace(map.frame, question=f"¿{NAME}?", objective=f"Con {NAME.upper()}.", territory=NAME, group=NAME)
    parts = {name: f"{NAME} {name}" for name in PARTS}
    kinds = ("finding", "unknown", "answer", "pad", "entry", "other")
    told = [
        Said(k, NAME, f"{NAME} {k}", title=NAME, share=True, verify=True, verifier=NAME, parts=parts) for k in kinds
    ]
    told += [Said(k, "1", f"KANARI-unticked-{k}", title="KANARI") for k in kinds]
    told += [Said("entry", "1", "KANARI-about", share=True, about=f"kanari-{n}") for n in (1, 2, 3, 4, 5)]
    change = Change("c-1", "kanari-author", 0, "frame", {"values": {"question": "KANARI-change"}})
    return MapFile(SectorMap(frame, actors, links), "internal", ((1, change),), ((1, "KANARI-kept"),), to_room(told))


@cache
def packed(internal: bool) -> bytes:
    other = MapFile(golden.group2(), room=to_room([Said("finding", "2", f"{NAME} lo sabe", share=True)]))
    own = watched()
    tongues = translate("es") if internal else None
    return pack({own.map.frame.group: own, "2": other}, tongues, internal=internal)


def parts(data: bytes, name: str = "") -> dict[str, str]:
    """Every file inside a file, also names and what stands about it, as text."""
    out = {name: f"{name} {data.decode('utf-8', 'replace')}"}
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for each in archive.infolist():
                out[name] += f" {each.filename} {each.comment!r} {each.extra!r}"
                out |= parts(archive.read(each), f"{name}/{each.filename}")
    elif data.startswith(b"\x89PNG"):
        out[name] += str(Image.open(BytesIO(data)).info)
    return out


@pytest.fixture(scope="module")
def shared() -> dict[str, str]:
    return parts(packed(internal=False))


def test_no_canary_is_in_any_part_of_the_shareable_pack(shared: dict[str, str]) -> None:
    assert len(shared) > 150
    assert {name: found[0] for name, text in shared.items() if (found := CANARY.search(text))} == {}


def test_the_internal_pack_has_them() -> None:
    """The search can find something, in each sort of file that holds notes or names."""
    singing = {name.rsplit(".", 1)[-1] for name, text in parts(packed(internal=True)).items() if CANARY.search(text)}

    assert singing >= {"xml", "json", "html", "svg", "txt"}


@pytest.mark.skipif(which("pdftotext") is None or which("pdfinfo") is None, reason="needs poppler")
def test_no_canary_is_in_what_a_pdf_says_or_says_of_itself(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(packed(internal=False))) as archive:
        pdfs = [archive.read(name) for name in archive.namelist() if name.endswith(".pdf")]
    assert len(pdfs) == 10
    for data in pdfs:
        (tmp_path / "x.pdf").write_bytes(data)
        for tool in (["pdftotext", "x.pdf", "-"], ["pdfinfo", "x.pdf"], ["pdfinfo", "-meta", "x.pdf"]):
            said = subprocess.run(tool, cwd=tmp_path, capture_output=True, check=True).stdout.decode("utf-8")
            assert not CANARY.search(said)
            assert not re.search(r"^(Author|CreationDate|ModDate): +\S.*20(1[6-9]|2\d)", said, re.MULTILINE)


def test_no_office_file_names_an_author_or_the_day_it_was_made(shared: dict[str, str]) -> None:
    about = {name: text for name, text in shared.items() if name.endswith(("docProps/core.xml", "docProps/app.xml"))}

    assert len(about) >= 10
    for name, text in about.items():
        assert not re.search(r"<(dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]+<", text), name
        assert set(re.findall(r"W3CDTF\">(\d{4})", text)) <= {"2015"}, name


@pytest.mark.parametrize("format", ["csv", "graphml", "gexf", "kumu", "cyjs"])
def test_no_canary_is_in_the_files_for_other_programs(format: str) -> None:
    for text in parts(exported(watched(), format, translate("es"))).values():
        assert not CANARY.search(text)
