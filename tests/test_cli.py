"""The command line as a contract: shapes, exit codes, one line on stderr."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mapping.cli import main
from mapping.codec import MapFile, dumps, loads
from mapping.export import FORMATS
from mapping.export.several import dumps_several
from mapping.store import open_store
from tests import golden

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.fixture
def maps(tmp_path: Path) -> tuple[str, str]:
    paths = tmp_path / "g1.json", tmp_path / "g2.json"
    for path, map in zip(paths, (golden.group1(), golden.group2()), strict=True):
        path.write_text(dumps(MapFile(map)), encoding="utf-8")
    return str(paths[0]), str(paths[1])


def _run(*arguments: str) -> int:
    return main(arguments)


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)


def test_analyse_prints_the_findings_of_the_session(maps: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "analyse", maps[0], "--session", "3", "--json", "--language", "es")["findings"]
    by_id = {f["question"]: f for f in found}

    assert {"question", "outcome", "statement", "actors", "links", "values", "caution"} <= set(found[0])
    # golden path, section 4: works for pn alone; three without any; pmop weak
    assert set(by_id["Q3-02"]["actors"]) == {"ffaa", "fusina", "inp", "pmop"}
    assert by_id["Q3-02"]["gaps"] == ["g1-10"]
    assert "4 de 5 instituciones con personal armado" in by_id["Q3-02"]["statement"]
    assert set(by_id) == {"Q3-02", "Q3-03", "Q3-04", "Q3-10", "Q3-22", "Q3-24"}


def test_one_question_is_asked_alone_and_in_the_language_wanted(
    maps: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = _json(capsys, "analyse", maps[1], "--question", "Q3-10", "--json", "--language", "en")["findings"]

    assert found["question"] == "Q3-10"
    assert "National Police" in found["statement"]


def test_a_question_may_be_written_small_or_with_others(
    maps: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = _json(capsys, "analyse", maps[0], "--question", "q3-10,Q3-17", "--json")["findings"]

    assert [f["question"] for f in found] == ["Q3-10", "Q3-17"]


def test_an_error_says_which_of_several_files_it_is_about(
    maps: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "group 2.csv"
    broken.write_text("Fecha,Monto\n2015,3\n", encoding="utf-8")

    assert _run("compare", maps[0], str(broken)) == 2
    said = capsys.readouterr().err
    assert "group 2.csv" in said
    assert "'Fecha', 'Monto'" in said


def test_the_sensitive_question_sees_nothing_unless_it_is_opened(
    maps: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (closed,) = _json(capsys, "analyse", maps[0], "--question", "Q4-07", "--json")["findings"]
    (opened,) = _json(capsys, "analyse", maps[0], "--question", "Q4-07", "--sensitive", "--json")["findings"]

    assert closed["values"]["reason"] == "closed"
    assert opened["values"].get("reason") != "closed"


def test_measure_prints_null_for_what_is_undefined(maps: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "measure", maps[0], "--measure", "influence", "--measure", "reach", "--json")["measures"]

    assert set(found) == {"influence", "reach"}
    assert found["influence"]["inp"] is None
    assert found["influence"]["ddhh_ffaa"] == 0
    assert found["reach"]["ffaa"] == 3  # golden path, section 4


def test_measure_prints_a_table(maps: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("measure", maps[0], "--measure", "influence", "--csv", "--language", "es") == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "actor,nombre,influence"
    assert "inp,INP," in lines
    assert len(lines) == 13


def test_compare_prints_the_board(maps: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "compare", *maps, "--json")

    assert found["groups"] == ["1", "2"]
    assert found["similarity"]["1|2"]["links"] == {"shared": 9, "union": 20, "jaccard": 0.45}  # golden path, 5
    assert {"actor", "in", "reason"} <= set(found["alignment"][0])
    assert {"source", "target", "kind", "groups"} <= set(found["links"][0])
    assert found["agenda"][0]["kind"] == "direction"
    assert {"rank", "worth", "flips"} <= set(found["agenda"][0])
    kinds = [c["kind"] for c in found["contradictions"]]
    assert (kinds.count("direction"), kinds.count("practice")) == (1, 2)


def test_compare_has_statistics_for_who_asks(maps: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Golden path, section 5: 11 shared actors; of those, ten were rated by both (inp by nobody)."""
    assert "statistics" not in _json(capsys, "compare", *maps, "--json")

    found = _json(capsys, "compare", *maps, "--json", "--statistics")["statistics"]
    assert found["alpha"]["influence"]["actors"] == 10
    assert 0 < found["alpha"]["influence"]["value"] < 1
    assert found["qap"]["1|2"]["actors"] == 11
    assert found["qap"]["1|2"]["p"] == 0.0005  # 1 of 2,000: no order by chance shares as many
    assert not found["qap"]["1|2"]["exact"]


def test_compare_tells_what_is_otherwise_on_the_later_of_two(
    maps: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Golden path, section 5, read as two times: 9 links stay, two answers change, pn - mp is turned."""
    found = _json(capsys, "compare", *maps, "--over-time", "--json")
    assert found["kept"] == 9
    assert len(found["answered"]) == 2
    assert found["turned"] == [{"source": "mp", "kind": "referral", "target": "pn"}]
    assert (len(found["links_came"]), len(found["links_went"])) == (5, 4)

    assert _run("compare", *maps, "--over-time", "--language", "es") == 0
    assert "Relaciones que ahora van al revés (1)" in capsys.readouterr().out
    assert _run("compare", *maps, maps[0], "--over-time") == 2
    assert _run("compare", maps[0], maps[0], "--over-time") == 0
    assert "Nothing that is compared has changed." in capsys.readouterr().out


def test_compare_writes_a_page_that_may_be_shared(maps: tuple[str, str], tmp_path: Path) -> None:
    assert _run("compare", *maps, "--out", str(tmp_path / "board.html"), "--language", "es") == 0
    page = (tmp_path / "board.html").read_text(encoding="utf-8")

    assert "Coinciden 9 de 20 relaciones" in page
    assert "Para compartir" in page


def test_match_ranks_candidates_in_input_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.txt"
    names.write_text("fiscalía\n\nmilitares\nxyzzy\n", encoding="utf-8")
    found = _json(capsys, "match", str(names), "--scenario", "honduras", "--json")["matches"]

    assert [(m["name"], m["verdict"]) for m in found] == [
        ("fiscalía", "accept"), ("militares", "confirm"), ("xyzzy", "none"),
    ]  # fmt: skip
    assert found[0]["candidates"][0]["id"] == "mp"
    assert {"id", "score", "reason"} == set(found[1]["candidates"][0])


# what people type, and the actor of the Honduran catalogue they mean; none where a person must say, or nobody can
TYPED = {
    "Policía Nacional": "pn", "policia nacional": "pn", "PNH": "pn", "National Police": "pn", "PMOP": "pmop",
    "Policia Militar": "pmop", "FFAA": "ffaa", "Fuerzas Armadas de Honduras": "ffaa", "Armed Forces": "ffaa",
    "Fiscalía": "mp", "MP": "mp", "Ministerio Publico": "mp", "Public Prosecutor": "mp", "conadeh": "conadeh",
    "juzgados": "tribunales", "cárceles": "inp", "INP": "inp", "BID": "bid", "IDB": "bid",
    "banco interamericano de desarrollo": "bid", "Swiss Cooperation": "cosude",
}  # fmt: skip
ASKED = {"la poli": "pn", "militares": "ffaa", "fisclia": "mp", "congreso nacionla": "congreso", "Ombudsmen": "conadeh",
         "maras": "ms13"}  # fmt: skip
NONSENSE = ("asdfgh", "123", "=SUM(A1)", "Juan Pérez")


def test_thirty_names_as_people_type_them_are_taken_asked_or_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "names.txt"
    typed = [*TYPED, *ASKED, *NONSENSE]
    names.write_text("\r\n".join(typed), encoding="utf-8-sig")
    found = _json(capsys, "match", str(names), "--scenario", "honduras", "--json", "--language", "es")["matches"]
    verdicts = {m["name"]: m["verdict"] for m in found}

    assert [m["name"] for m in found] == typed
    assert {m["name"]: m["candidates"][0]["id"] for m in found if m["verdict"] == "accept"} == TYPED
    assert all(verdicts[name] == "confirm" for name in ASKED)
    assert all(
        id in [c["id"] for m in found if m["name"] == name for c in m["candidates"]] for name, id in ASKED.items()
    )
    assert all(verdicts[name] == "none" for name in NONSENSE)
    for m in found:
        scores = [c["score"] for c in m["candidates"]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_three_strangers_files_with_other_names_and_ids_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file counts its actors its own way; the third says nothing of practice."""
    files = []
    for n, text in enumerate((
        "Origen;Destino;Relación;¿Funciona?\nPolicía Nacional;Fiscalía;remite casos;sí\nCONADEH;Policía Nacional;"
        "supervisa;a medias\n",
        "From,To,Type,Does it work?\nPublic Prosecutor,National Police,refers cases to,works\nCONADEH,National Police,"
        "oversees,works\n",
        "From,To,Type\nPNH,Ministerio Publico,remite casos\nconadeh,PNH,supervisa\n",
    ), 1):  # fmt: skip
        files.append(tmp_path / f"group {n}.csv")
        files[-1].write_text(text, encoding="utf-8")
    found = _json(capsys, "compare", *map(str, files), "--json")

    assert found["groups"] == ["1", "2", "3"]
    assert [set(one["in"]) for one in found["alignment"]] == [{"1", "2", "3"}] * 3
    assert {one["reason"] for one in found["alignment"]} == {"name"}
    assert set(found["similarity"]) == {"1|2", "1|3", "2|3"}
    assert found["similarity"]["1|3"]["links"] == {"shared": 2, "union": 2, "jaccard": 1.0}
    kinds = sorted(c["kind"] for c in found["contradictions"])
    assert kinds == ["direction", "practice"]


def test_two_files_that_count_their_actors_do_not_join_by_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = tmp_path / "a.csv", tmp_path / "b.csv"
    a.write_text("Id,Label\n1,Police\n2,Army\n", encoding="utf-8")
    b.write_text("Id,Label\n1,Army\n2,Courts\n", encoding="utf-8")
    alignment = _json(capsys, "compare", str(a), str(b), "--json")["alignment"]

    assert [one["in"] for one in alignment if len(one["in"]) == 2] == [{"1": "2", "2": "1"}]


def test_sensitive_links_are_compared_only_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name in ("a.csv", "b.csv"):
        files.append(str(tmp_path / name))
        Path(files[-1]).write_text("From,To,Type\nMS-13,Comerciantes,extorsiona\nPN,MP,referral\n", encoding="utf-8")
    shared = _json(capsys, "compare", *files, "--json")["links"]
    whole = _json(capsys, "compare", *files, "--json", "--sensitive")["links"]

    assert [k["kind"] for k in shared] == ["referral"]
    assert {k["kind"] for k in whole} == {"referral", "extortion"}


@pytest.mark.parametrize("format", list(FORMATS))
def test_every_format_is_written(format: str, maps: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out" / ("x.zip" if format in ("csv", "pack") else f"x{FORMATS[format].suffix}")

    assert _run("export", maps[0], "--to", format, "--out", str(out)) == 0
    assert out.stat().st_size > 200
    assert not list(out.parent.glob("*.part"))


def test_export_leaves_notes_out_and_says_so(
    maps: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared, internal = tmp_path / "s.json", tmp_path / "i.json"

    assert _run("export", maps[0], "--to", "json", "--out", str(shared), "--language", "es") == 0
    assert capsys.readouterr().out == "Se dejó fuera: 1 nota.\n"
    assert _run("export", maps[1], "--to", "json", "--out", str(shared)) == 0
    assert capsys.readouterr().out == "There was nothing to remove.\n"
    assert _run("export", maps[0], "--to", "json", "--out", str(shared)) == 0
    assert _run("export", maps[0], "--to", "json", "--out", str(internal), "--internal") == 0
    assert "CANARIO-7F" not in shared.read_text(encoding="utf-8")
    assert "CANARIO-7F" in internal.read_text(encoding="utf-8")


def test_csv_is_a_folder_or_lies_beside_a_name_or_is_an_archive(maps: tuple[str, str], tmp_path: Path) -> None:
    for out in ("folder", "map.csv", "map.zip"):
        assert _run("export", maps[0], "--to", "csv", "--out", str(tmp_path / out)) == 0

    assert (tmp_path / "folder" / "links.csv").is_file()
    assert (tmp_path / "map.actors.csv").is_file()
    assert zipfile.is_zipfile(tmp_path / "map.zip")


def test_a_pack_is_made_of_one_map_of_several_or_of_a_workshops_file(maps: tuple[str, str], tmp_path: Path) -> None:
    """Golden path, step 15: the same pack from the internal file, on another machine."""
    whole = tmp_path / "workshop.json"
    whole.write_text(dumps_several([MapFile(golden.group1()), MapFile(golden.group2())]), encoding="utf-8")

    assert _run("export", *maps, "--to", "pack", "--out", str(tmp_path / "a.zip")) == 0
    assert _run("export", str(whole), "--to", "pack", "--out", str(tmp_path / "b.zip")) == 0
    assert _run("export", str(whole), "--to", "pack", "--out", str(tmp_path / "p")) == 0

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert "4 de 5" in (tmp_path / "p" / "es" / "grupo-1" / "informe.html").read_text(encoding="utf-8")


def test_import_says_what_it_kept_guessed_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "links.csv", tmp_path / "m.json"
    source.write_text("From,To,Type,Color\nPN,MP,referral,red\n", encoding="utf-8")

    assert _run("import", str(source), "--out", str(out), "--language", "es") == 0
    said = capsys.readouterr().out

    assert "Se conservó: 2 actores." in said
    assert "Se supuso: 2 actores que sólo nombran relaciones: PN, MP." in said
    assert "Se dejó fuera: la columna «Color» (1 fila)." in said
    assert len(loads(out.read_bytes()).map.links) == 1


def test_a_scenario_is_checked_and_its_map_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "m.json"

    assert _run("scenario", "check", str(ROOT / "scenarios" / "honduras")) == 0
    assert _run("scenario", "map", str(ROOT / "scenarios" / "honduras"), "--at", "2015-09-01", "--out", str(out)) == 0
    tier1 = loads(out.read_bytes()).map
    assert _run("scenario", "map", str(ROOT / "scenarios" / "honduras"), "--tier", "2", "--out", str(out)) == 0
    capsys.readouterr()

    assert tier1.frame.date == "2015-09-01"
    assert len(loads(out.read_bytes()).map.actors) > len(tier1.actors)
    (found,) = _json(capsys, "analyse", str(out), "--question", "Q3-02", "--json")["findings"]
    assert {"fusina", "dnii"} <= set(found["actors"])


def test_a_scenario_with_faults_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    folder = tmp_path / "honduras"
    shutil.copytree(ROOT / "scenarios" / "honduras", folder)
    links = folder / "links.csv"
    links.write_text(links.read_text(encoding="utf-8").replace(",pn,", ",nadie,", 1), encoding="utf-8")

    assert _run("scenario", "check", str(folder), "--language", "es") == 1
    assert "nadie" in capsys.readouterr().out


def test_demo_fills_the_database_with_an_invented_workshop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    monkeypatch.setenv("MAPPING_DATABASE_URL", url)

    assert _run("demo", "--language", "es") == 0
    said = capsys.readouterr().out
    store = open_store(url)
    (workshop,) = store.workshops.list_open()
    maps = [store.maps.state(g.map_id).map for g in workshop.groups]
    store.close()

    assert workshop.plan.invented
    assert [(len(m.actors), len(m.links)) for m in maps] == [(12, 15), (12, 15)]
    assert all(m.frame.invented and m.frame.group for m in maps)
    assert "Ejemplo inventado" in said
    assert all(group.code in said for group in workshop.groups)


def test_doctor_finds_nothing_wrong_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path / 'x.db'}")
    found = _json(capsys, "doctor", "--json")["checks"]

    assert all(check["ok"] for check in found)
    assert {"database", "scenarios", "pictures", "words"} <= {check["check"] for check in found}


def test_doctor_is_exit_1_when_the_database_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path / 'file' / 'x.db'}")

    assert _run("doctor") == 1
    assert "Database: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("frob",), ("analyse",), ("scenario",), ("analyse", "nowhere.json"), ("analyse", "{map}", "--session", "9"),
        ("analyse", "{map}", "--question", "Q9-99"), ("analyse", "{map}", "--language", "fr"),
        ("measure", "{map}", "--measure", "charm"), ("compare", "{map}"), ("analyse", "{broken}"),
        ("export", "{map}", "--to", "docx", "--out", "x"), ("import", "{broken}", "--out", "x"),
        ("scenario", "map", "{folder}", "--out", "x"), ("scenario", "check", "{broken}"),
        ("match", "{map}", "--scenario", "atlantis"), ("analyse", "{folder}"),
        ("import", "{map}", "--out", "x", "--format", "dl"),
        ("export", "{map}", "{map}", "--to", "xlsx", "--out", "x"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line_and_exit_2(
    arguments: tuple[str, ...], maps: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    broken = tmp_path / "broken.json"
    broken.write_bytes(b'{"format": "sector-map", "version": 99}')
    (tmp_path / "folder").mkdir()
    named = {"map": maps[0], "broken": str(broken), "folder": str(tmp_path / "folder")}

    assert main([a.format(**named) for a in arguments]) == 2
    said = capsys.readouterr()

    assert said.out == ""
    assert said.err.startswith("mapping: ")
    assert said.err.count("\n") == 1
    assert not (tmp_path / "x").exists()


def _commands() -> dict[str, set[str]]:
    """Every command with its options, as `--help` tells them."""
    import typer

    from mapping.cli import app

    def walk(command: Any, path: tuple[str, ...]) -> dict[str, set[str]]:
        if hasattr(command, "commands"):
            return {k: v for name, sub in command.commands.items() for k, v in walk(sub, (*path, name)).items()}
        return {" ".join(path): {o for p in command.params for o in p.opts if o.startswith("--")} - {"--help"}}

    return walk(typer.main.get_command(app), ())


def test_the_documentation_and_the_commands_are_in_step() -> None:
    sections = {m[1]: m[2] for m in re.finditer(r"^## (.+?)\n(.*?)(?=^## |\Z)", DOCS, re.MULTILINE | re.DOTALL)}
    commands = _commands()

    assert set(sections) == set(commands)
    for name, options in commands.items():
        assert "--language" in options
        usage = re.search(r"`(.+?)`", sections[name])
        assert usage
        written = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", sections[name]))
        assert options - {"--language"} == written & options, f"{name}: not documented"
        assert written <= options | {"--internal"}, f"{name}: documented, but not there"


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for name in _commands():
        assert main([*name.split(), "--help"]) == 0
        assert "Usage: python -m mapping" in capsys.readouterr().out


def test_every_format_is_documented() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")

    assert all(re.search(rf"^\| {id} \|", text, re.MULTILINE) for id in FORMATS)
    assert "Formats: `" + " ".join(FORMATS) + "`" in DOCS


def test_the_command_line_does_not_load_the_web_framework(tmp_path: Path, maps: tuple[str, str]) -> None:
    code = (
        "import sys; from mapping.cli import main; code = main(sys.argv[1:]); "
        "print('streamlit' in sys.modules, code, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "analyse", maps[0], "--json"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip

    assert run.stderr.strip() == "False 0"


def test_it_runs_as_a_module(maps: tuple[str, str]) -> None:
    command = [sys.executable, "-m", "mapping", "measure", maps[0], "--measure", "reach", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)

    assert json.loads(run.stdout)["measures"]["reach"]["congreso"] == 1


def test_a_backup_is_restored_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/one.db")
    assert _run("demo") == 0
    assert _run("backup", str(tmp_path / "all.zip")) == 0
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/two.db")
    assert _run("restore", str(tmp_path / "all.zip")) == 0
    said = capsys.readouterr().out

    assert _run("restore", str(tmp_path / "all.zip")) == 2
    assert said.count("1 workshop") == 2
    assert capsys.readouterr().err == "mapping: this database has 1 workshop; a backup goes into an empty one\n"
