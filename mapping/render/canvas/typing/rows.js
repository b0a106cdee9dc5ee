// What is offered below the box while one types: actors, verbs, a name of the group's own. Pure.
// A row is {as: 'actor', id, slot}, {as: 'verb', choice}, {as: 'own', name, slot} or {as: 'only', id | name}.
import { namesSeen, plain } from '../names.js';
import { inOrder, isSure } from './name.js';

const ACTORS = 6, ASKED = 8, VERBS = 24; // all that are open: the list scrolls

/** Actors that a text may stand for: what Enter would take or ask for, then those of the map, then the rest of the
catalogue. What Enter asks for stands in the same order and place before and after it. */
export function actorsFor(text, reader, slot = 'target', count = ACTORS) {
  const typed = plain(text), { actors, catalogue } = reader;
  if (!typed) return [];
  const meant = slot === 'name' ? reader.name(text) : reader.end(text);
  const first = [meant.have ?? meant.take, ...(meant.ask ?? meant.begun ?? [])].filter(Boolean).slice(0, ASKED);
  const said = (actor) => namesSeen(actor).some((name) => ` ${plain(name)}`.includes(` ${typed}`));
  const found = catalogue.suggestions(text, 40, reader), written = new Map(found.map((row) => [row.id, row]));
  const here = [...actors.values()].filter((actor) => said(actor) || written.has(actor.id)).map((actor) => actor.id);
  const rest = inOrder(text, new Set([...here, ...found.map(({ id }) => id)]), reader);
  return [...new Set([...first, ...rest])].slice(0, Math.max(count, first.length)).map((id) => foundAs(id, written));
}

/** A row of an actor, with the spelling by which it was found. */
const foundAs = (id, found) => ({ id, written: found.get(id)?.written ?? '', alias: Boolean(found.get(id)?.alias) });

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
  if (reading.loose && plan.question?.slot === 'verb') return answersTo(plan.question, reader, reading);
  if (reading.glued) return [{ as: 'own', name: reading.glued, slot: 'target' }];
  const rows = reader.isName(target) && isSure(reader.end(target)) ? [] : named(target, 'target');
  if (!reading.continues) return rows;
  const end = reader.name(target), only = end.take ?? end.have;
  if (end.have || end.ask || end.person) return rows.filter((row) => row.as !== 'own'); // such a word is nobody's name
  return [...rows.filter((row) => row.as !== 'own'), only ? { as: 'only', id: only } : { as: 'only', name: target }];
}

/** The rows that answer a question of the plan of a reading: {text, meaning, slot} as `planOf` gives it. */
export function answersTo({ text, meaning, slot }, reader, reading = {}) {
  if (slot === 'verb') {
    if (meaning.closed) return [];
    const choices = meaning.ask ?? reader.verbs.near(text), { glued, loose, line } = reading;
    const rows = (choices.length ? choices : reader.verbs.begun('')).slice(0, VERBS).map((choice) => ({ as: 'verb', choice, answers: true }));
    return [...rows, ...(glued ? [{ as: 'own', name: glued, slot: 'target' }] : loose ? [{ as: 'own', name: line, slot: 'name' }] : [])];
  }
  const ids = (meaning.ask ?? meaning.begun ?? meaning.near ?? []).slice(0, ASKED);
  const found = new Map(reader.catalogue.suggestions(text, 60, reader).map((row) => [row.id, row]));
  const rows = ids.map((id) => ({ as: 'actor', slot, ...foundAs(id, found), answers: true }));
  if (meaning.person) return [{ as: 'no' }, { as: 'own', name: text, slot, answers: true, person: true }];
  return meaning.ask ? rows : [...rows, { as: 'own', name: text, slot, answers: true }];
}
