// Names as people type them: what in the catalogue is meant. Pure.
// Names, short names, acronyms and aliases of both languages count alike; case, accents and punctuation do not.
// Spellings are compared as the server does it (mapping/scenario/spelling.py): what decides there decides here.

const INITIALS = /(^|[^a-z])((?:(?:[a-z]\.\s?)+[a-z]|(?:([a-z])\3[.\s]\s?)+([a-z])\4)(?=\W|$)\.?)/gi;
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

/** Whether a text can only be meant as an acronym: one short word, in capitals or of at most four letters. */
export function isAcronym(text) {
  const word = text.trim(), { length } = key(word);
  return length > 0 && !word.includes(' ') && (length <= 4 || (word.toUpperCase() === word && length <= 10));
}

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

const BESIDE = /\s*[(/)]\s*|\s+[-–—]\s+/; // Fiscalía (MP), DPI / ATIC
const LISTED = /\s*[,;&+]\s*|\s+(?:y|e|and)\s+/i; // the army and the police

/** The catalogue of a scenario as the server gives it (mapping/scenario/catalogue.py), ready to be asked. */
export class Catalogue {
  constructor({ actors = [], exact = {}, generic = {}, parts = {}, ignored = [...SMALL], same = {}, country = [], glossary = {} } = {}) {
    const ids = (places) => [places].flat().map((place) => actors[place].id);
    const known = (spelled) => new Map(Object.entries(spelled).map(([bare, places]) => [bare, ids(places)]));
    Object.assign(this, { rows: new Map(actors.map((row) => [row.id, row])), exact: known(exact), generic: known(generic), parts: known(parts) });
    Object.assign(this, { ignored: new Set(ignored), same: new Map(Object.entries(same)), country: new Set(country), glossary });
    const spelled = actors.flatMap((row) => spellingsOf(row).map(([written, shown]) => [fold(written), row.id, written, shown]));
    this.short = new Set(spelled.map(([, , written]) => written).filter(isAcronym).map(key));
    this.spellings = spelled;
    this.common = new Set((glossary.concepts ?? []).flat()); // words that are whole as they stand (`estado`, not `estad`)
    this.also = actors.flatMap((row) => (row.also ?? []).map((written) => [fold(written), row.id, written, [], true])); // they ask
  }

  /** The words of a text without articles (and the country's, `abroad` false), each in one spelling. */
  content(text, abroad = true) {
    let spelled = ` ${plain(text)} `;
    if (!abroad) for (const name of this.country) if (name.includes(' ')) spelled = spelled.replaceAll(` ${name} `, ' '); // Costa Rica
    const words = spelled.split(' ').filter((word) => word && !this.ignored.has(word) && (abroad || !this.country.has(word)));
    return words.map((word) => this.same.get(word) ?? word).join('').replaceAll(' ', '');
  }

  /** Whose name a text is, or which word that asks: {as: 'exact' | 'generic' | 'part', ids}; null for neither. */
  known(text) {
    const words = plain(text).split(' '), whole = key(text);
    for (const spelled of new Set([whole, this.content(text), this.content(text, false)])) {
      for (const [as, of] of [['generic', this.generic], ['part', this.parts]]) if (of.get(spelled)?.length) return { as, ids: of.get(spelled) };
      const ids = this.exact.get(spelled);
      if (ids && (spelled === whole || !this.short.has(spelled) || words.includes(spelled))) return { as: 'exact', ids };
    }
    return null;
  }

  /** What each piece of a text means, if it has several and all are known. */
  pieces(text, between) {
    const pieces = text.split(between).filter(Boolean), known = pieces.length > 1 ? pieces.map((piece) => this.known(piece)) : [null];
    return known.every(Boolean) ? { ids: [...new Set(known.flatMap(({ ids }) => ids))], one: known.every(({ as, ids }) => as === 'exact' && ids.length === 1) } : null;
  }

  /** What a text means: {is: id} for one actor, {ask: [ids]} where it fits several, {near: [ids]} where it may be a part of
  one or a body of its own, {} for nothing known. */
  meaning(text) {
    const known = this.known(text);
    if (known?.as === 'part') return { near: known.ids };
    if (known) return known.as === 'exact' && known.ids.length === 1 ? { is: known.ids[0] } : { ask: known.ids };
    const twice = this.pieces(text, BESIDE), several = twice ?? this.pieces(text, LISTED);
    if (twice?.one && twice.ids.length === 1) return { is: twice.ids[0] };
    return several ? { near: several.ids } : {};
  }

  /** Whether a text is spelled as a name or as a word that asks, but for a leading article. */
  isSpelled(text) {
    return [key(text), key(fold(text))].some((spelled) => this.exact.has(spelled) || this.generic.has(spelled));
  }

  /** Whether an actor is shown under a text: its short or its full name, in either language. */
  isShown(id, text) {
    const { short = {}, names = {} } = this.rows.get(id) ?? {}, spelled = key(text);
    return [...Object.values(short), ...Object.values(names)].some((name) => key(name) === spelled);
  }

  /** Actors that a text may stand for, best first: [{id, written, alias}], `written` being the spelling that fits and
  `alias` whether it is one that nobody sees. How it fits goes first, then who is prominent, then names that are shown in
  `language`, those of the other one, aliases; a wider body goes before its parts. Slips are looked for only where nothing
  begins so. */
  suggestions(text, count = 7, { language = null, slips = true } = {}) {
    const folded = fold(text);
    if (!folded) return [];
    const best = new Map(), meaning = this.meaning(text);
    for (const id of meaning.ask ?? meaning.near ?? (meaning.is ? [meaning.is] : [])) best.set(id, { id, written: '', alias: false, price: [0, 0, 0, 0] });
    for (const [spelling, id, written, shown, asks] of [...this.spellings, ...this.also]) {
      const group = distance(folded, spelling, slips);
      if (group === null) continue;
      const known = best.get(id), length = known?.price[0] === group ? Math.min(spelling.length, known.price[3]) : spelling.length;
      const price = [group, this.rows.get(id).tier ?? 1, shown.length ? (!language || shown.includes(language) ? 0 : 1) : 2, length];
      if (!known || compared(price, known.price) < 0) best.set(id, { id, written, alias: !shown.length, price });
      else if (known.price[0] === group && !asks) known.price[3] = length; // a word that fits several is nobody's short name
    }
    const rows = this.widerFirst([...best.values()].sort((a, b) => compared(a.price, b.price) || (a.id < b.id ? -1 : 1)));
    return rows.filter(({ price }) => price[0] < SLIP || rows[0].price[0] > WORD).slice(0, count).map(({ id, written, alias }) => ({ id, written, alias }));
  }

  /** Rows in their order, but a body before its parts where both fit alike. */
  widerFirst(rows) {
    const placed = new Set(), of = new Map(rows.map((row) => [row.id, row]));
    const place = (row) => {
      if (placed.has(row)) return;
      placed.add(row);
      const wider = of.get(this.rows.get(row.id).part_of);
      if (wider && wider.price[0] === row.price[0]) place(wider);
      order.push(row);
    };
    const order = [];
    rows.forEach(place);
    return order;
  }

  /** Actors of which a name that is shown begins so. */
  shownBeginning(text) {
    const folded = fold(text);
    return folded ? [...new Set(this.spellings.filter(([spelling, , , shown]) => shown.length && spelling.startsWith(folded)).map(([, id]) => id))] : [];
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

  /** Whether a text is plainly an unfinished name of an actor: it breaks off in a word. Whole words may be the name of
  another body (`Tribunal Superior`), and so may an acronym in capitals (`INA`). */
  breaksOff(text, id) {
    const folded = fold(text), words = folded.split(' '), short = isAcronym(text) && text.toUpperCase() === text;
    const cut = (spelling) => {
      const whole = new Set(spelling.split(' '));
      return words.some((word) => !whole.has(word) && !this.common.has(word));
    };
    return this.spellings.some(([spelling, of, written]) => of === id && !(short && isAcronym(written))
      && (spelling.startsWith(folded) || abbreviates(folded, spelling)) && cut(spelling));
  }

  /** Ids in the order in which a text suggests them; those it does not suggest come last. */
  ordered(text, ids, language = null) {
    const at = new Map(this.suggestions(text, this.rows.size, { language, slips: false }).map(({ id }, i) => [id, i]));
    return [...ids].sort((a, b) => (at.get(a) ?? Infinity) - (at.get(b) ?? Infinity) || 0);
  }

  /** The actor that a map takes from the catalogue, under its short name. */
  actor(id, language) {
    const { short = {}, names = {}, acronym, aliases, also, force, tier, ...rest } = this.rows.get(id);
    return { ...rest, catalogue: id, name: short[language] || names[language] || Object.values(names)[0], names: short, ...(force ? { uses_force: force } : {}) };
  }

  /** The full name of an actor, for the list of proposals. */
  fullName(id, language) {
    return this.rows.get(id)?.names?.[language] ?? '';
  }
}

/** Every spelling of an actor, once: [written, the languages in which it is a name that is shown]. */
function spellingsOf({ short = {}, names = {}, acronym, aliases = [] }) {
  const shown = new Map();
  for (const [language, name] of [...Object.entries(short), ...Object.entries(names)]) if (name) shown.set(name, [...(shown.get(name) ?? []), language]);
  for (const name of [acronym, ...aliases]) if (name && !shown.has(name)) shown.set(name, []);
  return [...shown];
}

/** How two prices compare, the first figure first. */
function compared(a, b) {
  const at = a.findIndex((figure, i) => figure !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

const WORD = 3, SLIP = 6;

/** How far a typed text is from a spelling, both folded; null when it is another thing. 1 the same, 2 its beginning,
3 that of a word of it, 4 words in it, 5 letters in it, from 6 a slip. */
function distance(typed, spelling, slips) {
  if (spelling === typed) return 1;
  if (spelling.startsWith(typed)) return 2;
  if (spelling.includes(` ${typed}`)) return WORD;
  const words = typed.split(' ').filter((w) => w.length > 2);
  if (words.length > 1 && words.every((w) => spelling.includes(w))) return 4;
  if (typed.length < 4) return null;
  if (spelling.includes(typed)) return 5;
  if (!slips) return null;
  const limit = typed.length < 7 ? 1 : 2;
  const wrong = typos(typed, spelling, limit);
  return wrong <= limit ? SLIP + wrong : null;
}

/** The names under which an actor of a map is seen: in either language. */
export const namesSeen = (actor) => [...new Set([actor.name, ...Object.values(actor.names ?? {})].filter(Boolean))];

/** Ids of the actors of this map that are seen under a text. */
export function allOnMap(text, actors) {
  const spelled = key(text);
  return [...actors.values()].filter((actor) => namesSeen(actor).some((name) => key(name) === spelled)).map(({ id }) => id);
}

/** An actor of this map that goes by a text: its id or null. */
export const onMap = (text, actors) => allOnMap(text, actors)[0] ?? null;
