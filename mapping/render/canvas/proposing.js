// Whether what this screen draws is drawn, or proposed to those who draw.

const PATIENCE_MS = 15_000; // a laptop that loads its page again is not gone

/** Follows who draws at the table. `again(ms)` is asked for when the answer may be another one by then. */
export class Proposing {
  constructor({ again, now = Date.now }) {
    Object.assign(this, { again, now });
    this.seen = -Infinity; // when somebody drew last
  }

  /** 'draws' for a screen that draws; for one that proposes and sees: 'open' (all may draw), 'alone' (nobody draws, so
  nobody would take a proposal in) or 'proposes'. */
  how({ view, ready, table, people }) {
    if (view !== 'see') return 'draws';
    if (table.open) return 'open';
    if (people.some((person) => person.draws !== false)) this.seen = this.now();
    const left = this.seen + PATIENCE_MS - this.now();
    if (left <= 0) return ready ? 'alone' : 'proposes';
    this.again(left);
    return 'proposes';
  }
}

/** Whether a screen that proposes may change this actor or link itself: its own proposals, and actors. Pure. */
export function isOwn(state, id) {
  const link = state.map.links.get(id);
  return link ? Boolean(link.proposed && state.proposed.has(id)) : true;
}
