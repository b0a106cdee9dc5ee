// A pasted list: its lines, how each is read, and what comes of those that are wanted. Pure.
import { key } from '../names.js';

export const MOST = 200; // lines of one pasted list
const LONGEST = 400;

/** The lines of a pasted text, without bullets and numbers: {lines, all} where `all` counts also those left out. */
export function linesIn(text) {
  const all = text.split(/[\r\n\u2028\u2029]+/).map((line) => line.replace(/^\s*(?:[•·*–-]|\d+[.)])\s+/, '').trim()).filter((line) => key(line));
  return { lines: all.slice(0, MOST).map((line) => line.slice(0, LONGEST)), all: all.length };
}

/** The id that an actor of the group's own has until it comes in. */
export const idUntil = (name) => `x-${key(name) || name}`;

/** How each line is read: [{line, as, on, choices?, own?, id?, name?, links?}].

`as`: take, have, own, link, there, which (asks: `choices` are ids, `own` whether it may be the group's own), person,
unclear or closed; `on`: whether it is wanted unless somebody says otherwise. `readerOf(actors)` makes a reader, `planWith`
a plan, `rowOf(id)` gives an actor of the catalogue: a line may speak of what one above it brings. */
export function readList(lines, { readerOf, planWith, rowOf, actors }) {
  const known = new Map(actors), seen = new Set();
  return lines.map((line) => {
    const reader = readerOf(known), reading = reader.read(line);
    const row = reading.as === 'sentence' && !reading.loose ? sentenceRow(line, planWith, { reading, reader, known }) : nameRow(line, reader.name(line));
    const comes = row.as === 'take' ? rowOf(row.id) : row.as === 'own' && row.name ? { id: idUntil(row.name), name: row.name } : null;
    if (comes) known.set(comes.id, comes);
    const same = row.id ?? (row.name ? idUntil(row.name) : JSON.stringify(row.links ?? line));
    if (seen.has(same)) row.on = false;
    seen.add(same);
    return row;
  });
}

function nameRow(line, meant) {
  if (meant.take) return { line, as: 'take', id: meant.take, on: true };
  if (meant.have) return { line, as: meant.have.startsWith('x-') && meant.have === idUntil(line) ? 'own' : 'have', id: meant.have, on: false };
  if (meant.person) return { line, as: 'person', name: line, on: false };
  if (meant.own) return { line, as: 'own', name: meant.own, on: true };
  return { line, as: 'which', choices: meant.ask ?? meant.begun ?? meant.near ?? [], own: !meant.ask, on: false };
}

function sentenceRow(line, planWith, { reading, reader, known }) {
  if (reading.doubtful) return { line, as: 'own', name: line, on: true };
  const plan = reading.stage === 'done' ? planWith(reading, reader, known) : null;
  if (plan?.question?.meaning.closed) return { line, as: 'closed', on: false };
  if (!plan || plan.question) return { line, as: 'unclear', on: false };
  for (const actor of plan.actors) known.set(actor.id, actor);
  const links = plan.links.map(({ source, target, kind, practice, there }) => ({ source, target, kind, practice, there }));
  return { line, as: links.every((link) => link.there) ? 'there' : 'link', plan, links, on: !links.every((link) => link.there) };
}

/** What the wanted rows bring as one change: {actors, links}. `own(name)` makes an actor of the group's own. */
export function contentsOf(rows, { rowOf, own, has }) {
  const actors = new Map(), made = new Map(), links = new Map();
  const names = new Map(rows.flatMap((row) => [...(row.name ? [row.name] : []), ...(row.plan?.actors ?? []).filter((a) => !a.catalogue).map((a) => a.name)]).map((name) => [idUntil(name), name]));
  const come = (actor) => (actors.set(actor.id, actor), actor.id);
  const mine = (name) => {
    const id = idUntil(name);
    if (!made.has(id)) made.set(id, come(own(name)));
    return made.get(id);
  };
  const end = (id) => (names.has(id) ? mine(names.get(id)) : has(id) || actors.has(id) ? id : come(rowOf(id)));
  for (const row of rows.filter((row) => row.on)) {
    if (row.links) {
      for (const { there, ...link } of row.links) {
        const drawn = { ...link, source: end(link.source), target: end(link.target) };
        if (!there) links.set(`${drawn.source} ${drawn.kind} ${drawn.target}`, drawn);
      }
    } else if (row.id) end(row.id);
    else mine(row.name);
  }
  return { actors: [...actors.values()], links: [...links.values()] };
}
