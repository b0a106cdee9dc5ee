// Tells the page's script, not too often, that the map has changed: its panels follow.

export const QUIET_MS = 800, LONGEST_MS = 2000; // after the last change; after the first one
const KNOCK_MS = 1500, KNOCKS = 40;

/** Debounces `tell('changed', seq)`, and asks for a rerun after the server was started anew. */
export class Changed {
  constructor(tell, timers = globalThis) {
    Object.assign(this, { tell, timers });
    this.boots = new Boots(tell, timers);
  }

  take(state, before, event) {
    if (event.type === 'welcome') this.boots.heard(state.boot);
    const moved = state.seq !== before.seq || state.day !== before.day;
    if (moved && event.type !== 'welcome') this.soon(state.seq);
    else if (moved && before.ready && state.seq !== before.seq) this.soon(state.seq);
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
    this.tell('changed', this.seq);
  }

  close() {
    this.timers.clearTimeout(this.quiet);
    this.timers.clearTimeout(this.longest);
    this.boots.close();
  }
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
