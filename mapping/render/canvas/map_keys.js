// The map by keys: going from actor to actor and along links, moving, taking several together.
import { ARROWS, firstAndLast, linksAround, nearest, next } from './spatial.js';

const STEP = 20; // px of the map for one press
const REST_MS = 500; // after the last press the move is one change

export class MapKeys {
  constructor(room) {
    this.room = room;
    this.hub = null; // whose links one goes round
    this.places = {};
  }

  /** Whether keys mean the map: it has the focus, or nothing has. */
  get here() {
    const { root, mapNode } = this.room, at = root.getRootNode().activeElement;
    if (this.room.tables?.shown) return false;
    return at ? mapNode.contains(at) : [document.body, root.getRootNode().host, null].includes(document.activeElement);
  }

  /** The actors that are drawn, where they stand. */
  get actors() {
    const { view, part } = this.room, hides = part?.hides ? part.actors : null;
    return Object.values(view.map.actors).filter(({ id }) => !hides || hides.has(id));
  }

  get actor() {
    return this.room.view.map.actors[this.room.selected] ?? null;
  }

  get link() {
    const thing = this.room.thing(this.room.selected);
    return thing?.source ? thing : null;
  }

  /** Select, keep those that were taken together, and bring it into sight where it is not. */
  go(id) {
    const { room } = this, { view } = room;
    if (!id) return;
    this.settle();
    const many = view.state.many;
    room.select(id);
    if (many.size) this.take(many);
    const at = view.map.actors[id], { x0, y0, x1, y1 } = view.stage.visible;
    if (at && (at.x < x0 || at.x > x1 || at.y < y0 || at.y > y1)) view.focus(id);
  }

  arrow(key) {
    const { actor, link } = this, { view } = this.room, direction = ARROWS[key];
    if (link) return this.go(this.endTowards(link, direction));
    if (actor) return this.go(nearest(actor, direction, this.actors, actor.id));
    const { x0, y0, x1, y1 } = view.stage.visible, middle = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
    const closest = [...this.actors].sort((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y))[0];
    return this.go(closest?.id);
  }

  /** From a link to the end of it that lies in a direction. */
  endTowards({ source, target }, [dx, dy]) {
    const { actors } = this.room.view.map, a = actors[source], b = actors[target];
    return (b.x - a.x) * dx + (b.y - a.y) * dy > 0 ? target : source;
  }

  edge(key) {
    const [first, last] = firstAndLast(this.actors);
    this.go(key === 'Home' ? first : last);
  }

  /** The next link of the selected actor, or of the one whose links one goes round; clockwise. */
  round(by) {
    const { room, actor, link } = this, { map } = room.state;
    if (actor) this.hub = actor.id;
    else if (link && this.hub !== link.source && this.hub !== link.target) this.hub = link.source;
    if (map.actors.has(this.hub)) this.go(next(linksAround(this.hub, map.links, map.actors), link?.id, by));
  }

  /** Along the selected link to its other end. */
  across() {
    const { link } = this;
    if (link) this.go(link.source === this.hub ? link.target : link.source);
  }

  /** Move what is selected; drawn at once, told as one change when the hand rests. */
  move(key) {
    const { room } = this, { view } = room, [dx, dy] = ARROWS[key];
    const ids = view.state.many.size ? [...view.state.many] : this.actor ? [this.actor.id] : [];
    if (!ids.length || !room.acts.canEdit()) return;
    const actors = {}, stored = view.storedMap.actors;
    for (const id of ids.filter((one) => stored[one])) {
      const { x, y } = stored[id];
      this.places[id] = [Math.round(x + dx * STEP), Math.round(y + dy * STEP)];
      actors[id] = { ...stored[id], x: this.places[id][0], y: this.places[id][1] };
    }
    view.patch({ actors });
    if (view.state.many.size) view.stage.network.selectNodes([...view.state.many]);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), REST_MS);
  }

  /** Tell the move that is under way. */
  settle() {
    clearTimeout(this.resting);
    const places = this.places;
    this.places = {};
    if (Object.keys(places).length) this.room.view.tell('move', places);
  }

  /** Take the selected actor to those that move and go together, or out of them. */
  toggle() {
    const { actor, room } = this;
    if (!actor) return;
    const many = new Set(room.view.state.many);
    if (many.has(actor.id)) many.delete(actor.id);
    else many.add(actor.id);
    this.take(many);
    room.voice?.say(room.t.count('tables.taken', many.size));
  }

  take(many) {
    const { view } = this.room;
    view.state.many = new Set(many);
    view.stage.network.selectNodes(many.size ? [...many] : this.actor ? [this.actor.id] : []);
    view.redraw();
  }

  /** Remove what is selected; those that were taken together, as one change. */
  remove() {
    const { room } = this, many = [...(room.view.state.many ?? [])].filter((id) => room.state.map.actors.has(id));
    this.settle();
    if (many.length < 2) return room.selected && (room.drafts.has(room.selected) ? room.acts.dropDraft(room.selected) : room.acts.remove(room.selected));
    if (!room.acts.canEdit()) return undefined;
    room.client.change('batch', { label: 'remove', changes: many.map((of) => ({ op: 'remove', of })) });
    room.select(null);
    return room.status?.tell(room.t.count('tables.removed', many.length), { undo: true });
  }

  /** 0 to 5 for the selected actor, in a step that asks for it and has an objective. */
  get rates() {
    const { day, map } = this.room.state;
    return Boolean(this.actor && day?.ask?.includes('influence') && map.frame.question && map.frame.objective);
  }

  rate(key) {
    this.room.acts.say(this.actor.id, { influence: Number(key) });
  }

  close() {
    this.settle();
  }
}
