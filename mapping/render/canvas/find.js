// Finding something on a map: by any name it has in either language, its acronym, or what is said of it. Pure.
import { fold, labelOf, plain } from './names.js';
import { practiceLabel, sentenceText } from './sentence.js';

const LANGUAGES = ['es', 'en'];

/** Everything an actor goes by: on this map, and in the catalogue where it comes from there. */
export function namesOf(actor, catalogue) {
  const row = catalogue?.rows.get(actor.catalogue ?? actor.id);
  const known = row ? [...Object.values(row.short ?? {}), ...Object.values(row.names ?? {}), row.acronym, ...(row.aliases ?? []), ...(row.also ?? [])] : [];
  return [...new Set([actor.name, ...Object.values(actor.names ?? {}), ...known].filter(Boolean))];
}

/** How well the best of some texts fits what was typed: {at, text}, 0 is best; null when none does. Every typed word
has to be there. */
function rank(texts, wanted) {
  let best = null;
  for (const text of texts) {
    const folded = fold(text), close = folded.replaceAll(' ', '');
    const words = wanted.split(' ');
    const fits = words.every((word) => folded.includes(word)) || close.includes(wanted.replaceAll(' ', ''));
    if (!fits) continue;
    const at = folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : words.every((word) => folded.split(' ').some((part) => part.startsWith(word))) ? 2 : 3;
    if (best === null || at < best.at) best = { at, text };
  }
  return best;
}

/** What on a map {actors, links} fits a text, best first: {actors, links, as}; everything for no text.

`as` is, by id, the other name by which an actor was found. */
export function findOn(map, text, { vocabulary, language, catalogue = null }) {
  const wanted = fold(text) || plain(text);
  const label = (actor) => labelOf(actor, language);
  const byName = (a, b) => label(a).localeCompare(label(b), language);
  if (!wanted) return { actors: [...map.actors.values()].sort(byName), links: [...map.links.values()], as: new Map() };
  const names = new Map(), named = (id) => names.get(id) ?? names.set(id, namesOf(map.actors.get(id) ?? { id }, catalogue)).get(id);
  const ranked = (things, texts, price = 0) => things.map((thing) => ({ thing, ...(rank(texts(thing), wanted) ?? { at: null }) })).filter(({ at }) => at !== null)
    .map((row) => ({ ...row, at: row.at + price }));
  const byActor = [...map.actors.values()].sort(byName), shown = (actor) => [actor.name, ...Object.values(actor.names ?? {})].filter(Boolean);
  const kindLabels = (actor) => Object.values(vocabulary.actor_kinds[actor.kind]?.label ?? {});
  const found = new Map();
  for (const row of [...ranked(byActor, shown), ...ranked(byActor, ({ id }) => named(id), 1.2), ...ranked(byActor, kindLabels, 9)]) {
    if (!found.has(row.thing.id)) found.set(row.thing.id, row);
  }
  const best = (a, b) => a.at - b.at;
  const actors = [...found.values()].sort(best);
  const links = ranked([...map.links.values()], (link) => LANGUAGES.map((to) => [
    sentenceText(link, map.actors, vocabulary, to), practiceLabel(link, vocabulary, to), vocabulary.link_kinds[link.kind]?.label?.[to] ?? '',
    ...named(link.source), ...named(link.target),
  ].join(' '))).sort(best);
  const otherwise = actors.filter(({ thing, text, at }) => at < 9 && !shown(thing).includes(text)).map(({ thing, text }) => [thing.id, text]);
  return { actors: actors.map(({ thing }) => thing), links: links.map(({ thing }) => thing), as: new Map(otherwise) };
}
