"""Maps of a given size, the same for the same seed: kinds, practice and influence drawn at random."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from mapping.schema import schema

STAGES = ("report", "police", "investigation", "prosecution", "court", "prison")


def random_map(actors: int, links: int, seed: int = 1, group: str = "1") -> SectorMap:
    """A map with this many actors and links, none of them sensitive."""
    chance, vocabulary = Random(seed), schema()
    kinds = [k.id for k in vocabulary.actor_kinds.values() if not k.sensitive_endpoint]
    relations = [k.id for k in vocabulary.link_kinds.values() if not k.sensitive]
    practices = vocabulary.choices("practice")
    people = {}
    for n in range(actors):
        id = ActorId(f"a{n}")
        stage = (chance.choice(STAGES),) if chance.random() < 0.2 else ()
        people[id] = Actor(id, f"Actor {n}", chance.choice(kinds), chain=stage, influence=chance.randrange(6))
    ids, drawn = list(people), {}
    for n in range(links):
        source, target = chance.sample(ids, 2)
        link = LinkId(f"{group}-{n}")
        drawn[link] = Link(link, chance.choice(relations), source, target, chance.choice(practices))
    return SectorMap(Frame(question="?", objective="!", session="3", group=group), people, drawn)


def near_map(reference: SectorMap, actors: int, links: int, seed: int = 1, group: str = "1") -> SectorMap:
    """What a group might draw of this map: most of its most linked actors, links among them, its own answers."""
    chance, ends = Random(seed), Counter(end for link in reference.links.values() for end in link.ends)
    best = [id for id, _ in ends.most_common(actors + actors // 5)]
    people = {id: replace(reference.actors[id], influence=chance.randrange(6)) for id in chance.sample(best, actors)}
    could = [k for k in reference.links.values() if k.source in people and k.target in people]
    drawn = chance.sample(could, min(links, len(could)))
    practices = ("works", "works", "weak", "paper", "not_said")
    kept = {k.id: replace(k, practice=chance.choice(practices)) for k in drawn}
    return SectorMap(replace(reference.frame, session="3", group=group), people, kept)
