import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Line, tokenFor } from '../../mapping/render/canvas/client/socket.js';
import { Clock } from './clock.mjs';

let clock, sockets, states, heard, answers, seq, silences, asleep;
class Socket {
  readyState = 0; sent = [];
  constructor(url) { this.url = url; sockets.push(this); }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  open() { this.readyState = 1; this.onopen(); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  cut(code) { this.readyState = 3; this.onclose({ code }); }
}
const line = () => new Line({
  url: 'ws://workshop.test/live', token: 't-1', since: () => seq, access: async () => answers.shift(), timers: clock, Socket,
  on: { message: (m) => heard.push(m.type), state: (s) => states.push(s), silent: (yes) => silences.push(yes) }, asleep: () => asleep,
});
beforeEach(() => { clock = new Clock(); sockets = []; states = []; heard = []; answers = []; seq = 0; silences = []; asleep = false; });
const settle = () => new Promise((done) => setImmediate(done));

test('the first word is hello with the token and the last number known', () => {
  line().open();
  sockets[0].open();
  assert.deepEqual(sockets[0].sent, [{ type: 'hello', token: 't-1', since: 0 }]);
  sockets[0].say({ type: 'welcome' });
  assert.deepEqual(states, ['live']);
});

test('a cut line comes back by itself and asks for what it missed', () => {
  const l = line();
  l.open(); sockets[0].open(); sockets[0].say({ type: 'welcome' });
  seq = 7;
  sockets[0].cut(1006);
  assert.equal(states.at(-1), 'away');
  assert.equal(l.send({ type: 'ping' }), false);
  clock.pass(400);
  sockets[1].open();
  assert.deepEqual(sockets[1].sent[0], { type: 'hello', token: 't-1', since: 7 });
});

test('the waits grow while nobody answers, and end when the network says it is back', () => {
  const l = line();
  l.open();
  for (let i = 0; i < 6; i++) { sockets.at(-1).cut(1006); clock.pass(6000); }
  assert.equal(sockets.length, 7);
  sockets.at(-1).cut(1006);
  clock.pass(1000);
  assert.equal(sockets.length, 7);
  l.hurry();
  assert.equal(sockets.length, 8);
});

test('silence is told within two seconds, and is a dead line a little later, even if nobody closed it', () => {
  line().open();
  sockets[0].open(); sockets[0].say({ type: 'welcome' });
  clock.pass(950);
  assert.equal(sockets[0].sent.at(-1).type, 'ping');
  assert.deepEqual(silences, []);
  clock.pass(950);
  assert.deepEqual(silences, [true]);
  assert.equal(states.at(-1), 'live');
  clock.pass(3100);
  assert.equal(states.at(-1), 'away');
});

test('a slow answer ends the doubt, and the line is not given up', () => {
  line().open();
  sockets[0].open(); sockets[0].say({ type: 'welcome' });
  for (let i = 0; i < 5; i++) { clock.pass(2700); sockets[0].say({ type: 'pong' }); }
  assert.deepEqual(silences.slice(0, 4), [true, false, true, false]);
  assert.deepEqual(states, ['live']);
});

test('a page that nobody looks at asks seldom', () => {
  asleep = true;
  line().open();
  sockets[0].open(); sockets[0].say({ type: 'welcome' });
  clock.pass(8000);
  assert.equal(sockets[0].sent.filter((m) => m.type === 'ping').length, 0);
  clock.pass(200);
  assert.equal(sockets[0].sent.filter((m) => m.type === 'ping').length, 1);
});

test('a token that holds no more is replaced through the seat', async () => {
  answers = ['t-2'];
  line().open();
  sockets[0].open(); sockets[0].cut(4401);
  clock.pass(400); await settle();
  sockets[1].open();
  assert.equal(sockets[1].sent[0].token, 't-2');
});

test('a seat that holds no more ends the line instead of knocking for ever', async () => {
  answers = [null];
  line().open();
  sockets[0].open(); sockets[0].cut(4401);
  clock.pass(400); await settle(); clock.pass(60000); await settle();
  assert.equal(states.at(-1), 'denied');
  assert.equal(sockets.length, 1);
});

test('an ended workshop ends the line', () => {
  line().open();
  sockets[0].open(); sockets[0].say({ type: 'welcome' }); sockets[0].say({ type: 'ended' });
  clock.pass(60000);
  assert.equal(states.at(-1), 'ended');
  assert.equal(sockets.length, 1);
});

test('the token is renewed before it ends', () => {
  const l = line();
  l.open(); sockets[0].open(); sockets[0].say({ type: 'welcome' });
  sockets[0].say({ type: 'token', token: 't-9', expires: 200 });
  const silent = (text) => sockets[0].sent.filter((m) => m.type === text).length;
  for (let i = 0; i < 14; i++) { clock.pass(4000); sockets[0].say({ type: 'pong' }); }
  assert.equal(silent('renew'), 1);
  assert.equal(l.token, 't-9');
});

test('a token is asked for with the seat and the map; 401 means no, an error means later', async () => {
  const asked = [];
  const fetch = (status) => async (url, options) => (asked.push([url.pathname + url.search, options.method]), { ok: status === 200, status, json: async () => ({ token: 't' }) });
  const of = { seat: 's-1', map: 'm-1', base: 'http://workshop.test/build?seat=s-1' };
  assert.equal(await tokenFor({ ...of, fetch: fetch(200) }), 't');
  assert.deepEqual(asked[0], ['/token?seat=s-1&map=m-1', 'POST']);
  assert.equal(await tokenFor({ ...of, fetch: fetch(401) }), null);
  await assert.rejects(tokenFor({ ...of, fetch: fetch(503) }));
});
