"""One group's page: the question, what the map says, the map, what is missing, and what the numbers rest on."""

from __future__ import annotations

from mapping.codec import MapFile
from mapping.export.debrief.page import drawing, line, page
from mapping.export.debrief.room import sections
from mapping.export.removal import removed_lines
from mapping.export.told import spoken
from mapping.i18n import Translate
from mapping.render.picture import svg
from mapping.render.picture.sheet import sheet_for


def report(file: MapFile, t: Translate) -> str:
    """The page of one map, from the file as it is given (filtered already, or internal)."""
    map = file.map
    words = sheet_for(map, t, handling=file.handling)
    return page(
        "report.html", t, handling=file.handling, invented=map.frame.invented,
        title=words.title, facts=words.facts, map=map,
        findings=sorted(spoken(map, t), key=lambda s: s.is_early),
        picture=drawing(svg(map, t, handling=file.handling)),
        gaps=[line(map, k, t) for k in map.gaps()],
        links=[line(map, k, t) for k in map.drawn()],
        room=sections([file.room], t),
        removed=removed_lines(file.removed, t),
    )  # fmt: skip
