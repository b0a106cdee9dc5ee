// The sheet in squares, to mark what is to be painted again. Pure.

const SIDE = 64; // device px

/** Marked squares of a sheet of w × h device px; map points come onto it by {scale, dx, dy}. */
export class Tiles {
  constructor(w, h) {
    Object.assign(this, { w, h, wide: Math.ceil(w / SIDE), high: Math.ceil(h / SIDE) });
    this.marked = new Uint8Array(this.wide * this.high);
    this.count = 0;
    this.look = { scale: 1, dx: 0, dy: 0 };
  }

  clear() {
    this.marked.fill(0);
    this.count = 0;
  }

  all() {
    this.marked.fill(1);
    this.count = this.marked.length;
  }

  /** Calls `visit(index)` for the squares a rectangle of device px touches; stops where it returns true. */
  some(x0, y0, x1, y1, visit) {
    const { wide, high } = this;
    const i0 = Math.max(0, Math.floor(x0 / SIDE)), i1 = Math.min(wide - 1, Math.floor(x1 / SIDE));
    const j0 = Math.max(0, Math.floor(y0 / SIDE)), j1 = Math.min(high - 1, Math.floor(y1 / SIDE));
    for (let j = j0; j <= j1; j++) for (let i = i0; i <= i1; i++) if (visit(j * wide + i)) return true;
    return false;
  }

  /** Mark what a rectangle of device px touches. */
  mark(x0, y0, x1, y1) {
    this.some(x0, y0, x1, y1, (at) => {
      if (!this.marked[at]) (this.marked[at] = 1), (this.count += 1);
      return false;
    });
  }

  /** Mark what rectangles of the map (flat: x0, y0, x1, y1, …) touch. */
  add(boxes) {
    const { scale, dx, dy } = this.look;
    for (let k = 0; k < boxes.length; k += 4) {
      this.mark(boxes[k] * scale + dx - 1, boxes[k + 1] * scale + dy - 1, boxes[k + 2] * scale + dx + 1, boxes[k + 3] * scale + dy + 1);
    }
  }

  /** Whether rectangles of the map touch a marked square. */
  touches(boxes) {
    const { scale, dx, dy } = this.look, at = (index) => this.marked[index] === 1;
    for (let k = 0; k < boxes.length; k += 4) {
      if (this.some(boxes[k] * scale + dx - 1, boxes[k + 1] * scale + dy - 1, boxes[k + 2] * scale + dx + 1, boxes[k + 3] * scale + dy + 1, at)) return true;
    }
    return false;
  }

  /** Whether rectangles of the map touch one of device px. */
  meets(boxes, [x0, y0, x1, y1]) {
    const { scale, dx, dy } = this.look;
    for (let k = 0; k < boxes.length; k += 4) {
      if (boxes[k] * scale + dx < x1 + 1 && boxes[k + 2] * scale + dx > x0 - 1 && boxes[k + 1] * scale + dy < y1 + 1 && boxes[k + 3] * scale + dy > y0 - 1) return true;
    }
    return false;
  }

  /** The marked squares as few rectangles of device px: [x0, y0, x1, y1]. */
  rects() {
    const { wide, high, marked } = this, out = [];
    let open = new Map(); // runs of the row above, by where they begin and end
    for (let j = 0; j < high; j++) {
      const row = new Map();
      for (let i = 0; i < wide; i++) {
        if (!marked[j * wide + i]) continue;
        const from = i;
        while (i + 1 < wide && marked[j * wide + i + 1]) i += 1;
        const key = from * wide + i, rect = open.get(key) ?? [from * SIDE, j * SIDE, (i + 1) * SIDE, 0];
        if (!open.has(key)) out.push(rect);
        rect[3] = (j + 1) * SIDE;
        row.set(key, rect);
      }
      open = row;
    }
    return out;
  }
}
