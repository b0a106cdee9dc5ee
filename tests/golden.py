"""The two groups' maps of the acceptance story: session 3, Honduras, 1 September 2015.

Actors and directions follow the fact base (L-numbers); what the groups say about practice and influence is
invented test data.
"""

from __future__ import annotations

from mapping.model import Actor, ActorId, Frame, Link, LinkId, SectorMap

QUESTION = "¿Quién manda y quién supervisa a las instituciones con personal armado, y funciona?"
OBJECTIVE = (
    "Que en 2018 toda institución armada del Estado responda ante "
    "al menos un órgano externo e independiente que funcione."
)

# id: kind, uses force, chain, Spanish, English, part of, oversees as, influence in group 1, in group 2 ("-": not drawn)
ACTORS: dict[str, tuple[str, str, str, str, str, str, str, object, object]] = {
    "pn": ("core_security", "does", "police", "Policía Nacional", "National Police", "", "", 3, 3),
    "pmop": ("core_security", "does", "", "Policía Militar", "Military Police", "ffaa", "", 3, 3),
    "ffaa": ("core_security", "does", "", "Fuerzas Armadas", "Armed Forces", "", "", 5, 5),
    "fusina": ("core_security", "does", "", "FUSINA", "FUSINA", "", "", 3, 4),
    "mp": ("justice", "none", "prosecution", "Ministerio Público", "Public Prosecutor", "", "ov_judicial", 3, 3),
    "tribunales": ("justice", "none", "court", "Tribunales penales", "Criminal courts", "", "ov_judicial", 2, 3),
    "inp": ("justice", "does", "prison", "INP", "INP", "", "", None, None),
    "congreso": ("oversight_state", "none", "", "Congreso Nacional", "National Congress", "", "ov_parliament", 2, 4),
    "conadeh": ("oversight_state", "none", "", "CONADEH", "CONADEH", "", "ov_independent", 2, 2),
    "bid": ("international", "none", "", "BID", "IDB", "", "", 4, 2),
    "cosude": ("international", "none", "", "COSUDE", "SDC", "", "", 2, 2),
    "ddhh_ffaa": ("oversight_state", "none", "", "Derechos Humanos de las FF. AA.", "Armed Forces Human Rights",
                  "ffaa", "ov_internal", 0, "-"),
    "apj": ("civil_society", "none", "", "APJ", "APJ", "", "ov_civil", "-", 2),
}  # fmt: skip

LINKS_1 = """
ffaa command pmop works L062
ffaa command fusina works L063
ffaa command ddhh_ffaa works L065
congreso appointment conadeh works L096
ddhh_ffaa ov_internal ffaa weak L073
ddhh_ffaa ov_internal pmop weak L074
conadeh ov_independent pn works L207
conadeh ov_independent pmop weak L209
mp ov_judicial pn works L158
congreso ov_parliament fusina missing -
pn referral mp works L046
mp referral tribunales weak L160
tribunales referral inp works L175
bid training pn works L332
cosude training pn works L346
"""
LINKS_2 = """
ffaa command pmop works L062
ffaa command fusina works L063
congreso appointment conadeh works L096
congreso appointment mp works L095
conadeh ov_independent pn works L207
conadeh ov_independent pmop works L209
tribunales ov_judicial pn works L172
apj ov_civil pn works L234
congreso ov_parliament pmop paper L104
mp referral pn works -
mp referral tribunales works L160
tribunales referral inp works L175
bid training pn works L332
cosude training pn works L346
cosude cooperation bid works L351
"""


def _map(group: int, rows: str) -> SectorMap:
    actors = {}
    for id, (kind, force, chain, es, en, parent, oversees, *influence) in ACTORS.items():
        value = influence[group - 1]
        if value == "-":
            continue
        actors[ActorId(id)] = Actor(
            id=ActorId(id), name=es if group == 1 else en, kind=kind, names={"es": es, "en": en}, catalogue=id,
            uses_force=force, chain=(chain,) if chain else (), part_of=ActorId(parent) if parent else None,
            oversees_as=oversees or None, influence=value,  # type: ignore[arg-type]
        )  # fmt: skip
    links = {}
    for n, row in enumerate(rows.split("\n")[1:-1], 1):
        source, kind, target, practice, _ = row.split()
        id = LinkId(f"g{group}-{n:02}")
        note = "CANARIO-7F" if (group, n) == (1, 8) else ""
        links[id] = Link(id, kind, ActorId(source), ActorId(target), practice, note=note)
    frame = Frame(
        question=QUESTION, objective=OBJECTIVE, territory="Honduras", date="2015-09-01", session="3",
        scenario="honduras", rules=True, group=str(group), invented=True,
    )  # fmt: skip
    return SectorMap(frame, actors, links)


def group1() -> SectorMap:
    """Group 1: 12 actors, 15 links, one of them needed."""
    return _map(1, LINKS_1)


def group2() -> SectorMap:
    """Group 2: 12 actors, 15 links."""
    return _map(2, LINKS_2)
