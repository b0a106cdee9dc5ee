// Keeps a run that the page asks for by itself from taking the place of one that a person asked for.

export const PRESS_MS = 300, LOOK_MS = 100, PATIENCE_MS = 5000; // after a press; then how often it is looked; in all
const RUNS = '[data-test-script-state="rerunRequested"], [data-test-script-state="running"]';

/** Tells at once, but after a press only when the page has run for it: a run that is asked for before the press's own
has begun replaces it, and what was pressed never happens (docs/decisions/0048). Each thing is told once, as it is last. */
export class AfterPress {
  constructor(tell, timers = globalThis, page = globalThis.document) {
    Object.assign(this, { say: tell, timers, page, waiting: new Map() });
    this.pressed = () => this.begins();
    page?.addEventListener('click', this.pressed, { capture: true });
  }

  tell(name, value) {
    if (this.longest) this.waiting.set(name, value);
    else this.say(name, value);
  }

  begins() {
    this.longest ??= this.timers.setTimeout(() => this.over(), PATIENCE_MS);
    this.looksAfter(PRESS_MS);
  }

  looksAfter(ms) {
    this.timers.clearTimeout(this.look);
    this.look = this.timers.setTimeout(() => this.page.querySelector(RUNS) ? this.looksAfter(LOOK_MS) : this.over(), ms);
  }

  over() {
    this.stop();
    const told = [...this.waiting];
    this.waiting.clear();
    for (const [name, value] of told) this.say(name, value);
  }

  stop() {
    for (const timer of [this.look, this.longest]) this.timers.clearTimeout(timer);
    this.longest = null;
  }

  close() {
    this.page?.removeEventListener('click', this.pressed, { capture: true });
    this.stop();
  }
}
