// Drafts that a reload does not lose: one item of localStorage each, per seat and map, as with the outbox. Only this
// browser knows them; they go when they are saved, let go, or the workshop ends.
import { Drafts } from './grounds.js';

const PREFIX = 'sector-map:drafts';

export class KeptDrafts extends Drafts {
  constructor({ map, seat, storage = storageOfPage() }) {
    super();
    this.storage = storage;
    this.start = `${PREFIX}:${map}:${seat}:`;
    this.rows = new Map(this.left().map((link) => [link.id, link]));
  }

  put(link) {
    super.put(link);
    this.attempt((storage) => storage.setItem(this.start + link.id, JSON.stringify(link)));
  }

  drop(id) {
    super.drop(id);
    this.attempt((storage) => storage.removeItem(this.start + id));
  }

  /** Forget all of them, as nothing of an ended workshop stays behind. */
  clear() {
    for (const id of [...this.rows.keys()]) this.drop(id);
  }

  /** What an earlier visit left; what is broken is taken away. */
  left() {
    const rows = [];
    this.attempt((storage) => {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key?.startsWith(this.start));
      for (const key of keys) {
        const link = linkIn(storage.getItem(key));
        if (link && this.start + link.id === key) rows.push(link);
        else storage.removeItem(key);
      }
    });
    return rows;
  }

  attempt(act) {
    try {
      if (this.storage) act(this.storage);
    } catch {
      this.storage = null; // full or forbidden: kept until the page is left
    }
  }
}

function linkIn(text) {
  try {
    const link = JSON.parse(text);
    return link?.id && link.kind && link.source && link.target ? link : null;
  } catch {
    return null;
  }
}

function storageOfPage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
