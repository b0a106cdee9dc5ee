// The line to the server: says hello, comes back by itself, renews its token, notices silence.

export const AGAIN_MS = [250, 500, 1000, 2000, 4000]; // waits between attempts; the last one repeats
const PING_MS = 900;
const ASLEEP = 9; // only every so many pings while nobody looks at the page
const DOUBT_MS = 900; // without a word this long after a ping, a person is told
const SILENCE_MS = 4000; // and after this long the line is taken for dead
const RENEW_EARLY_S = 150;
const FATAL = { 1008: 'denied', 4404: 'denied', 4410: 'ended' };

/** One line. `on.message(message)`, `on.state('connecting' | 'live' | 'away' | 'denied' | 'ended')`, `on.silent(yes)`.

`since()` gives the last sequence number known; `says()` what else a hello says; `access(seat, map)` asks for a new token and gives it, null where
the seat holds no more, or throws when the server cannot be reached. */
export class Line {
  constructor({ url, token, since, access, on, says = () => ({}), Socket = globalThis.WebSocket, timers = globalThis, asleep = () => globalThis.document?.hidden }) {
    Object.assign(this, { url, token, since, access, on, says, Socket, timers, asleep });
    this.state = 'connecting';
    this.silent = false; // live by all we know, and yet no answer
    this.attempt = 0;
    this.closed = false;
  }

  open() {
    if (this.closed || this.socket) return;
    this.timers.clearTimeout(this.again);
    let socket;
    try {
      socket = new this.Socket(this.url);
    } catch {
      this.lost(0);
      return;
    }
    this.socket = socket;
    this.patience = this.timers.setTimeout(() => this.drop(socket), 6000);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', token: this.token, since: this.since(), ...this.says() }));
    socket.onmessage = ({ data }) => this.socket === socket && this.heard(JSON.parse(data));
    socket.onclose = ({ code }) => this.socket === socket && this.lost(code);
    socket.onerror = () => {};
  }

  /** Give a line up that may not know yet that it is dead. */
  drop(socket = this.socket) {
    if (!socket || socket !== this.socket) return;
    socket.onclose = socket.onmessage = null;
    try {
      socket.close();
    } catch {
      // it was not open
    }
    this.lost(0);
  }

  heard(message) {
    this.answered();
    if (message.type === 'welcome') {
      this.timers.clearTimeout(this.patience);
      this.attempt = 0;
      this.keepAlive();
      this.renewIn(600);
    }
    if (message.type === 'token') {
      this.token = message.token;
      this.renewIn(message.expires);
      return;
    }
    if (message.type === 'pong') return;
    this.on.message(message);
    if (message.type === 'welcome') this.become('live');
    if (message.type === 'ended') this.end('ended');
  }

  /** Whether the message went out. */
  send(message) {
    if (this.state !== 'live' || this.socket?.readyState !== 1) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  keepAlive() {
    this.timers.clearInterval(this.pulse);
    let beat = 0;
    this.pulse = this.timers.setInterval(() => {
      beat += 1;
      if (!this.asleep() || beat % ASLEEP === 0) this.probe();
    }, PING_MS);
  }

  /** Ask for a sign of life. */
  probe() {
    const socket = this.socket;
    if (!this.send({ type: 'ping' })) return;
    this.doubt ??= this.timers.setTimeout(() => this.hush(true), DOUBT_MS);
    this.silence ??= this.timers.setTimeout(() => this.drop(socket), SILENCE_MS);
  }

  answered() {
    this.timers.clearTimeout(this.doubt);
    this.timers.clearTimeout(this.silence);
    this.doubt = this.silence = null;
    this.hush(false);
  }

  hush(silent) {
    if (this.silent === silent) return;
    this.silent = silent;
    this.on.silent?.(silent);
  }

  renewIn(seconds) {
    this.timers.clearTimeout(this.renewal);
    this.renewal = this.timers.setTimeout(() => this.send({ type: 'renew' }), Math.max(5, seconds - RENEW_EARLY_S) * 1000);
  }

  lost(code) {
    this.quiet();
    this.socket = null;
    if (this.closed) return;
    if (FATAL[code]) {
      this.end(FATAL[code]);
      return;
    }
    this.become('away');
    const wait = AGAIN_MS[Math.min(this.attempt, AGAIN_MS.length - 1)];
    this.attempt += 1;
    const jitter = 0.8 + 0.4 * Math.random();
    this.again = this.timers.setTimeout(() => (code === 4401 ? this.reenter() : this.open()), wait * jitter);
  }

  /** The token holds no more: ask for another with the seat's cookie. */
  async reenter() {
    if (this.entering) return;
    this.entering = true;
    let token;
    try {
      token = await this.access();
    } catch {
      token = undefined;
    }
    this.entering = false;
    if (this.closed) return;
    if (token === null) {
      this.end('denied');
    } else if (token === undefined) {
      this.lost(4401);
    } else {
      this.token = token;
      this.open();
    }
  }

  /** The network is back: no need to wait. */
  hurry() {
    if (this.closed || this.socket || this.entering) return;
    this.timers.clearTimeout(this.again);
    this.attempt = 0;
    this.open();
  }

  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.on.state(state);
  }

  quiet() {
    this.answered();
    for (const name of ['patience', 'renewal', 'again']) this.timers.clearTimeout(this[name]);
    this.timers.clearInterval(this.pulse);
  }

  end(state) {
    this.closed = true;
    this.quiet();
    this.socket?.close();
    this.socket = null;
    this.become(state);
  }
}

/** Ask the server for a token of this seat on this map: the token, null when the seat holds no more. */
export async function tokenFor({ seat, map, base, fetch = globalThis.fetch }) {
  const url = new URL('token', base);
  url.search = new URLSearchParams({ seat, map }).toString();
  const answer = await fetch(url, { method: 'POST', credentials: 'same-origin' });
  if (answer.ok) return (await answer.json()).token;
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) return null;
  throw new Error(`token: ${answer.status}`);
}
