"""What holds for any maps. The agenda's shortcuts are held against answering every question again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.analysis.questions import QUESTIONS
from mapping.compare import quick
from mapping.compare.adoption import adopted
from mapping.compare.agenda import agenda
from mapping.compare.align import align
from mapping.compare.board import board
from mapping.compare.contradictions import Contradiction, contradictions
from mapping.compare.findings import QUESTIONS as WEIGHED
from mapping.compare.json_form import to_json
from mapping.compare.reading import Reading, readings
from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap

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


def named(map: SectorMap, question: str) -> frozenset[str]:
    """The question itself, on the whole map."""
    return QUESTIONS[question].answer(map).key()


def flips_in_full(one: Contradiction, read: tuple[Reading, ...], questions: tuple[str, ...]) -> set[tuple[str, str]]:
    """The rule as it is written, without a shortcut: each group takes each other version, every question anew."""

    def is_other(mine: str, theirs: str) -> bool:
        versions = one.versions[mine], one.versions[theirs]
        if one.kind == "one_sided":
            silent = [v in ("missing", "not_drawn") for v in versions]
            return silent[0] != silent[1]
        return versions[0] != versions[1]

    by_group = {r.group: r for r in read}
    return {
        (q, mine)
        for q in questions
        for mine in one.versions
        for theirs in one.versions
        if is_other(mine, theirs)
        and named(adopted(by_group[mine], by_group[theirs], one), q) != named(by_group[mine].map, q)
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(maps(), min_size=2, max_size=3), st.sampled_from(["3", "4"]))
def test_the_agenda_is_what_answering_everything_again_gives(drawn: list[SectorMap], session: str) -> None:
    by_group = {str(n): m for n, m in enumerate(drawn, 1)}
    read = readings(by_group, align(by_group))
    differences = contradictions(read)

    found = agenda(read, differences, WEIGHED[session], quick.named)

    flips = {t.difference.id: set(t.flips) for t in found}
    for one in differences:
        assert flips.get(one.id, set()) == flips_in_full(one, read, WEIGHED[session]), one


@settings(max_examples=100, deadline=None)
@given(maps(), st.sampled_from(sorted({*WEIGHED["3"], *WEIGHED["4"]})))
def test_the_shorter_way_names_what_the_question_names(map: SectorMap, question: str) -> None:
    closed = replace(map, links={k: v for k, v in map.links.items() if not map.is_sensitive(v)})

    assert quick.named(closed, question) == named(map, question)


@settings(max_examples=25, deadline=None)
@given(st.lists(maps(), min_size=2, max_size=4), st.randoms())
def test_the_order_of_the_maps_says_nothing(drawn: list[SectorMap], random: object) -> None:
    by_group = {str(n): m for n, m in enumerate(drawn, 1)}
    shuffled = list(by_group.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]

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
