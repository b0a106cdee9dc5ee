"""One difference on the room's screen: each version pictured as its group drew it."""

from __future__ import annotations

import re

from mapping.compare import running_order
from mapping.compare.board import board
from mapping.i18n import translate
from mapping.model import SectorMap
from mapping.ui.difference import point
from tests.compare.maps import with_row


def test_each_version_bears_the_letter_of_what_its_group_drew(group1: SectorMap, group2: SectorMap) -> None:
    """Group 1 says that the two coordinate (C), group 2 that there is tension (T)."""
    maps = {
        "1": with_row(group1, "mp cooperation conadeh works"),
        "2": with_row(group2, "mp conflict conadeh works"),
    }
    found = board(maps)
    items = running_order.running_order(found.agenda, own={}, order=[], done=set())
    item = next(x for x in items if x.topic and x.topic.difference.kind == "relation")

    shown = point(found, item, translate("es"))

    assert re.findall(r'class="on-line"><span[^>]*>(\w)<', shown) == ["C", "T"]
