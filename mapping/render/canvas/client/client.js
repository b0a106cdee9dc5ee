// One map, live: holds the state, sends what is pending, tells who listens what has changed.
import { newId } from './ids.js';
import { Outbox } from './outbox.js';
import { Line, tokenFor } from './socket.js';
import { reduce, start, undoable } from './sync.js';
import { revOf } from './words.js';

const WINDOW = 20; // messages on the way at once
const LATER_MS = 1500;

/** Listeners get (state, previous, event). `line` is 'connecting' | 'live' | 'away' | 'denied' | 'ended'. */
export class Client {
  constructor({ map, seat, token, own = null, draws = true, base = document.baseURI, now = Date.now, storage, Socket }) {
    Object.assign(this, { map, seat, draws, now });
    this.outbox = new Outbox({ map, seat, ...(storage === undefined ? {} : { storage }) });
    if (own) this.outbox.adopt(own, seat);
    this.state = start(this.outbox.load());
    this.listeners = new Set();
    const url = new URL('live', base);
    url.protocol = url.protocol.replace('http', 'ws');
    url.search = '';
    this.line = new Line({
      url: url.href, token, since: () => this.state.seq, says: () => ({ draws: this.draws }), access: () => tokenFor({ seat, map, base }),
      on: { message: (message) => this.take(message), state: (name) => this.lineIs(name), silent: () => this.say({ type: 'line', name: 'silent' }) },
      ...(Socket ? { Socket } : {}),
    });
  }

  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  open() {
    const back = () => this.line.hurry();
    this.signs = [
      ['offline', () => this.line.drop()], // a line that still held is back at once; a dead one is known to be dead
      ['online', back],
      ['pageshow', back],
      ['visibilitychange', () => document.visibilityState === 'visible' && (this.line.socket ? this.line.probe() : back())],
    ];
    for (const [name, act] of this.signs) (name === 'visibilitychange' ? document : globalThis).addEventListener?.(name, act);
    this.line.open();
  }

  close() {
    for (const [name, act] of this.signs ?? []) (name === 'visibilitychange' ? document : globalThis).removeEventListener?.(name, act);
    this.line.end('closed');
    this.listeners.clear();
  }

  take(event) {
    const before = this.state;
    this.state = reduce(before, event);
    if (this.state.pending !== before.pending || this.state.tray !== before.tray) this.outbox.save(this.state);
    if (event.type === 'refused' && this.state.pending.some((p) => p.id === event.change)) {
      if (event.reason === 'expired') this.line.send({ type: 'renew' });
      clearTimeout(this.later);
      this.later = setTimeout(() => this.flush(), LATER_MS);
    }
    if (this.state.gap && !before.gap) this.line.drop();
    if (event.type === 'ended') this.outbox.clear();
    for (const listener of [...this.listeners]) listener(this.state, before, event);
    if (['effects', 'done', 'refused', 'local'].includes(event.type) || (before.day?.hidden && !this.state.day?.hidden)) this.flush();
  }

  lineIs(name) {
    if (name === 'away') this.take({ type: 'cut' });
    this.say({ type: 'line', name });
    if (name === 'live') {
      this.flush();
      if (this.selected) this.line.send({ type: 'select', id: this.selected, property: this.field });
    }
  }

  /** Tell who listens of something that changes no state. */
  say(event) {
    for (const listener of [...this.listeners]) listener(this.state, this.state, event);
  }

  /** Send what is waiting, in its order. */
  flush() {
    if (this.line.state !== 'live' || this.state.day?.hidden) return; // under the cover nothing would be taken
    let onTheWay = this.state.pending.filter((p) => p.sent).length;
    for (const p of this.state.pending) {
      if (p.sent) continue;
      if (onTheWay >= WINDOW || !this.line.send(p.message)) return;
      onTheWay += 1;
      this.state = reduce(this.state, { type: 'sent', id: p.id });
    }
  }

  /** A change of ours: drawn at once, sent as soon as it can be. Gives its id; null before the first welcome. */
  change(op, body) {
    if (!this.state.by) return null;
    const id = newId('c-');
    const change = { v: 1, id, by: this.state.by, base: this.state.seq, op, ...body };
    this.take({ type: 'local', id, at: this.now(), message: { type: 'change', change } });
    return id;
  }

  /** Take one's own last change back; whether there was one. */
  undo() {
    return this.takeBack(undoable(this.state).undo);
  }

  redo() {
    return this.takeBack(undoable(this.state).redo);
  }

  takeBack(of) {
    if (!of) return false;
    const id = newId('c-');
    this.take({ type: 'local', id, at: this.now(), message: { type: 'undo', id, of } });
    return true;
  }

  /** Tell the others what is selected here, and which `field` of it is in hand; undefined leaves that as it is. */
  select(id, field) {
    const next = field === undefined ? (id === this.selected ? this.field ?? null : null) : field;
    if (this.selected === id && (this.field ?? null) === next) return;
    this.selected = id;
    this.field = next;
    this.line.send({ type: 'select', id, property: next });
  }

  /** A question to the server that changes nothing here; whether it went out. Listeners hear the answer. */
  ask(message) {
    return this.line.send(message);
  }

  /** This screen draws, or proposes and sees. */
  role(draws) {
    if (this.draws === draws) return;
    this.draws = draws;
    this.line.send({ type: 'role', draws });
  }

  /** Open the drawing to all screens of the table, or not any more; whether it could be said. */
  openToAll(on) {
    return this.line.send({ type: 'open', on });
  }

  /** Agree with a link's sentence ('yes'), do not ('no'), or take that back (null); waits where there is no line. */
  agree(of, value) {
    if (!this.state.by) return;
    const id = newId('a-');
    this.take({ type: 'local', id, at: this.now(), message: { type: 'agree', id, of, value } });
  }

  /** Write a word of the table's: {id, session, kind, slot, about, text}. Waits where there is no line. */
  write(word, { over } = {}) {
    if (!this.state.by) return;
    const id = newId('w-');
    this.take({ type: 'local', id, at: this.now(), message: { type: 'write', id, word: { ...word, rev: over ?? revOf(this.state, word.id) } } });
  }

  /** "Mine stays": write one's own text over what somebody else wrote in between. */
  overwrite(key) {
    const entry = this.state.tray.find((t) => t.key === key);
    this.dismiss(key);
    if (entry) this.write(entry.message.word, { over: this.state.words.get(entry.message.word.id)?.rev ?? entry.theirs?.rev });
  }

  /** A refused message once more, as a new change that has seen everything so far. */
  retry(key) {
    const entry = this.state.tray.find((t) => t.key === key);
    const change = entry?.message?.change;
    this.dismiss(key);
    if (!change) return;
    const { v, id, by, base, op, ...body } = change;
    this.change(op, body);
  }

  /** "This one stays": write one's own value of a conflict over the other. */
  insist(key, refusal) {
    this.change('set', { of: refusal.id, values: { [refusal.property]: refusal.yours } });
    this.settle(key, refusal);
  }

  /** "The other one stays". */
  settle(key, { id, property }) {
    this.take({ type: 'settle', key, id, property });
  }

  dismiss(key) {
    this.take({ type: 'dismiss', key });
  }
}
