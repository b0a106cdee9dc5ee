"""The packs that groups and organisers take home: `pack` makes one."""

from mapping.export.debrief.of_workshop import of_workshop
from mapping.export.debrief.pack import by_group, pack
from mapping.export.debrief.page import page

__all__ = ["by_group", "of_workshop", "pack", "page"]
