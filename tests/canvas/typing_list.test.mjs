// A pasted list: its lines, how each is read, and the one change that comes of it; and places for those who come in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../mapping/render/canvas/typing/plan.js';
import { contentsOf, idUntil, linesIn, readList } from '../../mapping/render/canvas/typing/pasted.js';
import { newcomers } from '../../mapping/render/canvas/view/newcomers.js';
import { invented } from './maps.mjs';
import { catalogue, readerOf, vocabulary } from './typing_case.mjs';

function list(text, there = []) {
  const base = readerOf(there), map = { links: new Map() };
  const planWith = (reading, reader, actors) => planOf(reading, reader, { vocabulary, catalogue, map: { ...map, actors }, language: 'es', idOf: idUntil });
  return readList(linesIn(text).lines, { readerOf: (actors) => base.of(actors), planWith, rowOf: (id) => catalogue.actor(id, 'es'), actors: base.actors });
}

function contents(rows, there = []) {
  let made = 0;
  const { actors, links } = contentsOf(rows, { rowOf: (id) => catalogue.actor(id, 'es'), has: (id) => there.includes(id), own: (name) => ({ id: `x-${(made += 1)}`, name }) });
  return [actors.map((a) => `${a.id} ${a.name}`), links.map(({ source, kind, target, practice }) => [source, kind, target, practice].filter(Boolean).join(' '))];
}

test('lines lose bullets and numbers, not what belongs to a name; what is too much is counted', () => {
  assert.deepEqual(linesIn('• Fiscalía\r\n2. Casa Alianza\n\n- 9 de Mayo\n3 de Febrero\n---').lines, ['Fiscalía', 'Casa Alianza', '9 de Mayo', '3 de Febrero']);
  const { lines, all } = linesIn('x\n'.repeat(5000));
  assert.deepEqual([lines.length, all], [200, 5000]);
  assert.equal(linesIn(`a\n${'b'.repeat(2000)}`).lines[1].length, 400);
});

test('each line says how it is read; persons and questions are not wanted by themselves', () => {
  const rows = list('policía nac\nmilitares\nJuan Pérez\nMesa de Tela\nconadeh\ntrib', ['conadeh']);
  assert.deepEqual(rows.map(({ as, on }) => [as, on]), [['take', true], ['which', false], ['person', false], ['own', true], ['have', false], ['which', false]]);
  assert.deepEqual(rows[1].choices, ['ffaa', 'pmop']);
  assert.deepEqual([rows[1].own, rows[5].own], [false, true]); // a generic word is no actor's name
});

test('what is wanted comes in once, however often it is named', () => {
  const rows = list('Mesa de Tela\nmesa de TELA\npn\nPolicía Nacional\nMesa de Tela > supervisa > pn\nMesa de Tela > supervisa > pn: a medias');
  assert.deepEqual(contents(rows), [['x-1 Mesa de Tela', 'pn Policía Nacional'], ['x-1 ov_civil pn weak']]);
});

test('a sentence brings its ends also where their own line is not wanted', () => {
  const rows = list('Mesa de Tela\nfiscalía\nMesa de Tela supervisa a la fiscalía');
  rows[0].on = rows[1].on = false;
  assert.deepEqual(contents(rows), [['x-1 Mesa de Tela', 'mp Ministerio Público'], ['x-1 ov_civil mp']]);
});

test('answers and ticks decide; nothing wanted is nothing at all', () => {
  const rows = list('militares\nJuan Pérez');
  assert.deepEqual(contents(rows), [[], []]);
  Object.assign(rows[0], { on: true, id: 'ffaa' });
  rows[1].on = true;
  assert.deepEqual(contents(rows), [['ffaa Fuerzas Armadas', 'x-1 Juan Pérez'], []]);
});

test('a sentence that is not clear, or closed, draws nothing', () => {
  const rows = list('mp > supervsa > pn\nffaa tiene connivencia con pn\ncongreso > supervisa > militares');
  assert.deepEqual(rows.map(({ as, on }) => [as, on]), [['unclear', false], ['closed', false], ['unclear', false]]);
});

const seen = { visible: { x0: -600, y0: -400, x1: 600, y1: 400 }, scale: 1, vocabulary, size: { w: 1200, h: 800 } };
const closest = (places) => Math.min(...places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.max(Math.abs(a.x - b.x) / 150, Math.abs(a.y - b.y) / 66))));
const placed = (n) => {
  const map = invented(n, n);
  Object.values(map.actors).forEach((actor, i) => Object.assign(actor, { x: (i % 8) * 210 - 700, y: Math.floor(i / 8) * 130 - 300 }));
  return map;
};

test('two hundred who come in together find room, and nobody else moves', () => {
  for (const before of [0, 30]) {
    const map = placed(before), were = JSON.stringify(map);
    const actors = Array.from({ length: 200 }, (_, i) => ({ id: `y-${i}`, name: `Comité ${i}` }));
    const places = newcomers(map, actors, [], seen);
    assert.equal(Object.keys(places).length, 200);
    assert.equal(JSON.stringify(map), were);
    assert.ok(closest([...Object.values(places), ...Object.values(map.actors)]) >= 1, `after ${before}`);
  }
});

test('whoever is linked with somebody stands near; a pair of strangers stands together, in sight', () => {
  const map = placed(16), of = map.actors[Object.keys(map.actors)[3]];
  const link = (source, target) => ({ id: `k-${source}`, kind: 'referral', source, target });
  const places = newcomers(map, [{ id: 'a' }, { id: 'b' }, { id: 'c' }], [link('a', of.id), link('b', 'c')], seen);
  assert.ok(Math.hypot(places.a.x - of.x, places.a.y - of.y) < 450);
  assert.ok(Math.hypot(places.b.x - places.c.x, places.b.y - places.c.y) < 450);
  assert.ok(Math.abs(places.b.x) < 600 && Math.abs(places.b.y) < 400);
  assert.ok(closest([...Object.values(places), ...Object.values(map.actors)]) >= 1);
});
