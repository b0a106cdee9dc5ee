"""Many modules as one: what they do is done, in their order, and what is not understood is said."""

import json
import re
import shutil
import subprocess
from graphlib import CycleError
from pathlib import Path

import pytest

from mapping.ui import assets, bundle

NODE = shutil.which("node")
MODULES = {
    "entry.js": (
        "import { twice as doubled, START } from './parts/sums.js';\nimport { Bell } from './parts/bell.js';\n"
        "const sum = 1; // a name of its own\nexport default function run(n) {\n"
        "  return new Bell().ring(doubled(n) + START + sum);\n}\n"
    ),
    "parts/sums.js": (
        "import {\n  START,\n} from '../start.js';\nconst sum = (a, b) => a + b;\n"
        "export const twice = (n) => sum(n, n);\nexport { START };\n"
    ),
    "parts/bell.js": (
        "import { START } from '../start.js';\nexport class Bell {\n  ring(n) { return `${START}:${n}`; }\n}\n"
    ),
    "start.js": "export const START = 100, END = 200;\n",
    "unused.js": "import { nothing } from './missing.js';\n",
}


def _with(**changed: str) -> dict[str, str]:
    return MODULES | {path.replace("__", "/") + ".js": source for path, source in changed.items()}


def _said(source: str, folder: Path, call: str) -> object:
    (folder / "bundle.mjs").write_text(source)
    script = f"const {{ default: run }} = await import('./bundle.mjs'); console.log(JSON.stringify({call}));"
    command = [str(NODE), "--input-type=module", "-e", script]
    return json.loads(subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(NODE is None, reason="no node on this machine")
def test_the_bundle_does_what_its_modules_do(tmp_path: Path) -> None:
    plain = MODULES["parts/sums.js"].replace("export { START };\n", "export const from = START;\n")
    modules = _with(parts__sums=plain, entry=MODULES["entry.js"].replace("START }", "from as START }"))
    assert _said(bundle.script(modules, "entry.js"), tmp_path, "run(4)") == "100:109"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "export { START }"),  # given on by its name only
        ({"parts__sums": "export let twice = 2;\nexport const START = 1;\n"}, "export let twice"),
        ({"parts__sums": "import sums from './all.js';\n"}, "import sums"),
        ({"parts__sums": "import { twice } from './nowhere.js';\n"}, "parts/nowhere.js"),
        ({"parts__sums": "", "entry": "import { a } from './parts/sums.js';\n"}, "default export"),
    ],
)
def test_what_is_written_otherwise_is_said_by_name(changed: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        bundle.script(_with(**changed), "entry.js")


def test_modules_that_need_each_other_are_refused() -> None:
    with pytest.raises(CycleError):
        bundle.script(_with(start="import { Bell } from './parts/bell.js';\nexport const START = Bell;\n"), "entry.js")


@pytest.mark.skipif(NODE is None, reason="no node on this machine")
@pytest.mark.parametrize("entry", assets.ENTRIES)
def test_the_canvas_can_be_bound_together(entry: str, tmp_path: Path) -> None:
    assert _said(assets.script(entry).decode(), tmp_path, "typeof run") == "function"


def test_every_sheet_of_the_canvas_is_served() -> None:
    assert {path.stem for path in assets.CANVAS.glob("*.css")} == set(assets.STYLES)
