// The lens of this screen: what one chose to look at, kept while the map changes under it.
import { lensOf } from './view/lens.js';

const MOST_STEPS = 2;

export class Lens {
  constructor() {
    this.clear();
  }

  clear() {
    this.chosen = {};
    this.around = null;
    this.hides = false;
    this.own = new Set(); // what was drawn here while it holds
    this.key = Symbol('lens');
  }

  get on() {
    return Boolean(this.around) || Object.values(this.chosen).some((values) => values.size);
  }

  has(facet, value) {
    return Boolean(this.chosen[facet]?.has(value));
  }

  /** Choose a value of a facet, or let it go. */
  toggle(facet, value) {
    const values = new Set(this.chosen[facet]);
    if (!values.delete(value)) values.add(value);
    this.chosen = { ...this.chosen, [facet]: values };
    this.changed();
  }

  /** Only an actor and who is that many links away; 0 steps: everybody again. */
  focus(id, steps = 1) {
    this.around = steps > 0 ? { id, steps: Math.min(steps, MOST_STEPS) } : null;
    this.changed();
  }

  /** The next step of one key: its neighbours, theirs too, all again. */
  next(id) {
    const steps = this.around?.id === id ? this.around.steps + 1 : 1;
    this.focus(id, steps > MOST_STEPS ? 0 : steps);
  }

  hide(hides) {
    this.hides = hides;
    this.changed();
  }

  changed() {
    if (!this.on) this.clear();
    this.key = Symbol('lens');
  }

  /** Something was drawn on this screen: it stays in sight. */
  drew(ids) {
    if (!this.on || !ids.length) return;
    this.own = new Set([...this.own, ...ids]);
    this.key = Symbol('lens');
  }

  /** What is in it: {actors, links, hides, own} or null for everything; `own` counts what is there only because it was
  drawn here. Proposals are in it, and count nowhere. */
  of(map, vocabulary, selected = null) {
    if (this.around && !map.actors.has(this.around.id)) this.focus(null, 0); // somebody removed it
    if (!this.on) return null;
    const fitting = lensOf(this, map, vocabulary), left = (id) => !fitting.links.has(id) && !fitting.actors.has(id);
    const kept = lensOf(this, map, vocabulary, [...this.own, ...(selected ? [selected] : [])]), { links } = settled(map);
    const own = [...this.own].filter((id) => (links.has(id) || map.actors.has(id)) && left(id)).length;
    return { ...kept, hides: this.hides, own };
  }
}

/** The map without what is only proposed; the same where nothing is. */
export function settled(map) {
  const links = [...map.links].filter(([, link]) => !link.proposed);
  return links.length === map.links.size ? map : { ...map, links: new Map(links) };
}

/** The ids that a change of one's own adds. */
export function idsAdded(change) {
  const parts = change?.op === 'batch' ? change.changes ?? [] : [change];
  return parts.flatMap((part) => (part?.op === 'add' ? [part.actor.id] : part?.op === 'link' ? [part.link.id] : []));
}
