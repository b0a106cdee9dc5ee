"""Which actor is which on 20 maps of 60 typed names, beside comparing all names of each two maps with WRatio.

Names are those of the Honduran catalogue as people type them: any of their spellings, in either language, one in
ten with a slip of the finger, one in ten of a body that the catalogue does not know. What is right is known, so that
both are told by how many pairs they join (right of joined, joined of right) and not by time alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import combinations
from random import Random

from rapidfuzz import fuzz, process

from benchmarks.timing import beside, line
from mapping.compare.align import align
from mapping.model import Actor, ActorId, SectorMap
from mapping.scenario import named
from mapping.scenario.names import accepted

GROUPS, ACTORS, ALIKE = 20, 60, 90  # WRatio's score from which two names are taken for one
Truth = Mapping[tuple[str, str], str]  # group and own id -> what it is


def typed_maps(seed: int = 1) -> tuple[dict[str, SectorMap], dict[tuple[str, str], str]]:
    """The groups' maps, and what each of their actors is."""
    chance, scenario = Random(seed), named("honduras")
    known = [actor for actor in scenario.actors.values() if actor.tier == 1]
    maps, truth = {}, {}
    for group in (str(n) for n in range(1, GROUPS + 1)):
        actors = {}
        for n, actor in enumerate(chance.sample(known, ACTORS)):
            id, name = ActorId(f"x-{group}-{n}"), chance.choice(sorted(actor.spellings))
            what = actor.id
            if chance.random() < 0.1:
                name, what = f"{invented(chance)} {invented(chance)}", f"other {id}"
            elif chance.random() < 0.1 and len(name) > 6:
                name = slip(name, chance)
            actors[id] = Actor(id, name, actor.kind)
            truth[group, id] = what
        maps[group] = SectorMap(actors=actors)
    return maps, truth


def invented(chance: Random) -> str:
    """A word of no language."""
    return "".join(chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(4)).title()


def slip(name: str, chance: Random) -> str:
    """The name with two neighbouring letters changed over."""
    at = chance.randrange(1, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def ours(maps: Mapping[str, SectorMap]) -> set[frozenset[tuple[str, str]]]:
    """The pairs of actors that the alignment joins."""
    certain = partial(accepted, named("honduras"))
    same = [list(one.within.items()) for one in align(maps, named=certain).actors]
    return {frozenset(pair) for places in same for pair in combinations(places, 2)}  # type: ignore[misc]


def all_pairs(maps: Mapping[str, SectorMap]) -> set[frozenset[tuple[str, str]]]:
    """The pairs that WRatio finds alike enough, each name with its best one at most."""
    joined = set()
    for one, other in combinations(maps, 2):
        left, right = ({id: a.name for id, a in maps[g].actors.items()} for g in (one, other))
        for id, name in left.items():
            best = process.extractOne(name, right, scorer=fuzz.WRatio, score_cutoff=ALIKE)
            if best:
                joined.add(frozenset({(one, str(id)), (other, str(best[2]))}))
    return joined


def one_by_one(maps: Mapping[str, SectorMap]) -> int:
    """The same comparisons as they are first written: a call for each two names."""
    names = {g: [a.name for a in map.actors.values()] for g, map in maps.items()}
    return sum(
        max(fuzz.WRatio(a, b) for b in names[other]) >= ALIKE
        for one, other in combinations(names, 2)
        for a in names[one]
    )


def told(name: str, joined: set[frozenset[tuple[str, str]]], truth: Truth) -> str:
    """How many of the joined are right, and of the right ones joined."""
    right = {frozenset({a, b}) for a, b in combinations(truth, 2) if a[0] != b[0] and truth[a] == truth[b]}
    hits = len(joined & right)
    return (
        f"{name:<12}{len(joined):>7} joined, right {hits / max(1, len(joined)):>7.1%}, "
        f"of {len(right)} that are the same {hits / len(right):>6.1%}"
    )


def main() -> None:
    maps, truth = typed_maps()
    mine, theirs = beside(lambda: ours(maps), lambda: one_by_one(maps), runs=3)
    print(line(f"{GROUPS} maps of {ACTORS}: ours | WRatio", mine, theirs))
    mine, theirs = beside(lambda: ours(maps), lambda: all_pairs(maps), runs=3)
    print(line("ours | WRatio in the library's own loop", mine, theirs))
    for name, joined in (("ours", ours(maps)), ("all pairs", all_pairs(maps))):
        print(told(name, joined, truth))


if __name__ == "__main__":
    main()
