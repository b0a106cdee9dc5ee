import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reduce, start } from '../../mapping/render/canvas/client/sync.js';
import { filledOf, revOf, wordsOf } from '../../mapping/render/canvas/client/words.js';
import { entriesOf } from '../../mapping/render/canvas/panels/entries.js';
import { choices, meant } from '../../mapping/render/canvas/panels/entry_chooser.js';
import { answeredOf, linesOf } from '../../mapping/render/canvas/panels/pad.js';

const line = (more = {}) => ({ id: 'n-1', session: '3', kind: 'pad', slot: 0, about: '', text: 'La DGIC cerró', rev: 1, ...more });
const entry = (parts = {}, more = {}) => ({ id: 'e-1', session: '4', kind: 'entry', slot: 0, about: 'fusina', text: 'FUSINA', rev: 1, parts, ...more });
const refused = (theirs) => [{ type: 'sent', id: 'w-1' }, { type: 'refused', change: 'w-1', reason: 'conflict', theirs }];
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

test('two who fill different parts of one entry point both keep theirs', () => {
  const theirs = entry({ partner: 'CONADEH', risk: 'Que se cierre la puerta' }, { rev: 2 });
  const state = run(welcome(entry({ partner: 'OIM' })), write('w-1', entry({ partner: 'OIM', progress: 'Un informe' })), ...refused(theirs));

  assert.deepEqual(state.tray, []);
  const [{ message: { word }, sent }] = state.pending;
  assert.deepEqual([word.rev, word.parts, sent], [2, { partner: 'CONADEH', risk: 'Que se cierre la puerta', progress: 'Un informe' }, false]);
});

test('two who fill the same part decide which stays, and the other parts are not asked about', () => {
  const theirs = entry({ partner: 'CONADEH', risk: 'alto' }, { rev: 2 });
  const state = run(welcome(entry()), write('w-1', entry({ partner: 'OIM' })), ...refused(theirs));

  assert.deepEqual(state.pending, []);
  assert.deepEqual(state.words.get('e-1'), theirs);
  assert.deepEqual(state.tray[0].message.word.parts, { partner: 'OIM', risk: 'alto' });
});

test('an entry point that somebody writes in is not taken out unasked', () => {
  const state = run(welcome(entry()), write('w-1', entry({}, { text: '' })), ...refused(entry({ partner: 'OIM' }, { rev: 2 })));

  assert.deepEqual([state.tray.length, state.tray[0].message.word.text, [...wordsOf(state).keys()]], [1, '', ['e-1']]);
});

test('a second writing of an entry point that never left goes on from what was stored, not from the first', () => {
  const later = write('w-2', entry({ risk: 'alto', progress: 'Un informe' }));
  const state = [later, { type: 'sent', id: 'w-2' }, { type: 'refused', change: 'w-2', reason: 'conflict', theirs: entry({ partner: 'OIM' }, { rev: 2 }) }].reduce(reduce, run(welcome(entry()), write('w-1', entry({ risk: 'alto' }))));

  assert.deepEqual(state.pending.map((p) => p.message.word.parts), [{ partner: 'OIM', risk: 'alto', progress: 'Un informe' }]);
});

test('entry points are not counted among what is asked for, and say how far they are', () => {
  const words = new Map([entry({ risk: 'alto' }), entry({}, { id: 'e-0', slot: 3 }), line()].map((w) => [w.id, w]));

  assert.deepEqual(entriesOf(words).map((w) => w.id), ['e-1', 'e-0']);
  assert.equal(answeredOf(words, '4'), 0);
  assert.equal(filledOf(words.get('e-1')), 1);
});

test('an entry point is about a gap, what one types the name of, or what only its words say', () => {
  const actors = new Map(['fusina', 'conadeh'].map((id) => [id, { id, name: id.toUpperCase(), names: {} }]));
  const link = (id, practice, more = {}) => [id, { id, kind: 'ov', source: 'conadeh', target: 'fusina', practice, ...more }];
  const map = { actors, links: new Map([link('x-1', 'missing'), link('x-2', 'works'), link('x-3', 'missing', { proposed: true })]) };
  const vocabulary = { link_kinds: { ov: { verb: { es: 'supervisa a' }, label: { es: 'Supervisión' } } }, actor_kinds: {}, scales: { practice: [{ id: 'missing', label: { es: 'hace falta' } }] } };
  const ways = { vocabulary, language: 'es', catalogue: null };

  assert.deepEqual(choices('', map, ways), ['x-1']);
  assert.equal(choices('fusina', map, ways)[0], 'fusina');
  assert.deepEqual(meant(' fusina ', map, ways), { about: 'fusina', text: 'FUSINA' });
  assert.deepEqual(meant('CONADEH supervisa a FUSINA', map, ways), { about: 'x-1', text: 'CONADEH supervisa a FUSINA (hace falta)' });
  assert.deepEqual(meant('Una mesa nueva', map, ways), { about: '', text: 'Una mesa nueva' });
});
