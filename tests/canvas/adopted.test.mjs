// What was drawn alone and never left the browser goes to the group's map.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../mapping/render/canvas/client/outbox.js';
import { Storage } from './storage.mjs';

const row = (id, at, type = 'change') => ({ id, at, message: type === 'change' ? { type, change: { id, op: 'add' } } : { type, id, of: 'c-0' }, was: {} });

test('changes of the own map wait for the group\'s, in their order, and are there once', () => {
  const storage = new Storage();
  const own = new Outbox({ map: 'm-own', seat: 's-1', storage }), group = new Outbox({ map: 'm-group', seat: 's-1', storage });
  group.save({ pending: [row('c-2', 2)], tray: [] });
  own.save({ pending: [row('c-1', 1), row('c-3', 3), row('c-4', 4, 'undo')], tray: [] });

  new Outbox({ map: 'm-group', seat: 's-1', storage }).adopt('m-own', 's-1');
  new Outbox({ map: 'm-group', seat: 's-1', storage }).adopt('m-own', 's-1');

  const ids = (map, seat) => new Outbox({ map, seat, storage }).load().pending.map((p) => p.id);
  assert.deepEqual(ids('m-group', 's-1'), ['c-1', 'c-2', 'c-3']); // what took something back on the other map means nothing here
  assert.deepEqual(ids('m-own', 's-1'), []);
});

test('another seat of this browser keeps what is its own', () => {
  const storage = new Storage();
  new Outbox({ map: 'm-own', seat: 's-2', storage }).save({ pending: [row('c-9', 9)], tray: [] });

  new Outbox({ map: 'm-group', seat: 's-1', storage }).adopt('m-own', 's-1');

  assert.deepEqual(new Outbox({ map: 'm-own', seat: 's-2', storage }).load().pending.map((p) => p.id), ['c-9']);
  assert.deepEqual(new Outbox({ map: 'm-group', seat: 's-1', storage }).load().pending, []);
});
