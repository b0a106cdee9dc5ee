"""Drawing links by hand, with mouse, pen and finger: what a table sees at once, and what is asked before saving."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, LAPTOP, PHONE
from tests.browser.table import OVERSIGHT, ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
AUTHORITY = 3  # of session 3
Place = dict[str, float]


class Finger:
    """A finger on a screen."""

    def __init__(self, screen: Screen) -> None:
        self.session = screen.page.context.new_cdp_session(screen.page)

    def _touch(self, kind: str, *places: Place) -> None:
        points = [{"x": p["x"], "y": p["y"]} for p in places]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def tap(self, place: Place) -> None:
        self._touch("touchStart", place)
        self._touch("touchEnd")

    def drag(self, start: Place, end: Place) -> None:
        self._touch("touchStart", start)
        for k in range(1, 9):
            self._touch("touchMove", {axis: start[axis] + (end[axis] - start[axis]) * k / 8 for axis in ("x", "y")})
        self._touch("touchEnd")


def pull(screen: Screen, end: Place, *, shift: bool = False) -> None:
    """Press where the mouse is, and let go at `end`."""
    mouse, keys = screen.page.mouse, screen.page.keyboard
    mouse.down()
    mouse.move(end["x"], end["y"], steps=8)
    if shift:
        keys.down("Shift")
    mouse.up()
    if shift:
        keys.up("Shift")


def boxes(screen: Screen, id: str) -> list[dict[str, float]]:
    """Rectangles of the page that an actor's shape and name, or a link's badge, take up."""
    return screen.page.evaluate(f"id => ({ROOT})().sectorMap.room.view.boxesOf(id)", id)  # type: ignore[no-any-return]


def covers(screen: Screen, test_id: str, id: str) -> bool:
    box = screen.by(test_id).bounding_box()
    return any(
        part["x0"] < box["x"] + box["width"] and box["x"] < part["x1"]
        and part["y0"] < box["y"] + box["height"] and box["y"] < part["y1"]
        for part in boxes(screen, id)
    )  # fmt: skip


def heard(screen: Screen, links: list[tuple[str, str, str, str]]) -> None:
    """Wait until a screen has these links, and no others."""
    screen.page.wait_for_function(
        f"""wanted => {{ const links = [...({ROOT})().sectorMap.state.map.links.values()];
        return JSON.stringify(links.map(k => [k.source, k.kind, k.target, k.practice ?? 'not_said']).sort())
          === JSON.stringify(wanted) }}""",
        arg=sorted(map(list, links)),
        timeout=15_000,
    )


def one_link(screen: Screen) -> dict[str, Any]:
    rows = list(screen.state("state.map.links").values())
    assert len(rows) == 1
    return rows[0]  # type: ignore[no-any-return]


def test_a_new_link_offers_its_variants_and_answers_beside_it_and_they_take_one_key(table: Table) -> None:
    table.day(index=AUTHORITY)
    a, b = table.screen(), table.screen()
    a.type("ffaa", "pmop", "congreso")
    b.sees(3, 0)

    a.drag("ffaa", "pmop")

    heard(b, [("ffaa", "command", "pmop", "not_said")])
    bar = a.by("after-link")
    expect(bar).to_be_visible()
    expect(a.by("after-kind-command")).to_have_attribute("aria-pressed", "true")
    assert not covers(a, "after-link", "ffaa")
    assert not covers(a, "after-link", "pmop")
    a.page.keyboard.press("e")
    heard(b, [("ffaa", "budget", "pmop", "not_said")])
    a.by("after-kind-appointment").click()
    heard(b, [("ffaa", "appointment", "pmop", "not_said")])
    a.page.keyboard.press("2")
    heard(b, [("ffaa", "appointment", "pmop", "weak")])
    expect(a.by("after-works")).to_have_count(0)  # this step does not ask whether it works
    expect(bar).to_be_visible()
    a.page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    a.page.keyboard.press("e")
    a.settled()
    assert a.links() == [("ffaa", "appointment", "pmop", "weak")]  # without the bar a letter means nothing


def test_supervises_proposes_its_kind_first_and_the_others_are_one_tap_further(table: Table) -> None:
    a = table.screen()
    a.type("congreso", "pn")
    a.sees(2, 0)

    a.drag("congreso", "pn")

    expect(a.by("after-kind-ov_parliament")).to_have_attribute("aria-pressed", "true")
    expect(a.by("after-kind-ov_executive")).to_have_count(0)
    a.by("after-others").click()
    a.by("after-kind-ov_executive").click()
    a.by("after-paper").click()
    heard(a, [("congreso", "ov_executive", "pn", "paper")])
    assert not covers(a, "after-link", "congreso")
    assert not covers(a, "after-link", "pn")


def test_the_bar_goes_when_the_next_thing_begins_and_covers_nothing_one_drags_to(table: Table) -> None:
    a = table.screen()
    a.type("congreso", "pn", "conadeh")
    a.sees(3, 0)
    begins = {
        "a drag": lambda: a.drag("conadeh", "pn"),
        "typing": lambda: a.by("typebox").click(),
        "the wheel": lambda: a.page.mouse.wheel(0, 120),
        "a tap on the map": lambda: a.page.mouse.click(a.point("pn")["centre"]["x"], a.point("pn")["centre"]["y"]),
    }

    for number, (what, begin) in enumerate(begins.items(), 1):
        a.drag("congreso", "pn")
        expect(a.by("after-link")).to_be_visible()
        first = a.state("room.afterLink.id")
        begin()
        if what == "a drag":
            assert a.state("room.afterLink.id") != first
        else:
            expect(a.by("after-link"), what).to_be_hidden()
        a.page.wait_for_function(f"n => ({ROOT})().sectorMap.state.map.links.size >= n", arg=number)
        a.by("fit").click()


def test_where_a_link_ended_the_next_one_begins_with_one_drag(table: Table) -> None:
    a = table.screen()
    a.type("pn", "mp", "tribunales", "inp")
    a.sees(4, 0)

    a.drag("pn", "mp")
    pull(a, a.point("tribunales")["centre"])
    pull(a, a.point("inp")["centre"])

    a.sees(4, 3)
    assert [(s, t) for s, _, t, _ in a.links()] == [("mp", "tribunales"), ("pn", "mp"), ("tribunales", "inp")]
    assert a.state("room.view.handle.ready.id") == "inp"
    at = a.point("inp")["centre"]
    a.page.mouse.move(at["x"] + 60, at["y"] + 60, steps=3)  # the hand has gone elsewhere
    a.page.mouse.move(at["x"], at["y"], steps=3)
    pull(a, {"x": at["x"] + 40, "y": at["y"] + 10})
    a.settled()
    assert len(a.links()) == 3  # and the body moves the actor again
    assert a.state("room.view.map.actors.inp.pinned") is True or a.point("inp")["centre"] != at


def test_shift_while_dropping_goes_on_at_once_and_escape_lets_go(table: Table) -> None:
    a = table.screen()
    a.type("pn", "mp", "tribunales", "inp")
    a.sees(4, 0)
    rim, keys = a.point("pn")["rim"], a.page.keyboard

    a.page.mouse.move(rim["x"], rim["y"])
    pull(a, a.point("mp")["centre"], shift=True)
    expect(a.by("status")).to_contain_text("Desde Ministerio Público")
    at = a.point("tribunales")["centre"]
    a.page.mouse.move(at["x"], at["y"], steps=5)
    a.page.mouse.click(at["x"], at["y"])
    a.sees(4, 2)
    assert ("mp", "tribunales") in [(s, t) for s, _, t, _ in a.links()]

    a.page.mouse.move(a.point("pn")["rim"]["x"], a.point("pn")["rim"]["y"])
    pull(a, a.point("inp")["centre"], shift=True)
    a.sees(4, 3)
    keys.press("Escape")
    a.page.mouse.click(at["x"], at["y"])
    a.settled()
    assert len(a.links()) == 3


def test_a_handle_may_be_tapped_instead_of_dragged(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh")
    a.sees(2, 0)
    mouse = a.page.mouse

    mouse.click(a.point("conadeh")["centre"]["x"], a.point("conadeh")["centre"]["y"])
    mouse.click(a.point("conadeh")["rim"]["x"], a.point("conadeh")["rim"]["y"])
    mouse.click(a.point("pn")["centre"]["x"], a.point("pn")["centre"]["y"])

    heard(a, [("conadeh", "ov_independent", "pn", "not_said")])


def test_a_pen_draws_from_the_rim(table: Table) -> None:
    a = table.screen()
    a.type("pn", "conadeh")
    a.sees(2, 0)
    pen = a.page.context.new_cdp_session(a.page)
    start, end = a.point("conadeh")["rim"], a.point("pn")["centre"]

    def event(kind: str, place: Place, buttons: int) -> None:
        pen.send("Input.dispatchMouseEvent", {
            "type": kind, "x": place["x"], "y": place["y"], "button": "left" if kind != "mouseMoved" else "none",
            "buttons": buttons, "pointerType": "pen", "clickCount": 1,
        })  # fmt: skip

    event("mousePressed", start, 1)
    for k in range(1, 6):
        event("mouseMoved", {axis: start[axis] + (end[axis] - start[axis]) * k / 5 for axis in ("x", "y")}, 1)
    event("mouseReleased", end, 0)

    heard(a, [("conadeh", "ov_independent", "pn", "not_said")])


def test_a_finger_links_on_a_phone_by_drag_chain_and_tap_with_nothing_in_the_way(table: Table) -> None:
    a, b = table.screen(size=PHONE, has_touch=True, is_mobile=True), table.screen()
    a.type("pn", "conadeh", "mp", "congreso")
    a.sees(4, 0)
    a.by("tab-map").click()
    finger = Finger(a)

    finger.tap(a.point("conadeh")["centre"])
    expect(a.by("inspector-title")).to_have_text("CONADEH")
    assert a.by("inspector").bounding_box()["height"] < 160  # not over the map
    finger.drag(a.point("conadeh")["rim"], a.point("pn")["centre"])
    expect(a.by("after-link")).to_be_visible()
    expect(a.by("inspector")).to_be_hidden()
    assert not covers(a, "after-link", "conadeh")
    assert not covers(a, "after-link", "pn")
    for chip in a.by("after-link").get_by_role("button").all():
        assert chip.bounding_box()["height"] >= 44
    finger.drag(a.point("pn")["centre"], a.point("mp")["centre"])  # from where the first one ended
    a.sees(4, 2)
    finger.tap(a.point("congreso")["centre"])
    a.by("peek-link").tap()
    expect(a.by("inspector")).to_be_hidden()  # whom one taps next may stand below it
    finger.tap(a.point("pn")["centre"])
    a.by("after-weak").tap()

    heard(b, [
        ("conadeh", "ov_independent", "pn", "not_said"), ("congreso", "ov_parliament", "pn", "weak"),
        ("pn", "ov_internal", "mp", "not_said"),
    ])  # fmt: skip
    a.by("after-more").tap()
    expect(a.by("note")).to_have_count(0)
    expect(a.by("link-note")).to_be_visible()


def test_a_second_finger_ends_the_line_instead_of_drawing_a_link(table: Table) -> None:
    a = table.screen(size=PHONE, has_touch=True, is_mobile=True)
    a.type("pn", "conadeh")
    a.sees(2, 0)
    a.by("tab-map").click()
    finger = Finger(a)
    finger.tap(a.point("conadeh")["centre"])
    expect(a.by("inspector-title")).to_have_text("CONADEH")
    rim, end = a.point("conadeh")["rim"], a.point("pn")["centre"]

    finger._touch("touchStart", rim)
    finger._touch("touchMove", end)
    finger._touch("touchStart", end, {"x": end["x"], "y": end["y"] + 90})
    finger._touch("touchEnd")

    a.page.wait_for_function(f"() => !({ROOT})().sectorMap.room.view.handle.pull")
    a.settled()
    assert a.links() == []


def test_a_turned_link_keeps_what_was_said_of_it_and_only_a_proposal_is_proposed_anew(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("conadeh", "mp")
    a.sees(2, 0)
    a.drag("conadeh", "mp")
    a.page.keyboard.press("3")
    a.by("link-note").fill("CANARIO")
    a.by("link-note").blur()
    a.settled()
    before = one_link(a)

    a.by("reverse").click()

    heard(b, [("mp", "ov_judicial", "conadeh", "paper")])
    expect(a.by("status")).to_contain_text("Quedó al revés: Ministerio Público supervisa a CONADEH.")
    expect(a.by("status")).to_contain_text("Se propone otro tipo: control judicial.")
    assert one_link(a) == before | {"source": "mp", "target": "conadeh", "kind": "ov_judicial"}
    a.by("kind-select").select_option("ov_executive")
    a.by("inspector-close").focus()
    a.page.keyboard.press("x")
    heard(b, [("conadeh", "ov_executive", "mp", "paper")])  # chosen by hand: the turn leaves it
    expect(a.by("status")).not_to_contain_text("Se propone")
    a.by("status-undo").click()
    heard(b, [("mp", "ov_executive", "conadeh", "paper")])


def test_a_symmetric_link_has_no_other_way_round(table: Table) -> None:
    a = table.screen()
    a.type("bid", "cosude")
    a.sees(2, 0)
    a.say("bid", "cooperation", "cosude")

    expect(a.by("sentence")).to_contain_text("BID")
    expect(a.by("reverse")).to_be_hidden()
    a.by("inspector-close").focus()
    a.page.keyboard.press("x")
    a.settled()
    assert one_link(a)["source"] == "bid"


def test_a_link_that_is_needed_is_drawn_with_one_choice_before_or_one_key_after(table: Table) -> None:
    table.day(index=AUTHORITY)
    a = table.screen()
    a.type("congreso", "ffaa", "pn")
    a.sees(3, 0)

    a.by("missing").click()
    expect(a.by("missing")).to_have_attribute("aria-pressed", "true")
    a.drag("congreso", "ffaa")
    heard(a, [("congreso", "command", "ffaa", "missing")])
    expect(a.by("missing")).to_have_attribute("aria-pressed", "false")  # that one only
    a.drag("congreso", "pn")
    heard(a, [("congreso", "command", "ffaa", "missing"), ("congreso", "command", "pn", "not_said")])
    a.page.keyboard.press("0")
    heard(a, [("congreso", "command", "ffaa", "missing"), ("congreso", "command", "pn", "missing")])
    a.page.keyboard.press("0")
    heard(a, [("congreso", "command", "ffaa", "missing"), ("congreso", "command", "pn", "not_said")])

    badge = a.page.evaluate(
        f"""() => {{ const {{ view }} = ({ROOT})().sectorMap.room;
        const link = [...view.drawing.links.values()].find(k => k.practice === 'missing');
        return [link.words, link.letter] }}"""
    )
    assert badge == ["hace falta", "A"]


def test_what_one_drag_is_put_right_to_is_what_the_next_one_draws(table: Table) -> None:
    table.day(index=AUTHORITY)
    a = table.screen()
    a.type("congreso", "ffaa", "pn", "mp")
    a.sees(4, 0)
    a.drag("congreso", "ffaa")
    a.by("after-kind-appointment").click()
    heard(a, [("congreso", "appointment", "ffaa", "not_said")])

    expect(a.by("variant")).to_have_value("appointment")  # it says what a drag draws
    a.drag("congreso", "pn")

    heard(a, [("congreso", "appointment", "ffaa", "not_said"), ("congreso", "appointment", "pn", "not_said")])
    expect(a.by("kind-select").locator("option:checked")).to_have_text("nombra a quien dirige")


def test_an_overseer_whose_oversight_was_put_right_oversees_so_the_next_time(table: Table) -> None:
    table.day(index=OVERSIGHT)
    a = table.screen()
    a.type("congreso", "ffaa", "pn", "mp")
    a.sees(4, 0)
    a.drag("congreso", "ffaa")
    a.by("after-others").click()
    a.by("after-kind-ov_executive").click()
    heard(a, [("congreso", "ov_executive", "ffaa", "not_said")])

    a.drag("congreso", "pn")
    a.drag("mp", "pn")

    heard(
        a,
        [
            ("congreso", "ov_executive", "ffaa", "not_said"),
            ("congreso", "ov_executive", "pn", "not_said"),
            ("mp", "ov_judicial", "pn", "not_said"),
        ],
    )


def test_six_links_of_one_pair_are_seen_apart_and_each_is_found_by_a_click(table: Table) -> None:
    a = table.screen()
    a.type("pn", "mp")
    a.sees(2, 0)
    rows = [
        ("pn", "referral", "mp", "works"), ("mp", "ov_judicial", "pn", "weak"), ("mp", "referral", "pn", "paper"),
        ("pn", "information", "mp", "missing"), ("mp", "ov_judicial", "pn", "blocked"), ("mp", "training", "pn", None),
    ]  # fmt: skip
    for n, (source, kind, target, practice) in enumerate(rows, 1):
        link = {"source": source, "kind": kind, "target": target} | ({"practice": practice} if practice else {})
        a.page.evaluate(f"link => {{ ({ROOT})().sectorMap.room.acts.linkWithGrounds(link) }}", link)
        a.sees(2, n)
    a.by("fit").click()

    links = list(a.state("state.map.links"))
    badges = [boxes(a, link)[0] for link in links]
    for i, one in enumerate(badges):
        for other in badges[i + 1 :]:
            beside = one["x1"] <= other["x0"] or other["x1"] <= one["x0"]
            assert beside or one["y1"] <= other["y0"] or other["y1"] <= one["y0"], (one, other)
    place = """([id, t]) => { const { view } = (ROOT)().sectorMap.room, { a, c, b } = view.drawing.links.get(id).path;
        const at = (axis) => (1 - t) ** 2 * a[axis] + 2 * (1 - t) * t * c[axis] + t * t * b[axis];
        return view.stage.client({ x: at('x'), y: at('y') }) }""".replace("ROOT", ROOT)
    a.settled()
    a.page.evaluate(f"() => {{ const {{ view }} = ({ROOT})().sectorMap.room; view.upkeep.stop(); view.replace(); }}")
    a.page.wait_for_function(f"() => !({ROOT})().sectorMap.room.view.upkeep.places")  # weighed once more, as when quiet
    for link in links:
        found = 0
        for t in (0.3, 0.4, 0.6, 0.68):
            at = a.page.evaluate(place, [link, t])
            others = [boxes(a, other)[0] for other in links if other != link]
            if any(b["x0"] <= at["x"] <= b["x1"] and b["y0"] <= at["y"] <= b["y1"] for b in others):
                continue  # the badge of a neighbour lies there, and is what one would click on
            a.page.mouse.click(at["x"], at["y"])
            a.page.wait_for_function(f"id => ({ROOT})().sectorMap.room.selected === id", arg=link)
            found += 1
        assert found >= 2, link


def test_every_everyday_family_can_be_drawn_one_after_the_other_in_any_step(table: Table) -> None:
    table.day(index=OVERSIGHT)
    a = table.screen()
    a.type("pn", "conadeh", "congreso")
    more = a.by("kind-more")

    for n, (family, kind) in enumerate((("influence", "influence"), ("cooperation", "cooperation")), 1):
        more.select_option(family)
        a.drag("conadeh", ("pn", "congreso")[n - 1])
        a.sees(3, n)
        expect(more).to_have_value(family)
        assert kind in {link["kind"] for link in a.state("state.map.links").values()}
    last, beside = a.by("keys-open").bounding_box(), a.by("inspector").bounding_box()
    assert last is not None
    assert beside is not None
    assert last["x"] + last["width"] <= beside["x"]  # the bar stays beside the inspector
    a.by("kind-oversight").click()
    expect(more).to_have_value("")


def test_a_hard_kind_waits_on_this_screen_until_both_grounds_are_given(table: Table) -> None:
    table.day(sensitive=True)
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh", "congreso")
    b.sees(3, 0)
    a.by("kind-more").select_option("tension")

    a.drag("pn", "conadeh")

    expect(a.by("draft")).to_contain_text("Todavía no se ha guardado.")
    expect(a.by("sentence")).to_contain_text("tiene tensión con")
    expect(a.by("draft-keep")).to_be_disabled()
    assert a.state("state.pending") == []
    waits = f"() => {{ const [k] = ({ROOT})().sectorMap.room.view.drawing.links.values(); return [k.draft, k.waits] }}"
    assert a.page.evaluate(waits) == [True, "borrador"]
    a.by("draft-evidence-B").click()
    expect(a.by("draft-keep")).to_be_disabled()  # one of two is not enough
    a.by("draft-confidence-2").click()
    assert b.links() == []
    assert b.state("state.seq") == a.state("state.seq")
    a.by("draft-keep").click()
    heard(b, [("pn", "conflict", "conadeh", "not_said")])
    assert {"evidence": "B", "confidence": 2}.items() <= one_link(b).items()
    expect(a.by("draft")).to_be_hidden()

    a.drag("congreso", "pn")
    expect(a.by("draft")).to_be_visible()
    a.by("draft-drop").click()
    a.settled()
    expect(a.by("draft")).to_have_count(0)
    assert len(a.links()) == 1


def test_a_change_to_a_hard_kind_asks_too_and_leaves_the_link_as_it_was_until_then(table: Table) -> None:
    table.day(sensitive=True)
    a, b = table.screen(), table.screen()
    a.type("pn", "conadeh")
    a.drag("pn", "conadeh")
    b.sees(2, 1)
    kind = b.links()[0][1]

    a.by("kind-select").select_option("threat")
    expect(a.by("draft")).to_be_visible()
    answer = f"""() => {{ const {{ room }} = ({ROOT})().sectorMap, [id] = room.state.map.links.keys();
        room.editor.set(id, {{practice: 'weak'}}) }}"""
    b.page.evaluate(answer)
    heard(a, [("pn", kind, "conadeh", "weak")])
    a.by("draft-drop").click()
    expect(a.by("kind-select")).to_have_value(kind)
    a.by("kind-select").select_option("threat")
    a.by("draft-evidence-A").click()
    a.by("draft-confidence-3").click()
    a.by("draft-keep").click()

    heard(b, [("pn", "threat", "conadeh", "weak")])  # the answer of the other screen is kept


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_a_draft_waits_over_a_reload_and_is_said(table: Table, size: tuple[int, int]) -> None:
    a = table.screen(size=size)
    a.type("pn", "conadeh")
    a.sees(2, 0)
    a.settled()
    link = {"source": "pn", "kind": "conflict", "target": "conadeh"}
    a.page.evaluate(f"link => {{ ({ROOT})().sectorMap.room.acts.linkWithGrounds(link) }}", link)
    a.by("draft-evidence-B").click()

    a.open()
    a.sees(2, 0)
    expect(a.by("drafts")).to_contain_text("Una relación está sólo en esta pantalla, sin guardar.")
    a.by("drafts-look").click()
    expect(a.by("draft-evidence-B")).to_be_checked()
    a.by("draft-confidence-2").click()
    a.by("draft-keep").click()
    a.sees(2, 1)
    a.settled()
    assert {"evidence": "B", "confidence": 2}.items() <= one_link(a).items()

    a.open()
    a.sees(2, 1)
    expect(a.by("drafts")).to_be_hidden()
    other = table.screen(size=size)
    other.sees(2, 1)
    assert other.state("room.drafts.rows") == {}


def test_a_draft_that_one_leaves_is_said_and_found_again_and_closing_the_kinds_takes_it(table: Table) -> None:
    table.day(sensitive=True)
    a = table.screen()
    a.type("pn", "conadeh")
    a.sees(2, 0)
    link = {"source": "pn", "kind": "threat", "target": "conadeh"}
    a.page.evaluate(f"link => {{ ({ROOT})().sectorMap.room.acts.linkWithGrounds(link) }}", link)
    expect(a.by("draft")).to_be_visible()

    a.by("inspector-close").click()
    expect(a.by("drafts")).to_contain_text("Una relación está sólo en esta pantalla, sin guardar.")
    a.by("drafts-look").click()
    expect(a.by("draft")).to_be_visible()
    closed = f"""() => {{ const c = ({ROOT})().sectorMap;
        c.take({{type: 'day', day: {{...c.state.day, sensitive: false}}}}) }}"""
    a.page.evaluate(closed)  # as when the facilitator closes them

    expect(a.by("draft")).to_have_count(0)
    expect(a.by("status")).to_contain_text("Un borrador se quitó")
    assert a.state("room.selected") is None


def test_a_link_drawn_without_a_network_is_turned_answered_and_sent_once(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("conadeh", "mp")
    b.sees(2, 0)

    a.page.context.set_offline(True)
    a.drag("conadeh", "mp")
    a.page.keyboard.press("1")
    a.page.keyboard.press("x")
    expect(a.by("sentence")).to_have_text("Ministerio Público supervisa a CONADEH")
    a.page.context.set_offline(False)

    heard(b, [("mp", "ov_judicial", "conadeh", "works")])
    a.settled()
    assert a.state("state.tray") == []


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_keys_of_drawing_are_among_those_that_are_shown(table: Table, language: str) -> None:
    a = table.screen(language=language)

    a.page.keyboard.press("Escape")
    a.by("keys-open").first.click() if a.by("keys-open").first.is_visible() else a.page.keyboard.press("?")

    shown = a.by("keys").inner_text()
    for key in ({"es": "Mayús", "en": "Shift"}[language], "X", "0", "Q W E"):
        assert key in shown
    assert "linking." not in shown
