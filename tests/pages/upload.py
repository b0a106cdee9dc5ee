"""A file in a page's field."""

from __future__ import annotations


class Upload:
    """A file as the browser gives it."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self._data, self.file_id = name, data, f"id-{name}"

    def getvalue(self) -> bytes:
        return self._data
