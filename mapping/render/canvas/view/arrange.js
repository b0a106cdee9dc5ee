// Betters the places of one connected piece for reading: fewer crossings, room for names, lines clear of shapes,
// who directs above whom. Pure and deterministic (cooled random moves from a fixed seed).
import { randomFrom } from './stress.js';

const ROOM = { x: 165, y: 72 }; // two actors closer than this in both directions leave no room for a name
const NEAR = 130; // px below which two actors crowd each other
const CLEAR = 50; // px between a line and an actor that it does not join
const PRICE = { room: 10, cross: 5, over: 7, angle: 3, far: 0.6, down: 0.5 };

/** Price of a narrow angle between two directions (a, b) and (c, d). */
function narrow(a, b, c, d) {
  const angle = Math.abs(Math.atan2(a * d - b * c, a * c + b * d));
  return angle < 0.7 ? (1 - angle / 0.7) ** 2 * PRICE.angle : 0;
}

/** Price of (px, py) lying near the segment from (ax, ay) to (bx, by). */
function over(px, py, ax, ay, bx, by) {
  const dx = bx - ax, dy = by - ay;
  let t = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  const ox = px - ax - t * dx, oy = py - ay - t * dy, square = ox * ox + oy * oy;
  return square < CLEAR * CLEAR ? PRICE.over * (1 - Math.sqrt(square) / CLEAR) + (square < 576 ? 4 : 1) : 0;
}

/** Price of leaving the rounded sheet `box`. */
function outside(px, py, box) {
  const u = (2 * px - box.x0 - box.x1) / (box.x1 - box.x0), v = (2 * py - box.y0 - box.y1) / (box.y1 - box.y0);
  const r = u * u * u * u + v * v * v * v;
  return r > 1 ? (r - 1) * 12 : 0;
}

/** The unrest of node i at (px, py): what is wrong with its place. Lower is better.

net: {n, edges: [{a, b, least}], of: edge indices per node, down: 1, -1 or 0 per edge, unit, slim,
room: how much more room than others each node has}. */
export function unrest(i, px, py, at, net, box) {
  const { x, y } = at, { n, edges, of, down, slim, room } = net, mine = of[i];
  let sum = outside(px, py, box);
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const dx = Math.abs(px - x[j]), dy = Math.abs(py - y[j]), wide = (room[i] + room[j]) / 2, rx = ROOM.x * wide, ry = ROOM.y * wide;
    if (dx > rx || dy > NEAR * wide) continue;
    if (dy < ry) sum += PRICE.room * (1 - Math.max(dx / rx, dy / ry)) + 1.5;
    const square = dx * dx + dy * dy;
    if (square < NEAR * NEAR) sum += ((NEAR - Math.sqrt(square)) / 50) ** 2;
  }
  for (let k = 0; k < mine.length; k++) {
    const edge = edges[mine[k]], other = edge.a === i ? edge.b : edge.a;
    const qx = x[other], qy = y[other], vx = qx - px, vy = qy - py, length = Math.sqrt(vx * vx + vy * vy) || 1;
    if (length < edge.least) sum += ((edge.least - length) / 40) ** 2;
    sum += (length / net.unit) ** 2 * PRICE.far;
    const way = down[mine[k]];
    if (way) sum += PRICE.down * (1 - ((way === 1) === (edge.a === i) ? vy : -vy) / length);
    for (let m = 0; m < k; m++) {
      const other2 = edges[mine[m]].a === i ? edges[mine[m]].b : edges[mine[m]].a;
      sum += narrow(vx, vy, x[other2] - px, y[other2] - py);
    }
    for (const f of of[other]) {
      const third = edges[f].a === other ? edges[f].b : edges[f].a;
      if (third !== i) sum += narrow(-vx, -vy, x[third] - qx, y[third] - qy);
    }
    if (slim) continue;
    for (const f of edges) {
      if (f.a === i || f.b === i || f.a === other || f.b === other) continue;
      const ax = x[f.a], ay = y[f.a], bx = x[f.b], by = y[f.b];
      const s = vx * (ay - py) - vy * (ax - px), t = vx * (by - py) - vy * (bx - px);
      if (s * t >= 0) continue;
      const wx = bx - ax, wy = by - ay;
      if ((wx * (py - ay) - wy * (px - ax)) * (wx * (qy - ay) - wy * (qx - ax)) < 0) sum += PRICE.cross;
    }
    for (let j = 0; j < n; j++) if (j !== i && j !== other) sum += over(x[j], y[j], px, py, qx, qy);
  }
  if (slim) return sum;
  for (const f of edges) if (f.a !== i && f.b !== i) sum += over(px, py, x[f.a], y[f.a], x[f.b], y[f.b]);
  return sum;
}

/** Sum of everybody's unrest, for comparing whole arrangements. */
export const totalUnrest = (at, net, box) => {
  let sum = 0;
  for (let i = 0; i < net.n; i++) sum += unrest(i, at.x[i], at.y[i], at, net, box);
  return sum;
};

/** Move nodes about within `box` until reading gets no easier; changes `at` in place. `fixed(i)`: whether a node stays. */
export function settle(at, net, box, moves, { seed = 7, fixed = () => false } = {}) {
  const random = randomFrom(seed), { n } = net, { x, y } = at;
  const wide = Math.min(box.x1 - box.x0, box.y1 - box.y0);
  const price = (i) => unrest(i, x[i], y[i], at, net, box);
  for (let move = 0; move < moves; move++) {
    const left = 1 - move / moves, grace = 3 * left * left * random();
    const i = Math.floor(random() * n), ox = x[i], oy = y[i];
    const swap = random() < 0.12 * left ? Math.floor(random() * n) : i;
    if (fixed(i) || fixed(swap)) continue;
    const before = price(i) + (swap === i ? 0 : price(swap));
    if (swap !== i) {
      (x[i] = x[swap]), (y[i] = y[swap]), (x[swap] = ox), (y[swap] = oy);
      if (price(i) + price(swap) >= before + grace) (x[swap] = x[i]), (y[swap] = y[i]), (x[i] = ox), (y[i] = oy);
      continue;
    }
    const far = (10 + wide * 0.45 * left * left) * Math.sqrt(random()), turn = random() * 2 * Math.PI;
    x[i] = ox + Math.cos(turn) * far;
    y[i] = oy + Math.sin(turn) * far;
    if (price(i) >= before + grace) (x[i] = ox), (y[i] = oy);
  }
}

const HIT = 24; // px between a line and an actor it does not join at which it runs through it
const TURNS = Array.from({ length: 12 }, (_, k) => (k * Math.PI) / 6), REACHES = [36, 70, 120];

/** Nodes that lie on a line of others, or whose line lies on another node. */
function entangled(at, net) {
  const { x, y } = at, out = new Set();
  for (const { a, b } of net.edges) {
    const dx = x[b] - x[a], dy = y[b] - y[a], square = dx * dx + dy * dy || 1;
    for (let i = 0; i < net.n; i++) {
      if (i === a || i === b) continue;
      const t = ((x[i] - x[a]) * dx + (y[i] - y[a]) * dy) / square;
      if (t <= 0 || t >= 1) continue;
      if (Math.abs((x[i] - x[a]) * dy - (y[i] - y[a]) * dx) < HIT * Math.sqrt(square)) out.add(i);
    }
  }
  return [...out].sort((p, q) => net.of[p].length - net.of[q].length || p - q); // who has few links gives way first
}

/** Move nodes aside that lie on lines of others, each to the best place about; changes `at` in place. */
export function untangle(at, net, box, { rounds = 3, fixed = () => false } = {}) {
  const { x, y } = at, price = (i, px, py) => unrest(i, px, py, at, net, box);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const i of entangled(at, net)) {
      if (fixed(i)) continue;
      let best = null, least = price(i, x[i], y[i]) - 1e-9;
      for (const reach of REACHES) for (const turn of TURNS) {
        const px = x[i] + reach * Math.cos(turn), py = y[i] + reach * Math.sin(turn), sum = price(i, px, py);
        if (sum < least) (least = sum), (best = [px, py]);
      }
      if (best) [x[i], y[i]] = best, (moved = true);
    }
    if (!moved) return;
  }
}
