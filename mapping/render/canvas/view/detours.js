// Lines that go round: a link alone between its two actors bends where it would run through a third one. Pure.
import { distanceToSegment } from './geometry.js';
import { pairsOf, pathOf, segmentsOf } from './paths.js';

const MANY = 100; // actors; above that lines are seen as a whole, and each would be compared with everybody
const SHARES = [0.1, 0.16, 0.24, 0.34]; // of the length, the flattest first
const CLEAR = 5; // px between a line that goes round and a shape

/** Whether an actor stands so near to a straight line that one of the bends could meet it. */
const near = ({ x, y }, a, b) => distanceToSegment(x, y, a.x, a.y, b.x, b.y) < 40 + (SHARES.at(-1) / 2) * Math.hypot(a.x - b.x, a.y - b.y);

const through = ({ x, y, half }, { ax, ay, bx, by }, size, more) => distanceToSegment(x, y, ax, ay, bx, by) < Math.min(half.x, half.y) * size + more;

/** How far such links bend, as a share of their length: Map of link id -> share; the others stay straight.

A link for which every way runs through somebody takes the one through fewest. */
export function detours(actors, links, { shape: size = 1 } = {}) {
  const out = new Map();
  if (actors.size > MANY) return out;
  const all = [...actors.values()];
  for (const ids of pairsOf([...links.values()]).values()) {
    if (ids.length > 1) continue; // those keep apart from each other
    const link = links.get(ids[0]), source = actors.get(link.source), target = actors.get(link.target);
    const straightOn = { ax: source.x, ay: source.y, bx: target.x, by: target.y }, isThird = (item) => item !== source && item !== target;
    if (!all.some((item) => isThird(item) && through(item, straightOn, size, 0))) continue;
    const others = all.filter((item) => isThird(item) && near(item, source, target));
    const met = (share, more) => {
      const path = pathOf(source, target, share, size), lines = path ? segmentsOf(path) : [];
      return others.filter((item) => lines.some((line) => through(item, line, size, more))).length;
    };
    const straight = met(0, 0);
    if (!straight) continue;
    const side = link.source < link.target ? 1 : -1; // the same way round in either direction
    let best = 0, least = straight;
    for (const share of SHARES.flatMap((share) => [share * side, -share * side])) {
      const now = met(share, CLEAR);
      if (now < least) (best = share), (least = now);
      if (!least) break;
    }
    if (best) out.set(link.id, best);
  }
  return out;
}
