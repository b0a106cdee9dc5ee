"""Maps with every property a map can have, for round trips."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from mapping.changes import actor_from, link_from
from mapping.codec import frame_from
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import Attribute, schema

LETTERS = "abcñüÁ éz09=+-@|'\"<>&;,:#_\t\n{}%/\\…–€日"
# what a file may say, less what no table can hold: | inside a list, and blanks at its ends
REFERENCES = st.text("abcL0159-_:/.", min_size=1, max_size=12)


def texts(most: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, max_size=min(most, 40))


def _value(a: Attribute) -> st.SearchStrategy[Any]:
    if a.type == "text":
        return texts(int(a.max or 40))
    if a.type == "words":
        return st.dictionaries(st.sampled_from(["es", "en"]), names(), max_size=2)
    if a.type == "choice":
        return st.sampled_from(schema().choices(a.scale or ""))
    if a.type == "choices":
        return st.lists(st.sampled_from(schema().choices(a.scale or "")), unique=True, max_size=3)
    if a.type == "number":
        return st.integers(int(a.min or 0), int(a.max or 5))
    if a.type == "flag":
        return st.booleans()
    if a.type == "date":
        return st.sampled_from(["2015", "2015-09", "2015-09-01"])
    if a.type == "place":
        return st.floats(-9_000, 9_000).map(lambda x: round(x, 1))
    if a.type == "references":
        return st.lists(REFERENCES, max_size=3)
    if a.type == "reference":
        return REFERENCES
    if a.type == "actor_kind":
        return st.sampled_from(list(schema().actor_kinds))
    return st.sampled_from(list(schema().link_kinds))


def names() -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=1, max_size=30).map(lambda s: " ".join(s.split())).filter(bool)


def _said(of: str, *without: str) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the properties; those that are not drawn are not said."""
    some = {k: _value(a) for k, a in schema().attributes[of].items() if k not in without}
    return st.fixed_dictionaries({}, optional=some)


@st.composite
def maps(draw: st.DrawFn, *, proposals: bool = False) -> SectorMap:
    """With `proposals`, also links that nobody has taken in: only the internal map file holds them."""
    ids = [f"x-{n}" for n in range(draw(st.integers(1, 5)))]
    actors: dict[ActorId, Actor] = {}
    for id in ids:
        row = {"id": id, "name": draw(names()), "kind": draw(st.sampled_from(list(schema().actor_kinds)))}
        others = [x for x in ids if x != id]
        if others and draw(st.booleans()):
            row["part_of"] = draw(st.sampled_from(others))
        actor = actor_from(row | draw(_said("actor", "name", "kind", "part_of")))
        actors[actor.id] = actor
    links: dict[LinkId, Link] = {}
    for n in range(draw(st.integers(0, 6)) if len(ids) > 1 else 0):
        source, target = draw(st.permutations(ids))[:2]
        row = {"id": f"k-{n}", "kind": draw(st.sampled_from(list(schema().link_kinds)))}
        ends = {"source": source, "target": target}
        without = ("kind", "source", "target") if proposals else ("kind", "source", "target", "proposed")
        link = link_from(row | draw(_said("link", *without)) | ends)
        links[link.id] = link
    return SectorMap(frame_from(draw(_said("frame"))), actors, links)
