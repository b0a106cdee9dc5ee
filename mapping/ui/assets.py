"""What browsers load once: the canvas, vis-network, vocabulary, words and catalogues, under a version in the path.

`/assets/<version>/bundle/<entry>.js` and `…/bundle/styles.css` (all of the canvas in one answer each), `…/canvas/…`
(the modules that they are made of), `…/vis/vis-network.min.js` (out of the installed pyvis), `…/vocabulary.json`,
`…/words/<language>.json`, `…/catalogue/<scenario>.json`, `…/fonts/<weight>.woff`.
Another version than this program's is answered too, but
is not to be kept.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mapping import i18n, scenario
from mapping.errors import NotFound
from mapping.render import font
from mapping.schema import schema
from mapping.ui import bundle

CANVAS = Path(__file__).parent.parent / "render" / "canvas"
VIS = Path(str(files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"))
ENTRIES = ("canvas", "watch")
STYLES = (
    "tokens",
    "canvas",
    "typing",
    "linking",
    "lens",
    "toolbar",
    "arrange",
    "tables",
    "past",
    "proposals",
    "read",
    "round",
    "pad",
    "day",
    "replay",
)  # one sheet a room of the canvas; values first
FONTS = {f"{weight}.woff": weight for weight in font.WEIGHTS}
ROOMS = tuple(
    f"{room}."
    for room in (
        "canvas", "map_view", "typing", "linking", "arrange", "proposals", "past", "tables", "lens", "round", "replay",
        "pad", "day", "workshop.rules",
    )
)  # fmt: skip  # of the words: those that the canvas uses
PACKED = ("bundle/", "vis/", "vocabulary.json", "words/", "catalogue/")
TYPES = {
    ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json",
    ".svg": "image/svg+xml", ".woff2": "font/woff2", ".woff": "font/woff",
}  # fmt: skip


def routes() -> list[BaseRoute]:
    """The one route of all assets."""
    return [Route("/assets/{version}/{path:path}", _asset, methods=["GET"])]


@cache
def version() -> str:
    """Twelve letters that change with any file that is served here; the same on every server of one release."""
    digest = hashlib.sha256()
    for path in sorted(p for p in CANVAS.rglob("*") if p.suffix in TYPES):
        digest.update(path.relative_to(CANVAS).as_posix().encode() + path.read_bytes())
    digest.update(VIS.read_bytes() + vocabulary())
    for language in i18n.languages():
        digest.update(words(language))
    for name in scenario.shipped():
        digest.update(catalogue(name))
    return digest.hexdigest()[:12]


@cache
def vocabulary() -> bytes:
    """The schema: kinds and families by id, scales in their order, attributes of actor, link and frame."""
    known = schema()
    return _json({
        "actor_kinds": {k: _plain(v) for k, v in known.actor_kinds.items()},
        "link_kinds": {k: _plain(v) for k, v in known.link_kinds.items()},
        "families": {k: _plain(v) for k, v in known.families.items()},
        "cells": {k: _plain(v) for k, v in known.cells.items()},
        "scales": {k: [{"id": c.id, "label": dict(c.label)} for c in v] for k, v in known.scales.items()},
        "attributes": {of: {k: _plain(a) for k, a in rows.items()} for of, rows in known.attributes.items()},
    })  # fmt: skip


@cache
def words(language: str) -> bytes:
    """The canvas's words in a language, by their keys."""
    known = i18n.translate(language).words
    return _json({key: text for key, text in known.items() if key.startswith(ROOMS)})


@cache
def catalogue(name: str) -> bytes:
    """The catalogue of a scenario and what persons' names are told by, or NotFound."""
    if name not in scenario.shipped():
        raise NotFound(f"no scenario is called {name}")
    return _json({**scenario.catalogue_json(scenario.named(name)), "persons": scenario.person_words()})


@cache
def script(entry: str) -> bytes:
    """The canvas or the watcher with all that it needs, as one module."""
    modules = {p.relative_to(CANVAS).as_posix(): p.read_text(encoding="utf-8") for p in CANVAS.rglob("*.js")}
    return bundle.script(modules, f"{entry}.js").encode()


@cache
def styles() -> bytes:
    """The sheets of the canvas as one."""
    return "\n".join((CANVAS / f"{name}.css").read_text(encoding="utf-8") for name in STYLES).encode()


def _plain(row: Any) -> dict[str, Any]:
    """A row of the schema without its id; families and cells by their ids, its first cell also as `cell`."""
    out: dict[str, Any] = {}
    for name, value in vars(row).items():
        if name == "id":
            continue
        if name == "family":
            out[name] = value.id
        elif name == "cells":
            out[name] = [cell.id for cell in value]
            out["cell"] = value[0].id
        else:
            out[name] = value
    return out


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_listed).encode()


def _listed(value: Any) -> Any:
    return dict(value) if hasattr(value, "items") else list(value)


def _file(path: str) -> bytes | None:
    file = (CANVAS / path).resolve()
    return file.read_bytes() if file.is_relative_to(CANVAS) and file.suffix in TYPES and file.is_file() else None


def _content(path: str) -> bytes | None:
    kind, _, rest = path.partition("/")
    name = rest.removesuffix(".json")
    if path == "vocabulary.json":
        return vocabulary()
    if path == "vis/vis-network.min.js":
        return VIS.read_bytes()
    if kind == "canvas":
        return _file(rest)
    if kind == "bundle":
        entry = rest.removesuffix(".js")
        return styles() if rest == "styles.css" else script(entry) if entry in ENTRIES else None
    if kind == "words" and name in i18n.languages():
        return words(name)
    if kind == "catalogue" and name in scenario.shipped():
        return catalogue(name)
    if kind == "fonts" and rest in FONTS:
        return font.woff(FONTS[rest])
    return None


@cache
def _packed(path: str) -> bytes:
    """What is asked for at every first load is packed once, and better than on the way out."""
    return gzip.compress(_content(path) or b"", mtime=0)


async def _asset(request: Request) -> Response:
    path = request.path_params["path"]
    body = await run_in_threadpool(_content, path)
    if body is None:
        return Response("not found", status_code=404, media_type="text/plain")
    kept = request.path_params["version"] == version()
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if kept else "no-cache",
        "Vary": "Accept-Encoding",
    }
    if path.startswith(PACKED) and "gzip" in request.headers.get("Accept-Encoding", ""):
        body = await run_in_threadpool(_packed, path)
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type=TYPES[Path(path).suffix], headers=headers)
