// Putting a map in order by something that is known of the actors: kind, level, ring, or state and non-state. Pure and
// deterministic: the same map gives the same places on every screen. Who is pinned stays.
import { blocks, halves, rings, rows } from './formations.js';
import { layoutOf } from './layout.js';
import { clearOf, seated } from './seating.js';

/** The ways to arrange a map, in the order of the menu. */
export const WAYS = ['kind', 'level', 'ring', 'state'];

const OUTSIDE = { international: 'international', served: 'served' };

/** key, primary or secondary: where an actor stands in the rings.

Rated: influence 4-5 is key, 2-3 primary, 0-1 secondary. Not rated: more than twice as many links as the mean of the
map is key, at least the mean primary. The people served are touched by everything: never secondary. */
export function ringOf(actor, links, mean, cell) {
  const { influence } = actor;
  if (influence != null ? influence >= 4 : links > 2 * mean) return 'key';
  if (influence != null ? influence >= 2 : links >= mean) return 'primary';
  return cell === 'served' ? 'primary' : 'secondary';
}

/** Link ends per actor: Map id -> count. What is only proposed counts nowhere. */
function degrees(map) {
  const out = new Map(Object.keys(map.actors).map((id) => [id, 0]));
  for (const { source, target, proposed } of Object.values(map.links)) {
    if (proposed) continue;
    for (const end of [source, target]) if (out.has(end)) out.set(end, out.get(end) + 1);
  }
  return out;
}

/** The groups of an arrangement in their order, without empty ones: [{key, ids}]. */
export function groupsOf(way, map, vocabulary) {
  const actors = Object.values(map.actors), cell = (actor) => vocabulary.actor_kinds[actor.kind]?.cells?.[0] ?? 'nonstate_provides';
  const degree = degrees(map), mean = [...degree.values()].reduce((sum, d) => sum + d, 0) / (degree.size || 1);
  const order = {
    kind: () => Object.keys(vocabulary.actor_kinds).sort((a, b) => (vocabulary.actor_kinds[a].order ?? 0) - (vocabulary.actor_kinds[b].order ?? 0)),
    level: () => vocabulary.scales.level.map(({ id }) => id),
    ring: () => ['key', 'primary', 'secondary'],
    state: () => ['international', 'state', 'nonstate', 'served'],
  }[way]();
  const keyOf = {
    kind: (actor) => actor.kind,
    level: (actor) => actor.level ?? 'unknown',
    ring: (actor) => ringOf(actor, degree.get(actor.id), mean, cell(actor)),
    state: (actor) => OUTSIDE[cell(actor)] ?? cell(actor).split('_')[0],
  }[way];
  const ids = new Map(order.map((key) => [key, []]));
  for (const actor of actors) {
    const key = keyOf(actor);
    if (!ids.has(key)) ids.set(key, []);
    ids.get(key).push(actor.id);
  }
  return [...ids].map(([key, of]) => ({ key, ids: of })).filter((group) => group.ids.length);
}

const FORMATIONS = { kind: blocks, level: rows, ring: rings, state: halves };

/** Where everybody stands in an arrangement: {places: {id: [x, y]}, heads: [{key, x, y}]}. Who is pinned is left out.

ties: what pulls actors together ({source, target, family}); aspect: width to height of the sheet; high: its height in px.
`type` of a heading is the factor on type that it will have about, once all of this is shown. */
export function arranged(way, map, ties, vocabulary, aspect, high = 700) {
  const formed = formedBy(way, map, vocabulary, aspect, high);
  if (!formed) return { places: {}, heads: [] };
  const { actors, pinned, middle, groups, slots, heads } = formed;
  const wished = layoutOf(actors, ties, aspect); // who is linked with whom decides who sits beside whom
  const seats = seated(groups.map(({ ids }, g) => ({ ids, slots: slots[g] })), wished, ties, { actors, pinned, middle });
  const places = clearOf(seats, pinned);
  return { places: Object.fromEntries([...places].map(([id, { x, y }]) => [id, [x, y]])), heads };
}

/** The headings alone, and who stands under them: what another screen needs that was told the places. */
export function headsOf(way, map, vocabulary, aspect, high = 700) {
  const { groups, heads } = formedBy(way, map, vocabulary, aspect, high) ?? { groups: [], heads: [] };
  return { heads, ids: groups.flatMap(({ ids }) => ids) };
}

/** The groups of an arrangement without who stays, the slots of each and its heading; null where nobody is to be moved. */
function formedBy(way, map, vocabulary, aspect, high) {
  const actors = Object.values(map.actors), pinned = actors.filter((actor) => actor.pinned && actor.x != null);
  const fixed = new Set(pinned.map(({ id }) => id));
  const groups = groupsOf(way, map, vocabulary).map(({ key, ids }) => ({ key, ids: ids.filter((id) => !fixed.has(id)) })).filter(({ ids }) => ids.length);
  if (!groups.length) return null;
  const formed = (type) => FORMATIONS[way](groups.map(({ ids }) => ids.length), aspect, groups.map(({ key }) => key), type);
  const { type } = typeOf(formed(1), aspect, high), { slots, heads } = formed(type);
  const middle = pinned.length ? middleOf(actors) : { x: 0, y: 0 };
  const shifted = ({ x, y }) => ({ x: Math.round(x + middle.x), y: Math.round(y + middle.y) });
  return { actors, pinned, middle, groups, slots: slots.map((of) => of.map(shifted)), heads: heads.map((head, g) => ({ ...shifted(head), w: head.w, type, key: groups[g].key, ...(head.ring === undefined ? {} : { ring: head.ring && { ...head.ring, ...middle } }) })) };
}

/** The factor on type at which all of a formation is shown on the sheet. */
function typeOf({ slots }, aspect, high) {
  const all = slots.flat(), span = (axis) => Math.max(...all.map((at) => at[axis])) - Math.min(...all.map((at) => at[axis]));
  const scale = Math.min(1, (high * aspect) / (span('x') + 1), high / (span('y') + 1));
  return { type: Math.max(1, 0.76 / scale) };
}

function middleOf(actors) {
  const placed = actors.filter((actor) => actor.x != null);
  const mean = (axis) => placed.reduce((sum, actor) => sum + actor[axis], 0) / (placed.length || 1);
  return { x: mean('x'), y: mean('y') };
}
