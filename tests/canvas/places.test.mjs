// Where names, badges and new actors stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthInside, overlap, within } from '../../mapping/render/canvas/view/geometry.js';
import { Drawing } from '../../mapping/render/canvas/view/drawing.js';
import { detours } from '../../mapping/render/canvas/view/detours.js';
import { layoutOf, missingPlaces } from '../../mapping/render/canvas/view/layout.js';
import { place } from '../../mapping/render/canvas/view/labels.js';
import { pathOf, segmentsOf } from '../../mapping/render/canvas/view/paths.js';
import { freePlace } from '../../mapping/render/canvas/view/places.js';
import { halfOf } from '../../mapping/render/canvas/view/shapes.js';
import { sizesAt } from '../../mapping/render/canvas/view/zoom.js';
import { group1, invented } from './maps.mjs';
import { FAMILY_OF, vocabulary } from './map_kinds.mjs';

const measure = (text) => text.length * 7.4; // about Source Sans semi-bold at 15 px
const ties = (map) => Object.values(map.links).map((l) => ({ ...l, family: FAMILY_OF(l.kind) }));

function drawn(map, scale = 1, before = new Drawing()) {
  const places = missingPlaces(Object.values(map.actors), ties(map), 1.2);
  for (const [id, [x, y]] of places) map.actors[id] = { ...map.actors[id], x, y };
  before.build(map.actors, map.links, {
    vocabulary, language: 'es', words: { missing: 'hace falta', not_sent: 'sin enviar', not_rated: 'sin valorar' },
    measure, measureSmall: measure, pending: new Set(), showUnrated: false,
  });
  before.lay(sizesAt(scale), new Set());
  return before;
}
const boxes = (placed) => [...placed.entries()].filter(([, p]) => p.shown).map(([id, p]) => ({ id, ...p.box }));
const clashes = (list) => list.flatMap((a, i) => list.slice(i + 1).filter((b) => overlap(a, b)).map((b) => [a.id, b.id]));

test('every name of the golden map is seen, and none lies on another name, a badge or a shape', () => {
  const { placed, actors } = drawn(group1());

  const names = boxes(placed.names), badges = boxes(placed.badges);

  assert.equal(names.length, 12);
  assert.equal(badges.length, 15);
  assert.deepEqual(clashes([...names, ...badges]), []);
  for (const name of names) {
    for (const item of actors.values()) {
      const shape = { x0: item.x - 14, y0: item.y - 14, x1: item.x + 14, y1: item.y + 14 };
      assert.ok(!overlap(name, shape), `${name.id} lies on ${item.id}`);
    }
  }
});

test('the names of the golden map stand where no link arrives', () => {
  const { placed, links } = drawn(group1());

  let covered = 0;
  for (const name of boxes(placed.names)) {
    for (const link of links.values()) for (const s of segmentsOf(link.path)) covered += lengthInside(name, s.ax, s.ay, s.bx, s.by);
  }

  assert.ok(covered < 60, `${Math.round(covered)} px of line under names`); // all twelve links together
});

test('at forty actors no name overlaps another; at a hundred and fifty a readable part is seen and none overlaps', () => {
  const forty = drawn(invented(40, 60)), far = drawn(invented(150, 400), 0.45);

  assert.equal(boxes(forty.placed.names).length, 40);
  assert.deepEqual(clashes(boxes(forty.placed.names)), []);
  assert.deepEqual(clashes(boxes(far.placed.names)), []);
  const seen = boxes(far.placed.names).length;
  assert.ok(seen >= 50 && seen < 150, `${seen} names`);
});

test('a name that weighs more is kept when two cannot both be read', () => {
  const map = { actors: {}, links: {} };
  map.actors.bid = { id: 'bid', name: 'Banco Interamericano', kind: 'international', x: 0, y: 0, influence: 1 };
  map.actors.ffaa = { id: 'ffaa', name: 'Fuerzas Armadas', kind: 'core_security', x: 4, y: 2, influence: 5 };

  const { placed } = drawn(map, 0.05);

  assert.equal(placed.names.get('ffaa').shown, true);
});

test('badges never touch each other, also where three links join the same two actors', () => {
  const map = group1();
  for (const [i, kind] of ['cooperation', 'influence', 'conflict'].entries()) {
    map.links[`n-${i}`] = { id: `n-${i}`, source: i % 2 ? 'bid' : 'cosude', target: i % 2 ? 'cosude' : 'bid', kind };
  }

  const badges = boxes(drawn(map).placed.badges);

  assert.equal(badges.length, 18);
  assert.deepEqual(clashes(badges), []);
});

test('what stood well stays when somebody else adds an actor', () => {
  const map = group1();
  const drawing = drawn(map), before = new Map(drawing.placed.names);
  const places = new Map(Object.values(map.actors).map((a) => [a.id, [a.x, a.y]]));
  map.actors.apj = { id: 'apj', name: 'Alianza por la Paz', kind: 'civil_society' };
  map.links['l-99'] = { id: 'l-99', source: 'apj', target: 'pn', kind: 'ov_civil' };

  drawn(map, 1, drawing);

  for (const [id, [x, y]] of places) assert.deepEqual([map.actors[id].x, map.actors[id].y], [x, y]);
  const flipped = [...before].filter(([id, p]) => drawing.placed.names.get(id).side !== p.side);
  assert.ok(flipped.length <= 1, `${flipped.map(([id]) => id)} changed sides`);
});

test('the same map gives the same places', () => {
  const map = group1();

  const [first, second] = [1, 2].map(() => layoutOf(Object.values(map.actors), ties(map), 1.2));

  assert.deepEqual([...first], [...second]);
});

test('actors keep their distance in a layout, linked or not', () => {
  const map = group1();
  for (const id of ['iglesias', 'cnds', 'hrw']) map.actors[id] = { id, name: id, kind: 'civil_society' };

  const places = [...layoutOf(Object.values(map.actors), ties(map), 1.2).values()];

  const nearest = Math.min(...places.flatMap((p, i) => places.slice(i + 1).map((q) => Math.hypot(p[0] - q[0], p[1] - q[1]))));
  assert.equal(places.length, 15);
  assert.ok(nearest > 90, `${nearest} px`);
});

test('a free place is inside what is visible and on nobody', () => {
  const placed = new Map([['pn', { x: 0, y: 0 }], ['mp', { x: 180, y: 0 }]]);
  const sheet = { x0: -300, y0: -300, x1: 300, y1: 300 };

  const at = freePlace(0, 0, placed, [[{ x: 20, y: 0 }, { x: 160, y: 0 }]], ({ x, y }) => within(sheet, x, y));

  assert.ok(within(sheet, at.x, at.y));
  for (const { x, y } of placed.values()) assert.ok(Math.abs(at.x - x) >= 160 || Math.abs(at.y - y) >= 70);
});

test('those without links stand in a block as wide as the sheet wants, not in a tower', () => {
  const actors = Array.from({ length: 62 }, (_, i) => ({ id: `a${i}` }));
  const ties = Array.from({ length: 20 }, (_, i) => ({ source: `a${i}`, target: `a${i + 1}`, family: 'authority' }));

  const places = [...layoutOf(actors, ties, 1.2).values()], span = (k) => Math.max(...places.map((p) => p[k])) - Math.min(...places.map((p) => p[k]));

  assert.ok(span(0) / span(1) > 0.85 && span(0) / span(1) < 1.7, `${span(0)} x ${span(1)}`);
});

test('a pair beside a larger piece takes little room, and stands beside it on a wide sheet', () => {
  const actors = ['a', 'b', 'c', 'd', 'e', 'y', 'z'].map((id) => ({ id }));
  const ties = [['a', 'b'], ['a', 'c'], ['c', 'd'], ['d', 'e'], ['y', 'z']].map(([source, target]) => ({ source, target, family: 'oversight' }));

  const at = layoutOf(actors, ties, 1.9), size = (ids) => [0, 1].map((k) => Math.max(...ids.map((id) => at.get(id)[k])) - Math.min(...ids.map((id) => at.get(id)[k])));

  const [wide, high] = size(['a', 'b', 'c', 'd', 'e']), pair = size(['y', 'z']);
  assert.ok(pair[0] * pair[1] < (wide * high) / 2);
  assert.ok(Math.min(at.get('y')[0], at.get('z')[0]) > Math.max(...['a', 'b', 'c', 'd', 'e'].map((id) => at.get(id)[0])));
});

/** What `place` takes of a drawing, with one actor (and its links) moved by (dx, dy). */
function taken(drawing, id, dx, dy) {
  const text = drawing.sizes.text;
  const actors = [...drawing.actors.values()].map(({ settings, ...item }) => {
    const x = item.x + (item.id === id ? dx : 0), y = item.y + (item.id === id ? dy : 0);
    return { id: item.id, x, y, settings, half: item.half, weight: 1, box: { x0: x - 19, y0: y - 19, x1: x + 19, y1: y + 19 } };
  });
  const at = new Map(actors.map((actor) => [actor.id, { ...actor, shape: 'square' }]));
  const links = [...drawing.links.values()].map(({ id: of, source, target, size }) => (
    { id: of, size, weight: 1, source, target, path: pathOf(at.get(source), at.get(target), 0) }));
  const dirty = new Set([id, ...links.filter(({ source, target }) => [source, target].includes(id)).map((link) => link.id)]);
  return { actors, links, dirty, text };
}

test('where only one actor moved, only it and its links are placed anew, on nothing that stands', () => {
  const drawing = drawn(invented(40, 60)), id = 'a004', before = taken(drawing, id, 0, 0);
  const first = place(before.actors, before.links, { text: before.text }), { actors, links, dirty, text } = taken(drawing, id, 60, 40);

  const then = place(actors, links, { text, before: first, only: dirty });

  const differs = (part) => [...then[part]].filter(([key, { shown, box }]) => shown !== first[part].get(key).shown || box.x0 !== first[part].get(key).box.x0).map(([key]) => key);
  assert.deepEqual(differs('names').filter((key) => !dirty.has(key)), []);
  assert.deepEqual(differs('badges').filter((key) => !dirty.has(key) && then.badges.get(key).shown), []); // a name may take a badge's room
  assert.ok(differs('names').includes(id));
  assert.deepEqual(clashes([...boxes(then.names), ...boxes(then.badges)]), []);
});

test('another size of type places all anew, whatever is said to be the same', () => {
  const { actors, links, dirty, text } = taken(drawn(invented(40, 60)), 'a004', 0, 0);
  const first = place(actors, links, { text });

  const then = place(actors, links, { text: 1.6, before: first, only: dirty });

  const wide = ({ box }) => box.x1 - box.x0;
  for (const [id, name] of then.names) assert.ok(wide(name) > wide(first.names.get(id)) || name.setting !== first.names.get(id).setting);
});

test('those without links stand in the gaps beside the pieces, clear of every line', () => {
  const actors = 'abcdefgh'.split('').map((id) => ({ id }));
  const tie = (source, target) => ({ source, target, family: 'support' });
  const ties = [tie('a', 'b'), tie('a', 'c'), tie('a', 'd'), tie('a', 'e'), tie('b', 'c'), tie('f', 'g')];
  const linked = layoutOf(actors.filter(({ id }) => id !== 'h'), ties, 1.15), all = layoutOf(actors, ties, 1.15);
  const high = (places) => Math.max(...[...places.values()].map(([, y]) => y)) - Math.min(...[...places.values()].map(([, y]) => y));
  assert.ok(high(all) <= high(linked)); // no row of its own below
  const [x, y] = all.get('h');
  for (const { source, target } of ties) {
    const inside = lengthInside({ x0: x - 60, y0: y - 40, x1: x + 60, y1: y + 40 }, ...all.get(source), ...all.get(target));
    assert.equal(inside, 0);
  }
});

test('a line that would touch the tip of a shape goes round it, a clear one does not', () => {
  const at = (x, y, shape = 'square') => ({ x, y, shape, half: halfOf(shape) });
  const actors = (y) => new Map([['a', at(0, 0)], ['b', at(600, 0)], ['c', at(300, y, 'diamond')]].map(([id, item]) => [id, { id, ...item }]));
  const link = new Map([['k', { id: 'k', source: 'a', target: 'b' }]]);

  assert.ok(detours(actors(23), link).get('k').share); // 20.4 px to the tip: 3 px between
  assert.equal(detours(actors(30), link).get('k'), undefined);
});
