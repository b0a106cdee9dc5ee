"""What of a map a question's answer rests on, so that only what can change an answer is answered again.

A layer is a promise: two maps that read alike in it are answered alike. The tests hold it against answering
everything again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import networkx as nx

from mapping.analysis.power import HEAVY, LIGHT
from mapping.compare.reading import LinkKey, Reading
from mapping.graph import IN_PRACTICE, cohesion
from mapping.schema import CONTROL, SUPPORT, schema

Reads = Callable[[LinkKey, str], Hashable | None]  # a link and its answer -> what the question sees of it


@dataclass(frozen=True)
class Layer:
    """`kinds`: those of the links it reads · `reads`: what it sees of one, None for nothing; parallel links that it
    sees alike are one · `rates`: what it sees of a rating, None for nothing · `within_blocks`: a new link between
    two actors that no single actor can part changes nothing."""

    kinds: frozenset[str]
    reads: Reads
    rates: Callable[[str, int], Hashable | None] = lambda scale, value: None
    within_blocks: bool = False


@dataclass(frozen=True)
class Sight:
    """What a question sees of one group's map: each thing, and how many links show it."""

    layer: Layer
    seen: Counter[Hashable]
    blocks: Mapping[str, frozenset[int]]  # actor -> the blocks of the map that it is in

    def change(self, old: Iterable[tuple[LinkKey, str]], new: Iterable[tuple[LinkKey, str]]) -> Hashable:
        """What appears and what disappears when these links take the place of those; None if nothing does."""
        gone, come = self._read(old), self._read(new)
        touched = gone.keys() | come.keys()
        after = {x: self.seen[x] - gone[x] + come[x] for x in touched}
        added = frozenset(x for x in touched if not self.seen[x] and after[x])
        removed = frozenset(x for x in touched if self.seen[x] and not after[x])
        if not removed and self.layer.within_blocks and all(self._is_within(x) for x in added):
            return None
        return (added, removed) if added or removed else None

    def _read(self, links: Iterable[tuple[LinkKey, str]]) -> Counter[Hashable]:
        return _read(self.layer, links)

    def _is_within(self, pair: Hashable) -> bool:
        a, b = pair if isinstance(pair, tuple) else ("", "")
        return bool(self.blocks.get(a, frozenset()) & self.blocks.get(b, frozenset()))


def sight(question: str, reading: Reading) -> Sight:
    """What the question sees of a group's map."""
    layer = layer_of(question)
    links = ((key, link.practice) for key, found in reading.drawn.items() for link in found)
    return Sight(layer, _read(layer, links), _blocks(reading) if layer.within_blocks else {})


def _read(layer: Layer, links: Iterable[tuple[LinkKey, str]]) -> Counter[Hashable]:
    seen = (layer.reads(key, practice) for key, practice in links if key.kind in layer.kinds)
    return Counter(x for x in seen if x is not None)


def _blocks(reading: Reading) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, block in enumerate(nx.biconnected_components(cohesion(reading.map))):
        for actor in block:
            found.setdefault(reading.joined[actor], set()).add(n)  # type: ignore[index]
    return {actor: frozenset(numbers) for actor, numbers in found.items()}


def layer_of(question: str) -> Layer:
    """The question's layer; for a question that is not known here, everything."""
    return _layers().get(question) or Layer(frozenset(schema().link_kinds), _all, lambda scale, value: value)


@cache
def _layers() -> Mapping[str, Layer]:
    oversight, kinds = frozenset(schema().oversight), schema().kinds_of
    external = frozenset(schema().external_oversight)
    holding = frozenset(schema().link_kinds) - kinds("tension", "illicit")
    provision = frozenset({"service", "access"})
    accountable = oversight | {"regulation"}
    return {
        "Q3-02": Layer(external, lambda key, practice: key.target if practice == "works" else None),
        "Q3-04": Layer(oversight | CONTROL, lambda key, practice: (key.kind in CONTROL, key.source, key.target)),
        "Q3-10": Layer(frozenset({"referral", "access"}), lambda key, practice: key if practice == "works" else None),
        "Q3-13": Layer(holding, _held_pair, within_blocks=True),
        "Q3-17": Layer(CONTROL, lambda key, practice: key.source, _influence_band),
        "Q3-22": Layer(SUPPORT | kinds("cooperation"), lambda key, practice: (key.kind in SUPPORT, *key[::2])),
        "Q4-01": Layer(provision, lambda key, practice: key),
        "Q4-03": Layer(holding, lambda key, practice: key if practice in IN_PRACTICE else None),
        "Q4-04": Layer(
            provision | accountable | kinds("cooperation") | {"referral"}, lambda key, practice: key
        ),
        "Q4-05": Layer(
            provision | accountable,
            lambda key, practice: key.target if practice == "works" and key.kind in accountable
            else key if key.kind in provision else None,
        ),
    }  # fmt: skip


def _all(key: LinkKey, practice: str) -> Hashable:
    return key, practice


def _held_pair(key: LinkKey, practice: str) -> Hashable | None:
    return key.pair if practice in IN_PRACTICE else None


def _influence_band(scale: str, value: int) -> Hashable | None:
    return (value >= HEAVY, value <= LIGHT) if scale == "influence" else None
