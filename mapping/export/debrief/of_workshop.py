"""The debrief of several groups: what to talk about first, then what coincides and what only one group saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mapping.codec import MapFile
from mapping.compare import wording
from mapping.compare.agenda import Topic as Ranked
from mapping.compare.board import Board, board
from mapping.compare.reading import LinkKey
from mapping.export.debrief.brief import Block, Brief, Heading, Line, Lines, Part, Picture, Table, Text, Topic
from mapping.export.debrief.of_group import badge
from mapping.export.debrief.room import entries, next_steps, sections
from mapping.i18n import Translate
from mapping.model import ActorId, Link, LinkId
from mapping.render.picture import Composition, composition
from mapping.render.statements import title


def board_of(files: Mapping[str, MapFile]) -> Board:
    """What comparing these groups' maps gives."""
    return board({group: file.map for group, file in files.items()})


def joint_picture(found: Board, t: Translate, *, handling: str = "shareable") -> Composition:
    """The joint map: width by groups, disputed answers, and where it falls apart."""
    joint = found.joint
    seams = [(c.actors[0], c.actors[1], c.keys[0].kind) for c in found.contradictions if c.id in joint.seams]
    return composition(
        joint.map, t, handling=handling, groups={id: len(joint.groups(id)) for id in joint.map.links},
        disputed=joint.disputed, seams=seams, title=t("export.compare.joint"),
    )  # fmt: skip


def of_workshop(files: Mapping[str, MapFile], t: Translate, found: Board | None = None) -> Brief:
    """The debrief of these groups (two or more), from the files as they are given."""
    found = found or board_of(files)
    handling = "internal" if any(f.handling == "internal" for f in files.values()) else "shareable"
    rooms = [file.room for file in files.values()]
    picture = joint_picture(found, t, handling=handling)
    parts = (
        _agenda(found, t), *sections(rooms, t), *entries(rooms, t), *next_steps(rooms, t),
        Part("joint", t("export.compare.joint"), (Text(wording.joint_line(found, t), soft=True), Picture(picture))),
        _part("agree", [_lines(found, ((k, ()) for k in found.overlap.shared), t)], t, len(found.overlap.shared)),
        _seen_by_one(found, t), _part("gaps", [_lines(found, _by_group(found.overlap.gaps), t)], t),
        *_spread(found, t), _findings(found, t),
    )  # fmt: skip
    return Brief(
        t.language, wording.headline(found, t), wording.detail(found, t), found.joint.map.frame.question,
        t("export.report.caveat"), handling, picture.words.handling, t("drawing.invented") if found.invented else "",
        parts,
    )  # fmt: skip


def _part(id: str, blocks: Iterable[Block], t: Translate, count: int | None = None) -> Part:
    return Part(id, t(f"compare.section.{id}"), tuple(blocks), count)


def _agenda(found: Board, t: Translate) -> Part:
    topics: list[Block] = [_topic(found, topic, t) for topic in found.agenda]
    why = Text(t("compare.section.agenda_why"), soft=True)
    return _part("agenda", [why, *(topics or [_nothing(t)])], t)


def _topic(found: Board, topic: Ranked, t: Translate) -> Topic:
    one = topic.difference
    versions = tuple((g, wording.version(found, one, g, t)) for g in one.versions)
    return Topic(topic.rank, wording.question(found, one, t), versions, wording.changes(found, topic, t))


def _nothing(t: Translate) -> Text:
    return Text(t("export.compare.none"))


def _lines(found: Board, keys: Iterable[tuple[LinkKey, Sequence[str]]], t: Translate) -> Block:
    def line(key: LinkKey, groups: Sequence[str]) -> Line:
        link = Link(LinkId("-"), key.kind, ActorId(key.source), ActorId(key.target))
        return badge(link, wording.says(found, key, t), groups)

    return Lines(tuple(line(key, groups) for key, groups in keys)) if (keys := list(keys)) else _nothing(t)


def _by_group(keys: Mapping[str, Sequence[LinkKey]]) -> Iterable[tuple[LinkKey, Sequence[str]]]:
    return ((key, (group,)) for group, some in keys.items() for key in some)


def _seen_by_one(found: Board, t: Translate) -> Part:
    over = found.overlap
    actors = [
        Line(wording.actor(found, id, t), groups=(group,)) for group, ids in over.actors_only.items() for id in ids
    ]
    return _part("only_seen", [
        _lines(found, _by_group(over.only_seen), t), Heading(t("compare.section.only_lacking")),
        _lines(found, _by_group(over.only_lacking), t), Heading(t("compare.section.only_actors")),
        Lines(tuple(actors)) if actors else _nothing(t),
    ], t)  # fmt: skip


def _spread(found: Board, t: Translate) -> list[Part]:
    if not found.spreads:
        return []
    unrated = t("export.report.not_rated")
    rows = tuple(
        (wording.actor(found, s.actor, t),
         *(unrated if s.values.get(g) is None else str(s.values[g]) for g in found.groups))
        for s in found.spreads
    )  # fmt: skip
    columns = (t("export.report.actor"), *(t("compare.group.one", group=g) for g in found.groups))
    return [_part("spread", [Table(columns, rows)], t)]


def _findings(found: Board, t: Translate) -> Part:
    rows = tuple((title(row.question, t), wording.finding(found, row, t)) for row in found.findings)
    return _part("findings", [Table((t("export.compare.question"), t("export.compare.answer")), rows)], t)
