"""A folder with faults of every sort: one check says them all, each with file, row and column."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from mapping.__main__ import main
from mapping.errors import ScenarioInvalid
from mapping.scenario import check, read
from mapping.scenario.read import SHIPPED

SESSION3 = SHIPPED / "_template" / "exercises" / "session3.yaml"
STEPLESS = re.sub(r"(?s)\nsteps:.*\nquestions:", "\nquestions:", SESSION3.read_text(encoding="utf-8")).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(SHIPPED / "_template", tmp_path / "aurelia"))
    replace(copy / "scenario.yaml", "id: _template", "id: aurelia")
    return copy


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def places(folder: Path) -> set[tuple[str, str, int | None, str]]:
    return {(p.code, p.file, p.row, p.column) for p in check(folder) if p.is_error}


@pytest.fixture
def broken(folder: Path) -> Path:
    """Something wrong in every file."""
    replace(folder / "scenario.yaml", "reference_date: '2015-09-01'", "reference_date: September")
    replace(folder / "scenario.yaml", "  en: Aurelia, national\n", "")
    replace(folder / "actors.csv", ",core_security,", ",police,")  # row 2
    replace(folder / "actors.csv", "Parlamento|Parliament", "Policía|Parliament")  # row 3
    replace(folder / "actors.csv", ",justice,,national,yes,", ",justice,,national,perhaps,")  # row 4
    replace(folder / "links.csv", "parlamento,policia,", "parlamento,ejercito,")  # row 2
    replace(folder / "links.csv", "L003,", "L002,")  # row 4
    replace(folder / "events.csv", "2010-03-01", "01/03/2010")
    replace(folder / "events.csv", ",ley_fiscalia,documented", ",,documented")
    replace(folder / "sources.csv", "2010,,yes", "2010,,seen")
    replace(folder / "indicators.csv", ",value,", ",")  # every row now has a cell too many
    replace(folder / "generic_terms.csv", "authorities,policia|", "authorities,police|")
    replace(folder / "exercises" / "session3.yaml", "kinds: [cooperation]", "kinds: [coordination]")
    replace(folder / "exercises" / "session4.yaml", "session: '4'", "session: '4")
    return folder


def test_says_every_problem_of_all_files_in_either_language(broken, capsys):
    assert main(["scenario", "check", str(broken)]) == 1
    english = capsys.readouterr().out.splitlines()
    assert main(["scenario", "check", str(broken), "--language", "es"]) == 1
    spanish = capsys.readouterr().out.splitlines()

    assert [line.split(": ")[0] for line in english if ": " in line] == [
        "scenario.yaml, line 7, at territory.en",
        "scenario.yaml, line 9, at reference_date",
        "actors.csv, row 2 (policia), column kind",
        "actors.csv, row 3 (parlamento), column aliases",
        "actors.csv, row 4 (fiscalia), column statutory",
        "links.csv, row 2 (L001), column target",
        "links.csv, row 4 (L002), column id",
        "events.csv, row 2 (E01), column source_ids",
        "events.csv, row 2 (E01), column date",
        "events.csv, row 2 (E01), column effects",  # L003 has another id now
        "sources.csv, row 4 (ley_fiscalia), column seen",
        "indicators.csv, row 1, column value",
        "indicators.csv, row 2 (officers), column source_ids",  # one cell further to the left
        "indicators.csv, row 2 (officers), column confidence",
        "generic_terms.csv, row 3 (authorities), column actor_ids",
        "exercises/session3.yaml, line 33, at palette.cooperation.kinds",
        "exercises/session4.yaml, line 3",
        "actors.csv, row 5 (vecinos), column source_ids",  # a note
    ]
    assert english[-1] == "17 to correct."
    assert spanish[-1] == "17 por corregir."
    assert len(english) == len(spanish)
    assert 'links.csv, row 2 (L001), column target: no actor is called "ejercito"' in english
    assert "links.csv, fila 2 (L001), columna target: ningún actor se llama «ejercito»" in spanish
    assert "scenario.yaml, línea 7, en territory.en: falta el texto en «en»" in spanish
    assert "actors.csv, fila 4 (fiscalia), columna statutory: «perhaps» no es uno de los valores posibles: yes, no, " \
        "contested, unknown" in spanish  # fmt: skip


def test_gives_programs_the_same(broken, capsys):
    main(["scenario", "check", str(broken), "--json"])
    found = json.loads(capsys.readouterr().out)

    assert found["errors"] == len([p for p in found["problems"] if p["level"] == "error"])
    assert {
        "code": "unknown_actor", "file": "links.csv", "value": "ejercito", "row": 2, "column": "target", "id": "L001",
        "other": "", "level": "error",
    } in found["problems"]  # fmt: skip


def test_is_not_read_with_a_fault_of_form(broken):
    with pytest.raises(ScenarioInvalid, match=r"aurelia: indicators\.csv, row 1, column value: the column"):
        read(broken)


def test_counts_rows_as_a_spreadsheet_does(folder):
    # a cell of two lines and an empty row each are one row of a spreadsheet
    replace(folder / "links.csv", "La comisión de seguridad rara vez", '"La comisión\nde seguridad rara vez')
    replace(folder / "links.csv", "cita a la policía.,", 'cita a la policía.",')
    replace(folder / "links.csv", "L003,fiscalia,", ",,,,,,,,,,,,,,,\nL003,juzgado,")

    assert places(folder) == {("unknown_actor", "links.csv", 5, "source")}


def test_reads_what_a_spreadsheet_of_another_country_writes(folder):
    whole = read(folder)
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as table:
            rows = list(csv.reader(table))
        with path.open("w", encoding="utf-8-sig", newline="") as table:
            csv.writer(table, delimiter=";").writerows(rows)

    assert places(folder) == set()
    assert read(folder).links == whole.links


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("actors.csv", b"", ("empty_file", None, "")),
        ("links.csv", b"\n\n", ("empty_file", None, "")),
        ("scenario.yaml", b"", ("empty_file", None, "")),
        ("exercises/session4.yaml", b"# nothing\n", ("empty_file", None, "")),
        ("scenario.yaml", b"id: aurelia\nname: {es: Aurelia\nlanguages: [es]\n", ("broken_yaml", 3, "")),
        ("exercises/session4.yaml", b"session: '4'\ntitle: Sesi\xf3n\n", ("not_utf8", 2, "")),
        ("exercises/session4.yaml", b"- session\n", ("wrong_form", None, "")),
        ("sources.csv", b'id,title,publisher,year,url,seen\n"constitucion,x,y,1990,,yes\n', ("broken_table", 2, "")),
        ("sources.csv", b"PK\x03\x04 a workbook by another name", ("no_heading", 1, "")),
        ("exercises/session3.yaml", STEPLESS, ("missing_part", None, "steps")),
        ("sources.csv", b"name,title,publisher,year,url,seen\na,b,c,1990,,yes\n", ("no_column", 1, "id")),
    ],
)
def test_says_of_a_file_only_what_is_wrong_with_it(folder, file, text, found):
    (folder / file).write_bytes(text)

    assert places(folder) == {(found[0], file, *found[1:])}


def test_says_where_a_table_is_not_utf8_and_checks_the_rest_of_it(folder):
    path = folder / "actors.csv"
    replace(path, ",justice,", ",jury,")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))

    assert places(folder) == {("not_utf8", "actors.csv", 2, ""), ("bad_value", "actors.csv", 4, "kind")}


def test_names_a_column_that_is_missing_once(folder):
    replace(folder / "actors.csv", ",description_en,", ",description,")

    assert places(folder) == {("no_column", "actors.csv", 1, "description_en")}
    assert ("unknown_column", "description") in {(p.code, p.column) for p in check(folder) if not p.is_error}


def test_says_when_a_row_has_not_the_cells_of_the_heading(folder):
    replace(folder / "sources.csv", "Ley de Policía,Gaceta", "Ley, de Policía,Gaceta")

    assert ("cells_differ", "sources.csv", 3, "") in places(folder)


def test_says_when_what_should_be_a_number_is_none(folder):
    replace(folder / "indicators.csv", ",5200,", ",many,")
    replace(folder / "actors.csv", ",none,2,", ",none,second,")

    assert places(folder) == {("no_number", "indicators.csv", 2, "value"), ("no_number", "actors.csv", 5, "tier")}


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("scenario.yaml", "session: '3'\n", "", ("missing_part", None, "session")),
        ("scenario.yaml", "languages: [es, en]", "languages: [es]", ("no_language", 6, "languages")),
        ("scenario.yaml", "id: aurelia", "id: atlantis", ("id_differs", 2, "id")),
        ("scenario.yaml", "[aurelia, ", "{aurelia: ", ("broken_yaml", 13, "")),
        ("exercises/session3.yaml", "[authority]", "[power]", ("unknown_button", 50, "steps.roles.buttons")),
        ("exercises/session3.yaml", "preset: '90'", "preset: '80'", ("unknown_preset", 17, "preset")),
        ("exercises/session3.yaml", "roles: 5, ", "roles: five, ", ("wrong_form", 19, "presets.90.roles")),
        ("exercises/session3.yaml", "positions: false", "positions: maybe", ("wrong_form", 15, "positions")),
        ("exercises/session4.yaml", "session: '4'", "session: 3", ("session_twice", 1, "session")),
        ("exercises/session4.yaml", "session: '4'", "session: 5", ("bad_value", 1, "session")),
    ],
)  # fmt: skip
def test_says_what_has_the_wrong_form(folder, file, old, new, found):
    replace(folder / file, old, new)

    assert (found[0], file, *found[1:]) in places(folder)


def test_lets_only_questions_be_named_that_the_program_answers(folder, capsys):
    replace(folder / "exercises" / "session3.yaml", "more: [Q3-13, Q3-17]", "more: [Q3-13, Q3-99]")

    assert main(["scenario", "check", str(folder)]) == 1
    assert "line 120, at questions.more" in capsys.readouterr().out
