"""Entry points: filled in at two screens of a group, out of the room only where the facilitator ticked them."""

from __future__ import annotations

import json
import time

import pytest
from playwright.sync_api import Locator, expect

from mapping.changes import Change
from mapping.export import exported
from mapping.export.said import from_room
from mapping.i18n import translate
from mapping.model import ActorId, values_of
from mapping.store import Store
from mapping.ui.said import room_of
from tests import golden
from tests.browser.story.room import LAPTOP, PHONE
from tests.browser.table import ROOT, Screen, Table, with_store
from tests.browser.test_accessible import SMALL, faults, themed

SAID = {
    "partner": "CONADEH y la OIM", "risk": "Que FUSINA no reciba a nadie", "first_step": "Una reunión",
    "progress": "Un informe al año",
}  # fmt: skip


def opened(screen: Screen) -> Screen:
    """The screen with its entry points before it."""
    screen.by("tab-pad" if screen.by("tab-pad").is_visible() else "pad-open").click()
    screen.by("entries").locator("> summary").click()
    return screen


def drawn(table: Table) -> None:
    """A map on which an oversight is missing."""
    map = golden.group1()
    link = {"id": "x-1", "kind": "ov_independent", "source": "conadeh", "target": "fusina", "practice": "missing"}
    actors = [map.actors[ActorId(id)] for id in ("conadeh", "fusina")]
    changes = [{"op": "add", "actor": {"id": each.id, **values_of(each)}} for each in actors]
    all = [*changes, {"op": "link", "link": link}]
    batch = Change("c-fill", "p-server", 0, "batch", {"label": "import", "changes": all})

    def fill(store: Store) -> None:
        out = store.maps.append(table.workshop.groups[0].map_id, batch, now=time.time())
        assert out.seq, out.outcome.refusals

    with_store(table.database, fill)


def fields(row: Locator) -> dict[str, str]:
    return {name: row.get_by_test_id(f"entry-{name}").input_value() for name in SAID}


def test_two_screens_fill_one_row_each_and_only_the_ticked_one_leaves(table: Table) -> None:
    drawn(table)
    laptop, phone = opened(table.screen()), opened(table.screen(size=PHONE))

    laptop.by("entry-new").focus()
    laptop.by("entry-option-x-1").click()  # the gap is offered before anything is typed
    row = laptop.by("entry-list").locator("details").first
    expect(row.get_by_test_id("entry-partner")).to_be_focused()
    for name, text in SAID.items():
        row.get_by_test_id(f"entry-{name}").fill(text)
    row.get_by_test_id("entry-progress").blur()
    laptop.settled()

    expect(phone.by("entry-list").locator("summary")).to_have_count(1, timeout=15_000)
    phone.by("entry-new").fill("Una mesa con las víctimas")
    phone.by("entry-add").click()
    own = phone.by("entry-list").locator("details").nth(1)
    own.get_by_test_id("entry-risk").fill("Que se les exponga")
    own.get_by_test_id("entry-risk").blur()
    phone.settled()

    expect(laptop.by("entries-count")).to_have_text("2", timeout=15_000)
    words = with_store(table.database, lambda store: store.words.all(table.workshop.id))
    gap, idea = sorted((word for word in words if word.kind == "entry"), key=lambda word: word.slot)
    assert (gap.about, idea.about, idea.text, idea.parts) == (
        "x-1", "", "Una mesa con las víctimas", {"risk": "Que se les exponga"},
    )  # fmt: skip

    facilitator = table.facilitator("debrief")
    tick = facilitator.get_by_test_id(f"tick-{gap.id}")
    expect(tick).to_have_attribute("aria-checked", "false", timeout=40_000)
    tick.click()
    expect(tick).to_have_attribute("aria-checked", "true", timeout=15_000)

    internal, shareable = files(table)
    assert [each.text for each in from_room(internal)] == [gap.text, idea.text]
    (left,) = from_room(shareable)
    assert (left.about, left.parts) == ("x-1", SAID)


def files(table: Table) -> tuple[dict, dict]:
    """The `room` of the first group's two files."""

    def made(store: Store) -> tuple[dict, dict]:
        group = table.workshop.groups[0]
        file = store.maps.file(group.map_id, room=room_of(store.words.all(table.workshop.id), group.number))
        both = (exported(file, "json", translate("es"), internal=internal) for internal in (True, False))
        internal, shareable = (json.loads(data)["room"] for data in both)
        return internal, shareable

    return with_store(table.database, made)


def test_two_who_fill_parts_of_one_row_without_a_network_lose_nothing(table: Table) -> None:
    drawn(table)
    one, two = opened(table.screen()), opened(table.screen())
    one.by("entry-new").fill("FUSINA")
    one.by("entry-new").press("Enter")
    expect(two.by("entries-count")).to_have_text("1", timeout=15_000)
    two.by("entry-list").locator("summary").click()

    two.page.context.set_offline(True)
    two.by("entry-risk").fill("Que se cierre la puerta")
    two.by("entry-risk").blur()
    expect(two.by("status")).to_contain_text("Sin conexión", timeout=15_000)
    one.by("entry-partner").fill("CONADEH")
    one.by("entry-partner").blur()
    one.settled()
    two.page.context.set_offline(False)

    expect(one.by("entry-risk")).to_have_value("Que se cierre la puerta", timeout=30_000)
    two.settled()
    assert fields(two.by("entry-list")) == fields(one.by("entry-list"))
    expect(two.by("entry-partner")).to_have_value("CONADEH")
    expect(two.by("tray")).to_be_hidden()


def test_it_is_done_by_keys_and_taken_out_at_the_second_press(table: Table) -> None:
    drawn(table)
    laptop = opened(table.screen())

    laptop.by("entry-new").press_sequentially("fus")
    laptop.page.keyboard.press("ArrowDown")
    laptop.page.keyboard.press("Enter")
    laptop.page.keyboard.type("La OIM")
    laptop.page.keyboard.press("Tab")
    row = laptop.by("entry-list").locator("details")
    expect(row.locator("summary")).to_have_attribute("aria-label", "FUSINA: 1 de 4 respondidos")

    out = row.get_by_test_id("entry-out")
    out.focus()
    laptop.page.keyboard.press("Enter")
    expect(row).to_have_count(1)
    laptop.page.keyboard.press("Enter")
    expect(row).to_have_count(0)
    expect(laptop.by("entry-new")).to_be_focused()


@pytest.mark.parametrize(("language", "scheme"), [("es", "dark"), ("en", "light")])
@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_it_breaks_no_rule_and_can_be_touched(table: Table, language: str, scheme: str, size: tuple[int, int]) -> None:
    drawn(table)
    screen = opened(table.screen(language=language, size=size))
    themed(screen, scheme)
    screen.by("entry-new").fill("FUSINA")
    screen.by("entry-new").press("Enter")
    screen.by("entry-progress").fill("Un informe")
    screen.page.evaluate(f"() => ({ROOT})().sectorMap.room.select('conadeh')")
    if size == PHONE:
        screen.by("inspector-close").click()  # it lies over the tabs; who was looked at is offered all the same
    expect(screen.by("entry-selected")).to_contain_text("CONADEH")
    screen.by("entry-new").focus()
    expect(screen.by("entry-option-x-1")).to_be_visible()

    assert faults(screen.page) == []
    if size == PHONE:
        assert screen.page.evaluate(SMALL) == []
