// Opinions and proposals as a screen knows them: counted, with its own say at once, also before it is sent.
import assert from 'node:assert/strict';
import test from 'node:test';
import { disagreed, opinionOn, proposalsOf } from '../../mapping/render/canvas/client/opinions.js';
import { pendingIds, reduce, start, undoable } from '../../mapping/render/canvas/client/sync.js';

const link = (id, more = {}) => ({ id, kind: 'ov_independent', source: 'conadeh', target: 'pn', ...more });
const actors = [{ id: 'conadeh', name: 'CONADEH' }, { id: 'pn', name: 'Policía' }];
const welcome = (more = {}) => ({ type: 'welcome', seq: 3, boot: 'b', by: 'p-a', snapshot: { actors, links: [link('k-1'), link('k-2', { proposed: true })] }, ...more });
const told = (of, yes, no, mine = null) => ({ type: 'opinions', of, yes, no, mine });
const says = (value, id = 'a-1', of = 'k-1') => ({ type: 'local', id, at: 1, message: { type: 'agree', id, of, value } });
const after = (...events) => events.reduce(reduce, reduce(start(), welcome()));

test('what the server tells of a link is what is shown', () => {
  assert.deepEqual(opinionOn(after(told('k-1', 2, 1, 'no')), 'k-1'), { yes: 2, no: 1, mine: 'no' });
  assert.deepEqual(opinionOn(after(), 'k-1'), { yes: 0, no: 0, mine: null });
});

test('one\'s own say counts at once, in place of the earlier one, and once', () => {
  const before = after(told('k-1', 2, 1, 'no'));

  assert.deepEqual(opinionOn(reduce(before, says('yes')), 'k-1'), { yes: 3, no: 0, mine: 'yes' });
  assert.deepEqual(opinionOn(reduce(before, says(null)), 'k-1'), { yes: 2, no: 0, mine: null });
  assert.deepEqual(opinionOn(reduce(before, says('no')), 'k-1'), { yes: 2, no: 1, mine: 'no' });
});

test('the last of several that wait is the one that is sent; one that is on its way stays before it', () => {
  const waiting = after(says('yes', 'a-1'), says('no', 'a-2'), says('yes', 'a-3', 'k-2'), says(null, 'a-4'));
  assert.deepEqual(waiting.pending.map((p) => p.id), ['a-3', 'a-4']);

  const sent = [says('yes', 'a-1'), { type: 'sent', id: 'a-1' }, says('no', 'a-2')];
  assert.deepEqual(after(...sent).pending.map((p) => p.message.value), ['yes', 'no']);
});

test('what is stored waits no more, whoever else was heard in between', () => {
  const state = after(says('yes'), { type: 'sent', id: 'a-1' }, told('k-1', 0, 1), told('k-1', 1, 1, 'yes'), { type: 'done', change: 'a-1', seq: 3 });

  assert.equal(state.pending.length, 0);
  assert.deepEqual(opinionOn(state, 'k-1'), { yes: 1, no: 1, mine: 'yes' });
});

test('an opinion is no change: nothing to undo, nothing on the map that waits, nothing in the tray when its link is gone', () => {
  const state = after(says('yes'));

  assert.equal(undoable(state).undo, null);
  assert.equal(pendingIds(state).size, 0);
  assert.equal(reduce(state, { type: 'refused', change: 'a-1', reason: 'gone', refusals: [] }).tray.length, 0);
  assert.equal(reduce(state, { type: 'refused', change: 'a-1', reason: 'too_fast', refusals: [] }).pending.length, 1); // later
});

test('links that somebody does not agree with are known, one\'s own too', () => {
  assert.deepEqual([...disagreed(after(told('k-1', 3, 0), told('k-2', 0, 1)))], ['k-2']);
  assert.deepEqual([...disagreed(after(told('k-1', 3, 0), says('no')))], ['k-1']);
  assert.deepEqual([...disagreed(after(told('k-1', 0, 1, 'no'), says(null)))], []);
});

test('a whole map brings its opinions, and no others stay', () => {
  const state = after(told('k-9', 0, 1), { type: 'snapshot', seq: 4, snapshot: { actors, links: [link('k-1')] }, opinions: [{ of: 'k-1', yes: 1, no: 0, mine: null }] });

  assert.deepEqual([...state.opinions.keys()], ['k-1']);
});

test('one\'s own proposals are known: made here, waiting since an earlier visit, or told by the server', () => {
  const propose = (id) => ({ id: `c-${id}`, message: { type: 'change', change: { op: 'batch', changes: [{ op: 'link', link: link(id, { proposed: true }) }, { op: 'link', link: link(`${id}x`) }] } } });
  const state = reduce(start({ pending: [propose('k-3')] }), welcome({ proposed: ['k-2'] }));

  assert.deepEqual([...reduce(state, { type: 'local', at: 2, ...propose('k-4') }).proposed], ['k-3', 'k-2', 'k-4']);
});

test('proposals come in the order in which they were made', () => {
  assert.deepEqual(proposalsOf(after().map).map(({ id }) => id), ['k-2']);
});

test('whether the table is open is heard', () => {
  assert.equal(after().table.open, false);
  assert.equal(reduce(start(), welcome({ table: { open: true } })).table.open, true);
  assert.equal(after({ type: 'table', open: true }).table.open, true);
});
