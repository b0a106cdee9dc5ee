"""One group's debrief: the question, the map, what it says, what is missing, the grids, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable

from mapping.analysis.grids import Grid, grids
from mapping.analysis.questions import answers, listed
from mapping.codec import MapFile
from mapping.export.debrief.brief import Block, Brief, Found, Line, Lines, Part, Picture, Table, Text
from mapping.export.debrief.room import entries, next_steps, sections
from mapping.export.removal import removed_lines
from mapping.export.told import Spoken, spoken
from mapping.i18n import Translate
from mapping.model import Link, SectorMap
from mapping.render.picture import Composition, composition
from mapping.render.sentences import actor_name, link_sentence
from mapping.render.style import style
from mapping.schema import SUPPORT, schema


def of_group(file: MapFile, t: Translate, *, picture: Composition | None = None) -> Brief:
    """The debrief of one map, from the file as it is given (filtered already, or internal)."""
    map = file.map
    picture = picture or composition(map, t, handling=file.handling)
    words = picture.words
    found = (
        _frame(map, t), _part("map", _drawn(picture, map, t), t), _findings(map, t), *room(file, t), _gaps(map, t),
        *_grids(map, t), *_gender(map, t), *_coordination(map, t), *_links(map, t),
        *_actors(map, t), *_removed(file, t),
    )  # fmt: skip
    return Brief(
        t.language, words.title, words.facts, map.frame.objective, t("export.report.caveat"), file.handling,
        words.handling, t("drawing.invented") if map.frame.invented else "", found,
    )  # fmt: skip


def badge(link: Link, text: str, groups: Iterable[str] = ()) -> Line:
    """A line with the badge of the link's family."""
    family = link.of_kind.family
    return Line(text, family.letter, style().themes["light"].families[family.id], tuple(groups))


def room(file: MapFile, t: Translate) -> list[Part]:
    """What the room said, the entry points that it filled in, and what is still to be verified, by whom."""
    return [*sections([file.room], t), *entries([file.room], t), *next_steps([file.room], t)]


def _part(id: str, blocks: Iterable[Block], t: Translate, count: int | None = None) -> Part:
    return Part(id, t(f"export.report.{id}"), tuple(blocks), count)


def _frame(map: SectorMap, t: Translate) -> Part:
    frame = map.frame
    said = (
        ("question", frame.question), ("objective", frame.objective), ("territory", frame.territory),
        ("date", frame.date), ("group", frame.group),
    )  # fmt: skip
    rows = tuple((t(f"export.column.frame.{name}"), value) for name, value in said if value)
    return _part("frame", [*([Table((), rows)] if rows else []), Text(t("export.report.rules"), soft=True)], t)


def _findings(map: SectorMap, t: Translate) -> Part:
    said = sorted(spoken(map, t), key=lambda s: s.is_early)
    return _part("findings", [found(s) for s in said], t)


def found(s: Spoken) -> Found:
    """A finding with how sure the group is of it, and how it must be read."""
    small = (f"{s.title} · {s.certainty}" if s.certainty else s.title, s.caution)
    rows = [] if s.table is None else [tuple(cell.text for cell in row) for row in s.table.rows]
    return Found(s.statement, small, s.is_early, Table(s.table.columns, tuple(rows)) if s.table else None)


def _gaps(map: SectorMap, t: Translate) -> Part:
    lines = tuple(badge(k, str(link_sentence(map, k, t))) for k in map.gaps())
    return _part("gaps", [Lines(lines) if lines else Text(t("export.report.no_gaps"))], t)


def _drawn(picture: Composition, map: SectorMap, t: Translate) -> list[Block]:
    return [Picture(picture) if map.actors else Text(t("export.report.empty"))]


def _links(map: SectorMap, t: Translate) -> list[Part]:
    lines = tuple(badge(k, str(link_sentence(map, k, t))) for k in map.drawn())
    return [_part("links", [Lines(lines)], t, len(lines))] if lines else []


def _actors(map: SectorMap, t: Translate) -> list[Part]:
    rows = tuple(
        (
            a.label(t.language), a.of_kind.label[t.language],
            t("export.report.not_rated") if a.influence is None else str(a.influence),
        )
        for a in map.actors.values()
    )  # fmt: skip
    columns = tuple(t(f"export.report.{name}") for name in ("actor", "kind", "influence"))
    return [_part("actors", [Table(columns, rows)], t, len(rows))] if rows else []


def _grids(map: SectorMap, t: Translate) -> list[Part]:
    return [_part(grid.id, _grid(grid, map, t), t) for grid in grids(map) if grid.cells]


def _grid(grid: Grid, map: SectorMap, t: Translate) -> list[Block]:
    """The grid as a table: who stands in a cell is named there, so that nobody hides another."""

    def names(ids: Iterable[str]) -> str:
        return ", ".join(sorted((actor_name(map, id, t) for id in ids), key=str.casefold))

    key = f"export.grid.{grid.id}"
    heads = (*tuple(t(f"{key}.column", n=n) for n in grid.columns[:-1]), t(f"{key}.last", n=grid.columns[-1]))
    rows = tuple((t(f"{key}.row", n=n), *(names(grid.cells.get((n, m), ())) for m in grid.columns)) for n in grid.rows)
    blocks: list[Block] = [Table((t(f"{key}.corner"), *heads), rows)]
    if grid.unrated:
        blocks.append(Text(t("export.grid.unrated", who=names(grid.unrated)), soft=True))
    return blocks


def _gender(map: SectorMap, t: Translate) -> list[Part]:
    """The gender reading, where the session's findings do not hold it already."""
    if "Q3-24" in [q.id for q in listed(map.frame.session)]:
        return []
    return [_part("gender", [found(s) for s in spoken(map, t, questions=["Q3-24"])], t)]


def _coordination(map: SectorMap, t: Translate) -> list[Part]:
    """Who supports whom from outside, and with whom of the others a donor has a link."""
    donors = [id for f in answers(map, questions=["Q3-22"]) for id in f.values["donors"]]
    if not donors:
        return []

    def names(ids: Iterable[str]) -> str:
        return ", ".join(sorted({actor_name(map, id, t) for id in ids}, key=str.casefold))

    together = list(map.drawn(*schema().kinds_of("cooperation")))
    rows = [
        (
            actor_name(map, id, t), names(k.target for k in map.drawn(*SUPPORT) if k.source == id),
            names(o for k in together if id in k.ends for o in k.ends if o != id and o in donors),
        )
        for id in donors
    ]  # fmt: skip
    rows.sort(key=lambda row: row[0].casefold())
    columns = tuple(t(f"export.donors.{name}") for name in ("donor", "supports", "with"))
    nobody = t("export.donors.nobody")
    return [_part("coordination", [Table(columns, tuple((n, s or nobody, w or nobody) for n, s, w in rows))], t)]


def _removed(file: MapFile, t: Translate) -> list[Part]:
    if file.handling != "shareable":
        return []
    return [_part("removed", [Lines(tuple(Line(line) for line in removed_lines(file.removed, t)))], t)]
