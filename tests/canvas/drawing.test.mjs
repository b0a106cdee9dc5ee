// What is drawn of an actor and of a link, and what lies under the pointer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgeSize } from '../../mapping/render/canvas/view/badges.js';
import { countsOf } from '../../mapping/render/canvas/view/counts.js';
import { distanceToSegment, lengthInside, onCurve, reach } from '../../mapping/render/canvas/view/geometry.js';
import { freeDirection } from '../../mapping/render/canvas/view/handle.js';
import { actorNear, thingAt } from '../../mapping/render/canvas/view/hit.js';
import { dashOf, headOf, widthOf } from '../../mapping/render/canvas/view/links.js';
import { faded } from '../../mapping/render/canvas/view/palette.js';
import { detours } from '../../mapping/render/canvas/view/detours.js';
import { bends, pathOf, segmentsOf } from '../../mapping/render/canvas/view/paths.js';
import { actorItem, linkItem } from '../../mapping/render/canvas/view/scene.js';
import { edgeOf, halfOf, shapeOfCell } from '../../mapping/render/canvas/view/shapes.js';
import { summary } from '../../mapping/render/canvas/view/summary.js';
import { settings } from '../../mapping/render/canvas/view/text.js';
import { sizesAt } from '../../mapping/render/canvas/view/zoom.js';
import { translator } from '../../mapping/render/canvas/words.js';
import { group1 } from './maps.mjs';
import { vocabulary } from './map_kinds.mjs';

const measure = (text) => text.length * 7.4;
const how = { vocabulary, language: 'es', measure, measureSmall: measure, words: { missing: 'hace falta', not_sent: 'sin enviar', not_rated: 'sin valorar' } };

test('each cell has its own shape', () => {
  const cells = ['state_provides', 'nonstate_provides', 'state_governs', 'nonstate_governs', 'international', 'served'];

  assert.deepEqual(cells.map(shapeOfCell), ['square', 'circle', 'diamond', 'triangle', 'star', 'ellipse']);
});

test('an actor uses force as was said, else as its kind does', () => {
  const item = (actor) => actorItem({ id: 'pn', name: 'Policía', kind: 'core_security', x: 0, y: 0, ...actor }, how).force;

  assert.equal(item({}), 'does');
  assert.equal(item({ uses_force: 'unknown' }), 'unknown');
  assert.equal(item({ uses_force: 'none' }), 'none');
});

test('an influence of 0 has a tower; one that nobody rated has none and says so only when asked', () => {
  const item = (actor, extra = {}) => actorItem({ id: 'inp', name: 'INP', kind: 'justice', x: 0, y: 0, ...actor }, { ...how, ...extra });

  assert.equal(item({ influence: 0 }).influence, 0);
  assert.equal(item({}).influence, null);
  assert.ok(item({ influence: 0 }).settings[0].w > item({}).settings[0].w);
  assert.equal(item({}).under, '');
  assert.equal(item({}, { showUnrated: true }).under, 'sin valorar');
});

test('practice decides line, head and badge', () => {
  const item = (practice, rest = {}) => linkItem({ id: 'l', source: 'a', target: 'b', kind: 'command', practice, ...rest }, how);

  assert.deepEqual(['works', 'weak', 'paper', 'blocked', 'missing', undefined, 'disputed'].map((p) => headOf(item(p))),
    ['filled', 'open', 'open', 'bar', 'open', 'open', 'filled']);
  assert.deepEqual(['works', 'weak', 'paper', 'missing', undefined].map((p) => widthOf(item(p))), [2.5, 1.5, 1.75, 2.25, 1.5]);
  assert.equal(item(undefined).practice, 'not_said');
  assert.equal(widthOf(item('works', { strength: 3 })), 4.5);
  assert.equal(headOf(linkItem({ id: 'l', source: 'a', target: 'b', kind: 'cooperation', practice: 'works' }, how)), 'none');
});

test('a dotted line speaks of practice, whatever the formality; else formality dashes it', () => {
  const item = (practice, formality) => linkItem({ id: 'l', source: 'a', target: 'b', kind: 'command', practice, formality }, how);

  assert.deepEqual(dashOf(item('works', 'informal')), [8, 5]);
  assert.deepEqual(dashOf(item('works', 'mixed')), [12, 4, 2, 4]);
  assert.deepEqual(dashOf(item('works')), []);
  assert.deepEqual(dashOf(item('paper', 'informal')), [0.1, 5]);
  assert.deepEqual(dashOf(linkItem({ id: 'l', source: 'a', target: 'b', kind: 'influence', practice: 'weak' }, how)), [8, 5]);
});

test('a badge has room for what it says', () => {
  assert.equal(badgeSize('works', 60, false).w, 24);
  assert.equal(badgeSize('weak', 60, false).w, 43);
  assert.equal(badgeSize('missing', 60, false).w, 94);
  assert.ok(badgeSize('works', 60, true).w > badgeSize('works', 60, false).w);
});

test('a link is straight and ends 5 px before the shapes', () => {
  const path = pathOf({ x: 0, y: 0, shape: 'square' }, { x: 300, y: 0, shape: 'circle' }, 0);

  assert.equal(path.bent, false);
  assert.ok(Math.abs(path.a.x - (15.5 + 5)) < 1e-6);
  assert.ok(Math.abs(path.b.x - (300 - 17 - 5)) < 0.1);
});

test('two links between the same actors bend to opposite sides by 15 % of the length, also when they are opposite', () => {
  const same = bends([{ id: 'l1', source: 'mp', target: 'pn' }, { id: 'l2', source: 'mp', target: 'pn' }]);
  const opposite = bends([{ id: 'l1', source: 'mp', target: 'pn' }, { id: 'l2', source: 'pn', target: 'mp' }]);
  const mp = { x: 0, y: 0, shape: 'square' }, pn = { x: 200, y: 0, shape: 'square' };

  const [one, other] = [pathOf(mp, pn, opposite.get('l1')), pathOf(pn, mp, opposite.get('l2'))];

  assert.deepEqual([...same.values()].map((v) => v.toFixed(2)), ['-0.15', '0.15']);
  assert.ok(Math.abs(one.c.y + 30) < 1e-6);
  assert.ok(Math.abs(other.c.y - 30) < 1e-6); // the wrong way: both on the same side
});

test('a lone link to an actor with other links stays straight', () => {
  const share = bends([{ id: 'l1', source: 'mp', target: 'pn' }, { id: 'l2', source: 'conadeh', target: 'pn' }]);

  assert.deepEqual([...share.values()].map(Math.abs), [0, 0]);
});

test('a link goes round an actor that stands between its two, the same way in either direction', () => {
  const at = (id, x, y, shape = 'square') => [id, { id, x, y, shape, half: halfOf(shape) }];
  const actors = new Map([at('apj', 0, 0, 'triangle'), at('pmop', 300, 4), at('pn', 600, 0), at('mp', 300, 200)]);
  const links = new Map([['l1', { id: 'l1', source: 'apj', target: 'pn' }], ['l2', { id: 'l2', source: 'apj', target: 'mp' }]]);
  const distance = ({ x, y }, path) => Math.min(...segmentsOf(path).map((s) => distanceToSegment(x, y, s.ax, s.ay, s.bx, s.by)));

  const turns = detours(actors, links), back = detours(actors, new Map([['l1', { id: 'l1', source: 'pn', target: 'apj' }]]));

  assert.deepEqual([...turns.keys()], ['l1']);
  const path = pathOf(actors.get('apj'), actors.get('pn'), turns.get('l1').share);
  assert.ok(distance(actors.get('pmop'), path) > 20); // clear of its 15.5
  assert.ok(distance(actors.get('pmop'), path) < 60); // and no wider than need be
  assert.equal(back.get('l1').share, -turns.get('l1').share);
});

test('a link goes round a name, and stays as it goes while that is as good', () => {
  const at = (id, x, y) => [id, { id, x, y, shape: 'square', half: halfOf('square') }];
  const actors = new Map([at('apj', 0, 0), at('pn', 600, 0), at('mp', 300, 60)]), links = new Map([['l1', { id: 'l1', source: 'apj', target: 'pn' }]]);
  const name = (y0) => ({ names: [{ id: 'mp', box: { x0: 230, x1: 370, y0, y1: y0 + 35 } }] });
  const lies = (turns) => onCurve(...Object.values(pathOf(actors.get('apj'), actors.get('pn'), turns.get('l1')?.share ?? 0)).slice(0, 3), 0.5).y;

  const round = detours(actors, links, {}, name(-15)), again = detours(actors, links, {}, { ...name(-15), before: round });

  assert.ok(lies(round) < -15 && lies(round) > -60);
  assert.deepEqual(again, round);
  assert.equal(detours(actors, links, {}, { ...name(20), before: round }).size, 0); // nothing is in the way any more
  const other = new Map([['l1', { share: -round.get('l1').share * 2, price: 0 }]]);
  assert.deepEqual(detours(actors, links, {}, { ...name(-15), before: other }), other); // it does not jump to a flatter way
});

test('links that share their two actors keep apart from each other, and go round nobody', () => {
  const at = (id, x) => [id, { id, x, y: 0, shape: 'square', half: halfOf('square') }];
  const links = new Map(['l1', 'l2', 'l3'].map((id) => [id, { id, source: 'apj', target: 'pn' }]));

  assert.equal(detours(new Map([at('apj', 0), at('pmop', 300), at('pn', 600)]), links).size, 0);
});

test('no link is drawn between actors that lie on one another', () => {
  assert.equal(pathOf({ x: 0, y: 0, shape: 'square' }, { x: 30, y: 0, shape: 'square' }, 0), null);
});

test('distances to outlines are those of the shapes', () => {
  assert.ok(Math.abs(edgeOf('diamond', 1, 0) - 20.4) < 1e-6);
  assert.ok(Math.abs(edgeOf('square', Math.SQRT1_2, Math.SQRT1_2) - 15.5 * Math.SQRT2) < 1e-6);
  assert.deepEqual(halfOf('ellipse'), { x: 22, y: 14 });
  assert.equal(reach([[-1, -1], [1, -1], [1, 1], [-1, 1]], 0, 1), 1);
});

test('a short name is one line, a long one two, a very long one is cut and says so', () => {
  assert.deepEqual(settings('CONADEH', measure).map((s) => s.lines), [['CONADEH']]);
  assert.deepEqual(settings('Derechos Humanos de las Fuerzas Armadas', measure)[0].lines, ['Derechos Humanos de', 'las Fuerzas Armadas']);
  const cut = settings('Mesa interinstitucional de seguimiento a las recomendaciones del Examen Periódico Universal', measure)[0];
  assert.equal(cut.lines.length, 2);
  assert.equal(cut.whole, false);
  assert.ok(cut.lines[1].endsWith('…') && cut.width <= 180);
});

test('names stay between 10.4 and 19 px on the screen', () => {
  for (const scale of [0.08, 0.2, 0.45, 0.7, 1, 1.5, 2.9]) {
    const px = 15 * sizesAt(scale).text * scale;
    assert.ok(px >= 10.39 && px <= 20.91, `${px} at ${scale}`); // sizes go in steps of a tenth
  }
  assert.equal(sizesAt(1).text, 1);
});

test('the body of an actor, its name, a badge and a line are found under the pointer', () => {
  const actors = new Map([['pn', { id: 'pn', x: 0, y: 0, shape: 'square' }], ['mp', { id: 'mp', x: 300, y: 0, shape: 'square' }]]);
  const path = pathOf(actors.get('pn'), actors.get('mp'), 0);
  const placed = {
    badges: new Map([['l1', { shown: true, box: { x0: 140, y0: -12, x1: 160, y1: 12 } }]]),
    names: new Map([['pn', { shown: true, box: { x0: -40, y0: 22, x1: 40, y1: 40 } }]]),
  };
  const drawing = { actors, links: new Map([['l1', { id: 'l1', path }]]), placed, sizes: { shape: 1 } };

  const at = (x, y) => thingAt(drawing, x, y, 8);

  assert.equal(at(5, 5), 'pn');
  assert.equal(at(0, 30), 'pn');
  assert.equal(at(150, 10), 'l1');
  assert.equal(at(80, 6), 'l1');
  assert.equal(at(80, 20), null);
  assert.equal(actorNear(actors.values(), 30, 0, 18).id, 'pn');
  assert.equal(actorNear(actors.values(), 60, 0, 18), null);
});

test('a resting handle keeps away from links and from the name', () => {
  const item = { id: 'pn', x: 0, y: 0 };
  const links = [{ source: 'pn', target: 'mp', path: { a: { x: 0, y: -20 }, b: { x: 0, y: -200 } } }];

  const angle = freeDirection(item, links, 'e');

  assert.ok(Math.cos(angle) < 0 && Math.sin(angle) > 0); // down to the left: neither up (link) nor right (name)
});

test('the counts of the golden map are those of its legend', () => {
  const { actors, links } = group1();

  const counts = countsOf(actors, links, vocabulary);

  // golden path, sections 1 and 2: 4 authority, 6 oversight (one of them needed), 3 referral, 2 training
  assert.deepEqual(counts.families, { authority: 4, oversight: 6, service: 3, support: 2 });
  assert.deepEqual(counts.practices, { works: 10, weak: 4, missing: 1 });
  assert.deepEqual(counts.cells, { state_provides: 7, state_governs: 3, international: 2 });
  assert.deepEqual([counts.actors, counts.links, counts.missing, counts.armed, counts.rated], [12, 14, 1, 5, 11]);
});

test('the summary says in words what is drawn, and nothing of what is not', () => {
  const t = (key, values = {}) => `${key} ${Object.values(values).join(' ')}`.trim();
  const { actors, links } = group1();

  const text = summary(countsOf(actors, links, vocabulary), vocabulary, 'es', t);

  assert.equal(text, 'map_view.summary map_view.summary_actors.many 12 map_view.summary_links.many 14 authority 4, oversight 6, service 3, support 2. map_view.summary_armed 5 map_view.summary_missing 1');
  assert.equal(summary(countsOf({}, {}, vocabulary), vocabulary, 'es', t), 'map_view.summary_empty');
});

test('the summary speaks of one actor and one link as one', () => {
  const t = translator({ 'map_view.summary': 'Mapa con {actors} y {links}.', 'map_view.summary_actors.one': 'un actor', 'map_view.summary_actors.many': '{n} actores', 'map_view.summary_links.one': 'una relación', 'map_view.summary_links.many': '{n} relaciones' }, 'es');
  const counts = (actors, links) => ({ actors, links, families: {} });

  assert.equal(summary(counts(2, 1), vocabulary, 'es', t), 'Mapa con 2 actores y una relación.');
  assert.equal(summary(counts(1, 0), vocabulary, 'es', t), 'Mapa con un actor y 0 relaciones.');
});

test('a faded colour is opaque and lies between the colour and its ground', () => {
  assert.equal(faded('#000000', '#FFFFFF', 0.22), '#c7c7c7');
  assert.equal(faded('#AC5A0E', '#FFFFFF', 1), '#ac5a0e');
});

test('the part of a line inside a rectangle is measured', () => {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };

  assert.equal(lengthInside(box, -5, 5, 15, 5), 10);
  assert.equal(lengthInside(box, -5, 11, 15, 11), 0);
  assert.equal(lengthInside(box, 5, 5, 5, 30), 5);
});
