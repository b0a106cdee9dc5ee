/** Timers that run when told to. */
export class Clock {
  now = 0; rows = new Map(); next = 1;
  setTimeout = (call, ms) => (this.rows.set(this.next, { at: this.now + ms, call }), this.next++);
  setInterval = (call, ms) => (this.rows.set(this.next, { at: this.now + ms, call, every: ms }), this.next++);
  clearTimeout = (id) => this.rows.delete(id);
  clearInterval = (id) => this.rows.delete(id);
  pass(ms) {
    const end = this.now + ms;
    for (;;) {
      const due = [...this.rows].filter(([, r]) => r.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      const [id, row] = due;
      this.now = row.at;
      if (row.every) row.at += row.every; else this.rows.delete(id);
      row.call();
    }
    this.now = end;
  }
}
