// An invisible component: listens to one or several maps and tells the page's script when one has changed.
import { Changed, whoIsIn } from './changed.js';
import { Client } from './client/client.js';

const mounted = new WeakMap(); // element -> Watch

/** data: {seat, maps: [{map, token}], run, only_day}; triggers `changed` (the sum of the maps' numbers) and `boot`. */
export default function watch({ data, parentElement, setTriggerValue }) {
  let here = mounted.get(parentElement);
  if (!here) mounted.set(parentElement, (here = new Watch()));
  here.tell = setTriggerValue;
  here.take(data);
  return () => setTimeout(() => {
    if (parentElement.isConnected) return;
    here.close();
    mounted.delete(parentElement);
  });
}

class Watch {
  clients = new Map();
  here = new Map(); // map -> who is in its room
  changed = new Changed((name, value) => this.tell(name, value));

  take({ seat, maps, run, only_day: onlyDay }) {
    this.changed.onlyDay = Boolean(onlyDay);
    const wanted = new Map(maps.map((row) => [row.map, row.token]));
    for (const [map, client] of this.clients) {
      if (wanted.has(map)) client.line.token = wanted.get(map);
      else client.close(), this.clients.delete(map);
    }
    for (const [map, token] of wanted) {
      if (this.clients.has(map)) continue;
      const client = new Client({ map, seat, token, storage: null });
      client.listen((state, before, event) => this.hear(map, state, before, event));
      this.clients.set(map, client);
      client.open();
    }
    this.changed.boots.seen(run);
  }

  /** What has changed; and that the workshop is over: the page then shows nothing of it any more. */
  hear(map, state, before, event) {
    const now = this.sum(state, map);
    if (event.type === 'people' && !this.changed.onlyDay) this.count(map, whoIsIn(event), now.seq);
    if (event.type === 'ended' || (event.type === 'line' && event.name === 'ended')) this.changed.soon(now.seq);
    else this.changed.take(now, this.sum(before, map), event);
  }

  /** Somebody has come to a map, or gone: what the page says of who is here is said anew. */
  count(map, here, seq) {
    const before = this.here.get(map);
    this.here.set(map, here);
    if (before !== undefined && before !== here) this.changed.soon(seq);
  }

  /** A map's state with the sum of all maps' numbers, so that a change of any is a change. */
  sum(state, map) {
    let seq = state.seq;
    for (const [other, client] of this.clients) if (other !== map) seq += client.state.seq;
    return { ...state, seq };
  }

  close() {
    this.changed.close();
    for (const client of this.clients.values()) client.close();
  }
}
