"""The colours by numbers: read on every ground, told apart by every eye, and never the only thing that tells apart."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mapping.i18n import translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.picture import composition, png
from mapping.render.style import style
from mapping.schema import schema
from tests.render.vision import MACHADO, contrast, distance, lightness

ROOT = Path(__file__).parents[2]
CANVAS = ROOT / "mapping" / "render" / "canvas"
NODE = shutil.which("node")
MARKS = {"light": ":root, :host", "dark": "\n[data-theme='dark']"}
LETTERS = {
    "authority": "A", "oversight": "S", "service": "R", "cooperation": "C", "support": "P", "influence": "I",
    "tension": "T", "illicit": "X",
}  # fmt: skip
EVERYDAY = ("authority", "oversight", "service", "cooperation", "support")
# the smallest distance between two families: of the everyday five, of all eight (CAM02-UCS, rounded)
APART = {
    "light": {"normal": (23, 17), "deuteranopia": (19, 12), "protanopia": (15, 12), "tritanopia": (18, 11)},
    "dark": {"normal": (21, 17), "deuteranopia": (15, 14), "protanopia": (21, 15), "tritanopia": (16, 13)},
}


def tokens(theme: str) -> dict[str, str]:
    css = (CANVAS / "tokens.css").read_text(encoding="utf-8").split("@media print")[0]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6})", css.split(MARKS[theme])[1].split("}")[0]))


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_measures_are_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails
    assert distance("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)  # J' of white less that of black
    assert lightness("#777777") == pytest.approx(50.0, abs=0.1)
    red, green = "#C03A2B", "#5E7A1E"
    assert distance(red, green) > 30
    assert distance(red, green, "deuteranopia") < 12  # what these tests are for


def test_every_familys_line_letter_and_verb_is_read_on_canvas_and_paper(theme: str) -> None:
    seen = tokens(theme)
    for letter in LETTERS.values():
        hue = seen[f"link-{letter}"]
        assert min(contrast(hue, seen[ground]) for ground in ("canvas", "paper")) >= 4.5, letter
        assert contrast(hue, seen["on-link"]) >= 4.5, letter


def test_texts_and_borders_are_read_where_they_stand(theme: str) -> None:
    seen = tokens(theme)
    for name, least in (("ink", 4.5), ("soft", 4.5), ("error", 4.5), ("control", 3), ("gap", 3)):
        assert min(contrast(seen[name], seen[ground]) for ground in ("canvas", "paper")) >= least, name
    assert contrast(seen["gap"], seen["canvas"]) >= 4.5  # "is needed" is a word, and stands on the canvas only
    assert contrast(seen["on-primary"], seen["primary"]) >= 4.5
    assert min(contrast(seen["primary"], seen[ground]) for ground in ("canvas", "paper")) >= 3
    assert min(contrast(seen["ink"], seen[ground]) for ground in ("marker-soft", "error-soft", "sunk")) >= 4.5
    assert contrast(seen["hair"], seen["canvas"]) < 3  # decorative: nothing rests on it


def test_numbers_and_words_on_the_marker_and_on_screens_are_read() -> None:
    seen = {**tokens("light"), "dark-marker": tokens("dark")["marker"]}
    assert min(contrast(seen[f"who-{n}"], seen["on-who"]) for n in range(1, 7)) >= 12
    assert min(contrast(seen[name], seen["on-marker"]) for name in ("marker", "dark-marker")) >= 10


@pytest.mark.parametrize("sight", MACHADO)
def test_families_are_told_apart(theme: str, sight: str) -> None:
    seen = tokens(theme)

    def least(families: tuple[str, ...]) -> float:
        hues = [seen[f"link-{LETTERS[family]}"] for family in families]
        return min(distance(a, b, sight) for a, b in combinations(hues, 2))

    everyday, all_eight = APART[theme][sight]
    assert round(least(EVERYDAY)) >= everyday
    assert round(least(tuple(LETTERS))) >= all_eight


def test_in_grey_only_the_letter_tells_some_families_apart() -> None:
    seen = tokens("light")
    grey = {family: lightness(seen[f"link-{letter}"]) for family, letter in LETTERS.items()}

    assert abs(grey["oversight"] - grey["cooperation"]) < 3  # so letters may never be left out
    letters = [family.letter for family in schema().families.values()]
    assert len(set(letters)) == len(letters) == 8


# what is said without colour


def test_answers_differ_in_line_or_sign_and_never_only_in_width() -> None:
    answers = style().practice
    for one, other in combinations(answers, 2):
        a, b = answers[one], answers[other]
        assert (a.sign, a.dots is None, a.head) != (b.sign, b.dots is None, b.head), (one, other)
    signs = [line.sign for line in answers.values()]
    assert len(set(signs)) == len(signs)  # the sign alone is enough where a line is too short to be seen


def test_force_formality_and_strength_are_told_apart_without_colour() -> None:
    drawn = style()

    force = {(f.filled, f.border, f.dash) for f in drawn.force.values()}
    assert len(force) == len(schema().choices("uses_force"))
    assert len({tuple(dash) for dash in drawn.formality.values()}) == 3
    assert sorted(drawn.strength.values()) == [0, 1, 2]


def test_dots_speak_of_practice_also_where_the_link_is_informal() -> None:
    pn, mp = Actor(ActorId("pn"), "Policía", "core_security"), Actor(ActorId("mp"), "Fiscalía", "justice")
    link = Link(LinkId("k"), "referral", mp.id, pn.id, "paper", formality="informal", strength=3, confidence=1)

    assert style().dash(link, "paper") == (0.1, 5)
    assert style().dash(link, "works") == style().formality["informal"] == (8, 5)
    assert style().width(link, "paper") == 1.75 + 2
    drawn = composition(SectorMap(actors={pn.id: pn, mp.id: mp}, links={link.id: link}), translate("es")).bare()
    assert 'stroke-dasharray="0.1 5"' in drawn
    assert ">?<" in drawn  # several states at once: dots, sheet, width and the question mark


# the live canvas draws by the same rules


_RULES = """
const at = (name) => import(process.argv[1] + '/view/' + name + '.js');
globalThis.Path2D = class {};
const [links, badges, shapes, towers] = await Promise.all(['links', 'badges', 'shapes', 'towers'].map(at));
const answers = JSON.parse(process.argv[2]), forms = JSON.parse(process.argv[3]), cells = JSON.parse(process.argv[4]);
const link = (practice, formality = 'formal', strength = 1) => ({ practice, formality, strength, directed: true });
console.log(JSON.stringify({
  width: answers.map((a) => [1, 2, 3].map((s) => links.widthOf(link(a, 'formal', s)))),
  dash: answers.map((a) => forms.map((f) => links.dashOf(link(a, f)))),
  head: answers.map((a) => links.headOf(link(a))), symmetric: links.headOf({ ...link('works'), directed: false }),
  sign: answers.map((a) => badges.SIGNS[a] ?? null), shape: cells.map(shapes.shapeOfCell),
  tower: [0, 5].map(towers.towerHeight),
}));
"""


@pytest.fixture(scope="module")
def canvas() -> dict[str, list]:
    if NODE is None:
        pytest.skip("no node on this machine")
    asked = [json.dumps(list(of)) for of in (style().practice, style().formality, schema().cells)]
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", _RULES, CANVAS.as_uri(), *asked], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_the_canvas_has_the_widths_dashes_and_heads_of_the_picture(canvas: dict[str, list]) -> None:
    drawn = style()
    for n, (answer, line) in enumerate(drawn.practice.items()):
        assert canvas["width"][n] == [line.width + more for more in drawn.strength.values()], answer
        assert canvas["head"][n] == line.head, answer
        for m, dash in enumerate(drawn.formality.values()):
            assert tuple(canvas["dash"][n][m]) == ((0.1, line.dots) if line.dots else dash), answer
        assert canvas["sign"][n] == (None if line.sign == "words" else line.sign), answer
    assert canvas["symmetric"] == "none"


def test_the_canvas_has_the_shapes_and_towers_of_the_picture(canvas: dict[str, list]) -> None:
    assert dict(zip(schema().cells, canvas["shape"], strict=True)) == dict(style().shapes)
    assert canvas["tower"] == [2.5, 2.5 + 5 * 5.4]


# grey print


def _grey(map: SectorMap) -> np.ndarray:
    """The picture as a grey printer sees it (Rec. 601 luma), 4 px for each of its own."""
    return np.asarray(Image.open(io.BytesIO(png(composition(map, translate("es")).bare(), zoom=4))).convert("L"))


def _one_link(kind: str, practice: str) -> SectorMap:
    a = Actor(ActorId("a"), "Fiscalía", "justice", x=0.0, y=0.0)
    b = replace(a, id=ActorId("b"), name="Congreso", x=400.0)
    return SectorMap(actors={a.id: a, b.id: b}, links={LinkId("k"): Link(LinkId("k"), kind, a.id, b.id, practice)})


@pytest.mark.parametrize("family", LETTERS)
@pytest.mark.parametrize("practice", ["works", "weak", "paper", "blocked", "missing", "not_said"])
def test_letters_and_signs_are_read_in_grey(family: str, practice: str) -> None:
    kind = next(k for k, v in schema().link_kinds.items() if v.family.id == family)
    map = _one_link(kind, practice)
    drawn = composition(map, translate("es")).bare()
    grey = _grey(map)
    view = [float(v) for v in drawn.split('viewBox="', 1)[1].split('"', 1)[0].split()]
    x, y = (float(v) for v in re.findall(r'<g transform="translate\(([-\d.]+) ([-\d.]+)\)">', drawn)[-1])
    k = grey.shape[1] / view[2]
    px, py = (x - view[0]) * k, (y - view[1]) * k

    def seen(x0: float, x1: float) -> float:
        """Contrast of the darkest and the lightest grey in a piece of the badge's middle."""
        part = grey[int(py - 5 * k) : int(py + 5 * k), int(px + x0 * k) : int(px + x1 * k)]
        low, high = (f"#{int(v):02x}{int(v):02x}{int(v):02x}" for v in np.percentile(part, [3, 97]))
        return contrast(low, high)

    if practice == "works":
        assert seen(-5, 5) >= 4.5
    elif practice == "missing":
        assert seen(-40, 40) >= 4.5
    else:
        assert seen(-14, -3) >= 4.5  # the letter
        assert seen(4, 16) >= 4.5  # the sign
