"""Maps as files: `shareable` filters one in its data, `exported` writes it in any of `FORMATS`, `pack` bundles
what a workshop takes home."""

from mapping.export.debrief import pack
from mapping.export.formats import FORMATS, Format, exported
from mapping.export.removal import removed_lines
from mapping.export.share import shareable

__all__ = ["FORMATS", "Format", "exported", "pack", "removed_lines", "shareable"]
