"""Propose and see: a phone proposes, a laptop takes in with one key, everybody agrees or not, all may draw."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.story.server import Server
from tests.browser.table import ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


def proposer(table: Table, language: str = "es", **options: Any) -> Screen:
    """A phone that chose to propose and see."""
    phone = table.screen(language=language, size=PHONE, **options)
    return see(phone)


def see(phone: Screen) -> Screen:
    """Propose and see, on the page of its seat."""
    base = phone.table.browsers.base
    phone.page.goto(f"{base}/build?seat={phone.seat}&lang={phone.language}&view=see")
    expect(phone.by("typebox")).to_be_enabled(timeout=40_000)
    return phone


def laptop(table: Table, *names: str) -> Screen:
    screen = table.screen()
    screen.type(*names)
    screen.settled()
    return screen


def only_link(screen: Screen) -> str:
    (id,) = screen.state("state.map.links")
    return str(id)


def proposals(screen: Screen) -> list[str]:
    return [id for id, link in screen.state("state.map.links").items() if link.get("proposed")]


def on_map(screen: Screen) -> None:
    screen.page.keyboard.press("Escape")
    screen.by("map-keys").focus()


def test_a_phone_proposes_and_the_laptop_takes_it_in_with_one_key(table: Table) -> None:
    b = laptop(table, "conadeh", "pn", "pmop")
    a = proposer(table)
    expect(a.by("sentence-add")).to_have_text("Proponer esta frase")
    expect(a.by("standing")).to_contain_text("propuesta")

    a.say("conadeh", "ov", "pn", "works")
    id = only_link(a)

    expect(a.by(f"proposed-{id}")).to_be_visible()
    expect(a.by("status")).to_contain_text("Propuesta: CONADEH supervisa a la Policía Nacional")
    expect(b.by("proposals-count")).to_have_text("Propuestas (1)")
    expect(b.by(f"proposal-{id}")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    expect(b.by("legend-proposals")).to_contain_text("1")
    expect(b.by("legend-ov_independent")).to_have_count(0)
    expect(b.by("legend-oversight")).to_have_count(0)  # it counts nowhere yet
    expect(a.by("sentence-count")).to_have_text("0")
    on_map(b)
    b.page.keyboard.press("a")

    expect(b.by("proposals")).to_be_hidden()
    expect(b.by("legend-oversight")).to_contain_text("1")
    expect(a.by(f"proposed-{id}")).to_have_count(0)
    expect(a.by("status")).to_contain_text("Su propuesta está en el mapa")
    expect(a.by("sentence-count")).to_have_text("1")
    assert b.links() == a.links() == [("conadeh", "ov_independent", "pn", "works")]

    b.page.keyboard.press("Control+z")
    expect(b.by("proposals-count")).to_have_text("Propuestas (1)")  # as any other change
    b.page.keyboard.press("Control+y")
    expect(b.by("proposals")).to_be_hidden()


def test_enter_takes_in_delete_declines_and_all_at_once_is_one_change(table: Table) -> None:
    b = laptop(table, "conadeh", "pn", "pmop", "ffaa", "mp")
    a = proposer(table)
    for target in ("pn", "pmop", "ffaa", "mp"):
        a.say("conadeh", "ov", target)
    a.settled()
    expect(b.by("proposals-count")).to_have_text("Propuestas (4)")
    first, second, *_ = proposals(b)

    b.by(f"proposal-said-{first}").press("Enter")
    expect(b.by("proposals-count")).to_have_text("Propuestas (3)")
    expect(b.by(f"proposal-said-{second}")).to_be_focused()  # on to the next with the same key
    b.by(f"proposal-said-{second}").press("Delete")

    expect(b.by("proposals-count")).to_have_text("Propuestas (2)")
    expect(a.by("status")).to_contain_text(
        "no incorporó su propuesta por ahora: CONADEH supervisa a la Policía Militar"
    )
    assert second not in a.state("state.map.links")
    b.by("take-all").click()
    expect(b.by("proposals")).to_be_hidden()
    b.settled()
    assert proposals(a) == []
    expect(a.by("sentence-count")).to_have_text("3")
    on_map(b)
    b.page.keyboard.press("Control+z")
    expect(b.by("proposals-count")).to_have_text("Propuestas (2)")


def test_two_who_take_in_the_same_proposal_do_not_get_in_each_others_way(table: Table) -> None:
    b = laptop(table, "conadeh", "pn")
    c = table.screen(language="en")
    a = proposer(table)
    a.say("conadeh", "ov", "pn")
    for screen in (b, c):
        expect(screen.by("proposals")).to_be_visible()
    id = only_link(b)

    c.page.context.set_offline(True)
    c.by(f"take-{id}").click()  # sent when the other has long taken it in
    b.by(f"take-{id}").click()
    b.settled()
    c.page.context.set_offline(False)
    c.settled()

    assert b.links() == c.links() == [("conadeh", "ov_independent", "pn", "not_said")]
    assert proposals(b) == proposals(c) == []
    for screen in (b, c):
        expect(screen.by("tray")).to_be_hidden()


def test_who_proposed_may_change_and_withdraw_it_also_after_a_reload_and_nothing_that_is_drawn(table: Table) -> None:
    b = laptop(table, "conadeh", "pn", "pmop")
    b.say("conadeh", "ov", "pmop")
    b.settled()
    drawn = only_link(b)
    a = proposer(table)
    a.say("conadeh", "ov", "pn")
    a.settled()
    (mine,) = proposals(a)
    a.page.reload()

    a.by(f"said-{mine}").click()
    a.by("practice-weak").click()
    expect(b.by(f"proposal-{mine}")).to_contain_text("a medias")
    a.by("inspector-close").click()
    a.by(f"said-{drawn}").click()
    expect(a.by("theirs")).to_be_visible()
    expect(a.by("practice-weak")).to_be_hidden()
    expect(a.by("remove")).to_be_hidden()
    a.by("inspector-close").click()
    a.by(f"withdraw-{mine}").click()

    expect(b.by("proposals")).to_be_hidden()
    assert [*b.state("state.map.links")] == [drawn]
    expect(b.by("tray")).to_be_hidden()


def test_everybody_hears_how_many_agree_and_nobody_who(table: Table) -> None:
    b = laptop(table, "conadeh", "pn")
    b.say("conadeh", "ov", "pn")
    b.settled()
    id = only_link(b)
    a, c = proposer(table), proposer(table, "en")

    a.by(f"agree-{id}").click()
    c.by(f"disagree-{id}").click()

    expect(a.by(f"opinion-{id}")).to_have_text("1 de acuerdo, 1 no")
    expect(c.by(f"opinion-{id}")).to_have_text("1 agree, 1 do not")
    expect(a.by(f"agree-{id}")).to_have_attribute("aria-pressed", "true")
    expect(a.by(f"disagree-{id}")).to_have_attribute("aria-pressed", "false")
    expect(b.by(f"opinion-{id}")).to_have_text("1 de acuerdo, 1 no")  # in the inspector
    expect(b.by("legend-disagreed")).to_contain_text("1")
    for screen in (a, b, c):
        heard = screen.state("state.opinions")[id]
        assert set(heard) <= {"type", "of", "yes", "no", "mine"}
    box = a.by(f"agree-{id}").bounding_box()
    assert box is not None
    assert box["height"] >= 44

    c.by(f"agree-{id}").click()
    expect(b.by(f"opinion-{id}")).to_have_text("2 de acuerdo")
    expect(b.by("legend-disagreed")).to_have_count(0)
    c.by(f"agree-{id}").click()  # the same again takes it back
    expect(b.by(f"opinion-{id}")).to_have_text("1 de acuerdo")
    a.page.reload()
    expect(a.by(f"agree-{id}")).to_have_attribute("aria-pressed", "true", timeout=40_000)

    b.by("practice-weak").click()  # nothing had been said before: who agreed with the link still does
    expect(b.by(f"opinion-{id}")).to_have_text("1 de acuerdo")
    b.by("reverse").click()  # another sentence: nobody has said anything of it
    expect(a.by(f"agree-{id}")).to_have_attribute("aria-pressed", "false")
    expect(b.by(f"opinion-{id}")).to_have_count(0)


def test_proposals_and_opinions_wait_for_the_network_and_the_last_word_counts(table: Table) -> None:
    b = laptop(table, "conadeh", "pn", "pmop")
    b.say("conadeh", "ov", "pn")
    b.settled()
    id = only_link(b)
    a = proposer(table)
    expect(a.by(f"agree-{id}")).to_be_visible()

    context = a.page.context
    context.set_offline(True)
    a.by(f"agree-{id}").click()
    a.by(f"disagree-{id}").click()
    a.say("conadeh", "ov", "pmop")
    expect(a.by(f"opinion-{id}")).to_have_text("1 en desacuerdo")
    expect(a.by("status")).to_contain_text("2 cambios se enviarán al volver")
    expect(b.by(f"opinion-{id}")).to_have_count(0)
    a.page.close()  # nothing of it needs the tab to stay open
    context.set_offline(False)
    a.page = context.new_page()
    see(a).settled()

    expect(b.by(f"opinion-{id}")).to_have_text("1 en desacuerdo")
    expect(b.by("proposals-count")).to_have_text("Propuestas (1)")


def test_the_laptop_opens_the_drawing_to_all_and_closes_it_again(table: Table) -> None:
    b = laptop(table, "conadeh", "pn", "pmop", "mp")
    expect(b.by("open-to-all")).to_be_hidden()  # nobody proposes
    a = proposer(table)
    a.say("conadeh", "ov", "mp")
    a.settled()

    b.by("open-to-all").check()

    expect(a.by("sentence-add")).to_have_text("Agregar esta frase")
    expect(a.by("standing")).to_contain_text("Todos pueden dibujar")
    expect(a.by("open-to-all")).to_be_hidden()  # the screen that draws opens and closes
    a.say("conadeh", "ov", "pn")
    a.settled()
    assert len(proposals(b)) == 1  # the earlier one is still to be taken in, here too
    a.by(f"take-{proposals(a)[0]}").click()
    expect(b.by("proposals")).to_be_hidden()

    c = table.screen(language="en")
    expect(c.by("open-to-all")).to_be_checked()  # the table's, not a screen's
    c.by("open-to-all").uncheck()
    expect(a.by("sentence-add")).to_have_text("Proponer esta frase")
    expect(b.by("open-to-all")).not_to_be_checked()


def test_phones_alone_draw_at_once_and_propose_when_a_laptop_comes(table: Table) -> None:
    a = proposer(table)
    a.type("conadeh", "pn", "pmop")

    expect(a.by("sentence-add")).to_have_text("Agregar esta frase")
    expect(a.by("standing")).to_contain_text("nadie más dibuja")
    a.say("conadeh", "ov", "pn")
    a.settled()
    assert proposals(a) == []

    table.screen()
    expect(a.by("sentence-add")).to_have_text("Proponer esta frase")
    a.say("conadeh", "ov", "pmop")
    a.settled()
    assert len(proposals(a)) == 1


def test_a_drag_on_a_phones_map_is_a_proposal_too(table: Table) -> None:
    laptop(table, "conadeh", "pn")
    a = proposer(table)
    a.sees(2, 0)
    a.by("tab-map").click()

    a.drag("conadeh", "pn")

    a.sees(2, 1)
    assert proposals(a) == [only_link(a)]
    a.page.keyboard.press("Escape")


def test_a_phone_that_draws_takes_in_with_one_tap(table: Table) -> None:
    b = table.screen(size=PHONE)
    b.type("conadeh", "pn")
    b.settled()
    a = proposer(table)
    a.say("conadeh", "ov", "pn")
    expect(b.by("proposals-count")).to_have_text("Propuestas (1)")
    take = b.by(f"take-{only_link(b)}")
    box = take.bounding_box()
    assert box is not None
    assert box["height"] >= 44

    take.click()

    expect(b.by("proposals")).to_be_hidden()
    expect(a.by("status")).to_contain_text("Su propuesta está en el mapa")
    b.by("open-to-all").check()
    expect(a.by("sentence-add")).to_have_text("Agregar esta frase")


def test_a_proposal_while_the_drawing_is_paused_goes_to_the_tray(table: Table, server: Server) -> None:
    b = laptop(table, "conadeh", "pn", "mp")
    b.say("mp", "ov", "pn")
    b.settled()
    id = only_link(b)
    a = proposer(table)
    a.sees(3, 1)
    server.kill()
    table.day(frozen=True, paused=time.time())
    server.start()
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.state.day.frozen", timeout=30_000)

    a.say("conadeh", "ov", "pn")

    expect(a.by("tray-item")).to_have_attribute("data-reason", "frozen")
    expect(a.by("tray")).to_contain_text("CONADEH supervisa a la Policía Nacional")
    assert proposals(a) == []
    a.by(f"agree-{id}").click()  # read back while nobody draws: the table may still say what it thinks
    expect(b.by(f"opinion-{id}")).to_have_text("1 de acuerdo")
    a.settled()
    server.kill()  # and that, and who may draw, is there again after another start
    table.day(frozen=False, paused=None)
    server.start()
    expect(a.by("tray-again")).to_be_enabled(timeout=30_000)
    expect(a.by(f"agree-{id}")).to_have_attribute("aria-pressed", "true")
    b.page.wait_for_function(f"() => ({ROOT})().sectorMap.line.state === 'live'", timeout=30_000)
    a.page.wait_for_function(f"() => ({ROOT})().sectorMap.room.how === 'proposes'", timeout=30_000)
    a.by("tray-again").click()
    a.settled()
    assert len(proposals(a)) == 1


def test_a_proposal_is_offered_once_wherever_it_is_looked_at(table: Table) -> None:
    b, c = laptop(table, "conadeh", "pn"), table.screen(size=PHONE)
    a = proposer(table)
    a.say("conadeh", "ov", "pn")
    id = only_link(a)
    expect(b.by(f"take-{id}")).to_be_visible()

    b.by(f"proposal-said-{id}").click()

    expect(b.by("take-this")).to_have_text("IncorporarA")  # and its key
    expect(b.by(f"take-{id}")).to_have_count(0)
    b.by("inspector-close").click()
    expect(b.by(f"take-{id}")).to_be_visible()
    expect(c.by(f"take-{id}")).to_be_visible()
    expect(c.by(f"said-{id}")).to_have_count(0)  # above the list of sentences, not in it
    c.by(f"take-{id}").click()
    expect(c.by(f"said-{id}")).to_be_visible()


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_small_laptop_draws_its_own_sentence_while_proposals_wait(table: Table, language: str) -> None:
    b = table.screen(size=(1024, 768), language=language)
    b.type("conadeh", "pn", "pmop")
    b.settled()
    a = proposer(table)
    a.say("conadeh", "ov", "pn", "works")
    a.say("conadeh", "ov", "pmop")
    expect(b.by("proposals")).to_be_visible()
    b.by("inspector-close").click()

    add, strip = b.by("sentence-add").bounding_box(), b.by("proposals").bounding_box()

    assert add is not None
    assert strip is not None
    assert add["y"] + add["height"] <= strip["y"]
