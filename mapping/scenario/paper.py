"""What stands on paper: the number of each actor of the catalogue and of a group's own, the code of each kind of link,
and the sign of each answer. The print and the reading of what was typed back keep to the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from mapping.scenario.records import CatalogueActor, Scenario
from mapping.schema import LinkKind, schema

OWN = 501  # the first number for an actor that a group adds; a catalogue that grows never comes so far
OWN_CARDS = 24
LONGEST = 9_999
_ALONE = {"service": "referral"}  # what a family's letter alone means, where that is not its first kind
SIGNS = MappingProxyType({"works": "+", "weak": "½", "paper": "P", "blocked": "X", "missing": "F"})
_TYPED = {
    "works": "+ s si sí y yes works ok", "weak": "½ 1/2 m w half weak medias", "paper": "p papel paper",
    "blocked": "x b bloqueado blocked", "missing": "f n falta needed missing",
}  # fmt: skip
ANSWERS: Mapping[str, str] = MappingProxyType(
    {word: answer for answer, words in _TYPED.items() for word in words.split()}
)


def numbered(scenario: Scenario) -> Mapping[int, CatalogueActor]:
    """The actors of the catalogue by their number: their place in its table. Those whose every link is sensitive have a
    number, and no card."""
    return MappingProxyType(dict(enumerate(scenario.actors.values(), 1)))


def on_cards(scenario: Scenario, *, anchors: Sequence[str] = ()) -> Mapping[int, CatalogueActor]:
    """Whom cards are printed for: the actors of the first tier, or only these, without those of the sensitive layer."""
    wanted = frozenset(anchors)
    return MappingProxyType({
        n: actor for n, actor in numbered(scenario).items()
        if not schema().actor_kind(actor.kind).sensitive_endpoint
        and (actor.id in wanted if wanted else actor.tier == 1)
    })  # fmt: skip


@cache
def codes() -> Mapping[str, LinkKind | None]:
    """The kinds by what is written beside a line: the family's letter and, where it has several kinds, a number. The
    letter alone is the usual one; of supervision it is the one that its overseer proposes (None). Sensitive kinds have
    none.
    """
    out: dict[str, LinkKind | None] = {}
    for family in schema().families.values():
        kinds = [k for k in schema().link_kinds.values() if k.family.id == family.id and not k.sensitive]
        if not kinds:
            continue
        alone = next((k for k in kinds if k.id == _ALONE.get(family.id)), kinds[0])
        out[family.letter] = None if family.id == "oversight" else alone
        if len(kinds) > 1:
            out |= {f"{family.letter}{n}": kind for n, kind in enumerate(kinds, 1)}
    return MappingProxyType(out)
