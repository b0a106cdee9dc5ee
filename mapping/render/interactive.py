"""The map as one page that needs nothing beside it: drawn by vis-network through pyvis, with our own template.

Places are computed beforehand and physics is off. What people typed reaches the page only as escaped text or as
JSON, and is put on screen as text. The page's own policy forbids every request.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from mapping.i18n import Translate
from mapping.model import Actor, ActorId, Link, SectorMap, settled
from mapping.render import font
from mapping.render.picture import outlines, signs
from mapping.render.picture.brush import Brush, Named
from mapping.render.picture.legend import strip
from mapping.render.picture.scene import Looks, Scene, scene
from mapping.render.picture.sheet import sheet_for
from mapping.render.sentences import link_sentence
from mapping.render.style import Theme, style
from mapping.schema import schema

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Told:
    """A finding in words, with what it names."""

    statement: str
    caution: str
    actors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def html(
    map: SectorMap,
    t: Translate,
    *,
    findings: Sequence[Told] = (),
    handling: str = "internal",
    theme: str = "light",
    title: str = "",
    drawn: Scene | None = None,
) -> str:
    """The whole page: map, search, findings, every link as a sentence, legend, caution and handling mark. `drawn` is
    the scene of the map, where there is one already."""
    map = settled(map)
    drawn = drawn or scene(map, t)
    words = sheet_for(map, t, handling=handling, title=title)
    colours = style().themes[theme]
    ids = _ids(map)
    brush = Brush(colours, schema().label("practice", "missing", t.language))
    return _page(
        map, drawn, t, colours, None,
        full=True, title=words.title, facts=words.facts, caution=words.caution, handling=words.handling,
        findings=findings, lights=[_light(map, f, ids) for f in findings], legend=Markup(strip(drawn, brush, t)),
    )  # fmt: skip


def explore_html(map: SectorMap, t: Translate, finding: Named | None = None, theme: str = "light") -> str:
    """The map alone, to stand inside a page: size by influence, and what the finding names in the light."""
    map = settled(map)
    sizes = {a.id: size_by_influence(a.influence) for a in map.actors.values()}
    marked = finding.actors if finding is not None else ()
    drawn = scene(map, t, Looks(sizes=sizes, towers=False, marked=marked))
    light = _light(map, finding, _ids(map)) if finding is not None else None
    return _page(map, drawn, t, style().themes[theme], light, full=False, title=map.frame.question)


def size_by_influence(influence: int | None) -> float:
    """The factor on an actor's size: about half at 0, a quarter more at 5; in between where it is not rated."""
    return 0.75 if influence is None else 0.53 + 0.15 * influence


def _page(
    map: SectorMap, drawn: Scene, t: Translate, theme: Theme, light: dict[str, list[str]] | None, **parts: Any
) -> str:
    network = _network(map, drawn, t, theme)
    words = {
        k: t(f"drawing.page.{k}")
        for k in ("side", "search", "findings", "all_links", "map", "zoom_in", "zoom_out", "fit", "legend", "noscript")
    }
    words |= {"size": t("drawing.legend.size"), "named": t("drawing.legend.named")}
    sentences = [
        {"id": e["id"], "text": "".join(part for part, _ in e["sentence"]), "hue": e["hue"], "letter": e["letter"]}
        for e in network.edges
    ]
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.globals.update(
        {"findings": (), **parts},
        language=t.language, theme=theme, words=words, marks=bool(light and light["marked"]), sentences=sentences,
        faces=Markup(font.faces(400, 600, 700)), css=Markup(_root(theme) + _file("map.css")),
        vis=Markup(vis_network()), script=Markup(_file("map.js")),
        drawing=_drawing(drawn, t, theme, light, parts.get("lights", [])),
    )  # fmt: skip
    network.set_template_dir(str(TEMPLATES), "map.html")
    network.templateEnv = environment
    return str(network.generate_html("map.html")).encode("utf-8", "replace").decode("utf-8")


def _network(map: SectorMap, drawn: Scene, t: Translate, theme: Theme) -> Network:
    network = Network(directed=True, width="100%", height="100%", cdn_resources="in_line")
    ids = _ids(map)
    for spot in drawn.spots:
        border = style().force[spot.actor.force]
        x, y = spot.place
        box = spot.name.moved(-x, -y) if spot.name else None
        network.add_node(
            ids[spot.actor.id], label=" ", shape="dot", x=x, y=y, size=16,
            form=spot.shape, half=outlines.half(spot.shape), scale=round(spot.size, 3),
            force={"filled": border.filled, "border": border.border, "dash": border.dash},
            lines=spot.lines, side=spot.side, tower=spot.tower, under=spot.under,
            box=[round(v, 1) for v in (box.x0, box.y0, box.x1, box.y1)] if box else [0, 0, 0, 0],
            name=spot.actor.label(t.language), other=_other_names(spot.actor),
            kind=spot.actor.of_kind.label[t.language],
        )  # fmt: skip
    clear = "rgba(0,0,0,0)"
    for thread in drawn.threads:
        line, kind = style().line(thread.answer), thread.link.of_kind
        network.add_edge(
            ids[thread.link.source], ids[thread.link.target], id=ids[thread.link.id], arrows="", width=12, hoverWidth=0,
            selectionWidth=0, color={"color": clear, "highlight": clear, "hover": clear, "inherit": False},
            smooth=_bow(thread.share), share=round(thread.share, 4), t=thread.t, line=thread.width,
            dash=thread.dash, dots=bool(line.dots),
            head=line.head if kind.directed else "", sign=line.sign or "", unsure=thread.unsure,
            hue=theme.gap if line.grey else theme.families[kind.family.id], letter=kind.family.letter,
            badge=[thread.badge.x1 - thread.badge.x0, thread.badge.y1 - thread.badge.y0] if thread.badge else [24, 24],
            sentence=_sentence(thread.link, map, t),
        )  # fmt: skip
    network.set_options(
        json.dumps(
            {
                "physics": {"enabled": False},
                "layout": {"improvedLayout": False},
                "interaction": {
                    "hover": True, "selectConnectedEdges": False, "keyboard": {"enabled": True, "bindToWindow": False},
                },
                "nodes": {"chosen": False},
                "edges": {"chosen": False},
            }
        )
    )  # fmt: skip
    return network


def _bow(share: float) -> dict[str, Any] | bool:
    """The curve on which vis-network feels for the pointer; what is seen is drawn by the page."""
    if not share:
        return False
    return {"enabled": True, "type": "curvedCW" if share > 0 else "curvedCCW", "roundness": abs(share)}


def _sentence(link: Link, map: SectorMap, t: Translate) -> list[tuple[str, bool]]:
    """The link as pieces of text that follow one another; the verb is marked."""
    pieces: list[tuple[str, bool]] = []
    for part in link_sentence(map, link, t).parts:
        before = "" if not pieces else " · " if part.role == "practice" else " "
        pieces += [(before, False)] * bool(before) + [(part.text, part.role == "verb")]
    return pieces


def _ids(map: SectorMap) -> dict[str, str]:
    """Short ids for the page: what a file calls its actors and links is no part of it."""
    out: dict[str, str] = {id: f"n{i}" for i, id in enumerate(map.actors)}
    return out | {id: f"e{i}" for i, id in enumerate(map.links)}


def _other_names(actor: Actor) -> str:
    return " ".join(dict.fromkeys((actor.name, *actor.names.values())))


def _light(map: SectorMap, finding: Named | Told, ids: dict[str, str]) -> dict[str, list[str]]:
    links = [*finding.links, *getattr(finding, "gaps", ())]
    ends: Iterable[ActorId] = [end for id in links if id in map.links for end in map.links[id].ends]
    marked = [ids[a] for a in finding.actors if a in ids]
    return {"marked": marked, "all": [*marked, *(ids[x] for x in (*links, *ends) if x in ids)]}


def _drawing(
    drawn: Scene, t: Translate, theme: Theme, light: dict[str, list[str]] | None, lights: Sequence[dict[str, list[str]]]
) -> dict[str, Any]:
    b = drawn.box
    return {
        "theme": {
            "canvas": theme.canvas, "ink": theme.ink, "soft": theme.soft, "marker": theme.marker,
            "onLink": theme.on_link, "faded": theme.faded, "marked": theme.marked,
        },
        "shapes": {k: {"path": outlines.path(k), "hull": [(round(x, 2), round(y, 2)) for x, y in outlines.HULLS[k]]}
                   for k in outlines.OUTLINES},
        "signs": {k: {"path": path, "stroke": stroke} for k, (path, stroke) in signs.SIGNS.items()},
        "left": signs.LEFT_HALF, "lit": light, "findings": list(lights), "box": [b.x0, b.y0, b.x1, b.y1],
        "font": font.STACK, "needed": schema().label("practice", "missing", t.language),
    }  # fmt: skip


def _root(theme: Theme) -> str:
    colours = {
        "canvas": theme.canvas, "paper": theme.paper, "hair": theme.hair, "control": theme.control, "ink": theme.ink,
        "soft": theme.soft, "marker": theme.marker, "on-link": theme.on_link, "font": font.STACK,
    }  # fmt: skip
    return ":root{" + "".join(f"--{k}:{v};" for k, v in colours.items()) + "}"


def _file(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def vis_network() -> str:
    """The drawing library, out of the installed pyvis."""
    path = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text(encoding="utf-8").replace("</script", "<\\/script")
