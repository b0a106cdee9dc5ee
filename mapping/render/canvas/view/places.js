// A free place for one more actor. Pure.
import { crosses, distanceToSegment } from './geometry.js';

const ROOM = { x: 205, y: 125 }; // between two actors that may come to be linked
const TIGHT = { x: 150, y: 66 }; // below this there is no room for a name

/** How crowded (x, y) is by placed actors (Map id -> {x, y}) and lines ([p, q] pairs of points). 0 is free; `limit` is enough. */
export function crowding(x, y, placed, lines, limit = Infinity) {
  let sum = 0;
  for (const at of placed.values()) {
    const dx = Math.abs(at.x - x), dy = Math.abs(at.y - y);
    if (dx < ROOM.x && dy < ROOM.y) sum += 0.5 + 2 * (1 - Math.max(dx / ROOM.x, dy / ROOM.y));
    if (dx < TIGHT.x && dy < TIGHT.y) sum += 3;
    if (dx < 60 && dy < 60) sum += 12;
    if (dx < 24 || dy < 12) sum += 0.06; // straight above or beside: links to a third would run through
  }
  for (const [p, q] of lines) {
    if (sum >= limit) return sum;
    if ((p.x < x - 40 && q.x < x - 40) || (p.x > x + 40 && q.x > x + 40) || (p.y < y - 40 && q.y < y - 40) || (p.y > y + 40 && q.y > y + 40)) continue;
    if (distanceToSegment(x, y, p.x, p.y, q.x, q.y) < 40) sum += 0.8;
  }
  return sum;
}

/** Points round a middle, from near to far, in a fixed order. */
export function* rings(x, y, first, step, count) {
  if (first === 0) yield { x, y };
  for (let ring = 0; ring < count; ring++) {
    const r = (first || step) + ring * step, n = Math.max(8, Math.round((2 * Math.PI * r) / step));
    for (let k = 0; k < n; k++) {
      const a = ((k % 2 ? -1 : 1) * Math.ceil(k / 2) * 2 * Math.PI) / n;
      yield { x: Math.round(x + 1.25 * r * Math.cos(a)), y: Math.round(y + 0.85 * r * Math.sin(a)) };
    }
  }
}

/** The freest place near (x, y), and of equally free ones the nearest; outside of `inside` only where that is full. */
export function freePlace(x, y, placed, lines, inside = () => true) {
  let best = { x, y }, least = Infinity;
  for (const at of rings(x, y, 0, 70, 14)) {
    const floor = (inside(at) ? 0 : 3) + Math.hypot(at.x - x, at.y - y) / 1200;
    if (floor >= least) continue;
    const price = floor + crowding(at.x, at.y, placed, lines, least - floor);
    if (price < least) (least = price), (best = at);
  }
  return best;
}

/** A place for an actor among placed ones: near those it is linked with, where its lines cross fewest. */
export function near(id, placed, ties) {
  const laid = ties.filter((tie) => placed.has(tie.source) && placed.has(tie.target));
  const lines = laid.map((tie) => [placed.get(tie.source), placed.get(tie.target)]);
  const others = [...new Set(ties.flatMap((t) => (t.source === id ? [t.target] : t.target === id ? [t.source] : [])))]
    .filter((other) => placed.has(other)).map((other) => placed.get(other));
  const all = [...(others.length ? others : placed.values())];
  const mean = (axis) => Math.round(all.reduce((sum, p) => sum + p[axis], 0) / all.length);
  const x = mean('x'), y = mean('y');
  if (!others.length) return freePlace(x, y, placed, lines);
  let best = null, least = Infinity;
  for (const at of rings(x, y, others.length === 1 ? 170 : 0, 85, 6)) {
    let price = Math.hypot(at.x - x, at.y - y) / 600;
    if (price < least) price += crowding(at.x, at.y, placed, lines, least - price);
    if (price >= least) continue;
    for (const other of others) for (const [p, q] of lines) if (crosses(at, other, p, q)) price += 0.6;
    if (price < least) (least = price), (best = at);
  }
  return best;
}

/** A free place near the middle of the visible rectangle of a map {actors, links}. */
export function placeIn(visible, scale, { actors, links }) {
  const pad = { x: Math.min(130 / scale, (visible.x1 - visible.x0) * 0.16), y: 36 / scale }; // names stand at the sides
  const placed = new Map(Object.entries(actors));
  const lines = Object.values(links).map(({ source, target }) => [actors[source], actors[target]]).filter(([a, b]) => a && b);
  const inside = ({ x, y }) => x > visible.x0 + pad.x && x < visible.x1 - pad.x && y > visible.y0 + pad.y && y < visible.y1 - pad.y;
  return freePlace(Math.round((visible.x0 + visible.x1) / 2), Math.round((visible.y0 + visible.y1) / 2), placed, lines, inside);
}

/** Free places for actors that lie on others, each near where it is: {id: [x, y]}. */
export function apart(ids, { actors, links }) {
  const placed = new Map(Object.values(actors).filter(({ id, x }) => x != null && !ids.includes(id)).map(({ id, x, y }) => [id, { x, y }])), out = {};
  for (const id of ids) {
    const lines = Object.values(links).map(({ source, target }) => [placed.get(source), placed.get(target)]).filter(([a, b]) => a && b);
    const { x, y } = freePlace(actors[id].x, actors[id].y, placed, lines);
    placed.set(id, { x, y });
    out[id] = [x, y];
  }
  return out;
}
