// Names as people type them: what in the catalogue is meant. Pure.
// Names, short names, acronyms and aliases of both languages count alike; case, accents and punctuation do not.
// Spellings are compared as the server does it (mapping/scenario/spelling.py): what decides there decides here.

const INITIALS = /(^|[^a-z])((?:(?:[a-z]\.\s?)+[a-z]|(?:([a-z])\3\.\s?)+([a-z])\4)(?=\W|$)\.?)/gi;
const STEERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]/g; // turn the direction of what stands beside them
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
const ARTICLES = /^(el|la|los|las|the) /;
const SMALL = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'y', 'e', 'of', 'the', 'and', 'for', 'para', 'por', 'en', 'in', 'on']);

/** Words in lower case, without accents or punctuation: "FF. AA." is "ffaa", "MS-13" is "ms 13". */
export function plain(text) {
  const joined = text.replaceAll('’', "'").replace(INITIALS, (all, before, initials) => before + initials.replace(/[.\s]/g, ''));
  const bare = joined.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.replace(/'s(?![\p{L}\p{N}])|[^\p{L}\p{N}]/gu, ' ').split(' ').filter(Boolean).join(' ');
}

/** A text in one line, without characters that would make its neighbours read backwards. */
export const steady = (text) => text.replace(STEERING, '').replace(CONTROLS, ' ');

/** What two spellings of one name have in common; spaces do not count. */
export const key = (text) => plain(text).replaceAll(' ', '');

/** As `plain`, without a leading article. */
export const fold = (text) => plain(text).replace(ARTICLES, '');

/** Whether typed words are the beginnings of a name's words, in their order; small words may be left out. Both folded. */
export function abbreviates(typed, name) {
  const words = typed.split(' '), all = name.split(' ');
  if (words.length < 2 || words.some((word) => word.length < 2) || !all[0].startsWith(words[0])) return false;
  let at = 0;
  for (const word of words) {
    while (at < all.length && !all[at].startsWith(word) && SMALL.has(all[at])) at += 1;
    if (at >= all.length || !all[at].startsWith(word)) return false;
    at += 1;
  }
  return true;
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
export const labelOf = (actor, language) => steady(actor?.names?.[language] || actor?.name || actor?.names?.es || actor?.names?.en || '');

/** The catalogue of a scenario as the server gives it (mapping/scenario/catalogue.py), ready to be asked. */
export class Catalogue {
  constructor({ actors = [], exact = {}, generic = {} } = {}) {
    this.rows = new Map(actors.map((row) => [row.id, row]));
    const ids = (places) => [places].flat().map((place) => actors[place].id);
    this.exact = new Map(Object.entries(exact).map(([spelled, places]) => [spelled, ids(places)]));
    this.generic = new Map(Object.entries(generic).map(([spelled, places]) => [spelled, ids(places)]));
    this.spellings = actors.flatMap((row) => spellingsOf(row).map((written) => [fold(written), row.id, written]));
  }

  /** What a text means: {is: id} for one actor, {ask: [ids]} where it fits several, {} for nothing known. */
  meaning(text) {
    for (const spelled of new Set([key(text), key(fold(text))])) {
      if (this.generic.get(spelled)?.length) return { ask: this.generic.get(spelled) };
      const ids = this.exact.get(spelled) ?? [];
      if (ids.length) return ids.length === 1 ? { is: ids[0] } : { ask: ids };
    }
    return {};
  }

  /** Actors that a text may stand for, best first: [{id, written}], `written` being the spelling that fits. */
  suggestions(text, count = 7) {
    const folded = fold(text);
    if (!folded) return [];
    const best = new Map();
    const meaning = this.meaning(text);
    for (const id of meaning.ask ?? (meaning.is ? [meaning.is] : [])) best.set(id, { id, written: '', price: 0 });
    for (const [spelling, id, written] of this.spellings) {
      const price = distance(folded, spelling);
      if (price !== null && (!best.has(id) || price < best.get(id).price)) best.set(id, { id, written, price });
    }
    const order = (a, b) => a.price - b.price || (a.id < b.id ? -1 : 1);
    return [...best.values()].sort(order).slice(0, count).map(({ id, written }) => ({ id, written }));
  }

  /** Actors that a text may be the beginning of: one of their spellings, or its words, or a word that fits several. */
  beginning(text) {
    const folded = fold(text), spelled = key(text);
    if (!folded) return [];
    const of = (test) => this.spellings.filter(([spelling]) => test(spelling)).map(([, id]) => id);
    const ids = new Set(of((spelling) => spelling.startsWith(folded)));
    for (const [word, several] of this.generic) if (word.startsWith(spelled)) for (const id of several) ids.add(id);
    return ids.size ? [...ids] : [...new Set(of((spelling) => abbreviates(folded, spelling)))];
  }

  /** Ids in the order in which a text suggests them; those it does not suggest come last. */
  ordered(text, ids) {
    const at = new Map(this.suggestions(text, this.rows.size).map(({ id }, i) => [id, i]));
    return [...ids].sort((a, b) => (at.get(a) ?? Infinity) - (at.get(b) ?? Infinity) || 0);
  }

  /** The actor that a map takes from the catalogue, under its short name. */
  actor(id, language) {
    const { short = {}, names = {}, acronym, aliases, force, ...rest } = this.rows.get(id);
    return { ...rest, catalogue: id, name: short[language] || names[language] || Object.values(names)[0], names: short, ...(force ? { uses_force: force } : {}) };
  }

  /** The full name of an actor, for the list of proposals. */
  fullName(id, language) {
    return this.rows.get(id)?.names?.[language] ?? '';
  }
}

function spellingsOf({ short = {}, names = {}, acronym, aliases = [] }) {
  return [...new Set([...Object.values(short), ...Object.values(names), acronym, ...aliases].filter(Boolean))];
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
  const spelled = key(text);
  for (const actor of actors.values()) {
    if ([actor.name, ...Object.values(actor.names ?? {})].some((name) => key(name) === spelled)) return actor.id;
  }
  return null;
}
