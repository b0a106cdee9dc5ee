"""Words as part of a document: what XML forbids taken out, what it reads as markup escaped."""

from __future__ import annotations

import re
from html import escape

_BREAKS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the characters that no XML document may hold (control characters, lone surrogates)."""
    return _FORBIDDEN.sub("", text)


def escaped(text: object) -> str:
    """The text as content or attribute value of XML and HTML."""
    return escape(clean(str(text)), quote=True)


def attribute(text: object) -> str:
    """The text as an attribute value of XML that comes back as it is: line breaks as they stand would be blanks."""
    return escaped(text).translate(_BREAKS)
