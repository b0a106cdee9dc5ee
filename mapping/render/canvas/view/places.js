// A free place for one more actor. Pure.
import { crosses, distanceToSegment } from './geometry.js';
import { Grid } from './grid.js';

const ROOM = { x: 205, y: 125 }; // between two actors that may come to be linked
const TIGHT = { x: 150, y: 66 }; // below this there is no room for a name
const ALIGNED = { x: 24, y: 12 }; // straight above or beside: links to a third would run through
const LINE = 40; // px from a line that a shape keeps
const CELL = 400; // px of a cell of lines: they are long
const REACH = 1500; // px round a middle that is searched

/** What is taken already round a middle: placed actors (Map id -> {x, y}) and lines ([p, q] pairs of points). */
class Taken {
  constructor(middle, placed, lines) {
    const all = [...placed.values()], sorted = (axis) => Float64Array.from(all, (at) => at[axis]).sort();
    Object.assign(this, { xs: sorted('x'), ys: sorted('y'), actors: new Grid(ROOM.x), lines: new Grid(CELL) });
    const beside = (axis, ...at) => at.every((p) => p[axis] < middle[axis] - REACH) || at.every((p) => p[axis] > middle[axis] + REACH);
    for (const { x, y } of all) this.actors.add({ x, y }, { x0: x, y0: y, x1: x, y1: y });
    for (const [p, q] of lines) if (!beside('x', p, q) && !beside('y', p, q)) this.lines.addSegment({ ax: p.x, ay: p.y, bx: q.x, by: q.y });
  }

  /** How crowded (x, y) is. 0 is free; `limit` is enough. */
  crowding(x, y, limit = Infinity) {
    let sum = 0, both = 0;
    const inRows = between(this.xs, x - ALIGNED.x, x + ALIGNED.x) + between(this.ys, y - ALIGNED.y, y + ALIGNED.y);
    this.actors.some({ x0: x - ROOM.x, y0: y - ROOM.y, x1: x + ROOM.x, y1: y + ROOM.y }, (at) => {
      const dx = Math.abs(at.x - x), dy = Math.abs(at.y - y);
      if (dx < ROOM.x && dy < ROOM.y) sum += 0.5 + 2 * (1 - Math.max(dx / ROOM.x, dy / ROOM.y));
      if (dx < TIGHT.x && dy < TIGHT.y) sum += 3;
      if (dx < 60 && dy < 60) sum += 12;
      if (dx < ALIGNED.x && dy < ALIGNED.y) both += 1;
      return false;
    });
    sum += 0.06 * (inRows - both);
    if (sum >= limit) return sum;
    this.lines.some({ x0: x - LINE, y0: y - LINE, x1: x + LINE, y1: y + LINE }, ({ ax, ay, bx, by }) => {
      if (distanceToSegment(x, y, ax, ay, bx, by) < LINE) sum += 0.8;
      return sum >= limit;
    });
    return sum;
  }
}

/** How many of sorted numbers lie strictly between two. */
function between(sorted, low, high) {
  const from = (fits) => {
    let a = 0, b = sorted.length;
    while (a < b) {
      const middle = (a + b) >> 1;
      if (fits(sorted[middle])) b = middle;
      else a = middle + 1;
    }
    return a;
  };
  return Math.max(0, from((value) => value >= high) - from((value) => value > low));
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
  const taken = new Taken({ x, y }, placed, lines);
  let best = { x, y }, least = Infinity;
  for (const at of rings(x, y, 0, 70, 14)) {
    const floor = (inside(at) ? 0 : 3) + Math.hypot(at.x - x, at.y - y) / 1200;
    if (floor >= least) continue;
    const price = floor + taken.crowding(at.x, at.y, least - floor);
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
  const taken = new Taken({ x, y }, placed, lines);
  let best = null, least = Infinity;
  for (const at of rings(x, y, others.length === 1 ? 170 : 0, 85, 6)) {
    let price = Math.hypot(at.x - x, at.y - y) / 600;
    if (price < least) price += taken.crowding(at.x, at.y, least - price);
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
