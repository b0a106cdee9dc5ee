"""Which property a heading means: ours in every language, and those that Kumu, Gephi and others write."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from mapping.i18n import languages, translate
from mapping.schema import schema

# what a heading may also be called, beside the schema's ids and the words that exports write
_ALSO: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "actor": {
        "id": ("id", "identificador", "map id", "node id", "nodeid", "_id", "vertex"),
        "label": ("label", "nombre", "etiqueta", "title", "titulo", "element", "elemento", "actor"),
        "type": ("type", "tipo", "element type", "category", "categoria", "group", "grupo"),
        "kind": ("kind", "clase"),
        "note": ("description", "descripcion", "notes", "notas"),
    },
    "link": {
        "id": ("id", "identificador", "map id", "edge id", "edgeid", "_id"),
        "source": ("source", "origen", "desde", "de", "source id", "vertex 1"),
        "from": ("from",),
        "target": ("target", "destino", "hacia", "a", "target id", "vertex 2"),
        "to": ("to",),
        "type": ("type", "tipo", "connection type", "relation", "relationship", "relacion", "vinculo", "interaction"),
        "kind": ("kind", "clase"),
        "label": ("label", "etiqueta", "name", "nombre"),
        "direction": ("direction", "direccion", "directed", "dirigido"),
        "strength": ("weight", "peso", "value"),
        "note": ("description", "descripcion", "notes", "notas"),
    },
    "frame": {},
}


def plain(text: object) -> str:
    """The text as headings and answers are compared: no case, accents, underscores or double spaces.

    >>> plain("  Relación_Directa ")
    'relacion directa'
    """
    return _flat(text if isinstance(text, str) else str(text))


@lru_cache(maxsize=20_000)
def _flat(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text.replace("_", " ").casefold())
    return " ".join("".join(c for c in flat if not unicodedata.combining(c)).split()).strip("¿?:")


@cache
def known(of: str) -> Mapping[str, str]:
    """Plain heading -> property, for actor, link or frame; `label es` and `name.es` are `names.es`."""
    out: dict[str, str] = {}
    for language in languages():
        for id, words in translate(language).part(f"export.column.{of}").items():
            out[plain(words)] = id
        if of == "actor":
            out[f"label {language}"] = out[f"name.{language}"] = f"names.{language}"
    for id in schema().attributes[of]:
        out[plain(id)] = id
    for id, names in _ALSO[of].items():
        for name in names:
            out[name] = id
    return out


def role(headings: list[str]) -> str | None:
    """Whether a table with these headings is one of links or of actors; None when it is neither."""
    links = {known("link").get(plain(h)) for h in headings}
    if {"source", "from"} & links and {"target", "to"} & links:
        return "link"
    actors = {known("actor").get(plain(h)) for h in headings}
    return "actor" if {"label", "name", "id"} & actors else None
