// Names as people type them: what in the catalogue is meant. Pure.
// Names, short names, acronyms and aliases of both languages count alike; case, accents and articles do not.

const ARTICLES = /^(el|la|los|las|the)\s+/;

/** A text as names are compared: no case, accents, punctuation or leading article. */
export function fold(text) {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  return plain.replace(/\./g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(ARTICLES, '');
}

/** Steps of typing between two words (insert, drop, replace, swap), up to `limit`; more is limit + 1. */
export function typos(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

/** The name to show: the short one of a language, else any. */
export const labelOf = (actor, language) => actor?.names?.[language] || actor?.name || actor?.names?.es || actor?.names?.en || '';

/** The catalogue of a scenario: {actors: [{id, spellings, actor: {…}}], generic: [{term, actors}]}, ready to be asked. */
export class Catalogue {
  constructor({ actors = [], generic = [] } = {}) {
    this.rows = new Map(actors.map((row) => [row.id, row]));
    this.exactly = new Map(); // folded spelling -> Set of ids
    this.spellings = []; // [folded, id, as written]
    for (const row of actors) {
      for (const written of row.spellings) {
        const folded = fold(written);
        if (!folded) continue;
        if (!this.exactly.has(folded)) this.exactly.set(folded, new Set());
        this.exactly.get(folded).add(row.id);
        this.spellings.push([folded, row.id, written]);
      }
    }
    this.generic = new Map();
    for (const { term, actors: ids } of generic) this.generic.set(fold(term), ids.filter((id) => this.rows.has(id)));
  }

  /** What a text means: {is: id} for one actor, {ask: [ids]} where it fits several, {} for nothing known. */
  meaning(text) {
    const folded = fold(text);
    const generic = this.generic.get(folded);
    if (generic?.length) return { ask: generic };
    const ids = [...(this.exactly.get(folded) ?? [])];
    if (ids.length === 1) return { is: ids[0] };
    return ids.length ? { ask: ids } : {};
  }

  /** Actors that a text may stand for, best first: [{id, written}], `written` being the spelling that fits. */
  suggestions(text, count = 7) {
    const folded = fold(text);
    if (!folded) return [];
    const best = new Map();
    const meant = this.generic.get(folded) ?? [];
    for (const id of meant) best.set(id, { id, written: '', price: 0 });
    for (const [spelling, id, written] of this.spellings) {
      const price = distance(folded, spelling);
      if (price !== null && (!best.has(id) || price < best.get(id).price)) best.set(id, { id, written, price });
    }
    const order = (a, b) => a.price - b.price || (this.rows.get(a.id).rank ?? 9) - (this.rows.get(b.id).rank ?? 9) || (a.id < b.id ? -1 : 1);
    return [...best.values()].sort(order).slice(0, count).map(({ id, written }) => ({ id, written }));
  }
}

/** How far a typed text is from a spelling, both folded; null when it is another thing. */
function distance(typed, spelling) {
  if (spelling === typed) return 0.1;
  if (spelling.startsWith(typed)) return 1 + (spelling.length - typed.length) / 100;
  if (spelling.split(' ').some((word) => word.startsWith(typed))) return 2 + spelling.length / 100;
  const words = typed.split(' ').filter((w) => w.length > 2);
  if (words.length > 1 && words.every((w) => spelling.includes(w))) return 2.5 + spelling.length / 100;
  if (typed.length < 4) return null;
  if (spelling.includes(typed)) return 3 + spelling.length / 100;
  const limit = typed.length < 7 ? 1 : 2;
  const wrong = typos(typed, spelling, limit);
  return wrong <= limit ? 3.5 + wrong : null;
}

/** An actor of this map that goes by a text: its id or null. */
export function onMap(text, actors) {
  const folded = fold(text);
  for (const actor of actors.values()) {
    if ([actor.name, ...Object.values(actor.names ?? {})].some((name) => fold(name) === folded)) return actor.id;
  }
  return null;
}
