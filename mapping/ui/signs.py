"""Small signs inside text: the letter of a link's family, the square of a group."""

from __future__ import annotations

from mapping.compare.veil import MARK, is_veiled
from mapping.i18n import Translate
from mapping.render.style import style
from mapping.schema import schema
from mapping.ui.markup import Html, tag


def letter(kind: str) -> Html:
    """The badge of a link kind's family."""
    family = schema().link_kind(kind).family
    return tag("span", family.letter, class_=f"L {style().tokens[family.id]}", aria_hidden="true")


def groups_badge(group: str) -> Html:
    """The square with a group's number; a question mark where it is not said which group it is."""
    return tag("span", MARK if is_veiled(group) else group, class_="group s line")


def group_name(group: str, t: Translate) -> str:
    """A group in words."""
    return t("board.veil.group") if is_veiled(group) else t("frame.group", number=group)
