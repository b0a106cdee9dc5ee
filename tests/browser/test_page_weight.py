"""What a phone's first load may weigh: a room of thirty on a poor network has to come in within a minute or two."""

from __future__ import annotations

import pytest

from benchmarks.page_weight import first_load
from tests.browser.story.room import CHROMIUM
from tests.browser.table import Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine"),
]

CEILING = 1_750_000  # bytes on the wire; 1,574,000 on 24 November 2026, of which 547,000 are the shell's typefaces
REQUESTS = 175  # 155 then, 134 of them the shell's own


def test_a_phones_first_load_stays_under_its_ceiling(table: Table) -> None:
    weight = first_load(table.browsers, table.workshop.group("1").code)

    assert weight.count <= REQUESTS, weight.requests
    assert 500_000 < weight.total <= CEILING, weight.bytes
    assert weight.bytes["canvas"] < 450_000, sorted(weight.largest)[-8:]
    assert weight.bytes["shell"] < 750_000, sorted(weight.largest)[-8:]
