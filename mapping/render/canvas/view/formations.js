// Shapes to stand in: rows, blocks, two halves, rings. Each gives, for groups of these sizes in their order, the free
// slots of every group around (0, 0) and where its heading goes: {slots: [[{x, y}]], heads: [{x, y}]}. Pure.

const CELL = { x: 214, y: 132 };
const HEAD = 46, GAP = 64; // px above a group for its heading (at type of its natural size), and between groups
const SHIFT = [-0.25, 0.08, 0.25]; // of a cell, row by row: a line straight down passes beside
const WAVE = [0, 30, -30]; // px up and down in a row, so that a line to the next but one passes who stands between

/** Slots of n in a grid of so many columns from (x, y), a last short row in the middle. */
function grid(n, columns, x, y) {
  const lines = Math.ceil(n / columns);
  return Array.from({ length: n }, (_, i) => {
    const row = Math.floor(i / columns), in_ = row === lines - 1 ? n - row * columns : columns, at = i % columns;
    return { x: x + (at + 0.5 + (columns - in_) / 2) * CELL.x + (columns > 1 && lines > 1 ? SHIFT[row % 3] * CELL.x : 0), y: y + row * CELL.y + CELL.y / 2 + WAVE[(at + 2 * row) % 3] * (in_ > 2 ? 1 : 0.4) };
  });
}

const heightOf = (n, columns) => Math.ceil(n / columns) * CELL.y;

/** The number of columns at which `size(columns)` = {w, h} comes nearest to the sheet's shape. */
function bestColumns(most, aspect, size) {
  let best = 1, least = Infinity;
  for (let columns = 1; columns <= most; columns++) {
    const { w, h } = size(columns), off = Math.max(w / aspect, h);
    if (off < least) (least = off), (best = columns);
  }
  return best;
}

function centred({ slots, heads }) {
  const all = [...slots.flat(), ...heads], xs = all.map(({ x }) => x), ys = all.map(({ y }) => y);
  const cx = (Math.min(...xs) + Math.max(...xs)) / 2, cy = (Math.min(...ys) + Math.max(...ys)) / 2;
  const move = (at) => ({ ...at, x: at.x - cx, y: at.y - cy });
  return { slots: slots.map((of) => of.map(move)), heads: heads.map(move) };
}

/** One band below the other, each as wide as the sheet. */
export function rows(sizes, aspect, keys, type) {
  const space = HEAD * type;
  const most = Math.max(...sizes), high = (columns) => sizes.reduce((sum, n) => sum + heightOf(n, columns) + space, 0);
  const columns = bestColumns(most, aspect, (c) => ({ w: c * CELL.x, h: high(c) }));
  const slots = [], heads = [];
  let y = 0;
  for (const n of sizes) {
    heads.push({ x: 0, y: y + space * 0.6, w: columns * CELL.x });
    slots.push(grid(n, columns, 0, y + space));
    y += space + heightOf(n, columns);
  }
  return centred({ slots, heads });
}

/** A block for each group, in shelves like words in lines; the blocks of a shelf are equally high. */
export function blocks(sizes, aspect, keys, type) {
  const space = HEAD * type * 1.3; // for two lines
  const wide = (n, lines) => Math.max(Math.ceil(n / lines) * CELL.x, 130 * type);
  let best = null, least = Infinity;
  for (let columns = 1; columns <= 30; columns++) {
    const shelves = shelved(sizes, columns * CELL.x, wide, space), h = shelves.reduce((sum, { lines }) => sum + lines * CELL.y + space, 0);
    const w = Math.max(...shelves.map(({ from, to, lines }) => sizes.slice(from, to).reduce((sum, n) => sum + wide(n, lines) + GAP, -GAP)));
    const off = Math.max(w / aspect, h);
    if (off < least) (least = off), (best = { shelves, w });
  }
  const slots = [], heads = [];
  let y = 0;
  for (const { from, to, lines } of best.shelves) {
    const widths = sizes.slice(from, to).map((n) => wide(n, lines));
    const gap = to - from > 1 ? Math.min(GAP * 2.5, (best.w - widths.reduce((sum, w) => sum + w, 0)) / (to - from - 1)) : 0;
    widths.reduce((x, w, k) => {
      const n = sizes[from + k], columns = Math.ceil(n / lines);
      heads.push({ x, y: y + space * 0.6, w });
      slots.push(grid(n, columns, x + (w - columns * CELL.x) / 2, y + space));
      return x + w + gap;
    }, 0);
    y += space + lines * CELL.y;
  }
  return centred({ slots, heads });
}

/** Shelves {from, to, lines} of least height in all for groups in their order, none wider than `width` unless one group alone is. */
function shelved(sizes, width, wide, space) {
  const n = sizes.length, rest = [{ high: 0, shelves: [] }]; // rest[k]: the last k groups
  for (let from = n - 1; from >= 0; from--) {
    let best = { high: Infinity };
    for (let lines = 1; lines <= 8; lines++) {
      let sum = -GAP;
      for (let to = from + 1; to <= n; to++) {
        sum += wide(sizes[to - 1], lines) + GAP;
        if (sum > width && (to > from + 1 || lines < 8)) break;
        const after = rest[n - to], high = after.high + lines * CELL.y + space;
        if (high < best.high) best = { high, shelves: [{ from, to, lines }, ...after.shelves] };
      }
    }
    rest.push(best.shelves ? best : { high: Infinity, shelves: [{ from, to: from + 1, lines: 8 }, ...rest[n - from - 1].shelves] });
  }
  return rest[n].shelves;
}

/** The State on the left and who is not on the right; partners above, the people served below. */
export function halves(sizes, aspect, keys, type) {
  const space = HEAD * type;
  const of = (key) => sizes[keys.indexOf(key)] ?? 0;
  const [state, nonstate] = [of('state'), of('nonstate')], beside = state + nonstate;
  const split = (columns) => {
    if (!state || !nonstate) return [state ? columns : 0, nonstate ? columns : 0];
    const left = Math.min(columns - 1, Math.max(1, Math.round((columns * state) / beside)));
    return [left, columns - left];
  };
  const middle = (columns) => (beside ? Math.max(...split(columns).map((c, i) => (c ? heightOf([state, nonstate][i], c) : 0))) + space : 0);
  const strip = (key, columns) => (of(key) ? heightOf(of(key), columns) + space : 0);
  const columns = Math.max(2, bestColumns(Math.max(2, beside, ...sizes), aspect, (c) => ({
    w: Math.max(2, c) * CELL.x + GAP, h: strip('international', Math.max(2, c)) + middle(Math.max(2, c)) + strip('served', Math.max(2, c)),
  })));
  const [left] = split(columns), top = strip('international', columns), below = top + middle(columns);
  const at = { international: [0, 0, columns], state: [0, top, left], nonstate: [left * CELL.x + (left ? GAP : 0), top, columns - left], served: [0, below, columns] };
  return centred({
    slots: keys.map((key, g) => grid(sizes[g], at[key][2], at[key][0], at[key][1] + space)),
    heads: keys.map((key) => ({ x: at[key][0], y: at[key][1] + space * 0.6, w: at[key][2] * CELL.x })),
  });
}

const RING = { along: 176, apart: 150, between: 190 }; // px from one to the next on a ring, from ring to ring, from group to group

/** Ring around ring, the first group in the middle. */
export function rings(sizes, aspect) {
  const stretch = Math.min(1.7, Math.max(0.6, aspect)), ax = Math.sqrt(stretch), ay = 1 / Math.sqrt(stretch);
  const slots = [], heads = [];
  let r = 0;
  for (const [g, n] of sizes.entries()) {
    const of = [];
    if (g) r += RING.between;
    const head = r;
    for (let left = n; left > 0; ) {
      if (!r && left > 1) r = left <= 3 ? 96 : 130;
      const round = 2 * Math.PI * r * Math.sqrt((ax * ax + ay * ay) / 2), room = Math.max(1, Math.floor(round / RING.along));
      const take = left <= room * 1.15 ? left : room;
      for (let k = 0; k < take; k++) {
        const angle = ((k + (of.length ? 0.5 : 0)) / take) * 2 * Math.PI + g * 0.3, wave = take > 4 ? (k % 2 ? 14 : -14) : 0;
        of.push({ x: (r + wave) * ax * Math.cos(angle), y: (r + wave) * ay * Math.sin(angle) });
      }
      left -= take;
      if (left > 0) r += RING.apart;
    }
    slots.push(of);
    const rim = g ? head - RING.between / 2 : 0; // between this group and the one inside it
    heads.push({ x: 0, y: g ? -rim * ay : n > 1 ? 0 : -60, ring: g ? { rx: rim * ax, ry: rim * ay } : null });
  }
  return { slots, heads };
}
