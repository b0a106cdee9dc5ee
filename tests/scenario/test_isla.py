"""Another country by data alone: everything that is done with Honduras is done with an invented island."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from mapping.__main__ import main
from mapping.analysis.questions import QUESTIONS, answers
from mapping.codec import MapFile, dumps, loads
from mapping.compare.board import board
from mapping.export.paper import cards, sheet
from mapping.i18n import translate
from mapping.imports import read as imported
from mapping.imports.example import example, with_example
from mapping.render.statements import statement
from mapping.scenario import Scenario, catalogue_json, check, first, match, named, reference_map, shipped
from mapping.scenario.paper import numbered, on_cards
from mapping.store import Plan, open_store

ROOT = Path(__file__).parents[2]


def test_is_the_only_scenario_and_has_nothing_to_correct(isla: Scenario) -> None:
    assert shipped() == ("isla",)
    assert first() == "isla"
    assert [p for p in check(Path(__file__).parent / "isla", questions=QUESTIONS) if p.is_error] == []
    assert (len(isla.actors), len(isla.links), len(isla.sources), len(isla.events)) == (12, 15, 3, 2)


def test_gives_the_browser_its_catalogue(isla: Scenario) -> None:
    given = catalogue_json(isla)

    assert given["scenario"] == "isla"
    assert len(given["actors"]) == 12
    assert {"isla clara", "clarena"} <= set(given["country"])
    assert "honduras" not in given["country"]
    assert given["generic"]["autoridades"] == [0, 1, 2]


@pytest.mark.parametrize(
    ("typed", "verdict", "who"),
    [
        ("guardia insular clareña", "accept", "guardia"),
        ("Guardia de Isla Clara", "confirm", "guardia"),  # less than its name, even without the country
        ("Guardia Insular de Isla Clara", "accept", "guardia"),
        ("GIC", "accept", "guardia"),
        ("the lightkeepers", "accept", "faro"),
        ("Consejo Ancianos del Cayo", "confirm", "ancianos"),
        ("autoridades", "confirm", "gobernador"),
        ("Cooperación de Honduras", "accept", "honduras_coop"),  # here Honduras is abroad
        ("Guardia Insular de Honduras", "none", ""),
        ("PMOP", "none", ""),
    ],
)
def test_knows_its_names_and_who_is_abroad(isla: Scenario, typed: str, verdict: str, who: str) -> None:
    found = match(isla, typed)

    assert (found.verdict, found.candidates[0].id if found.candidates else "") == (verdict, who)


@pytest.mark.parametrize(
    ("at", "there"),
    [("1996-05-11", {"fuerte"}), ("1996-05-12", {"fuerte", "faro"}), ("1998-03", {"faro"}), ("", {"faro"})],
)
def test_its_reference_map_moves_with_its_events(isla: Scenario, at: str, there: set[str]) -> None:
    map = reference_map(isla, at, tier=2)

    assert map.actors.keys() & {"fuerte", "faro"} == there
    assert ("K08" in map.links, "K05" in map.links) == ("fuerte" in there, "faro" in there)
    assert map.frame.scenario == "isla"
    assert "pescadores" not in map.actors  # without a source


def test_has_both_sessions_in_both_languages(isla: Scenario) -> None:
    frames = {(s, lang): isla.exercise(s).frame(lang) for s in ("3", "4") for lang in ("es", "en")}

    assert {frame.territory for frame in frames.values()} == {
        "Isla Clara y sus dos cayos",
        "Isla Clara and its two keys",
    }
    assert all(frame.scenario == "isla" and frame.date == "1998-06-30" and frame.is_set for frame in frames.values())


def test_every_question_is_answered_and_said_of_its_maps(isla: Scenario) -> None:
    map = reference_map(isla, tier=2)

    found = answers(map, questions=list(QUESTIONS), sensitive=True)
    for language in ("es", "en"):
        assert all(statement(finding, map, translate(language)) for finding in found)
    (overseen,) = answers(map, questions=["Q3-02"])
    assert {"guardia", "faro"} == set(overseen.values["population"])


def test_its_example_is_compared(isla: Scenario) -> None:
    files = example("isla", language="es")

    assert with_example() == ("isla",)
    assert all(file.map.frame.invented for file in files.values())
    found = board({group: file.map for group, file in files.items()})
    assert found.groups == ("1", "2")
    assert found.agenda  # the referral is said to work by one, and to work in part by the other


def test_is_printed_and_typed_back_from_paper(isla: Scenario) -> None:
    number = {actor.id: n for n, actor in numbered(isla).items()}
    assert "pescadores" not in {actor.id for actor in on_cards(isla).values()}  # of the second tier

    assert cards(isla, translate("es")).startswith(b"%PDF")
    assert sheet(isla.exercise("3").frame("en"), translate("en")).startswith(b"%PDF")
    typed = f"{number['cabildo']} S {number['guardia']} m\n{number['gobernador']} * 5\n"
    map = imported(typed.encode(), "map.txt", format="paper").file.map

    assert {a.catalogue for a in map.actors.values()} >= {"cabildo", "guardia"}
    assert [link.kind for link in map.links.values()] == ["ov_parliament"]
    assert map.frame.scenario == "isla"


def test_a_workshop_on_it_is_opened_and_drawn(isla: Scenario, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/isla.db")
    frame = isla.exercise("4").frame("es")
    workshop = store.workshops.open(
        Plan(session="4", question=frame.question, objective=frame.objective, territory=frame.territory, start="names"),
        "sal y viento", now=0.0,
    )  # fmt: skip

    map = store.maps.state(workshop.groups[0].map_id).map
    assert workshop.plan.scenario == "isla"
    assert (map.frame.scenario, map.frame.territory) == ("isla", "Isla Clara y sus dos cayos")
    store.close()


def test_the_commands_work_on_it(
    isla: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/demo.db")
    out, names = tmp_path / "m.json", tmp_path / "names.txt"
    names.write_text("Guardia Insular\n", encoding="utf-8")

    assert main(["demo", "--language", "es"]) == 0
    assert "Isla Clara" in capsys.readouterr().out
    assert main(["scenario", "map", str(ROOT / "tests/scenario/isla"), "--out", str(out)]) == 0
    assert loads(out.read_bytes()).map.frame.scenario == "isla"
    assert main(["compare", str(out), str(out)]) == 0
    assert main(["doctor"]) == 0
    capsys.readouterr()
    assert main(["match", str(names), "--scenario", "isla", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["matches"][0]["verdict"] == "accept"


def test_a_map_of_a_country_that_is_not_here_is_still_one(isla: Scenario) -> None:
    map = reference_map(isla)
    file = MapFile(replace(map, frame=replace(map.frame, scenario="atlantis")))

    assert loads(dumps(file).encode()).map.frame.scenario == "atlantis"
    assert named(first()) is isla


def test_nothing_in_the_program_speaks_of_one_country() -> None:
    """Only what a country's own folder says of it may be of it; among words for countries all may stand."""
    spoken_of = re.compile(r"hondur|tegucigalpa|lempira|\bPMOP\b|\bFUSINA\b|\bCONADEH\b", re.IGNORECASE)
    example_of_code = re.compile(r"^\s*(>>>|\.\.\.|[('{\[]|\"\"\"|\*|//|#)|\"\"\"|//|#|/\*")
    found = []
    for path in [*(ROOT / "mapping").rglob("*"), *(ROOT / "pages").rglob("*.py"), ROOT / "app.py"]:
        if path.suffix not in (".py", ".js", ".yaml", ".css", ".typ", ".html") or path.name == "glossary.yaml":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if spoken_of.search(line) and not example_of_code.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")

    assert found == []
