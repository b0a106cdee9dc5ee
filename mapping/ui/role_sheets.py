"""A page of paper for each role at a table."""

from __future__ import annotations

from mapping.i18n import Translate
from mapping.ui.markup import Html, join, tag
from mapping.ui.sheet import sheet

ROLES = ("facilitator", "mapper", "note_taker", "timekeeper", "challenger")
PARTS = {"do": ("a", "b", "c", "d", "e"), "ask": ("a", "b", "c", "d"), "keep": ("a", "b", "c")}


def role_sheets(t: Translate) -> None:
    """All sheets, one under another; on paper each has its own page."""
    head = join(tag("h1", t("roles.title")), tag("p", t("roles.lead"), class_="soft lead"))
    button = tag("button", t("roles.print"), type="button", class_="btn first", data_print=True)
    sheet(tag("header", head, button, class_="noprint roles-head"), key="roles-head")
    sheet(tag("div", [_sheet(t, n, role) for n, role in enumerate(ROLES, 1)], class_="role-sheets"), key="roles")


def _sheet(t: Translate, number: int, role: str) -> Html:
    columns = [
        tag("section", tag("h3", t(f"roles.head.{part}")), tag("ul", _lines(t, role, part), class_="facts"))
        for part in PARTS
    ]
    return tag(
        "article", tag("header", tag("span", str(number), class_="group line"), tag("h2", t(f"roles.{role}.title"))),
        tag("p", t(f"roles.{role}.short"), class_="lead"), columns,
        tag("section", tag("h3", t("roles.head.when")), tag("p", t(f"roles.{role}.when"))),
        tag("p", t("roles.people"), class_="soft label sheet-foot"),
        class_="panel role-sheet", data_testid=f"sheet-{role}",
    )  # fmt: skip


def _lines(t: Translate, role: str, part: str) -> list[Html]:
    """The lines that this role has: each list is as long as it needs to be."""
    keys = (f"roles.{role}.{part}.{letter}" for letter in PARTS[part])
    return [tag("li", t(key)) for key in keys if t.has(key)]
