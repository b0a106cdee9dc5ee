"""A workshop that was ended is in no cache of its pages."""

from __future__ import annotations

from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.ui import findings, taking, wall_cards
from tests import golden


def test_counts_and_draws_anew_after_an_end() -> None:
    map: SectorMap = golden.group1()
    t = translate("es")
    known = findings.answered("m-1", 7, "3", False, map)
    drawn = wall_cards._drawn("m-1", 7, 14, map, t)
    assert findings.answered("m-1", 7, "3", False, SectorMap()) is known  # kept by its number

    taking.forget()

    assert findings.answered("m-1", 7, "3", False, SectorMap()).map.actors == {}
    assert wall_cards._drawn("m-1", 7, 14, SectorMap(), t) != drawn
