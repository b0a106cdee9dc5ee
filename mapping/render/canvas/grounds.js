// Links that say something against somebody: they ask for evidence and certainty before anything of them is sent. Pure.

const HARD = new Set(['tension', 'illicit']);

/** Whether a link of this kind needs grounds before it is saved. */
export function needsGrounds(kind, vocabulary) {
  const of = vocabulary.link_kinds[kind];
  return Boolean(of && (of.negative || of.sensitive || HARD.has(of.family)));
}

/** Whether a link says on what it rests, and how sure the group is. */
export const hasGrounds = (link) => Boolean(link.evidence && link.confidence);

/** Whether a draft is on the map: a new link with its id, or all of what was to be `said` of a link. */
const isSaved = (link, said) => Boolean(link && (!said || Object.entries(said).every(([name, value]) => link[name] === value)));

/** Links that wait for their grounds on this screen only, by id: new ones, and links whose kind is to become a hard one. */
export class Drafts {
  constructor() {
    this.rows = new Map();
  }

  get(id) {
    return this.rows.get(id) ?? null;
  }

  has(id) {
    return this.rows.has(id);
  }

  /** Each change makes another Map, so that who draws sees that there is something new. */
  put(link) {
    this.rows = new Map(this.rows).set(link.id, link);
  }

  /** One that is on the map already keeps apart what is `said` here: the rest of it stays as others may change it. */
  set(id, values) {
    const row = this.rows.get(id);
    if (row) this.put({ ...row, ...values, ...(row.said ? { said: { ...row.said, ...values } } : {}) });
  }

  drop(id) {
    if (!this.rows.has(id)) return;
    this.rows = new Map(this.rows);
    this.rows.delete(id);
  }

  /** Let go of what cannot be saved any more: an end is gone, or its kind was closed. The ids that went; one that another
  tab of this seat has saved goes without a word. */
  keep(map, open, vocabulary) {
    for (const { id, said } of [...this.rows.values()]) if (isSaved(map.links.get(id), said)) this.drop(id);
    const lost = [...this.rows.values()].filter(({ id, kind, source, target, said }) => !map.actors.has(source) || !map.actors.has(target)
      || (said && !map.links.has(id)) || (vocabulary.link_kinds[kind]?.sensitive && !open)).map(({ id }) => id);
    for (const id of lost) this.drop(id);
    return lost;
  }
}
