"""Modules of JavaScript as one, made when the server starts: a hundred and fifty answers become one.

A module becomes a function that is called once and gives what others import from it, in the order of what needs what.
It asks of our modules what they keep to: `import { name [as other], … } from './…'` and `export` before a
declaration, at the beginnings of lines; no cycles, no `export let`. A bundler of the trade would need node on every
machine that runs the server.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from graphlib import TopologicalSorter

_IMPORT = re.compile(r"^import \{([^}]*)\} from '([^']+)';[^\n]*\n", re.M)
_EXPORT = re.compile(r"^export (default )?(?=(?:async )?(?:function|const|class)\b)", re.M)
_DEFAULT = re.compile(r"^export default (?:async )?(?:function\*?|class) (\w+)", re.M)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.M)


def script(modules: Mapping[str, str], entry: str) -> str:
    """One module that does what `entry` does; `modules`: source by path, `entry` among them with a default export.

    Raises graphlib.CycleError for modules that need each other, ValueError for what is written otherwise than above.
    """
    imports = {path: _imported(path, source) for path, source in _reached(modules, entry).items()}
    order = list(TopologicalSorter({path: rows.keys() for path, rows in imports.items()}).static_order())
    given: dict[str, set[str]] = {path: set() for path in order}
    for rows in imports.values():
        for path, names in rows.items():
            given[path] |= {name for name, _ in names}
    place = {path: f"$m{n}" for n, path in enumerate(order)}
    out = [_function(modules[path], place, path, imports[path], sorted(given[path]), path == entry) for path in order]
    return "".join([*out, f"export default {place[entry]}.$default;\n"])


def _imported(path: str, source: str) -> dict[str, list[tuple[str, str]]]:
    """What a module imports: (name there, name here) by the path of the other module."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for names, other in _IMPORT.findall(source):
        pairs = [name.strip().partition(" as ") for name in names.split(",") if name.strip()]
        at = posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
        rows.setdefault(at, []).extend((name, here or name) for name, _, here in pairs)
    return rows


def _reached(modules: Mapping[str, str], entry: str) -> dict[str, str]:
    found: dict[str, str] = {}
    ahead = [entry]
    while ahead:
        path = ahead.pop()
        if path not in found:
            if path not in modules:
                raise ValueError(f"there is no module {path}")
            found[path] = modules[path]
            ahead += _imported(path, modules[path])
    return found


def _function(
    source: str,
    place: Mapping[str, str],
    path: str,
    imports: Mapping[str, list[tuple[str, str]]],
    given: list[str],
    is_entry: bool,
) -> str:
    names = list(given)
    if is_entry:
        default = _DEFAULT.search(source)
        if default is None:
            raise ValueError(f"{path} has no default export with a name")
        names.append(f"$default: {default[1]}")
    body = _EXPORT.sub("", _IMPORT.sub("", source))
    if left := _LEFT.search(body):
        raise ValueError(f"{path} says {left[0]!r}, which is not understood")
    needs = "".join(f"const {{ {_taken(rows)} }} = {place[other]};\n" for other, rows in imports.items() if rows)
    return f"// {path}\nconst {place[path]} = (() => {{\n{needs}{body}\nreturn {{ {', '.join(names)} }};\n}})();\n"


def _taken(rows: list[tuple[str, str]]) -> str:
    return ", ".join(name if name == here else f"{name}: {here}" for name, here in rows)
