"""Every format a map is written in. Menus, the command line and the documentation read this registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from mapping.codec import MapFile, dumps
from mapping.errors import UnknownFormat
from mapping.export.csv_pair import zip_of
from mapping.export.debrief.of_group import of_group
from mapping.export.debrief.pack import pack_of_one
from mapping.export.debrief.pdf import pdf
from mapping.export.debrief.slides import pptx
from mapping.export.gexf import gexf
from mapping.export.graphml import graphml
from mapping.export.json_forms import cyjs, kumu
from mapping.export.share import shareable
from mapping.export.told import told
from mapping.export.xlsx import xlsx
from mapping.i18n import Translate
from mapping.model import SectorMap, settled
from mapping.render.interactive import html
from mapping.render.picture import png, svg


@dataclass(frozen=True)
class Format:
    """A way to write one map. `of` takes a file that is filtered already (or meant to be internal)."""

    id: str
    suffix: str
    mime: str
    of: Callable[[MapFile, Translate], bytes]


def _svg(file: MapFile, t: Translate) -> bytes:
    return svg(file.map, t, handling=file.handling, fonts=True).encode("utf-8")


def _png(file: MapFile, t: Translate) -> bytes:
    return png(svg(file.map, t, handling=file.handling))


def _html(file: MapFile, t: Translate) -> bytes:
    return html(file.map, t, findings=told(file.map, t), handling=file.handling).encode("utf-8")


def _pdf(file: MapFile, t: Translate) -> bytes:
    return pdf(of_group(file, t), t)


def _pptx(file: MapFile, t: Translate) -> bytes:
    return pptx(of_group(file, t))


_ALL = (
    Format("json", ".json", "application/json", lambda file, t: dumps(file).encode("utf-8")),
    Format("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx),
    Format("csv", ".zip", "application/zip", zip_of),
    Format("html", ".html", "text/html", _html),
    Format("png", ".png", "image/png", _png),
    Format("svg", ".svg", "image/svg+xml", _svg),
    Format("pdf", ".pdf", "application/pdf", _pdf),
    Format("pptx", ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", _pptx),
    Format("graphml", ".graphml", "application/graphml+xml", graphml),
    Format("gexf", ".gexf", "application/gexf+xml", gexf),
    Format("kumu", ".json", "application/json", kumu),
    Format("cyjs", ".cyjs", "application/json", cyjs),
    Format("pack", ".zip", "application/zip", pack_of_one),
)
WITH_PROPOSALS = frozenset({"json", "pack"})  # an internal pack has them in its map files alone
FORMATS: Mapping[str, Format] = MappingProxyType({f.id: f for f in _ALL})


def exported(
    file: MapFile, format: str, t: Translate, *, internal: bool = False, beside: Iterable[SectorMap] = ()
) -> bytes:
    """The file in a format; filtered in its data first, as `shareable` does beside the other maps of its workshop,
    unless it is to stay inside. `UnknownFormat` for others."""
    if format not in FORMATS:
        raise UnknownFormat(f"no format is called {format!r}; there are {', '.join(FORMATS)}")
    kept = file if internal else shareable(file, beside)[0]
    if format not in WITH_PROPOSALS:
        kept = replace(kept, map=settled(kept.map))
    return FORMATS[format].of(kept, t)
