// Seats for those who have no place: what pulls actors together, and the shape of the sheet they are seated on.
import { missingPlaces } from './layout.js';

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
  const all = Object.values(map.actors);
  const loose = all.map((actor) => (actor.pinned ? actor : { ...actor, x: null, y: null }));
  return Object.fromEntries(missingPlaces(loose, tiesOf(map, vocabulary), aspectOf(size)));
}
