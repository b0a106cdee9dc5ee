// A grid over the plane, to find what lies near a rectangle without looking at everything.

/** Things with a rectangle `box`, found by place. Things move by `remove` and `add`. */
export class Grid {
  constructor(cell = 96) {
    this.cell = cell;
    this.cells = new Map();
  }

  /** Calls `visit(key)` for every cell a rectangle touches. */
  each(box, visit) {
    const { cell } = this;
    for (let i = Math.floor(box.x0 / cell); i <= Math.floor(box.x1 / cell); i++) {
      for (let j = Math.floor(box.y0 / cell); j <= Math.floor(box.y1 / cell); j++) visit(i * 65536 + j);
    }
  }

  add(thing, box = thing.box) {
    this.each(box, (key) => {
      const there = this.cells.get(key);
      if (there) there.add(thing);
      else this.cells.set(key, new Set([thing]));
    });
  }

  remove(thing, box = thing.box) {
    this.each(box, (key) => this.cells.get(key)?.delete(thing));
  }

  /** A segment {ax, ay, bx, by} is entered piecewise, so that a long slanted one is not near everything. */
  addSegment(segment) {
    const { ax, ay, bx, by } = segment;
    const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / this.cell));
    for (let k = 0; k < pieces; k++) {
      const x0 = ax + ((bx - ax) * k) / pieces, x1 = ax + ((bx - ax) * (k + 1)) / pieces;
      const y0 = ay + ((by - ay) * k) / pieces, y1 = ay + ((by - ay) * (k + 1)) / pieces;
      this.add(segment, { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) });
    }
  }

  /** What is entered near a rectangle, each once. The caller tests the exact overlap. */
  near(box) {
    const out = new Set();
    this.each(box, (key) => {
      const there = this.cells.get(key);
      if (there) for (const thing of there) out.add(thing);
    });
    return out;
  }
}
