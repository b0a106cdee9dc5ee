"""Where actors stand: places that are there are kept, the others are computed once. Deterministic, no physics.

A fresh map is laid out piece by piece by stress majorization (E. R. Gansner, Y. Koren, S. North, "Graph Drawing
by Stress Majorization", Graph Drawing 2004): drawn distances follow the number of steps between actors. Then
boxes are pushed apart so that names fit, and the pieces are packed beside one another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, shortest_path

from mapping.model import ActorId, SectorMap

STEP = 150.0  # px between two linked actors
ROOM = (150.0, 100.0)  # px that a shape with its name and tower takes, across and high
CLEAR = 34.0  # px between an actor and a link of others
_MOST = 1500  # actors in a piece beyond which distances are taken from pivots
_ROUNDS = 120

Place = tuple[float, float]
Array = np.ndarray


def places(map: SectorMap, *, anew: bool = False) -> dict[ActorId, Place]:
    """A place (x, y) for every actor: its own where it has one, else one near its neighbours.

    With `anew`, every place is computed. The same map always gives the same places. About 0.1 s for 100 actors.
    """
    ids = list(map.actors)
    kept = {} if anew else {
        a.id: (a.x, a.y) for a in map.actors.values() if a.x is not None and a.y is not None
    }  # fmt: skip
    if not kept:
        return _fresh(ids, _pairs(map, ids))
    if len(kept) < len(ids):
        return _beside(map, ids, kept)
    return {id: kept[id] for id in ids}


def standing(map: SectorMap) -> SectorMap:
    """The map with a place for everybody, so that several pictures of it need not look for one each."""
    where = places(map)
    actors = {id: replace(actor, x=where[id][0], y=where[id][1]) for id, actor in map.actors.items()}
    return replace(map, actors=actors)


def _pairs(map: SectorMap, ids: Sequence[ActorId]) -> list[tuple[int, int]]:
    at = {id: i for i, id in enumerate(ids)}
    pairs = {tuple(sorted((at[k.source], at[k.target]))) for k in map.links.values()}
    return sorted((a, b) for a, b in pairs)


def _fresh(ids: Sequence[ActorId], pairs: Sequence[tuple[int, int]]) -> dict[ActorId, Place]:
    n = len(ids)
    if n == 0:
        return {}
    rows, cols = (np.array([p[k] for p in pairs], dtype=int) for k in (0, 1))
    graph = csr_matrix((np.ones(len(pairs)), (rows, cols)), shape=(n, n))
    _, piece_of = connected_components(graph, directed=False)
    alone, pieces = [], []
    for piece in sorted(set(piece_of.tolist()), key=lambda p: (-int((piece_of == p).sum()), p)):
        members = np.flatnonzero(piece_of == piece)
        if len(members) == 1:
            alone.append(members[0])
        else:
            inside = graph[members][:, members]
            pieces.append((members, _spread(_upright(_stress(inside)), np.argwhere(inside.toarray() > 0))))
    if alone:
        across = max((float(np.ptp(spots[:, 0])) for _, spots in pieces), default=0.0)
        pieces.append((np.array(alone), _rows(len(alone), across)))
    where = _packed([spots for _, spots in pieces])
    out = np.zeros((n, 2))
    for (members, _), spots in zip(pieces, where, strict=True):
        out[members] = spots
    return {id: (round(float(x), 1), round(float(y), 1)) for id, (x, y) in zip(ids, out, strict=True)}


def _stress(graph: csr_matrix) -> Array:
    """Places of one connected piece, in px."""
    n = graph.shape[0]
    if n > _MOST:
        return _pivots(graph)
    distance = shortest_path(graph, directed=False, unweighted=True) * STEP
    spots = _classical(distance)
    off = ~np.eye(n, dtype=bool)
    weight = np.zeros((n, n))
    weight[off] = distance[off] ** -2.0
    pull = -weight.copy()
    np.fill_diagonal(pull, weight.sum(axis=1))
    inverse = np.linalg.inv(pull + 1 / n)  # as good as the pseudoinverse: what it multiplies adds up to nothing
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(spots[:, None, :] - spots[None, :, :], axis=2)
        ratio = np.zeros((n, n))
        np.divide(weight * distance, apart, out=ratio, where=apart > 1e-9)
        push = -ratio
        np.fill_diagonal(push, ratio.sum(axis=1))
        new = inverse @ (push @ spots)
        moved = float(np.abs(new - spots).max())
        spots = new
        if moved < 0.3:
            break
    return spots


def _classical(distance: Array) -> Array:
    """Torgerson scaling as the start; signs are fixed so that the result does not depend on the machine."""
    n = len(distance)
    centred = -0.5 * (distance**2 - (distance**2).mean(0) - (distance**2).mean(1)[:, None] + (distance**2).mean())
    values, vectors = eigh(centred, subset_by_index=[max(0, n - 2), n - 1])
    axes = vectors[:, ::-1] * np.sqrt(np.maximum(values[::-1], 0.0))
    if axes.shape[1] < 2:
        axes = np.column_stack([axes, np.zeros(n)])
    axes = np.where(np.abs(axes) < 1e-6, 0.0, axes)
    for k in range(2):
        first = axes[np.argmax(np.abs(axes[:, k]).round(3)), k]
        axes[:, k] *= -1.0 if first < 0 else 1.0
    return np.asarray(axes + _sunflower(n, STEP / 20))  # equal places are pulled apart by a few px


def _pivots(graph: csr_matrix) -> Array:
    """A coarse start for very large pieces: distances from 60 pivots, reduced to two axes."""
    n = graph.shape[0]
    pivots = np.linspace(0, n - 1, 60).astype(int)
    distance = shortest_path(graph, directed=False, unweighted=True, indices=pivots).T * STEP
    centred = distance**2
    centred = -0.5 * (centred - centred.mean(0) - centred.mean(1)[:, None] + centred.mean())
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    flat = centred @ axes[:2].T
    flat *= STEP * np.sqrt(n) / (np.abs(flat).max() + 1e-9)
    return np.asarray(flat + _sunflower(n, STEP / 4))


def _upright(spots: Array) -> Array:
    """Turned so that the long side lies level."""
    spots = spots - spots.mean(0)
    values, vectors = np.linalg.eigh(spots.T @ spots)
    if values[1] < values[0] * 1.05 + 1e-6:
        return np.asarray(spots)
    long = vectors[:, 1]
    long = long if long[0] > 0 or (long[0] == 0 and long[1] > 0) else -long
    return np.asarray(spots @ np.column_stack([long, [-long[1], long[0]]]))


def _spread(spots: Array, pairs: Array) -> Array:
    """Pushed apart until every actor has its room and none stands on a link of others (or nearly so).

    Rooms are ellipses: pushing boxes apart would line the actors up, and links would run through them.
    """
    if len(spots) > _MOST:
        return spots
    room = np.array(ROOM)
    spots = (spots + _sunflower(len(spots), 0.5)) / room  # in rooms, where an ellipse is a circle
    for _ in range(250):
        step = _crowding(spots) + _trespass(spots, pairs, room)
        if float(np.abs(step).max(initial=0.0)) < 0.004:
            break
        spots = spots + np.clip(step, -0.4, 0.4)
    return np.asarray(spots * room)


def _crowding(spots: Array) -> Array:
    """How each actor is pushed by those in its room."""
    x, y = spots[:, 0], spots[:, 1]
    dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
    rows, others = np.nonzero(dx * dx + dy * dy < 1.0)
    rows, others = rows[rows != others], others[rows != others]
    gap = np.column_stack([dx[rows, others], dy[rows, others]])
    apart = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1e-6)
    return _summed(rows, gap * ((1.0 - apart) * 0.3 / apart)[:, None], len(spots))


def _trespass(spots: Array, pairs: Array, room: Array) -> Array:
    """How each actor is pushed off the links that run by too near."""
    if not len(pairs):
        return np.zeros_like(spots)
    real = spots * room
    a, b = real[pairs[:, 0]], real[pairs[:, 1]]
    along = b - a
    length = np.maximum((along**2).sum(axis=1), 1e-6)
    dx, dy = along[:, 0, None], along[:, 1, None]
    from_x, from_y = real[None, :, 0] - a[:, 0, None], real[None, :, 1] - a[:, 1, None]
    t = (from_x * dx + from_y * dy) / length[:, None]
    off_x, off_y = from_x - t * dx, from_y - t * dy
    near = (off_x * off_x + off_y * off_y < CLEAR * CLEAR) & (t > 0.02) & (t < 0.98)
    near[np.arange(len(pairs)), pairs[:, 0]] = near[np.arange(len(pairs)), pairs[:, 1]] = False
    links, actors = np.nonzero(near)
    off = np.column_stack([off_x[links, actors], off_y[links, actors]])
    far = np.maximum(np.hypot(off[:, 0], off[:, 1]), 1e-6)
    return _summed(actors, off * ((CLEAR - far) * 0.25 / far)[:, None] / room, len(spots))


def _summed(of: Array, pushes: Array, count: int) -> Array:
    """All pushes of each actor together."""
    return np.column_stack([np.bincount(of, weights=pushes[:, k], minlength=count) for k in (0, 1)])


def _sunflower(n: int, radius: float) -> Array:
    turn = np.arange(n) * 2.399963
    return np.column_stack([np.cos(turn), np.sin(turn)]) * radius


def _rows(n: int, across: float) -> Array:
    """Places in rows for actors without links: as wide as the rest of the map, where there is one."""
    wide = max(1, min(n, max(int(np.ceil(np.sqrt(n * 2.2))), int(across // (ROOM[0] + 30)) + 1)))
    return np.array([[(i % wide) * (ROOM[0] + 30), (i // wide) * ROOM[1]] for i in range(n)], dtype=float)


def _packed(pieces: Sequence[Array]) -> list[Array]:
    """Pieces in shelves beside one another, the largest first, about 3 wide to 2 high."""
    sizes = [p.max(0) - p.min(0) + np.array(ROOM) for p in pieces]
    area = sum(float(s[0] * s[1]) for s in sizes)
    widest = max(max(float(s[0]) for s in sizes), float(np.sqrt(area * 1.7)))
    out, x, y, high = [], 0.0, 0.0, 0.0
    for piece, size in zip(pieces, sizes, strict=True):
        if x > 0 and x + size[0] > widest:
            x, y, high = 0.0, y + high - 10, 0.0
        out.append(piece - piece.min(0) + np.array([x + ROOM[0] / 2, y + ROOM[1] / 2]))
        x, high = x + float(size[0]) + 40, max(high, float(size[1]))
    return out


def _beside(map: SectorMap, ids: Sequence[ActorId], kept: Mapping[ActorId, Place]) -> dict[ActorId, Place]:
    """The new ones near their placed neighbours (those with most of them first); nothing else moves."""
    out = dict(kept)
    around: dict[ActorId, set[ActorId]] = {id: set() for id in ids}
    for link in map.links.values():
        around[link.source].add(link.target)
        around[link.target].add(link.source)
    low = max(y for _, y in kept.values()) + ROOM[1] + 30
    left = min(x for x, _ in kept.values())
    waiting = [id for id in ids if id not in out]
    while waiting:
        id = max(waiting, key=lambda w: (len(around[w] & out.keys()), -waiting.index(w)))
        waiting.remove(id)
        near = [out[other] for other in ids if other in around[id] and other in out]
        wish = _middle(near) if near else (left, low)
        out[id] = _free(wish, list(out.values()))
    return {id: out[id] for id in ids}


def _middle(spots: Sequence[Place]) -> Place:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _free(wish: Place, taken: Sequence[Place]) -> Place:
    """The nearest spot to `wish`, on a sunflower around it, where a box fits."""
    for k in range(4 * len(taken) + 200):
        r, turn = 24.0 * np.sqrt(k), k * 2.399963
        x, y = wish[0] + r * np.cos(turn), wish[1] + r * np.sin(turn)
        if all(abs(x - a) >= ROOM[0] or abs(y - b) >= ROOM[1] for a, b in taken):
            return round(float(x), 1), round(float(y), 1)
    return wish
