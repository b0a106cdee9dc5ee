import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts, hasGrounds, needsGrounds } from '../../mapping/render/canvas/grounds.js';
import { kindTurned } from '../../mapping/render/canvas/kinds.js';
import { offered } from '../../mapping/render/canvas/panels/after_link.js';
import { beside, standing } from '../../mapping/render/canvas/panels/beside.js';
import { fieldsOf as actorFields } from '../../mapping/render/canvas/panels/inspector_actor.js';
import { fieldsOf as linkFields } from '../../mapping/render/canvas/panels/inspector_link.js';
import { stepped } from '../../mapping/render/canvas/panels/tower.js';
import { around, onCurve, overlap } from '../../mapping/render/canvas/view/geometry.js';
import { thingAt } from '../../mapping/render/canvas/view/hit.js';
import { lanes, pathOf } from '../../mapping/render/canvas/view/paths.js';
import { layPaths } from '../../mapping/render/canvas/view/scene.js';
import { vocabulary } from './vocabulary.mjs';

const kinds = {
  ...vocabulary,
  link_kinds: { ...vocabulary.link_kinds, conflict: { family: 'tension', negative: true, sensitive: false }, enforcement: { family: 'tension' }, threat: { family: 'tension', negative: true, sensitive: true } },
};

test('what says something against somebody needs grounds; what is only weak or missing does not', () => {
  assert.deepEqual(['conflict', 'enforcement', 'threat', 'collusion'].map((kind) => needsGrounds(kind, kinds)), [true, true, true, true]);
  assert.deepEqual(['command', 'ov_civil', 'cooperation', 'nonsense'].map((kind) => needsGrounds(kind, kinds)), [false, false, false, false]);
});

test('grounds are both: on what it rests and how sure the group is', () => {
  assert.equal(hasGrounds({ evidence: 'C' }), false);
  assert.equal(hasGrounds({ confidence: 1 }), false);
  assert.equal(hasGrounds({ evidence: 'C', confidence: 1 }), true);
});

test('a draft goes with an end, with its link, and with the closing of its kind; another one stays', () => {
  const drafts = new Drafts(), row = (id, kind, more) => drafts.put({ id, kind, source: 'pn', target: 'mp', ...more });
  const map = { actors: new Map([['pn', {}], ['mp', {}]]), links: new Map([['k-old', {}]]) };
  row('k-1', 'conflict');
  row('k-2', 'threat');
  row('k-3', 'conflict', { target: 'gone' });
  row('k-old', 'conflict', { said: { kind: 'conflict' } });
  row('k-lost', 'conflict', { said: { kind: 'conflict' } });

  assert.deepEqual(drafts.keep(map, false, kinds), ['k-2', 'k-3', 'k-lost']);
  assert.deepEqual([...drafts.rows.keys()], ['k-1', 'k-old']);
});

test('a draft that another tab has saved goes without a word; one whose link has another value stays', () => {
  const drafts = new Drafts(), row = (id, more) => drafts.put({ id, kind: 'conflict', source: 'pn', target: 'mp', ...more });
  const said = { kind: 'conflict', evidence: 'B' };
  const links = new Map([['k-new', { id: 'k-new' }], ['k-same', { id: 'k-same', kind: 'conflict', evidence: 'B' }], ['k-other', { id: 'k-other', kind: 'conflict', evidence: 'A' }]]);
  row('k-new');
  row('k-same', { said });
  row('k-other', { said });

  assert.deepEqual(drafts.keep({ actors: new Map([['pn', {}], ['mp', {}]]), links }, true, kinds), []);
  assert.deepEqual([...drafts.rows.keys()], ['k-other']);
});

test('of a link that is on the map already, a draft keeps apart what was said here', () => {
  const drafts = new Drafts();
  drafts.put({ id: 'k', kind: 'conflict', practice: 'weak', source: 'pn', target: 'mp', said: { kind: 'conflict' } });
  const before = drafts.rows;

  drafts.set('k', { evidence: 'B' });

  assert.deepEqual(drafts.get('k').said, { kind: 'conflict', evidence: 'B' }); // not the practice: others may change it
  assert.notEqual(drafts.rows, before);
});

test('a turned link gets the kind that fits its new overseer; a kind of another sort, or another than proposed, stays', () => {
  const actors = new Map([['conadeh', { id: 'conadeh', kind: 'oversight_state' }], ['mp', { id: 'mp', kind: 'justice' }]]);
  const turned = (kind) => kindTurned({ kind, source: 'conadeh', target: 'mp' }, actors);

  assert.equal(turned('ov_independent'), 'ov_judicial');
  assert.equal(turned('ov_executive'), 'ov_executive'); // somebody chose it
  assert.equal(turned('referral'), 'referral');
});

test('a bar beside a link covers neither of its actors, stays on the sheet, and spares the others where it can', () => {
  const sheet = { x0: 0, y0: 0, x1: 900, y1: 700 };
  const box = (x, y, w = 150, h = 40) => ({ x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 });
  for (const [from, to] of [[[200, 200], [500, 300]], [[80, 40], [80, 660]], [[850, 650], [600, 660]]]) {
    const keep = [box(...from), box(...to)], other = box(700, 100);
    const at = { x: (from[0] + to[0]) / 2, y: (from[1] + to[1]) / 2 };
    const { left, top } = beside({ w: 430, h: 170 }, at, sheet, keep, [other]);
    const bar = { x0: left, y0: top, x1: left + 430, y1: top + 170 };

    assert.ok(keep.every((each) => !overlap(each, bar)), JSON.stringify([from, to, bar]));
    assert.ok(!overlap(other, bar));
    assert.ok(bar.x0 >= 0 && bar.y0 >= 0 && bar.x1 <= 900 && bar.y1 <= 700);
  }
});

const SHEET = { x0: 0, y0: 0, x1: 900, y1: 700 }, FREE = { x0: 8, y0: 8, x1: 760, y1: 696 };
const crowd = (high) => Array.from({ length: 48 }, (_, i) => around(60 + (i % 8) * 110, 60 + Math.floor(i / 8) * (high / 6), 90, 40));
const covers = ({ left, top }, { w, h }, boxes) => boxes.filter((box) => overlap(box, { x0: left, y0: top, x1: left + w, y1: top + h })).length;

test('what is said of a link stands near it where it covers nobody, and along the lower edge where all is taken', () => {
  const card = { w: 430, h: 150 }, strip = { w: 740, h: 70 }, point = { x: 450, y: 330 };

  const roomy = standing(card, strip, point, SHEET, FREE, [], [around(100, 60, 90, 40)]), full = standing(card, strip, point, SHEET, FREE, [], crowd(620));

  assert.equal(roomy.low, false);
  assert.ok(Math.hypot(roomy.left + 215 - point.x, roomy.top + 75 - point.y) < 250);
  assert.deepEqual(full, { left: 8, top: 626, low: true });
  assert.equal(covers(full, strip, crowd(620)), 0);
});

test('where the lower edge is taken and the upper is not, it stands along the upper', () => {
  const card = { w: 430, h: 150 }, strip = { w: 740, h: 70 }, below = crowd(740).map((box) => ({ ...box, y0: box.y0 + 60, y1: box.y1 + 60 }));

  const { top, low } = standing(card, strip, { x: 450, y: 330 }, SHEET, FREE, [], below);

  assert.deepEqual([top, low], [8, true]);
});

test('few kinds keep their order, of many the one in force comes first', () => {
  assert.deepEqual(offered(['command', 'appointment', 'budget'], 'budget'), ['command', 'appointment', 'budget']);
  assert.deepEqual(offered(['a', 'b', 'c', 'd', 'e'], 'd'), ['d', 'a', 'b', 'c', 'e']);
});

test('the first disc on an actor nobody rated stands on 0, and less than nothing said is nothing said', () => {
  assert.equal(stepped(null, 1, 0, 5), 0);
  assert.equal(stepped(null, -1, 0, 5), null); // the wrong way: 0
  assert.equal(stepped(0, -1, 0, 5), 0);
  assert.equal(stepped(5, 1, 0, 5), 5);
});

const attributes = Object.fromEntries(['name', 'kind', 'uses_force', 'influence', 'influence_sources', 'position', 'position_declared', 'position_perceived', 'legitimacy', 'veto', 'note', 'needs', 'practice'].map((name) => [name, {}]));

test('an actor is asked first what the step asks; its position never unasked, and nothing said is lost', () => {
  assert.deepEqual(actorFields({}, [], attributes).main, ['name', 'kind', 'uses_force', 'note']);
  assert.deepEqual(actorFields({}, ['influence', 'position'], attributes).main.slice(0, 3), ['influence', 'position', 'name']);
  assert.ok(actorFields({}, ['position'], attributes).more.includes('position_declared'));
  const said = actorFields({ needs: 'recursos', position: -2, legitimacy: 0 }, [], attributes);
  assert.ok(said.more.includes('needs') && said.more.includes('legitimacy')); // 0 is something said
  assert.ok(!said.more.includes('position'));
});

test('a link is asked whether it works where the step asks it, or where it was said', () => {
  const asked = (link, ask, more = {}) => linkFields(link, { asked: ask, ...more }, { practice: {}, evidence: {} });
  assert.deepEqual(asked({}, []).main, ['note']);
  assert.ok(asked({}, []).more.includes('practice'));
  assert.deepEqual(asked({}, ['practice']).main, ['practice', 'note']);
  assert.deepEqual(asked({ practice: 'weak' }, []).main, ['practice', 'note']);
  assert.deepEqual(asked({}, [], { hard: true }).main, ['evidence', 'confidence', 'note']);
  assert.deepEqual(asked({}, [], { hard: true, draft: true }).main, ['note']); // the draft asks above
});

/** n links of one pair, alternately this way and that, as drawn {actors, links} at a distance and angle. */
function parallels(n, far, angle) {
  const actors = new Map([['mp', { id: 'mp', x: 0, y: 0, shape: 'square' }], ['pn', { id: 'pn', x: far * Math.cos(angle), y: far * Math.sin(angle), shape: 'circle' }]]);
  const links = new Map(Array.from({ length: n }, (_, i) => [`k${i}`, { id: `k${i}`, source: i % 2 ? 'pn' : 'mp', target: i % 2 ? 'mp' : 'pn' }]));
  layPaths(actors, links);
  return { actors, links, placed: { badges: new Map(), names: new Map() }, sizes: { shape: 1 } };
}

test('up to six links of one pair keep a badge\'s height apart in their middles, at any length and angle', () => {
  for (let n = 2; n <= 6; n++) for (const far of [170, 240, 500]) for (const angle of [0, 0.7, Math.PI / 2, 2.6]) {
    const { links } = parallels(n, far, angle);
    const middles = [...links.values()].map(({ path }) => onCurve(path.a, path.c, path.b, 0.5));
    for (const [i, p] of middles.entries()) for (const q of middles.slice(i + 1)) {
      assert.ok(Math.hypot(p.x - q.x, p.y - q.y) > 23, `${n} links, ${far} px, ${angle}: ${Math.hypot(p.x - q.x, p.y - q.y)}`);
    }
  }
});

test('a touch on any of six links of one pair finds that one', () => {
  const drawing = parallels(6, 240, 0.4);
  for (const { id, path } of drawing.links.values()) for (const t of [0.3, 0.5, 0.7]) {
    const { x, y } = onCurve(path.a, path.c, path.b, t);
    assert.equal(thingAt(drawing, x, y, 8), id);
  }
});

test('lanes are told from one end of the pair, so that two opposite links are never on one another', () => {
  const there = lanes([{ id: 'k1', source: 'mp', target: 'pn' }, { id: 'k2', source: 'pn', target: 'mp' }]);
  const mp = { x: 0, y: 0, shape: 'square' }, pn = { x: 120, y: 0, shape: 'square' };

  const [one, other] = [pathOf(mp, pn, -0.15, 1, there.get('k1')), pathOf(pn, mp, -0.15, 1, there.get('k2'))];

  assert.ok(Math.sign(one.c.y) !== Math.sign(other.c.y));
  assert.ok(Math.abs(one.c.y) >= 28); // 15 % of 120 px would be 18
});
