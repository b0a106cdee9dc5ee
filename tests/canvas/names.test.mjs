import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue, fold, onMap, typos } from '../../mapping/render/canvas/names.js';

const row = (id, ...spellings) => ({ id, spellings });
const catalogue = new Catalogue({
  actors: [
    row('pn', 'Policía Nacional de Honduras', 'National Police', 'PN', 'Policía Nacional', 'Police'),
    row('pmop', 'Policía Militar del Orden Público', 'PMOP', 'Policía Militar', 'Military Police'),
    row('ffaa', 'Fuerzas Armadas', 'Armed Forces', 'FFAA'),
    row('mp', 'Ministerio Público', 'Public Prosecutor', 'MP', 'Fiscalía'),
    row('inp', 'Instituto Nacional Penitenciario', 'INP', 'Cárceles', 'Prisons'),
    row('corte', 'Corte', 'Comisión'),
    row('otra', 'Otra', 'Comisión'),
  ],
  generic: [{ term: 'militares', actors: ['ffaa', 'pmop', 'gone'] }],
});

test('accents, case, points and a leading article do not count', () => {
  assert.equal(fold('La FISCALÍA'), 'fiscalia');
  assert.equal(fold('FF. AA.'), 'ff aa');
  assert.equal(fold("the women's  network"), 'women s network');
});

test('an exact, unique alias of either language is taken', () => {
  assert.deepEqual(catalogue.meaning('fiscalia'), { is: 'mp' });
  assert.deepEqual(catalogue.meaning('Police'), { is: 'pn' });
  assert.deepEqual(catalogue.meaning('cárceles'), { is: 'inp' });
});

test('a generic word asks which one, and only among actors of the catalogue', () => {
  assert.deepEqual(catalogue.meaning('Militares'), { ask: ['ffaa', 'pmop'] });
});

test('an alias that two actors share asks; it is not given to the first', () => {
  assert.deepEqual(catalogue.meaning('comisión'), { ask: ['corte', 'otra'] });
});

test('part of a name is a suggestion, never taken', () => {
  assert.deepEqual(catalogue.meaning('polic'), {});
  const ids = catalogue.suggestions('polic').map((s) => s.id);
  assert.deepEqual(ids.slice().sort(), ['pmop', 'pn']);
});

test('a slip of the finger still finds the actor', () => {
  assert.equal(catalogue.suggestions('fiscalai')[0].id, 'mp');
  assert.equal(catalogue.suggestions('xyzw').length, 0);
});

test('two letters swapped are one slip; a different word is none', () => {
  assert.equal(typos('fiscalia', 'fiscalai', 2), 1);
  assert.equal(typos('congreso', 'conadeh', 2), 3);
});

test('an actor on the map is found by its name in either language', () => {
  const actors = new Map([['x-1', { id: 'x-1', name: 'Mesa de mujeres', names: { en: "Women's table" } }]]);
  assert.equal(onMap('mesa de Mujeres', actors), 'x-1');
  assert.equal(onMap('womens table', actors), null);
  assert.equal(onMap("Women's table", actors), 'x-1');
});
