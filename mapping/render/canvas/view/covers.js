// What area a thing is painted on, as flat lists of rectangles of the map (x0, y0, x1, y1, …): generous. Pure.
import { onCurve } from './geometry.js';

const RING = 34; // px round an actor's middle: the widest ring and spot
const HALO = 8, BESIDE_LINE = 6; // px; a head is 5 px wide to either side

/** Of an actor that stands at (x, y): its shape with rings, and its name. */
export function coverOfActor({ half }, x, y, place, sizes) {
  const rx = Math.max(RING, half.x + 12) * sizes.shape, ry = Math.max(RING, half.y + 12) * sizes.shape;
  const out = [x - rx, y - ry, x + rx, y + ry];
  if (place) {
    const { rel } = place, by = HALO * sizes.text; // a name rides along while its actor is dragged
    out.push(x + rel.x0 - by, y + rel.y0 - by, x + rel.x1 + by, y + rel.y1 + by);
  }
  return out;
}

/** Of a link's line on a path, in pieces, so that a long slanted one is not everywhere. */
export function coverOfLine({ strength }, path, sizes) {
  if (!path) return [];
  const { a, c, b, length, bent } = path, by = (BESIDE_LINE + 4 * strength) * sizes.line, out = [];
  const pieces = Math.min(24, Math.max(1, Math.ceil(length / (120 * sizes.text)))), sag = bent ? length / pieces / 4 : 0;
  let from = a;
  for (let k = 1; k <= pieces; k++) {
    const t = k / pieces, to = k === pieces ? b : bent ? onCurve(a, c, b, t) : { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
    const pad = by + sag;
    out.push(Math.min(from.x, to.x) - pad, Math.min(from.y, to.y) - pad, Math.max(from.x, to.x) + pad, Math.max(from.y, to.y) + pad);
    from = to;
  }
  return out;
}

/** Of a link's badge on a path. */
export function coverOfBadge({ size }, path, badge, sizes) {
  if (!path || !badge) return [];
  const at = onCurve(path.a, path.c, path.b, badge.t), w = (size.w / 2 + HALO) * sizes.text, h = (size.h / 2 + HALO) * sizes.text;
  return [at.x - w, at.y - h, at.x + w, at.y + h];
}
