// The part of a line that can be seen: dashes that nobody sees are the dearest ones to draw. Pure.
import { shareInside } from './geometry.js';

const between = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** The run of a polyline [{x, y}, …] from where it first meets a rectangle to where it last does: {points, from}, `from`
the length before it, by which dashes go on as they would; null where it never meets it. */
export function runIn(rect, points) {
  let length = 0, first = null, last = null;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1], b = points[i], share = shareInside(rect, a.x, a.y, b.x, b.y), long = Math.hypot(b.x - a.x, b.y - a.y);
    if (share) {
      first ??= { at: between(a, b, share[0]), i, from: length + share[0] * long };
      last = { at: between(a, b, share[1]), i };
    }
    length += long;
  }
  return first && { points: [first.at, ...points.slice(first.i, last.i), last.at], from: first.from };
}
