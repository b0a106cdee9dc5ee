// Plane geometry of the map view: pure functions on numbers, points {x, y} and rectangles {x0, y0, x1, y1}.

/** Rectangle around a centre. */
export const around = (x, y, w, h) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });

/** Rectangle grown by `by` on every side. */
export const grown = (r, by) => ({ x0: r.x0 - by, y0: r.y0 - by, x1: r.x1 + by, y1: r.y1 + by });

/** Rectangle moved by (dx, dy). */
export const moved = (r, dx, dy) => ({ x0: r.x0 + dx, y0: r.y0 + dy, x1: r.x1 + dx, y1: r.y1 + dy });

/** Whether two rectangles share more than an edge. */
export const overlap = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Distance between two rectangles; 0 where they meet. */
export const between = (a, b) => Math.hypot(Math.max(0, a.x0 - b.x1, b.x0 - a.x1), Math.max(0, a.y0 - b.y1, b.y0 - a.y1));

/** Whether a point lies in a rectangle. */
export const within = (r, x, y) => x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1;

/** The smallest rectangle around rectangles; null around nothing. */
export function union(rects) {
  let out = null;
  for (const r of rects) {
    if (!out) out = { ...r };
    else {
      out.x0 = Math.min(out.x0, r.x0);
      out.y0 = Math.min(out.y0, r.y0);
      out.x1 = Math.max(out.x1, r.x1);
      out.y1 = Math.max(out.y1, r.y1);
    }
  }
  return out;
}

/** Where a segment enters and leaves a rectangle, as shares of its length [from, to] (Liang and Barsky's clipping); null where it never does. */
export function shareInside(r, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay;
  let from = 0, to = 1;
  for (const [p, q] of [[-dx, ax - r.x0], [dx, r.x1 - ax], [-dy, ay - r.y0], [dy, r.y1 - ay]]) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
    if (from >= to) return null;
  }
  return [from, to];
}

/** Length of the part of a segment that lies inside a rectangle. */
export function lengthInside(r, ax, ay, bx, by) {
  const share = shareInside(r, ax, ay, bx, by);
  return share ? (share[1] - share[0]) * Math.hypot(bx - ax, by - ay) : 0;
}

/** Whether two segments cross strictly between their ends. */
export function crosses(a, b, c, d) {
  const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Distance of a point from a segment. */
export function distanceToSegment(px, py, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay;
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/** Point of a quadratic curve a, c (control), b at t. */
export function onCurve(a, c, b, t) {
  const s = 1 - t;
  return { x: s * s * a.x + 2 * s * t * c.x + t * t * b.x, y: s * s * a.y + 2 * s * t * c.y + t * t * b.y };
}

/** Unit direction of a quadratic curve at t. */
export function along(a, c, b, t) {
  const x = (1 - t) * (c.x - a.x) + t * (b.x - c.x), y = (1 - t) * (c.y - a.y) + t * (b.y - c.y);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** Distance from the origin to a convex or star-shaped outline (list of [x, y]) in a unit direction. */
export function reach(outline, ux, uy) {
  let best = 0;
  for (let i = 0; i < outline.length; i++) {
    const [ax, ay] = outline[i], [bx, by] = outline[(i + 1) % outline.length];
    const ex = bx - ax, ey = by - ay;
    const cross = ux * ey - uy * ex;
    if (Math.abs(cross) < 1e-9) continue;
    const far = (ax * ey - ay * ex) / cross, where = (ax * uy - ay * ux) / cross;
    if (far > best && where >= -1e-9 && where <= 1 + 1e-9) best = far;
  }
  return best;
}
