"""The one typeface of pictures and pages: its files, the width of a text in it, and itself as part of a page."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PIL import ImageFont

FAMILY = "Source Sans Pro"
STACK = f"'Source Sans 3', '{FAMILY}', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}
_MEASURED_AT = 100


def path(weight: int, kind: str = "ttf") -> Path:
    """The font file of a weight (400, 600 or 700)."""
    return Path(str(files("font_source_sans_pro"))) / "files" / f"SourceSansPro-{WEIGHTS[weight]}.{kind}"


@cache
def _face(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path(weight)), _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def width(text: str, size: float, weight: int = 600) -> float:
    """Width of a text in px, as this typeface sets it."""
    return _face(weight).getlength(text) * size / _MEASURED_AT


@cache
def woff(weight: int) -> bytes:
    """The font of a weight as WOFF, for pages."""
    return _woff(path(weight, "otf").read_bytes())


@cache
def data_uri(weight: int) -> str:
    """The font of a weight as a `data:` address, so that a page needs nothing beside it."""
    return "data:font/woff;base64," + base64.b64encode(woff(weight)).decode("ascii")


def faces(*weights: int) -> str:
    """CSS that brings these weights along."""
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{w};src:url({data_uri(w)}) format('woff')}}" for w in weights
    )


def _woff(font: bytes) -> bytes:
    """An OpenType font as WOFF 1.0 (W3C Recommendation, 2012): each table compressed, nothing else changed."""
    flavor, count = struct.unpack(">4sH", font[:6])
    records = [struct.unpack(">4sLLL", font[12 + 16 * i : 28 + 16 * i]) for i in range(count)]
    offset = 44 + 20 * count
    directory, body = b"", b""
    for tag, checksum, start, length in records:
        table = font[start : start + length]
        packed = zlib.compress(table, 9)
        if len(packed) >= length:
            packed = table
        directory += struct.pack(">4sLLLL", tag, offset + len(body), len(packed), length, checksum)
        body += packed + b"\0" * (-len(packed) % 4)
    whole = 12 + 16 * count + sum(-(-length // 4) * 4 for *_, length in records)
    header = struct.pack(">4s4sLHHLHHLLLLL", b"wOFF", flavor, offset + len(body), count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return header + directory + body
