// Long lists of actors to choose from: made once, then kept in step, so that somebody else's edit costs next to nothing.
import { el } from '../dom.js';
import { labelOf } from '../names.js';

/** Keeps the actors of a map as rows {id, label} in the order of a language's alphabet. */
export class ActorRows {
  constructor(language) {
    this.language = language;
    this.order = new Intl.Collator(language).compare;
    this.actors = null;
    this.seen = new Map(); // id -> actor
    this.rows = [];
    this.labels = new Map();
  }

  /** The rows for a map's actors: the same array as before where no name is another one. */
  of(actors) {
    if (actors === this.actors) return this.rows;
    this.actors = actors;
    let same = actors.size === this.labels.size;
    for (const [id, actor] of actors) {
      if (this.seen.get(id) === actor) continue;
      const label = labelOf(actor, this.language);
      if (this.labels.get(id) !== label) this.labels.set(id, label), (same = false);
    }
    this.seen = actors;
    if (same) return this.rows;
    for (const id of this.labels.keys()) if (!actors.has(id)) this.labels.delete(id);
    return (this.rows = [...this.labels].map(([id, label]) => ({ id, label })).sort((p, q) => this.order(p.label, q.label)));
  }
}

/** Bring a select without groups to options {id, label}, touching only those that differ; what was chosen stays chosen. */
export function keepOptions(select, rows) {
  const chosen = select.value, there = new Map([...select.options].map((option) => [option.value, option]));
  const wanted = new Set(rows.map((row) => row.id));
  for (const [id, option] of there) if (!wanted.has(id)) option.remove();
  let next = select.firstChild;
  for (const { id, label } of rows) {
    const option = there.get(id) ?? el('option', { value: id }, label);
    if (option.textContent !== label) option.textContent = label;
    if (option === next) next = next.nextSibling;
    else select.insertBefore(option, next);
  }
  select.value = wanted.has(chosen) ? chosen : '';
}
