"""What the questions ask about the actors of a map, in joined ids: nothing else about an actor changes an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mapping.analysis import populations
from mapping.compare.reading import Reading
from mapping.graph import parents
from mapping.schema import schema


@dataclass(frozen=True)
class People:
    """Who is who on one map. Equal for two maps where no actor differs in what a question asks."""

    state: Mapping[str, str]  # actor -> state, nonstate, international or served
    closed: frozenset[str]  # criminal and armed non-state actors, whose links are not seen
    armed: Mapping[str, frozenset[str]]  # the State's armed institutions -> each and what it is part of
    watched: frozenset[str]  # all of those
    nonstate: frozenset[str]  # without those that are closed
    providing: frozenset[str]  # non-state providers by their kind or second role
    donors: frozenset[str]
    bodies: frozenset[str]  # the State's oversight bodies
    stages: Mapping[str, tuple[str, ...]]  # actor -> the stages of the chain that it occupies
    at: Mapping[str, frozenset[str]]  # each occupied stage, in their order -> who is there


def people(reading: Reading) -> People:
    """Who is who on a group's map."""
    map, joined = reading.map, reading.joined

    def named(ids: Iterable[str]) -> frozenset[str]:
        return frozenset(joined[id] for id in ids)  # type: ignore[index]  # an actor's id is a text here

    armed = {joined[id]: named((id, *parents(map, id))) for id in populations.armed_state(map)}  # type: ignore[index]
    at = {s: named(id for id, a in map.actors.items() if s in a.chain) for s in schema().choices("chain")}
    return People(
        state={joined[id]: a.of_kind.cell.state for id, a in map.actors.items()},
        closed=named(id for id, a in map.actors.items() if a.of_kind.sensitive_endpoint),
        armed=armed,
        watched=frozenset().union(*armed.values()),
        nonstate=named(populations.nonstate(map)),
        providing=named(populations.providers(replace(map, links={}))),
        donors=named(populations.of_kind(map, "international")),
        bodies=named(populations.of_kind(map, "oversight_state")),
        stages={joined[id]: a.chain for id, a in map.actors.items()},
        at={stage: who for stage, who in at.items() if who},
    )
