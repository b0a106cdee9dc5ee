"""What stands where on the map: nothing lies over what one works on, and what one adds is in view."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.story.room import CHROMIUM, LAPTOP, PHONE
from tests.browser.table import ROOT, Screen, Table

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
NARROW = (1024, 768)
AUTHORITY, OVERSIGHT = 3, 4  # steps of session 3
NAMES = [
    "fusina", "dnii", "conadeh", "policía nacional", "fiscalía", "congreso", "presidencia", "secretaría de seguridad",
    "secretaría de defensa", "fuerzas armadas", "policía militar", "cnds", "diecp", "corte suprema", "cidh",
    "observatorio de violencia", "tasa de seguridad", "BID", "municipalidades", "cosude",
]  # fmt: skip
PAIRS = [("csj", "pn"), ("cnds", "iudpas"), ("bid", "pn"), ("mp", "pmop"), ("congreso", "seds"), ("ffaa", "diecp")]
VIEW = f"({ROOT})().sectorMap.room.view"


def box(screen: Screen, test_id: str) -> dict[str, float]:
    found = screen.by(test_id).bounding_box()
    assert found, test_id
    return {"x0": found["x"], "y0": found["y"], "x1": found["x"] + found["width"], "y1": found["y"] + found["height"]}


def meet(a: dict[str, float], b: dict[str, float]) -> bool:
    return a["x0"] < b["x1"] and b["x0"] < a["x1"] and a["y0"] < b["y1"] and b["y0"] < a["y1"]


def boxes(screen: Screen, id: str) -> list[dict[str, float]]:
    """Rectangles of the page that an actor's shape and name take up."""
    return screen.page.evaluate(f"id => {VIEW}.boxesOf(id)", id)  # type: ignore[no-any-return]


def actors_under(screen: Screen, test_id: str) -> list[str]:
    """The actors whose shape or name a panel lies on."""
    return screen.page.evaluate(  # type: ignore[no-any-return]
        f"""box => Object.keys({VIEW}.map.actors).filter(id => {VIEW}.boxesOf(id)
          .some(b => b.x0 < box.x1 && box.x0 < b.x1 && b.y0 < box.y1 && box.y0 < b.y1))""",
        box(screen, test_id),
    )


@pytest.mark.parametrize(("step", "size"), [(AUTHORITY, LAPTOP), (OVERSIGHT, LAPTOP), (OVERSIGHT, NARROW)])
def test_what_is_asked_of_a_new_link_covers_nobody_on_a_map_of_twenty(table: Table, step: int, size: Any) -> None:
    table.day(index=step)
    a = table.screen(size=size)
    a.type(*NAMES)
    a.sees(len(NAMES), 0)
    a.by("fit").click()

    for source, target in PAIRS:
        a.drag(source, target)
        expect(a.by("after-link")).to_be_visible()
        assert actors_under(a, "after-link") == []
        if size == LAPTOP:
            assert not meet(box(a, "after-link"), box(a, "fit"))


def test_what_is_asked_of_a_new_link_goes_with_the_next_thing_and_never_lies_over_the_table(table: Table) -> None:
    table.day(index=AUTHORITY)
    a = table.screen()
    a.type("ffaa", "pmop", "congreso")
    a.sees(3, 0)
    begins = {
        "a tool": lambda: a.by("list-open").click(),
        "a field beside the map": lambda: a.by("inspector").get_by_role("textbox").first.focus(),
        "the table": lambda: a.by("table-open").click(),
        "the table, by its key": lambda: [a.page.keyboard.press(key) for key in ("Home", "t")],
    }

    for what, begin in begins.items():
        a.drag("ffaa", "pmop")
        expect(a.by("after-link")).to_be_visible()
        begin()
        expect(a.by("after-link"), what).to_be_hidden()
        assert a.state("room.afterLink.id") is None, what
        if "table" in what:
            expect(a.by("table")).to_be_visible()
            a.by("table-close").click()
        a.page.keyboard.press("Escape")


@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_finding_and_filtering_stand_beside_the_table_not_over_it(table: Table, size: Any) -> None:
    a = table.screen(size=size)
    a.type("ffaa", "pmop")
    a.say("ffaa", "command", "pmop")
    a.sees(2, 1)
    a.by("table-open").click() if size == LAPTOP else a.page.evaluate(f"({ROOT})().sectorMap.room.toggleTables()")
    expect(a.by("table")).to_be_visible()

    for opens, panel in (("openLens", "lens"), ("openList", "list")):
        a.page.evaluate(f"({ROOT})().sectorMap.room.{opens}()")
        expect(a.by(panel)).to_be_visible()
        assert not meet(box(a, panel), box(a, "table")), panel
        assert box(a, panel)["x1"] <= size[0]
        a.page.keyboard.press("Escape")
        expect(a.by("table")).to_be_visible()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_a_sentence_that_goes_on_and_the_steps_kinds_have_each_their_place(
    table: Table, size: Any, language: str
) -> None:
    a = table.screen(size=size, language=language)
    a.type("presidencia > manda > cnds" if language == "es" else "presidency > commands > cnds")
    a.sees(2, 1)
    before = {test_id: box(a, test_id) for test_id in ("map", "typebox", "missing")}
    said = a.by("go-on")
    expect(said).to_be_visible()

    a.by("typebox").press_sequentially("secretaría de seguridad")

    shown = said.evaluate(
        "n => [...n.querySelectorAll('.go-on-who, .go-on-verb')].map(p => p.scrollWidth - p.clientWidth)"
    )
    assert shown == [0, 0]  # in full, also beside a long name
    typing = box(a, "typebox")
    kinds = a.page.evaluate(
        f"""() => [...({ROOT})().querySelectorAll('.kinds > *, .acts .btn')].map(n => n.getBoundingClientRect())
          .filter(r => r.width).map(r => ({{x0: r.left, y0: r.top, x1: r.right, y1: r.bottom}}))"""
    )
    assert len(kinds) >= 6
    bar = {**typing, "x0": box(a, "go-on")["x0"], "x1": box(a, "add")["x1"]}
    assert [place for place in kinds if meet(place, bar)] == []
    assert {test_id: box(a, test_id) for test_id in ("map", "missing")} == {k: before[k] for k in ("map", "missing")}


def view(screen: Screen) -> list[float]:
    """Where a screen looks: middle and scale."""
    return screen.page.evaluate(  # type: ignore[no-any-return]
        f"() => {{ const {{ stage }} = {VIEW}; return [stage.centre.x, stage.centre.y, stage.scale] }}"
    )


def cut_off(screen: Screen) -> list[str]:
    """The actors whose shape or name leaves the sheet, or lies under what is said at its foot."""
    return screen.page.evaluate(  # type: ignore[no-any-return]
        f"""() => {{ const sheet = ({ROOT})().querySelector('.sheet').getBoundingClientRect();
        const foot = sheet.bottom - 44;
        return Object.keys({VIEW}.map.actors).filter(id => {VIEW}.boxesOf(id)
          .some(b => b.x0 < sheet.left || b.x1 > sheet.right || b.y0 < sheet.top || b.y1 > foot)) }}"""
    )


@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_whoever_types_twenty_actors_sees_all_of_them_and_nobody_moves(table: Table, size: Any) -> None:
    a = table.screen(size=size)
    places: dict[str, tuple[float, float]] = {}

    for name in NAMES:
        a.type(name)
        now = {id: (row["x"], row["y"]) for id, row in a.state("state.map.actors").items()}
        assert {id: now[id] for id in places} == places
        places = now
        assert cut_off(a) == []

    assert len(places) == len(NAMES)
    expect(a.by("outside")).to_have_text("")
    assert 0.4 < view(a)[2] <= 1  # just enough, not a bird's view


def test_what_others_add_moves_no_sheet_and_is_told_with_a_press_to_see_it(table: Table) -> None:
    a, b = table.screen(), table.screen()
    a.type("pn", "mp")
    b.sees(2, 0)
    b.page.evaluate(f"{VIEW}.stage.look({{ x: 4000, y: 0 }}, 1)")
    before = view(b)

    a.type(*NAMES[:3])
    b.sees(5, 0)

    expect(b.by("outside")).to_have_text("5 actores fuera de la vista")
    assert view(b) == before
    b.by("fit").click()
    expect(b.by("outside")).to_have_text("")
    assert cut_off(b) == []


def test_a_name_cut_by_the_edge_counts_as_outside(table: Table) -> None:
    a = table.screen()
    a.type("secretaría de seguridad")
    expect(a.by("outside")).to_have_text("")
    sheet, (name,) = box(a, "map"), boxes(a, "seds")[1:]

    a.page.evaluate(
        f"""by => {{ const {{ stage }} = {VIEW}, {{ x, y }} = stage.centre;
        stage.look({{ x: x - by / stage.scale, y }}, stage.scale) }}""",
        sheet["x1"] - name["x1"] + 20,
    )

    expect(a.by("outside")).to_have_text("1 actor fuera de la vista")
    assert boxes(a, "seds")[0]["x1"] < sheet["x1"]  # its shape is in sight


def test_an_actor_added_in_the_table_is_in_view_when_the_map_is_seen_again(table: Table) -> None:
    a = table.screen()
    a.type(*NAMES[:14])
    a.page.evaluate(f"{VIEW}.stage.look({{ x: 4000, y: 0 }}, 1)")
    a.by("table-open").click()
    places = {id: (row["x"], row["y"]) for id, row in a.state("state.map.actors").items()}

    a.page.evaluate(f"({ROOT})().sectorMap.room.editor.own('Comité de vecinos')")
    a.by("table-close").click()

    (new,) = set(a.actors()) - set(places)
    assert new not in cut_off(a)
    assert {id: (row["x"], row["y"]) for id, row in a.state("state.map.actors").items() if id != new} == places


def test_the_sheet_glides_further_away_and_a_hand_stops_it(table: Table) -> None:
    a = table.screen()
    a.page.emulate_media(reduced_motion="no-preference")
    a.type("pn")
    a.page.evaluate(f"({ROOT})().sectorMap.room.view.theme('light')")
    before = view(a)

    scales = a.page.evaluate(
        f"""async () => {{ const view = {VIEW}, seen = [];
        view.patch({{ actors: {{ far: {{ id: 'far', name: 'Lejos', kind: 'justice', x: 1500, y: 0 }} }} }});
        view.include(['far']);
        do {{
          seen.push(view.stage.scale);
          await new Promise(requestAnimationFrame);
        }} while (view.camera.approach.underway);
        return [...seen, view.stage.scale] }}"""
    )

    assert scales[0] == pytest.approx(before[2])
    assert scales == sorted(scales, reverse=True)
    assert scales[-1] < before[2]
    assert len(set(scales)) > 2


def test_a_name_that_is_there_moves_the_view_only_where_it_is_out_of_sight(table: Table) -> None:
    a = table.screen()
    a.type(*NAMES)
    a.sees(len(NAMES), 0)
    a.by("fit").click()
    seen = view(a)

    a.type("conadeh")

    expect(a.by("inspector-title")).to_contain_text("Actor")
    assert a.page.evaluate(f"() => {VIEW}.state.selected") == "conadeh"
    assert view(a) == seen
    a.page.evaluate(f"{VIEW}.stage.look({{ x: 4000, y: 0 }}, 1)")
    a.type("conadeh")
    assert "conadeh" not in cut_off(a)


def test_a_link_typed_between_actors_out_of_sight_is_in_view(table: Table) -> None:
    a = table.screen()
    a.type(*NAMES[:12])
    a.page.evaluate(f"{VIEW}.stage.look({{ x: 900, y: 0 }}, 1.2)")

    a.type("conadeh supervisa pn")

    a.sees(12, 1)
    assert not {"conadeh", "pn"} & set(cut_off(a))


def test_a_phone_says_how_many_names_come_on_zooming_in(table: Table) -> None:
    a = table.screen()
    a.type(*NAMES)
    a.sees(len(NAMES), 0)
    phone = table.screen(size=PHONE)
    phone.by("tab-map").click()
    says = phone.by("unnamed")

    phone.page.evaluate(f"{VIEW}.zoomBy(0.3)")  # two fingers
    expect(says).to_contain_text("nombres más al acercar")
    hidden = phone.page.evaluate(f"[...{VIEW}.drawing.placed.names.values()].filter(({{ shown }}) => !shown).length")
    expect(says).to_contain_text(str(hidden))

    phone.page.evaluate(f"{VIEW}.zoomBy(8)")
    expect(says).to_be_hidden()
