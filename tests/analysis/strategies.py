"""Maps and links of any shape, for properties."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.schema import schema

IDS = ["apj", "bid", "conadeh", "dpi", "ms13", "mp", "mujeres", "patronatos", "pn", "ue"]
NAMES = {"pn": "Policía Nacional", "mp": "Ministerio Público", "mujeres": "Mujeres sobrevivientes",
         "patronatos": "Patronatos", "dpi": "Derechos Humanos de las FF. AA."}  # fmt: skip
KINDS = ["core_security", "justice", "oversight_state", "international", "users", "community", "private_security",
         "civil_society", "management"]  # fmt: skip
STAGES = ["report", "police", "prosecution", "defence", "court"]
PRACTICES = ["works", "weak", "paper", "blocked", "not_said"]
OPEN_KINDS = [k.id for k in schema().link_kinds.values() if not k.sensitive]
SENSITIVE_KINDS = [k.id for k in schema().link_kinds.values() if k.sensitive]


@st.composite
def maps(draw: st.DrawFn) -> SectorMap:
    actors = {}
    for id in IDS:
        actors[ActorId(id)] = Actor(
            id=ActorId(id), name=NAMES.get(id, id.upper()),
            kind="criminal" if id == "ms13" else draw(st.sampled_from(KINDS)),
            part_of=ActorId("pn") if id == "dpi" else None,
            chain=tuple(draw(st.lists(st.sampled_from(STAGES), max_size=1))),
            influence=draw(st.none() | st.integers(0, 5)), gender_actor=draw(st.booleans()),
            gender_resp=draw(st.sampled_from([None, "blind", "aware"])),
        )  # fmt: skip
    links = draw(st.lists(open_links(), max_size=25))
    return SectorMap(actors=actors, links={LinkId(f"l{n:02}"): replace(k, id=LinkId(f"l{n:02}"))
                                           for n, k in enumerate(links)})  # fmt: skip


def ends() -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda x: x[0] != x[1])


def _link(kind: str, ends: tuple[str, str], practice: str) -> Link:
    return Link(LinkId("new"), kind, ActorId(ends[0]), ActorId(ends[1]), practice)


def open_links() -> st.SearchStrategy[Link]:
    without_gang = ends().filter(lambda x: "ms13" not in x)
    return st.builds(_link, st.sampled_from(OPEN_KINDS), without_gang, st.sampled_from(PRACTICES))


def sensitive_links() -> st.SearchStrategy[Link]:
    with_gang = ends().filter(lambda x: "ms13" in x)
    return st.builds(_link, st.sampled_from(SENSITIVE_KINDS), ends(), st.sampled_from([*PRACTICES, "missing"])) | (
        st.builds(_link, st.sampled_from(OPEN_KINDS), with_gang, st.sampled_from([*PRACTICES, "missing"]))
    )


def needed_links() -> st.SearchStrategy[Link]:
    return st.builds(_link, st.sampled_from(OPEN_KINDS + SENSITIVE_KINDS), ends(), st.just("missing"))
