import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Editor } from '../../mapping/render/canvas/editor.js';
import { Catalogue } from '../../mapping/render/canvas/names.js';
import { buttonFrom } from '../../mapping/render/canvas/kinds.js';
import { vocabulary } from './vocabulary.mjs';

const both = (es, en = es) => ({ es, en });
const row = (id, name, kind) => ({ id, names: both(name), short: both(name), kind });
const catalogue = new Catalogue({
  actors: [row('pn', 'Policía Nacional', 'core_security'), row('ffaa', 'Fuerzas Armadas', 'core_security'), row('pmop', 'Policía Militar', 'core_security')],
  exact: { policianacional: 0, fuerzasarmadas: 1, policiamilitar: 2 }, generic: { militares: [1, 2] },
});
let sent, actors, links, editor;
beforeEach(() => {
  sent = [];
  actors = new Map([['pn', { id: 'pn', name: 'Policía Nacional', names: both('Policía Nacional', 'National Police'), influence: 3 }], ['x-1', { id: 'x-1', name: 'Mesa de Tela' }]]);
  links = new Map([['k-1', { id: 'k-1', kind: 'command', source: 'x-1', target: 'pn' }]]);
  const client = { state: { map: { actors, links } }, change: (op, body) => sent.push([op, body]) };
  editor = new Editor({ client, vocabulary, catalogue, persons: { given: ['juan'] }, place: () => ({ x: 1.4, y: 2.6 }) });
});

test('a typed name is read in this order: several, catalogue, here, person, nearly, own', () => {
  assert.deepEqual(editor.reading('Militares'), { ask: ['ffaa', 'pmop'] });
  assert.deepEqual(editor.reading('policia militar'), { take: 'pmop' });
  assert.deepEqual(editor.reading('policía nacional'), { have: 'pn' });
  assert.deepEqual(editor.reading('mesa de TELA'), { have: 'x-1' });
  assert.deepEqual(editor.reading('Juan Pérez'), { person: true });
  assert.deepEqual(editor.reading('Fuerzas Armdas'), { near: ['ffaa'] });
  assert.deepEqual(editor.reading('  Red  de  barrios '), { own: 'Red de barrios' });
  assert.deepEqual(editor.reading('   '), {});
});

test('a name that holds a catalogue name, but is longer, is one of its own', () => {
  assert.deepEqual(editor.reading('Policía Nacional de Tela y Puerto Cortés'), { own: 'Policía Nacional de Tela y Puerto Cortés' });
});

test('a catalogue actor keeps its id and takes a whole place', () => {
  editor.take('pmop', 'es');
  assert.deepEqual(sent, [['add', { actor: { id: 'pmop', catalogue: 'pmop', name: 'Policía Militar', names: both('Policía Militar'), kind: 'core_security', x: 1, y: 3 } }]]);
});

test('a link needs two different actors of this map', () => {
  const supervises = buttonFrom('supervises', vocabulary);
  assert.equal(editor.link('pn', 'pn', supervises), null);
  assert.equal(editor.link('pn', 'gone', supervises), null);
  assert.deepEqual(sent, []);
});

test('an answer of "not said" is no answer', () => {
  editor.link('x-1', 'pn', buttonFrom('referral', vocabulary), { practice: 'not_said' });
  editor.link('x-1', 'pn', buttonFrom('referral', vocabulary), { practice: 'weak' });
  assert.deepEqual(sent.map(([, { link }]) => link.practice), [undefined, 'weak']);
});

test('only what differs is sent; not rated differs from 0', () => {
  editor.set('pn', { influence: 3 });
  assert.deepEqual(sent, []);
  editor.set('pn', { influence: null });
  editor.set('x-1', { influence: 0 });
  assert.deepEqual(sent.map(([, body]) => body), [{ of: 'pn', values: { influence: null } }, { of: 'x-1', values: { influence: 0 } }]);
});

test('removing an actor says how many links go with it', () => {
  assert.equal(editor.remove('pn'), 1);
  assert.equal(editor.remove('gone'), null);
  assert.deepEqual(sent, [['remove', { of: 'pn' }]]);
});

test('many places are moved in one change, however many', () => {
  editor.move({ pn: [1, 2], 'x-1': [3, 4], gone: [5, 6] });
  for (let i = 0; i < 900; i++) actors.set(`y-${i}`, { id: `y-${i}`, name: `Comité ${i}` });
  editor.move(Object.fromEntries([...actors.keys()].map((id) => [id, [100, 100]])));

  assert.deepEqual(sent[0], ['move', { places: { pn: [1, 2], 'x-1': [3, 4] } }]);
  assert.equal(sent.length, 2);
  assert.equal(sent[1][0], 'batch');
  assert.ok(sent[1][1].changes.every((part) => JSON.stringify(part).length < 16_000));
  assert.equal(sent[1][1].changes.reduce((n, part) => n + Object.keys(part.places).length, 0), 902);
});
