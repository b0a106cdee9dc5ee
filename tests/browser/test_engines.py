"""The main path in Firefox and in WebKit, with somebody else at the table in Chromium."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.browser.engines import FIREFOX, MINI, WEBKIT, XVFB, Engine, firefox, webkit
from tests.browser.story.room import CHROMIUM
from tests.browser.table import ROOT, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
Start = Callable[[Path], AbstractContextManager[Engine]]
CLIENT = f"({ROOT})()?.sectorMap"
no_firefox = pytest.mark.skipif(not FIREFOX, reason="no Firefox on this machine")
no_webkit = pytest.mark.skipif(not (WEBKIT and MINI and XVFB), reason="no WebKit on this machine")
ENGINES = [
    pytest.param(firefox, "workshop.test", id="firefox", marks=no_firefox),
    pytest.param(webkit, "127.0.0.1", id="webkit", marks=no_webkit),
]


@pytest.mark.parametrize(("start", "host"), ENGINES)
def test_names_links_and_answers_are_drawn_and_seen_by_both(
    start: Start, host: str, table: Table, tmp_path: Path
) -> None:
    other = table.screen()
    base = table.browsers.base.replace("workshop.test", host)
    code = json.dumps({"code": table.workshop.groups[0].code})
    with start(tmp_path / "profile") as here:
        here.open(f"{base}/assets/any/canvas/tokens.css")  # a page of the same origin, without scripts
        joined = f"fetch('/join', {{method: 'POST', body: {json.dumps(code)}}}).then(a => a.json())"
        seat = here.ask(joined)["seat"]
        here.open(f"{base}/build?seat={seat}&lang=es")
        here.until(f"{CLIENT}?.state.ready && {CLIENT}.room.typebox.node.querySelector('input').disabled === false")

        here.ask(f"void {CLIENT}.room.typebox.focus()")
        for name in ("policia militar", "conadeh", "congreso"):
            here.type(name)
            here.press("Enter")
        other.sees(3, 0)
        other.type("pn")
        here.until(f"{CLIENT}.state.map.actors.has('pn')")

        points = f"{CLIENT}.room.view.pointsOf"
        here.drag(here.ask(f"{points}('conadeh').rim"), here.ask(f"{points}('pmop').centre"))
        other.sees(4, 1)
        assert other.links() == [("conadeh", "ov_independent", "pmop", "not_said")]
        here.press("2")
        other.page.wait_for_function(f"() => [...{CLIENT}.state.map.links.values()][0]?.practice === 'weak'")
        other.say("congreso", "ov", "pmop", "paper")
        here.until(f"{CLIENT}.state.map.links.size === 2")

        here.open(f"{base}/build?seat={seat}&lang=en")
        here.until(f"{CLIENT}?.state.ready && {CLIENT}.state.map.links.size === 2")
        here.until(f"({ROOT})().lang === 'en'")
        assert here.picture()[:4] == b"\x89PNG"
