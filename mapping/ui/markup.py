"""Markup without accidents: `tag("b", name)` escapes every text, so that what people typed stays text."""

from __future__ import annotations

from html import escape
from typing import Any

VOID = frozenset({"br", "hr", "img", "input"})
_MARKS = str.maketrans("", "", "[]<>`*$")  # what would make a link or a formula of a text that Streamlit shows


class Html(str):
    """Text that is markup already. Only `tag`, `join` and our own pictures make one."""

    __slots__ = ()


def tag(name: str, *children: object, **attributes: Any) -> Html:
    """An element. Texts among the children are escaped; None and False are left out.

    Attributes: `class_` is class, `data_act` is data-act; None and False leave one out, True writes it bare.

    >>> tag("p", "a < b", class_="soft", hidden=False)
    '<p class="soft">a &lt; b</p>'
    """
    head = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        head += f" {key}" if value is True else f' {key}="{escape(str(value), quote=True)}"'
    return Html(f"<{head}>") if name in VOID else Html(f"<{head}>{join(*children)}</{name}>")


def join(*children: object) -> Html:
    """Elements and texts one after another, the texts escaped; lists are taken apart."""
    out = []
    for child in children:
        if child is None or child is False:
            continue
        if isinstance(child, Html):
            out.append(str(child))
        elif isinstance(child, (list, tuple)):
            out.append(str(join(*child)))
        else:
            out.append(escape(str(child), quote=True))
    return Html("".join(out))


def marked(text: str, *, mark: str) -> Html:
    """The text with the first place where `mark` stands under the marker.

    >>> marked("4 de 5 instituciones", mark="4 de 5")
    '<span class="mark">4 de 5</span> instituciones'
    """
    before, found, after = text.partition(mark) if mark else (text, "", "")
    return join(before, tag("span", found, class_="mark") if found else None, after)


def bare(text: str) -> str:
    """A text out of a file, such as its name or what is wrong in it, as Streamlit's own messages may show it.

    >>> bare("[press here](http://example.org)")
    'press here(http://example.org)'
    """
    return text.translate(_MARKS)
