// Betters the places of one connected piece for reading: fewer crossings, room for names, lines clear of shapes,
// who directs above whom. Pure and deterministic (cooled random moves from a fixed seed).
import { crosses, distanceToSegment } from './geometry.js';
import { randomFrom } from './stress.js';

const ROOM = { x: 150, y: 66 }; // two actors closer than this in both directions leave no room for a name
const CLEAR = 46; // px between a line and an actor that it does not join
const SHORT = 150; // px below which a link has no room for its badge

/** The unrest of node i at (px, py): what is wrong with its place. Lower is better. */
export function unrest(i, px, py, at, net, box) {
  const { x, y } = at, { n, edges, of, down, slim } = net;
  const p = { x: px, y: py };
  let sum = 0;
  const out = (v, low, high) => (v < low ? low - v : v > high ? v - high : 0);
  sum += ((out(px, box.x0, box.x1) + out(py, box.y0, box.y1)) / 40) ** 2;
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const dx = Math.abs(px - x[j]) / ROOM.x, dy = Math.abs(py - y[j]) / ROOM.y;
    if (dx < 1 && dy < 1) sum += 9 * (1 - Math.max(dx, dy)) + 1.5;
    const far = Math.hypot(px - x[j], py - y[j]);
    if (far < 125) sum += ((125 - far) / 50) ** 2;
  }
  const ways = [];
  for (const e of of[i]) {
    const edge = edges[e], other = edge.a === i ? edge.b : edge.a;
    const q = { x: x[other], y: y[other] };
    const length = Math.hypot(q.x - px, q.y - py) || 1;
    if (length < edge.least) sum += ((edge.least - length) / 45) ** 2;
    sum += (length / net.unit) ** 2 * 0.55;
    if (down[e]) {
      const drop = ((down[e] === 1) === (edge.a === i) ? q.y - py : py - q.y) / length;
      sum += 0.35 * (1 - drop);
    }
    ways.push(Math.atan2(q.y - py, q.x - px));
    for (const k of of[other]) {
      if (k === e) continue;
      const third = edges[k].a === other ? edges[k].b : edges[k].a;
      if (third !== i) sum += narrow(Math.atan2(py - q.y, px - q.x), Math.atan2(y[third] - q.y, x[third] - q.x));
    }
    if (slim) continue;
    for (let k = 0; k < edges.length; k++) {
      const f = edges[k];
      if (f.a === i || f.b === i || f.a === other || f.b === other) continue;
      if (crosses(p, q, { x: x[f.a], y: y[f.a] }, { x: x[f.b], y: y[f.b] })) sum += 5;
    }
    for (let j = 0; j < n; j++) {
      if (j === i || j === other) continue;
      const far = distanceToSegment(x[j], y[j], px, py, q.x, q.y);
      if (far < CLEAR) sum += 6 * (1 - far / CLEAR) + 1;
    }
  }
  for (let k = 1; k < ways.length; k++) for (let m = 0; m < k; m++) sum += narrow(ways[k], ways[m]);
  if (slim) return sum;
  for (const f of edges) {
    if (f.a === i || f.b === i) continue;
    const far = distanceToSegment(px, py, x[f.a], y[f.a], x[f.b], y[f.b]);
    if (far < CLEAR) sum += 6 * (1 - far / CLEAR) + 1;
  }
  return sum;
}

/** Price of a narrow angle between two directions. */
function narrow(a, b) {
  let d = Math.abs(a - b) % (2 * Math.PI);
  if (d > Math.PI) d = 2 * Math.PI - d;
  return d < 0.6 ? (1 - d / 0.6) ** 2 * 3 : 0;
}

/** Sum of everybody's unrest, for comparing whole arrangements. */
export const totalUnrest = (at, net, box) => {
  let sum = 0;
  for (let i = 0; i < net.n; i++) sum += unrest(i, at.x[i], at.y[i], at, net, box);
  return sum;
};

/** Move nodes about within `box` until reading gets no easier; changes `at` in place. */
export function settle(at, net, box, moves, seed = 7) {
  const random = randomFrom(seed), { n } = net, { x, y } = at;
  const wide = Math.min(box.x1 - box.x0, box.y1 - box.y0);
  for (let move = 0; move < moves; move++) {
    const left = 1 - move / moves;
    const i = Math.floor(random() * n);
    const far = 10 + wide * 0.45 * left * left, turn = random() * 2 * Math.PI, step = far * Math.sqrt(random());
    let nx = x[i] + Math.cos(turn) * step, ny = y[i] + Math.sin(turn) * step;
    const swap = random() < 0.12 * left ? Math.floor(random() * n) : i;
    if (swap !== i) {
      const before = unrest(i, x[i], y[i], at, net, box) + unrest(swap, x[swap], y[swap], at, net, box);
      const [ox, oy, sx, sy] = [x[i], y[i], x[swap], y[swap]];
      (x[i] = sx), (y[i] = sy), (x[swap] = ox), (y[swap] = oy);
      const after = unrest(i, sx, sy, at, net, box) + unrest(swap, ox, oy, at, net, box);
      if (after > before + 3 * left * left * random()) (x[i] = ox), (y[i] = oy), (x[swap] = sx), (y[swap] = sy);
      continue;
    }
    nx = Math.max(box.x0, Math.min(box.x1, nx));
    ny = Math.max(box.y0, Math.min(box.y1, ny));
    const before = unrest(i, x[i], y[i], at, net, box);
    const after = unrest(i, nx, ny, at, net, box);
    if (after < before + 3 * left * left * random()) (x[i] = nx), (y[i] = ny);
  }
}
