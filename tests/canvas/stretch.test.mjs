// Seen further apart on a narrow tall sheet: what is stored comes back as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAIN, seenAt, storedAt, stretchFor } from '../../mapping/render/canvas/view/stretch.js';

const WIDE = [{ x: -400, y: -200 }, { x: 400, y: 0 }, { x: 0, y: 200 }], PHONE = { x: 330, y: 430 };

test('a wide map is seen further apart down a tall sheet, and fills it', () => {
  const { x, y } = stretchFor(WIDE, PHONE), scale = PHONE.x / 800;

  assert.equal(x, 1);
  assert.ok(Math.abs(400 * y * scale - PHONE.y) < 60, `${400 * y * scale}`);
});

test('on a wide sheet, with room enough, or with two actors, a map is seen as it is stored', () => {
  assert.equal(stretchFor(WIDE, { x: 800, y: 600 }), PLAIN);
  assert.equal(stretchFor(WIDE, { x: 800, y: 900 }), PLAIN);
  assert.equal(stretchFor(WIDE.slice(0, 2), PHONE), PLAIN);
});

test('a place that was seen is stored as it was, whatever the stretch', () => {
  for (const y of [1.15, 1.5, 1.996, 2.6]) {
    for (let at = -500; at <= 500; at += 7) assert.deepEqual(storedAt(seenAt({ id: 'pn', x: at, y: at }, { x: 1, y }), { x: 1, y }), { id: 'pn', x: at, y: at });
  }
});

test('who has no place yet is given none', () => {
  assert.deepEqual(seenAt({ id: 'pn' }, { x: 1, y: 2 }), { id: 'pn' });
});
