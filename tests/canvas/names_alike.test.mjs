// Proposals for names that are nobody's: by the words that two names share. The glossary is a part of the real one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../../mapping/render/canvas/names.js';
import { alike, singular } from '../../mapping/render/canvas/names_alike.js';
import { personLists } from '../../mapping/render/canvas/person.js';
import { readName } from '../../mapping/render/canvas/typing/name.js';

const row = (id, es, en, aliases = [], also = []) => ({ id, names: { es, en }, short: { es, en }, aliases, also, kind: 'justice' });
const actors = [
  row('seds', 'Secretaría de Seguridad', 'Security Ministry'), row('sedena', 'Secretaría de Defensa', 'Defence Ministry'), row('cna', 'Consejo Anticorrupción', 'Anti-Corruption Council'),
  row('colombia', 'Policía de Colombia', 'Colombian police', ['Colombia']), row('pn', 'Policía Nacional', 'National Police', [], ['the police', 'policía comunitaria']),
  row('barrio18', 'Pandilla Barrio 18', 'Barrio 18 gang'), row('conadeh', 'CONADEH', 'Ombudsman'), row('cofadeh', 'COFADEH', 'COFADEH'), row('tsc', 'Tribunal Superior de Cuentas', 'Court of Accounts'),
  row('inam', 'INAM', 'INAM'), row('fin', 'Secretaría de Finanzas', 'Finance Ministry'), row('sre', 'Cancillería', 'Foreign Ministry'), row('mf', 'Medicina Forense', 'Forensic Medicine'),
];
const glossary = {
  concepts: [['ministry', 'ministerio', 'secretaria'], ['security', 'seguridad'], ['defence', 'defensa', 'defense'], ['police', 'policia'], ['national', 'nacional'], ['colombia', 'colombian'], ['nicaragua', 'nicaraguan'], ['finance', 'finanza', 'hacienda'], ['council', 'consejo'], ['court', 'tribunal']],
  countries: ['colombia', 'nicaragua'], short: { sec: 'secretaria', nac: 'nacional' },
};
const catalogue = new Catalogue({
  actors, exact: { conadeh: 6, cofadeh: 7, policianacional: 4, fuerzasarmadas: 1 }, generic: { thepolice: [4, 3] }, parts: { policiacomunitaria: 4 },
  ignored: ['de', 'del', 'la', 'the', 'of', 'y'], same: { ffaa: 'fuerzas armadas' }, country: ['honduras', 'honduran'], glossary,
});
const read = (text) => readName(text, { catalogue, persons: personLists({ given: ['juan'], surnames: ['perez'] }), actors: new Map() });

test('words of both languages meet, whatever their order, cut short or with a slip', () => {
  assert.equal(alike('Ministerio de Defensa', catalogue)[0], 'sedena');
  assert.equal(alike('Sec. de Seguridad', catalogue)[0], 'seds');
  assert.equal(alike('anticorupcion consejo', catalogue)[0], 'cna');
  assert.equal(alike('Ministerio de Hacienda', catalogue)[0], 'fin');
});

test('a body of another country, or of another number, is none of ours', () => {
  assert.deepEqual(alike('Policía Nacional de Nicaragua', catalogue), []);
  assert.equal(alike('Colombian National Police', catalogue)[0], 'colombia');
  assert.ok(!alike('Barrio 21', catalogue).includes('barrio18'));
});

test('an acronym is itself; one of five letters or more may have one slip', () => {
  assert.deepEqual(alike('CONADE', catalogue), ['conadeh']);
  assert.deepEqual(alike('cofadhe', catalogue), ['cofadeh']);
  assert.deepEqual(alike('INA', catalogue), []);
});

test('plurals of both languages are one word with their singular', () => {
  assert.deepEqual(['tribunales', 'fiscalías', 'courts', 'press', 'mes'].map(singular), ['tribunal', 'fiscalía', 'court', 'press', 'mes']);
});

test('a part of a body asks and may be an own actor; a word for all of a sort asks which one', () => {
  assert.deepEqual(catalogue.meaning('la Policía Comunitaria'), { near: ['pn'] });
  assert.deepEqual(read('policía comunitaria'), { near: ['pn'] });
  assert.deepEqual(read('the police'), { ask: ['pn', 'colombia'] });
});

test('articles, the country and other spellings make no other name, and two names of one actor are that actor', () => {
  assert.deepEqual(catalogue.meaning('Policía Nacional de Honduras'), { is: 'pn' });
  assert.deepEqual(catalogue.meaning('FF AA'), { is: 'sedena' });
  assert.deepEqual(catalogue.meaning('Policía Nacional (CONADEH)'), { near: ['pn', 'conadeh'] });
  assert.deepEqual(catalogue.meaning('CONADEH (conadeh)'), { is: 'conadeh' });
  assert.deepEqual(catalogue.meaning('B:M:U'), {});
});

test('only a name that breaks off in a word completes itself', () => {
  assert.deepEqual(read('medicina for'), { take: 'mf' });
  assert.deepEqual(read('Tribunal Superior'), { begun: ['tsc'] }); // may be another one
  assert.deepEqual(read('INA'), { begun: ['inam'] });
  assert.deepEqual(read('ina'), { take: 'inam' });
  assert.deepEqual(read('conad'), { take: 'conadeh' });
});

test('what is alike is asked about before it becomes an own actor; what is not becomes one', () => {
  assert.deepEqual(read('Ministerio de la Defensa').near[0], 'sedena');
  assert.deepEqual(read('Comité El Cerro'), { own: 'Comité El Cerro' });
});
