"""The table's own words: written at two screens, kept, and out of the room only by the facilitator's tick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, expect

from tests.browser.table import Screen, Table, with_store

CLOSE, PHONE = 9, (390, 844)  # the step that asks for findings


def finding(screen: Screen, slot: int = 0) -> Locator:
    return screen.by(f"pad-finding-{slot}")


@contextmanager
def away(screen: Screen) -> Iterator[None]:
    """The screen without its network."""
    screen.page.context.set_offline(True)
    yield
    screen.page.context.set_offline(False)


def test_what_one_writes_the_others_read(table: Table) -> None:
    laptop, phone = table.screen(), table.screen(size=PHONE)
    laptop.by("pad-open").click()
    phone.by("tab-pad").click()

    laptop.by("pad-new").fill("La DGIC cerró en 2014")
    laptop.by("pad-new").press("Enter")

    line = phone.by("pad-lines").get_by_role("textbox")
    expect(line).to_have_value("La DGIC cerró en 2014", timeout=15_000)
    line.fill("La DGIC cerró en 2013")
    line.blur()
    expect(laptop.by("pad-lines").get_by_role("textbox")).to_have_value("La DGIC cerró en 2013", timeout=15_000)


def test_the_step_that_asks_for_findings_opens_the_pad(table: Table) -> None:
    table.day(index=CLOSE)
    laptop = table.screen()

    expect(finding(laptop)).to_be_visible()
    assert laptop.page.evaluate("document.activeElement.tagName") != "TEXTAREA"
    for slot in range(3):
        finding(laptop, slot).fill(f"Hallazgo número {slot}")
    laptop.by("pad-unknown-0").fill("Quién paga la tasa")
    laptop.by("pad-unknown-0").blur()
    laptop.settled()

    expect(laptop.by("pad-answered")).to_have_text("4/4")
    laptop.page.reload()
    expect(laptop.by("pad-unknown-0")).to_have_value("Quién paga la tasa", timeout=40_000)


def test_what_is_typed_without_a_network_is_kept_and_comes_after(table: Table) -> None:
    table.day(index=CLOSE)
    one, two = table.screen(), table.screen()
    with away(one):
        finding(one).fill("Nadie supervisa a FUSINA")
        finding(one).blur()
        expect(one.by("status")).to_contain_text("Sin conexión", timeout=15_000)

    expect(finding(two)).to_have_value("Nadie supervisa a FUSINA", timeout=30_000)


def test_two_who_write_the_same_finding_decide_which_stays(table: Table) -> None:
    table.day(index=CLOSE)
    one, two = table.screen(), table.screen()
    finding(two).fill("El Congreso")
    with away(two):
        finding(two).fill("El Congreso no supervisa")
        finding(two).blur()
        finding(one).fill("FUSINA no tiene control")
        finding(one).blur()
        one.settled()

    tray = two.by("tray")
    expect(tray).to_contain_text("FUSINA no tiene control", timeout=30_000)
    tray.get_by_test_id("tray-yours").click()
    expect(finding(one)).to_have_value("El Congreso no supervisa", timeout=15_000)
    expect(tray).to_be_hidden()


def test_the_facilitators_tick_lets_it_out(table: Table) -> None:
    table.day(index=CLOSE)
    laptop = table.screen()
    finding(laptop).fill("Nadie supervisa a FUSINA")
    finding(laptop).blur()
    laptop.settled()
    facilitator = table.facilitator("debrief")
    tick = facilitator.get_by_test_id("tick-finding-3-1-0")
    expect(tick).to_have_attribute("aria-checked", "false", timeout=40_000)

    tick.click()

    expect(tick).to_have_attribute("aria-checked", "true", timeout=15_000)
    (word,) = with_store(table.database, lambda store: store.words.all(table.workshop.id))
    assert word.share


def test_the_pad_is_shut_by_escape_and_gives_the_cursor_back(table: Table) -> None:
    laptop = table.screen()
    laptop.by("pad-open").click()
    laptop.by("pad-new").fill("a medias")
    laptop.by("pad-new").press("Escape")

    expect(laptop.by("pad")).to_be_hidden()
    laptop.by("pad-open").click()
    expect(laptop.by("pad-new")).to_have_value("a medias")
