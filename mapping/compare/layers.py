"""What of a map a question's answer rests on: its layer, as the question itself (mapping.analysis) states its rule.

A layer turns each link and each rating into what the question sees of it, often nothing: who is not armed is not asked
about by Q3-02. Two maps of the same people that show a question the same are answered alike, and `named` finds the
answer from what is seen alone. The tests hold both against answering the question on the whole map.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mapping.analysis.nonstate import TIES
from mapping.analysis.power import HEAVY, LIGHT
from mapping.compare import quick
from mapping.compare.people import People
from mapping.compare.quick import Answer, Seen
from mapping.compare.reading import LinkKey, Reading
from mapping.errors import UnknownQuestion
from mapping.graph import APART, IN_PRACTICE
from mapping.schema import CONTROL, SUPPORT, schema

Items = Iterable[Hashable]


class Rated(NamedTuple):
    """That an actor was rated on a scale."""

    scale: str
    actor: str


Thing = LinkKey | Rated  # what a group says something of: whether a link works, a number


def said(reading: Reading, thing: Thing) -> tuple[str, ...] | tuple[int, ...]:
    """What a group says of it, of parallel links each; nothing if it did not draw or rate it."""
    if isinstance(thing, LinkKey):
        links = reading.drawn.get(thing)
        return tuple(sorted(link.practice for link in links)) if links else ()
    value = getattr(reading.actor(thing.actor), thing.scale)
    return () if value is None else (value,)


@dataclass(frozen=True)
class Layer:
    """`kinds`: those of the links it reads · `reads`: what it sees of a link with its answer · `named`: from all that
    is seen to what the question names once some of it changes · `scale`, `rates`: the ratings it reads, and what it
    sees of one."""

    kinds: frozenset[str]
    reads: Callable[[LinkKey, str, People], Items]
    named: Callable[[Seen, People], Answer]
    scale: str = ""
    rates: Callable[[str, int, People], Items] = lambda actor, value, of: ()

    def asks(self, thing: Thing) -> bool:
        """Whether it sees anything of such a thing at all."""
        return thing.kind in self.kinds if isinstance(thing, LinkKey) else thing.scale == self.scale

    def sees(self, thing: Thing, value: str | int, of: People) -> Items:
        """What it sees of a thing that it asks about, given what is said of it."""
        if isinstance(thing, LinkKey):
            return self.reads(thing, str(value), of)
        return self.rates(thing.actor, int(value), of)


def shown(layer: Layer, reading: Reading, of: People) -> Counter[Hashable]:
    """What a question sees of a group's map: each thing, and how many links or ratings show it."""
    rated = [Rated(layer.scale, actor) for actor in reading.own] if layer.scale else []
    things: list[Thing] = [*(key for key in reading.drawn if key.kind in layer.kinds), *rated]
    return Counter(x for thing in things for value in said(reading, thing) for x in layer.sees(thing, value, of))


def layer_of(question: str) -> Layer:
    """The question's layer; UnknownQuestion if it is none of those that weigh the agenda."""
    try:
        return _layers()[question]
    except KeyError:
        raise UnknownQuestion(question) from None


@cache
def _layers() -> Mapping[str, Layer]:
    oversight, external = frozenset(schema().oversight), frozenset(schema().external_oversight)
    holding = frozenset(schema().link_kinds) - schema().kinds_of(*APART)
    provision, ties = frozenset({"service", "access"}), frozenset(TIES) | oversight
    return {
        "Q3-02": Layer(external, _overseen, quick.not_overseen),
        "Q3-04": Layer(oversight | CONTROL, _over, quick.dependent),
        "Q3-10": Layer(frozenset({"referral", "access"}), _handed_on, quick.broken),
        "Q3-13": Layer(holding, _held, quick.single_points),
        "Q3-17": Layer(CONTROL, _controlling, quick.weight_and_mandate, "influence", _weight),
        "Q3-22": Layer(SUPPORT | schema().kinds_of("cooperation"), _supported, quick.supported),
        "Q4-01": Layer(provision, _provides, quick.providers),
        "Q4-03": Layer(holding, _passed_on, quick.brokers),
        "Q4-04": Layer(provision | ties, _tied, quick.without_tie),
        "Q4-05": Layer(provision | oversight | {"regulation"}, _accountable, quick.unaccountable),
    }


def _overseen(key: LinkKey, practice: str, of: People) -> Items:
    return (key.target,) if practice == "works" and key.target in of.watched else ()


def _over(key: LinkKey, practice: str, of: People) -> Items:
    return (("controls" if key.kind in CONTROL else "oversees", key.source, key.target),)


def _handed_on(key: LinkKey, practice: str, of: People) -> Items:
    if practice != "works" or (key.kind == "access" and of.state[key.source] != "served"):
        return ()
    return [(a, b) for a in of.stages[key.source] for b in of.stages[key.target]]


def _held(key: LinkKey, practice: str, of: People) -> Items:
    return (key.pair,) if _holds(key, practice, of) else ()


def _passed_on(key: LinkKey, practice: str, of: People) -> Items:
    if not _holds(key, practice, of):
        return ()
    there = key.source, key.target
    return (there,) if key.is_directed else (there, there[::-1])


def _holds(key: LinkKey, practice: str, of: People) -> bool:
    return practice in IN_PRACTICE and "served" not in (of.state[key.source], of.state[key.target])


def _controlling(key: LinkKey, practice: str, of: People) -> Items:
    return (("controls", key.source),)


def _weight(actor: str, value: int, of: People) -> Items:
    if actor in of.closed:
        return ()
    return [(word, actor) for word, is_so in (("heavy", value >= HEAVY), ("light", value <= LIGHT)) if is_so]


def _supported(key: LinkKey, practice: str, of: People) -> Items:
    if key.kind in SUPPORT:
        return (("supports", key.source, key.target),) if key.source in of.donors else ()
    return (("together", *key.pair),) if {key.source, key.target} <= of.donors else ()


def _provides(key: LinkKey, practice: str, of: People) -> Items:
    provider = key.source if key.kind == "service" else key.target
    return (("provides", provider),) if provider in of.nonstate else ()


def _tied(key: LinkKey, practice: str, of: People) -> Items:
    if key.kind in ("service", "access"):
        return _provides(key, practice, of)
    ends = ((key.source, key.target), (key.target, key.source))
    return (("ties", ""), *(("tied", a) for a, b in ends if a in of.nonstate and of.state[b] == "state"))


def _accountable(key: LinkKey, practice: str, of: People) -> Items:
    if key.kind in ("service", "access"):
        return _provides(key, practice, of)
    return (("answers", key.target),) if practice == "works" and key.target in of.nonstate else ()
