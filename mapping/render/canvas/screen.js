// The map on the screen of a room: gives the view what has changed, and what a person does on it to the room.
import { disagreed } from './client/opinions.js';
import { difference } from './client/optimistic.js';
import { MapView } from './view/map_view.js';

const ROOM_TEXT = 36; // px of names on a projector: read from the back row
const PHONE_TEXT = 12; // px on a phone: fewer names, but read at arm's length
const PHONE_INSET = { top: 24, right: 10, bottom: 62, left: 10 }; // its tools stand over the map's foot
const SAYINGS = 76; // px at the foot of a laptop's map, where the status and the others' last act are said

const byId = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

/** Whether influence is spoken of on this map, so that actors nobody rated say so. */
export const asksInfluence = ({ day, map }) =>
  Boolean(day?.ask?.includes('influence')) || [...map.actors.values()].some((actor) => actor.influence != null);

export class MapScreen {
  constructor(room) {
    const { vocabulary, t, root, edits, data, mapNode } = room;
    this.room = room;
    this.seen = this.marked = this.present = null;
    this.against = '';
    this.view = new MapView(mapNode, {
      vocabulary, language: t.language, t, mode: edits ? 'edit' : 'read', theme: root.dataset.theme, ...(data.projector ? { leastText: ROOM_TEXT } : root.classList.contains('phone') ? { leastText: PHONE_TEXT, inset: PHONE_INSET } : { inset: { bottom: SAYINGS } }),
    });
    this.view.on('outside', (n) => (data.projector && n ? setTimeout(() => this.view.fit()) : room.tellOutside?.(n))); // nobody moves a projector's map by hand
    this.view.on('unnamed', (n) => room.tellUnnamed?.(n));
    if (!data.projector) this.view.on('select', (id) => room.covered || room.select(id));
    if (!edits) return;
    this.view.linkKind = room.variant ?? room.button?.kinds[0] ?? null;
    this.view.on('background', () => !room.showMap && matchMedia('(pointer: fine)').matches && room.home()); // nothing is selected: keys write
    this.view.on('move', (places) => (this.view.head([]), room.editor.move(places, { pinned: true })));
    this.view.on('link', ({ source, target }) => room.acts.link(source, target));
    this.view.on('pull', (id) => room.acts.pulls(id));
  }

  /** Bring the view up to a state; `waiting` are the ids that are not stored yet. */
  show(state, waiting) {
    if (state.day?.hidden) return this.empty();
    const { view, room } = this, { map, people } = state, unrated = asksInfluence(state);
    if (view.showUnrated !== unrated) view.showUnrated = unrated;
    if (this.drafts !== room.drafts.rows) view.drafts((this.drafts = room.drafts.rows)); // before links go: what is selected may be one of them
    if (!this.seen) this.begin(map);
    else if (this.seen !== map) {
      const { puts, drops } = difference(this.seen, map);
      view.patch({ actors: byId(puts.actors), links: byId(puts.links) }, drops);
    }
    this.seen = map;
    this.look(map);
    const no = disagreed(state), against = [...no].join();
    if (against !== this.against) {
      this.against = against;
      view.disagreed(no);
    }
    const marks = [...waiting].join();
    if (marks !== this.marked) {
      this.marked = marks;
      view.pending(waiting);
    }
    if (people !== this.present && !room.data.projector) {
      this.present = people;
      view.presence(people.filter((person) => person.seat !== room.data.seat));
    }
  }

  /** Look through the room's lens; again when the map, what is selected or the lens is another one. */
  look(map) {
    const { room } = this, key = [map, room.lens.on && room.selected, room.lens.key];
    if (this.looked?.every((was, i) => was === key[i])) return;
    this.looked = key;
    const part = room.lens.of(map, room.vocabulary, room.selected);
    room.part = part;
    if (part || this.view.part) this.view.lens(part);
  }

  /** Nothing is drawn while the screens are covered; what is selected and where one looks stays for afterwards. */
  empty() {
    if (!this.seen) return;
    this.view.drafts(new Map());
    this.view.show({ actors: {}, links: {} });
    this.view.presence([]);
    this.seen = this.drafts = this.marked = this.present = this.looked = null;
    this.returns = true;
  }

  begin(map) {
    const { view, room } = this;
    view.show({ actors: Object.fromEntries(map.actors), links: Object.fromEntries(map.links) }, { fit: !this.returns });
    if (room.data.highlight) view.highlight(room.data.highlight);
    if (room.selected) view.select(room.selected);
  }

  close() {
    this.view.destroy();
  }
}
