// Putting the map in order for everybody at the table: each time one change, to be taken back at once.
import { WAYS } from './view/arrangements.js';
import { headsBy } from './view/seats.js';

/** What the menu offers, in its order. */
export const ORDERS = ['tidy', ...WAYS];

/** Ids of the actors that were moved by hand, and so stay when the map is put in order. */
export const pinnedOf = (map) => [...map.actors.values()].filter((actor) => actor.pinned && actor.x != null).map(({ id }) => id);

/** The heading of a group of an arrangement, in words. Pure but for `t`. */
export function headingOf(way, key, vocabulary, t) {
  const scale = way === 'level' && key !== 'unknown' && vocabulary.scales.level.find(({ id }) => id === key);
  const row = way === 'kind' ? vocabulary.actor_kinds[key] : scale;
  if (row) return row.label[t.language];
  return way === 'kind' ? key : t(`arrange.${way}.${key}`);
}

const headed = (way, heads, { vocabulary, t }) => heads.map(({ key, ...at }) => ({ ...at, text: headingOf(way, key, vocabulary, t) }));

/** What the change is called: the way, and the shape of the sheet that it was made for. */
const labelFor = (way, { w, h }) => `arrange ${way} ${Math.round(w)}x${Math.round(h)}`;

/** The headings of an order that somebody else made, in this screen's words; none where they would not fit, since this
screen knew another map. Pure. */
export function headsHeard({ label = '', put }, before, words) {
  const [, way, w, h] = label.match(/^arrange (\w+) (\d+)x(\d+)$/) ?? [];
  if (!WAYS.includes(way)) return [];
  const { actors, links } = before.confirmed, map = { actors: Object.fromEntries(actors), links: Object.fromEntries(links) };
  const { heads, ids } = headsBy(way, map, words.vocabulary, { w: Number(w), h: Number(h) }), moved = new Set(put.actors.map(({ id }) => id));
  return ids.length === moved.size && ids.every((id) => moved.has(id)) ? headed(way, heads, words) : [];
}

/** Put the map in order by its links (tidy) or by kind, level, ring or state. */
export function arrange(room, way) {
  if (!room.acts.canEdit()) return;
  const { view, t, vocabulary } = room, held = pinnedOf(room.state.map).length;
  const { places, heads } = way === 'tidy' ? { places: view.tidied(), heads: [] } : view.arranged(way);
  if (!Object.keys(places).length) return;
  room.editor.move(places, { label: way === 'tidy' ? 'tidy' : labelFor(way, view.stage.size) });
  room.draw();
  view.follow(headed(way, heads, room));
  room.status?.tell([t(way === 'tidy' ? 'canvas.did.tidied' : `arrange.did.${way}`), held ? t.count('arrange.did.pinned', held) : ''].filter(Boolean).join(' '), { undo: true });
}

/** Let actors go that were moved by hand: the next order takes them along. */
export function release(room, ids) {
  const { actors } = room.state.map;
  if (!room.acts.canEdit()) return;
  room.editor.move(Object.fromEntries(ids.map((id) => [id, [actors.get(id).x, actors.get(id).y]])), { pinned: false });
  room.draw();
  room.status?.tell(room.t.count('arrange.pin.released', ids.length), { undo: true });
}

/** Whether somebody's change put the map in order: a batch that its author's screen calls so. */
export const isOrder = ({ op, label = '' }) => op === 'batch' && (label === 'tidy' || label.startsWith('arrange '));
