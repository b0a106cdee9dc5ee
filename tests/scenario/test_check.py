"""What a check finds, and that the shipped scenarios pass it."""

import csv
import re
import shutil
from pathlib import Path

import pytest
import yaml

from mapping.errors import ScenarioInvalid
from mapping.i18n import translate
from mapping.scenario import check, read
from mapping.scenario.read import SHIPPED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The template under another name, as a colleague begins."""
    copy = Path(shutil.copytree(SHIPPED / "_template", tmp_path / "aurelia"))
    about = copy / "scenario.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("id: _template", "id: aurelia"), encoding="utf-8")
    return copy


def rewrite(path: Path, row_id: str, **cells: str) -> None:
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    for row in rows:
        if row_id in (row.get("id"), row.get("term")):
            row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def errors(folder: Path) -> set[tuple[str, str]]:
    return {(problem.code, problem.value) for problem in check(folder) if problem.is_error}


@pytest.mark.parametrize("name", ["honduras", "_template"])
def test_finds_nothing_to_correct_in_what_ships(name):
    assert errors(SHIPPED / name) == set()


@pytest.mark.parametrize(
    ("file", "id", "cells", "found"),
    [
        ("actors.csv", "policia", {"kind": "police"}, ("bad_value", "police")),
        ("actors.csv", "policia", {"uses_force": "yes"}, ("bad_value", "yes")),
        ("actors.csv", "policia", {"protect": "si"}, ("yes_or_no", "si")),
        ("actors.csv", "policia", {"part_of": "ministerio"}, ("unknown_actor", "ministerio")),
        ("actors.csv", "policia", {"oversees_as": "command"}, ("not_oversight", "command")),
        ("actors.csv", "policia", {"name_en": ""}, ("missing_language", "en")),
        ("actors.csv", "policia", {"source_ids": "gaceta"}, ("unknown_source", "gaceta")),
        ("actors.csv", "policia", {"source_ids": ""}, ("no_source", "documented")),
        ("actors.csv", "policia", {"aliases": "FISCALIA"}, ("shared_name", "Fiscalía")),
        ("actors.csv", "policia", {"short_es": "P" * 40}, ("too_long", "P" * 40)),
        ("actors.csv", "policia", {"id": "fiscalia"}, ("repeated_id", "fiscalia")),
        ("actors.csv", "policia", {"valid_from": "2015", "valid_to": "2012"}, ("ends_before_it_begins", "2015 – 2012")),
        ("links.csv", "L001", {"kind": "oversees"}, ("bad_value", "oversees")),
        ("links.csv", "L001", {"target": "ejercito"}, ("unknown_actor", "ejercito")),
        ("links.csv", "L001", {"target": "parlamento"}, ("same_ends", "parlamento")),
        ("links.csv", "L001", {"practice_words": "casi nunca"}, ("practice_without_words", "casi nunca")),
        ("links.csv", "L001", {"practice_words": ""}, ("practice_without_words", "")),
        ("links.csv", "L002", {"valid_from": "2010-13"}, ("bad_date", "2010-13")),
        ("links.csv", "L002", {"evidence_es": "", "evidence_en": ""}, ("no_evidence", "")),
        ("events.csv", "E01", {"date": "March"}, ("bad_date", "March")),
        ("events.csv", "E01", {"effects": "start:link:L999"}, ("unknown_effect", "start:link:L999")),
        ("events.csv", "E01", {"effects": "begin:actor:policia"}, ("unknown_effect", "begin:actor:policia")),
        ("generic_terms.csv", "authorities", {"actor_ids": "policia|juez"}, ("unknown_actor", "juez")),
        ("generic_terms.csv", "authorities", {"term": "Policía"}, ("generic_is_a_name", "Policía")),
    ],
)
def test_finds_what_is_wrong_in_a_row(folder, file, id, cells, found):
    rewrite(folder / file, id, **cells)

    assert found in errors(folder)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda e: e["palette"]["referral"].update(kinds=["refers"]), ("unknown_kind", "refers")),
        (lambda e: e["palette"]["referral"].update(kinds=["family:x"]), ("empty_button", "referral")),
        (lambda e: e["palette"]["referral"].update(kinds=["collusion"]), ("sensitive_button", "collusion")),
        (lambda e: e["steps"][4].update(ask=["works"]), ("unknown_field", "works")),
        (lambda e: e["steps"][6].update(ask=["position"]), ("position_not_asked", "position")),
        (lambda e: e["steps"][9].update(writes=["poem"]), ("unknown_field", "poem")),
        (lambda e: e.update(anchors=["pn", "nobody"]), ("unknown_actor", "nobody")),
        (lambda e: e.update(anchors=["pn", "mp"]), ("many_anchors", "2")),
        (lambda e: e["steps"][4].update(draws=False), ("buttons_without_drawing", "oversight")),
        (lambda e: e["presets"]["90"].update(towers=15), ("minutes_differ", "100")),
        (lambda e: e["steps"][0]["title"].pop("en"), ("missing_language", "en")),
        (lambda e: e["questions"]["more"].append("Q3-02"), ("bad_question", "Q3-02")),
        (lambda e: e.update(quiet=0), ("bad_number", "0")),
    ],
)
def test_finds_what_is_wrong_in_an_exercise(folder, change, found):
    path = folder / "exercises" / "session3.yaml"
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(written)
    path.write_text(yaml.safe_dump(written), encoding="utf-8")

    assert found in errors(folder)


@pytest.mark.parametrize("lost", ["scenario.yaml", "links.csv", "sources.csv"])
def test_says_when_a_file_is_missing_and_not_what_follows_from_it(folder, lost):
    (folder / lost).unlink()

    found = [(p.code, p.file) for p in check(folder) if p.is_error]
    assert found[0] == ("no_file", lost)
    assert len(found) == 1


def test_says_when_a_folder_is_no_scenario(tmp_path):
    assert {p.code for p in check(tmp_path / "nowhere")} == {"no_file"}
    with pytest.raises(ScenarioInvalid, match=r"scenario\.yaml: the file is not there"):
        read(tmp_path / "nowhere")


def test_takes_evidence_in_one_language_as_a_note(folder):
    rewrite(folder / "links.csv", "L002", evidence_es="")

    assert errors(folder) == set()
    assert ("missing_language", "links.csv L002 evidence_es", "es", "note") in [
        (p.code, p.where, p.value, p.level) for p in check(folder)
    ]


def test_has_words_for_every_problem_in_both_languages():
    source = "".join(p.read_text(encoding="utf-8") for p in Path("mapping/scenario").glob("*.py"))
    codes = set(re.findall(r"""(?:Problem|at|_at\(.*\))\(\s*"(\w+)\"""", source))

    for language in ("es", "en"):
        t = translate(language)
        known = set(t.part("scenario.problem"))
        assert codes <= known
        assert all(f'"{code}"' in source for code in known)
        assert all("X" in t(f"scenario.problem.{c}", value="X", other="Y") for c in ("unknown_kind", "bad_date"))


def test_reads_the_sessions_of_the_training():
    honduras = read(SHIPPED / "honduras")
    third, fourth = honduras.exercise("3"), honduras.exercise("4")

    # acceptance story, annex C: minutes and default questions
    assert [step.minutes for step in third.steps] == [5, 5, 10, 10, 20, 10, 5, 5, 15, 5]
    assert [step.minutes for step in fourth.steps] == [5, 10, 15, 10, 10, 10, 10, 5]
    assert third.first == ("Q3-02", "Q3-04", "Q3-10", "Q3-22", "Q3-24")
    assert third.tables == {"Q3-02": "Q3-03"}
    assert fourth.first == ("Q4-01", "Q4-03", "Q4-04", "Q4-05", "Q4-22")
    assert fourth.sensitive == ("Q4-07",)
    assert {button.id for step in third.steps for button in step.buttons} == {
        "authority", "oversight", "referral", "cooperation", "support",
    }  # fmt: skip
    assert max(len(step.buttons) for step in (*third.steps, *fourth.steps)) == 2
    assert not third.positions
    assert [step.id for step in third.steps if step.read_back] == ["towers"]
    assert {s.id: s.writes for s in third.steps if s.writes} == {"close": ("finding", "unknown")}
    assert {s.id: s.writes for s in fourth.steps if s.writes} == {"close": ("finding", "unknown", "entry")}


def test_gives_a_session_other_minutes():
    third = read(SHIPPED / "honduras").exercise("3")

    assert (sum(s.minutes for s in third.steps), sum(s.minutes for s in third.timed("75").steps)) == (90, 75)
    assert third.timed("75").frame("en") == third.frame("en")


def test_gives_a_step_its_kinds():
    third = read(SHIPPED / "honduras").exercise("3")

    assert third.step("authority").kinds == ("command", "appointment", "budget")
    assert len(third.step("oversight").kinds) == 7
    assert third.step("oversight").ask == ("practice",)
    assert third.step("towers").ask == ("influence",)
    assert third.frame("es").is_set


def test_says_the_same_numbers_in_both_languages():
    honduras = read(SHIPPED / "honduras")
    texts = {link.id: link.evidence for link in honduras.links.values()}
    texts |= {event.id: event.description for event in honduras.events.values()}

    def numbers(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", text.replace(",", "")))

    assert [id for id, text in texts.items() if numbers(text["es"]) != numbers(text["en"])] == []
