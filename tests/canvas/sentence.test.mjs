import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf, sentence, sentenceText } from '../../mapping/render/canvas/sentence.js';
import { vocabulary } from './vocabulary.mjs';

const actor = (id, es, en) => [id, { id, name: es, names: { es, en } }];
const actors = new Map([
  actor('conadeh', 'CONADEH', 'CONADEH'), actor('pmop', 'Policía Militar', 'Military Police'),
  actor('congreso', 'Congreso Nacional', 'National Congress'), actor('bid', 'BID', 'IDB'), actor('ffaa', 'Fuerzas Armadas', 'Armed Forces'),
]);
const say = (source, kind, target, language = 'es') => sentenceText({ source, kind, target }, actors, vocabulary, language);

test('Spanish joins a, the article and the name', () => {
  assert.equal(say('conadeh', 'ov_independent', 'pmop'), 'CONADEH supervisa a la Policía Militar');
  assert.equal(say('conadeh', 'ov_independent', 'congreso'), 'CONADEH supervisa al Congreso Nacional');
  assert.equal(say('conadeh', 'ov_independent', 'ffaa'), 'CONADEH supervisa a las Fuerzas Armadas');
});

test('an acronym takes no article', () => {
  assert.equal(say('congreso', 'ov_parliament', 'bid'), 'Congreso Nacional supervisa a BID');
  assert.equal(articleOf('FUSINA'), '');
});

test('verbs that do not end in a keep their preposition', () => {
  assert.equal(say('bid', 'cooperation', 'pmop'), 'BID coordina con la Policía Militar');
  assert.equal(say('congreso', 'appointment', 'pmop'), 'Congreso Nacional nombra a quien dirige la Policía Militar');
});

test('a name with an unknown first word gets no article rather than a wrong one', () => {
  assert.equal(articleOf('Zamorano verde'), '');
});

test('English puts verb and name side by side', () => {
  assert.equal(say('conadeh', 'ov_independent', 'pmop', 'en'), 'CONADEH oversees Military Police');
});

test('only the verb takes the colour', () => {
  const verbs = sentence({ source: 'conadeh', kind: 'ov_independent', target: 'pmop' }, actors, vocabulary, 'es').filter((p) => p.as === 'verb');
  assert.deepEqual(verbs.map((p) => p.text), ['supervisa']);
});
