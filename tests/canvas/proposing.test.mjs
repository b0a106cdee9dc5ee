// Who draws and who proposes: a phone proposes as long as somebody draws and the drawing is not open to all.
import assert from 'node:assert/strict';
import test from 'node:test';
import { spoken } from '../../mapping/render/canvas/announce.js';
import { Editor } from '../../mapping/render/canvas/editor.js';
import { opinionText } from '../../mapping/render/canvas/panels/opinion.js';
import { selectionText } from '../../mapping/render/canvas/panels/voice.js';
import { isOwn, Proposing } from '../../mapping/render/canvas/proposing.js';
import { AGAINST_WIDTH } from '../../mapping/render/canvas/view/badges.js';
import { countsOf } from '../../mapping/render/canvas/view/counts.js';
import { linkItem } from '../../mapping/render/canvas/view/scene.js';
import { vocabulary } from './vocabulary.mjs';

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

test('the legend counts a proposal apart, and nowhere else', () => {
  const actors = { mp: { id: 'mp', kind: 'justice' }, pn: { id: 'pn', kind: 'core_security' } };
  const drawn = { 'k-1': { id: 'k-1', kind: 'ov_judicial', source: 'mp', target: 'pn', practice: 'works' } };
  const proposed = {
    'k-2': { id: 'k-2', kind: 'referral', source: 'pn', target: 'mp', practice: 'weak', strength: 3, confidence: 1, formality: 'informal', proposed: true },
    'k-3': { id: 'k-3', kind: 'command', source: 'mp', target: 'pn', practice: 'missing', proposed: true },
  };

  assert.deepEqual(countsOf(actors, { ...drawn, ...proposed }, vocabulary), { ...countsOf(actors, drawn, vocabulary), proposals: 2 });
  assert.equal(countsOf(actors, drawn, vocabulary).proposals, 0);
});

test('a proposal is drawn with a dashed badge and its word, and gives room to the sign of who does not agree', () => {
  const how = { vocabulary, measureSmall: (text) => text.length * 6, words: { missing: 'hace falta', not_sent: 'sin enviar', proposed: 'propuesta', draft: 'borrador' } };
  const link = { id: 'k-1', kind: 'ov_judicial', source: 'mp', target: 'pn', practice: 'works' };
  const item = (more, rest = {}) => linkItem({ ...link, ...more }, { ...how, ...rest });

  assert.deepEqual([item({ proposed: true }).pending, item({ proposed: true }).waits], [true, 'propuesta']);
  assert.equal(item({ proposed: true }, { pending: true }).waits, 'sin enviar'); // what is not sent yet says so first
  assert.equal(item({}).pending, false);
  assert.equal(item({}, { disagreed: new Set(['k-1']) }).size.w - item({}, { disagreed: new Set(['k-2']) }).size.w, AGAINST_WIDTH);
});

test('who does not see the map hears that a link is a proposal, and an actor counts none', () => {
  const links = new Map([['k-1', { id: 'k-1', kind: 'ov_judicial', source: 'mp', target: 'pn', proposed: true }]]);
  const map = { actors: new Map([['mp', { id: 'mp', name: 'MP', kind: 'justice' }], ['pn', { id: 'pn', name: 'PN', kind: 'core_security' }]]), links };
  const t = Object.assign((key) => key, { language: 'en', count: (key, n) => `${key} ${n}` });

  assert.match(selectionText(links.get('k-1'), { map, vocabulary, t }), /^proposals\.badge, MP/);
  const kinds = { justice: { label: { en: 'Justice' } } };
  assert.match(selectionText(map.actors.get('mp'), { map, vocabulary: { ...vocabulary, actor_kinds: kinds }, t }), /tables\.links_said 0/);
});

test('what the others do with proposals is said as such', () => {
  const link = { id: 'k-1', kind: 'ov_judicial', source: 'mp', target: 'pn' }, actors = new Map([['mp', { id: 'mp', name: 'MP' }], ['pn', { id: 'pn', name: 'PN' }]]);
  const t = Object.assign((key, values) => `${key}: ${values?.what ?? ''}`, { language: 'en', count: (key) => key });
  const says = (was, now, more) => spoken({ type: 'effects', op: 'set', number: 2, put: { actors: [], links: [now] }, drop: { actors: [], links: [] }, ...more }, { map: { actors, links: new Map(was ? [[was.id, was]] : []) } }, { t, vocabulary });

  assert.match(says(null, { ...link, proposed: true }), /^proposals\.says\.proposed: MP/);
  assert.match(says(null, { ...link, proposed: true }, { op: 'batch', label: 'undo' }), /^proposals\.says\.back/); // who undoes a decline proposes nothing
  assert.match(says({ ...link, proposed: true }, link), /^proposals\.says\.taken/);
  assert.match(says({ ...link, proposed: true }, { ...link, proposed: true, practice: 'weak' }), /^canvas\.says\.changed/);
  assert.match(says(null, link), /^canvas\.says\.linked/);
});
