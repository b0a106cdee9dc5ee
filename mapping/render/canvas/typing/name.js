// What one typed name stands for: an actor of the map, of the catalogue, a new one, or a question. Pure.
import { fold, key, onMap, steady } from '../names.js';
import { looksLikePerson } from '../person.js';

const CLOSE = 4; // letters from which part of a name is taken for an unfinished one
const BEGUN = 3; // letters from which the beginning of one name only is that name

export const tidyName = (text) => steady(text).trim().replace(/\s+/g, ' ');

/** Catalogue actors that a name is probably an unfinished or mistyped form of. */
export function near(name, catalogue) {
  const folded = fold(name);
  if (folded.length < CLOSE) return [];
  const close = catalogue.suggestions(name, 4).filter(({ written }) => {
    const spelling = fold(written);
    return spelling.startsWith(folded) || Math.abs(spelling.length - folded.length) <= 2;
  });
  return close.map(({ id }) => id);
}

/** Ids of actors on the map that go by a name that begins so; `begun` are those of the catalogue. */
function begunHere(folded, actors, begun) {
  const known = new Set(begun), begins = (text) => text && fold(text).startsWith(folded);
  return [...actors.values()].filter((a) => known.has(a.id) || begins(a.name) || Object.values(a.names ?? {}).some(begins)).map((a) => a.id);
}

/** What a typed name means: {have: id}, {take: id}, {ask: [ids]} for a word that fits several, {person: true},
{begun: [ids]} for the beginning of several names, {near: [ids]} for a slip, {own: name}, or {} for nothing.

`here` says that actors of the map are meant first: an end of a link mostly is one. `answers` (Map of spelled name ->
{id} or {own}) are what a person has answered about names in this line; without `slips` nobody looks for those. */
export function readName(text, { catalogue, actors, persons, answers = null, here = false, slips = true }) {
  const name = tidyName(text), spelled = key(name);
  if (!spelled) return name ? { own: name } : {};
  const held = (id) => (actors.has(id) ? { have: id } : { take: id });
  const answer = answers?.get(spelled);
  if (answer) return answer.own ? answer : held(answer.id);
  const meaning = catalogue.meaning(name);
  if (meaning.ask) return { ask: meaning.ask };
  if (meaning.is) return held(meaning.is);
  const there = onMap(name, actors);
  if (there) return { have: there };
  if (looksLikePerson(name, persons)) return { person: true };
  const listed = catalogue.beginning(name), onIt = begunHere(fold(name), actors, listed);
  if (here && onIt.length === 1) return { have: onIt[0] };
  const begun = [...new Set([...onIt, ...listed])];
  if (begun.length === 1 && spelled.length >= BEGUN) return held(begun[0]);
  if (begun.length) return { begun };
  const close = slips ? near(name, catalogue) : [];
  return close.length ? { near: close } : { own: name };
}

const POINTS = /[>→⇒➔➜›»]/u;
const same = (a, b) => tidyName(a).toLowerCase() === tidyName(b).toLowerCase();

/** Whether a text is, as a whole, the name of an actor of the map or of the catalogue. An arrow in it must be in the name. */
export function isName(text, { catalogue, actors }) {
  if (POINTS.test(text)) return [...actors.values()].some((a) => [a.name, ...Object.values(a.names ?? {})].some((name) => name && same(name, text)));
  const meaning = catalogue.meaning(text);
  return Boolean(meaning.is || meaning.ask || onMap(text, actors));
}

export const isSure = (end) => Boolean(end.have || end.take);
