// A film of a map: steps in any order, without a jump.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reel } from '../../mapping/render/canvas/replay.js';

const none = { actors: [], links: [] };
const frame = (seq, { op = 'add', put = {}, drop = {}, entry = { op } }) => ({ seq, at: 1000 + seq, put: { ...none, ...put }, drop: { ...none, ...drop }, entry: entry && { seq, parts: [], ...entry } });
const actor = (id, x, y = 0, more = {}) => ({ id, name: id.toUpperCase(), kind: 'justice', ...(x === undefined ? {} : { x, y }), ...more });
const link = (id) => ({ id, kind: 'referral', source: 'pn', target: 'mp' });

const FILM = [
  frame(1, { op: 'frame', entry: null }),
  frame(2, { put: { actors: [actor('pn', 10)] } }),
  frame(3, { put: { actors: [actor('mp', 200)] } }),
  frame(4, { op: 'move', put: { actors: [actor('pn', 500, 70)] } }),
  frame(5, { op: 'link', put: { links: [link('l-1')] } }),
  frame(6, { op: 'snapshot', entry: { op: 'snapshot', label: 'Café' } }),
  frame(7, { op: 'remove', drop: { actors: ['mp'], links: ['l-1'] } }),
];

test('actors stand where they stood last, and a move is no step', () => {
  const reel = new Reel(FILM);

  assert.deepEqual(reel.steps.map((step) => step.seq), [2, 3, 5, 6, 7]);
  assert.deepEqual([...reel.at(1).actors.values()].map(({ x, y }) => [x, y]), [[500, 70]]);
});

test('any step can be gone to, also far apart and backwards', () => {
  const frames = Array.from({ length: 350 }, (_, n) => frame(n + 1, { put: { actors: [actor(`x-${n}`, n)] } }));
  const reel = new Reel([...frames, frame(351, { op: 'remove', drop: { actors: ['x-0'] } })]);

  for (const n of [0, 1, 99, 100, 101, 250, 350]) assert.equal(reel.at(n).actors.size, n);
  assert.equal(reel.at(351).actors.size, 349);
  assert.equal(reel.at(350).actors.has('x-0'), true);
  assert.equal(reel.everybody().size, 350);
});

test('marks are steps of the day and kept versions, and one goes from one to the next', () => {
  const reel = new Reel(FILM);

  assert.deepEqual(reel.marks.map((mark) => [mark.at, mark.entry.label]), [[4, 'Café']]);
  assert.deepEqual([reel.mark(0, 1), reel.mark(4, 1), reel.mark(5, -1), reel.mark(4, -1)], [4, 5, 4, 0]);
});

test('a change is found by its number, one that is no step by what came before it', () => {
  const reel = new Reel(FILM);

  assert.deepEqual([reel.stepAt(2), reel.stepAt(4), reel.stepAt(5), reel.stepAt(99)], [1, 2, 3, 5]);
});

test('a long day plays in about forty seconds, a short one is no blur', () => {
  const long = new Reel(Array.from({ length: 1000 }, (_, n) => frame(n + 1, { put: { actors: [actor(`x-${n}`, n)] } })));

  assert.equal(long.rate('usual'), 25);
  assert.equal(new Reel(FILM).rate('usual'), 2);
  assert.ok(long.rate('slow') < long.rate('usual') && long.rate('usual') < long.rate('fast'));
});

test('a film begins with the first change that draws something', () => {
  const step = (seq, title) => frame(seq, { op: 'step', entry: { op: 'step', title } });
  const reel = new Reel([step(1, 'La pregunta'), step(2, 'Quién dibuja'), frame(3, { op: 'freeze' }), frame(4, { put: { actors: [actor('pn', 10)] } }), step(5, 'Quién manda')]);

  assert.deepEqual(reel.steps.map(({ seq }) => seq), [4, 5]);
  assert.deepEqual(reel.marks.map(({ at, entry }) => [at, entry.title]), [[2, 'Quién manda']]);
  assert.equal(new Reel([step(1, 'La pregunta')]).length, 0);
});

test('an empty map is a film without steps', () => {
  const reel = new Reel([]);

  assert.deepEqual([reel.length, reel.at(0).actors.size, reel.mark(0, 1), reel.marks], [0, 0, 0, []]);
});
