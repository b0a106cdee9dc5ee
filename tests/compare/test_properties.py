"""What holds for any maps. The agenda's shortcuts are held against answering every question again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.compare.agenda import agenda
from mapping.compare.align import align
from mapping.compare.board import board
from mapping.compare.contradictions import contradictions
from mapping.compare.findings import QUESTIONS as WEIGHED
from mapping.compare.json_form import to_json
from mapping.compare.layers import layer_of, shown
from mapping.compare.people import people
from mapping.compare.reading import readings
from mapping.compare.trials import Trials
from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap
from tests.compare.in_full import flips_in_full, named

# id: kind, chain
POOL = {
    "pn": ("core_security", ("police",)), "ffaa": ("core_security", ()), "mp": ("justice", ("prosecution",)),
    "tribunales": ("justice", ("court",)), "congreso": ("oversight_state", ()), "bid": ("international", ()),
    "cosude": ("international", ()), "apj": ("civil_society", ()), "cdm": ("service_cso", ()),
    "sps": ("private_security", ()), "ms13": ("criminal", ()), "mujeres": ("users", ("report",)),
}  # fmt: skip
KINDS = (
    "command", "appointment", "ov_parliament", "ov_civil", "ov_internal", "referral", "access", "service",
    "cooperation", "information", "training", "regulation", "influence", "conflict", "infiltration",
)  # fmt: skip
PRACTICES = ("works", "works", "weak", "paper", "blocked", "not_said", "missing")


@st.composite
def maps(draw: st.DrawFn) -> SectorMap:
    ids = draw(st.lists(st.sampled_from(sorted(POOL)), min_size=6, unique=True))
    actors = {
        ActorId(id): Actor(
            ActorId(id), id, POOL[id][0], catalogue=id, chain=POOL[id][1],
            influence=draw(st.one_of(st.none(), st.integers(0, 5))),
            part_of=draw(st.sampled_from([None, None, *(ActorId(other) for other in ids if other != id)])),
            role2=draw(st.sampled_from([None, None, "service_cso", "private_security"])),
            uses_force=draw(st.sampled_from([None, None, "does", "none"])),
        )
        for id in ids
    }  # fmt: skip
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(KINDS), st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(PRACTICES)),
            max_size=30,
        )
    )
    links = {
        LinkId(f"l{n}"): Link(LinkId(f"l{n}"), kind, ActorId(a), ActorId(b), practice)
        for n, (kind, a, b, practice) in enumerate(rows)
        if a != b
    }
    return SectorMap(Frame(session="3"), actors, links)


@settings(max_examples=60, deadline=None)
@given(st.lists(maps(), min_size=2, max_size=3), st.sampled_from(["3", "4"]))
def test_the_agenda_is_what_answering_everything_again_gives(drawn: list[SectorMap], session: str) -> None:
    by_group = {str(n): m for n, m in enumerate(drawn, 1)}
    read = readings(by_group, align(by_group))
    differences = contradictions(read)

    found = agenda(read, differences, WEIGHED[session])

    flips = {t.difference.id: set(t.flips) for t in found}
    for one in differences:
        assert flips.get(one.id, set()) == flips_in_full(one, read, WEIGHED[session]), one


def at_random(random: Random, kinds: Sequence[str]) -> SectorMap:
    """A map with few links or many, of these kinds."""
    actors = {}
    for id in random.sample(sorted(POOL), random.randint(5, len(POOL))):
        kind, chain = POOL[id]
        actors[ActorId(id)] = Actor(
            ActorId(id), id, kind, catalogue=id, chain=chain, influence=random.choice([None, 0, 2, 3, 4, 5]),
            role2=random.choice([None, None, "service_cso"]), uses_force=random.choice([None, "does", "none"]),
            part_of=random.choice([None, *(other for other in actors)]),
        )  # fmt: skip
    links = {}
    for n in range(random.randint(2, 20)):
        a, b = random.sample(sorted(actors), 2)
        links[LinkId(f"l{n}")] = Link(LinkId(f"l{n}"), random.choice(kinds), a, b, random.choice(PRACTICES))
    return SectorMap(Frame(session="3"), actors, links)


@pytest.mark.parametrize("question", sorted({*WEIGHED["3"], *WEIGHED["4"]}))
def test_what_a_question_sees_answers_it(question: str) -> None:
    """On maps full of what it reads; without some of it, and again with it: one link or rating, or several."""
    layer, random = layer_of(question), Random(question)
    for _ in range(300):
        map = at_random(random, sorted(layer.kinds))
        gone = random.sample(sorted(map.links), random.randint(0, 3) % (len(map.links) + 1))
        rated = random.sample(sorted(map.actors), random.randint(0, 2))
        less = replace(
            map,
            actors={id: replace(a, influence=3) if id in rated else a for id, a in map.actors.items()},
            links={id: link for id, link in map.links.items() if id not in gone},
        )
        (one,), (other,) = (readings({"1": m}, align({"1": m})) for m in (map, less))
        of = people(one)
        seen, then = (frozenset(shown(layer, r, of)) for r in (one, other))
        unchanged: frozenset[str] = frozenset()

        assert layer.named(seen, of)(unchanged, unchanged) == named(map, question)
        assert layer.named(seen, of)(then - seen, seen - then) == named(less, question)
        assert layer.named(then, of)(seen - then, then - seen) == named(map, question)


def edited(map: SectorMap, edit: str, random: Random) -> SectorMap:
    """The map after somebody did something to it."""
    actors, links = dict(map.actors), dict(map.links)
    actor, link = random.choice(sorted(actors)), random.choice(sorted(links)) if links else None
    if edit == "link":
        a, b = random.sample(sorted(actors), 2)
        id = LinkId(f"e{len(links)}-{random.random()}")
        links[id] = Link(id, random.choice(KINDS), a, b, random.choice(PRACTICES))
    elif edit == "answer" and link:
        links[link] = replace(links[link], practice=random.choice(PRACTICES))
    elif edit == "unlink" and link:
        del links[link]
    elif edit == "rate":
        actors[actor] = replace(actors[actor], influence=random.choice([None, 0, 2, 4, 5]))
    elif edit == "actor":
        actors[actor] = replace(actors[actor], chain=(random.choice(["police", "court"]),), x=1.0)
    elif edit == "kind":
        actors[actor] = replace(actors[actor], kind=random.choice(["users", "justice", "core_security"]))
    return replace(map, actors=actors, links=links)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(maps(), min_size=2, max_size=4),
    st.lists(
        st.sampled_from(["link", "link", "answer", "unlink", "rate", "actor", "kind", "leave", "session"]), max_size=12
    ),
    st.randoms(use_true_random=False),
)
def test_a_board_that_remembers_is_the_board_made_anew(
    drawn: list[SectorMap], edits: list[str], random: Random
) -> None:
    """While the groups draw, one leaves and comes back, and another session's questions are asked between."""
    by_group, trials, session = {str(n): m for n, m in enumerate(drawn, 1)}, Trials(), "3"
    for edit in ["", *edits]:
        group = random.choice(sorted(by_group))
        by_group[group] = edited(by_group[group], edit, random)
        session = {"3": "4", "4": "3"}[session] if edit == "session" else session
        there = dict(list(by_group.items())[:2]) if edit == "leave" else by_group

        found = board(there, session=session, trials=trials)

        assert found.agenda == board(there, session=session).agenda, edit


@settings(max_examples=25, deadline=None)
@given(st.lists(maps(), min_size=2, max_size=4), st.randoms())
def test_the_order_of_the_maps_says_nothing(drawn: list[SectorMap], random: Random) -> None:
    by_group = {str(n): m for n, m in enumerate(drawn, 1)}
    shuffled = list(by_group.items())
    random.shuffle(shuffled)

    assert to_json(board(dict(shuffled))) == to_json(board(by_group))


@settings(max_examples=25, deadline=None)
@given(maps())
def test_a_map_compared_with_itself_coincides_wholly(map: SectorMap) -> None:
    found = board({"1": map, "2": map})

    assert found.overlap.shared == found.overlap.union
    assert found.contradictions == ()
    assert all(row.verdict in ("same", "nothing", "not_enough") for row in found.findings)


@settings(max_examples=25, deadline=None)
@given(st.lists(maps(), min_size=2, max_size=4))
def test_no_map_and_no_link_is_lost_or_counted_twice(drawn: list[SectorMap]) -> None:
    found = board({str(n): m for n, m in enumerate(drawn, 1)}).overlap

    several = sum(n for groups, n in found.by_count.items() if groups > 1)
    alone = sum(len(keys) for table in (found.only_seen, found.only_lacking) for keys in table.values())
    assert several + alone + len(found.turned) == len(found.union)
