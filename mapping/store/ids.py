"""Ids and codes: random, short enough to type, without letters that look alike."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random, SystemRandom
from typing import NewType

WorkshopId = NewType("WorkshopId", str)
MapId = NewType("MapId", str)
SeatId = NewType("SeatId", str)

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O 1 I L U
CODE_LENGTH = 6
CHANCE: Random = SystemRandom()


@dataclass(frozen=True)
class Group:
    """A breakout group: a number, never a name."""

    number: str
    code: str
    map_id: MapId


def id_from(random: Random, prefix: str) -> str:
    """A random id of 96 bits: `w-9f…`."""
    return f"{prefix}-{random.getrandbits(96):024x}"


def code_from(random: Random) -> str:
    """A code to type, such as 4K7M2P: one of 729 million."""
    return "".join(random.choice(LETTERS) for _ in range(CODE_LENGTH))


def code_typed(text: str) -> str:
    """A code as it is kept, however it was typed: spaces, hyphens and small letters do not count."""
    return "".join(c for c in text.upper() if c.isalnum())[:20]
