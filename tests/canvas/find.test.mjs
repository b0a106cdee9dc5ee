// Finding on the map: any name in either language, accents and acronyms, and what is said of a link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOn } from '../../mapping/render/canvas/find.js';
import { Catalogue } from '../../mapping/render/canvas/names.js';
import { vocabulary } from './vocabulary.mjs';

const catalogue = new Catalogue({ actors: [
  { id: 'ffaa', short: { es: 'Fuerzas Armadas', en: 'Armed Forces' }, names: { es: 'Fuerzas Armadas de Honduras', en: 'Armed Forces of Honduras' }, acronym: 'FF. AA.', aliases: ['ejército'] },
] });
const actors = new Map([
  ['ffaa', { id: 'ffaa', catalogue: 'ffaa', name: 'Fuerzas Armadas', names: { es: 'Fuerzas Armadas', en: 'Armed Forces' }, kind: 'core_security' }],
  ['pn', { id: 'pn', name: 'Policía Nacional', names: { es: 'Policía Nacional', en: 'National Police' }, kind: 'core_security' }],
  ['x-1', { id: 'x-1', name: 'Juzgado de Letras', kind: 'justice' }],
]);
const links = new Map([
  ['k-1', { id: 'k-1', source: 'ffaa', target: 'pn', kind: 'cooperation', practice: 'works' }],
  ['k-2', { id: 'k-2', source: 'x-1', target: 'pn', kind: 'ov_judicial' }],
]);
const find = (text, language = 'es') => {
  const found = findOn({ actors, links }, text, { vocabulary, language, catalogue });
  return [found.actors.map((a) => a.id), found.links.map((k) => k.id)];
};

test('an actor is found by its name in either language, by accentless and by catalogue names', () => {
  assert.deepEqual(find('policia')[0], ['pn']);
  assert.deepEqual(find('NATIONAL police')[0], ['pn']);
  assert.deepEqual(find('ffaa')[0], ['ffaa']);
  assert.deepEqual(find('F.F. A.A.')[0], ['ffaa']);
  assert.deepEqual(find('ejercito')[0], ['ffaa']);
});

test('a name by which it was found besides the shown one is told', () => {
  const found = findOn({ actors, links }, 'ejercito', { vocabulary, language: 'es', catalogue });
  assert.deepEqual([...found.as], [['ffaa', 'ejército']]);
  assert.equal(findOn({ actors, links }, 'fuerzas', { vocabulary, language: 'es', catalogue }).as.size, 0);
});

test('a link is found by its verb, its ends and its answer, in either language', () => {
  assert.deepEqual(find('oversees')[1], ['k-2']);
  assert.deepEqual(find('supervisa policia')[1], ['k-2']);
  assert.deepEqual(find('ejercito coordina')[1], ['k-1']);
  assert.deepEqual(find('no lo hemos dicho')[1], ['k-2']);
});

test('the nearest name comes first and what is not on the map is not found', () => {
  assert.deepEqual(find('fuerzas')[0], ['ffaa']);
  assert.deepEqual(find('congreso'), [[], []]);
  assert.deepEqual(find('policia congreso'), [[], []]); // every word has to be there
});

test('without a word it is the whole map, actors by name', () => {
  assert.deepEqual(find(''), [['ffaa', 'x-1', 'pn'], ['k-1', 'k-2']]);
});
