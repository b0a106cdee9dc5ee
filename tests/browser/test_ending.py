"""The end of a workshop on two facilitators' screens: the list before it, and nothing of it afterwards."""

from __future__ import annotations

from zipfile import is_zipfile

from playwright.sync_api import expect

from tests.browser.table import Table


def test_what_one_facilitator_ends_is_gone_from_the_others_screen(table: Table) -> None:
    drawing = table.screen()
    drawing.type("Congreso Nacional", "Policía Nacional")
    drawing.settled()
    one, other = table.facilitator("debrief"), table.facilitator("debrief")
    expect(other.get_by_test_id("check-pack")).to_contain_text("no se ha bajado", timeout=40_000)
    other.get_by_role("button", name="Preparar el paquete").click()
    save = other.get_by_role("button", name="Bajar el paquete")
    expect(save).to_be_visible(timeout=90_000)
    with other.expect_download() as saved:
        save.click()
    address = saved.value.url
    assert saved.value.suggested_filename.endswith(".zip")
    assert is_zipfile(saved.value.path())
    expect(other.get_by_test_id("check-pack")).to_contain_text("se bajó tal como está ahora", timeout=15_000)
    with other.expect_download() as again:  # the page that follows by itself takes no download away
        save.click()
    assert is_zipfile(again.value.path())
    other.get_by_test_id("check-harm").click()
    expect(other.get_by_test_id("check-harm")).to_have_attribute("aria-checked", "true")

    one.get_by_label("Escriba BORRAR para confirmar").fill("BORRAR")
    one.get_by_role("button", name="Terminar y borrar").click()

    expect(one.get_by_test_id("remains")).to_be_visible(timeout=40_000)
    expect(other.get_by_test_id("checks")).to_be_hidden(timeout=40_000)
    expect(save).to_be_hidden()
    assert "Congreso Nacional" not in other.content()
    status = other.evaluate("address => fetch(address).then(a => a.status)", address)
    assert status == 404
    table.browsers.faults.clear()
