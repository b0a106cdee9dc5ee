"""What only a browser shows of the pages: door, language, a wrong address, the wall in motion, small screens."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.story.room import CHROMIUM, LAPTOP, PHONE, Room, room
from tests.browser.story.server import Server

pytestmark = pytest.mark.browser
PASSPHRASE = "montaña azul"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.room *')]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
  .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server of its own and the browsers that visit it, by plain http under a host name."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    server = Server(tmp_path_factory.mktemp("pages"))
    server.start()
    try:
        with room(server.port) as found:
            yield found
            assert found.strangers == []
            assert found.faults == []
    finally:
        server.kill()


@pytest.fixture(scope="module")
def facilitator(screens: Room) -> Page:
    """Somebody who has opened a workshop and stands before its cards."""
    page = screens.screen()
    page.goto(f"{screens.base}/workshop?lang=es")
    page.get_by_label("Frase de acceso").fill(PASSPHRASE)
    page.get_by_text("Las leeré en voz alta antes de empezar").click()
    page.get_by_role("button", name="Abrir el taller").click()
    page.get_by_test_id("code-1").wait_for()
    return page


def _join(page: Page, base: str, code: str, language: str = "es") -> None:
    page.goto(f"{base}/?lang={language}")
    page.get_by_test_id("code").fill(code)
    page.get_by_test_id("enter").click()


def test_a_wrong_code_is_said_in_words_and_the_field_stays(screens: Room) -> None:
    page = screens.screen()
    _join(page, screens.base, "zzz zzz")

    says = "Ningún taller tiene ese código. Revise las letras en la pantalla."
    expect(page.get_by_test_id("door-says")).to_have_text(says)
    expect(page.get_by_test_id("code")).to_have_value("ZZZ ZZZ")


def test_a_code_opens_the_group_and_a_reload_keeps_the_seat(screens: Room, facilitator: Page) -> None:
    code = facilitator.get_by_test_id("code-1").inner_text()
    laptop = screens.screen(LAPTOP)
    _join(laptop, screens.base, code)
    expect(laptop.get_by_test_id("view-draw")).to_be_checked()
    laptop.get_by_test_id("enter-group").click()
    laptop.get_by_test_id("canvas").wait_for()
    address = laptop.url

    laptop.reload()
    expect(laptop.get_by_test_id("status")).to_have_attribute("data-state", "saved")
    assert laptop.url == address
    assert re.search(r"/build\?seat=s-\w+&lang=es&view=draw$", address)


def test_a_phone_is_offered_to_propose_and_see(screens: Room, facilitator: Page) -> None:
    phone = screens.screen(PHONE, has_touch=True, is_mobile=True)
    _join(phone, screens.base, facilitator.get_by_test_id("code-2").inner_text())

    expect(phone.get_by_test_id("view-see")).to_be_checked()


def test_one_click_turns_the_language_and_keeps_seat_and_place(screens: Room, facilitator: Page) -> None:
    table = screens.screen()
    _join(table, screens.base, facilitator.get_by_test_id("code-2").inner_text())
    table.get_by_test_id("enter-group").click()
    table.get_by_test_id("canvas").wait_for()
    seat = re.search(r"seat=(s-\w+)", table.url)

    table.get_by_role("link", name="English").click()

    table.wait_for_url("**lang=en**")
    assert seat is not None
    assert f"seat={seat[1]}" in table.url
    assert "/build" in table.url
    expect(table.get_by_text("Type the name of an institution and press Enter.")).to_be_visible()


@pytest.mark.parametrize(("locale", "title"), [("en-GB", "Join a workshop"), ("de-DE", "Entrar a un taller")])
def test_the_browsers_language_decides_until_somebody_chooses(screens: Room, locale: str, title: str) -> None:
    page = screens.screen(locale=locale)
    page.goto(screens.base)

    expect(page.get_by_role("heading", name=title)).to_be_visible()


def test_an_address_that_does_not_exist_is_home_in_words(screens: Room) -> None:
    page = screens.screen()
    page.goto(f"{screens.base}/noexiste?lang=es")

    expect(page.get_by_text("La dirección «noexiste» no existe aquí.")).to_be_visible()
    expect(page.get_by_role("heading", name="Entrar a un taller")).to_be_visible()
    assert page.get_by_text("Page not found").count() == 0


def test_the_wall_follows_a_table_without_a_reload(screens: Room, facilitator: Page) -> None:
    table = screens.screen()
    _join(table, screens.base, facilitator.get_by_test_id("code-1").inner_text())
    table.get_by_test_id("enter-group").click()
    facilitator.get_by_role("link", name=re.compile("Dibujar")).click()
    card = facilitator.get_by_test_id("table-1")
    expect(card).to_contain_text("Nadie ha escrito todavía")

    box = table.get_by_test_id("typebox")
    box.fill("conadeh")
    box.press("Enter")

    expect(card).to_contain_text("1 actor", timeout=4_000)  # told within 2 s of the change, and drawn
    expect(card).to_contain_text("hace")


def test_a_group_opened_from_the_wall_is_only_to_read(screens: Room, facilitator: Page) -> None:
    facilitator.get_by_role("link", name=re.compile("Dibujar")).click()
    facilitator.get_by_test_id("open-1").click()

    facilitator.get_by_test_id("canvas").wait_for()
    assert facilitator.get_by_test_id("typebox").count() == 0
    facilitator.get_by_role("link", name="Volver al muro").click()
    expect(facilitator.get_by_test_id("table-2")).to_be_visible()


def test_the_rooms_screen_has_a_link_that_opens_once(screens: Room, facilitator: Page) -> None:
    facilitator.get_by_role("link", name=re.compile("Preparar")).click()
    link = facilitator.get_by_role("link", name="Abrir la pantalla de la sala")
    expect(link).to_be_visible()
    address = f"{screens.base}{link.get_attribute('href')}"
    first, second = screens.screen((1920, 1080)), screens.screen((1920, 1080))

    first.goto(address)
    expect(first.get_by_test_id("room-code")).to_be_visible()
    second.goto(address)

    expect(second.get_by_text("Este enlace ya se usó.")).to_be_visible()
    smallest = first.evaluate(SMALLEST)
    assert smallest >= 36  # the floor of the visual language, for the back row


@pytest.mark.parametrize("width", [320, 390, 1024])
@pytest.mark.parametrize("path", ["", "workshop", "open", "scenario", "help"])
def test_no_page_is_wider_than_its_screen(screens: Room, width: int, path: str) -> None:
    page = screens.screen((width, 800))
    page.goto(f"{screens.base}/{path}?lang=es")
    page.get_by_role("heading").first.wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_nothing_of_streamlits_chrome_is_seen(screens: Room) -> None:
    page = screens.screen()
    page.goto(screens.base)
    page.get_by_test_id("code").wait_for()

    for name in ("stHeader", "stToolbar", "stAppDeployButton", "stMainMenu", "stSidebar", "stStatusWidget"):
        assert page.get_by_test_id(name).filter(visible=True).count() == 0
