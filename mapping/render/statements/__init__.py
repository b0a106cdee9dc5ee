"""What a finding says, in words: `statement`, `caution`, `title`, `label`, `table`, `certainty`.

All are given a `t`. Neutral always: an overseer *depends on whom it should oversee*, somebody *may oppose*; nothing is
said that is not on the map, and *on this group's map* is where it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from statistics import median_low

from mapping.analysis.finding import Finding
from mapping.i18n import Translate
from mapping.model import SectorMap
from mapping.render.statements import nonstate, oversight, sector
from mapping.render.statements import table as tables
from mapping.render.statements.say import Say
from mapping.render.statements.table import Cell, Table

__all__ = ["Cell", "Table", "caution", "certainty", "label", "statement", "table", "title"]

_SAID: Mapping[str, Callable[[Finding, Say], str]] = {
    "Q3-02": oversight.external_oversight,
    "Q3-03": oversight.coverage,
    "Q3-04": sector.independence,
    "Q3-10": sector.chain,
    "Q3-13": sector.cohesion,
    "Q3-17": sector.power,
    "Q3-22": sector.support,
    "Q3-24": sector.gender,
    "Q4-01": nonstate.provision,
    "Q4-03": nonstate.brokers,
    "Q4-04": nonstate.without_state_link,
    "Q4-05": nonstate.accountability,
    "Q4-07": nonstate.proximity,
    "Q4-22": nonstate.candidates,
}
_TABLES: Mapping[str, Callable[[Finding, Say], Table]] = {"Q3-03": tables.coverage, "Q4-22": tables.candidates}


_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


def _key(question: str) -> str:
    return "findings." + question.lower().replace("-", "_")


def statement(finding: Finding, map: SectorMap, t: Translate) -> str:
    """The finding in plain sentences, with the actors it names."""
    if finding.values.get("reason") == "closed":
        return Say(map, t).early(finding.values)
    said = _SAID[finding.question](finding, Say(map, t))
    return _TWO_STOPS.sub(".", said)  # a name may end in one: FF. AA.


def caution(finding: Finding, t: Translate) -> str:
    """How the finding must not be read."""
    return t(f"{_key(finding.question)}.caution")


def title(question: str, t: Translate) -> str:
    """The question as it is asked in the room."""
    return t(f"{_key(question)}.title")


def label(question: str, t: Translate) -> str:
    """The question in a few words, for menus and captions."""
    return t(f"{_key(question)}.label")


def table(finding: Finding, map: SectorMap, t: Translate) -> Table | None:
    """The finding as a table, for the questions that have one and a map that has rows for it."""
    make = _TABLES.get(finding.question)
    made = make(finding, Say(map, t)) if make else None
    return made if made and made.rows else None


def certainty(finding: Finding, map: SectorMap, t: Translate) -> str:
    """How sure the group is of the links a finding rests on: the middle of what was said; empty without links."""
    said = [c for id in finding.links if id in map.links and (c := map.links[id].confidence)]  # type: ignore[index]
    if not finding.links:
        return ""
    if not said:
        return t("findings.certainty.unsaid")
    level = t(f"findings.certainty.levels.{median_low(said)}")
    which = "one" if len(said) == 1 else "many"
    return t(f"findings.certainty.said.{which}", level=level, n=len(said), of=len(finding.links))
