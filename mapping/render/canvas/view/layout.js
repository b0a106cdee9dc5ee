// Places for actors that have none: computed once, never moving those that have one. Pure and deterministic.
import { settle, totalUnrest, untangle } from './arrange.js';
import { lengthInside } from './geometry.js';
import { near } from './places.js';
import { steps, stress } from './stress.js';

const DOWNWARD = new Set(['authority', 'oversight', 'service']); // who directs stands above, a case moves down
const ALONE = { x: 210, y: 110 }; // between two actors without links
const APART = { x: 210, y: 150, alone: 140 }; // between two pieces
const ROOM_EACH = (n) => 24000 + 190000 / n; // px² per actor: small maps breathe, large ones close up

const CROWDED = 60; // actors from which not every name may have room

/** Connected pieces: lists of indices, largest first. */
export function pieces(n, neighbours) {
  const of = new Int32Array(n).fill(-1), out = [];
  for (let start = 0; start < n; start++) {
    if (of[start] >= 0) continue;
    const piece = [start];
    of[start] = out.length;
    for (let k = 0; k < piece.length; k++) {
      for (const next of neighbours[piece[k]]) if (of[next] < 0) (of[next] = out.length), piece.push(next);
    }
    out.push(piece);
  }
  return out.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** The net of one piece as `arrange` takes it. */
export function netOf(piece, actors, ties, area) {
  const index = new Map(piece.map((at, i) => [actors[at].id, i]));
  const edges = [], down = [], of = piece.map(() => []);
  const seen = new Map();
  for (const tie of ties) {
    const a = index.get(tie.source), b = index.get(tie.target);
    if (a === undefined || b === undefined) continue;
    const key = Math.min(a, b) * 65536 + Math.max(a, b);
    const turn = DOWNWARD.has(tie.family) ? (a < b ? 1 : -1) : 0;
    if (seen.has(key)) {
      const e = seen.get(key);
      if (turn) down[e] = down[e] === 0 || down[e] === turn ? turn : 0;
      edges[e].least = Math.max(edges[e].least, 200);
      continue;
    }
    seen.set(key, edges.length);
    of[a].push(edges.length);
    of[b].push(edges.length);
    edges.push({ a: Math.min(a, b), b: Math.max(a, b), least: tie.practice === 'missing' ? 215 : 165 });
    down.push(turn);
  }
  const n = piece.length, weights = piece.map((at, i) => of[i].length + 2 * (actors[at].influence ?? 0)), mean = weights.reduce((sum, w) => sum + w, 0) / n;
  const room = weights.map((weight) => (n > CROWDED ? 0.85 + 0.3 * Math.min(2, weight / mean) : 1)); // their names matter most
  return { room, n, edges, of, down, unit: Math.max(270, Math.sqrt(area) * 0.42), slim: n > 220 };
}

function fitted(at, box) {
  const span = (v) => [Math.min(...v), Math.max(...v)];
  const [x0, x1] = span(at.x), [y0, y1] = span(at.y);
  const scale = (v, from, to, low, high) => v.map((p) => low + ((p - from) / (to - from || 1)) * (high - low));
  return { x: scale(at.x, x0, x1, box.x0, box.x1), y: scale(at.y, y0, y1, box.y0, box.y1) };
}

/** Moved to begin at (0, 0), with the room it takes: {x, y, w, h}; who was pushed out of the box counts too. */
function squared({ x, y }) {
  const [left, top] = [Math.min(...x), Math.min(...y)];
  return { x: x.map((v) => v - left), y: y.map((v) => v - top), w: Math.max(...x) - left, h: Math.max(...y) - top };
}

/** Turn by `angle`. */
const turned = (at, angle) => ({
  x: at.x.map((x, i) => x * Math.cos(angle) - at.y[i] * Math.sin(angle)),
  y: at.x.map((x, i) => x * Math.sin(angle) + at.y[i] * Math.cos(angle)),
});

/** Places of one connected piece, within a box of the given aspect that it fills: {x, y, w, h}. */
function arranged(piece, actors, ties, aspect) {
  const n = piece.length, area = n * ROOM_EACH(actors.length); // a small piece beside others takes no more than they do
  const net = netOf(piece, actors, ties, area);
  const ratio = n <= 3 ? Math.max(1.2, Math.min(aspect, 1.6)) : aspect;
  const w = Math.sqrt(area * ratio), h = area / w;
  const box = { x0: 0, y0: 0, x1: w, y1: h };
  const neighbours = net.of.map((list, i) => list.map((e) => (net.edges[e].a === i ? net.edges[e].b : net.edges[e].a)));
  const distances = steps(n, neighbours, n);
  const starts = n <= 60 ? 6 : n <= 220 ? 2 : 1;
  const tries = [];
  for (let seed = 1; seed <= starts; seed++) {
    const at = stress(n, distances, { seed, rounds: n > 600 ? 25 : 80 });
    for (let k = 0; k < (n <= 220 ? 8 : 1); k++) {
      const placed = fitted(turned(at, (k * Math.PI) / 4), box);
      tries.push({ at: placed, unrest: totalUnrest(placed, net, box) });
    }
  }
  tries.sort((p, q) => p.unrest - q.unrest);
  const finals = tries.slice(0, n <= 25 ? 4 : n <= 60 ? 2 : 1);
  const moves = n <= 25 ? 300 * n : n <= 60 ? 200 * n : n <= 220 ? 28 * n : n <= 600 ? 12 * n : 4 * n;
  for (const final of finals) {
    settle(final.at, net, box, moves);
    if (!net.slim) untangle(final.at, net, box);
    final.unrest = totalUnrest(final.at, net, box);
    const turnedOver = { x: final.at.x, y: final.at.y.map((y) => h - y) };
    const unrest = totalUnrest(turnedOver, net, box);
    if (unrest < final.unrest) Object.assign(final, { at: turnedOver, unrest });
  }
  finals.sort((p, q) => p.unrest - q.unrest);
  return squared(finals[0].at);
}

/** Places for everybody at once, around (0, 0): Map id -> [x, y]. */
export function layoutOf(actors, ties, aspect = 1.15) {
  const index = new Map(actors.map((actor, i) => [actor.id, i]));
  const neighbours = actors.map(() => new Set());
  for (const tie of ties) {
    const a = index.get(tie.source), b = index.get(tie.target);
    if (a !== undefined && b !== undefined && a !== b) neighbours[a].add(b), neighbours[b].add(a);
  }
  const all = pieces(actors.length, neighbours.map((set) => [...set]));
  const blocks = all.filter((piece) => piece.length > 1).map((piece) => ({ piece, ...arranged(piece, actors, ties, aspect) }));
  const alone = all.filter((piece) => piece.length === 1).map((piece) => piece[0]);
  const out = new Map();
  const seat = (rows) => blocks.forEach((block, k) => block.piece.forEach((at, i) => out.set(actors[at].id, [rows.at[k].x + block.x[i], rows.at[k].y + block.y[i]])));
  const close = rowsOf(blocks, aspect, 0);
  seat(close);
  const gaps = blocks.length && alone.length ? freeCells(out, ties, close) : [];
  if (gaps.length >= alone.length) {
    alone.forEach((at, i) => out.set(actors[at].id, gaps[i]));
    return centred(out);
  }
  const rows = rowsOf(blocks, aspect, alone.length), { wide, high } = rows;
  seat(rows);
  const y = blocks.length ? high + APART.alone : 0;
  const columns = columnsFor(alone.length, wide, y, aspect), left = blocks.length ? (wide - (columns - 1) * ALONE.x) / 2 : 0;
  alone.forEach((at, i) => out.set(actors[at].id, [left + (i % columns) * ALONE.x, y + Math.floor(i / columns) * ALONE.y]));
  return centred(out);
}

/** Places between and beside the pieces where an actor without links stands clear of everybody and of every line: [[x, y]],
up the columns, the last column first. */
function freeCells(places, ties, { wide, high }) {
  const taken = [...places.values()], lines = ties.filter(({ source, target }) => places.has(source) && places.has(target)).map(({ source, target }) => [...places.get(source), ...places.get(target)]);
  const clear = (x, y) => taken.every(([px, py]) => Math.abs(px - x) >= ALONE.x || Math.abs(py - y) >= ALONE.y)
    && lines.every((line) => lengthInside({ x0: x - ALONE.x / 2, y0: y - ALONE.y / 2, x1: x + ALONE.x / 2, y1: y + ALONE.y / 2 }, ...line) === 0);
  const out = [];
  for (let x = wide; x >= 0; x -= ALONE.x / 2) for (let y = high; y >= 0; y -= ALONE.y / 2) if (clear(x, y)) out.push([x, y]), taken.push([x, y]);
  return out;
}

/** Corners of the pieces in rows, broken where the whole comes nearest to the sheet's shape: {at, wide, high}. */
function rowsOf(blocks, aspect, alone) {
  let best = { at: [], wide: 0, high: 0 }, least = Infinity;
  for (let first = 1; first <= Math.min(blocks.length, 12); first++) { // pieces in the first row, which sets the width
    const width = blocks.slice(0, first).reduce((sum, block) => sum + block.w + APART.x, 0);
    const at = [];
    let x = 0, y = 0, high = 0, wide = 0;
    for (const { w, h } of blocks) {
      if (x > 0 && x + w > width) (x = 0), (y += high + APART.y), (high = 0);
      at.push({ x, y });
      wide = Math.max(wide, x + w);
      x += w + APART.x;
      high = Math.max(high, h);
    }
    const below = alone ? APART.alone + Math.ceil((alone * ALONE.x) / wide) * ALONE.y : 0; // those without links
    const off = Math.max(wide / aspect, y + high + below);
    if (off < least) (least = off), (best = { at, wide, high: y + high });
  }
  return best;
}

/** Columns for those without links, below what is `wide` and `high`: the whole comes nearest to the sheet's shape. */
function columnsFor(count, wide, high, aspect) {
  let best = 1, least = Infinity;
  for (let columns = 1; columns <= count; columns++) {
    const w = Math.max(wide, columns * ALONE.x), h = high + Math.ceil(count / columns) * ALONE.y;
    const off = Math.abs(Math.log(w / h / aspect));
    if (off < least) (least = off), (best = columns);
  }
  return best;
}

function centred(places) {
  const xs = [...places.values()].map((p) => p[0]), ys = [...places.values()].map((p) => p[1]);
  const cx = (Math.min(...xs) + Math.max(...xs)) / 2, cy = (Math.min(...ys) + Math.max(...ys)) / 2;
  for (const [id, [px, py]] of places) places.set(id, [Math.round(px - cx), Math.round(py - cy)]);
  return places;
}

/** Places for those actors that have none: Map id -> [x, y]. Those that have one are not moved.

actors: [{id, x, y}]; ties: [{source, target, family, practice}]. */
export function missingPlaces(actors, ties, aspect = 1.15) {
  const has = (actor) => actor.x != null && actor.y != null;
  const without = actors.filter((actor) => !has(actor));
  if (!without.length) return new Map();
  if (without.length === actors.length) return layoutOf(actors, ties, aspect);
  const placed = new Map(actors.filter(has).map((actor) => [actor.id, { x: actor.x, y: actor.y }]));
  const out = new Map();
  for (const actor of without) {
    const at = near(actor.id, placed, ties);
    placed.set(actor.id, at);
    out.set(actor.id, [at.x, at.y]);
  }
  return out;
}
