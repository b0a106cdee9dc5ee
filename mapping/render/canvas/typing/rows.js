// What is offered below the box while one types: actors, verbs, a name of the group's own. Pure.
// A row is {as: 'actor', id, slot}, {as: 'verb', choice}, {as: 'own', name, slot} or {as: 'only', id | name}.
import { plain } from '../names.js';

const ACTORS = 6, VERBS = 24; // all that are open: the list scrolls

/** Actors that a text may stand for: what Enter would take, then those of the map, then the rest of the catalogue. */
export function actorsFor(text, reader, slot = 'target', count = ACTORS) {
  const typed = plain(text), { actors, catalogue } = reader;
  if (!typed) return [];
  const meant = slot === 'name' ? reader.name(text) : reader.sight(text), taken = meant.have ?? meant.take;
  const said = (actor) => [actor.name, ...Object.values(actor.names ?? {})].some((name) => name && ` ${plain(name)}`.includes(` ${typed}`));
  const found = catalogue.suggestions(text, 40), written = new Map(found.map((row) => [row.id, row.written]));
  const here = [...actors.values()].filter((actor) => said(actor) || written.has(actor.id)).map((actor) => actor.id);
  const listed = found.map(({ id }) => id);
  const order = slot === 'name' ? [taken, ...here.filter((id) => !written.has(id)), ...listed] : [taken, ...here, ...listed];
  return [...new Set(order.filter(Boolean))].slice(0, count).map((id) => ({ id, written: written.get(id) ?? '' }));
}

/** Whom a sentence may go on to: those of the map, but not who acts. */
const othersOf = (plan, reader, count = ACTORS) => {
  const taken = new Set(plan.links.flatMap(({ source }) => source));
  return [...reader.actors.keys()].filter((id) => !taken.has(id)).slice(0, count).map((id) => ({ id, written: '' }));
};

/** The rows for what has been typed so far. */
export function rowsOf(reading, plan, reader) {
  const verbs = (typed) => reader.verbs.begun(typed).slice(0, VERBS).map((choice) => ({ as: 'verb', choice }));
  const named = (text, slot, found = actorsFor(text, reader, slot)) => {
    const rows = found.map((row) => ({ as: 'actor', slot, ...row }));
    return rows.length && text && !reader.isName(text) ? [...rows, { as: 'own', name: text, slot }] : rows;
  };
  if (reading.as === 'name') {
    const listed = reading.then === '' ? [] : named(reading.text, 'name');
    return [...listed.filter((row) => row.as === 'actor'), ...(reading.then === undefined ? [] : verbs(reading.then)), ...listed.filter((row) => row.as === 'own')];
  }
  if (reading.as !== 'sentence') return [];
  const { target } = reading.links.at(-1), { typed } = reading;
  if (reading.stage === 'verb') {
    const own = reading.arrow ? [] : [{ as: 'own', name: reading.line, slot: 'name' }];
    return [...verbs(typed), ...(reading.arrow && typed ? named(typed, 'target').filter((row) => row.as === 'actor') : []), ...own];
  }
  if (reading.stage === 'target') return named('', 'target', othersOf(plan, reader));
  if (reading.doubtful) return [{ as: 'sentence' }, { as: 'own', name: reading.line, slot: 'name' }];
  const rows = reader.isName(target) ? [] : named(target, 'target');
  if (!reading.continues) return rows;
  const end = reader.name(target), only = end.take ?? end.have;
  return [...rows.filter((row) => row.as !== 'own'), ...(end.have ? [] : [only ? { as: 'only', id: only } : { as: 'only', name: target }])];
}

/** The rows that answer a question of the plan: {text, meaning, slot} as `planOf` gives it. */
export function answersTo({ text, meaning, slot }, reader, typos) {
  if (slot === 'verb') {
    if (meaning.closed) return [];
    const choices = meaning.ask ?? reader.verbs.near(text, typos);
    return (choices.length ? choices : reader.verbs.begun('')).slice(0, VERBS).map((choice) => ({ as: 'verb', choice, answers: true }));
  }
  const ids = meaning.ask ?? (meaning.begun && reader.catalogue.ordered(text, meaning.begun).slice(0, 8)) ?? meaning.near ?? [];
  const written = new Map(reader.catalogue.suggestions(text, 60).map((row) => [row.id, row.written]));
  const rows = ids.map((id) => ({ as: 'actor', id, slot, written: written.get(id) ?? '', answers: true }));
  if (meaning.person) return [{ as: 'no' }, { as: 'own', name: text, slot, answers: true, person: true }];
  return meaning.ask ? rows : [...rows, { as: 'own', name: text, slot, answers: true }];
}
