// Who draws and who proposes: a phone proposes as long as somebody draws and the drawing is not open to all.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Editor } from '../../mapping/render/canvas/editor.js';
import { opinionText } from '../../mapping/render/canvas/panels/opinion.js';
import { isOwn, Proposing } from '../../mapping/render/canvas/proposing.js';

const laptop = { seat: 's-1', draws: true }, phone = { seat: 's-2', draws: false };
const table = (more = {}) => ({ view: 'see', ready: true, table: { open: false }, people: [laptop, phone], ...more });

function proposing(clock = { now: 0 }) {
  const asked = [];
  return { asked, clock, of: new Proposing({ again: (ms) => asked.push(ms), now: () => clock.now }) };
}

test('a screen that draws draws, whatever the table is', () => {
  assert.equal(proposing().of.how(table({ view: 'draw' })), 'draws');
  assert.equal(proposing().of.how(table({ view: undefined, people: [phone] })), 'draws');
});

test('one that proposes and sees proposes to who draws, and draws once it is open to all', () => {
  assert.equal(proposing().of.how(table()), 'proposes');
  assert.equal(proposing().of.how(table({ table: { open: true } })), 'open');
});

test('where nobody draws there is nobody to propose to', () => {
  assert.equal(proposing().of.how(table({ people: [phone] })), 'alone');
  assert.equal(proposing().of.how(table({ people: [], ready: false })), 'proposes'); // nothing is known yet
});

test('a laptop that loads its page again is not gone; one that stays away is', () => {
  const { of, clock, asked } = proposing({ now: 1_000_000 });
  of.how(table());

  clock.now += 5_000;
  assert.equal(of.how(table({ people: [phone] })), 'proposes');
  assert.deepEqual(asked.slice(-1), [10_000]); // to be asked again then
  clock.now += 10_000;
  assert.equal(of.how(table({ people: [phone] })), 'alone');
  assert.equal(of.how(table()), 'proposes');
});

test('a screen of an older version draws', () => {
  assert.equal(proposing().of.how(table({ people: [{ seat: 's-1' }, phone] })), 'proposes');
});

test('one\'s own proposals and actors may be changed from a screen that proposes, drawn links not', () => {
  const links = new Map([['k-1', { id: 'k-1' }], ['k-2', { id: 'k-2', proposed: true }], ['k-3', { id: 'k-3', proposed: true }]]);
  const state = { map: { links, actors: new Map([['pn', {}]]) }, proposed: new Set(['k-1', 'k-2']) };

  assert.deepEqual(['pn', 'k-1', 'k-2', 'k-3'].map((id) => isOwn(state, id)), [true, false, true, false]);
});

test('every new link of a screen that proposes is a proposal, typed lists too', () => {
  const sent = [], client = { state: { map: { actors: new Map(), links: new Map() } }, change: (op, body) => sent.push({ op, ...body }) };
  const editor = (proposes) => new Editor({ client, vocabulary: {}, catalogue: {}, persons: {}, place: () => ({ x: 0, y: 0 }), proposes: () => proposes });
  const row = { id: 'k-1', source: 'mp', target: 'pn', kind: 'referral' };

  editor(true).draw(row);
  editor(true).bring({ links: [row, { ...row, id: 'k-2' }] }, 'typed');
  editor(false).draw(row);

  assert.equal(sent[0].link.proposed, true);
  assert.deepEqual(sent[1].changes.map(({ link }) => link.proposed), [true, true]);
  assert.ok(!('proposed' in sent[2].link));
});

test('several things are set as one change, one as itself', () => {
  const sent = [], links = new Map([['k-1', { id: 'k-1', proposed: true }]]);
  const editor = new Editor({ client: { state: { map: { actors: new Map(), links } }, change: (op, body) => sent.push([op, body.changes?.length]) }, vocabulary: {}, catalogue: {}, persons: {} });

  editor.setAll(['k-1', 'k-2'].map((of) => ({ of, values: { proposed: false } })), 'proposals');
  editor.setAll([{ of: 'k-1', values: { proposed: false } }], 'proposals');
  editor.setAll([], 'proposals');

  assert.deepEqual(sent, [['batch', 2], ['set', undefined]]);
});

test('counts are said in words, and nothing where nobody has said anything', () => {
  const t = (key, values) => `${key.split('.').at(-1)} ${values.yes}/${values.no}`;

  assert.equal(opinionText({ yes: 2, no: 1 }, t), 'both 2/1');
  assert.equal(opinionText({ yes: 2, no: 0 }, t), 'agreed 2/0');
  assert.equal(opinionText({ yes: 0, no: 1 }, t), 'against 0/1');
  assert.equal(opinionText({ yes: 0, no: 0 }, t), '');
});
