"""Pages run as a browser would run them: one language, one seat, a database of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from mapping.changes import Change, as_json
from mapping.i18n import translate
from mapping.live import Hub, close_hub, cookie_name, hub
from mapping.model import SectorMap, values_of
from mapping.scenario import named
from mapping.store import Plan, Seat, Workshop
from tests import golden

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"
PASSPHRASE = "montaña azul"


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


@dataclass
class Screen:
    """A page after it ran."""

    app: AppTest

    @property
    def sheets(self) -> str:
        """The markup of everything that we draw ourselves."""
        return "".join(row.get("html", "") for row in self.data())

    @property
    def says(self) -> str:
        """All text on the page: ours, Streamlit's, labels of what can be pressed."""
        reader = _Text()
        reader.feed(self.sheets)
        known = (self.app.markdown, self.app.caption, self.app.warning, self.app.error, self.app.info)
        rest = [str(e.value) for kind in known for e in kind]
        asked = (self.app.button, self.app.text_input, self.app.text_area, self.app.checkbox, self.app.selectbox)
        labels = [str(e.label) for kind in asked for e in kind]
        return " ".join(" ".join([*reader.parts, *rest, *labels]).split())

    def data(self) -> list[dict[str, Any]]:
        """What the page gave its own components."""
        given = (e.proto.json for e in self.app.main if getattr(e, "type", "") == "bidi_component")
        return [row for row in (json.loads(text) for text in given if text) if isinstance(row, dict)]

    def component(self, name: str) -> dict[str, Any]:
        """What the page gave its canvas, its watch or its door: the first data that has this field."""
        return next(row for row in self.data() if name in row)

    def links(self) -> dict[str, str]:
        """Where each link leads: label -> page and query."""
        rows = self.app.get("page_link")
        return {e.proto.label: f"{e.proto.page}?{e.proto.query_string}" for e in rows}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """The live hub of an empty database."""
    monkeypatch.setenv("MAPPING_DATABASE_URL", f"sqlite:///{tmp_path}/pages.db")
    monkeypatch.setenv("MAPPING_BASE_URL", "http://workshop.test:8501")
    st.cache_data.clear()
    st.cache_resource.clear()
    yield hub()
    close_hub()


@pytest.fixture
def workshop(room: Hub) -> Workshop:
    """Session 3 with two groups, who have drawn the maps of the acceptance story."""
    frame = named("honduras").exercise("3").frame("es")
    plan = Plan(
        groups=2, question=frame.question, objective=frame.objective, territory=frame.territory, date=frame.date,
        preset="90", invented=True,
    )  # fmt: skip
    opened = room.store.workshops.open(plan, PASSPHRASE, now=room.clock())
    for group, map in zip(opened.groups, (golden.group1(), golden.group2()), strict=True):
        draw(room, group.map_id, map)
    return opened


def draw(room: Hub, map_id: Any, map: SectorMap) -> None:
    """Record a map's actors and links as a group would draw them."""
    rows = [{"op": "add", "actor": as_json(a)} for a in map.actors.values()]
    rows += [{"op": "link", "link": as_json(k)} for k in map.links.values()]
    values = {k: v for k, v in values_of(map.frame).items() if k != "scenario"}
    rows.insert(0, {"op": "frame", "values": values})
    for n, row in enumerate(rows, 1):
        op = str(row.pop("op"))
        room.store.maps.append(map_id, Change(f"c-{n}", "p-table", n, op, row), now=room.clock())


@pytest.fixture
def seat(room: Hub, workshop: Workshop) -> Callable[[str, str | None], Seat]:
    """Takes a seat in the workshop."""
    return lambda role, group=None: room.store.seats.take(workshop.id, role, group)


@pytest.fixture
def visit(room: Hub, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Screen]:
    """Opens a page in a language, with the cookie of a seat where one is given."""

    def opened(page: str, language: str = "es", seat: Seat | None = None, cookie: bool = True, **query: str) -> Screen:
        held = {cookie_name(seat.id): room.keys.cookie(seat)} if seat and cookie else {}
        monkeypatch.setattr(type(st.context), "cookies", property(lambda self: held))
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        app.query_params["lang"] = language
        app.run()
        app.query_params.update({"lang": language, **query})
        if seat:
            app.query_params["seat"] = seat.id
        app.switch_page(page).run()
        assert not app.exception
        return Screen(app)

    return opened


@pytest.fixture(params=["es", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def t(language: str) -> Any:
    return translate(language)
