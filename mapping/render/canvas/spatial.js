// Going from actor to actor by direction, and round the links of one. Pure.

export const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const ASIDE = 2; // a step aside counts as two ahead

/** The id of the actor nearest to `from` {x, y} in a direction [dx, dy]; those straight ahead first; null for none. */
export function nearest(from, [dx, dy], actors, but = null) {
  let best = null, least = Infinity;
  for (const { id, x, y } of actors) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy, aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (id === but || ahead <= 0.5) continue;
    const way = ahead + ASIDE * aside + (aside > ahead ? 1e5 : 0); // outside of the quarter only where it is empty
    if (way < least) [best, least] = [id, way];
  }
  return best;
}

/** The first and last actor as one reads: line by line, `line` px high. */
export function firstAndLast(actors, line = 120) {
  const rows = [...actors].sort((a, b) => Math.floor(a.y / line) - Math.floor(b.y / line) || a.x - b.x || (a.id < b.id ? -1 : 1));
  return rows.length ? [rows[0].id, rows.at(-1).id] : [null, null];
}

/** Ids of the links of an actor, clockwise from the top by where their other end stands; several of a pair by id. */
export function linksAround(id, links, actors) {
  const here = actors.get(id), mine = [...links.values()].filter((link) => link.source === id || link.target === id);
  const turn = (link) => {
    const there = actors.get(link.source === id ? link.target : link.source) ?? here;
    const angle = Math.atan2(there.x - here.x, here.y - there.y);
    return angle < 0 ? angle + 2 * Math.PI : angle;
  };
  return mine.map((link) => [turn(link), link.id]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)).map(([, link]) => link);
}

/** The next of a ring after `now`, `by` steps on; the first (or last) where `now` is none of them. */
export function next(ring, now, by = 1) {
  if (!ring.length) return null;
  const at = ring.indexOf(now);
  return ring[at < 0 ? (by > 0 ? 0 : ring.length - 1) : (at + by + ring.length) % ring.length];
}
