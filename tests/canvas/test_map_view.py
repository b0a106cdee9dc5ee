"""The map view in a real browser: what a hand does to it, and what it says to the rest of the canvas."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.story.room import CHROMIUM

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no browser on this machine")


def told(page: Page, name: str) -> list[Any]:
    """What the view said under this name, oldest first."""
    return [value for said, value in page.evaluate("window.told") if said == name]


def points(page: Page, actor: str) -> dict[str, dict[str, float]]:
    return page.evaluate("id => view.pointsOf(id)", actor)  # type: ignore[no-any-return]


def drag(page: Page, start: dict[str, float], end: dict[str, float]) -> None:
    page.mouse.move(start["x"], start["y"])
    page.mouse.down()
    page.mouse.move((start["x"] + end["x"]) / 2, (start["y"] + end["y"]) / 2, steps=4)
    page.mouse.move(end["x"], end["y"], steps=4)
    page.mouse.up()


def places(page: Page) -> dict[str, list[float]]:
    return page.evaluate(  # type: ignore[no-any-return]
        "view.ready(), Object.fromEntries([...view.drawing.actors.values()].map((item) => [item.id, [item.x, item.y]]))"
    )


def colour_at(page: Page, x: float, y: float) -> list[int]:
    """The canvas's colour at a client point."""
    return page.evaluate(  # type: ignore[no-any-return]
        """([x, y]) => { const canvas = view.stage.canvas, box = canvas.getBoundingClientRect();
        const k = canvas.width / box.width;
        const pixel = canvas.getContext('2d').getImageData((x - box.left) * k, (y - box.top) * k, 1, 1);
        return [...pixel.data].slice(0, 3) }""",
        [x, y],
    )


def test_dragging_from_the_rim_draws_a_link_and_moves_nobody(open_map: Any) -> None:
    page = open_map()
    before = places(page)

    drag(page, points(page, "congreso")["rim"], points(page, "inp")["centre"])

    assert told(page, "link") == [{"source": "congreso", "target": "inp", "kind": None}]
    assert told(page, "move") == []
    assert places(page) == before


def test_dragging_the_body_moves_the_actor_and_draws_nothing(open_map: Any) -> None:
    page = open_map()
    before = places(page)
    centre = points(page, "inp")["centre"]

    drag(page, centre, {"x": centre["x"] + 80, "y": centre["y"] - 60})

    (moved,) = told(page, "move")
    scale = page.evaluate("view.stage.scale")
    assert list(moved) == ["inp"]
    assert moved["inp"][0] == pytest.approx(before["inp"][0] + 80 / scale, abs=3)
    assert moved["inp"][1] == pytest.approx(before["inp"][1] - 60 / scale, abs=3)
    assert {k: v for k, v in places(page).items() if k != "inp"} == {k: v for k, v in before.items() if k != "inp"}
    assert told(page, "link") == []


def test_dragging_the_background_moves_the_sheet_and_no_actor(open_map: Any) -> None:
    page = open_map()
    before, centre = places(page), page.evaluate("view.stage.centre")
    free = page.evaluate("view.stage.client(view.place())")

    drag(page, free, {"x": free["x"] - 90, "y": free["y"]})

    assert places(page) == before
    assert page.evaluate("view.stage.centre.x") > centre["x"] + 50
    assert told(page, "move") == []


def test_a_link_dropped_on_nobody_or_given_up_with_escape_is_none(open_map: Any) -> None:
    page = open_map()
    rim, target = points(page, "congreso")["rim"], points(page, "inp")["centre"]
    free = page.evaluate("view.stage.client(view.place())")

    drag(page, rim, free)
    page.mouse.move(rim["x"], rim["y"])
    page.mouse.down()
    page.mouse.move(target["x"], target["y"], steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()

    assert told(page, "link") == []


def test_a_link_may_be_dropped_on_the_name(open_map: Any) -> None:
    page = open_map()
    name = page.evaluate(
        "(() => { const box = view.drawing.placed.names.get('mp').box;"
        "return view.stage.client({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }) })()"
    )

    drag(page, points(page, "conadeh")["rim"], name)

    assert [(link["source"], link["target"]) for link in told(page, "link")] == [("conadeh", "mp")]


def test_a_click_selects_an_actor_a_name_a_badge_or_nothing(open_map: Any) -> None:
    page = open_map()
    where = page.evaluate(
        """(() => { const middle = (box) => view.stage.client({ x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 });
        return { badge: middle(view.drawing.placed.badges.get('l-08').box),
                 name: middle(view.drawing.placed.names.get('mp').box), free: view.stage.client(view.place()) } })()"""
    )

    for at in (where["badge"], where["name"], points(page, "pn")["centre"], where["free"]):
        page.mouse.click(at["x"], at["y"])

    assert told(page, "select") == ["l-08", "mp", "pn", None]
    assert len(told(page, "background")) == 1


def test_a_finger_draws_from_the_handle_of_the_actor_it_chose(open_map: Any) -> None:
    page = open_map(width=390, height=700, has_touch=True, is_mobile=True)
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, at: dict[str, float] | None) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at] if at else []})

    centre = points(page, "conadeh")["centre"]
    page.touchscreen.tap(centre["x"], centre["y"])
    page.wait_for_function("view.state.selected === 'conadeh'")
    rim, end = points(page, "conadeh")["rim"], points(page, "inp")["centre"]
    finger("touchStart", rim)
    for k in range(1, 6):
        finger("touchMove", {axis: rim[axis] + (end[axis] - rim[axis]) * k / 5 for axis in ("x", "y")})
    finger("touchEnd", None)

    page.wait_for_function("window.told.some(([name]) => name === 'link')")
    assert [(link["source"], link["target"]) for link in told(page, "link")] == [("conadeh", "inp")]
    assert told(page, "move") == []


def test_a_finger_on_the_body_moves_the_actor(open_map: Any) -> None:
    page = open_map(width=390, height=700, has_touch=True, is_mobile=True)
    touch = page.context.new_cdp_session(page)
    at = points(page, "inp")["centre"]

    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    for k in range(1, 6):
        point = {"x": at["x"] + 8 * k, "y": at["y"] - 6 * k}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    page.wait_for_function("window.told.some(([name]) => name === 'move')")
    assert list(told(page, "move")[0]) == ["inp"]
    assert told(page, "link") == []


def test_who_only_reads_can_neither_move_nor_link(open_map: Any) -> None:
    page = open_map("map=group1&mode=read")
    before = places(page)
    centre = points(page, "pn")["centre"]

    drag(page, centre, {"x": centre["x"] + 70, "y": centre["y"] + 10})
    drag(page, points(page, "congreso")["rim"], points(page, "inp")["centre"])

    assert places(page) == before
    assert told(page, "link") == told(page, "move") == []


def test_somebody_elses_actor_moves_nobody_here_even_while_one_is_dragged(open_map: Any) -> None:
    page = open_map()
    before = places(page)
    centre = points(page, "inp")["centre"]
    page.mouse.move(centre["x"], centre["y"])
    page.mouse.down()
    page.mouse.move(centre["x"] + 60, centre["y"], steps=5)

    page.evaluate(
        """view.patch({ actors: { apj: { id: 'apj', name: 'APJ', kind: 'civil_society' },
                                  inp: { ...view.map.actors.inp, influence: 2 } },
                        links: { n: { id: 'n', source: 'apj', target: 'pn', kind: 'ov_civil' } } }, {})"""
    )
    page.mouse.move(centre["x"] + 90, centre["y"], steps=5)
    page.mouse.up()

    after = places(page)
    assert {k: after[k] for k in before if k != "inp"} == {k: v for k, v in before.items() if k != "inp"}
    assert after["inp"][0] > before["inp"][0] + 60
    assert "apj" in after


def test_a_removed_actor_takes_its_selection_along(open_map: Any) -> None:
    page = open_map()

    page.evaluate("view.select('bid'); view.patch({}, { actors: ['bid'], links: ['l-14'] })")

    assert told(page, "select") == [None]
    assert "bid" not in places(page)
    assert page.evaluate("view.counts().families.support") == 1


def test_the_canvas_is_a_picture_with_a_name_in_the_language(open_map: Any) -> None:
    page = open_map("map=group1&language=es")
    picture = page.get_by_role("img")

    assert picture.get_attribute("aria-label") == (
        "Mapa con 12 actores y 14 relaciones. Autoridad 4, Supervisa 6, Ruta del caso 3, Apoya 2. "
        "Con personal armado: 5. Relaciones que hacen falta: 1."
    )
    page.evaluate("setLanguage('en'), view.ready()")
    assert (picture.get_attribute("aria-label") or "").startswith("Map with 12 actors and 14 links.")
    assert page.evaluate("view.nameOf('ffaa')") == "Armed Forces"


def test_a_resized_sheet_keeps_its_scale_and_middle(open_map: Any) -> None:
    page = open_map()
    scale, centre = page.evaluate("[view.stage.scale, view.stage.centre]")

    page.set_viewport_size({"width": 700, "height": 804})
    page.wait_for_function("view.stage.size.w < 700")

    assert page.evaluate("view.stage.scale") == pytest.approx(scale)
    assert page.evaluate("view.stage.centre.x") == pytest.approx(centre["x"], abs=1)


def test_a_sheet_that_was_hidden_at_first_shows_everything_once_it_is_seen(open_map: Any) -> None:
    page = open_map()
    page.evaluate(
        """document.getElementById('map').style.display = 'none';
        view.show({ actors: view.map.actors, links: view.map.links }, { fit: true })"""
    )
    page.wait_for_function("view.container.clientWidth === 0")

    page.evaluate("document.getElementById('map').style.display = ''")

    page.wait_for_function("view.stage.size.w > 0")
    assert page.evaluate("view.stage.scale") > 0.6


def test_dark_and_light_take_their_colours_from_the_tokens(open_map: Any) -> None:
    page = open_map()
    centre = points(page, "pn")["centre"]

    light = colour_at(page, centre["x"], centre["y"])
    page.evaluate("view.theme('dark')")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    dark = colour_at(page, centre["x"], centre["y"])

    assert light == [0x1C, 0x21, 0x26]  # tokens.css: ink, light; the National Police uses force: filled
    assert dark == [0xEC, 0xED, 0xEE]  # ink, dark


def test_it_works_in_a_shadow_root(open_map: Any) -> None:
    page = open_map("map=group1&shadow=1")
    page.wait_for_function("view.surface.palette")

    drag(page, points(page, "congreso")["rim"], points(page, "pn")["centre"])

    assert len(told(page, "link")) == 1


def test_names_stay_readable_and_apart_however_far_one_zooms_out(open_map: Any) -> None:
    page = open_map("map=40x60", width=1440, height=900)

    for _ in range(4):
        page.evaluate("view.zoomBy(0.7)")
        page.wait_for_function("view.drawing.sizes.text * 15 * view.stage.scale >= 10.3")
        boxes = page.evaluate("[...view.drawing.placed.names.values()].filter((n) => n.shown).map((n) => n.box)")
        clashes = [
            (a, b)
            for i, a in enumerate(boxes)
            for b in boxes[i + 1 :]
            if a["x0"] < b["x1"] and b["x0"] < a["x1"] and a["y0"] < b["y1"] and b["y0"] < a["y1"]
        ]
        assert len(boxes) >= 5
        assert clashes == []


def test_many_changes_of_a_large_map_are_laid_out_once(open_map: Any) -> None:
    page = open_map("map=150x400", width=1440, height=900)

    # what a batch of twenty does before the next frame, and what is done then
    laid = page.evaluate(
        """() => { let laid = 0; const { drawing } = view, lay = drawing.lay;
        drawing.lay = (...all) => { laid += 1; return lay.apply(drawing, all); };
        const changed = Object.values(view.map.actors).slice(0, 20);
        for (const actor of changed) view.patch({ actors: { [actor.id]: { ...actor, influence: 5 } } });
        const before = laid;
        view.ready();
        delete drawing.lay;
        return [before, laid]; }"""
    )

    assert laid == [0, 1]
    assert page.evaluate("view.drawing.actors.size") == 150
    assert page.evaluate("[...view.drawing.actors.values()].filter((item) => item.influence === 5).length") >= 20


COUNTED = """() => {
  window.painted = 0; window.updates = 0;
  view.stage.network.on('afterDrawing', () => window.painted++);
  const update = view.stage.nodes.update.bind(view.stage.nodes);
  view.stage.nodes.update = (items) => { window.updates++; return update(items); };
}"""
FRAMES = "(n) => new Promise((done) => { const step = () => (n-- ? requestAnimationFrame(step) : done()); step(); })"


def test_a_snapshot_is_taken_in_at_once_and_not_actor_by_actor(open_map: Any) -> None:
    page = open_map("map=group1")
    snapshot = page.evaluate(
        """() => { const of = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));
        const ids = Array.from({ length: 300 }, (_, n) => `n${n}`);
        const kind = 'justice', place = (n) => ({ x: (n % 20) * 90, y: Math.floor(n / 20) * 90 });
        const link = { kind: 'command' };
        const links = ids.map((source, n) => ({ ...link, id: `l${n}`, source, target: ids[(n * 7 + 1) % 300] }));
        const actors = ids.map((id, n) => ({ id, name: `Actor ${n}`, kind, ...place(n) }));
        return { actors: of(actors), links: of(links) }; }"""
    )
    page.evaluate(COUNTED)

    page.evaluate("(map) => view.show(map)", snapshot)
    page.evaluate(FRAMES, 20)

    assert page.evaluate("view.drawing.actors.size") == 300
    assert page.evaluate("window.updates") == 1
    assert page.evaluate("window.painted") <= 5  # a handful, whatever comes


def test_the_same_theme_again_paints_nothing_anew(open_map: Any) -> None:
    page = open_map("map=group1")

    page.evaluate("view.theme('light')")
    page.evaluate(FRAMES, 3)
    again = page.evaluate("view.surface.picture.painted")
    page.evaluate("view.theme('dark')")
    page.evaluate(FRAMES, 3)

    assert page.evaluate("view.drawing.actors.size") == 12
    assert (again, page.evaluate("view.surface.dark")) == (0, True)
    assert page.evaluate("view.surface.palette.canvas") != "#fff"


def test_a_map_at_rest_paints_nothing(open_map: Any) -> None:
    page = open_map("map=group1")
    page.evaluate(COUNTED)
    page.evaluate("view.patch({ actors: { inp: { ...view.map.actors.inp, influence: 4 } } })")
    page.evaluate(FRAMES, 90)  # the one change is painted, and names are weighed once more after it
    after = page.evaluate("window.painted")

    page.evaluate(FRAMES, 60)

    assert after > 0
    assert page.evaluate("window.painted") == after


def test_who_stands_outside_is_told_and_a_fit_brings_everybody_back(open_map: Any) -> None:
    page = open_map()
    page.wait_for_function("view.outside === 0")
    before = len(told(page, "outside"))
    page.evaluate("view.stage.look({ x: 5000, y: 0 }, 1)")
    page.wait_for_function("view.outside === 12")

    page.evaluate("view.fit()")

    page.wait_for_function("view.outside === 0")
    assert [value for value in told(page, "outside")[before:] if value] == [12]


def test_nothing_is_asked_of_another_host(open_map: Any, browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{site}/?map=group1")
    page.wait_for_function("window.ready")

    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(site)] == []
    context.close()


@pytest.mark.skipif(NODE is None, reason="no node on this machine")
def test_the_pure_modules_hold_in_node() -> None:
    here = Path(__file__).parent

    done = subprocess.run(
        [str(NODE), "--test", *sorted(map(str, here.glob("*.test.mjs")))],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]


PHONE = {"leastText": 12, "inset": {"top": 24, "right": 10, "bottom": 62, "left": 10}}
WIDER = """() => {
  for (const actor of Object.values(shown.actors)) actor.x *= 2; // as if it had been drawn on a wide sheet
  view.show(shown, { fit: true });
  return Object.fromEntries(Object.values(shown.actors).map(({ id, x, y }) => [id, [x, y]]));
}"""
STORED = "() => Object.fromEntries(Object.values(view.storedMap.actors).map(({ id, x, y }) => [id, [x, y]]))"


def test_a_phone_sees_a_wide_map_down_its_height_and_stores_what_a_hand_moves_where_it_belongs(open_map: Any) -> None:
    page = open_map(f"map=drawn20&how={quote(json.dumps(PHONE))}", width=416, height=566)
    drawn = page.evaluate(WIDER)

    down = page.evaluate("view.stretched.y")
    assert down > 1.5
    assert page.evaluate(STORED) == drawn
    span = page.evaluate(
        "(() => { const ys = Object.keys(shown.actors).map((id) => view.pointsOf(id).centre.y);"
        " return Math.max(...ys) - Math.min(...ys); })()"
    )
    assert span > 0.6 * 540  # of the sheet's height

    at, scale = page.evaluate("view.pointsOf('inp').centre"), page.evaluate("view.stage.scale")
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    page.mouse.move(at["x"] + 20, at["y"] - 40, steps=4)
    page.mouse.up()
    told = next(places for name, places in page.evaluate("window.told") if name == "move")
    assert list(told) == ["inp"]
    x, y = told["inp"]
    assert x == pytest.approx(drawn["inp"][0] + 20 / scale, abs=3)
    assert y == pytest.approx(drawn["inp"][1] - 40 / scale / down, abs=3)
    assert page.evaluate(STORED) == {**drawn, "inp": [x, y]}


def test_a_wide_sheet_and_a_phones_new_actor_keep_to_what_is_stored(open_map: Any) -> None:
    laptop = open_map("map=drawn20")
    laptop.evaluate(WIDER)
    assert laptop.evaluate("view.stretched") == {"x": 1, "y": 1}

    page = open_map(f"map=drawn20&how={quote(json.dumps(PHONE))}", width=416, height=566)
    page.evaluate(WIDER)
    free = page.evaluate("view.place()")
    page.evaluate(
        "at => view.patch({ actors: { bid: { id: 'bid', name: 'BID', kind: 'international', ...at } } })", free
    )
    assert page.evaluate("view.storedMap.actors.bid.y") == free["y"]
    point = page.evaluate("view.pointsOf('bid').centre")
    assert 13 < point["x"] < 403
    assert 13 < point["y"] < 553
