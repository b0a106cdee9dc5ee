"""One map at two times: what came, what went, what is answered otherwise. A change is no progress and no error.

The two may be versions of one map (the same ids mean the same), or maps of two workshops on one scenario (then names
and catalogue ids say who is who, as between groups).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from mapping.analysis.finding import NOT_ENOUGH
from mapping.compare.align import Alignment, Judgement, Named, Same, align
from mapping.compare.findings import QUESTIONS, findings
from mapping.compare.reading import LinkKey, Reading, readings
from mapping.model import Actor, SectorMap

BEFORE, AFTER = "1", "2"  # the two readings' names


@dataclass(frozen=True)
class Moved:
    """Something that both maps have, with what each says of it (None: not said, not rated)."""

    of: LinkKey | str  # a link, an actor, a question
    before: str | int | frozenset[str] | None
    after: str | int | frozenset[str] | None


@dataclass(frozen=True)
class OverTime:
    """What is otherwise on the later map. Links are drawn ones; a needed one is only in `needed` and `met`."""

    actors: Mapping[str, Actor]  # of both, under their joined ids; the later one's name
    kept: int  # links that both have
    actors_came: tuple[str, ...]
    actors_went: tuple[str, ...]
    links_came: tuple[LinkKey, ...]
    links_went: tuple[LinkKey, ...]
    turned: tuple[LinkKey, ...]  # as they are now; they are in no other list
    answered: tuple[Moved, ...]  # does it work?
    rated: tuple[Moved, ...]  # influence
    needed: tuple[LinkKey, ...]  # newly said to be needed
    met: tuple[LinkKey, ...]  # said to be needed before, drawn now
    named: tuple[Moved, ...]  # questions whose answer names others now

    @property
    def is_empty(self) -> bool:
        """Whether nothing that is compared is otherwise."""
        lists = (self.actors_came, self.actors_went, self.links_came, self.links_went, self.turned, self.answered,
                 self.rated, self.needed, self.met, self.named)  # fmt: skip
        return not any(lists)


def over_time(
    before: SectorMap,
    after: SectorMap,
    *,
    one_map: bool,
    named: Named | None = None,
    judgements: Sequence[Judgement] = (),
    questions: Sequence[str] = (),
    sensitive: bool = False,
) -> OverTime:
    """Compare two states. `one_map`: they are versions of one map, and its ids say who is who; else `named` (what a
    scenario certainly knows) and names do. `questions`: default, those of both maps' sessions."""
    maps = {BEFORE: before, AFTER: after}
    alignment = _of_one_map(maps) if one_map else align(maps, judgements, named=named)
    old, new = readings(maps, alignment, sensitive=sensitive)
    turned = tuple(key for key in new.drawn if _is_turned(key, old, new))
    back = {key.reverse for key in turned}
    asked = questions or _questions(before, after)
    return OverTime(
        actors=MappingProxyType({**_actors(old), **_actors(new)}),
        kept=len(old.drawn.keys() & new.drawn.keys()),
        actors_came=tuple(sorted(new.own.keys() - old.own.keys())),
        actors_went=tuple(sorted(old.own.keys() - new.own.keys())),
        links_came=tuple(key for key in new.drawn if key not in old.drawn and key not in turned),
        links_went=tuple(key for key in old.drawn if key not in new.drawn and key not in back),
        turned=turned,
        answered=tuple(_answered(old, new)),
        rated=tuple(_rated(old, new)),
        needed=tuple(key for key in new.gaps if key not in old.gaps and key not in new.drawn),
        met=tuple(key for key in old.gaps if key not in old.drawn and key in new.drawn),
        named=tuple(_named(readings(maps, alignment), asked)),
    )


def _of_one_map(maps: Mapping[str, SectorMap]) -> Alignment:
    ids = sorted({id for map in maps.values() for id in map.actors})
    same = (Same(id, {name: id for name, map in maps.items() if id in map.actors}, "id") for id in ids)
    return Alignment(tuple(maps), tuple(same))


def _is_turned(key: LinkKey, old: Reading, new: Reading) -> bool:
    back = key.reverse
    return key.is_directed and key not in old.drawn and back in old.drawn and back not in new.drawn


def _actors(reading: Reading) -> dict[str, Actor]:
    return {joined: replace(reading.actor(joined), note="", position=None) for joined in reading.own}


def _answered(old: Reading, new: Reading) -> list[Moved]:
    both = [key for key in new.drawn if key in old.drawn]
    told = [Moved(key, old.practice(key), new.practice(key)) for key in both]
    return [one for one in told if one.before != one.after]


def _rated(old: Reading, new: Reading) -> list[Moved]:
    both = sorted(old.own.keys() & new.own.keys())
    told = [Moved(id, old.actor(id).influence, new.actor(id).influence) for id in both]
    return [one for one in told if one.before != one.after]


def _questions(*maps: SectorMap) -> tuple[str, ...]:
    sessions = sorted({map.frame.session for map in maps} & QUESTIONS.keys())
    return tuple(question for session in sessions for question in QUESTIONS[session])


def _named(closed: Sequence[Reading], asked: Sequence[str]) -> list[Moved]:
    told = []
    for row in findings(closed, asked):
        before, after = (
            None if row.answers[name].outcome == NOT_ENOUGH else row.answers[name].named for name in (BEFORE, AFTER)
        )
        if before != after:
            told.append(Moved(row.question, before, after))
    return told
