"""A file that cannot be read gives one sentence, in the language of the page, and costs little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mapping.cli import main
from mapping.errors import BadInput, FileTooNew, FileUnreadable, TooMany, UnknownField
from mapping.i18n import LANGUAGES, translate
from mapping.imports import read, why
from mapping.imports.problems import shortly
from tests.imports.bombs import BOMBS

ROOT = Path(__file__).parents[2]
SMALL = [
    name
    for name in BOMBS
    if not name.startswith(("a million", "a sheet of", "texts", "very many sheets", "an archive of long"))
]


def _refusal(name: str) -> BadInput:
    filename, made, _ = BOMBS[name]
    with pytest.raises(BadInput) as refused:
        read(made(), filename)
    return refused.value


@pytest.mark.parametrize("name", SMALL)
def test_the_reason_is_one_sentence_in_both_languages(name: str) -> None:
    error, word = _refusal(name), BOMBS[name][2]

    english, spanish = (why(error, translate(language)) for language in ("en", "es"))

    beginning = translate("es")(f"imports.problem.{word}").split("{")[0]
    assert spanish.startswith(beginning)
    assert english != spanish
    for sentence in (english, spanish):
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert len(sentence) < 400
        assert sentence.isprintable()


@pytest.mark.parametrize("name", BOMBS)
def test_a_refusal_needs_little_memory_and_time(name: str) -> None:
    """Of the processor's time, so that a busy computer changes nothing; the limits are those of `bombs`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.imports.bombs", name], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.startswith("refused: "), done.stderr[-500:]


def _own(**more: object) -> dict[str, object]:
    pn = {"id": "pn", "name": "PN", "kind": "core_security"}
    return {"format": "sector-map", "version": 1, "frame": {}, "actors": [pn], "links": [], **more}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"version": 99}, "too_new"),
        ({"version": None}, "no_version"),
        ({"actors": [{"id": "pn", "name": "PN", "kind": "core_security"}] * 2}, "same_id"),
        ({"links": [{"id": "k", "kind": "command", "source": "pn", "target": "mp"}]}, "dangling"),
        ({"actors": {}}, "no_list"),
        ({"actors": [{"id": "pn", "name": "PN", "kind": "dragon"}]}, "unknown_kind"),
        ({"actors": [{"id": "pn", "name": "PN", "kind": "justice", "influence": 9}]}, "value"),
        ({"actors": [{"id": "pn", "name": "PN", "kind": "justice", "colour": "red"}]}, "damaged"),
    ],
)
def test_our_own_file_says_what_is_wrong_with_it(change: dict[str, object], word: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(json.dumps(_own(**change)).encode(), "map.json")

    for language in LANGUAGES:
        t = translate(language)
        assert why(refused.value, t).startswith(t(f"imports.problem.{word}").split("{")[0])


def test_what_a_file_says_is_shown_shortly_and_in_print() -> None:
    assert shortly("a\n\x07b\u202e" + "c" * 100) == "a b " + "c" * 55 + "…"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_sentence(language: str) -> None:
    t = translate(language)
    refusals = [
        TooMany("bytes in a file", 10_000_000), TooMany("words", 3), FileTooNew(2, 1), UnknownField("x"),
        FileUnreadable("something"),
    ]  # fmt: skip

    assert all(why(error, t).endswith(".") for error in refusals)
    assert "10 MB" in why(refusals[0], t)


def test_the_command_line_says_it_in_its_language_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, out = tmp_path / "roto.json", tmp_path / "m.json"
    broken.write_bytes(b'{"elements": [')

    assert main(["import", str(broken), "--out", str(out), "--language", "es"]) == 2

    assert capsys.readouterr().err == f"mapping: {broken}: no es un texto JSON completo.\n"
    assert not out.exists()


def test_a_file_too_large_is_not_even_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(60_000_000_000)  # it takes no place on the disk

    assert main(["import", str(large), "--out", str(tmp_path / "m.json")]) == 2
    assert "more than 10 MB" in capsys.readouterr().err
