"""The seal of a workshop's file: only who knows the workshop's passphrase makes one, or changes anything in it.

The key is what is stored of the passphrase. It is not in the file, only its salt is; where the file arrives the
passphrase that is typed makes the same key again, and nothing of the file is read before the seal holds.
"""

from __future__ import annotations

import hmac
import io
import zipfile

from mapping.errors import FileUnreadable, TooMany, Unidentified
from mapping.store import passphrase
from mapping.store.carry_file import BYTES, DAMAGED

SALT, MARK = 16, 32  # bytes


def sealed(data: bytes, stored: str) -> bytes:
    """The archive with its seal as its comment. `stored` is what is kept of the passphrase."""
    salt, key = passphrase.parts(stored)
    seal = (salt + hmac.digest(key, salt + data, "sha256")).hex().encode()
    return data[:-2] + len(seal).to_bytes(2, "little") + seal  # an archive ends with its comment and, before, how long


def opened(data: bytes, text: str) -> tuple[bytes, str]:
    """The archive without its seal, and what is to be stored of the passphrase (`text`).

    Unidentified for another passphrase, or where anything was changed; FileUnreadable where there is no seal.
    """
    if len(data) > BYTES + 2 * (SALT + MARK):
        raise TooMany("bytes in a file", BYTES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            comment = archive.comment
        seal = bytes.fromhex(comment.decode("ascii"))
    except DAMAGED:
        seal = b""
    if len(seal) != SALT + MARK:
        raise FileUnreadable("this is no file of a workshop that was handed over")
    salt, mark = seal[:SALT], seal[SALT:]
    bare = data[: -len(comment) - 2] + b"\0\0"
    stored = passphrase.again(text, salt)
    if not hmac.compare_digest(mark, hmac.digest(passphrase.parts(stored)[1], salt + bare, "sha256")):
        raise Unidentified("this is not the workshop's passphrase, or somebody has changed the file")
    return bare, stored
