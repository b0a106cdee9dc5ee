// A drawing that is renewed by what a change touches is the drawing that is made anew from the whole map.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Drawing } from '../../mapping/render/canvas/view/drawing.js';
import { layPaths } from '../../mapping/render/canvas/view/scene.js';
import { sizesAt } from '../../mapping/render/canvas/view/zoom.js';
import { invented, numbers } from './maps.mjs';
import { vocabulary } from './vocabulary.mjs';

const how = (more = {}) => ({
  vocabulary, language: 'es', words: { missing: 'hace falta', not_sent: 'sin enviar', not_rated: 'sin calificar', draft: 'borrador' },
  pending: new Set(), drafts: new Map(), measure: (text) => text.length * 8, measureSmall: (text) => text.length * 7, ...more,
});
const SIZES = sizesAt(1);

function mapOf(n, m) {
  const map = invented(n, m);
  Object.values(map.actors).forEach((actor, i) => Object.assign(actor, { x: (i % 8) * 260, y: Math.floor(i / 8) * 190 + (i % 3) * 30 }));
  return map;
}

function drawn(map, more) {
  const drawing = new Drawing();
  drawing.build(map.actors, map.links, how(more));
  drawing.lay(SIZES, new Set());
  return drawing;
}

const things = (drawing) => ({
  actors: [...drawing.actors.values()].sort((p, q) => (p.id < q.id ? -1 : 1)),
  links: [...drawing.links.values()].sort((p, q) => (p.id < q.id ? -1 : 1)),
});

/** A change of a map in place: the ids it touches. */
const CHANGES = {
  rename: ({ actors }, pick) => ((actors[pick(actors)] = { ...actors[pick(actors, 0)], name: 'Otro nombre, bastante más largo' }), [pick(actors, 0)]),
  move: ({ actors }, pick) => ((actors[pick(actors)] = { ...actors[pick(actors, 0)], x: 500, y: 333 }), [pick(actors, 0)]),
  link: ({ actors, links }, pick) => {
    const [source, target] = [pick(actors), pick(actors)], id = `z-${Object.keys(links).length}-${source}`;
    if (source === target) return [];
    links[id] = { id, source, target, kind: 'command', practice: 'works' };
    return [id];
  },
  practice: ({ links }, pick) => ((links[pick(links)] = { ...links[pick(links, 0)], practice: 'missing' }), [pick(links, 0)]),
  unlink: ({ links }, pick) => {
    const id = pick(links);
    delete links[id];
    return [id];
  },
  remove: ({ actors }, pick) => {
    const id = pick(actors);
    delete actors[id]; // its links stay for a moment, as when two messages bring them
    return [id];
  },
  add: ({ actors }, pick) => {
    const id = `a00${Math.floor(pick(actors).slice(1) % 9)}`;
    actors[id] = { id, name: 'Vuelve', kind: 'media', x: -40, y: 700 };
    return [id];
  },
};

test('after any changes a renewed drawing has the items and paths of one made anew, but that lines go round names as they stand', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const map = mapOf(40, 90), next = numbers(seed * 77), drawing = drawn(map);
    let last;
    const pick = (of, again) => (again === 0 ? last : (last = Object.keys(of)[Math.floor(next() * Object.keys(of).length)]));
    for (let step = 0; step < 12; step++) {
      const kinds = Object.keys(CHANGES), kind = kinds[Math.floor(next() * kinds.length)];
      drawing.renew(CHANGES[kind](map, pick), map.actors, map.links, how());
      drawing.lay(SIZES, new Set());
      const anew = drawn(map);
      layPaths(anew.actors, anew.links, SIZES, { turns: drawing.turns });
      assert.deepEqual(things(drawing), things(anew), `${kind} with seed ${seed}`);
    }
    assert.deepEqual([...drawing.placed.names.keys()].sort(), Object.keys(map.actors).sort());
    for (const [id, place] of drawing.placed.names) {
      const { x, y } = map.actors[id];
      assert.ok(Math.abs(place.box.x0 - place.rel.x0 - x) < 1e-6 && Math.abs(place.box.y0 - place.rel.y0 - y) < 1e-6, 'a name stands where its actor does');
    }
  }
});

test('a change makes the items it touches, and nothing else, anew', () => {
  const map = mapOf(40, 90), drawing = drawn(map), before = new Map([...drawing.actors, ...drawing.links]);
  map.actors.a003 = { ...map.actors.a003, name: 'Otro' };

  drawing.renew(['a003'], map.actors, map.links, how());
  drawing.lay(SIZES, new Set());

  const other = [...drawing.actors, ...drawing.links].filter(([id, item]) => before.get(id) !== item).map(([id]) => id);
  assert.deepEqual(other, ['a003']);
});

test('names that a change does not touch keep their place, to the object', () => {
  const map = mapOf(40, 90), drawing = drawn(map), before = new Map(drawing.placed.names);
  map.actors.a003 = { ...map.actors.a003, x: map.actors.a003.x + 20 };

  drawing.renew(['a003'], map.actors, map.links, how());
  drawing.lay(SIZES, new Set());

  const other = [...drawing.placed.names].filter(([id, place]) => before.get(id) !== place);
  assert.ok(other.some(([id]) => id === 'a003'));
  assert.ok(other.length < 12, `${other.length} names were placed otherwise`);
});

test('a name that a moved actor now covers does not stay under it', () => {
  const map = mapOf(40, 30), drawing = drawn(map), { box } = drawing.placed.names.get('a010');
  map.actors.a030 = { ...map.actors.a030, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };

  drawing.renew(['a030'], map.actors, map.links, how());
  drawing.lay(SIZES, new Set());

  const now = drawing.placed.names.get('a010'), item = drawing.actors.get('a030');
  const under = now.shown && now.box.x0 < item.x + item.half.x && now.box.x1 > item.x - item.half.x && now.box.y0 < item.y + item.half.y && now.box.y1 > item.y - item.half.y;
  assert.equal(under, false);
});

test('what is on the way and what arrived is marked and unmarked on its own', () => {
  const map = mapOf(40, 90), drawing = drawn(map, { pending: new Set(['l0002']) });

  drawing.renew(['l0002', 'a001'], map.actors, map.links, how({ pending: new Set(['a001']) }));

  assert.equal(drawing.links.get('l0002').pending, false);
  assert.equal(drawing.actors.get('a001').pending, true);
});
