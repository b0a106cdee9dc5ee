// What this screen knows: the map as the server confirmed it, and its own unanswered messages on top.
// A pure reducer: reduce(state, event) gives the next state. Events are the server's messages and our own acts.
import { opinionsIn, ownProposals, refusedQuietly } from './opinions.js';
import { named, shown } from './optimistic.js';
import { afterRefusal, seenBy, withoutEarlier } from './words.js';

const EMPTY = { actors: new Map(), links: new Map(), frame: {} };

/** The state before the first word from the server. */
export function start({ pending = [], tray = [] } = {}) {
  return {
    ready: false, ended: false, gap: false, seq: 0, caughtUp: 0, boot: null, by: null, number: null, role: null,
    confirmed: EMPTY, pending, map: EMPTY, day: null, people: [], undo: [], redo: [], tray,
    table: { open: false }, opinions: new Map(), proposed: ownProposals(pending.map((p) => p.message.change)),
    words: new Map(), doubles: [], hand: null, read: false,
  };
}

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
/** While the screens are covered there is no map here either, not even of one's own that waits. */
const withMap = (state) => ({ ...state, map: state.day?.hidden ? EMPTY : shown(state.confirmed, state.pending) });
const without = (pending, id) => (pending.some((p) => p.id === id) ? pending.filter((p) => p.id !== id) : pending);
const whole = (snapshot) => ({ actors: byId(snapshot.actors), links: byId(snapshot.links), frame: snapshot.frame ?? {} });

function put(table, rows, dropped) {
  if (!rows.length && !dropped.length) return table;
  const out = new Map(table);
  for (const id of dropped) out.delete(id);
  for (const row of rows) out.set(row.id, row);
  return out;
}

function welcome(state, message) {
  const { seq, boot, by, number, role, snapshot, hand = null, read = false, day = null, people = [], undo = [], redo = [], table = { open: false } } = message;
  return withMap({
    ...state, ready: true, gap: false, boot, by, number, role, day, people, undo, redo, caughtUp: seq,
    seq: snapshot ? seq : state.seq, confirmed: snapshot ? whole(snapshot) : state.confirmed,
    table, hand, read, ...saidIn(state, message),
  });
}

/** What comes beside a whole map: opinions, own proposals, the table's words. */
const saidIn = (state, message) => ({
  opinions: opinionsIn(message), proposed: new Set([...state.proposed, ...(message.proposed ?? [])]), words: byId(message.words ?? []),
});

/** A word was written; one without a text was taken out, and its number stays. */
const written = (words, word) => new Map(words).set(word.id, word);

function effects(state, message) {
  if (message.seq <= state.seq) return { ...state, ...answered(state, message.change) };
  if (message.seq > state.seq + 1 && message.seq > state.caughtUp) return { ...state, gap: true };
  const { put: puts, drop, frame } = message;
  const { actors, links } = state.confirmed;
  const confirmed = {
    actors: put(actors, puts.actors, drop.actors),
    links: put(links, puts.links, drop.links),
    frame: frame ?? state.confirmed.frame,
  };
  const mine = state.pending.find((p) => p.id === message.change);
  const next = { ...state, seq: message.seq, confirmed, pending: without(state.pending, message.change), ...noted(state, mine) };
  return withMap(message.partial?.length ? { ...next, tray: [...state.tray, refusedEntry(message, message.partial, mine)] } : next);
}

/** What can be taken back after an own message was stored; the server's `history`, which follows, says the same. */
function noted({ undo, redo }, mine) {
  if (!mine || undo.includes(mine.id) || redo.includes(mine.id)) return {};
  const { type, of } = mine.message, but = (ids) => ids.filter((id) => id !== of);
  if (type === 'change') return { undo: [mine.id, ...undo], redo: [] };
  return redo.includes(of) ? { undo: [mine.id, ...undo], redo: but(redo) } : { undo: but(undo), redo: [mine.id, ...redo] };
}

const answered = (state, id) => {
  const pending = without(state.pending, id);
  return pending === state.pending ? {} : withMap({ ...state, pending });
};

/** An entry of the tray: what was refused, why, and the message itself, so that it can be tried again. */
function refusedEntry({ change, reason = 'conflict', message = '' }, refusals, mine) {
  return { key: change, reason, text: message, refusals: refusals ?? [], message: mine?.message ?? null, was: mine?.was ?? {} };
}

const LATER = new Set(['too_fast', 'expired', 'covered', 'apart']); // the server will take it in a moment, when the cover goes, or on the other map

function refused(state, message) {
  if (LATER.has(message.reason)) {
    return { ...state, pending: state.pending.map((p) => (p.id === message.change ? { ...p, sent: false } : p)) };
  }
  const mine = state.pending.find((p) => p.id === message.change);
  if (!mine) return state;
  if (refusedQuietly(mine)) return { ...state, pending: without(state.pending, mine.id) };
  if (mine.message.type === 'write') return unwritten(state, mine, message);
  const entry = refusedEntry(message, message.refusals, mine);
  return withMap({ ...state, pending: without(state.pending, message.change), tray: [...state.tray, entry] });
}

/** A writing was refused: both texts go into the tray where somebody else's came before, and theirs stands. */
function unwritten(state, mine, { reason, message, theirs }) {
  const pending = without(state.pending, mine.id), { what, word } = afterRefusal(mine, theirs);
  const next = { ...state, pending, words: theirs ? written(state.words, theirs) : state.words };
  if (what === 'nothing') return next;
  if (what === 'again') {
    const again = { ...mine.message, word: { ...word, rev: theirs.rev } };
    return { ...next, pending: state.pending.map((p) => (p.id === mine.id ? { ...p, sent: false, message: again, was: { word: theirs } } : p)) };
  }
  const others = state.tray.filter((entry) => entry.message?.word?.id !== word.id);
  return { ...next, tray: [...others, { key: mine.id, reason, text: message, refusals: [], message: { ...mine.message, word }, was: {}, theirs: theirs ?? null }] };
}

/** Own act: a message to send. An undo of what was never sent takes both away. */
function local(state, { id, message, at }) {
  if (state.pending.some((p) => p.id === id)) return state;
  if (message.type === 'undo') {
    const before = state.pending.find((p) => p.id === message.of);
    if (before && !before.sent) return withMap({ ...state, pending: without(state.pending, before.id) });
  }
  const last = state.pending.at(-1);
  const joined = last && !last.tried ? joinedWith(last.message, message) : null;
  if (joined) return withMap({ ...state, pending: [...state.pending.slice(0, -1), { ...last, message: joined }] });
  const was = message.type === 'change' ? namesOf(state.map, message.change) : message.type === 'write' ? { word: seenBy(state, message.word) } : {};
  const proposed = ownProposals([message.change], state.proposed);
  return withMap({ ...state, proposed, pending: [...pendingWithout(state.pending, message), { id, message, at, sent: false, was }] });
}

/** Of what never left: an earlier opinion on the same link or writing of the same word goes, the last one counts. */
function pendingWithout(pending, message) {
  const { type, of } = message;
  if (type === 'write') return withoutEarlier(pending, message);
  if (type !== 'agree') return pending;
  return pending.filter((p) => p.message.type !== 'agree' || p.message.of !== of || p.sent);
}

/** A later value for the same properties of the same thing, put into the message that never left; null otherwise. */
function joinedWith(before, message) {
  const a = before.change, b = message.change;
  if (!a || !b || a.op !== b.op) return null;
  const same = (x, y) => Object.keys(x).sort().join() === Object.keys(y).sort().join();
  if (a.op === 'set' && a.of === b.of && same(a.values, b.values)) return { ...before, change: { ...a, values: b.values } };
  if (a.op === 'move' && a.pinned === b.pinned && same(a.places, b.places)) return { ...before, change: { ...a, places: b.places } };
  return null;
}

/** Names of what a change speaks of, kept with it: when it is refused, the thing itself may be gone. */
function namesOf(map, change) {
  const out = {};
  for (const id of named(change)) {
    const link = map.links.get(id) ?? (change.link?.id === id ? change.link : null);
    for (const actor of link ? [link.source, link.target] : [id]) {
      const there = map.actors.get(actor) ?? (change.actor?.id === actor ? change.actor : null);
      if (there) out[actor] = { name: there.name, names: there.names };
    }
    if (link) out[id] = { kind: link.kind, source: link.source, target: link.target };
  }
  return out;
}

function settled(entry, { key, id, property }) {
  if (entry.key !== key) return entry;
  const refusals = entry.refusals.filter((r) => r.id !== id || r.property !== property);
  return refusals.length ? { ...entry, refusals } : null;
}

/** The next state. Unknown events leave it as it is. */
export function reduce(state, event) {
  switch (event.type) {
    case 'welcome':
      return welcome(state, event);
    case 'effects':
      return effects(state, event);
    case 'done':
      return { ...state, ...answered(state, event.change) };
    case 'refused':
      return refused(state, event);
    case 'history':
      return { ...state, undo: event.undo, redo: event.redo };
    case 'snapshot':
      return withMap({ ...state, seq: event.seq, confirmed: whole(event.snapshot), ...saidIn(state, event) });
    case 'people':
      return { ...state, people: event.people };
    case 'table':
      return { ...state, table: { open: event.open } };
    case 'word':
      return { ...state, words: written(state.words, event.word) };
    case 'hand':
      return { ...state, hand: event.since };
    case 'read_back':
      return { ...state, read: event.done };
    case 'doubles':
      return { ...state, doubles: event.pairs };
    case 'opinions':
      return { ...state, opinions: new Map(state.opinions).set(event.of, event) };
    case 'day': {
      const next = { ...state, day: event.day };
      return Boolean(event.day?.hidden) === Boolean(state.day?.hidden) ? next : withMap(next);
    }
    case 'ended':
      return { ...state, ended: true };
    case 'local':
      return local(state, event);
    case 'sent':
      return { ...state, pending: state.pending.map((p) => (p.id === event.id ? { ...p, sent: true, tried: true } : p)) };
    case 'cut': // the line is down: what was not answered is to be sent again
      return { ...state, pending: state.pending.map((p) => (p.sent ? { ...p, sent: false, tried: true } : p)) };
    case 'dismiss':
      return { ...state, tray: state.tray.filter((entry) => entry.key !== event.key) };
    case 'settle': // one conflict of an entry is decided; the entry goes with its last one
      return { ...state, tray: state.tray.map((entry) => settled(entry, event)).filter((entry) => entry !== null) };
    default:
      return state;
  }
}

/** Ids of actors and links with something of ours on the way. */
export function pendingIds(state) {
  const ids = new Set();
  for (const { message } of state.pending) {
    if (message.type === 'change') for (const id of named(message.change)) ids.add(id);
  }
  return ids;
}

/** What undo and redo would take now: an own change on the way first, then the server's lists; null for nothing. */
export function undoable(state) {
  const pending = state.pending;
  const undone = new Set(pending.filter((p) => p.message.type === 'undo').map((p) => p.message.of));
  const own = pending.filter((p) => p.message.type === 'change' && !undone.has(p.id)).at(-1);
  const redo = state.redo.find((id) => !undone.has(id)) ?? null;
  return { undo: own?.id ?? state.undo.find((id) => !undone.has(id)) ?? null, redo };
}
