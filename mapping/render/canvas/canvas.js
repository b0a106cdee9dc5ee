// The component: one live map per element. Called again with the same element when its data or the theme changes.
import { addresses, catalogueOf, styles, vis, vocabularyOf, wordsOf } from './assets.js';
import { Changed } from './changed.js';
import { Client } from './client/client.js';
import { el } from './dom.js';
import { Catalogue } from './names.js';
import { Room } from './room.js';
import { themeAt } from './theme.js';
import { translator } from './words.js';

const mounted = new WeakMap(); // element -> Promise of a mount

export default function canvas({ data, parentElement, setTriggerValue }) {
  let mount = mounted.get(parentElement);
  if (!mount) {
    mount = new Mount(parentElement);
    mounted.set(parentElement, mount);
  }
  mount.tell = setTriggerValue;
  mount.take(data);
  return () => setTimeout(() => {
    if (parentElement.isConnected) return; // called again, not taken away
    mount.close();
    mounted.delete(parentElement);
  });
}

class Mount {
  constructor(parent) {
    this.parent = parent;
    this.root = el('div', { class: 'sector-map', test: 'canvas' });
    parent.append(this.root);
    this.turn = Promise.resolve();
  }

  /** New data: what it changes is changed, one after the other. */
  take(data) {
    this.data = data;
    this.turn = this.turn.then(() => this.apply(data)).catch((error) => {
      console.error(error);
      this.again = setTimeout(() => this.take(this.data), 3000);
    });
  }

  async apply(data) {
    if (this.closed || data !== this.data) return;
    const at = addresses(data.assets), theme = data.projector ? 'light' : themeAt(this.parent);
    const catalogue = catalogueOf(at, data.projector ? null : data.scenario); // asked for beside the others; the room's screen searches nothing
    const [vocabulary, words] = await Promise.all([
      vocabularyOf(at), data.words ?? wordsOf(at, data.language), styles(at, this.parent), vis(at),
    ]);
    if (this.closed) return;
    const t = translator(words, data.language);
    if (this.room && this.key !== keyOf(data)) this.end(); // another map or another role: begin anew
    if (this.room) {
      this.client.line.token = data.token ?? this.client.line.token;
      this.room.update({ t, theme, data });
    } else await this.begin(data, { vocabulary, catalogue, t, theme });
    this.boots?.seen(data.run);
  }

  async begin(data, { vocabulary, catalogue: asked, t, theme }) {
    this.key = keyOf(data);
    const { persons, ...written } = await asked;
    const catalogue = new Catalogue(written);
    if (this.closed) return;
    this.client = new Client({ map: data.map, seat: data.seat, token: data.token, own: data.own, draws: data.view !== 'see' });
    this.room = new Room(this.root, { client: this.client, vocabulary, catalogue, persons, t, theme, data, tell: (name, value) => this.tell(name, value) });
    this.root.sectorMap = this.client;
    this.client.room = this.room;
    this.changed = new Changed((name, value) => this.tell(name, value));
    this.boots = this.changed.boots;
    this.client.listen((state, before, event) => this.changed.take(state, before, event));
    this.client.open();
  }

  end() {
    this.changed?.close();
    this.room?.destroy();
    this.client?.close();
    this.room = this.client = this.changed = this.boots = null;
    this.root.replaceChildren();
  }

  close() {
    this.closed = true;
    clearTimeout(this.again);
    this.end();
    this.root.remove();
  }
}

const keyOf = ({ map, seat, mode, scenario }) => JSON.stringify([map, seat, mode, scenario]);
