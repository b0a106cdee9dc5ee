// What is new is marked where nothing may move; one link at a time.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Motion } from '../../mapping/render/canvas/view/motion.js';

const still = () => new Motion(() => {});
const marked = (motion) => [...motion.fresh].sort();

test('where nothing may move a new link has the marker, and the next one takes it over', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const motion = still();

  motion.arrive(['k-1'], [], false);
  assert.deepEqual(marked(motion), ['k-1']);
  motion.arrive([], [], false); // a change that brings nothing new takes nothing away
  assert.deepEqual(marked(motion), ['k-1']);
  motion.arrive(['k-2'], ['pn'], false);
  assert.deepEqual(marked(motion), ['k-2', 'pn']);

  t.mock.timers.tick(2000);
  assert.deepEqual(marked(motion), []);
});

test('the selected link keeps the marker to itself; a new actor is shown all the same', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const motion = still();

  motion.arrive(['k-1'], ['pn'], false, 'k-0');
  assert.deepEqual(marked(motion), ['pn']);
});

test('what one selects takes the marker from what has just come', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const motion = still();
  motion.arrive(['k-1'], [], false);

  motion.yield();

  assert.deepEqual(marked(motion), []);
});
