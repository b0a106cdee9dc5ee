// Two screens that add at the same place at the same moment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intruders } from '../../mapping/render/canvas/courtesy.js';
import { apart } from '../../mapping/render/canvas/view/places.js';

const PN = { id: 'pn', x: 100, y: 100 }, MP = { id: 'mp', x: 110, y: 90 }, BID = { id: 'bid', x: 400, y: 100 };
const state = (by, ...actors) => ({ by, confirmed: { actors: new Map(actors.map((actor) => [actor.id, actor])) } });
const added = (actor, by, op = 'add') => ({ type: 'effects', op, by, put: { actors: [actor], links: [] } });

test('who comes second makes room, on its own screen only', () => {
  const event = added(MP, 'p-beto');

  assert.deepEqual(intruders(event, state('p-beto', PN), state('p-beto', PN, MP)), ['mp']);
  assert.deepEqual(intruders(event, state('p-ana', PN), state('p-ana', PN, MP)), []); // the first one stays
  assert.deepEqual(intruders(added(PN, 'p-ana'), state('p-ana'), state('p-ana', PN)), []); // and did not know of the second
});

test('nobody moves who stands free, who was there already, or whom a hand has put there', () => {
  assert.deepEqual(intruders(added(BID, 'p-a'), state('p-a', PN), state('p-a', PN, BID)), []);
  assert.deepEqual(intruders(added(MP, 'p-a'), state('p-a', PN, MP), state('p-a', PN, MP)), []);
  assert.deepEqual(intruders(added(MP, 'p-a', 'move'), state('p-a', PN), state('p-a', PN, MP)), []);
});

test('the place it goes to is near, and on nobody', () => {
  const places = apart(['mp'], { actors: { pn: PN, mp: MP, bid: BID }, links: {} });

  const [x, y] = places.mp;
  assert.ok(Math.hypot(x - MP.x, y - MP.y) < 320);
  for (const other of [PN, BID]) assert.ok(Math.abs(other.x - x) >= 150 || Math.abs(other.y - y) >= 66);
});
