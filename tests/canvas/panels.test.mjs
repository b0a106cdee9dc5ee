// What the panels say, without a screen: each is a pure function of the state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spoken } from '../../mapping/render/canvas/announce.js';
import { brightness } from '../../mapping/render/canvas/theme.js';
import { firstSentence } from '../../mapping/render/canvas/layout_phone.js';
import { coverOf, hintOf } from '../../mapping/render/canvas/panels/cover.js';
import { nobodyDrew } from '../../mapping/render/canvas/panels/legend.js';
import { statementsOf } from '../../mapping/render/canvas/panels/read_back.js';
import { statusOf } from '../../mapping/render/canvas/panels/status.js';
import { clockText, secondsLeft } from '../../mapping/render/canvas/panels/strip.js';
import { waysOut } from '../../mapping/render/canvas/panels/tray.js';
import { translator } from '../../mapping/render/canvas/words.js';
import { vocabulary } from './vocabulary.mjs';

const here = { line: 'live', online: true, waiting: 0, ready: true, ended: false };

test('the status tells a lost network from a lost server, and counts what is waiting', () => {
  assert.equal(statusOf(here).key, 'saved');
  assert.equal(statusOf({ ...here, waiting: 2 }).key, 'saving');
  assert.deepEqual(statusOf({ ...here, line: 'away', online: false, waiting: 2 }), { key: 'offline', count: 2, look: 'away' });
  assert.equal(statusOf({ ...here, line: 'away', online: false }).key, 'offline_none');
  assert.equal(statusOf({ ...here, line: 'away' }).key, 'away');
  assert.equal(statusOf({ ...here, line: 'away', waiting: 1 }).key, 'away_waiting');
});

test('before the first welcome nothing is said to be saved', () => {
  assert.equal(statusOf({ ...here, line: 'connecting', ready: false }).key, 'connecting');
});

test('a seat that holds no more is not "reconnecting"', () => {
  assert.equal(statusOf({ ...here, line: 'denied', waiting: 3 }).look, 'stop');
  assert.equal(statusOf({ ...here, ended: true }).key, 'ended');
});

test('the clock runs by the time of the server', () => {
  const day = { ends: 1000, left: null };
  assert.equal(secondsLeft(day, 100, 500_000), 400); // the server is 100 s ahead of this machine
  assert.equal(clockText(400), '06:40');
  assert.equal(clockText(-3), '00:00');
});

test('a paused clock stands, and a step without a clock has none', () => {
  assert.equal(secondsLeft({ ends: null, left: 90 }, 0, 1e9), 90);
  assert.equal(secondsLeft({ ends: null, left: null }, 0, 1e9), null);
  assert.equal(secondsLeft(null, 0, 0), null);
});

test('what nobody has drawn is said in words, both halves of the non-state side as one', () => {
  const counts = (cells) => ({ actors: 3, cells });
  assert.deepEqual(nobodyDrew(counts({ state_provides: 2, state_governs: 1 })), ['nonstate', 'served']);
  assert.deepEqual(nobodyDrew(counts({ state_provides: 2, state_governs: 1, nonstate_governs: 1, served: 1 })), ['nonstate_provides']);
  assert.deepEqual(nobodyDrew({ actors: 0, cells: {} }), []);
});

test('a conflict is decided, a pause is waited out, anything else is let go', () => {
  const message = { type: 'change', change: {} };
  assert.deepEqual(waysOut({ reason: 'conflict', refusals: [{ reason: 'conflict' }], message }), ['decide']);
  assert.deepEqual(waysOut({ reason: 'frozen', refusals: [], message }), ['again', 'drop']);
  assert.deepEqual(waysOut({ reason: 'gone', refusals: [{ reason: 'gone' }], message }), ['drop']);
  assert.deepEqual(waysOut({ reason: 'frozen', refusals: [], message: { type: 'undo' } }), ['drop']);
});

test('an empty map says the first gesture; a map without links the second; a reader is told neither', () => {
  const state = (actors, links) => ({ ready: true, map: { actors: new Map(actors), links: new Map(links) } });
  const two = [['pn', {}], ['mp', {}]];
  assert.equal(hintOf(state([], []), true), 'empty');
  assert.equal(hintOf(state([], []), true, true), 'empty_phone');
  assert.equal(hintOf(state([], []), false, true), 'empty_read');
  assert.equal(hintOf(state(two, []), true), 'drag');
  assert.equal(hintOf(state(two, [['k', {}]]), true), null);
  assert.equal(hintOf(state([], []), false), 'empty_read');
  assert.equal(hintOf(state(two, []), false), null);
});

test('covered screens, a lost seat and the end cover the map', () => {
  assert.equal(coverOf({ day: { hidden: true } }, 'live'), 'hidden');
  assert.equal(coverOf({ day: { hidden: true } }, 'denied'), 'denied');
  assert.equal(coverOf({ ended: true }, 'live'), 'ended');
  assert.equal(coverOf({ day: { hidden: false } }, 'away'), null);
});

test('what others do is spoken with the number of their screen; moving things is not', () => {
  const t = translator({ 'canvas.people.screen': 'Pantalla {n}', 'canvas.says.linked': '{who} dibujó: {what}.', 'canvas.says.removed': '{who} quitó {what}.' }, 'es');
  const before = { map: { actors: new Map([['pn', { id: 'pn', name: 'Policía Nacional' }], ['mp', { id: 'mp', name: 'Ministerio Público' }]]), links: new Map() } };
  const event = (op, put, drop) => ({ op, number: 3, put: { actors: [], links: [], ...put }, drop: { actors: [], links: [], ...drop } });
  const say = (e) => spoken(e, before, { t, vocabulary });

  assert.equal(say(event('link', { links: [{ id: 'k', kind: 'referral', source: 'pn', target: 'mp' }] })), 'Pantalla 3 dibujó: Policía Nacional remite casos al Ministerio Público.');
  assert.equal(say(event('remove', {}, { actors: ['pn'], links: ['k'] })), 'Pantalla 3 quitó Policía Nacional.');
  assert.equal(say(event('move', { actors: [{ id: 'pn', name: 'Policía Nacional', x: 1 }] })), '');
});

test('light and dark are told by the brightness of what Streamlit paints', () => {
  assert.ok(brightness('#F6F5F2') > 0.9);
  assert.ok(brightness('rgb(21, 24, 28)') < 0.2);
  assert.equal(brightness('unset'), null);
});

test('words take their values, and a value is never a pattern', () => {
  const t = translator({ a: '{name} está', 'b.one': 'uno', 'b.many': '{n} de {of}' }, 'es');
  assert.equal(t('a', { name: '{name}$&' }), '{name}$& está');
  assert.equal(t.count('b', 1), 'uno');
  assert.equal(t.count('b', 3, { of: 9 }), '3 de 9');
});

test('an instruction is its first sentence in large type, and the rest', () => {
  assert.deepEqual(firstSentence('¿Quién supervisa a quién? Después, relación por relación, ¿funciona?'), ['¿Quién supervisa a quién?', 'Después, relación por relación, ¿funciona?']);
  assert.deepEqual(firstSentence('Lean el mapa.'), ['Lean el mapa.', '']);
});

test('a step about actors does not ask for links', () => {
  const map = { actors: new Map([['pn', {}], ['mp', {}]]), links: new Map() };

  assert.equal(hintOf({ ready: true, map, day: { step: 'actors', buttons: [] } }, true), null);
  assert.equal(hintOf({ ready: true, map, day: { step: 'oversight', buttons: [{}] } }, true), 'drag');
  assert.equal(hintOf({ ready: true, map, day: { step: null } }, true), 'drag');
});

test('what is read aloud of a map: towers from the highest, who has none, links without proposals', () => {
  const actor = (id, name, influence) => [id, { id, name, ...(influence === undefined ? {} : { influence }) }];
  const map = {
    actors: new Map([actor('pn', 'Policía Nacional', 2), actor('bid', 'BID'), actor('ffaa', 'Fuerzas Armadas', 5), actor('mp', 'Ministerio Público', 0), actor('apj', 'APJ')]),
    links: new Map([['k-1', { id: 'k-1', kind: 'command' }], ['k-2', { id: 'k-2', kind: 'training', proposed: true }]]),
  };
  const { towers, unrated, links } = statementsOf(map, 'es');
  assert.deepEqual(towers.map((a) => a.id), ['ffaa', 'pn', 'mp']); // 0 is an opinion, not a missing one
  assert.deepEqual(unrated.map((a) => a.id), ['apj', 'bid']);
  assert.deepEqual(links.map((k) => k.id), ['k-1']);
});
