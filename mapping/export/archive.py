"""Several files as one ZIP, the same for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_DAY = (2015, 1, 1, 0, 0, 0)  # no clock in a file: the day of writing would say who was there when


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files under these names, compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """A ZIP that another library made, without its clock."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
