import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../mapping/render/canvas/client/outbox.js';
import { Storage } from './storage.mjs';

const message = (id) => ({ type: 'change', change: { id, op: 'move', places: { pn: [1, 2] } } });
const pending = (id, at) => ({ id, at, message: message(id), was: {}, sent: true });
const box = (storage, seat = 's-1') => new Outbox({ map: 'm-1', seat, storage });

test('what was not answered is there after a reload, oldest first and to be sent again', () => {
  const storage = new Storage();
  box(storage).save({ pending: [pending('c-2', 20), pending('c-1', 10)], tray: [{ key: 'c-0', reason: 'frozen' }] });

  const left = box(storage).load();
  assert.deepEqual(left.pending.map((p) => [p.id, p.sent]), [['c-1', false], ['c-2', false]]);
  assert.deepEqual(left.tray, [{ key: 'c-0', reason: 'frozen' }]);
});

test('what was answered is gone', () => {
  const storage = new Storage();
  const first = box(storage);
  first.save({ pending: [pending('c-1', 10)], tray: [] });
  first.save({ pending: [], tray: [] });

  assert.equal(storage.length, 0);
});

test('another seat, and another tab of the same seat, keep theirs', () => {
  const storage = new Storage();
  box(storage).save({ pending: [pending('c-1', 10)], tray: [] });
  box(storage, 's-2').save({ pending: [pending('c-2', 11)], tray: [] });
  const tab = box(storage);
  tab.save({ pending: [pending('c-3', 12)], tray: [] });

  assert.deepEqual(box(storage).load().pending.map((p) => p.id), ['c-1', 'c-3']);
  assert.deepEqual(box(storage, 's-2').load().pending.map((p) => p.id), ['c-2']);
});

test('a broken item is left out instead of stopping the page', () => {
  const storage = new Storage();
  storage.setItem('sector-map:m-1:s-1:p:c-9', '{"id":');

  assert.deepEqual(box(storage).load(), { pending: [], tray: [] });
});

test('a full storage does not stop drawing', () => {
  const storage = new Storage();
  storage.setItem = () => { throw new Error('quota'); };
  const full = box(storage);

  full.save({ pending: [pending('c-1', 10)], tray: [] });
  assert.deepEqual(full.load(), { pending: [], tray: [] });
});

test('the end of a workshop forgets everything of the seat', () => {
  const storage = new Storage();
  const mine = box(storage);
  mine.save({ pending: [pending('c-1', 10)], tray: [{ key: 't' }] });
  mine.clear();

  assert.equal(storage.length, 0);
});
