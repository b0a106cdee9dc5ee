"""The test of the room's network with devices: a page, a line that stays open, and how many came."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.story.room import CHROMIUM, PHONE, Room, room
from tests.browser.story.server import Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine"),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Every screen here is on one machine: a proxy that is named lets them come from addresses of their own."""
    server = Server(tmp_path_factory.mktemp("network"), MAPPING_PROXIES="127.0.0.1")
    server.start()
    yield server
    server.kill()


@pytest.fixture
def here(served: Server) -> Iterator[Room]:
    with room(served.port) as opened:
        yield opened
        assert not opened.faults


def _test(here: Room) -> tuple[Page, str]:
    """The facilitator's page with the test begun, before any workshop; and what a phone's camera reads."""
    page = here.screen()
    page.goto(f"{here.base}/workshop?lang=es")
    page.get_by_role("button", name="Probar con un teléfono").click()
    shown = page.get_by_test_id("reach-address")
    expect(shown).to_contain_text("/reach/", timeout=20_000)
    return page, f"{here.base}/reach/{shown.inner_text().rpartition('/')[2]}?lang=es"


def _phone(here: Room, address: str, device: str) -> Page:
    phone = here.screen(PHONE, extra_http_headers={"X-Forwarded-For": device})
    phone.goto(address)
    return phone


def test_says_what_came_and_counts_different_devices(here: Room) -> None:
    page, address = _test(here)
    says = page.get_by_test_id("reach-says")
    expect(says).to_have_attribute("data-what", "waiting")

    first = _phone(here, address, "192.168.43.11")
    expect(first.get_by_role("status")).to_have_text(
        "Este equipo puede dibujar. Déjelo abierto mientras prueban los demás."
    )
    expect(says).to_have_attribute("data-what", "few", timeout=20_000)
    first.reload()  # the same device again
    expect(first.locator("li.done")).to_have_count(2)
    _phone(here, address, "192.168.43.12")
    third = _phone(here, address, "192.168.43.13")
    expect(third.locator("li.done")).to_have_count(2)

    expect(says).to_have_attribute("data-what", "ready", timeout=20_000)
    expect(says).to_have_attribute("data-count", "3")
    expect(says).to_contain_text("3 equipos distintos")


def test_a_page_whose_line_does_not_open_is_told_apart(here: Room) -> None:
    page, address = _test(here)
    phone = here.screen(PHONE, extra_http_headers={"X-Forwarded-For": "192.168.43.21"})
    phone.route_web_socket("**/line?**", lambda socket: socket.close())
    phone.goto(address)

    expect(phone.get_by_role("status")).to_contain_text("la línea en vivo no se abre")
    says = page.get_by_test_id("reach-says")
    expect(says).to_have_attribute("data-what", "no_line", timeout=30_000)
    expect(page.get_by_text("WebSocket")).to_be_visible()


def test_this_computer_itself_proves_nothing(here: Room) -> None:
    page, address = _test(here)
    here.screen(PHONE).goto(address)

    expect(page.get_by_test_id("reach-says")).to_have_attribute("data-what", "own", timeout=20_000)


def test_a_test_that_is_over_says_so(here: Room) -> None:
    phone = here.screen(PHONE)
    phone.goto(f"{here.base}/reach/ZZZZZZ?lang=en")

    expect(phone.get_by_role("heading")).to_have_text("This test is over")
