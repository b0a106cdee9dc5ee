import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pendingIds, reduce, start, undoable } from '../../mapping/render/canvas/client/sync.js';
import { wordsOf } from '../../mapping/render/canvas/client/words.js';
import { difference } from '../../mapping/render/canvas/client/optimistic.js';

const pn = { id: 'pn', name: 'Policía Nacional', kind: 'core_security', influence: 3 };
const mp = { id: 'mp', name: 'Ministerio Público', kind: 'justice' };
const referral = { id: 'k-1', kind: 'referral', source: 'pn', target: 'mp' };
const welcome = (more = {}) => ({
  type: 'welcome', seq: 4, boot: 'b-1', by: 'p-1', number: 2, role: 'participant', people: [], undo: [], redo: [], day: {},
  snapshot: { actors: [pn, mp], links: [referral], frame: {} }, ...more,
});
const effects = (seq, change, { actors = [], links = [], gone = [], cut = [], partial = [] } = {}) => ({
  type: 'effects', seq, change, by: 'p-9', op: 'set', put: { actors, links }, drop: { actors: gone, links: cut }, frame: null, partial,
});
const change = (id, op, body) => ({ type: 'local', id, at: 1, message: { type: 'change', change: { v: 1, id, by: 'p-1', base: 4, op, ...body } } });
const undo = (id, of) => ({ type: 'local', id, at: 2, message: { type: 'undo', id, of } });
const run = (...events) => events.reduce(reduce, start());

test('the whole map replaces what was there', () => {
  const state = run(welcome(), welcome({ snapshot: { actors: [mp], links: [], frame: {} }, seq: 9 }));

  assert.deepEqual([...state.map.actors.keys()], ['mp']);
  assert.equal(state.seq, 9);
});

test('an own change is drawn at once and marked, the confirmed map is not touched', () => {
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }));

  assert.equal(state.map.actors.get('pn').influence, 5);
  assert.equal(state.confirmed.actors.get('pn').influence, 3);
  assert.deepEqual([...pendingIds(state)], ['pn']);
});

test('its effects take the mark away, whatever they say', () => {
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }), effects(5, 'c-1', { actors: [{ ...pn, influence: 4 }] }));

  assert.equal(state.map.actors.get('pn').influence, 4);
  assert.equal(state.pending.length, 0);
});

test("somebody else's effects leave an own change on top", () => {
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }), effects(5, 'c-x', { actors: [{ ...pn, influence: 1, note: 'n' }] }));

  assert.equal(state.map.actors.get('pn').influence, 5);
  assert.equal(state.map.actors.get('pn').note, 'n');
});

test('a refused change disappears from the map and lies in the tray', () => {
  const state = run(welcome(), change('c-1', 'link', { link: { id: 'k-2', kind: 'ov_judicial', source: 'mp', target: 'pn' } }),
    { type: 'refused', change: 'c-1', reason: 'frozen', refusals: [] });

  assert.equal(state.map.links.has('k-2'), false);
  assert.equal(state.tray[0].reason, 'frozen');
  assert.equal(state.tray[0].message.change.link.id, 'k-2');
  assert.equal(state.tray[0].was.mp.name, 'Ministerio Público');
});

test('a refusal that only says "too fast" keeps the change on the way', () => {
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }), { type: 'sent', id: 'c-1' },
    { type: 'refused', change: 'c-1', reason: 'too_fast' });

  assert.equal(state.pending[0].sent, false);
  assert.equal(state.tray.length, 0);
});

test('a conflict comes to its author with both values and goes when it is decided', () => {
  const refusal = { reason: 'conflict', id: 'pn', property: 'influence', yours: 4, theirs: 3 };
  const other = { ...refusal, property: 'note', yours: 'a', theirs: 'b' };
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 4, note: 'a' } }), effects(5, 'c-1', { actors: [pn], partial: [refusal, other] }));

  assert.equal(state.tray[0].refusals.length, 2);
  const once = reduce(state, { type: 'settle', key: 'c-1', id: 'pn', property: 'influence' });
  assert.deepEqual(once.tray[0].refusals, [other]);
  assert.equal(reduce(once, { type: 'settle', key: 'c-1', id: 'pn', property: 'note' }).tray.length, 0);
});

test('a hole in the numbers is seen; effects heard twice count once', () => {
  const state = run(welcome(), effects(5, 'c-x', { actors: [{ ...mp, note: 'one' }] }));

  assert.equal(reduce(state, effects(5, 'c-x', { actors: [{ ...mp, note: 'two' }] })).map.actors.get('mp').note, 'one');
  assert.equal(reduce(state, effects(7, 'c-y')).gap, true);
  assert.equal(reduce(state, effects(6, 'c-y')).gap, false);
});

test('what was missed is applied in order up to where the welcome stands', () => {
  const state = run(welcome(), welcome({ snapshot: null, seq: 8 }), effects(5, 'c-a', { gone: ['mp'], cut: ['k-1'] }), effects(8, 'c-b', { actors: [mp] }));

  assert.equal(state.seq, 8);
  assert.equal(state.map.actors.has('mp'), true);
  assert.equal(state.map.links.has('k-1'), false);
});

test('a cut marks everything for sending again, in its order', () => {
  const state = run(welcome(), change('c-1', 'move', { places: { pn: [1, 2] } }), { type: 'sent', id: 'c-1' }, change('c-2', 'remove', { of: 'mp' }), { type: 'cut' });

  assert.deepEqual(state.pending.map((p) => [p.id, p.sent]), [['c-1', false], ['c-2', false]]);
  assert.equal(state.map.actors.get('pn').x, 1);
  assert.equal(state.map.links.has('k-1'), false);
});

test('a later value of one property replaces the one that never left; what may have arrived is left alone', () => {
  const once = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 4 } }), change('c-2', 'set', { of: 'pn', values: { influence: 5 } }));
  assert.deepEqual(once.pending.map((p) => [p.id, p.message.change.values.influence]), [['c-1', 5]]);
  assert.equal(once.map.actors.get('pn').influence, 5);

  const sent = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 4 } }), { type: 'sent', id: 'c-1' }, { type: 'cut' }, change('c-2', 'set', { of: 'pn', values: { influence: 5 } }));
  assert.deepEqual(sent.pending.map((p) => p.id), ['c-1', 'c-2']);
  const other = reduce(once, change('c-3', 'set', { of: 'pn', values: { note: 'n' } }));
  assert.equal(other.pending.length, 2);
});

test('undoing what was never sent takes both away', () => {
  const state = run(welcome(), change('c-1', 'remove', { of: 'mp' }), undo('c-2', 'c-1'));

  assert.equal(state.pending.length, 0);
  assert.equal(state.map.actors.has('mp'), true);
});

test('undoing what may have been sent is sent after it', () => {
  const state = run(welcome(), change('c-1', 'remove', { of: 'mp' }), { type: 'sent', id: 'c-1' }, undo('c-2', 'c-1'));

  assert.deepEqual(state.pending.map((p) => p.id), ['c-1', 'c-2']);
  assert.equal(state.map.actors.has('mp'), true);
});

test('undo takes the own change on the way before what the server lists, and nothing twice', () => {
  const state = run(welcome({ undo: ['c-8', 'c-7'], redo: ['c-6'] }));
  assert.deepEqual(undoable(state), { undo: 'c-8', redo: 'c-6' });

  const pending = reduce(state, change('c-1', 'remove', { of: 'mp' }));
  assert.equal(undoable(pending).undo, 'c-1');
  assert.equal(undoable(reduce(state, undo('c-2', 'c-8'))).undo, 'c-7');
});

test('what was stored can be taken back at once, before the server lists it', () => {
  const stored = run(welcome({ undo: ['c-8'], redo: ['c-6'] }), change('c-1', 'remove', { of: 'mp' }), { type: 'sent', id: 'c-1' }, effects(5, 'c-1', { gone: ['mp'], cut: ['k-1'] }));
  assert.deepEqual(undoable(stored), { undo: 'c-1', redo: null });

  const back = [undo('c-2', 'c-1'), { type: 'sent', id: 'c-2' }, effects(6, 'c-2', { actors: [mp], links: [referral] })].reduce(reduce, stored);
  assert.deepEqual(undoable(back), { undo: 'c-8', redo: 'c-2' });
  const again = [undo('c-3', 'c-2'), { type: 'sent', id: 'c-3' }, effects(7, 'c-3', { gone: ['mp'] })].reduce(reduce, back);
  assert.deepEqual(undoable(again), { undo: 'c-3', redo: null });
});

test('a message of an earlier visit is not entered twice', () => {
  const state = run(welcome(), change('c-1', 'remove', { of: 'mp' }), change('c-1', 'remove', { of: 'mp' }));

  assert.equal(state.pending.length, 1);
});

test('the difference of two maps is what was put and dropped', () => {
  const before = run(welcome());
  const after = reduce(before, effects(5, 'c-x', { actors: [{ ...pn, influence: 5 }], gone: ['mp'], cut: ['k-1'] }));

  assert.deepEqual(difference(before.map, after.map), {
    puts: { actors: [{ ...pn, influence: 5 }], links: [] }, drops: { actors: ['mp'], links: ['k-1'] },
  });
});

// under the cover

const covers = (hidden) => ({ type: 'day', day: { hidden } });
const emptied = (seq = 4) => ({ type: 'snapshot', seq, snapshot: { actors: [], links: [], frame: {} }, opinions: [], proposed: [], words: [] });

test('there is no map while the screens are covered, not even of an own change that waits', () => {
  const waits = change('c-1', 'add', { actor: { id: 'x-1', name: 'Patronato', kind: 'community' } });
  const state = run(welcome(), waits, covers(true), emptied());

  assert.equal(state.map.actors.size, 0);
  assert.equal(run(welcome(), covers(true)).map.actors.size, 0); // before the empty map has come
  assert.deepEqual(state.pending.map((p) => p.id), ['c-1']);
});

test('map and own changes are there again in the moment the cover goes', () => {
  const waits = change('c-1', 'set', { of: 'pn', values: { influence: 5 } });
  const back = { type: 'snapshot', seq: 6, snapshot: welcome().snapshot, opinions: [{ of: 'k-1', yes: 1, no: 0, mine: null }], proposed: ['k-7'], words: [] };
  const under = run(welcome(), waits, covers(true), emptied(), back);
  assert.equal(under.map.actors.size, 0); // the map comes before the cover goes

  const state = reduce(under, covers(false));

  assert.equal(state.map.actors.get('pn').influence, 5);
  assert.equal(state.opinions.get('k-1').yes, 1);
  assert.ok(state.proposed.has('k-7'));
});

test('what was refused under the cover waits, and lies in no tray', () => {
  const state = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }), { type: 'sent', id: 'c-1' }, covers(true),
    { type: 'refused', change: 'c-1', reason: 'covered', refusals: [] });

  assert.deepEqual(state.pending.map((p) => [p.id, p.sent]), [['c-1', false]]);
  assert.deepEqual(state.tray, []);
});

test('a day that says something else leaves the map as it is', () => {
  const before = run(welcome(), change('c-1', 'set', { of: 'pn', values: { influence: 5 } }));

  assert.equal(reduce(before, covers(false)).map, before.map);
});

// words

test('a word is written, written again and taken out', () => {
  const word = { id: 'n-1', kind: 'pad', slot: 0, about: '', text: 'La DGIC ya no existe', rev: 1 };
  const state = run(welcome({ words: [word] }), { type: 'word', word: { ...word, id: 'n-2' } }, { type: 'word', word: { ...word, text: 'cerró', rev: 2 } });
  assert.deepEqual([...state.words.values()].map((w) => [w.id, w.text]), [['n-1', 'cerró'], ['n-2', 'La DGIC ya no existe']]);

  assert.deepEqual([...wordsOf(reduce(state, { type: 'word', word: { id: 'n-1', text: '' } })).keys()], ['n-2']);
});
