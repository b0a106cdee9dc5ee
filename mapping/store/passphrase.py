"""The facilitator's passphrase: kept as a scrypt hash with its own salt and cost."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from random import Random

from mapping.errors import BadValue, Unidentified

COST, BLOCK, PARALLEL = 2**14, 8, 1
SHORTEST, LONGEST = 6, 200


def _scrypt(text: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    plain = unicodedata.normalize("NFKC", text).strip().encode()
    return hashlib.scrypt(plain, salt=salt, n=cost, r=block, p=parallel, maxmem=256 * cost * block, dklen=32)


def kept(text: str, random: Random) -> str:
    """What is stored of a passphrase; BadValue when it is too short to be one."""
    if not SHORTEST <= len(text.strip()) <= LONGEST:
        raise BadValue("passphrase", "…", f"a text of {SHORTEST} to {LONGEST} characters")
    return again(text, random.randbytes(16))


def again(text: str, salt: bytes) -> str:
    """What is stored of a passphrase with this salt; Unidentified for a text that is longer than any may be."""
    if len(text) > LONGEST:
        raise Unidentified("no passphrase is as long")
    key = _scrypt(text, salt, COST, BLOCK, PARALLEL)
    return f"scrypt${COST}${BLOCK}${PARALLEL}${salt.hex()}${key.hex()}"


def parts(stored: str) -> tuple[bytes, bytes]:
    """Salt and key of what is stored."""
    *_, salt, key = stored.split("$")
    return bytes.fromhex(salt), bytes.fromhex(key)


def is_kept(stored: str) -> bool:
    """Whether this is what `kept` gives: another cost could keep a computer busy for an hour."""
    parts = stored.split("$")
    hexes = [len(part) if re.fullmatch("[0-9a-f]+", part) else 0 for part in parts[4:]]
    return parts[:4] == ["scrypt", str(COST), str(BLOCK), str(PARALLEL)] and hexes == [32, 64]


def holds(text: str, stored: str) -> bool:
    """Whether this is the passphrase that was kept; False for what was kept without one."""
    parts = stored.split("$")
    if len(parts) != 6 or len(text) > LONGEST:
        return False
    cost, block, parallel = (int(n) for n in parts[1:4])
    return hmac.compare_digest(_scrypt(text, bytes.fromhex(parts[4]), cost, block, parallel), bytes.fromhex(parts[5]))
