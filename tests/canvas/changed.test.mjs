import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Changed, LEAVING_MS, whoIsIn } from '../../mapping/render/canvas/changed.js';
import { LOOK_MS, PATIENCE_MS, PRESS_MS } from '../../mapping/render/canvas/press.js';
import { Clock } from './clock.mjs';

let clock, told, changed;
const day = {};
const state = (seq, more = {}) => ({ seq, day, boot: 'b-1', ready: true, ...more });
const effects = (seq) => changed.take(state(seq), state(seq - 1), { type: 'effects' });
beforeEach(() => {
  clock = new Clock();
  told = [];
  changed = new Changed((name, value) => told.push([name, value]), clock);
});

test('a burst of changes is told once, when it is over', () => {
  for (let seq = 5; seq < 10; seq++) effects(seq), clock.pass(100);
  assert.deepEqual(told, []);
  clock.pass(800);
  assert.deepEqual(told, [['changed', 9]]);
});

test('a burst that does not end is told every two seconds', () => {
  for (let seq = 1; seq <= 50; seq++) effects(seq), clock.pass(100);
  assert.equal(told.length, 2);
});

test('the first welcome tells nothing; a later one does when something was missed', () => {
  changed.take(state(9), { seq: 0, day: null, ready: false }, { type: 'welcome' });
  clock.pass(5000);
  assert.deepEqual(told, []);
  changed.take(state(12), state(9), { type: 'welcome' });
  clock.pass(5000);
  assert.deepEqual(told, [['changed', 12]]);
});

test('what changes nothing of the map tells nothing', () => {
  changed.take(state(9), state(9), { type: 'people' });
  clock.pass(5000);
  assert.deepEqual(told, []);
});

test('a drawing that is opened to all is told, and nothing when it was open already', () => {
  const open = { table: { open: true } }, closed = { table: { open: false } };
  changed.take(state(9, open), state(9, open), { type: 'table', open: true });
  clock.pass(5000);
  assert.deepEqual(told, []);
  changed.take(state(9, open), state(9, closed), { type: 'table', open: true });
  clock.pass(5000);
  assert.deepEqual(told, [['changed', 9]]);
});

test('nothing is told while somebody goes to another page, and once when that came to nothing', () => {
  effects(5);
  clock.pass(790);
  changed.leave();
  clock.pass(LEAVING_MS - 1);
  assert.deepEqual(told, []);
  effects(6);
  clock.pass(5000);
  assert.deepEqual(told.filter(([name]) => name === 'changed').at(-1), ['changed', 6]);
  effects(7);
  clock.pass(800);
  assert.deepEqual(told.at(-1), ['changed', 7]);
});

class Page extends EventTarget {
  runs = false;
  querySelector = () => this.runs;
}

test('what is told after a press waits until the page has run for it, and is told once, as it is last', () => {
  const page = new Page();
  changed = new Changed((name, value) => told.push([name, value]), clock, page);
  changed.take(state(4, { day: { hidden: true } }), state(4, { day: { hidden: false } }), { type: 'day' });
  assert.equal(told.length, 1);
  page.runs = true;
  page.dispatchEvent(new Event('click'));
  changed.take(state(5, { day: { hidden: false } }), state(4, { day: { hidden: true } }), { type: 'day' });
  effects(6);
  clock.pass(2000);
  assert.equal(told.length, 1);
  page.runs = false;
  clock.pass(LOOK_MS);
  assert.deepEqual(told.slice(1), [['changed', 6]]);
});

test('a page that runs and runs, or is pressed all the time, is told after a while', () => {
  const page = new Page();
  changed = new Changed((name, value) => told.push([name, value]), clock, page);
  page.runs = true;
  page.dispatchEvent(new Event('click'));
  effects(5);
  clock.pass(PATIENCE_MS - 1);
  assert.equal(told.length, 0);
  clock.pass(LOOK_MS);
  assert.deepEqual(told, [['changed', 5]]);
  effects(6);
  for (let n = 0; n < 30; n++) page.dispatchEvent(new Event('click')), clock.pass(PRESS_MS - 1);
  assert.deepEqual(told.at(-1), ['changed', 6]);
});

test('only what leads to another page holds back what is told for long', () => {
  const page = new Page();
  const pressed = (selector) => {
    const click = new Event('click');
    click.composedPath = () => [{ matches: (of) => of.split(', ').includes(selector) }, page];
    page.dispatchEvent(click);
  };
  changed = new Changed((name, value) => told.push([name, value]), clock, page);
  pressed('button');
  effects(5);
  clock.pass(800);
  assert.deepEqual(told, [['changed', 5]]);
  pressed('a[href]');
  effects(6);
  clock.pass(800);
  assert.equal(told.length, 1);
  clock.pass(LEAVING_MS);
  assert.deepEqual(told.at(-1), ['changed', 6]);
  changed.close();
  pressed('a[href]');
  assert.equal(clock.rows.size, 0);
});

test('after a restart the page is asked to run until it has run in the new process', () => {
  changed.boots.seen('p-1');
  changed.take(state(9), state(9), { type: 'welcome' });
  changed.take(state(9, { boot: 'b-2' }), state(9), { type: 'welcome' });
  clock.pass(3100);
  assert.equal(told.filter(([name]) => name === 'boot').length, 3);
  changed.boots.seen('p-1');
  clock.pass(1500);
  assert.equal(told.filter(([name]) => name === 'boot').length, 4);
  changed.boots.seen('p-2');
  clock.pass(60000);
  assert.equal(told.filter(([name]) => name === 'boot').length, 4);
});

test('a page that never runs is not asked for ever', () => {
  changed.take(state(9), state(9), { type: 'welcome' });
  changed.take(state(9, { boot: 'b-2' }), state(9), { type: 'welcome' });
  clock.pass(600000);
  assert.equal(told.length, 40);
});

test('who follows the day alone hears of no change of the map', () => {
  changed.onlyDay = true;
  effects(5);
  clock.pass(5000);
  assert.deepEqual(told, []);
  changed.take(state(5, { day: { ends: 90, now: 2 } }), state(5, { day: { ends: 60, now: 1 } }), { type: 'day' });
  clock.pass(800);
  assert.deepEqual(told, [['changed', 5]]);
});

test('a cover is told at once, also to who was away when it came', () => {
  changed.take(state(5, { day: { hidden: true } }), state(5, { day: { hidden: false } }), { type: 'welcome' });
  assert.deepEqual(told, [['changed', 5]]);
});

test('the same day told again at a later time is no change', () => {
  changed.take(state(5, { day: { ends: 60, now: 9 } }), state(5, { day: { ends: 60, now: 1 } }), { type: 'welcome' });
  clock.pass(5000);
  assert.deepEqual(told, []);
});

test('a raised hand and a map that was read are told to who looks at the tables', () => {
  changed.take(state(5, { hand: 90 }), state(5, { hand: null }), { type: 'hand' });
  clock.pass(800);
  changed.take(state(5, { hand: 90, read: true }), state(5, { hand: 90, read: false }), { type: 'read_back' });
  clock.pass(800);
  assert.equal(told.length, 2);
});

test('what somebody has in hand is no coming and no going', () => {
  const people = [{ seat: 's-1', selected: null }, { seat: 's-2', selected: null }];
  const before = whoIsIn({ people, leading: { facilitator: 1, observer: 0 } });
  assert.equal(whoIsIn({ people: [people[1], { seat: 's-1', selected: 'pn' }], leading: { facilitator: 1, observer: 0 } }), before);
  assert.notEqual(whoIsIn({ people, leading: { facilitator: 2, observer: 0 } }), before);
  assert.notEqual(whoIsIn({ people: [people[0]], leading: { facilitator: 1, observer: 0 } }), before);
});
