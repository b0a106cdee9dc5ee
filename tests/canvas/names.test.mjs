import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue, fold, key, onMap, plain, typos, labelOf } from '../../mapping/render/canvas/names.js';

// As mapping/scenario/catalogue.py writes it: places in `actors` under every spelling that decides by itself.
const row = (id, names, aliases = []) => ({ id, names: { es: names[0], en: names[1] }, short: { es: names[0], en: names[1] }, aliases, kind: 'justice' });
const actors = [
  row('pn', ['Policía Nacional', 'National Police'], ['Police']), row('pmop', ['Policía Militar', 'Military Police']), row('ffaa', ['Fuerzas Armadas', 'Armed Forces']),
  row('mp', ['Ministerio Público', 'Public Prosecutor'], ['Fiscalía']), row('inp', ['INP', 'INP'], ['Cárceles', 'Prisons']), row('corte', ['Corte', 'Court']), row('otra', ['Otra', 'Other']),
];
const catalogue = new Catalogue({
  actors, exact: { policianacional: 0, police: 0, fiscalia: 3, carceles: 4, comision: [5, 6] }, generic: { militares: [2, 1] },
});

test('accents, case, points and a leading article do not count', () => {
  assert.equal(fold('La FISCALÍA'), 'fiscalia');
  assert.equal(plain('FF. AA.'), 'ffaa');
  assert.equal(plain('MS-13'), 'ms 13');
  assert.equal(key('MS 13'), key('ms-13'));
  assert.equal(fold("the women's  network"), 'women network');
});

test('an exact, unique alias of either language is taken', () => {
  assert.deepEqual(catalogue.meaning('la fiscalía'), { is: 'mp' });
  assert.deepEqual(catalogue.meaning('Police'), { is: 'pn' });
  assert.deepEqual(catalogue.meaning('cárceles'), { is: 'inp' });
});

test('a generic word asks which one, and only among actors of the catalogue', () => {
  assert.deepEqual(catalogue.meaning('Militares'), { ask: ['ffaa', 'pmop'] });
});

test('an alias that two actors share asks; it is not given to the first', () => {
  assert.deepEqual(catalogue.meaning('comisión'), { ask: ['corte', 'otra'] });
});

test('what is taken has its short names and what the catalogue says of it, and none of the aliases', () => {
  const actor = new Catalogue({ actors: [{ ...actors[0], force: 'does', oversees_as: 'ov_internal', acronym: 'PN' }] }).actor('pn', 'en');

  assert.deepEqual(actor, {
    id: 'pn', catalogue: 'pn', name: 'National Police', names: { es: 'Policía Nacional', en: 'National Police' }, kind: 'justice', uses_force: 'does', oversees_as: 'ov_internal',
  });
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

test('the wider body stands before its parts, and a word that fits several makes none of them shorter', () => {
  const also = ['polis'], police = row('pn', ['Policía Nacional', 'National Police'], ['Police']);
  const rows = [{ ...row('office', ['Inspectoría Policial', 'Police Inspectorate']), part_of: 'pn' }, { ...row('army', ['Policía Militar', 'Military Police']), also }, { ...police, also }];
  const first = (text, language) => new Catalogue({ actors: rows }).suggestions(text, 3, { language }).map(({ id }) => id);
  assert.deepEqual(first('pol', 'es'), ['pn', 'army', 'office']);
  assert.deepEqual(first('pol', 'en'), ['pn', 'office', 'army']); // only an alias begins so, but the office is a part of it
  assert.deepEqual(first('police i', 'en').slice(0, 1), ['office']);
});

test('two letters swapped are one slip; a different word is none', () => {
  assert.equal(typos('fiscalia', 'fiscalai', 2), 1);
  assert.equal(typos('congreso', 'conadeh', 2), 3);
});

test('an actor on the map is found by its name in either language', () => {
  const there = new Map([['x-1', { id: 'x-1', name: 'Mesa de mujeres', names: { en: "Women's table" } }]]);
  assert.equal(onMap('mesa de Mujeres', there), 'x-1');
  assert.equal(onMap('mujeres', there), null);
  assert.equal(onMap("Women's table", there), 'x-1');
});

test('a name cannot turn the words beside it round', () => {
  assert.equal(labelOf({ name: '\u202Egnp.exe\u202C del barrio' }, 'es'), 'gnp.exe del barrio');
  assert.equal(labelOf({ name: 'منظمة' }, 'es'), 'منظمة');
});
