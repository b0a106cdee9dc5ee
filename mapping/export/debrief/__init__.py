"""The packs that groups and organisers take home: `pack` makes one."""

from mapping.export.debrief.comparison import comparison, joint_picture
from mapping.export.debrief.pack import by_group, pack
from mapping.export.debrief.report import report

__all__ = ["by_group", "comparison", "joint_picture", "pack", "report"]
