// A grid over the plane, to find what lies near a rectangle without looking at everything.

/** Things with a rectangle `box`, found by place. Things move by `remove` and `add`. */
export class Grid {
  constructor(cell = 96) {
    this.cell = cell;
    this.cells = new Map();
    this.asked = 0;
  }

  /** Calls `visit(key)` for every cell a rectangle touches. */
  each(box, visit) {
    const { cell } = this;
    const i1 = Math.floor(box.x1 / cell), j0 = Math.floor(box.y0 / cell), j1 = Math.floor(box.y1 / cell);
    for (let i = Math.floor(box.x0 / cell); i <= i1; i++) for (let j = j0; j <= j1; j++) visit(i * 65536 + j);
  }

  add(thing, box = thing.box) {
    this.each(box, (key) => {
      const there = this.cells.get(key);
      if (!there) this.cells.set(key, [thing]);
      else if (there.at(-1) !== thing) there.push(thing);
    });
  }

  remove(thing, box = thing.box) {
    this.each(box, (key) => {
      const there = this.cells.get(key), at = there ? there.indexOf(thing) : -1;
      if (at >= 0) there.splice(at, 1);
    });
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

  /** Visits what is entered near a rectangle, each thing once; stops when `visit` returns true.

  The caller tests the exact overlap. Not to be nested on one grid: things carry the mark of the last question. */
  some(box, visit) {
    const { cell, cells } = this, mark = ++this.asked;
    const i1 = Math.floor(box.x1 / cell), j0 = Math.floor(box.y0 / cell), j1 = Math.floor(box.y1 / cell);
    for (let i = Math.floor(box.x0 / cell); i <= i1; i++) {
      for (let j = j0; j <= j1; j++) {
        const there = cells.get(i * 65536 + j);
        if (!there) continue;
        for (let k = 0; k < there.length; k++) {
          const thing = there[k];
          if (thing.asked === mark) continue;
          thing.asked = mark;
          if (visit(thing)) return true;
        }
      }
    }
    return false;
  }
}
