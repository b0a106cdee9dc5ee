/** What a browser keeps for a site, in memory. */
export class Storage {
  rows = new Map();
  get length() { return this.rows.size; }
  key(i) { return [...this.rows.keys()][i] ?? null; }
  getItem(key) { return this.rows.get(key) ?? null; }
  setItem(key, value) { this.rows.set(key, value); }
  removeItem(key) { this.rows.delete(key); }
}
