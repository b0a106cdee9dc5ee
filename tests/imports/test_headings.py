from __future__ import annotations

import pytest

from mapping.i18n import LANGUAGES, translate
from mapping.imports.answers import actor_kinds, link_kinds
from mapping.imports.headings import known, plain, role
from mapping.schema import schema


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", ["actor", "link", "frame"])
def test_every_heading_that_exports_write_is_understood(of: str, language: str) -> None:
    for id in schema().attributes[of]:
        assert known(of)[plain(id)] == id
        if id not in ("names", "source", "target"):
            assert known(of)[plain(translate(language)(f"export.column.{of}.{id}"))] == id


def test_every_kind_is_understood_by_its_name_in_every_language() -> None:
    """And no two kinds share a name, or one would come back as the other."""
    for kind in schema().actor_kinds.values():
        assert all(actor_kinds()[plain(word)] == kind.id for word in (kind.id, *kind.label.values()))
    for link in schema().link_kinds.values():
        assert all(link_kinds()[plain(word)] == link.id for word in (link.id, *link.label.values()))


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Label", "Type", "Description"], "actor"),
        (["Id", "Label"], "actor"),
        (["Nombre", "Tipo"], "actor"),
        (["From", "To", "Label"], "link"),
        (["Source", "Target", "Type", "Kind"], "link"),
        (["Origen", "Destino", "Relación"], "link"),
        (["desde", "hacia"], "link"),
        (["Fecha", "Monto"], None),
        ([], None),
    ],
)
def test_a_table_is_known_by_its_headings(headings: list[str], expected: str | None) -> None:
    assert role(headings) == expected
