// Where links run: straight, those between the same two actors bent apart, ends 5 px before the shape. Pure.
import { onCurve } from './geometry.js';
import { edgeOf } from './shapes.js';

const GAP = 5; // px between a link's end and the shape
const BEND = 0.15; // of the length, to either side of the straight line
const LANE = { beside: 28, across: 14 }; // px between the middles of two lines: a badge's height, and more where badges lie across
const ROUND = 1.1; // of the length: no line swings out further

/** Links grouped by the unordered pair they join: Map of key -> link ids in a stable order. */
export function pairsOf(links) {
  const pairs = new Map();
  for (const link of links) {
    const key = link.source < link.target ? `${link.source}\n${link.target}` : `${link.target}\n${link.source}`;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(link.id);
  }
  for (const ids of pairs.values()) ids.sort();
  return pairs;
}

/** How far each link's control point lies off the straight line, as a share of the length: Map of id -> share.

Seen from the smaller id of the pair, so that two opposite links never lie on one another. */
export function bends(links) {
  const byId = new Map(links.map((link) => [link.id, link]));
  const out = new Map();
  for (const ids of pairsOf(links).values()) {
    const step = ids.length > 3 ? (4 * BEND) / (ids.length - 1) : 2 * BEND;
    ids.forEach((id, i) => {
      const link = byId.get(id);
      const share = (i - (ids.length - 1) / 2) * step;
      out.set(id, link.source < link.target ? share : -share);
    });
  }
  return out;
}

/** How many lines' breadths each link lies off the middle of its pair: Map of id -> 0, ±½, ±1, … */
export function lanes(links) {
  const byId = new Map(links.map((link) => [link.id, link])), out = new Map();
  for (const ids of pairsOf(links).values()) {
    ids.forEach((id, i) => {
      const lane = i - (ids.length - 1) / 2, link = byId.get(id);
      out.set(id, link.source < link.target ? lane : -lane);
    });
  }
  return out;
}

/** The curve of one link between two actors {x, y, shape}: {a, c, b, length, bent}, or null when there is no room.

`size` is the factor by which shapes are drawn; `lane` and `text`, the factor on type, keep the badges of near actors apart. */
export function pathOf(source, target, share, size = 1, lane = 0, text = 1) {
  const dx = target.x - source.x, dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  if (length < 1) return null;
  const wide = Math.min(Math.abs(share) * length, 120 * Math.abs(share / BEND));
  const least = 2 * Math.abs(lane) * (LANE.beside + (LANE.across * Math.abs(dy)) / length) * text; // a curve goes half as far as its control point
  const bow = Math.sign(share) * Math.min(Math.max(wide, least), Math.max(wide, ROUND * length));
  const c = { x: (source.x + target.x) / 2 - (dy / length) * bow, y: (source.y + target.y) / 2 + (dx / length) * bow };
  const end = (actor) => {
    const far = Math.hypot(c.x - actor.x, c.y - actor.y) || 1;
    const ux = (c.x - actor.x) / far, uy = (c.y - actor.y) / far;
    const off = edgeOf(actor.shape, ux, uy) * size + GAP;
    return { x: actor.x + ux * off, y: actor.y + uy * off, off };
  };
  const a = end(source), b = end(target);
  if (a.off + b.off > length - 8) return null;
  return { a, c, b, length: length - a.off - b.off, bent: share !== 0 };
}

/** A path as segments {ax, ay, bx, by}: one when it is straight. */
export function segmentsOf(path) {
  const { a, c, b } = path;
  if (!path.bent) return [{ ax: a.x, ay: a.y, bx: b.x, by: b.y }];
  const out = [];
  let from = a;
  for (let i = 1; i <= 8; i++) {
    const to = onCurve(a, c, b, i / 8);
    out.push({ ax: from.x, ay: from.y, bx: to.x, by: to.y });
    from = to;
  }
  return out;
}
