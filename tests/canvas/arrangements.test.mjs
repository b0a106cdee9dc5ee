// Putting a map in order by kind, level, ring, or state and non-state; and round those who are pinned.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headingOf, headsHeard, isOrder, pinnedOf } from '../../mapping/render/canvas/arranging.js';
import { WAYS, arranged, groupsOf, ringOf } from '../../mapping/render/canvas/view/arrangements.js';
import { arrangedBy, tidied, tiesOf } from '../../mapping/render/canvas/view/seats.js';
import { vocabulary as known } from './map_kinds.mjs';
import { group1, invented } from './maps.mjs';

const LEVELS = ['international', 'regional', 'national', 'department', 'municipal', 'community', 'unknown'];
const vocabulary = { ...known, scales: { level: LEVELS.map((id) => ({ id })) } };
const SIZE = { w: 900, h: 760 };

function levelled(map) {
  Object.values(map.actors).forEach((actor, i) => (actor.level = i % 7 === 6 ? undefined : LEVELS[(i * i) % 6]));
  return map;
}
const order = (way, map) => arranged(way, map, tiesOf(map, vocabulary), vocabulary, 1.3);
const pairs = (list) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b]));
const tooNear = (places) => pairs(Object.values(places)).filter(([a, b]) => Math.abs(a[0] - b[0]) < 120 && Math.abs(a[1] - b[1]) < 60);
const mean = (list) => list.reduce((sum, n) => sum + n, 0) / list.length;

test('every arrangement gives everybody a place with room for a name, the same on every screen', () => {
  const map = levelled(invented(40, 60));

  for (const way of WAYS) {
    const { places, heads } = order(way, map), again = order(way, structuredClone(map));

    assert.equal(Object.keys(places).length, 40);
    assert.deepEqual(tooNear(places), [], way);
    assert.deepEqual(again.places, places);
    assert.deepEqual(heads.map(({ key }) => key), groupsOf(way, map, vocabulary).map(({ key }) => key));
  }
});

test('the order in which actors arrived does not matter', () => {
  const map = levelled(group1()), turned = { actors: Object.fromEntries(Object.entries(map.actors).reverse()), links: map.links };

  const ids = (groups) => groups.map(({ key, ids: of }) => [key, [...of].sort()]);

  for (const way of WAYS) assert.deepEqual(ids(groupsOf(way, turned, vocabulary)), ids(groupsOf(way, map, vocabulary)));
});

test('levels stand in bands, from the international at the top to the community; who has none stands last', () => {
  const map = levelled(invented(60, 100)), { places } = order('level', map);
  const bands = groupsOf('level', map, vocabulary).map(({ key, ids }) => ({ key, ys: ids.map((id) => places[id][1]) }));

  for (let i = 1; i < bands.length; i++) {
    assert.ok(Math.min(...bands[i].ys) > Math.max(...bands[i - 1].ys), `${bands[i].key} under ${bands[i - 1].key}`);
  }
  assert.equal(bands.at(0).key, 'international');
  assert.equal(bands.at(-1).key, 'unknown');
});

test('the blocks of two kinds never overlap', () => {
  const map = invented(60, 100), { places } = order('kind', map);
  const boxes = groupsOf('kind', map, vocabulary).map(({ key, ids }) => {
    const xs = ids.map((id) => places[id][0]), ys = ids.map((id) => places[id][1]);
    return { key, x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
  });

  const over = pairs(boxes).filter(([a, b]) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1);

  assert.deepEqual(over, []);
});

test('the State stands left of the others, partners above and the people served below', () => {
  const map = invented(60, 100), { places } = order('state', map);
  const of = Object.fromEntries(groupsOf('state', map, vocabulary).map(({ key, ids }) => [key, ids.map((id) => places[id])]));
  const xs = (key) => of[key].map(([x]) => x), ys = (key) => of[key].map(([, y]) => y);

  assert.ok(Math.max(...xs('state')) < Math.min(...xs('nonstate')));
  assert.ok(Math.max(...ys('international')) < Math.min(...ys('state'), ...ys('nonstate')));
  assert.ok(Math.min(...ys('served')) > Math.max(...ys('state'), ...ys('nonstate')));
});

test('key actors stand innermost and secondary ones outermost', () => {
  const map = invented(60, 100), { places } = order('ring', map);
  const far = Object.fromEntries(groupsOf('ring', map, vocabulary).map(({ key, ids }) => [key, ids.map((id) => Math.hypot(places[id][0] / 1.14, places[id][1] * 1.14))]));

  assert.ok(Math.max(...far.key) < mean(far.primary));
  assert.ok(mean(far.primary) < mean(far.secondary));
  assert.ok(Math.min(...far.secondary) > Math.max(...far.key));
});

test('a rated actor goes by its influence, one that nobody rated by its links, and 0 is rated', () => {
  assert.equal(ringOf({ influence: 4 }, 0, 3, 'state_governs'), 'key');
  assert.equal(ringOf({ influence: 3 }, 30, 3, 'state_governs'), 'primary');
  assert.equal(ringOf({ influence: 0 }, 30, 3, 'state_governs'), 'secondary');
  assert.equal(ringOf({}, 7, 3, 'state_governs'), 'key');
  assert.equal(ringOf({}, 6, 3, 'state_governs'), 'primary'); // twice the mean is not more than twice
  assert.equal(ringOf({}, 2, 3, 'state_governs'), 'secondary');
  assert.equal(ringOf({ influence: 0 }, 0, 3, 'served'), 'primary'); // touched by everything
});

test('who is pinned stays, and nobody is put on them: in every arrangement and in a tidied map', () => {
  const map = levelled(invented(40, 60)), ids = Object.keys(map.actors);
  for (const [id, [x, y]] of Object.entries(tidied(map, vocabulary, SIZE))) map.actors[id] = { ...map.actors[id], x, y };
  const pinned = { [ids[0]]: [0, 0], [ids[5]]: [300, -140], [ids[9]]: [-900, 500] };
  for (const [id, [x, y]] of Object.entries(pinned)) map.actors[id] = { ...map.actors[id], x, y, pinned: true };

  for (const places of [tidied(map, vocabulary, SIZE), ...WAYS.map((way) => order(way, map).places)]) {
    assert.deepEqual(ids.filter((id) => !(id in places)), Object.keys(pinned));
    assert.deepEqual(tooNear({ ...places, ...pinned }), []);
  }
  assert.deepEqual(pinnedOf({ actors: new Map(Object.entries(map.actors)) }), Object.keys(pinned));
});

test('a map with a pinned actor is tidied as well as one without: those linked with it come near', () => {
  const map = group1(), before = tidied(map, vocabulary, SIZE);
  for (const [id, [x, y]] of Object.entries(before)) map.actors[id] = { ...map.actors[id], x, y };
  map.actors.pmop = { ...map.actors.pmop, x: before.pmop[0] + 700, y: before.pmop[1], pinned: true };

  const places = { ...tidied(map, vocabulary, SIZE), pmop: [map.actors.pmop.x, map.actors.pmop.y] };

  const lengths = (at) => mean(Object.values(map.links).map(({ source, target }) => Math.hypot(at[source][0] - at[target][0], at[source][1] - at[target][1])));
  assert.ok(lengths(places) < 1.5 * lengths(before), `${lengths(places)} after ${lengths(before)}`);
});

test('whoever is told of an order sees the headings of its author, whatever the size of the own sheet', () => {
  const map = levelled(invented(30, 40)), before = { confirmed: { actors: new Map(Object.entries(map.actors)), links: new Map(Object.entries(map.links)) } };
  const t = Object.assign((key) => key, { language: 'es' }), words = { t, vocabulary: { ...vocabulary, scales: { level: LEVELS.map((id) => ({ id, label: { es: id } })) }, actor_kinds: Object.fromEntries(Object.entries(vocabulary.actor_kinds).map(([id, kind]) => [id, { ...kind, label: { es: id } }])) } };
  for (const way of WAYS) {
    const { places, heads } = arrangedBy(way, map, vocabulary, { w: 1012, h: 700 });
    const put = { actors: Object.keys(places).map((id) => ({ id })) };
    const heard = headsHeard({ label: `arrange ${way} 1012x700`, put }, before, words);
    assert.deepEqual(heard.map(({ text, ...at }) => at), heads.map(({ key, ...at }) => at), way);
    assert.deepEqual(heard.map(({ text }) => text), heads.map(({ key }) => headingOf(way, key, words.vocabulary, t)));
    assert.deepEqual(headsHeard({ label: `arrange ${way} 1012x700`, put: { actors: put.actors.slice(1) } }, before, words), []); // this screen knows one more
  }
  assert.deepEqual(headsHeard({ label: 'arrange kind', put: { actors: [] } }, before, words), []); // of an earlier version
  assert.deepEqual(headsHeard({ label: 'arrange nonsense 10x10', put: { actors: [] } }, before, words), []);
});

test('a proposal makes nobody more central in the rings', () => {
  const map = group1(), ids = Object.keys(map.actors), proposed = Object.fromEntries(ids.slice(1).map((id, i) => [`k-p${i}`, { id: `k-p${i}`, kind: 'referral', source: ids[0], target: id, proposed: true }]));
  assert.deepEqual(groupsOf('ring', { ...map, links: { ...map.links, ...proposed } }, vocabulary), groupsOf('ring', map, vocabulary));
});

test('what puts a map in order is told apart from other batches', () => {
  assert.equal(isOrder({ op: 'batch', label: 'tidy' }), true);
  assert.equal(isOrder({ op: 'batch', label: 'arrange level' }), true);
  assert.equal(isOrder({ op: 'batch', label: 'undo' }), false);
  assert.equal(isOrder({ op: 'move', label: 'tidy' }), false);
  assert.equal(isOrder({ op: 'batch' }), false);
});
