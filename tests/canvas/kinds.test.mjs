import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorKindFor, buttonFrom, buttonsOf, kindFor, kindWord, oversightKind } from '../../mapping/render/canvas/kinds.js';
import { fold } from '../../mapping/render/canvas/names.js';
import { vocabulary } from './vocabulary.mjs';

test('what is said of the overseer stands before its kind', () => {
  assert.equal(oversightKind({ kind: 'oversight_state', oversees_as: 'ov_parliament' }, { id: 'fusina' }), 'ov_parliament');
});

test('a kind is called by its verb, or by its noun where its family has one verb for several', () => {
  const kind = (family, verb, label) => ({ family, verb: { es: verb, en: verb }, label: { es: label, en: label } });
  const kinds = { link_kinds: { command: kind('authority', 'manda a', 'mando'), ov_judicial: kind('oversight', 'supervisa a', 'control judicial'), ov_civil: kind('oversight', 'supervisa a', 'veeduría') } };
  assert.deepEqual(['command', 'ov_judicial'].map((id) => kindWord(id, kinds, 'es')), ['manda', 'control judicial']);
});

test('an office inside the overseen, or beside it under one roof, controls from inside', () => {
  const office = { id: 'ddhh_ffaa', kind: 'oversight_state', part_of: 'ffaa' };
  assert.equal(oversightKind(office, { id: 'ffaa' }), 'ov_internal');
  assert.equal(oversightKind(office, { id: 'pmop', part_of: 'ffaa' }), 'ov_internal');
  assert.equal(oversightKind(office, { id: 'pn' }), 'ov_independent');
});

test('two actors that are part of nothing are not under one roof', () => {
  assert.equal(oversightKind({ kind: 'justice' }, { id: 'pn' }), 'ov_judicial');
});

test('the overseer decides, not the overseen', () => {
  assert.equal(oversightKind({ kind: 'civil_society' }, { kind: 'justice' }), 'ov_civil');
  assert.equal(oversightKind({ kind: 'management' }, { kind: 'civil_society' }), 'ov_executive');
  assert.equal(oversightKind({ kind: 'international' }, {}), 'ov_international');
});

test('the supervise button proposes, another button gives its first kind or the variant', () => {
  const supervise = buttonFrom('supervises', vocabulary);
  assert.equal(kindFor(supervise, null, { kind: 'justice' }, {}, vocabulary), 'ov_judicial');
  const authority = buttonFrom({ id: 'authority', label: { es: 'Autoridad', en: 'Authority' }, kinds: ['command', 'appointment'] }, vocabulary);
  assert.equal(kindFor(authority, null, { kind: 'justice' }, {}, vocabulary), 'command');
  assert.equal(kindFor(authority, 'appointment', { kind: 'justice' }, {}, vocabulary), 'appointment');
});

test('sensitive kinds are no button until they are open', () => {
  const closed = buttonsOf({ buttons: ['supervises'] }, vocabulary);
  assert.deepEqual(closed.step.map((b) => b.letter), ['S']);
  assert.deepEqual(closed.others.map((b) => b.id), ['authority', 'service', 'cooperation', 'support']);
  const open = buttonsOf({ buttons: [], sensitive: true }, vocabulary);
  assert.ok(open.others.some((b) => b.id === 'illicit'));
});

test('a button that names no kind is left out instead of drawing nothing', () => {
  assert.equal(buttonFrom('hypnotises', vocabulary), null);
});

test('a free name gets the kind whose words it holds', () => {
  assert.equal(actorKindFor('Policía comunitaria de Tela', vocabulary, fold), 'core_security');
  assert.equal(actorKindFor('Mesa de mujeres', vocabulary, fold), 'civil_society');
  assert.equal(actorKindFor('Zzz', vocabulary, fold), 'civil_society');
});
