// The lens: what of a map one looks at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lens, idsAdded } from '../../mapping/render/canvas/lens.js';
import { choicesOf, divides, shownWords } from '../../mapping/render/canvas/panels/lens.js';
import { drawnIn, lensOf, neighbourhood, tallyOf } from '../../mapping/render/canvas/view/lens.js';
import { vocabulary } from './vocabulary.mjs';

const actor = (id, kind, more = {}) => [id, { id, name: id, kind, ...more }];
const link = (id, source, kind, target, more = {}) => [id, { id, source, kind, target, ...more }];
const map = {
  actors: new Map([actor('congreso', 'civil_society'), actor('conadeh', 'civil_society', { level: 'national' }), actor('pn', 'core_security'), actor('pmop', 'core_security'), actor('mp', 'justice')]),
  links: new Map([
    link('k1', 'congreso', 'appointment', 'conadeh', { practice: 'works' }),
    link('k2', 'conadeh', 'ov_independent', 'pn', { practice: 'weak', confidence: 1 }),
    link('k3', 'pn', 'command', 'pmop'),
    link('k4', 'mp', 'ov_judicial', 'pn', { practice: 'works' }),
  ]),
};
const sets = (lens) => lens && [[...lens.actors].sort(), [...lens.links].sort()];
const look = (chosen, around = null, keep = []) =>
  sets(lensOf({ chosen: Object.fromEntries(Object.entries(chosen).map(([k, v]) => [k, new Set(v)])), around }, map, vocabulary, keep));

test('nothing chosen is no lens', () => {
  assert.equal(look({}), null);
  assert.equal(look({ family: [] }), null);
  assert.equal(look({}, { id: 'gone', steps: 1 }), null);
});

test('a layer shows its links and who stands at their ends', () => {
  assert.deepEqual(look({ family: ['oversight'] }), [['conadeh', 'mp', 'pn'], ['k2', 'k4']]);
});

test('within a facet any will do, between facets all must', () => {
  assert.deepEqual(look({ family: ['oversight', 'authority'] })[1], ['k1', 'k2', 'k3', 'k4']);
  assert.deepEqual(look({ family: ['oversight'], practice: ['works'] }), [['mp', 'pn'], ['k4']]);
  assert.deepEqual(look({ practice: ['not_said'] })[1], ['k3']); // said nothing is an answer of its own
  assert.deepEqual(look({ confidence: [1] })[1], ['k2']);
});

test('a kind shows its actors, also those without links, and only what is between them', () => {
  assert.deepEqual(look({ kind: ['core_security'] }), [['pmop', 'pn'], ['k3']]);
  assert.deepEqual(look({ kind: ['core_security'], family: ['oversight'] }), [['pmop', 'pn'], []]);
  assert.deepEqual(look({ level: ['national'] }), [['conadeh'], []]);
});

test('a neighbourhood goes both ways, one step and then two', () => {
  assert.deepEqual([...neighbourhood('pn', 1, map.links)].sort(), ['conadeh', 'mp', 'pmop', 'pn']);
  assert.deepEqual([...neighbourhood('pn', 2, map.links)].sort(), ['conadeh', 'congreso', 'mp', 'pmop', 'pn']);
  assert.deepEqual([...neighbourhood('pn', 0, map.links)], ['pn']);
  assert.deepEqual(look({}, { id: 'congreso', steps: 1 }), [['conadeh', 'congreso'], ['k1']]);
});

test('who stands alone has a neighbourhood of its own', () => {
  assert.deepEqual(look({ family: ['oversight'] }, { id: 'congreso', steps: 1 }), [['congreso'], []]);
});

test('chips are counted from what this map has', () => {
  assert.deepEqual([...tallyOf('family', map, vocabulary)], [['authority', 2], ['oversight', 2]]);
  assert.deepEqual([...tallyOf('level', map, vocabulary)], [['national', 1]]);
  assert.deepEqual([...tallyOf('confidence', map, vocabulary)], [[1, 1]]);
});

test('what hides the rest leaves out nothing that a finding names', () => {
  const links = Object.fromEntries(map.links), part = { actors: new Set(['pn']), links: new Set(), hides: true };
  const drawn = drawnIn(part, { actors: ['congreso'], links: ['k2'] }, links);
  assert.deepEqual(['pn', 'congreso', 'k2', 'conadeh', 'mp', 'k4'].map(drawn), [true, true, true, true, false, false]);
  assert.equal(drawnIn({ ...part, hides: false }, null, links)('mp'), true);
  assert.equal(drawnIn(null, null, links)('mp'), true);
});

test('what one draws meanwhile stays in sight and is counted', () => {
  const lens = new Lens();
  lens.drew(['k1']); // no lens yet: nothing to remember
  lens.toggle('family', 'oversight');
  lens.drew(['k3']);
  const part = lens.of(map, vocabulary);
  assert.deepEqual(sets(part), [['conadeh', 'mp', 'pmop', 'pn'], ['k2', 'k3', 'k4']]);
  assert.equal(part.own, 1);
  lens.drew(['k4']); // in it anyway
  assert.equal(lens.of(map, vocabulary).own, 1);
  assert.ok(lens.of(map, vocabulary, 'congreso').actors.has('congreso')); // what is selected is seen
  lens.toggle('family', 'oversight');
  assert.equal(lens.of(map, vocabulary), null);
  assert.equal(lens.own.size, 0);
});

test('a proposal is seen through the lens and counts nowhere until it is taken in', () => {
  const t = Object.assign((key, { actors, all_actors: allActors, links, all_links: allLinks } = {}) => (key === 'lens.shows' ? `${actors}/${allActors} ${links}/${allLinks}` : key), { language: 'es', count: (key, n) => `${key} ${n}` });
  const proposal = { id: 'k5', source: 'mp', kind: 'ov_judicial', target: 'pmop', practice: 'blocked', proposed: true };
  const says = (link) => {
    const lens = new Lens(), with5 = { ...map, links: new Map([...map.links, ['k5', link]]) };
    lens.toggle('family', 'oversight');
    const part = lens.of(with5, vocabulary);
    assert.ok(part.links.has('k5'));
    lens.toggle('family', 'oversight');
    lens.toggle('family', 'authority');
    lens.drew(['k5']);
    const blocked = choicesOf('practice', with5, { scales: { practice: [{ id: 'blocked', label: { es: 'bloqueada' } }] } }, 'es');
    return [shownWords(part, { chosen: {} }, with5, vocabulary, t), lens.of(with5, vocabulary).own, blocked.map(({ count }) => count)];
  };

  assert.deepEqual(says(proposal), ['4/5 2/4.', 0, []]);
  assert.deepEqual(says({ ...proposal, proposed: false }), ['4/5 3/5.', 1, [1]]);
  assert.equal(divides('family', [{ count: 4 }], { ...map, links: new Map([...map.links, ['k5', proposal]]) }), false); // all that counts is of one layer
});

test('one key goes one step, two steps, and back to all', () => {
  const lens = new Lens();
  const steps = () => (lens.next('pn'), lens.around?.steps ?? 0);
  assert.deepEqual([steps(), steps(), steps()], [1, 2, 0]);
  lens.next('pn');
  lens.next('mp');
  assert.deepEqual(lens.around, { id: 'mp', steps: 1 });
});

test('a focus on somebody who is removed ends', () => {
  const lens = new Lens();
  lens.focus('gone', 1);
  assert.equal(lens.of(map, vocabulary), null);
  assert.equal(lens.on, false);
});

test('what a change adds is known, whether alone or in a batch', () => {
  assert.deepEqual(idsAdded({ op: 'link', link: { id: 'k9' } }), ['k9']);
  assert.deepEqual(idsAdded({ op: 'batch', changes: [{ op: 'add', actor: { id: 'a' } }, { op: 'move', places: {} }] }), ['a']);
  assert.deepEqual(idsAdded({ op: 'set', of: 'a', values: {} }), []);
  assert.deepEqual(idsAdded(undefined), []);
});
