// Own unanswered messages and refusals, kept so that they survive a reload. One item of localStorage each: two
// tabs of one seat never overwrite each other, and sending a message twice counts once.

const PREFIX = 'sector-map';

/** The outbox of one seat on one map. Works without storage too (then nothing survives a reload). */
export class Outbox {
  constructor({ map, seat, storage = storageOfPage() }) {
    this.storage = storage;
    this.start = `${PREFIX}:${map}:${seat}:`;
    this.written = new Map(); // key -> the value written last
  }

  /** What an earlier visit left: {pending, tray}, oldest first. */
  load() {
    const rows = { p: [], t: [] };
    for (const key of this.keys()) {
      const part = key.slice(this.start.length);
      try {
        const row = JSON.parse(this.storage.getItem(key));
        rows[part[0]]?.push(row);
        this.written.set(key, JSON.stringify(row));
      } catch {
        this.storage.removeItem(key); // not ours, or cut short
      }
    }
    const pending = rows.p.filter((p) => p?.id && p.message).sort((a, b) => a.at - b.at);
    return { pending: pending.map((p) => ({ ...p, sent: false, tried: true })), tray: rows.t.filter((t) => t?.key) };
  }

  /** Write what is new, take away what was answered. */
  save({ pending, tray }) {
    const now = new Map();
    for (const p of pending) now.set(`${this.start}p:${p.id}`, JSON.stringify({ id: p.id, at: p.at, message: p.message, was: p.was }));
    for (const t of tray) now.set(`${this.start}t:${t.key}`, JSON.stringify(t));
    for (const key of this.written.keys()) if (!now.has(key)) this.attempt(() => this.storage.removeItem(key));
    for (const [key, value] of now) {
      if (this.written.get(key) !== value) this.attempt(() => this.storage.setItem(key, value));
    }
    this.written = now;
  }

  /** Changes that were meant for one's own map and never got there, now that the group's has taken it in: for this one. */
  adopt(map, seat) {
    const other = new Outbox({ map, seat, storage: this.storage }), { pending, tray } = this.load();
    const left = other.load().pending.filter((p) => ['change', 'write'].includes(p.message.type) && !pending.some((mine) => mine.id === p.id));
    if (left.length) this.save({ pending: [...pending, ...left].sort((a, b) => a.at - b.at), tray });
    other.clear();
  }

  /** Forget everything of this seat on this map: the workshop has ended. */
  clear() {
    for (const key of this.keys()) this.attempt(() => this.storage.removeItem(key));
    this.written.clear();
  }

  keys() {
    if (!this.storage) return [];
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)).filter((k) => k?.startsWith(this.start));
  }

  attempt(write) {
    try {
      if (this.storage) write();
    } catch {
      this.storage = null; // full or forbidden: go on in memory
    }
  }
}

function storageOfPage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
