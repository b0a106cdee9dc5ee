"""Where the groups do not coincide: five kinds of difference, each with every group's version.

Who is right is never decided here, and no group is measured against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mapping.compare.align import in_order
from mapping.compare.reading import LinkKey, Reading
from mapping.schema import schema

Version = str | int | tuple[str, str]

KINDS = ("direction", "relation", "practice", "one_sided", "rating")  # in this order where worth is equal
DRAWN_DIFFERENTLY = ("direction", "relation", "practice")  # both drew it, and not the same


@dataclass(frozen=True)
class Contradiction:
    """One difference between the groups.

    kind and what `versions` holds for each group that has one:
    direction: (source, target) of the same kind of link, or "both" ·
    relation: "cooperation" or "tension" on one pair ·
    practice: the answer to *does it work?* on one link, where it was said ·
    one_sided: the answer of those who drew it; "missing" (said to be needed) or "not_drawn" of those who have
    both actors and did not · rating: the number given, on the scale `rated`.
    """

    kind: str
    actors: tuple[str, ...]
    keys: tuple[LinkKey, ...]
    versions: Mapping[str, Version]
    rated: str = ""

    @property
    def id(self) -> str:
        """The same for the same difference, whichever groups have it."""
        if self.kind == "rating":
            return f"rating:{self.rated}:{self.actors[0]}"
        if self.kind == "relation":
            return f"relation:{'>'.join(self.actors)}"
        return f"{self.kind}:{self.keys[0]}"

    @property
    def spread(self) -> int:
        """How far apart the ratings are; 0 for what is not a rating."""
        numbers = [v for v in self.versions.values() if isinstance(v, int)]
        return max(numbers) - min(numbers) if self.kind == "rating" else 0


def contradictions(
    readings: Sequence[Reading], *, ratings: Sequence[str] = ("influence",)
) -> tuple[Contradiction, ...]:
    """All differences between these maps, by kind, then id."""
    turned = [*directions(readings), *relations(readings)]
    claimed = frozenset(one for c in turned for one in c.keys)
    found = [*turned, *practices(readings), *one_sided(readings, claimed), *rating_differences(readings, ratings)]
    return tuple(sorted(found, key=lambda c: (KINDS.index(c.kind), c.id)))


def directions(readings: Sequence[Reading]) -> Iterator[Contradiction]:
    """The same directed kind between the same two actors, the other way round."""
    ways: dict[LinkKey, dict[str, set[LinkKey]]] = defaultdict(lambda: defaultdict(set))
    for reading in readings:
        for one in reading.drawn:
            if one.is_directed:
                ways[min(one, one.reverse)][reading.group].add(one)
    for one, by_group in sorted(ways.items()):
        if any(not a & b for a in by_group.values() for b in by_group.values()):
            versions = {g: "both" if len(w) > 1 else _ends(min(w)) for g, w in by_group.items()}
            yield _contradiction("direction", one.pair, (one, one.reverse), versions)


def relations(readings: Sequence[Reading]) -> Iterator[Contradiction]:
    """Two actors that coordinate on one map and are at odds on another."""
    families = {f: schema().kinds_of(f) for f in ("cooperation", "tension")}
    seen: dict[tuple[str, str], dict[str, dict[str, list[LinkKey]]]] = defaultdict(lambda: defaultdict(dict))
    for reading in readings:
        for one in reading.drawn:
            for family, kinds in families.items():
                if one.kind in kinds:
                    seen[one.pair][reading.group].setdefault(family, []).append(one)
    for pair, by_group in sorted(seen.items()):
        sides = {g: next(iter(found)) for g, found in by_group.items() if len(found) == 1}
        if len(set(sides.values())) > 1:
            keys = {one for g in sides for one in by_group[g][sides[g]]}
            yield _contradiction("relation", pair, sorted(keys), sides)


def practices(readings: Sequence[Reading]) -> Iterator[Contradiction]:
    """The same link, said to work differently. *Not said* is no opinion."""
    for one, answers in answers_by_link(readings).items():
        said = {g: a for g, a in answers.items() if a != "not_said"}
        if len(set(said.values())) > 1:
            yield _contradiction("practice", (one.source, one.target), (one,), said)


def one_sided(readings: Sequence[Reading], claimed: frozenset[LinkKey]) -> Iterator[Contradiction]:
    """Links that some drew and others did not, who have both actors; without those in `claimed`.

    A group that lacks an actor had nothing to draw: it has no version.
    """
    for one, answers in answers_by_link(readings).items():
        if one in claimed:
            continue
        silent = {
            r.group: "missing" if one in r.gaps else "not_drawn"
            for r in readings
            if r.group not in answers and r.has((one.source, one.target))
        }
        if silent:
            yield _contradiction("one_sided", (one.source, one.target), (one,), {**answers, **silent})


def rating_differences(readings: Sequence[Reading], scales: Sequence[str]) -> Iterator[Contradiction]:
    """Actors that were rated differently. *Not rated* is no opinion."""
    for scale in scales:
        values: dict[str, dict[str, int]] = defaultdict(dict)
        for reading in readings:
            for joined in reading.own:
                value = getattr(reading.actor(joined), scale)
                if value is not None:
                    values[joined][reading.group] = value
        for actor, by_group in sorted(values.items()):
            if len(set(by_group.values())) > 1:
                yield _contradiction("rating", (actor,), (), by_group, scale)


def answers_by_link(readings: Sequence[Reading]) -> dict[LinkKey, dict[str, str]]:
    """Every link that somebody drew, and the answer of each group that drew it."""
    answers: dict[LinkKey, dict[str, str]] = defaultdict(dict)
    for reading in readings:
        for one in reading.drawn:
            answers[one][reading.group] = reading.practice(one)
    return {one: answers[one] for one in sorted(answers)}


def _ends(one: LinkKey) -> tuple[str, str]:
    return one.source, one.target


def _contradiction(
    kind: str, actors: tuple[str, ...], keys: Iterable[LinkKey], versions: Mapping[str, Version], scale: str = ""
) -> Contradiction:
    ordered = {g: versions[g] for g in in_order(versions)}
    return Contradiction(kind, actors, tuple(keys), MappingProxyType(ordered), scale)
