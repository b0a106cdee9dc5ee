"""A board as plain JSON values: what `compare --json` prints. Stable; groups are strings, nan is null."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import isnan
from typing import Any

from mapping.compare.agreement import qap, ratings_agree
from mapping.compare.board import Board
from mapping.compare.contradictions import Contradiction
from mapping.compare.overlap import Overlap
from mapping.compare.reading import LinkKey, Reading
from mapping.compare.reference import Record, Reveal, Seen


def to_json(board: Board) -> dict[str, Any]:
    """The board, every list in a fixed order. Actors are joined ids; `alignment` has each map's own."""
    out: dict[str, Any] = {
        "groups": list(board.groups),
        "session": board.session,
        "alignment": [
            {"actor": one.actor, "in": dict(one.within), "reason": one.reason} for one in board.alignment.actors
        ],
        "confirm": [
            {"left": c.left, "right": c.right, "score": c.score, "reason": c.reason} for c in board.alignment.confirm
        ],
        "links": [
            _link(key) | {"groups": list(answers), "practice": dict(answers)} for key, answers in board.links.items()
        ],
        "similarity": {"|".join(pair): _similarity(found) for pair, found in board.pairs.items()},
        "overlap": _overlap(board.overlap),
        "consensus": _consensus(board),
        "contradictions": [_contradiction(c) for c in board.contradictions],
        "agenda": [
            {"rank": t.rank, "worth": t.worth, "flips": [{"question": q, "group": g} for q, g in t.flips]}
            | _contradiction(t.difference)
            for t in board.agenda
        ],
        "influence": [
            {"actor": s.actor, "values": dict(s.values), "spread": s.width, "not_rated": list(s.not_rated)}
            for s in board.spreads
        ],
        "findings": [
            {
                "question": row.question,
                "verdict": row.verdict,
                "shared": sorted(row.shared),
                "answers": {g: {"outcome": a.outcome, "named": sorted(a.named)} for g, a in row.answers.items()},
            }
            for row in board.findings
        ],
    }
    return out | {"reference": _reveal(board.reveal)} if board.reveal else out


def statistics_json(board: Board, read: Sequence[Reading]) -> dict[str, Any]:
    """What an analyst asks for beside the board: `compare --statistics --json`. Takes about a second for each ten
    pairs of groups."""
    pairs = {(a.group, b.group): qap(a, b) for a, b in combinations(read, 2)}
    rated = [s for s in board.spreads if sum(value is not None for value in s.values.values()) > 1]
    return {
        "alpha": {"influence": {"value": _ratio(ratings_agree(rated, board.groups)), "actors": len(rated)}},
        "qap": {
            "|".join(pair): {
                "actors": q.actors, "shared": q.shared, "left": q.left, "right": q.right,
                "correlation": _ratio(q.correlation), "p": _ratio(q.p), "exact": q.is_exact,
            }
            for pair, q in pairs.items()
        },
    }  # fmt: skip


def _link(key: LinkKey) -> dict[str, Any]:
    return {"source": key.source, "target": key.target, "kind": key.kind}


def _contradiction(one: Contradiction) -> dict[str, Any]:
    versions = {g: list(v) if isinstance(v, tuple) else v for g, v in one.versions.items()}
    out = {
        "id": one.id,
        "kind": one.kind,
        "actors": list(one.actors),
        "links": [_link(key) for key in one.keys],
        "versions": versions,
    }
    return out | {"rated": one.rated} if one.rated else out


def _similarity(found: Overlap) -> dict[str, Any]:
    actors, union = len(found.actors_shared), len(found.actors_union)
    return {
        "links": {"shared": len(found.shared), "union": len(found.union), "jaccard": _ratio(found.jaccard)},
        "actors": {"shared": actors, "union": union, "jaccard": _ratio(actors / union if union else float("nan"))},
        "practice": {"same": found.same_practice, "not_said": found.unsaid_practice, "of": len(found.shared)},
    }


def _overlap(found: Overlap) -> dict[str, Any]:
    def links(by_group: Mapping[str, tuple[LinkKey, ...]]) -> dict[str, Any]:
        return {g: [_link(key) for key in keys] for g, keys in by_group.items()}

    return {
        **_similarity(found),
        "actors_only": {g: list(actors) for g, actors in found.actors_only.items()},
        "drawn_by": {str(n): count for n, count in found.by_count.items()},
        "only_seen": links(found.only_seen),
        "only_lacking": links(found.only_lacking),
        "gaps": links(found.gaps),
    }


def _consensus(board: Board) -> dict[str, Any]:
    found = board.joint
    return {
        "at_least": found.at_least,
        "actors": list(found.map.actors),
        "links": [
            _link(key) | {"groups": list(found.answers[id]), "disputed": id in found.disputed}
            for id, key in found.keys.items()
        ],
        "pieces": [sorted(piece) for piece in found.pieces],
        "alone": list(found.alone),
        "seams": list(found.seams),
    }


def _reveal(found: Reveal) -> dict[str, Any]:
    return {
        "date": found.date.isoformat(),
        "by_all": [_seen(one) for one in found.by_all],
        "by_some": [_seen(one) for one in found.by_some],
        "not_recorded": [_seen(one) for one in found.not_recorded],
        "by_nobody": [_link(one.key) | _record(one) for one in found.by_nobody],
        "elsewhere": found.elsewhere,
        "gaps": [_seen(one) for one in found.gaps],
    }


def _seen(one: Seen) -> dict[str, Any]:
    records = [_record(r) for r in one.records]
    return _link(one.key) | {"groups": list(one.groups), "verdict": one.verdict, "records": records}


def _record(one: Record) -> dict[str, Any]:
    return {"id": one.id, "begins": _day(one.begins), "ends": _day(one.ends), "sources": list(one.sources)}


def _day(day: Any) -> str | None:
    return None if day in (day.min, day.max) else day.isoformat()


def _ratio(value: float) -> float | None:
    return None if isnan(value) else round(value, 4)
