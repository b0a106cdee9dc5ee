// The past in words: what is said of a change, and what is one row of the list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aboutId, didText, folded, headingText, isHeading, joined, timeText, whoText } from '../../mapping/render/canvas/past.js';
import { translator } from '../../mapping/render/canvas/words.js';
import { vocabulary } from './vocabulary.mjs';

const WORDS = {
  'past.you': 'Usted', 'canvas.people.screen': 'Pantalla {n}', 'canvas.people.facilitator': 'Quien facilita',
  'past.did.linked': 'dibujó: {what}', 'past.did.added_many': 'agregó {n} actores: {what}', 'past.did.several': 'hizo {n} cambios: {what}',
  'past.did.changed': 'cambió {what}', 'past.did.changed_to': 'cambió {what} · {values}', 'past.did.changed_link_to': 'cambió: {what} · {values}', 'past.did.unlinked': 'quitó la relación: {what}',
  'past.did.undo': 'deshizo: {did}', 'past.did.back': 'volvió a como estaba a las {time}', 'past.did.moved.one': 'movió {what}',
  'past.did.moved.many': 'movió {n} actores', 'past.did.moved_often': 'movió actores, {n} veces', 'past.nothing': 'sin decir',
  'past.step': 'Paso: {title}', 'past.kept': 'Versión guardada: {title}', 'past.kept_end': 'Fin del paso: {title}',
  'past.paused': 'Se pausó el dibujo', 'past.goes_on': 'El dibujo continúa', 'past.opened': 'Se abrió el mapa',
  'canvas.property.influence': 'Influencia', 'canvas.property.practice': '¿Funciona?', 'canvas.property.note': 'Nota',
};
const t = translator(WORDS, 'es'), room = { t, vocabulary };
const actor = (id, name) => ({ verb: 'added', actor: { id, name, names: {} } });
const congreso = { id: 'congreso', name: 'Congreso Nacional', names: {} }, pmop = { id: 'pmop', name: 'Policía Militar', names: {} };
const link = { verb: 'added', link: { id: 'k-1', kind: 'ov_parliament', source: 'congreso', target: 'pmop' }, ends: [congreso, pmop] };
const entry = (more) => ({ seq: 5, at: 1_718_000_000, by: 'p-a', number: 3, op: 'add', count: 1, alike: true, parts: [actor('pn', 'Policía Nacional')], ...more });

test('a link is said as a sentence, with the names that its ends had then', () => {
  assert.equal(didText(entry({ op: 'link', parts: [link] }), room), 'dibujó: Congreso Nacional supervisa a la Policía Militar');
});

test('a proposal is not said to be drawn, and taking it in is not a change of a field', () => {
  const words = translator({ ...WORDS, 'past.did.proposed': 'propuso: {what}', 'past.did.taken': 'aceptó la propuesta: {what}' }, 'es');
  const proposed = { ...link, link: { ...link.link, proposed: true } }, what = 'Congreso Nacional supervisa a la Policía Militar';
  assert.equal(didText(entry({ op: 'link', parts: [proposed] }), { t: words, vocabulary }), `propuso: ${what}`);
  assert.equal(didText(entry({ op: 'set', values: { proposed: false }, parts: [{ ...link, verb: 'changed' }] }), { t: words, vocabulary }), `aceptó la propuesta: ${what}`);
});

test('a list that came in at once is counted and names the first', () => {
  const parts = [actor('a', 'Uno'), actor('b', 'Dos'), actor('c', 'Tres')];
  assert.equal(didText(entry({ op: 'batch', label: 'paste', count: 40, parts }), room), 'agregó 40 actores: Uno, Dos, Tres, …');
  assert.equal(didText(entry({ op: 'batch', count: 2, alike: false, parts: [actor('a', 'Uno'), link] }), room), 'hizo 2 cambios: Uno, Congreso Nacional supervisa a la Policía Militar');
});

test('a value is said where it is one of a scale, and never what somebody wrote', () => {
  const changed = { op: 'set', parts: [{ verb: 'changed', actor: pmop }] };
  assert.equal(didText(entry({ ...changed, values: { influence: 0 } }), room), 'cambió Policía Militar · Influencia 0');
  assert.equal(didText(entry({ ...changed, values: { influence: null } }), room), 'cambió Policía Militar · Influencia sin decir');
  assert.equal(didText(entry({ ...changed, values: { practice: 'works' } }), room), 'cambió Policía Militar · ¿Funciona? sí');
  assert.equal(didText(entry({ ...changed, values: { note: null } }), room), 'cambió Policía Militar · Nota');
  assert.equal(didText(entry({ ...changed, values: { boss: null } }), room), 'cambió Policía Militar');
  const answered = { op: 'set', parts: [{ ...link, verb: 'changed' }], values: { practice: 'works' } };
  assert.equal(didText(entry(answered), room), 'cambió: Congreso Nacional supervisa a la Policía Militar · ¿Funciona? sí');
});

test('taking back says what was taken back; going back says to when', () => {
  const undone = entry({ op: 'undo', label: 'undo', parts: [{ ...link, verb: 'removed' }] });
  assert.equal(didText(undone, room), 'deshizo: quitó la relación: Congreso Nacional supervisa a la Policía Militar');
  const at = 1_718_000_000, back = entry({ op: 'batch', label: 'back', to: 3, to_at: at, count: 9, alike: false });
  assert.equal(didText(back, room, at * 1000), `volvió a como estaba a las ${timeText(at, 'es', at * 1000)}`);
});

test('who it was is a number, oneself, or who facilitates', () => {
  assert.equal(whoText({ by: 'p-a', number: 3 }, 'p-b', t), 'Pantalla 3');
  assert.equal(whoText({ by: 'p-a', number: 3 }, 'p-a', t), 'Usted');
  assert.equal(whoText({ by: 'p-server', number: 0 }, 'p-a', t), 'Quien facilita');
});

test('steps, kept versions and pauses are headings', () => {
  const title = { es: 'Quién supervisa', en: 'Who oversees' };
  assert.equal(headingText({ op: 'step', step: 'oversight', title }, t), 'Paso: Quién supervisa');
  assert.equal(headingText({ op: 'snapshot', label: 'oversight', title }, t), 'Fin del paso: Quién supervisa');
  assert.equal(headingText({ op: 'snapshot', label: 'Antes del café' }, t), 'Versión guardada: Antes del café');
  assert.equal(headingText({ op: 'freeze', on: false }, t), 'El dibujo continúa');
  assert.ok(isHeading({ op: 'frame', seq: 1 }));
  assert.ok(!isHeading({ op: 'frame', seq: 7 }));
});

test('what one person does over and over is one row, and what lies between others is not', () => {
  const move = (seq, by = 'p-a') => entry({ seq, by, op: 'move' });
  const rows = folded([move(9), move(8), move(7, 'p-b'), move(6), entry({ seq: 5 }), move(4)]);
  assert.deepEqual(rows.map((r) => [r.seq, r.times, r.first]), [[9, 2, 8], [7, 1, 7], [6, 1, 6], [5, 1, 5], [4, 1, 4]]);
  assert.equal(didText(rows[0], room), 'movió actores, 2 veces');
});

test('one field set again and again is one row; two fields are two', () => {
  const set = (seq, values, id = 'pn') => entry({ seq, op: 'set', values, parts: [{ verb: 'changed', actor: { ...pmop, id } }] });
  const rows = folded([set(9, { influence: 3 }), set(8, { influence: 2 }), set(7, { note: null }), set(6, { note: null }, 'mp')]);
  assert.deepEqual(rows.map((r) => r.seq), [9, 7, 6]);
  assert.equal(aboutId(rows[0]), 'pn');
});

test('pages are joined by number, each change once', () => {
  const of = (...seqs) => seqs.map((seq) => entry({ seq }));
  assert.deepEqual(joined(of(5, 4), of(7, 6, 5)).map((e) => e.seq), [7, 6, 5, 4]);
});

test('every word of the past is there in both languages', () => {
  const source = readFileSync(new URL('../../mapping/render/canvas/past.js', import.meta.url), 'utf8');
  const keys = [...source.matchAll(/'past\.([\w.]+)'/g)].map((m) => m[1].split('.').at(-1));
  for (const language of ['es', 'en']) {
    const words = readFileSync(new URL(`../../mapping/i18n/words/${language}/past.yaml`, import.meta.url), 'utf8');
    for (const key of keys) assert.match(words, new RegExp(`^\\s*${key}:`, 'm'), `${language} ${key}`);
  }
});
