"""The tables of a scenario and their columns; `*` stands for each of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    name: tuple(columns.split())
    for name, columns in {
        "actors.csv": (
            "id name_* short_* acronym aliases kind role2 level statutory uses_force intelligence part_of oversees_as"
            " chain gender_actor protect valid_from valid_to description_* source_ids confidence tier"
        ),
        "links.csv": (
            "id source target kind formality strength practice practice_words valid_from valid_to evidence_*"
            " source_ids confidence tier"
        ),
        "events.csv": "id date title_* description_* effects source_ids confidence",
        "sources.csv": "id title publisher year url seen",
        "indicators.csv": "indicator name_* year value unit source_ids confidence note",
        "generic_terms.csv": "term actor_ids own note",
    }.items()
})  # fmt: skip
OPTIONAL = ("recorded_as",)  # may be there, and is not read
IDS: Mapping[str, str] = MappingProxyType({"indicators.csv": "indicator", "generic_terms.csv": "term"})  # else: id
UNIQUE = ("actors.csv", "links.csv", "events.csv", "sources.csv")  # whose ids other rows name
FLAGS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "actors.csv": ("intelligence", "gender_actor", "protect"), "sources.csv": ("seen",), "generic_terms.csv": ("own",),
})  # fmt: skip
# every one of these is a number; only a link's strength may be empty
NUMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "actors.csv": ("tier",), "links.csv": ("strength", "tier"), "indicators.csv": ("value",),
})  # fmt: skip


def id_column(table: str) -> str:
    """The column by which a row is known."""
    return IDS.get(table, "id")


def columns(table: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that a table must have, with those of each language.

    >>> columns("generic_terms.csv", ("en",)), columns("indicators.csv", ("es", "en"))[:3]
    (('term', 'actor_ids', 'own', 'note'), ('indicator', 'name_es', 'name_en'))
    """
    out: list[str] = []
    for column in TABLES[table]:
        out += [column.replace("*", language) for language in languages] if "*" in column else [column]
    return tuple(out)
