"""Who at the table agrees with a link's sentence and who does not: kept for each, told as counts, never who.

An opinion is about a sentence. When the link is turned, gets another kind or another answer to *does it work?*, what
was said before rests, and counts again when the sentence is the same again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mapping.live.sight import Sight
from mapping.model import Link, LinkId, SectorMap
from mapping.store import MapId, Store, WorkshopId

ABOUT = "agreement"
VALUES = ("yes", "no")


class Opinions:
    """The opinions on the links of one map."""

    def __init__(self, store: Store, workshop: WorkshopId, map_id: MapId) -> None:
        self._store, self._workshop, self._start = store, workshop, f"{map_id}/"
        self._of: dict[str, dict[str, Mapping[str, Any]]] = {}  # link -> participant -> what it said, and of what
        for voice in store.workshops.voices(workshop, ABOUT):
            if voice.subject.startswith(self._start):
                self._of.setdefault(voice.subject.removeprefix(self._start), {})[voice.by] = voice.value

    def say(self, link: Link, value: str | None, *, by: str, now: float) -> None:
        """Keep what a participant thinks of the link as it stands; None takes an opinion back."""
        said = None if value is None else {"value": value, "of": _sentence(link)}
        self._store.workshops.voice(self._workshop, ABOUT, self._start + link.id, said, by=by, now=now)
        of = self._of.setdefault(link.id, {})
        of.pop(by, None)
        if said is not None:
            of[by] = said

    def has(self, id: str) -> bool:
        """Whether anybody has said anything of the link, in whatever form it had."""
        return bool(self._of.get(id))

    def told(self, link: Link, by: str) -> dict[str, Any]:
        """The counts on a link, and what this participant says itself."""
        standing = {who: said["value"] for who, said in self._of.get(link.id, {}).items() if _is_of(said, link)}
        counts = {value: sum(v == value for v in standing.values()) for value in VALUES}
        return {"of": link.id, **counts, "mine": standing.get(by)}

    def all(self, map: SectorMap, sight: Sight, by: str) -> list[dict[str, Any]]:
        """What there is to tell about the links that this sight has; nothing where it is shared."""
        links = (map.links.get(LinkId(id)) for id in self._of) if not sight.shared else ()
        return [self.told(link, by) for link in links if link and self.has(link.id) and sight.shows(map, link)]


def _sentence(link: Link) -> list[str]:
    return [link.kind, link.source, link.target, link.practice]


def _is_of(said: Mapping[str, Any], link: Link) -> bool:
    """Whether the link still says what the opinion is about; whoever spoke before it said how well it works spoke of
    the link as such."""
    *then, practice = said["of"]
    *now, answer = _sentence(link)
    return then == now and practice in ("not_said", answer)
