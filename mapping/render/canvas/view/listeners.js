// Listeners by the name of what happened.

/** Who listens to what. */
export class Listeners {
  constructor() {
    this.lists = new Map();
  }

  /** Listen; returns a function that stops listening. */
  on(name, listener) {
    if (!this.lists.has(name)) this.lists.set(name, new Set());
    this.lists.get(name).add(listener);
    return () => this.lists.get(name).delete(listener);
  }

  tell(name, value) {
    for (const listener of this.lists.get(name) || []) listener(value);
  }
}
