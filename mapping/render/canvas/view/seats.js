// Seats for those who have no place: what pulls actors together, and the shape of the sheet they are seated on.
import { arranged, headsOf } from './arrangements.js';
import { layoutOf, missingPlaces } from './layout.js';
import { roundPinned } from './seating.js';

/** What pulls actors together: links, and units to what they are part of. */
export function tiesOf({ actors, links }, vocabulary) {
  const family = (kind) => vocabulary.link_kinds[kind]?.family;
  const ties = Object.values(links).map((link) => ({ ...link, family: family(link.kind) }));
  for (const { id, part_of } of Object.values(actors)) {
    if (part_of && actors[part_of]) ties.push({ source: part_of, target: id, family: 'authority' });
  }
  return ties;
}

/** Width to height of a sheet's middle: names stand at the sides. */
export const aspectOf = ({ w, h }) =>
  w && h > 200 ? Math.max(0.35, Math.min(1.9, (w - Math.min(260, w / 2)) / (h - 130))) : 1.15;

/** Give a place to the actors of a map that have none; changes the map in place. */
export function seatNewcomers(map, vocabulary, size) {
  for (const [id, [x, y]] of missingPlaces(Object.values(map.actors), tiesOf(map, vocabulary), aspectOf(size))) {
    map.actors[id] = { ...map.actors[id], x, y };
  }
}

/** Where everybody would stand if the map were put in order, {id: [x, y]}; who is pinned stays and is left out. */
export function tidied(map, vocabulary, size) {
  const all = Object.values(map.actors), ties = tiesOf(map, vocabulary), wished = layoutOf(all, ties, aspectOf(size));
  const pinned = all.filter((actor) => actor.pinned && actor.x != null);
  if (!pinned.length) return Object.fromEntries(wished);
  return Object.fromEntries([...roundPinned(all, wished, ties, pinned)].map(([id, { x, y }]) => [id, [x, y]]));
}

/** The headings of an arrangement made on a sheet of this size, of the map before it: {heads, ids}. */
export const headsBy = (way, map, vocabulary, size) => headsOf(way, map, vocabulary, aspectOf(size), heightOf(size));

/** The same in one of the arrangements: {places: {id: [x, y]}, heads: [{key, x, y}]}. */
export const arrangedBy = (way, map, vocabulary, size) => arranged(way, map, tiesOf(map, vocabulary), vocabulary, aspectOf(size), heightOf(size));

const heightOf = ({ h }) => Math.max(300, h - 130);
