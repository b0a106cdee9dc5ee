// The tables and the keys of the map, without a screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMANDS, commandOf, GROUPS, groupOf } from '../../mapping/render/canvas/commands.js';
import { valueOfKey } from '../../mapping/render/canvas/panels/tables/cell.js';
import { remember, remembered } from '../../mapping/render/canvas/panels/tables/memory.js';
import { arranged, followed, turned } from '../../mapping/render/canvas/panels/tables/order.js';
import { targets } from '../../mapping/render/canvas/panels/linker.js';
import { selectionText } from '../../mapping/render/canvas/panels/voice.js';
import { firstAndLast, linksAround, nearest, next } from '../../mapping/render/canvas/spatial.js';
import { translator } from '../../mapping/render/canvas/words.js';
import { vocabulary } from './vocabulary.mjs';

const rows = [{ id: 'pn', name: 'Policía Nacional', influence: 3 }, { id: 'mp', name: 'Ministerio Público' }, { id: 'conadeh', name: 'CONADEH', influence: 0 }];
const words = (row) => row.name;
const by = (id) => ({ sort: (row) => row[id] });

test('rows stand newest first until a heading is pressed', () => {
  assert.deepEqual(arranged(rows, { words, language: 'es' }), ['conadeh', 'mp', 'pn']);
  assert.deepEqual(arranged(rows, { column: by('name'), words, language: 'es' }), ['conadeh', 'mp', 'pn']);
  assert.deepEqual(arranged(rows, { column: by('name'), down: true, words, language: 'es' }), ['pn', 'mp', 'conadeh']);
});

test('what nobody rated is last both ways, and 0 is a rating', () => {
  assert.deepEqual(arranged(rows, { column: by('influence'), words, language: 'es' }), ['conadeh', 'pn', 'mp']);
  assert.deepEqual(arranged(rows, { column: by('influence'), down: true, words, language: 'es' }), ['pn', 'conadeh', 'mp']);
});

test('a filter wants every word, without accents or case', () => {
  assert.deepEqual(arranged(rows, { wanted: 'POLICIA nac', words, language: 'es' }), ['pn']);
  assert.deepEqual(arranged(rows, { wanted: 'policía pública', words, language: 'es' }), []);
});

test('others’ rows come and go, and nobody else moves', () => {
  const order = ['a', 'b', 'c'];
  assert.deepEqual(followed(order, ['d', 'a', 'c']), ['d', 'a', 'c']);
  assert.deepEqual(followed(order, ['c', 'b', 'a', 'e']), ['a', 'b', 'c', 'e']); // a value that changed sorts nothing anew
  assert.deepEqual(followed(order, ['x', 'y', 'a', 'b', 'z', 'c']), ['x', 'y', 'a', 'b', 'z', 'c']);
});

test('a heading sorts up, then down, then not at all', () => {
  let sort = { column: null, down: false };
  sort = turned(sort, 'name');
  assert.deepEqual(sort, { column: 'name', down: false });
  sort = turned(sort, 'name');
  assert.deepEqual(sort, { column: 'name', down: true });
  assert.deepEqual(turned(sort, 'kind'), { column: 'kind', down: false });
  assert.deepEqual(turned(sort, 'name'), { column: null, down: false });
});

test('a digit in a cell of influence is that number, in a cell of answers its place, elsewhere nothing', () => {
  const influence = { edit: { digits: true, options: () => [{ id: '' }, { id: 0 }, { id: 5 }] } };
  assert.equal(valueOfKey('0', influence).id, 0);
  assert.equal(valueOfKey('4', influence), null);
  const answers = [{ id: 'works' }, { id: 'weak' }, { id: 'paper' }], practice = { edit: { places: true, options: () => answers } };
  assert.equal(valueOfKey('2', practice).id, 'weak');
  assert.equal(valueOfKey('0', practice), null);
  assert.equal(valueOfKey('2', { edit: { options: () => answers } }), null);
});

test('a seat finds its table as it left it; what is not ours is as if there were nothing', () => {
  const kept = new Map(), storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  assert.deepEqual(remembered('s-1', storage), { open: false, tab: 'actors', sort: { actors: null, links: null } });
  remember('s-1', { open: true, tab: 'links', sort: { actors: null, links: { column: 'kind', down: true } } }, storage);
  assert.deepEqual(remembered('s-1', storage), { open: true, tab: 'links', sort: { actors: null, links: { column: 'kind', down: true } } });
  assert.equal(remembered('s-2', storage).open, false);
  assert.equal(remembered('s-1', { getItem: () => '{"open":' }).open, false);
});

const actors = [{ id: 'pn', x: 0, y: 0 }, { id: 'mp', x: 200, y: 20 }, { id: 'conadeh', x: 150, y: -140 }, { id: 'ffaa', x: -90, y: 10 }];
const at = Object.fromEntries(actors.map((actor) => [actor.id, actor]));

test('an arrow goes to the nearest straight ahead, not to a nearer one aside', () => {
  assert.equal(nearest(at.pn, [1, 0], actors, 'pn'), 'mp');
  assert.equal(nearest(at.pn, [-1, 0], actors, 'pn'), 'ffaa');
  assert.equal(nearest(at.pn, [0, -1], actors, 'pn'), 'conadeh'); // nothing in the quarter above: the rest of that half
  assert.equal(nearest(at.ffaa, [-1, 0], actors, 'ffaa'), null);
});

test('Home and End read line by line', () => {
  assert.deepEqual(firstAndLast(actors), ['conadeh', 'mp']);
  assert.deepEqual(firstAndLast([]), [null, null]);
});

test('one goes round the links of an actor clockwise, and comes round again', () => {
  const places = new Map(actors.map((actor) => [actor.id, actor]));
  const links = new Map([['k-west', { id: 'k-west', source: 'ffaa', target: 'pn' }], ['k-east', { id: 'k-east', source: 'pn', target: 'mp' }], ['k-north', { id: 'k-north', source: 'conadeh', target: 'pn' }], ['k-else', { id: 'k-else', source: 'mp', target: 'ffaa' }]]);
  const ring = linksAround('pn', links, places);
  assert.deepEqual(ring, ['k-north', 'k-east', 'k-west']);
  assert.equal(next(ring, null), 'k-north');
  assert.equal(next(ring, 'k-west'), 'k-north');
  assert.equal(next(ring, 'k-north', -1), 'k-west');
  assert.equal(next([], 'k-west'), null);
});

test('a link by keys is offered the nearest first, and never the actor itself', () => {
  const map = { actors: new Map(actors.map((actor) => [actor.id, { ...actor, name: actor.id.toUpperCase(), kind: 'justice' }])), links: new Map() };
  const as = { vocabulary, language: 'es', catalogue: null };
  assert.deepEqual(targets('pn', '', map, as), ['ffaa', 'mp', 'conadeh']);
  assert.deepEqual(targets('pn', 'con', map, as), ['conadeh']);
  assert.deepEqual(targets('pn', 'pn', map, as), []);
});

test('what is selected is said with its kind and how many links it has; not rated is not 0', () => {
  const t = translator({ 'tables.links_said.one': 'una relación', 'tables.links_said.many': '{n} relaciones', 'tables.influence': 'influencia {n}', 'canvas.works': '¿Funciona?' }, 'es');
  const pn = { id: 'pn', name: 'Policía Nacional', kind: 'core_security' }, mp = { id: 'mp', name: 'Ministerio Público', kind: 'justice', influence: 0 };
  const link = { id: 'k-1', source: 'mp', target: 'pn', kind: 'referral' };
  const map = { actors: new Map([['pn', pn], ['mp', mp]]), links: new Map([['k-1', link]]) };
  const label = { core_security: { es: 'Fuerzas y cuerpos de seguridad' }, justice: { es: 'Justicia' } };
  const known = { ...vocabulary, actor_kinds: { core_security: { label: label.core_security }, justice: { label: label.justice } }, scales: { practice: [{ id: 'not_said', label: { es: 'no lo hemos dicho' } }] } };
  const said = (thing) => selectionText(thing, { map, vocabulary: known, t });
  assert.equal(said(pn), 'Policía Nacional, Fuerzas y cuerpos de seguridad, una relación');
  assert.equal(said(mp), 'Ministerio Público, Justicia, influencia 0, una relación');
  assert.match(said(link), /^Ministerio Público remite casos a la Policía Nacional, .*¿Funciona\? no lo hemos dicho$/);
});

test('0 to 5 rate an actor only in the step that asks for it, and 1 to 6 answer for a link', () => {
  const room = (here) => ({ selected: 'x', afterLink: null, thing: () => (here.link ? { id: 'x', source: 'a' } : { id: 'x' }), mapKeys: { here: true, rates: Boolean(here.rates), actor: !here.link, link: here.link }, state: { map: { links: new Map() } } });
  const does = (key, here) => commandOf({ key }, room(here))?.says;
  assert.equal(does('2', { rates: true }), 'tables.keys.influence');
  assert.equal(does('2', { link: true }), 'practice');
  assert.equal(does('2', {}), undefined);
  assert.equal(does('0', {}), 'linking.keys.missing');
  assert.equal(does('0', { rates: true }), 'tables.keys.influence');
});

test('an arrow with Shift moves, without it goes; with Alt it is the browser’s', () => {
  const room = { mapKeys: { here: true, rates: false }, thing: () => null, state: { map: { links: new Map() } } };
  const does = (event) => commandOf(event, room)?.says;
  assert.equal(does({ key: 'ArrowLeft' }), 'tables.keys.go');
  assert.equal(does({ key: 'ArrowLeft', shiftKey: true }), 'tables.keys.move');
  assert.equal(does({ key: 'ArrowLeft', altKey: true }), undefined);
  room.mapKeys.here = false;
  assert.equal(does({ key: 'ArrowLeft' }), undefined);
});

test('every key stands under one of the headings', () => {
  for (const command of COMMANDS) assert.ok(GROUPS.includes(groupOf(command)), command.says);
});
