// The one motion of the map: a new link grows from source to target. With reduced motion, or on a crowded map,
// it carries the marker instead.

const GROWTH = 180, MARKED = 2000; // ms
export const CROWDED = 80; // actors above which nothing grows

/** What is new, and since when. `redraw` is called while something changes. */
export class Motion {
  constructor(redraw) {
    this.redraw = redraw;
    this.born = new Map();
    this.fresh = new Set();
    this.running = false;
    this.timers = new Set();
  }

  /** Things that have just come; `moves`: whether motion is wanted. One link at a time has the marker: the selected one,
  else the newest. */
  arrive(links, actors, moves, selected = null) {
    if (!moves) {
      const come = [...(selected ? [] : links), ...actors];
      if (!come.length) return;
      this.fresh.clear();
      for (const id of come) this.fresh.add(id);
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        for (const id of come) this.fresh.delete(id);
        this.redraw();
      }, MARKED);
      this.timers.add(timer);
      return;
    }
    const now = performance.now();
    for (const id of links) this.born.set(id, now);
    if (links.length && !this.running) this.run();
  }

  /** The marker goes to what somebody selects now. */
  yield() {
    this.fresh.clear();
  }

  /** How far a link has grown, 0-1. */
  grown(id) {
    const born = this.born.get(id);
    return born === undefined ? 1 : Math.min(1, Math.max(0.02, (performance.now() - born) / GROWTH));
  }

  run() {
    this.running = true;
    const step = () => {
      const now = performance.now();
      for (const [id, born] of this.born) if (now - born >= GROWTH) this.born.delete(id);
      this.redraw();
      if (this.born.size) requestAnimationFrame(step);
      else this.running = false;
    };
    requestAnimationFrame(step);
  }

  stop() {
    this.born.clear();
    for (const timer of this.timers) clearTimeout(timer);
  }
}
