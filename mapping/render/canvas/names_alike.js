// Which names of a catalogue are like a typed one: proposals, never decisions. Pure.
// As the server does it (mapping/scenario/names_alike.py): words that are rare count more, words of both languages meet
// in a glossary, slips are forgiven, a body of another country is none of ours, and a number is itself or nothing.
import { isAcronym, key, plain, typos } from './names.js';

const ENOUGH = 0.62, TELLING = 2, SLIP = 84, LONG = 5, MOST = 5;
const indexes = new WeakMap();

/** A word without a simple plural ending of either language. */
export function singular(word) {
  if (word.length < 5 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return /[lrndzj]es$/.test(word) && word.length > 5 ? word.slice(0, -2) : word.slice(0, -1);
}

/** The glossary of a catalogue, ready to read names with. */
function glossaryOf({ ignored, same, glossary: { concepts = [], countries = [], short = {} } = {} }) {
  const known = new Map(concepts.flatMap((line) => line.map((word) => [word, line[0]])));
  return { ignored, same, known, countries: new Set(countries), short: new Map(Object.entries(short)) };
}

/** The words that carry a name's meaning, each as its concept. */
function tokens(text, { ignored, same, known, short }) {
  const joined = plain(text).replace(/\b(inter|anti|trade)[- ](?=\w)/g, '$1');
  const whole = joined.split(' ').map((word) => short.get(word) || same.get(word) || word).join(' ');
  return whole.split(' ').filter((word) => word && !ignored.has(word)).map(singular).map((word) => known.get(word) ?? word);
}

const numbers = (words) => words.filter((word) => /^\d+$/.test(word));

function indexOf(catalogue) {
  if (indexes.has(catalogue)) return indexes.get(catalogue);
  const glossary = glossaryOf(catalogue), { country, rows, spellings, also, generic, parts } = catalogue;
  const worded = ([, id, written], behind) => ({ id, plain: plain(written), behind, words: [...new Set(tokens(written, glossary))].filter((word) => !country.has(word)) });
  const place = ([, id, written]) => 1 + (generic.get(key(written)) ?? parts.get(key(written)) ?? [id]).indexOf(id);
  const named = (row) => !isAcronym(row[2]);
  const names = [...spellings.filter(named).map((row) => worded(row, 0)), ...also.filter(named).map((row) => worded(row, place(row)))].filter(({ words }) => words.length);
  const seen = new Map(), often = new Map();
  for (const { id, words, behind } of names) if (behind < 2) seen.set(id, new Set([...(seen.get(id) ?? []), ...words]));
  for (const words of seen.values()) for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
  const total = seen.size + 1;
  const index = {
    glossary, names, unknown: Math.log(total / 0.5),
    acronyms: new Map(spellings.filter((row) => !named(row)).map(([, id, written]) => [key(written), id])),
    weight: new Map([...often].map(([word, n]) => [word, Math.log(total / (n + 0.5))])),
    written: [...new Map([...glossary.known, ...[...often.keys()].map((word) => [word, word])])].sort(([a], [b]) => (a < b ? -1 : 1)),
    places: new Map([...rows.keys()].map((id) => [id, new Set([...(seen.get(id) ?? [])].filter((word) => glossary.countries.has(word)))])),
  };
  indexes.set(catalogue, index);
  return index;
}

/** How many of 100 letters two words share in their order. */
function ratio(a, b) {
  let row = new Array(b.length + 1).fill(0);
  for (const letter of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) next[j] = letter === b[j - 1] ? row[j - 1] + 1 : Math.max(row[j], next[j - 1]);
    row = next;
  }
  return (200 * row[b.length]) / (a.length + b.length);
}

/** As `ratio`, but 0 without the work where it cannot be `SLIP`. */
const nearly = (a, b) => (200 * Math.min(a.length, b.length) >= SLIP * (a.length + b.length) ? ratio(a, b) : 0);

function fit(typed, word) {
  if (typed === word) return 1;
  if (Math.min(typed.length, word.length) < 5 || typed[0] !== word[0]) return 0;
  if (word.startsWith(typed)) return 0.85;
  const close = nearly(typed, word);
  return close >= SLIP ? (0.95 * close) / 100 : 0;
}

/** The word itself where it is known, else the known word it is a slip of. */
function meant(word, { weight, written }) {
  if (weight.has(word) || word.length < 5) return word;
  let best = SLIP, found = null;
  for (const [other, concept] of written) {
    const close = nearly(word, other);
    if (close > best || (close === best && found === null)) [best, found] = [close, [other, concept]];
  }
  return found && found[0][0] === word[0] ? found[1] : word;
}

/** How much two names share, 0-1: two thirds what the typed one has in the other, one third the reverse. */
function shared(typed, words, { weight, unknown }) {
  let here = 0, there = 0;
  const left = [...words];
  for (const word of typed) {
    let best = null, most = 0;
    for (const other of left) if (fit(word, other) > most) [best, most] = [other, fit(word, other)];
    if (best === null) continue;
    left.splice(left.indexOf(best), 1);
    here += most * (weight.get(word) ?? weight.get(best));
    there += most * weight.get(best);
  }
  if (there < TELLING) return 0;
  const heavy = (word) => weight.get(word) ?? words.reduce((most, other) => (fit(word, other) ? Math.max(most ?? 0, weight.get(other)) : most), null) ?? unknown;
  const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
  return ((2 * here) / sum(typed, heavy) + there / sum(words, (word) => weight.get(word))) / 3;
}

/** The actors whose acronym one word is with one slip, or nearly the whole of: id -> score. */
function slipped(text, { acronyms }) {
  const bare = key(text), found = new Map();
  if (bare.length < LONG || plain(text).includes(' ')) return found;
  for (const [acronym, id] of acronyms) {
    if (acronym.length < LONG || acronym === bare || acronym[0] !== bare[0]) continue;
    if (typos(bare, acronym, 1) <= 1 || (acronym.startsWith(bare) && acronym.length <= bare.length + 2)) found.set(id, 0.7);
  }
  return found;
}

function similar(text, index, country) {
  const { glossary, names, acronyms, places } = index;
  const typed = [...new Set(tokens(text, glossary).filter((word) => !country.has(word)).map((word) => meant(word, index)))];
  if (!typed.length) return new Map();
  const spelled = plain(text), found = slipped(text, index);
  for (const word of spelled.includes(' ') ? text.split(/\s+/) : []) {
    const id = acronyms.get(key(word)), loud = word.toUpperCase() === word && word.toLowerCase() !== word;
    if (id && (key(word).length > 2 || loud)) found.set(id, 0.8);
  }
  const abroad = typed.filter((word) => glossary.countries.has(word)), counted = numbers(typed);
  const theirs = (id) => abroad.every((word) => places.get(id).has(word));
  for (const name of names) {
    if (!theirs(name.id)) continue;
    const other = counted.length ? numbers(name.words) : [];
    if (other.length && !other.some((number) => counted.includes(number))) continue;
    let score = Math.min(0.97, shared(typed, name.words, index));
    if (spelled.length >= 4 && name.plain.startsWith(spelled)) score = Math.max(score, 0.75 + (0.2 * spelled.length) / name.plain.length);
    score -= 0.02 * name.behind;
    if (score >= ENOUGH && score > (found.get(name.id) ?? 0)) found.set(name.id, Math.round(score * 100) / 100);
  }
  return new Map([...found].filter(([id]) => theirs(id)));
}

/** Ids of the actors that a text which is nobody's name may mean, best first. */
export function alike(text, catalogue, most = MOST) {
  const index = indexOf(catalogue), found = isAcronym(text) ? slipped(text, index) : similar(text, index, catalogue.country);
  return [...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most).map(([id]) => id);
}
