"""A small site on the loopback with the map view and nothing else, for the browser tests of the canvas.

`python tests/canvas/site.py 8765` serves it by hand.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyvis
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SCHEMA = ROOT / "mapping" / "schema"
TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
}


def _rows(folder: str) -> dict[str, dict[str, object]]:
    return {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted((SCHEMA / folder).glob("*.yaml"))}


@cache
def vocabulary() -> str:
    """The vocabulary as the map view takes it, read from the schema's files."""
    read = {k: yaml.safe_load((SCHEMA / f"{k}.yaml").read_text(encoding="utf-8")) for k in ("families", "cells")}
    of_link = ("label", "verb", "family", "directed", "formality", "sensitive", "negative")
    actors = {k: {f: v[f] for f in ("label", "cells", "uses_force")} for k, v in _rows("actors").items()}
    links = {k: {f: v.get(f) for f in of_link} for k, v in _rows("links").items()}
    return json.dumps({"actor_kinds": actors, "link_kinds": links, **read})


@cache
def words(language: str) -> str:
    """The words that the map view takes, keys joined by dots."""
    folder = ROOT / "mapping" / "i18n" / "words" / language
    files = {room: yaml.safe_load((folder / f"{room}.yaml").read_text("utf-8")) for room in ("map_view", "proposals")}
    flat = {f"{room}.{key}": value for room, rows in files.items() for key, value in rows.items()}
    counted = {f"{key}.{n}": text for key, rows in flat.items() if isinstance(rows, dict) for n, text in rows.items()}
    return json.dumps({key: text for key, text in {**flat, **counted}.items() if isinstance(text, str)})


def _file(path: str) -> Path | None:
    vis = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    roots = {"canvas": ROOT / "mapping" / "render" / "canvas", "page": HERE}
    if path == "/assets/vis/vis-network.min.js":
        return vis
    if path == "/font.woff2":  # the page's own face, as Streamlit brings it
        origin = importlib.util.find_spec("streamlit")
        folder = Path(str(origin and origin.origin)).parent / "static/static/media"
        return next(folder.glob("SourceSansVF-Upright*.woff2"), None)
    head, _, rest = path.lstrip("/").partition("/")
    file = (roots[head] / rest).resolve() if head in roots and rest else None
    return file if file and file.is_file() and file.is_relative_to(roots[head]) else None


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/vocabulary.json":
            return self.give(vocabulary().encode(), ".json")
        if path.startswith("/words/"):
            return self.give(words(path[7:9]).encode(), ".json")
        file = _file("/page/index.html" if path == "/" else path)
        if file is None:
            self.send_error(404)
            return None
        return self.give(file.read_bytes(), file.suffix)

    def give(self, body: bytes, suffix: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream") + "; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8765), Site).serve_forever()
