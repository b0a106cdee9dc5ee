// Tells the page's script, not too often, that the map has changed: its panels follow.

import { AfterPress } from './press.js';

export const QUIET_MS = 800, LONGEST_MS = 2000; // after the last change; after the first one
export const LEAVING_MS = 2500; // after somebody pressed what leads to another page
const KNOCK_MS = 1500, KNOCKS = 40;
const LEADS_AWAY = 'a[href], [data-act="open"], [data-testid="findings-open"]';

/** Debounces `tell('changed', seq)`, and asks for a rerun after the server was started anew.

A run that is asked for while the browser is on its way to another page is a run of the page it leaves, and Streamlit
goes back to that one: whoever pressed would have to press again. So nothing is told until the way is over. */
export class Changed {
  constructor(tell, timers = globalThis, page = globalThis.document) {
    Object.assign(this, { timers, page, teller: new AfterPress(tell, timers, page) });
    this.boots = new Boots((name, value) => this.teller.tell(name, value), timers);
    this.pressed = (event) => event.composedPath().some((node) => node.matches?.(LEADS_AWAY)) && this.leave();
    page?.addEventListener('click', this.pressed, { capture: true });
  }

  /** Somebody goes to another page: what changes meanwhile is told only if this one is still here then. */
  leave() {
    this.timers.clearTimeout(this.leaving);
    this.leaving = this.timers.setTimeout(() => {
      this.leaving = null;
      if (this.held) this.now();
    }, LEAVING_MS);
  }

  /** `onlyDay`: for a page that shows nothing of the map. What is covered or uncovered is told at once. */
  take(state, before, event) {
    if (event.type === 'welcome') this.boots.heard(state.boot);
    const opened = event.type === 'table' && state.table.open !== before.table.open;
    const drawn = state.seq !== before.seq || opened || state.hand !== before.hand || state.read !== before.read, day = dayMoved(state.day, before.day);
    if (event.type === 'welcome' && !before.ready) return;
    if (!day && (this.onlyDay || !drawn)) return;
    this.soon(state.seq);
    if (Boolean(state.day?.hidden) !== Boolean(before.day?.hidden)) this.now();
  }

  soon(seq) {
    this.seq = seq;
    this.timers.clearTimeout(this.quiet);
    this.quiet = this.timers.setTimeout(() => this.now(), QUIET_MS);
    this.longest ??= this.timers.setTimeout(() => this.now(), LONGEST_MS);
  }

  now() {
    this.timers.clearTimeout(this.quiet);
    this.timers.clearTimeout(this.longest);
    this.longest = null;
    this.held = Boolean(this.leaving);
    if (!this.held) this.teller.tell('changed', this.seq);
  }

  close() {
    this.page?.removeEventListener('click', this.pressed, { capture: true });
    for (const timer of [this.quiet, this.longest, this.leaving]) this.timers.clearTimeout(timer);
    this.teller.close();
    this.boots.close();
  }
}

/** Who is in a room, as one text: another one when somebody has come or gone. Pure. */
export const whoIsIn = ({ people, leading = null }) => JSON.stringify([people.map(({ seat }) => seat).sort(), leading]);

/** Whether the day stands otherwise; what time it was told at is no difference. Pure. */
export function dayMoved(day, before) {
  if (day === before) return false;
  const told = (value) => JSON.stringify({ ...value, now: null });
  return told(day) !== told(before);
}

/** After a restart the page's script does not run again by itself: ask until it has (its `run` is another one). */
class Boots {
  constructor(tell, timers) {
    Object.assign(this, { tell, timers, boot: null, run: undefined });
  }

  heard(boot) {
    const restarted = this.boot !== null && boot !== this.boot;
    this.boot = boot;
    if (!restarted) return;
    this.close();
    let left = KNOCKS;
    const knock = () => {
      this.tell('boot', boot);
      left -= 1;
      if (left) this.knocking = this.timers.setTimeout(knock, KNOCK_MS);
    };
    knock();
  }

  /** The script has run: in which process. */
  seen(run) {
    if (this.run !== undefined && run !== this.run) this.close();
    this.run = run;
  }

  close() {
    this.timers.clearTimeout(this.knocking);
  }
}
