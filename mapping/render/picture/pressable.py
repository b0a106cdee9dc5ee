"""What of a picture can be pressed on a page: an unseen, wide line over each link, with what it says as its title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mapping.model import LinkId
from mapping.render.markup import escaped
from mapping.render.picture.brush import n
from mapping.render.picture.scene import Thread

REACH = 20  # how wide a link is to the pointer


def pressable(threads: Iterable[Thread], links: Mapping[LinkId, tuple[str, str]], act: str) -> str:
    """Lines that tell the page `act` and the link's value (`links`: value and title). For the pointer alone: the page
    says the same as a table."""
    out = []
    for x in threads:
        if x.link.id not in links:
            continue
        value, title = links[x.link.id]
        (ax, ay), (cx, cy), (bx, by) = x.curve.a, x.curve.c, x.curve.b
        way = f"M{n(ax)} {n(ay)}Q{n(cx)} {n(cy)} {n(bx)} {n(by)}"
        out.append(
            f'<path d="{way}" fill="none" stroke="transparent" stroke-width="{REACH}" pointer-events="stroke" '
            f'data-act="{escaped(act)}" data-value="{escaped(value)}"><title>{escaped(title)}</title></path>'
        )
    return "".join(out)
