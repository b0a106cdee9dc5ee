// Places for several actors that come in together; nobody who is there moves. Pure.
import { layoutOf } from './layout.js';
import { freePlace, near } from './places.js';
import { aspectOf, tiesOf } from './seats.js';

const FEW = 12; // that find room between the others; more stand in rows below them
const ROW = { x: 210, y: 110 };
const BELOW = 150;

/** Places {id: {x, y}} for new `actors` of a map, given the links that come with them.

Those linked with somebody stand near, a few others in what is visible, many in rows below; on an empty map they are
laid out as a map. */
export function newcomers(map, actors, links, { visible, scale, vocabulary, size }) {
  const all = { ...map.actors, ...Object.fromEntries(actors.map((a) => [a.id, a])) };
  const ties = tiesOf({ actors: all, links: { ...map.links, ...Object.fromEntries(links.map((k) => [k.id, k])) } }, vocabulary);
  const middle = { x: Math.round((visible.x0 + visible.x1) / 2), y: Math.round((visible.y0 + visible.y1) / 2) };
  const placed = new Map(Object.values(map.actors).filter((a) => a.x != null && a.y != null).map(({ id, x, y }) => [id, { x, y }]));
  if (!placed.size) {
    const laid = [...layoutOf(actors, ties, aspectOf(size))];
    return Object.fromEntries(laid.map(([id, [x, y]]) => [id, { x: x + middle.x, y: y + middle.y }]));
  }
  const out = {}, waiting = new Set(actors.map((a) => a.id));
  const settle = (id, at) => (placed.set(id, at), waiting.delete(id), (out[id] = at));
  const linked = () => [...waiting].find((id) => ties.some((t) => (t.source === id && placed.has(t.target)) || (t.target === id && placed.has(t.source))));
  const seatLinked = () => {
    for (let id = linked(); id; id = linked()) settle(id, near(id, placed, ties));
  };
  seatLinked();
  if (waiting.size > FEW) return Object.assign(out, rowsBelow([...waiting], placed, aspectOf(size)));
  const pad = { x: Math.min(130 / scale, (visible.x1 - visible.x0) * 0.16), y: 36 / scale };
  const inside = ({ x, y }) => x > visible.x0 + pad.x && x < visible.x1 - pad.x && y > visible.y0 + pad.y && y < visible.y1 - pad.y;
  while (waiting.size) {
    const lines = ties.filter((t) => placed.has(t.source) && placed.has(t.target)).map((t) => [placed.get(t.source), placed.get(t.target)]);
    settle([...waiting][0], freePlace(middle.x, middle.y, placed, lines, inside));
    seatLinked();
  }
  return out;
}

/** Rows under everybody, in their order, about as wide as the map. */
function rowsBelow(ids, placed, aspect) {
  const xs = [...placed.values()].map((p) => p.x), bottom = Math.max(...[...placed.values()].map((p) => p.y));
  const left = Math.min(...xs), wide = Math.max(...xs) - left;
  const columns = Math.max(2, Math.ceil(wide / ROW.x), Math.round(Math.sqrt(ids.length * aspect * (ROW.y / ROW.x))));
  const from = left + (wide - (columns - 1) * ROW.x) / 2;
  return Object.fromEntries(ids.map((id, i) => [id, { x: Math.round(from + (i % columns) * ROW.x), y: Math.round(bottom + BELOW + Math.floor(i / columns) * ROW.y) }]));
}
