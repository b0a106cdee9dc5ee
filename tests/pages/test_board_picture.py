"""The board's picture: nobody jumps, nothing is drawn twice, and a large one does not keep the page waiting."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from mapping.compare.board import Board, board
from mapping.i18n import translate
from mapping.model import ActorId, SectorMap
from mapping.store import WorkshopId
from mapping.ui import board_picture
from tests.compare.maps import five, without_link

ES = translate("es")
ROOM = WorkshopId("w-1")


@pytest.fixture(autouse=True)
def _empty(room: Any) -> None:
    """With the caches of no other test."""


def without_actor(map: SectorMap, id: str) -> SectorMap:
    links = {k: v for k, v in map.links.items() if ActorId(id) not in v.ends}
    return replace(map, actors={k: v for k, v in map.actors.items() if k != id}, links=links)


def places(html: str) -> dict[str, tuple[str, ...]]:
    """Each name in the picture -> where it is written."""
    rows = re.findall(r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]{4,})</text>', html)
    return {words: (x, y) for x, y, words in rows}


def test_whoever_was_there_stays_when_somebody_comes() -> None:
    few = board({group: without_actor(m, "cosude") for group, m in five().items()})
    before, _ = board_picture.picture(few, ES, ROOM)
    after, _ = board_picture.picture(board(five()), ES, ROOM)

    stood = board_picture._drawn(ROOM).where
    assert "cosude" in stood
    assert "COSUDE" in places(after)
    shapes = set(re.findall(r'<g transform="translate\(([-\d. ]+)\)', before))
    assert len(shapes & set(re.findall(r'<g transform="translate\(([-\d. ]+)\)', after))) >= len(few.joint.map.actors)


def test_a_picture_is_drawn_once_for_everybody_and_again_when_it_shows_something_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[Board] = []
    draw = board_picture.drawing
    monkeypatch.setattr(board_picture, "drawing", lambda found, *more: drawn.append(found) or draw(found, *more))
    maps = five()

    for _ in range(3):
        board_picture.picture(board(maps), ES, ROOM)
    assert len(drawn) == 1
    board_picture.picture(board(maps), translate("en"), ROOM)
    board_picture.picture(board(maps | {"4": without_link(maps["4"], "g2-06")}), ES, ROOM)
    assert len(drawn) == 3


def test_a_large_picture_is_that_of_before_until_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_picture, "AT_ONCE", 3)
    maps = five()
    first, is_current = board_picture.picture(board(maps), ES, ROOM)
    assert is_current
    later = board({group: without_actor(m, "cosude") for group, m in maps.items()})

    shown, is_current = board_picture.picture(later, ES, ROOM)
    assert (shown, is_current) == (first, False)

    board_picture._draw(later, ES, ROOM)
    shown, is_current = board_picture.picture(later, ES, ROOM)
    assert is_current
    assert "COSUDE" not in places(shown)
