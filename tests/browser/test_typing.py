"""Typing to the map: names, sentences, lists; what is seen before Enter, and what one press takes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.keystrokes import type_actors, type_links
from tests.browser.story.room import CHROMIUM, PHONE
from tests.browser.table import ACTORS_STEP, OVERSIGHT, ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

PLACES = f"() => Object.values(({ROOT})().sectorMap.room.view.map.actors).map(({{id, x, y}}) => [id, x, y]).sort()"
FOCUSED = """() => { let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at?.dataset.testid ?? at?.tagName; }"""


def keys(screen: Screen, *presses: str) -> None:
    """Real keys: a word is typed, a key's name is pressed."""
    for press in presses:
        if press in {"Enter", "Escape", "Tab", "ArrowDown", "ArrowUp", "Backspace", "Control+z", "Control+y"}:
            screen.page.keyboard.press(press)
        else:
            screen.page.keyboard.type(press)


def paste(box: Locator, text: str) -> None:
    box.evaluate(
        """(box, text) => { const clipboardData = new DataTransfer(); clipboardData.setData('text', text);
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        box.focus(); box.dispatchEvent(paste) }""",
        text,
    )


def changes(screen: Screen) -> int:
    """How many changes the map has had."""
    screen.settled()
    seq: int = screen.state("state.seq")
    return seq


def test_the_box_is_ready_when_the_page_is_and_after_each_act(table: Table) -> None:
    a = table.screen()
    a.page.wait_for_function(f"() => ({FOCUSED})() === 'typebox'")

    keys(a, "policía nac", "Enter", "conad", "Enter", "conadeh supervisa pn", "Enter")

    a.sees(2, 1)
    assert a.page.evaluate(FOCUSED) == "typebox"
    keys(a, "Escape", "Escape")
    assert a.page.evaluate(FOCUSED) != "typebox"  # keys go about the map now
    keys(a, "/", "congreso", "Enter")
    a.sees(3, 1)
    assert a.by("typebox").input_value() == ""


def test_after_a_tap_on_the_bare_map_one_types_again(table: Table) -> None:
    a = table.screen()
    keys(a, "pn", "Enter")
    at = a.point("pn")["centre"]
    a.page.mouse.click(at["x"], at["y"])
    expect(a.by("inspector")).to_contain_text("Policía Nacional")

    a.page.mouse.click(at["x"] - 150, at["y"] - 150)
    keys(a, "fiscalía", "Enter")

    a.sees(2, 0)
    assert a.actors() == {"pn", "mp"}


def test_a_beginning_that_fits_one_is_taken_and_one_that_fits_several_is_not(table: Table) -> None:
    a = table.screen()

    keys(a, "policía nac")
    expect(a.by("typebox-will")).to_contain_text("Se agrega Policía Nacional")
    keys(a, "Enter")
    a.sees(1, 0)
    keys(a, "polic", "Enter", "Enter", "Enter")

    expect(a.by("typebox-says")).to_have_text("Varios empiezan así. ¿Cuál es?")
    assert a.actors() == {"pn"}
    keys(a, "ArrowDown", "ArrowDown", "Enter")
    a.page.wait_for_function(
        f"() => ({ROOT})().sectorMap.state.map.actors.size === 2 || ({ROOT})().querySelector('.insp')"
    )
    assert all(actor.get("catalogue") for actor in a.state("state.map.actors").values())


@pytest.mark.parametrize(
    "sentence", ["congreso > supervisa > pmop", "congreso supervisa a la policía militar", "Congress oversees PMOP"]
)
def test_a_sentence_says_what_it_will_do_does_it_as_one_change_and_one_press_takes_it_back(
    table: Table, sentence: str
) -> None:
    a, b = table.screen(), table.screen(language="en")
    keys(a, "pn", "Enter")
    b.sees(1, 0)
    before, places = changes(a), a.page.evaluate(PLACES)

    keys(a, sentence)
    expect(a.by("typebox-will")).to_contain_text("Congreso Nacional supervisa a la Policía Militar")
    expect(a.by("typebox-will")).to_contain_text("se agregan 2 actores")
    expect(a.by("typebox-spoken")).to_contain_text("Congreso Nacional supervisa a la Policía Militar")
    assert a.actors() == {"pn"}
    keys(a, "Enter")

    for screen in (a, b):
        screen.sees(3, 1)
        assert screen.links() == [("congreso", "ov_parliament", "pmop", "not_said")]
    assert changes(a) == before + 1
    assert [place for place in a.page.evaluate(PLACES) if place[0] == "pn"] == places  # nobody else moved
    expect(a.by("status")).to_contain_text("Congreso Nacional supervisa a la Policía Militar")
    keys(a, "Control+z")
    for screen in (a, b):
        screen.sees(1, 0)
    keys(a, "Control+y")
    b.sees(3, 1)


def test_several_links_of_one_kind_need_the_name_and_enter(table: Table) -> None:
    a = table.screen()
    keys(a, "conadeh > supervisa > pn", "Enter")
    expect(a.by("go-on")).to_contain_text("CONADEH supervisa")

    keys(a, "pmop", "Enter", "ffaa: a medias", "Enter", ": sólo en el papel", "Enter")

    a.sees(4, 3)
    assert a.links() == [
        ("conadeh", "ov_independent", "ffaa", "paper"),
        ("conadeh", "ov_independent", "pmop", "not_said"),
        ("conadeh", "ov_independent", "pn", "not_said"),
    ]
    keys(a, "mp remite tribunales", "Enter")  # a sentence of its own
    a.sees(6, 4)
    keys(a, "Backspace", "inp", "Enter")  # a name by itself again
    a.sees(7, 4)
    expect(a.by("go-on")).to_be_hidden()


def test_what_one_does_elsewhere_ends_the_sentence(table: Table) -> None:
    a = table.screen()
    keys(a, "conadeh > supervisa > pn", "Enter")
    expect(a.by("go-on")).to_be_visible()
    a.settled()

    a.by("undo").click()
    expect(a.by("go-on")).to_be_hidden()
    a.sees(0, 0)

    a.by("typebox").focus()
    keys(a, "inp", "Enter")
    a.sees(1, 0)


def test_each_step_of_a_sentence_is_completed_by_keys(table: Table) -> None:
    a = table.screen()
    keys(a, "congreso", "Enter", "pmop", "Enter", "tribunales", "Enter")
    a.sees(3, 0)

    keys(a, "congr")
    expect(a.by("option-congreso")).to_be_visible()
    keys(a, "Tab")
    assert a.by("typebox").input_value() == "Congreso Nacional "
    expect(a.by("option-verb-oversight")).to_have_text("Ssupervisa a")
    expect(a.by("typebox")).to_have_attribute("aria-expanded", "true")
    keys(a, "ArrowDown")
    chosen = a.by("typebox").get_attribute("aria-activedescendant")
    assert (
        a.page.evaluate(f"id => ({ROOT})().querySelector('#' + id).dataset.testid", chosen) == "option-verb-oversight"
    )
    keys(a, "Enter")
    expect(a.by("typebox-says")).to_have_text("¿A quién?")
    expect(a.by("options").locator("li")).to_have_count(2)  # those of the map, but not itself
    keys(a, "tr", "ArrowDown", "Enter")

    a.sees(3, 1)
    assert a.links() == [("congreso", "ov_parliament", "tribunales", "not_said")]


def test_a_sentence_asks_for_what_is_unclear_and_then_goes_on(table: Table) -> None:
    a = table.screen()

    keys(a, "militares > supervsa > Juan Pérez", "Enter")
    expect(a.by("typebox-says")).to_have_text("«militares» vale para varios. ¿Cuál es?")
    a.by("option-pmop").click()
    expect(a.by("typebox-says")).to_have_text("¿«Juan Pérez» es una persona? Aquí van instituciones y cargos.")
    keys(a, "Enter", "Enter")
    assert a.actors() == set()  # Enter alone answers nothing
    a.by("person-cancel").click()
    assert a.by("typebox").input_value() == ""

    keys(a, "mp > supervsa > pn", "Enter")
    expect(a.by("typebox-says")).to_have_text("¿Qué tipo de relación es «supervsa»?")
    a.by("option-verb-oversight").click()
    a.sees(2, 1)
    assert a.links() == [("mp", "ov_judicial", "pn", "not_said")]


def test_a_name_that_holds_a_verb_is_a_name_and_what_may_be_both_asks(table: Table) -> None:
    a = table.screen()

    keys(a, "Comisión que supervisa a la policía", "Enter")
    a.sees(1, 0)
    keys(a, "Mesa de Tela supervisa pn", "Enter", "Enter")
    expect(a.by("typebox-says")).to_have_text("¿Es una frase o un nombre?")
    assert len(a.actors()) == 1
    a.by("option-sentence").click()

    a.sees(3, 1)
    names = {actor["name"] for actor in a.state("state.map.actors").values()}
    assert names == {"Comisión que supervisa a la policía", "Mesa de Tela", "Policía Nacional"}


def test_a_closed_kind_is_said_and_makes_nobody(table: Table) -> None:
    a = table.screen()
    keys(a, "ms13 extorsiona a transporte", "Enter")

    expect(a.by("typebox-says")).to_have_text("Ese tipo de relación está cerrado en este taller.")
    assert a.actors() == set()


def test_a_kind_that_says_something_hard_waits_for_its_grounds(table: Table) -> None:
    a, b = table.screen(), table.screen()

    keys(a, "mp investiga a la policía nacional", "Enter")

    expect(a.by("status")).to_contain_text("todavía no se ha guardado; diga en qué se basa")
    b.sees(2, 0)
    a.settled()
    expect(a.by("inspector")).to_contain_text("Ministerio Público")
    assert a.state("room.drafts.rows") != {}


def test_a_sentence_that_is_there_is_shown_and_may_be_answered(table: Table) -> None:
    a = table.screen()
    keys(a, "mp remite tribunales", "Enter")
    a.sees(2, 1)
    before = changes(a)

    keys(a, "Escape", "fiscalía remite casos a los tribunales")
    expect(a.by("typebox-will")).to_contain_text("ya está en el mapa")
    keys(a, "Enter")
    assert changes(a) == before
    keys(a, "Escape", "mp > remite > tribunales, a medias", "Enter")

    a.sees(2, 1)
    a.settled()
    assert a.links() == [("mp", "referral", "tribunales", "weak")]


LIST = """• Fiscalía
• militares
• Juan Pérez
• policía nacional
• Mesa de mujeres de Tela
• cárceles
• congreso > supervisa > pmop"""


def test_a_pasted_list_shows_how_it_is_read_and_comes_in_as_one_change(table: Table) -> None:
    a, b = table.screen(), table.screen()
    keys(a, "pn", "Enter")
    b.sees(1, 0)
    before = changes(a)

    paste(a.by("typebox"), LIST)
    expect(a.by("paste")).to_be_visible()
    expect(a.by("paste-on-2")).not_to_be_checked()  # a person
    expect(a.by("paste-on-3")).to_be_disabled()  # there already
    expect(a.by("paste-open")).to_have_text("Falta responder una línea; sin respuesta no se agrega.")
    expect(a.by("paste-add")).to_have_text("Agregar 5 actores y una relación")
    assert a.actors() == {"pn"}
    a.by("paste-choice").select_option("ffaa")
    expect(a.by("paste-add")).to_have_text("Agregar 6 actores y una relación")
    a.by("paste-add").click()

    for screen in (a, b):
        screen.sees(7, 1)
    names = {actor["name"] for actor in b.state("state.map.actors").values()}
    assert names == {
        "Policía Nacional", "Ministerio Público", "Fuerzas Armadas", "Mesa de mujeres de Tela", "INP",
        "Congreso Nacional", "Policía Militar",
    }  # fmt: skip
    assert changes(a) == before + 1
    assert a.page.evaluate(FOCUSED) == "typebox"
    keys(a, "Control+z")
    b.sees(1, 0)


def test_a_list_that_is_let_go_leaves_nothing_and_a_long_one_says_what_is_read(table: Table) -> None:
    a = table.screen()

    paste(a.by("typebox"), "\n".join(f"Comité de la colonia {n}" for n in range(350)))
    expect(a.by("paste-cut")).to_have_text("Se leen las primeras 200 líneas de 350.")
    a.by("paste-cancel").click()
    assert a.actors() == set()
    paste(a.by("typebox"), "\n".join(f"Comité de la colonia {n}" for n in range(350)))
    a.by("paste-add").click()

    a.sees(200, 0)
    a.settled()
    places = [(x, y) for _, x, y in a.page.evaluate(PLACES)]
    assert len(set(places)) == 200
    paste(a.by("typebox"), "una sola línea\n")
    expect(a.by("paste")).to_have_count(0)


def test_what_turns_text_round_reaches_no_other_screen(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.by("typebox").fill("Mesa \u202eed\u202c Tela\u200f")
    keys(a, "Enter")

    b.sees(1, 0)
    assert [actor["name"] for actor in b.state("state.map.actors").values()] == ["Mesa ed Tela"]


def test_a_phone_types_sentences_and_taps_what_is_offered(table: Table) -> None:
    table.day(index=ACTORS_STEP)
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    expect(a.by("typebox")).not_to_be_focused()  # a keyboard would cover half of what there is to read

    a.by("typebox").tap()
    keys(a, "fiscalía ")
    a.by("option-verb-referral").tap()
    keys(a, "trib")
    for row in a.by("options").locator("li").all():
        box = row.bounding_box()
        assert box["height"] >= 44
        assert box["y"] + box["height"] <= PHONE[1]
    a.by("option-tribunales").tap()

    a.sees(2, 1)
    assert a.links() == [("mp", "referral", "tribunales", "not_said")]
    drop = a.by("go-on-drop").bounding_box()
    assert min(drop["width"], drop["height"]) >= 44
    a.by("go-on-drop").tap()
    expect(a.by("go-on")).to_be_hidden()


def test_a_phone_keeps_the_box_and_what_it_offers_in_sight_while_its_keyboard_is_up(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.by("typebox").tap()
    a.page.set_viewport_size({"width": PHONE[0], "height": 420})  # what a keyboard leaves
    a.page.wait_for_function(f"() => ({ROOT})().querySelector('.type .field').getBoundingClientRect().top < 120")
    place = a.by("typebox").bounding_box()

    for count, name in enumerate(("congreso", "pmop", "tribunales"), 1):  # from two actors on there are sentences
        keys(a, name, "Enter")
        a.sees(count, 0)
        assert a.by("typebox").bounding_box() == place
    keys(a, "trib")

    expect(a.by("option-tribunales")).to_be_in_viewport(ratio=1)
    popup = a.by("options").locator("xpath=..").bounding_box()
    assert popup["y"] >= place["y"] + place["height"]  # under the box, and nothing of it is cut off
    assert popup["y"] + popup["height"] <= a.by("status").bounding_box()["y"]
    a.by("options").locator("li").last.scroll_into_view_if_needed()
    expect(a.by("options").locator("li").last).to_be_in_viewport(ratio=1)
    assert a.by("typebox").bounding_box() == place
    a.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    a.by("tab-map").tap()
    expect(a.by("tab-map")).to_have_attribute("aria-selected", "true")
    a.by("tab-words").tap()
    expect(a.by("step-instruction")).to_be_visible()  # what waited is back


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_a_long_sentence_fits_every_screen(table: Table, size: tuple[int, int]) -> None:
    a = table.screen(size=size)
    a.by("typebox").click()

    keys(
        a,
        "Consejo Nacional de Defensa y Seguridad > nombra a quien dirige > Oficina de derechos humanos de las FF. AA.",
    )
    expect(a.by("typebox-will")).to_be_visible()

    for part in ("typebox", "typebox-will", "add"):
        box = a.by(part).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
    assert a.page.evaluate("() => document.scrollingElement.scrollWidth") == size[0]


@pytest.mark.parametrize("language", ["es", "en"])
def test_twenty_actors_and_thirty_links_take_at_most_two_keys_more_than_their_names_and_verbs(
    table: Table, language: str
) -> None:
    table.day(index=OVERSIGHT)
    a = table.screen(language=language)

    actors = type_actors(a)
    sentences, further = type_links(a)

    a.sees(20, 30)
    assert [line for line in (*actors, *sentences) if line.more > 2] == []
    assert [line for line in further if line.more > 1] == []  # Enter alone
    assert len(sentences) > len(further) > 5


def test_a_verb_and_a_name_in_one_word_are_said_before_enter_and_may_be_a_name_all_the_same(table: Table) -> None:
    a = table.screen()
    a.type("mp", "pn", "congreso", "conadeh")

    keys(a, "mp>rempn")
    expect(a.by("typebox-will")).to_contain_text("Ministerio Público remite casos a la Policía Nacional")
    keys(a, "Enter")
    a.sees(4, 1)
    keys(a, "Escape", "mp>rempn")
    a.by("option-own").click()

    a.sees(5, 2)
    assert {actor["name"] for actor in a.state("state.map.actors").values()} >= {"rempn"}
    keys(a, "Escape", "mp>remcon", "Enter")  # begins two names
    expect(a.by("typebox-says")).to_have_text("Varios empiezan con «con». ¿Cuál es?")
    assert len(a.links()) == 2


def test_a_joined_word_asks_for_its_kind_and_tab_keeps_what_it_means(table: Table) -> None:
    a = table.screen()
    a.type("congreso", "asj", "mp", "seds")

    keys(a, "asj>infmp", "Enter")

    expect(a.by("typebox-says")).to_have_text("¿Qué tipo de relación es «inf»?")
    assert a.links() == []
    keys(a, "Tab", "Enter")
    a.sees(4, 1)
    assert ("asj", "information", "mp", "not_said") in a.links()
    keys(a, "Escape", "cong>mseds", "Enter")
    a.sees(4, 2)
    assert ("congreso", "command", "seds", "not_said") in a.links()
    assert len(a.actors()) == 4


def test_a_sentence_that_would_make_somebody_new_waits_for_a_second_press(table: Table) -> None:
    a = table.screen()
    a.type("congreso")

    keys(a, "congreso > supervisa > zurdos")
    expect(a.by("typebox-will")).to_contain_text("Actor nuevo, propio del grupo: «zurdos»")
    keys(a, "Enter")
    expect(a.by("typebox-says")).to_contain_text("Intro otra vez lo agrega")
    assert a.actors() == {"congreso"}
    keys(a, "Enter")

    a.sees(2, 1)
    keys(a, "Escape", "congreso > supervisa > zordos", "Enter", "mp", "Enter")  # typing on begins another line
    a.sees(3, 1)
    assert "mp" in a.actors()


def test_words_that_may_be_a_link_ask_before_they_are_one_name(table: Table) -> None:
    a = table.screen()

    keys(a, "policía zarandea a los del puerto", "Enter")

    expect(a.by("typebox-says")).to_contain_text("¿«zarandea» es una relación?")
    assert a.actors() == set()
    keys(a, "Enter")
    a.sees(1, 0)
    assert [actor["name"] for actor in a.state("state.map.actors").values()] == ["policía zarandea a los del puerto"]


def test_the_sentence_goes_on_with_what_its_link_was_put_right_to(table: Table) -> None:
    a = table.screen()
    a.type("congreso", "pn", "pmop", "ffaa")
    keys(a, "congreso supervisa pn", "Enter")
    expect(a.by("go-on")).to_contain_text("supervisa")

    a.by("kind-select").select_option("command")
    expect(a.by("go-on")).to_contain_text("manda")
    a.by("typebox").focus()
    keys(a, "pmop", "Enter")

    a.sees(4, 2)
    assert ("congreso", "command", "pmop", "not_said") in a.links()
    keys(a, "Control+z")
    expect(a.by("go-on")).to_be_hidden()
    keys(a, "ffaa", "Enter")
    a.sees(4, 1)


def test_tab_completes_what_is_typed_and_never_leaves_a_box_with_text(table: Table) -> None:
    a = table.screen()
    a.type("presidencia", "cnds", "pn")
    keys(a, "presidencia > manda > pn", "Enter")
    a.sees(3, 1)

    keys(a, "cn", "Tab")

    assert a.page.evaluate(FOCUSED) == "typebox"
    assert a.by("typebox").input_value().strip() == "CNDS"
    assert a.links() == [("presidencia", "command", "pn", "not_said")]  # nothing is sent yet
    keys(a, "Enter")
    a.sees(3, 2)
    assert ("presidencia", "command", "cnds", "not_said") in a.links()  # not: the Congress, of which cn is an alias
    keys(a, "Escape", "Tab")
    assert a.page.evaluate(FOCUSED) != "typebox"  # an empty box holds nobody


def test_a_hidden_alias_asks_where_a_name_on_the_map_begins_so_and_the_next_word_takes_its_place(table: Table) -> None:
    a = table.screen()
    a.type("cnds")

    keys(a, "cn", "Enter")

    expect(a.by("typebox-says")).to_be_visible()
    assert a.actors() == {"cnds"}
    keys(a, "secretaría de seguridad", "Enter")
    a.sees(2, 0)
    assert a.actors() == {"cnds", "seds"}  # not: an actor of the group's own called "cnsecretaría …"


def test_letters_go_to_the_box_after_escape_and_to_the_map_where_one_goes_by_arrows(table: Table) -> None:
    a = table.screen()
    a.type("pn", "congreso")

    keys(a, "Escape")

    expect(a.by("status")).to_contain_text("Lo que escriba va a la caja.")
    keys(a, "mp", "Enter")
    a.sees(3, 0)
    keys(a, "Escape", "ArrowDown", "t")
    expect(a.by("table-close")).to_be_visible()
    assert a.by("typebox").input_value() == ""


def test_an_empty_box_offers_whom_one_has_just_added(table: Table) -> None:
    a = table.screen()
    a.type("pn", "congreso")

    a.by("typebox").click()

    expect(a.by("option-congreso")).to_be_visible()
    a.by("option-congreso").click()
    assert a.by("typebox").input_value().strip() == "Congreso Nacional"


def test_the_builder_waits_for_both_actors_and_says_so(table: Table) -> None:
    a = table.screen(size=PHONE)
    add, says = a.by("sentence-add"), a.by("sentence-says")

    expect(add).to_be_disabled()
    expect(says).to_have_text("Para una frase hacen falta dos actores.")
    a.type("pn", "congreso")
    a.by("sentence-from").select_option("congreso")
    expect(add).to_be_disabled()
    a.by("sentence-to").select_option("pn")

    expect(add).to_be_enabled()


def test_a_sentence_with_a_verb_nobody_knows_does_not_go_on_with_the_one_before(table: Table) -> None:
    a = table.screen()
    a.type("conadeh supervisa pn", "pmop")  # and the Military Police
    a.sees(3, 2)

    keys(a, "pmop en pugna con pn", "Enter")

    expect(a.by("typebox-says")).to_have_text("¿Qué tipo de relación es «en pugna»?")
    a.by("option-verb-cooperation").click()
    a.page.keyboard.press("Enter")
    a.sees(3, 3)
    assert ("pmop", "cooperation", "pn", "not_said") in a.links()


def test_a_word_of_one_name_asks_before_it_is_the_name_of_a_new_actor(table: Table) -> None:
    a = table.screen()

    keys(a, "penitenciario", "Enter")  # of "Instituto Nacional Penitenciario"

    expect(a.by("typebox-says")).to_have_text("¿Es uno de estos?")
    assert a.actors() == set()
    a.page.keyboard.press("Tab")
    a.page.keyboard.press("Enter")
    a.sees(1, 0)
    assert a.actors() == {"inp"}
