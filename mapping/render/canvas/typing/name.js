// What one typed name stands for: an actor of the map, of the catalogue, a new one, or a question. Pure.
import { allOnMap, fold, key, namesSeen, onMap, steady } from '../names.js';
import { alike } from '../names_alike.js';
import { looksLikePerson } from '../person.js';

const CLOSE = 4; // letters from which part of a name is taken for an unfinished one
const BEGUN = 3; // letters from which the beginning of one name only is that name

export const tidyName = (text) => steady(text).trim().replace(/\s+/g, ' ');

/** Catalogue actors that a name is probably an unfinished or mistyped form of, or one of whose words it is. */
export function near(name, catalogue) {
  const folded = fold(name);
  if (folded.length < CLOSE) return [];
  const close = catalogue.suggestions(name, 4).filter(({ written }) => {
    const spelling = fold(written);
    return spelling.startsWith(folded) || Math.abs(spelling.length - folded.length) <= 2 || spelling.split(' ').includes(folded);
  });
  return close.map(({ id }) => id);
}

/** Ids of actors on the map of which a name that is seen begins so. */
export function seenBeginning(text, actors) {
  const folded = fold(text);
  return folded ? [...actors.values()].filter((actor) => namesSeen(actor).some((name) => fold(name).startsWith(folded))).map(({ id }) => id) : [];
}

/** Ids in the order in which they are offered: what is seen on the map to begin so, or to have a word that does, then
the catalogue. */
export function inOrder(text, ids, { actors, catalogue, language = null }) {
  const seen = new Set(seenBeginning(text, actors)), folded = fold(text);
  const worded = (id) => actors.has(id) && namesSeen(actors.get(id)).some((name) => fold(name).includes(` ${folded}`));
  const place = new Map([...ids].map((id) => [id, seen.has(id) ? 0 : worded(id) ? 1 : 2]));
  return catalogue.ordered(text, ids, language).sort((a, b) => place.get(a) - place.get(b));
}

/** What a typed name means: {have: id}, {take: id}, {ask: [ids]} for a word that fits several, {person: true},
{begun: [ids]} for the beginning of several names, {near: [ids]} for what is only like a name or a part of one, {own: name}, or {} for nothing.

What is seen on the map goes before what only the catalogue knows: its exact name first, and an alias that nobody sees
asks where a name on the map begins with the same letters. `here` says that actors of the map are meant first: an end
of a link mostly is one. `answers` (Map of spelled name -> {id} or {own}) are what a person has answered about names in
this line; without `slips` nobody looks for those. */
export function readName(text, { catalogue, actors, persons, answers = null, here = false, slips = true, language = null }) {
  const name = tidyName(text), spelled = key(name);
  if (!spelled) return name ? { own: name } : {};
  const held = (id) => (actors.has(id) ? { have: id } : { take: id });
  const answer = answers?.get(spelled);
  if (answer) return answer.own ? answer : held(answer.id);
  const exact = allOnMap(name, actors);
  if (exact.length) return exact.length > 1 ? { ask: exact } : { have: exact[0] };
  const seen = seenBeginning(name, actors), meaning = catalogue.meaning(name);
  if (meaning.ask) return { ask: [...new Set([...seen, ...meaning.ask])] };
  if (meaning.is) {
    const others = catalogue.isShown(meaning.is, name) ? [] : seen.filter((id) => id !== meaning.is);
    return others.length ? { ask: [...seen, ...(seen.includes(meaning.is) ? [] : [meaning.is])] } : held(meaning.is);
  }
  if (meaning.near) return { near: [...new Set([...seen, ...meaning.near])] };
  if (looksLikePerson(name, persons)) return { person: true };
  const begun = beginningOf(name, { catalogue, actors, here, seen });
  const sure = ([id]) => actors.has(id) || catalogue.breaksOff(name, id);
  if (begun.length === 1 && (spelled.length >= BEGUN || (here && actors.has(begun[0]))) && sure(begun)) return held(begun[0]);
  if (begun.length) return { begun: slips ? inOrder(name, begun, { actors, catalogue, language }) : begun }; // the order takes time
  const close = slips ? [...new Set([...alike(name, catalogue), ...near(name, catalogue)])] : [];
  return close.length ? { near: close } : { own: name };
}

/** Ids that a text may be the beginning of. One that is seen on the map stands alone as an end of a link, and as a name
where nobody else is shown under a name that begins so; an alias stands alone on the map where nobody is shown so. */
function beginningOf(name, { catalogue, actors, here, seen }) {
  const listed = catalogue.beginning(name), shown = catalogue.shownBeginning(name).filter((id) => !seen.includes(id));
  if (seen.length === 1 && (here || !shown.length)) return seen;
  const known = here && !seen.length ? listed.filter((id) => actors.has(id)) : [];
  if (known.length === 1 && !shown.some((id) => id !== known[0])) return known;
  return [...new Set([...seen, ...listed])];
}

const POINTS = /[>→⇒➔➜›»]/u;
const same = (a, b) => tidyName(a).toLowerCase() === tidyName(b).toLowerCase();

/** Whether a text is, as a whole, the name of an actor of the map or of the catalogue. An arrow in it must be in the name. */
export function isName(text, { catalogue, actors }) {
  if (POINTS.test(text)) return [...actors.values()].some((a) => namesSeen(a).some((name) => same(name, text)));
  return Boolean(catalogue.isSpelled(text) || onMap(text, actors));
}

export const isSure = (end) => Boolean(end.have || end.take);
