// Lines that go round: a link alone between its two actors bends where it would run through a third one, or through what
// is written beside one. Pure.
import { grown, lengthInside, overlap } from './geometry.js';
import { pairsOf, pathOf, segmentsOf } from './paths.js';
import { spanOf } from './shapes.js';

/** Actors up to which each line is looked at; above that lines are seen as a whole. */
export const EACH = 100;

const SHARES = [0.05, 0.1, 0.16, 0.24, 0.34, 0.5]; // of the length, the flattest first
const CLEAR = 5; // px between a line and the shape of somebody else, its border drawn
const TOUCHED = 6; // px of a name that a line may cut off
const PRICES = { shape: 10, name: 1, own: 0.6 }; // of running through a third actor, its name, the name of one's own end

/** Whether a piece of a line comes nearer to a shape than a line of somebody else may. */
export function touches({ x, y, half, shape }, { ax, ay, bx, by }, size, clear = CLEAR) {
  const dx = bx - ax, dy = by - ay, t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  const ux = ax + t * dx - x, uy = ay + t * dy - y, far = Math.hypot(ux, uy);
  if (far >= Math.hypot(half.x, half.y) * size + clear) return false;
  return far < 1 || far < spanOf(shape, ux / far, uy / far) * size + clear;
}

/** The rectangle that a path does not leave. */
const boundsOf = ({ a, b, c }) => ({ x0: Math.min(a.x, b.x, c.x), y0: Math.min(a.y, b.y, c.y), x1: Math.max(a.x, b.x, c.x), y1: Math.max(a.y, b.y, c.y) });

/** What a path between two actors costs for what it runs through. */
function priceOf(path, ends, actors, names, size) {
  if (!path) return 0;
  const lines = segmentsOf(path), bounds = boundsOf(path), wide = grown(bounds, 60 * size);
  let sum = 0;
  for (const item of actors) {
    if (ends.includes(item) || item.x < wide.x0 || item.x > wide.x1 || item.y < wide.y0 || item.y > wide.y1) continue;
    if (lines.some((line) => touches(item, line, size))) sum += PRICES.shape;
  }
  for (const { id, box } of names) {
    if (!overlap(grown(box, 1), bounds)) continue;
    const inside = lines.reduce((px, { ax, ay, bx, by }) => px + lengthInside(box, ax, ay, bx, by), 0);
    if (inside > TOUCHED) sum += ends.some((end) => end.id === id) ? PRICES.own : PRICES.name;
  }
  return sum;
}

/** The way of one link: the flattest of those that cost least. One that was as good before stays. */
function wayOf(price, was, side) {
  const straight = price(0);
  if (!straight) return null;
  const now = was?.share ? price(was.share) : straight;
  if (was && now <= was.price && (now < straight || !was.share)) return { share: was.share, price: now };
  let share = 0, least = straight;
  for (const next of SHARES.flatMap((some) => [some * side, -some * side])) {
    const cost = price(next);
    if (cost < least) (share = next), (least = cost);
    if (!least) break;
  }
  return { share, price: least };
}

/** How links go that would run straight through somebody: Map of link id -> {share, price}, the share of their length by
which they bend, 0 where no way is better, and what they run through all the same. All others are straight.

`names`: boxes that are written, {id, box}, by actor; `before`: an earlier answer. */
export function detours(actors, links, { shape: size = 1 } = {}, { names = [], before = null } = {}) {
  const out = new Map();
  if (actors.size > EACH) return out;
  const all = [...actors.values()];
  for (const ids of pairsOf([...links.values()]).values()) {
    if (ids.length > 1) continue; // those keep apart from each other
    const link = links.get(ids[0]), ends = [actors.get(link.source), actors.get(link.target)];
    const price = (share) => priceOf(pathOf(...ends, share, size), ends, all, names, size);
    const way = wayOf(price, before?.get(link.id), link.source < link.target ? 1 : -1); // the same way round in either direction
    if (way) out.set(link.id, way);
  }
  return out;
}
