"""A map's tables in words, for people: headings and answers in one language, as a spreadsheet shows them."""

from __future__ import annotations

from typing import Any

from mapping.export.cells import Cell, cell
from mapping.i18n import Translate
from mapping.model import Actor, Link, SectorMap
from mapping.schema import Attribute, schema

_ELSEWHERE = {"actor": ("name", "names", "kind"), "link": ("kind", "source", "target")}


def labels(map: SectorMap, t: Translate) -> dict[str, str]:
    """A name for every actor by its id, each different: the second of two gets (2), since tables join by name."""
    out: dict[str, str] = {}
    taken: set[str] = set()
    for actor in map.actors.values():
        name = label = actor.label(t.language)
        n = 2
        while label.casefold() in taken:
            label, n = f"{name} ({n})", n + 1
        taken.add(label.casefold())
        out[actor.id] = label
    return out


def actor_table(map: SectorMap, t: Translate) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows: Label, Type, Map id, the names, and every property that some actor has."""
    names = labels(map, t)
    used = _used("actor", list(map.actors.values()))
    tongues = sorted({k for a in map.actors.values() for k in a.names})
    typed = any(a.name != names[a.id] for a in map.actors.values())
    headings = ["Label", "Type", "Map id", *(f"Label {k}" for k in tongues)]
    headings += [t("export.column.actor.name")] if typed else []
    headings += [t(f"export.column.actor.{a.id}") for a in used]
    rows = []
    for actor in map.actors.values():
        row: list[Cell] = [cell(names[actor.id]), actor.of_kind.label[t.language], cell(actor.id)]
        row += [cell(actor.names.get(k, "")) for k in tongues]
        row += [cell(actor.name)] if typed else []
        rows.append([*row, *(_said(a, actor, names, t) for a in used)])
    return headings, rows


def link_table(map: SectorMap, t: Translate) -> tuple[list[str], list[list[Cell]]]:
    """Headings and rows: From, To, Type, direction, Map id, and every property that some link has."""
    names = labels(map, t)
    used = _used("link", list(map.links.values()))
    headings = ["From", "To", "Type", "direction", "Map id", *(t(f"export.column.link.{a.id}") for a in used)]
    rows = []
    for link in map.links.values():
        direction = "directed" if link.of_kind.directed else "undirected"
        ends: list[Cell] = [cell(names[link.source]), cell(names[link.target])]
        row = [*ends, link.of_kind.label[t.language], direction, cell(link.id)]
        rows.append([*row, *(_said(a, link, names, t) for a in used)])
    return headings, rows


def _used(of: str, things: list[Any]) -> list[Attribute]:
    return [
        a for a in schema().attributes[of].values()
        if a.id not in _ELSEWHERE[of]
        and (a.id == "practice" or any(_says(getattr(x, a.id)) for x in things))
    ]  # fmt: skip


def _says(value: Any) -> bool:
    """Whether a property says something; 0 does."""
    return value is not None and value is not False and value not in ("", ())


def _said(a: Attribute, thing: Actor | Link, names: dict[str, str], t: Translate) -> Cell:
    """A property in words: answers by their label, yes and no, kinds and actors by name; numbers stay numbers."""
    value = getattr(thing, a.id)
    if value is None or value == "":
        return ""
    if a.type == "flag":
        return t("export.yes") if value else ""
    if a.type == "choice" and a.scale:
        return schema().label(a.scale, value, t.language)
    if a.type == "choices" and a.scale:
        return cell(tuple(schema().label(a.scale, v, t.language) for v in value))
    if a.type == "actor_kind":
        return schema().actor_kind(value).label[t.language]
    if a.type == "link_kind":
        return schema().link_kind(value).label[t.language]
    if a.type == "actor":
        return cell(names.get(value, value))
    return cell(value)
