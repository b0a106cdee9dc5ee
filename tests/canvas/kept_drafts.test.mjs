import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../mapping/render/canvas/client/outbox.js';
import { KeptDrafts } from '../../mapping/render/canvas/kept_drafts.js';
import { Storage } from './storage.mjs';

const drafts = (storage, seat = 's-1', map = 'm-1') => new KeptDrafts({ map, seat, storage });
const threat = { id: 'k-1', kind: 'threat', source: 'mara', target: 'pn', note: 'según la mesa' };

test('a draft is there after a reload, with what was said of it so far', () => {
  const storage = new Storage(), first = drafts(storage);
  first.put(threat);
  first.set('k-1', { evidence: 'B' });

  assert.deepEqual([...drafts(storage).rows], [['k-1', { ...threat, evidence: 'B' }]]);
});

test('a draft of another seat or of another map is not shown', () => {
  const storage = new Storage();
  drafts(storage).put(threat);

  assert.equal(drafts(storage, 's-2').rows.size, 0);
  assert.equal(drafts(storage, 's-1', 'm-2').rows.size, 0);
});

test('one that was saved or let go, or whose workshop has ended, leaves nothing behind', () => {
  const storage = new Storage(), first = drafts(storage);
  first.put(threat);
  first.drop('k-1');
  assert.equal(storage.length, 0);

  first.put(threat);
  first.put({ ...threat, id: 'k-2' });
  first.clear();
  assert.equal(storage.length, 0);
  assert.equal(first.rows.size, 0);
});

test('the outbox of the same seat does not take drafts for its own', () => {
  const storage = new Storage();
  drafts(storage).put(threat);

  const outbox = new Outbox({ map: 'm-1', seat: 's-1', storage });
  assert.deepEqual(outbox.load(), { pending: [], tray: [] });
  outbox.save({ pending: [], tray: [] });
  outbox.clear();

  assert.equal(drafts(storage).rows.size, 1);
});

test('what is broken goes; without storage, or with a full one, drafts last as long as the page', () => {
  const storage = new Storage();
  storage.setItem('sector-map:drafts:m-1:s-1:k-9', '{"id":');
  storage.setItem('sector-map:drafts:m-1:s-1:k-8', '{"id":"k-8"}');
  assert.equal(drafts(storage).rows.size, 0);
  assert.equal(storage.length, 0);

  storage.setItem = () => { throw new Error('quota'); };
  for (const kept of [drafts(null), drafts(storage)]) {
    kept.put(threat);
    assert.equal(kept.get('k-1').note, 'según la mesa');
  }
});
