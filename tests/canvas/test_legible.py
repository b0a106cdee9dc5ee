"""What can be read at rest: in a real browser, by the boxes of names, badges and shapes, at 1440 × 900 after a fit."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from mapping import codec, scenario
from tests.browser.story.room import CHROMIUM

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")

SHEET = {"width": 926, "height": 790}  # what legend, toolbar and inspector leave of 1440 × 900
LEAST_PX = 10
RELEASED = "() => Date.now() - view.stage.network.interactionHandler.touchTime > 50"  # sooner vis takes no new press


@pytest.fixture
def open_map(open_map: Any) -> Any:
    """The sheet that a laptop leaves, with what reads boxes off it."""

    def opened(query: str) -> Page:
        page: Page = open_map(query, **SHEET)
        page.evaluate("async () => { window.boxes = await import('/page/boxes.mjs'); }")
        return page

    return opened


@pytest.fixture(scope="module")
def honduras() -> dict[str, Any]:
    """The reference map of the shipped case, as browsers get it."""
    shipped = scenario.named("honduras")
    rows = codec.to_json(codec.MapFile(scenario.reference_map(shipped, "2015-09-01")))
    return {part: {row["id"]: row for row in rows[part]} for part in ("actors", "links")}


def readable(page: Page, *, share: float = 0) -> dict[str, Any]:
    """What is read: no box on another, no type under 10 px, and at least this share of the names."""
    read: dict[str, Any] = page.evaluate("boxes.read(view)")
    assert read["overlaps"] == {kind: [] for kind in read["overlaps"]}
    assert read["px"] >= LEAST_PX
    assert read["names"] >= share * read["actors"], f"{read['names']} of {read['actors']} names"
    return read


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(("map", "share"), [("group1", 1), ("40x60", 0.95), ("80x170", 0.75), ("150x400", 0.45)])
def test_nothing_drawn_lies_on_anything_else_after_a_fit(open_map: Any, map: str, share: float, language: str) -> None:
    readable(open_map(f"map={map}&language={language}"), share=share)


def test_the_reference_map_of_the_case_is_read_in_both_languages(open_map: Any, honduras: dict[str, Any]) -> None:
    page = open_map("map=empty")
    page.evaluate("map => view.show(map, { fit: true })", honduras)

    for language in ("es", "en"):
        page.evaluate("language => { setLanguage(language); view.fit(); }", language)
        readable(page, share=0.85)


def test_nothing_lies_on_anything_while_a_group_draws_one_after_the_other(
    open_map: Any, honduras: dict[str, Any]
) -> None:
    """As a group draws: an actor at the free place it is given, now and then a link, and nobody tidies."""
    page = open_map("map=empty")
    actors = list(honduras["actors"].values())[:40]
    ids = {row["id"] for row in actors}
    links = [row for row in honduras["links"].values() if row["source"] in ids and row["target"] in ids]
    drawn: set[str] = set()

    for n, actor in enumerate(actors, 1):
        page.evaluate("actor => view.patch({ actors: { [actor.id]: { ...actor, ...view.place() } } })", actor)
        drawn.add(actor["id"])
        for link in [row for row in links if {row["source"], row["target"]} <= drawn]:
            links.remove(link)
            page.evaluate("link => view.patch({ links: { [link.id]: link } })", link)
        if n in (5, 12, 20, 30, 40):
            readable(page)
            page.evaluate("view.fit()")
            readable(page, share=1 if n <= 12 else 0.85)


def test_nothing_lies_on_anything_after_a_hand_has_moved_actors_together(open_map: Any) -> None:
    page = open_map("map=40x60")
    ids = page.evaluate("Object.keys(view.map.actors).slice(0, 12)")

    held = []
    for id in ids:
        if not page.evaluate("id => boxes.isOnTop(view, id)", id):
            continue  # another was put on it
        held.append(id)
        page.wait_for_function(RELEASED)
        at = page.evaluate("id => view.pointsOf(id).centre", id)
        page.mouse.move(at["x"], at["y"])
        page.mouse.down()
        page.mouse.move(at["x"] * 0.6 + 190, at["y"] * 0.6 + 160, steps=3)  # nearer to the middle, each its way
        page.mouse.up()

    moved = {id for name, places in page.evaluate("window.told") if name == "move" for id in places}
    pinned = page.evaluate("Object.values(view.map.actors).filter((a) => a.pinned).map((a) => a.id)")
    assert set(pinned) == moved == set(held)
    assert len(held) >= 8
    read = page.evaluate("boxes.read(view)")
    assert read["overlaps"]["names"] == read["overlaps"]["badges"] == read["overlaps"]["name_badge"] == []
    assert read["names"] >= 30


def test_an_actor_whose_name_has_no_room_says_it_under_the_pointer(open_map: Any) -> None:
    page = open_map("map=150x400")
    hidden = page.evaluate("boxes.named(view).hidden.find((id) => boxes.isOnTop(view, id))")
    at = page.evaluate("id => view.pointsOf(id).centre", hidden)
    page.evaluate("window.written = boxes.listen(), null")

    page.mouse.move(at["x"], at["y"])

    page.wait_for_function("id => window.written.includes(view.nameOf(id))", arg=hidden)


def test_the_heaviest_names_are_the_ones_that_are_seen(open_map: Any) -> None:
    page = open_map("map=150x400")

    names = page.evaluate("boxes.named(view)")

    seen, hidden = (page.evaluate("ids => boxes.meanWeight(view, ids)", names[part]) for part in ("seen", "hidden"))
    assert seen > 1.15 * hidden


def test_a_selected_actor_shows_its_name_where_others_have_none(open_map: Any) -> None:
    page = open_map("map=150x400")
    hidden = page.evaluate("boxes.named(view).hidden[0]")

    page.evaluate("id => view.select(id)", hidden)

    assert hidden in page.evaluate("boxes.named(view)")["seen"]
    read = page.evaluate("boxes.read(view)")
    assert read["overlaps"]["names"] == read["overlaps"]["badges"] == read["overlaps"]["name_badge"] == []


@pytest.mark.parametrize(("map", "most"), [("group1", 0), ("40x60", 1), ("80x170", 8)])
def test_links_run_through_few_third_actors_after_a_layout(open_map: Any, map: str, most: int) -> None:
    assert open_map(f"map={map}").evaluate("boxes.through(view)") <= most


@pytest.mark.parametrize("width", [390, 562, 900])
@pytest.mark.parametrize("map", ["drawn20", "tidied20", "20x30x2", "40x60x3"])
def test_no_name_is_read_as_that_of_another_and_no_two_as_one(open_map: Any, map: str, width: int) -> None:
    """Beside an actor without a name stands no other's, and names keep a gap; what has no room shows on zoom."""
    page = open_map(f"map={map}")
    page.set_viewport_size({"width": width + 26, "height": 640})
    page.wait_for_function("width => view.stage.size.w === width", arg=width)
    page.evaluate("view.fit()")

    read = page.evaluate("boxes.reading(view)")

    assert (read["misread"], read["near"]) == (0, 0)


def test_a_line_keeps_off_the_shapes_of_others(open_map: Any) -> None:
    page = open_map("map=drawn20")

    assert page.evaluate("boxes.reading(view)")["shapes"] <= 1  # of 30; 6 where only lines through a shape go round


def test_few_lines_run_through_the_name_of_a_third_actor(open_map: Any) -> None:
    page = open_map("map=group1")
    assert page.evaluate("boxes.cut(view)")["names"] == 0

    cut = {seed: open_map(f"map=40x60x{seed}").evaluate("boxes.cut(view)")["names"] for seed in (1, 2, 3)}

    assert sum(cut.values()) <= 14, cut  # of 180; 25 where lines go round shapes alone


def test_the_reference_map_has_few_links_through_third_actors(open_map: Any, honduras: dict[str, Any]) -> None:
    page = open_map("map=empty")
    page.evaluate("map => view.show(map, { fit: true })", honduras)

    assert page.evaluate("boxes.through(view)") <= 20  # of 217 links among 90 actors
