"""The page of several maps side by side: the agenda first, then what coincides and what only one group saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mapping.codec import MapFile
from mapping.compare import wording
from mapping.compare.board import Board, board
from mapping.compare.reading import LinkKey
from mapping.export.debrief.page import badge, drawing, page
from mapping.export.debrief.room import sections
from mapping.i18n import Translate
from mapping.model import ActorId, Link, LinkId
from mapping.render.picture import svg
from mapping.render.statements import title


def comparison(files: Mapping[str, MapFile], t: Translate) -> str:
    """The page for these groups' maps (two or more), from the files as they are given."""
    found = board_of(files)
    over = found.overlap
    handling = "internal" if any(f.handling == "internal" for f in files.values()) else "shareable"
    frame = next(iter(files.values())).map.frame
    return page(
        "comparison.html", t, handling=handling, invented=found.invented, title=t("export.compare.title"),
        question=frame.question, headline=wording.headline(found, t), detail=wording.detail(found, t),
        agenda=[_topic(found, topic, t) for topic in found.agenda],
        room=sections((f.room for f in files.values()), t),
        joint_line=wording.joint_line(found, t), picture=drawing(joint_picture(found, t, handling=handling)),
        shared=_lines(found, over.shared, t), only_seen=_by_group(found, over.only_seen, t),
        only_lacking=_by_group(found, over.only_lacking, t), gaps=_by_group(found, over.gaps, t),
        only_actors=[(wording.actor(found, a, t), g) for g, ids in over.actors_only.items() for a in ids],
        groups=found.groups,
        spreads=[
            (wording.actor(found, s.actor, t),
             [t("export.report.not_rated") if s.values.get(g) is None else s.values[g] for g in found.groups])
            for s in found.spreads
        ],
        findings=[(title(row.question, t), wording.finding(found, row, t)) for row in found.findings],
    )  # fmt: skip


def board_of(files: Mapping[str, MapFile]) -> Board:
    """What comparing these groups' maps gives."""
    return board({group: file.map for group, file in files.items()})


def joint_picture(found: Board, t: Translate, *, handling: str = "shareable", theme: str = "light") -> str:
    """The joint map: width by groups, disputed answers, and where it falls apart."""
    joint = found.joint
    seams = [(c.actors[0], c.actors[1], c.keys[0].kind) for c in found.contradictions if c.id in joint.seams]
    return svg(
        joint.map, t, theme=theme, handling=handling, groups={id: len(joint.groups(id)) for id in joint.map.links},
        disputed=joint.disputed, seams=seams, title=t("export.compare.joint"),
    )  # fmt: skip


def _topic(found: Board, topic: Any, t: Translate) -> dict[str, Any]:
    one = topic.difference
    return {
        "rank": topic.rank, "question": wording.question(found, one, t), "changes": wording.changes(found, topic, t),
        "versions": [(g, wording.version(found, one, g, t)) for g in one.versions],
    }  # fmt: skip


def _lines(found: Board, keys: Sequence[LinkKey], t: Translate, groups: Sequence[str] = ()) -> list[dict[str, Any]]:
    return [
        {**badge(Link(LinkId("-"), k.kind, ActorId(k.source), ActorId(k.target))),
         "text": wording.says(found, k, t), "groups": groups}
        for k in keys
    ]  # fmt: skip


def _by_group(found: Board, keys: Mapping[str, Sequence[LinkKey]], t: Translate) -> list[dict[str, Any]]:
    return [line for group, some in keys.items() for line in _lines(found, some, t, [group])]
