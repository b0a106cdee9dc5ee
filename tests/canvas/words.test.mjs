import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reduce, start } from '../../mapping/render/canvas/client/sync.js';
import { revOf, wordsOf } from '../../mapping/render/canvas/client/words.js';
import { answeredOf, linesOf } from '../../mapping/render/canvas/panels/pad.js';

const line = (more = {}) => ({ id: 'n-1', session: '3', kind: 'pad', slot: 0, about: '', text: 'La DGIC cerró', rev: 1, ...more });
const welcome = (...words) => ({ type: 'welcome', seq: 4, boot: 'b-1', by: 'p-1', number: 1, role: 'participant', people: [], undo: [], redo: [], day: {}, snapshot: { actors: [], links: [], frame: {} }, words });
const write = (id, word) => ({ type: 'local', id, at: 1, message: { type: 'write', id, word } });
const run = (...events) => events.reduce(reduce, start());
const texts = (state) => [...wordsOf(state).values()].map((w) => w.text);

test('what is written here is shown before it is stored', () => {
  const state = run(welcome(), write('w-1', line({ rev: 0 })));

  assert.deepEqual(texts(state), ['La DGIC cerró']);
  assert.equal(state.words.size, 0);
});

test('what never left is replaced, what is on the way is followed by one that has seen it', () => {
  const waiting = run(welcome(line()), write('w-1', line({ text: 'La DGIC' })));
  const sent = reduce(waiting, { type: 'sent', id: 'w-1' });

  assert.equal(revOf(waiting, 'n-1'), 1);
  assert.equal(revOf(sent, 'n-1'), 2);
  assert.equal(reduce(waiting, write('w-2', line({ text: 'La DGIC no' }))).pending.length, 1);
  assert.equal(reduce(sent, write('w-2', line({ text: 'La DGIC no', rev: 2 }))).pending.length, 2);
});

test("somebody else's text stands, and one's own lies in the tray, once", () => {
  const theirs = line({ text: 'lo suyo', rev: 2 });
  const mine = run(welcome(line()), write('w-1', line({ text: 'lo mío' })), { type: 'refused', change: 'w-1', reason: 'conflict', theirs });
  const again = [write('w-2', line({ text: 'lo mío, más largo' })), { type: 'refused', change: 'w-2', reason: 'conflict', theirs }].reduce(reduce, mine);

  assert.deepEqual(texts(mine), ['lo suyo']);
  assert.deepEqual(again.tray.map((entry) => entry.message.word.text), ['lo mío, más largo']);
});

test('what was taken out is written over at once: nobody loses a word by it', () => {
  const state = run(welcome(), write('w-1', line({ rev: 0 })), { type: 'sent', id: 'w-1' }, { type: 'refused', change: 'w-1', reason: 'conflict', theirs: line({ text: '', rev: 3 }) });

  assert.deepEqual(state.pending.map((p) => [p.message.word.rev, p.sent]), [[3, false]]);
  assert.deepEqual(state.tray, []);
});

test('two who write the same are of one mind', () => {
  const state = run(welcome(), write('w-1', line({ rev: 0, text: 'lo mismo ' })), { type: 'refused', change: 'w-1', reason: 'conflict', theirs: line({ text: 'lo mismo' }) });

  assert.deepEqual([state.tray, texts(state)], [[], ['lo mismo']]);
});

test('a writing that is not allowed is in the tray with what was typed', () => {
  const state = run(welcome(), write('w-1', line({ rev: 0 })), { type: 'refused', change: 'w-1', reason: 'too_many' });

  assert.equal(state.tray[0].message.word.text, 'La DGIC cerró');
});

test('there are none while the screens are covered, not even those that wait', () => {
  const state = run(welcome(line()), write('w-1', line({ id: 'n-2' })), { type: 'day', day: { hidden: true } });

  assert.deepEqual(texts(state), []);
});

test('lines stand in their order, and what is asked for is counted by session', () => {
  const words = new Map([line({ slot: 4 }), line({ id: 'n-0', slot: 1 }), { id: 'finding-3-1-0', kind: 'finding', session: '3', text: 'x' }, { id: 'unknown-4-1-0', kind: 'unknown', session: '4', text: 'y' }].map((w) => [w.id, w]));

  assert.deepEqual(linesOf(words).map((w) => w.id), ['n-0', 'n-1']);
  assert.equal(answeredOf(words, '3'), 1);
});
