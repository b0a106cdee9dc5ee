from __future__ import annotations

import re

import pytest

from mapping.i18n import translate
from mapping.model import Actor, ActorId, Link, LinkId, SectorMap
from mapping.render.font import width
from mapping.render.picture.boxes import Box
from mapping.render.picture.projected import LINE, NAME, SHEET, projected
from tests import golden

K = NAME / 15  # px of the screen for a unit of the picture
T = translate("es")


def _many(count: int) -> SectorMap:
    actors = {
        ActorId(f"x-{n}"): Actor(ActorId(f"x-{n}"), f"Consejo municipal {n}", "civil_society") for n in range(count)
    }
    links = {
        LinkId(f"k-{n}"): Link(LinkId(f"k-{n}"), "cooperation", ActorId(f"x-{n // 3}"), ActorId(f"x-{n}"))
        for n in range(1, count)
    }
    return SectorMap(actors=actors, links=links)


def _view(svg: str) -> list[float]:
    found = re.search(r'viewBox="([^"]*)"', svg)
    assert found
    return [float(v) for v in found[1].split()]


def _names(svg: str) -> list[str]:
    return re.findall(r'<text [^>]*font-size="15"[^>]*font-weight="600"[^>]*fill="#1C2126">([^<]*)<', svg)


def test_draws_on_a_sheet_of_the_screens_size_with_names_for_the_back_row() -> None:
    drawn = projected(golden.group1(), T)

    _, _, w, h = _view(drawn.svg)
    assert (w * K, h * K) == pytest.approx(SHEET, abs=0.5)
    assert 15 * SHEET[0] / w >= NAME - 0.1
    assert "Policía Militar" in drawn.svg


def test_no_line_is_thinner_than_the_back_row_sees() -> None:
    svg = projected(golden.group1(), T).svg  # six of its links are weak: 1.5 px on a laptop
    line = r'<path d="M[-\d. ]+[LQ][-\d. ]+" fill="none" stroke="#\w{6}" stroke-width="([\d.]+)"'
    lines = [float(wide) for wide in re.findall(line, svg)]

    assert len(lines) >= 15
    assert min(lines) * K >= LINE


def test_counts_those_whose_name_does_not_fit_and_keeps_the_best_linked() -> None:
    few, many = projected(_many(8), T), projected(_many(60), T)

    assert few.unnamed == 0
    assert 0 < many.unnamed < 60
    assert len(_names(many.svg)) >= 60 - many.unnamed  # a name may stand in two lines
    assert many == projected(_many(60), T)  # the same map, the same picture


def test_names_lie_on_nothing_and_inside_the_sheet() -> None:
    svg = projected(_many(30), T).svg
    view = _view(svg)
    sheet = Box(view[0], view[1], view[0] + view[2], view[1] + view[3])
    ends = {"start": 0.0, "middle": 0.5, "end": 1.0}
    boxes = []
    shown = (
        r'<text x="([^"]+)" y="([^"]+)" font-size="15" font-weight="600" text-anchor="(\w+)" fill="#1C2126">([^<]*)<'
    )
    for x, y, anchor, words in re.findall(shown, svg):
        wide = width(words, 15)
        left = float(x) - ends[anchor] * wide
        boxes.append(Box(left, float(y) - 11, left + wide, float(y) + 3))
    assert len(boxes) > 10
    assert all(box.x0 >= sheet.x0 and box.x1 <= sheet.x1 for box in boxes)
    assert not any(a.grown(-1).meets(b.grown(-1)) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_an_empty_map_is_an_empty_sheet() -> None:
    assert projected(SectorMap(), T).unnamed == 0
