// What of a line is drawn where only a part of the map is painted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runIn } from '../../mapping/render/canvas/view/trim.js';

const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
const rounded = ({ points, from }) => [points.map(({ x, y }) => [x, y]), from];

test('a straight line is cut to what is seen of it, and dashes know how much went before', () => {
  assert.deepEqual(rounded(runIn(box, [{ x: -20, y: 5 }, { x: 40, y: 5 }])), [[[0, 5], [10, 5]], 20]);
  assert.deepEqual(rounded(runIn(box, [{ x: 2, y: 5 }, { x: 4, y: 5 }])), [[[2, 5], [4, 5]], 0]);
});

test('a line that passes by is not drawn, also when its box is met', () => {
  assert.equal(runIn(box, [{ x: -20, y: 20 }, { x: 40, y: 20 }]), null);
  assert.equal(runIn(box, [{ x: 5, y: -30 }, { x: 45, y: 12 }]), null);
});

test('a bent line keeps the bends between its first and its last part in sight', () => {
  const points = [{ x: -10, y: 2 }, { x: 5, y: 2 }, { x: 5, y: 20 }, { x: 8, y: 20 }, { x: 8, y: -10 }];
  const { points: run, from } = runIn(box, points);
  assert.deepEqual(run, [{ x: 0, y: 2 }, { x: 5, y: 2 }, { x: 5, y: 20 }, { x: 8, y: 20 }, { x: 8, y: 0 }]);
  assert.equal(from, 10);
});
