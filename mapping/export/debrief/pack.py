"""What the groups take home: one archive with a folder for each language and each group.

The files are filtered in their data first, unless the pack is internal; everything in it, findings and comparison
too, is then computed from what is left. Proposals are in the map files of an internal pack, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from mapping.codec import MapFile, dumps
from mapping.export.archive import zipped
from mapping.export.debrief.of_group import of_group
from mapping.export.debrief.of_workshop import of_workshop
from mapping.export.debrief.page import page
from mapping.export.debrief.pdf import pdf, sheet
from mapping.export.debrief.readme import readme
from mapping.export.debrief.slides import pptx
from mapping.export.share import nameless, shareable
from mapping.export.told import told
from mapping.export.xlsx import xlsx
from mapping.i18n import LANGUAGES, Translate, translate
from mapping.model import settled
from mapping.render.interactive import html
from mapping.render.layout import standing
from mapping.render.picture import composition, png

Files = Mapping[str, MapFile] | Sequence[MapFile]


def pack(
    files: Files, languages: Translate | Sequence[Translate] | None = None, *, internal: bool = False,
    step: Callable[[int, int], None] = lambda done, of: None,
) -> bytes:  # fmt: skip
    """The archive for these maps (by group, or in their order), in one language or in several (None: all complete
    ones). The same maps give the same bytes. About 1 s per group and language; `step` is told how far it is, and may
    raise to end it.
    """
    tongues = _tongues(languages)
    given = by_group(files)
    maps = [f.map for f in given.values()]
    if not internal:
        given = _nameless(given)
    groups = {g: f if internal else shareable(f, maps)[0] for g, f in given.items()}
    told_of = {g: replace(f, map=standing(settled(f.map))) for g, f in groups.items()}
    out: dict[str, bytes] = {}
    spreads: dict[str, float] = {}
    rooms = [(t, room) for t in tongues for room in _in_language(told_of, t, internal, spreads)]
    for done, (t, room) in enumerate(rooms):
        step(done, len(rooms))
        base = f"{t.language}/" if len(tongues) > 1 else ""
        out |= {base + name: data for name, data in room().items()}
    for group, file in groups.items():
        out[f"json/{slug(group)}.json"] = dumps(file).encode("utf-8")
    return zipped(out)


def pack_of_one(file: MapFile, t: Translate) -> bytes:
    """The pack of a file that is filtered already (or meant to be internal), in every complete language."""
    return pack([file], internal=file.handling == "internal")


def by_group(files: Files) -> dict[str, MapFile]:
    """The files by the group that their frame names; where it names none or one twice, by number."""
    if isinstance(files, Mapping):
        return dict(files)
    out: dict[str, MapFile] = {}
    for n, file in enumerate(files, 1):
        group = file.map.frame.group
        while not group or group in out:
            group, n = str(n), n + 1
        out[group] = file
    return out


def _nameless(given: Mapping[str, MapFile]) -> dict[str, MapFile]:
    """The files by the name of their group, as it may leave the room; where two become one, by number."""
    maps = [f.map for f in given.values()]
    out: dict[str, MapFile] = {}
    for n, (group, file) in enumerate(given.items(), 1):
        name = nameless(group, maps)
        out[f"{name} {n}" if name in out else name] = file
    return out


def slug(group: str) -> str:
    """A file name for a group, of letters and digits only."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in group).strip("-") or "map"
    return f"group-{kept}" if kept.isdigit() else kept


def _tongues(languages: Translate | Sequence[Translate] | None) -> list[Translate]:
    if languages is None:
        return [translate(x) for x in LANGUAGES]
    return [languages] if isinstance(languages, Translate) else list(languages)


def _in_language(
    groups: Mapping[str, MapFile], t: Translate, internal: bool, spreads: dict[str, float]
) -> Iterator[Callable[[], dict[str, bytes]]]:
    """What makes the files of one language, group by group. `spreads`: how far apart the actors of each were drawn in
    the languages before."""
    yield lambda: {f"{t('export.pack.readme')}.txt": readme(groups, t, internal=internal).encode("utf-8-sig")}
    for group, file in groups.items():
        yield partial(_of_group, group, file, t, spreads)
    drawn = {group: file for group, file in groups.items() if file.map.actors}  # who drew nothing differs from nobody
    if len(drawn) > 1:
        yield partial(_of_all, drawn, t)


def _of_all(drawn: Mapping[str, MapFile], t: Translate) -> dict[str, bytes]:
    name, brief = t("export.pack.comparison"), of_workshop(drawn, t)
    return {f"{name}.html": page(brief).encode("utf-8"), f"{name}.pdf": pdf(brief, t), f"{name}.pptx": pptx(brief)}


def _of_group(group: str, file: MapFile, t: Translate, spreads: dict[str, float]) -> dict[str, bytes]:
    picture = composition(file.map, t, handling=file.handling, spread=spreads.get(group, 1.0))
    spreads[group] = picture.scene.spread
    kind, name = t("export.pack.map"), t("export.pack.report")
    brief, drawn = of_group(file, t, picture=picture), picture.svg()
    interactive = html(file.map, t, findings=told(file.map, t), handling=file.handling, drawn=picture.scene)
    made = {
        f"{name}.html": page(brief).encode("utf-8"), f"{name}.pdf": pdf(brief, t),
        f"{name}.pptx": pptx(brief),
        f"{kind}.html": interactive.encode("utf-8"), f"{kind}.png": png(drawn), f"{kind}.pdf": sheet(drawn),
        f"{kind}.svg": picture.svg(fonts=True).encode("utf-8"), f"{kind}.xlsx": xlsx(file, t),
    }  # fmt: skip
    return {f"{_folder(group, t)}/{file_name}": data for file_name, data in made.items()}


def _folder(group: str, t: Translate) -> str:
    return t("export.pack.group", n=group).replace(" ", "-") if group.isdigit() else slug(group)
