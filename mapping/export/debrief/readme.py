"""The page of text that stands first in a pack: what it is, who may see it, what is in which folder."""

from __future__ import annotations

from collections.abc import Mapping

from mapping.codec import MapFile
from mapping.export.removal import removed_lines
from mapping.i18n import Translate


def readme(groups: Mapping[str, MapFile], t: Translate, *, internal: bool) -> str:
    """The readme of a pack of these files."""
    handling = "internal" if internal else "shareable"
    first = next(iter(groups.values())).map.frame
    kind, files = t("export.pack.map"), "export.pack.files"
    lines = [
        t("export.pack.title"), "", first.question, *([first.objective] if first.objective else []),
        " · ".join(x for x in (first.territory, t("drawing.as_of", date=first.date) if first.date else "") if x), "",
        *([t("drawing.invented").upper(), ""] if any(f.map.frame.invented for f in groups.values()) else []),
        t(f"export.pack.handling.{handling}"), t("export.pack.lead"), t("export.pack.before"), "",
        t("export.pack.contents"),
        f"  {t('export.pack.report')}.pdf, .html   {t(f'{files}.report')}",
        f"  {t('export.pack.report')}.pptx   {t(f'{files}.slides')}",
        f"  {kind}.html   {t(f'{files}.interactive')}",
        f"  {kind}.png, {kind}.svg   {t(f'{files}.picture')}",
        f"  {kind}.pdf   {t(f'{files}.sheet')}",
        f"  {kind}.xlsx   {t(f'{files}.xlsx')}",
        f"  json   {t(f'{files}.json')}",
    ]  # fmt: skip
    if sum(bool(file.map.actors) for file in groups.values()) > 1:
        lines.append(f"  {t('export.pack.comparison')}.pdf, .html, .pptx   {t(f'{files}.comparison')}")
    if not internal:
        lines += ["", t("export.removed.title")]
        for group, file in groups.items():
            lines.append(f"  {t('drawing.group', n=group)}: {'; '.join(removed_lines(file.removed, t))}")
    return "\r\n".join(lines) + "\r\n"
