"""What the room's screen shows of actors that need protection."""

from __future__ import annotations

from dataclasses import replace

from mapping.compare.board import board
from mapping.compare.running_order import running_order
from mapping.i18n import translate
from mapping.model import ActorId, SectorMap
from mapping.ui import board_picture
from mapping.ui.covered import covered
from mapping.ui.difference import point
from tests import golden


def _protected(map: SectorMap) -> SectorMap:
    actors = dict(map.actors)
    conadeh = ActorId("conadeh")
    actors[conadeh] = replace(actors[conadeh], protect=True)
    return replace(map, actors=actors)


def test_is_projected_under_the_name_of_its_kind_in_picture_and_words() -> None:
    found = board({"1": _protected(golden.group1()), "2": golden.group2()}, session="3")
    t = translate("es")

    def projected(shown: object) -> str:
        assert isinstance(shown, type(found))
        pages = [board_picture.drawing(shown, t), *(point(shown, item, t) for item in running_order(shown.agenda))]
        return "".join(map(str, pages)).lower()

    assert "conadeh" in projected(found)
    assert "conadeh" not in projected(covered(found))


def test_is_left_alone_when_nobody_needs_protection() -> None:
    found = board({"1": golden.group1(), "2": golden.group2()}, session="3")

    assert covered(found) is found
