"""What the groups take home (golden path, steps 13 and 15)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from mapping.codec import MapFile, loads
from mapping.errors import FileTooNew, FileUnreadable, TooMany
from mapping.export import exported, pack, shareable
from mapping.export.debrief import by_group
from mapping.export.said import Said, from_room, to_room
from mapping.export.several import dumps_several, is_several, loads_several
from mapping.i18n import translate
from mapping.model import Actor, ActorId, SectorMap
from tests import golden
from tests.render.maps import HOSTILE, hostile


def _open(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def both() -> dict[str, bytes]:
    return _open(pack([MapFile(golden.group1()), MapFile(golden.group2())]))


def test_a_pack_has_a_folder_for_each_language_and_group(both: dict[str, bytes]) -> None:
    assert {
        "es/LEEME.txt", "es/comparacion.html", "es/grupo-1/informe.html", "es/grupo-1/mapa.html", "es/grupo-2/mapa.png",
        "en/README.txt", "en/comparison.html", "en/group-1/report.html", "en/group-2/map.svg", "en/group-2/map.xlsx",
        "json/group-1.json", "json/group-2.json",
    } <= set(both)  # fmt: skip


def test_the_report_says_what_the_map_says(both: dict[str, bytes]) -> None:
    report = both["es/grupo-1/informe.html"].decode("utf-8")

    assert "4 de 5 instituciones con personal armado no tienen un control externo que funcione" in report
    assert "Congreso Nacional supervisa a FUSINA · hace falta" in report
    assert "Un control que nadie dibujó puede existir." in report
    assert report.index("4 de 5") < report.index("Todavía no se puede decir")
    assert "1 nota" in report
    assert "Ejemplo inventado" in report


def test_the_comparison_has_the_counts_and_the_agenda(both: dict[str, bytes]) -> None:
    """Golden path, section 5: 9 of 20, and pn - mp first."""
    page = both["en/comparison.html"].decode("utf-8")

    assert "9 of 20 links coincide" in page
    assert "0.45" in page
    assert page.index("National Police refers cases") < page.index("Military Police work?")


def test_what_was_ticked_is_in_every_report_and_once_in_the_comparison(group1: SectorMap, group2: SectorMap) -> None:
    answer = Said("answer", "", "La policía al MP", "¿Quién remite?", True, "institution", True)
    files = _open(pack([MapFile(g, room=to_room([answer])) for g in (group1, group2)], translate("es")))

    report, comparison = (files[name].decode("utf-8") for name in ("grupo-2/informe.html", "comparacion.html"))
    assert "La policía al MP" in report
    assert "Falta que lo verifique la propia institución" in report
    assert comparison.count("La policía al MP") == 2  # as the answer, and as what is to be verified


def test_what_nobody_ticked_is_in_no_file_that_leaves_the_room(group1: SectorMap, group2: SectorMap) -> None:
    said = [Said(kind, "1", f"CANARIO-7F {kind}") for kind in ("finding", "unknown", "answer", "pad")]
    maps = [MapFile(g, room=to_room(said)) for g in (group1, group2)]

    shared, internal = _open(pack(maps)), _open(pack(maps, internal=True))

    assert not any(b"CANARIO-7F" in data for data in shared.values())
    assert "CANARIO-7F pad" in internal["es/grupo-1/informe.html"].decode("utf-8")
    assert "4 cosas que dijo la sala" in shared["es/LEEME.txt"].decode("utf-8-sig")


def test_who_is_protected_on_one_map_is_named_in_no_word_of_another(group1: SectorMap, group2: SectorMap) -> None:
    """The room's answer goes home with every group: beside the hidden name of one, another would say whose it is."""
    ana = Actor(ActorId("x-1"), "Ana Canario", "civil_society", protect=True)
    group1 = replace(group1, actors={**group1.actors, ana.id: ana})
    answer = Said("answer", "", "Amenazan a Ana Canario", "¿Ana Canario coopera?", True, "Ana Canario", True)
    maps = {g: MapFile(map, room=to_room([answer])) for g, map in (("1", group1), ("2", group2))}

    files = _open(pack(maps, translate("es")))
    alone = exported(maps["2"], "json", translate("es"), beside=[group1])

    assert not any(b"Canario" in data for data in (*files.values(), alone))
    assert files["comparacion.html"].decode("utf-8").count("Amenazan a Sociedad civil") == 2


def test_a_word_stays_one_where_a_protected_actor_is_called_as_its_parts(group1: SectorMap) -> None:
    called = [Actor(ActorId(f"x-{name}"), name, "civil_society", protect=True) for name in ("words", "pad", "share")]
    map = replace(group1, actors={**group1.actors, **{actor.id: actor for actor in called}})

    shared, _ = shareable(MapFile(map, room=to_room([Said("pad", "1", "Nada", share=True)])))

    assert from_room(shared.room) == (Said("pad", "1", "Nada", share=True),)


def test_a_group_that_drew_nothing_is_not_compared(group1: SectorMap, group2: SectorMap) -> None:
    files = _open(pack([MapFile(group1), MapFile(group2), MapFile(SectorMap())], translate("es")))

    assert "de 20 relaciones" in files["comparacion.html"].decode("utf-8")
    assert "grupo-3/informe.html" in files
    assert "comparacion.html" not in _open(pack([MapFile(group1), MapFile(SectorMap())], translate("es")))


def test_nothing_that_must_stay_is_in_a_shared_pack(both: dict[str, bytes]) -> None:
    inside = [data for name, data in both.items() if name.endswith(".xlsx")]

    assert not any(b"CANARIO-7F" in data for data in both.values())
    assert not any(b"CANARIO-7F" in part for data in inside for part in _open(data).values())


def test_an_internal_pack_keeps_the_note_and_says_that_it_is_internal(group1: SectorMap) -> None:
    files = _open(pack([MapFile(group1)], translate("es"), internal=True))

    assert b"CANARIO-7F" in files["json/group-1.json"]
    assert "INTERNO" in files["LEEME.txt"].decode("utf-8-sig")
    assert "Interno, no compartir" in files["grupo-1/informe.html"].decode("utf-8")


def test_one_map_has_no_comparison(group1: SectorMap) -> None:
    names = set(_open(pack([MapFile(group1)], translate("en"))))

    assert not any("comparison" in name for name in names)
    assert "group-1/report.html" in names


def test_the_map_in_a_pack_opens_again_as_shareable(both: dict[str, bytes]) -> None:
    file = loads(both["json/group-1.json"])

    assert file.handling == "shareable"
    assert len(file.map.links) == 15


def test_pages_ask_for_nothing_and_run_nothing(both: dict[str, bytes]) -> None:
    for name in ("es/grupo-1/informe.html", "en/comparison.html"):
        page = both[name].decode("utf-8")
        assert "<script" not in page
        assert "default-src 'none'" in page
        assert not re.search(r"""(src|href)\s*=\s*["'](?!data:)""", page)


def test_typed_words_are_text_in_a_report() -> None:
    files = _open(pack([MapFile(hostile())], translate("es")))
    pages = [data.decode("utf-8") for name, data in files.items() if name.endswith(".html")]

    assert len(pages) == 2
    assert not any(HOSTILE in page or "<img" in page for page in pages)
    assert any("{{7*7}}" in page for page in pages)


def test_groups_without_a_number_get_one(group1: SectorMap, group2: SectorMap) -> None:
    from dataclasses import replace

    nameless = replace(group1, frame=replace(group1.frame, group=""))

    assert list(by_group([MapFile(nameless), MapFile(group2)])) == ["1", "2"]
    assert list(by_group([MapFile(group1), MapFile(group1)])) == ["1", "2"]


def test_the_maps_of_a_workshop_come_back_from_one_file(group1: SectorMap, group2: SectorMap) -> None:
    data = dumps_several([MapFile(group1), MapFile(group2)]).encode("utf-8")

    assert is_several(data)
    assert [f.map for f in loads_several(data)] == [group1, group2]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'{"format": "sector-map-workshop", "version": 2, "maps": []}', FileTooNew),
        (b'{"format": "sector-map-workshop", "version": 1, "maps": []}', TooMany),
        (b'{"format": "sector-map-workshop", "version": 1}', FileUnreadable),
        (b'{"format": "sector-map-workshop"', FileUnreadable),
        (b'{"format": "sector-map-workshop", "version": 1, "maps": [3]}', FileUnreadable),
    ],
)
def test_a_broken_file_of_maps_is_refused_in_words(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        loads_several(data)


def test_a_pack_says_how_far_it_is_and_can_be_ended(group1: SectorMap, group2: SectorMap) -> None:
    told: list[tuple[int, int]] = []

    class Enough(Exception):
        pass

    def step(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        pack([MapFile(group1), MapFile(group2)], translate("es"), step=step)
    assert told == [(0, 4), (1, 4), (2, 4)]  # the readme, two groups, and the comparison


def test_a_pack_has_reports_and_slides_of_groups_and_of_the_workshop(both: dict[str, bytes]) -> None:
    assert {
        "es/grupo-1/informe.pdf", "es/grupo-1/informe.pptx", "es/grupo-1/mapa.pdf", "es/comparacion.pdf",
        "es/comparacion.pptx", "en/group-2/report.pdf", "en/comparison.pptx",
    } <= set(both)  # fmt: skip
    assert all(data[:5] == b"%PDF-" for name, data in both.items() if name.endswith(".pdf"))


def test_entry_points_go_home_as_a_table(group1: SectorMap, group2: SectorMap) -> None:
    parts = {
        "partner": "Comisión de Seguridad",
        "risk": "En el papel",
        "first_step": "Una audiencia",
        "progress": "Un informe",
    }
    said = [
        Said("entry", "1", "Congreso supervisa a FUSINA", share=True, parts=parts),
        Said("entry", "2", "Nadie la ticó"),
    ]
    files = _open(pack([MapFile(g, room=to_room(said)) for g in (group1, group2)], translate("es")))

    for name in ("grupo-1/informe.html", "comparacion.html"):
        page = files[name].decode("utf-8")
        assert re.search(r"Congreso supervisa a FUSINA</th><td>Comisión de Seguridad</td><td>En el papel</td>", page)
        assert "Nadie la ticó" not in page
