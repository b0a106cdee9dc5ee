"""Places of the actors of one piece: by stress majorization, drawn distances following the number of steps between
actors; then pushed apart, so that names fit.

E. R. Gansner, Y. Koren, S. North, "Graph Drawing by Stress Majorization", Graph Drawing 2004.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

STEP = 150.0  # px between two linked actors
ROOM = (150.0, 100.0)  # px that a shape with its name and tower takes, across and high
CLEAR = 34.0  # px between an actor and a link of others
_MOST = 1500  # actors in a piece beyond which distances are taken from pivots
_ROUNDS = 120

Array = np.ndarray


def stress_layout(graph: csr_matrix) -> Array:
    """Places of a connected piece, in px: an array of a row for each actor. The same piece always has the same."""
    return _spread(_upright(_stress(graph)), np.argwhere(graph.toarray() > 0))


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
