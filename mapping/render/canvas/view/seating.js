// Who of a group takes which of its slots: near those one is linked with, lines clear of others. Pure and deterministic.
import { settle, unrest } from './arrange.js';
import { netOf } from './layout.js';
import { freePlace } from './places.js';
import { randomFrom } from './stress.js';

const TOO_NEAR = { x: 120, y: 60 }; // below this a name has no room

/** First guess: the slots in reading order to the ids in the reading order of where they wish to be. */
function inOrder(ids, slots, wished) {
  const lines = new Map();
  slots.forEach((slot, i) => {
    const key = Math.round(slot.y / 90);
    if (!lines.has(key)) lines.set(key, []);
    lines.get(key).push(i);
  });
  const byHeight = [...ids].sort((a, b) => wished.get(a)[1] - wished.get(b)[1] || (a < b ? -1 : 1));
  const out = new Map();
  for (const key of [...lines.keys()].sort((a, b) => a - b)) {
    const line = lines.get(key).sort((a, b) => slots[a].x - slots[b].x);
    const of = byHeight.splice(0, line.length).sort((a, b) => wished.get(a)[0] - wished.get(b)[0] || (a < b ? -1 : 1));
    of.forEach((id, k) => out.set(id, slots[line[k]]));
  }
  return out;
}

/** Seat groups [{ids, slots}] on their slots: Map id -> {x, y}. Two of a group change seats where that reads better. */
export function seated(groups, wished, ties, { actors, pinned }) {
  const seats = new Map(groups.flatMap(({ ids, slots }) => [...inOrder(ids, slots, wished)]));
  const index = new Map(actors.map(({ id }, i) => [id, i])), fixed = new Map(pinned.map((actor) => [actor.id, actor]));
  const net = netOf(actors.map((_, i) => i), actors, ties, actors.length * 30000);
  const of = (id) => seats.get(id) ?? fixed.get(id) ?? { x: 0, y: 0 };
  const at = { x: actors.map(({ id }) => of(id).x), y: actors.map(({ id }) => of(id).y) };
  const box = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 }, random = randomFrom(11);
  const price = (i) => unrest(i, at.x[i], at.y[i], at, net, box);
  const swap = (i, j) => ([at.x[i], at.x[j], at.y[i], at.y[j]] = [at.x[j], at.x[i], at.y[j], at.y[i]]);
  const able = groups.filter(({ ids }) => ids.length > 1), total = able.reduce((sum, { ids }) => sum + ids.length, 0);
  const moves = actors.length <= 60 ? 120 : actors.length <= 100 ? 24 : actors.length <= 220 ? 8 : 4;
  for (const { ids } of able) {
    const mine = ids.map((id) => index.get(id));
    for (let move = 0; move < (moves * mine.length * Math.min(1, 150 / total)) | 0; move++) {
      const i = mine[Math.floor(random() * mine.length)], j = mine[Math.floor(random() * mine.length)];
      if (i === j) continue;
      const before = price(i) + price(j);
      swap(i, j);
      if (price(i) + price(j) >= before) swap(i, j);
    }
  }
  return new Map([...seats.keys()].map((id) => [id, { x: at.x[index.get(id)], y: at.y[index.get(id)] }]));
}

/** Where those who are not pinned stand best round those who are, from wished places {id: [x, y]}: Map id -> {x, y}. */
export function roundPinned(actors, wished, ties, pinned) {
  const fixed = new Map(pinned.map((actor) => [actor.id, actor])), n = actors.length;
  const mean = (axis, k) => pinned.reduce((sum, actor) => sum + actor[axis] - wished.get(actor.id)[k], 0) / pinned.length;
  const dx = mean('x', 0), dy = mean('y', 1); // the rest comes to where the pinned are
  const at = {
    x: actors.map(({ id }) => fixed.get(id)?.x ?? wished.get(id)[0] + dx),
    y: actors.map(({ id }) => fixed.get(id)?.y ?? wished.get(id)[1] + dy),
  };
  const box = { x0: Math.min(...at.x), x1: Math.max(...at.x), y0: Math.min(...at.y), y1: Math.max(...at.y) };
  const net = netOf(actors.map((_, i) => i), actors, ties, n * 30000);
  settle(at, net, box, (n <= 60 ? 60 : n <= 220 ? 14 : 4) * n, { fixed: (i) => fixed.has(actors[i].id) });
  const seats = new Map(actors.flatMap(({ id }, i) => (fixed.has(id) ? [] : [[id, { x: Math.round(at.x[i]), y: Math.round(at.y[i]) }]])));
  return clearOf(seats, pinned);
}

/** Seats moved off those that are pinned and off each other, each to the freest place near its own. */
export function clearOf(seats, pinned) {
  const placed = new Map(pinned.map((actor) => [actor.id, actor]));
  const taken = (seat) => [...placed.values()].some(({ x, y }) => Math.abs(x - seat.x) < TOO_NEAR.x && Math.abs(y - seat.y) < TOO_NEAR.y);
  const late = [];
  for (const [id, seat] of seats) taken(seat) ? late.push(id) : placed.set(id, seat);
  for (const id of late) {
    const { x, y } = seats.get(id), free = freePlace(x, y, placed, []);
    placed.set(id, free);
    seats.set(id, free);
  }
  return seats;
}
