// The map view: what the rest of the canvas sees of it. vis moves and pans, this decides, the painter draws.
import { boxesOf } from './boxes.js';
import { Camera } from './camera.js';
import { change } from './contents.js';
import { countsOf } from './counts.js';
import { Drawing } from './drawing.js';
import { Gestures } from './gestures.js';
import { Glide } from './glide.js';
import { RimHandle } from './handle.js';
import { thingAt } from './hit.js';
import { drawnIn } from './lens.js';
import { setHeading } from './headings.js';
import { Listeners } from './listeners.js';
import { CROWDED, Motion } from './motion.js';
import { newcomers } from './newcomers.js';
import { apart, placeIn } from './places.js';
import { nameOf } from './scene.js';
import { arrangedBy, seatNewcomers, tidied } from './seats.js';
import { Stage } from './stage.js';
import { PLAIN, seenAt, storedAt } from './stretch.js';
import { Surface } from './surface.js';
import { Upkeep } from './upkeep.js';

/** A map on a canvas inside `container`. Says select, link, move, background, hover, selection, outside, unnamed.

Work is put off until the next frame, or until somebody asks for what depends on it: `ready()` does it now. */
export class MapView {
  constructor(container, { vocabulary, language = 'en', t, mode = 'edit', theme = 'light', inset = {}, leastText = 11 }) {
    Object.assign(this, { container, vocabulary, t, mode, leastText });
    this.lang = language;
    this.inset = { top: 24, right: 24, bottom: 48, left: 24, ...inset };
    this.linkKind = null;
    this.linkMissing = false; // the next link is one that is needed
    this.unrated = false;
    this.map = { actors: {}, links: {} }; // actors at the places where they are seen
    this.stretched = PLAIN; // how far they are seen apart of what is stored
    this.words = { missing: '', not_sent: '', not_rated: '' };
    this.waiting = new Set();
    this.draftLinks = new Map();
    this.against = new Set();
    this.part = null;
    this.state = { selected: null, many: new Set(), highlight: null, presence: [], hovered: null };
    this.upkeep = new Upkeep(this);
    this.listeners = new Listeners();
    this.drawing = new Drawing();
    this.gestures = new Gestures(this);
    this.camera = new Camera(this);
    this.motion = new Motion(() => this.redraw());
    this.glide = new Glide(this);
    container.dataset.theme = theme;
    this.stage = new Stage(container, mode === 'edit', {
      draw: (ctx) => this.behind || (this.upkeep.ready(true), this.surface?.draw(ctx), this.camera.look()),
      tap: (at, event) => this.gestures.tap(at, event),
      drag: (ids, begins) => this.gestures.drag(ids, begins),
      dragged: () => this.gestures.dragged(),
      zoomed: () => this.camera.zoomed(),
      resized: (first) => first && this.fit(),
    });
    this.stage.canvas.setAttribute('role', 'img');
    this.handle = new RimHandle(this);
    this.surface = new Surface(this, () => this.rebuild());
    this.theme(theme);
  }

  /** Listen; returns a function that stops it. */
  on(name, listener) {
    return this.listeners.on(name, listener);
  }

  tell(name, value) {
    this.listeners.tell(name, value);
  }

  get edits() {
    return this.mode === 'edit';
  }

  /** Show a map; replaces everything. Actors without a place get one, without a word to anybody. */
  show({ actors, links }, { fit: fits = false } = {}) {
    this.stage.drop(Object.keys(this.map.actors).filter((id) => !actors[id]));
    this.map = { actors: this.seen(actors), links: { ...links } };
    this.counted = null;
    seatNewcomers(this.map, this.vocabulary, this.stage.size);
    this.stage.put(Object.values(this.map.actors));
    if (fits) this.drawing.placed = { names: new Map(), badges: new Map() };
    this.unselectLost();
    this.rebuild();
    if (fits) this.fit();
  }

  /** Apply puts and drops; nobody else moves. */
  patch(puts = {}, drops = {}) {
    const { held } = this.gestures, { links, actors, moved } = change(this.map, puts.actors ? { ...puts, actors: this.seen(puts.actors) } : puts, drops);
    this.stage.drop(drops.actors || []);
    const newcomers = new Set(actors);
    if (this.drawing.headings.length && moved.some((id) => !newcomers.has(id))) this.head([]); // what they say holds no more
    if (moved.length > 2) this.glide.leave(moved);
    const ids = (of) => Object.keys(puts[of] ?? {});
    if (ids('actors').some((id) => this.map.actors[id].x == null)) seatNewcomers(this.map, this.vocabulary, this.stage.size);
    if (moved.length) this.stage.put(moved.filter((id) => !held.has(id)).map((id) => this.map.actors[id]));
    this.unselectLost();
    this.motion.arrive(links, actors, this.moves, this.state.selected);
    this.counted = null;
    this.upkeep.touch([...ids('actors'), ...ids('links'), ...(drops.actors ?? []), ...(drops.links ?? [])]);
  }

  /** Actors {id: actor} at the places where they are seen here. */
  seen(actors) {
    const by = this.stretched;
    return Object.fromEntries(Object.entries(actors).map(([id, actor]) => [id, seenAt(actor, by)]));
  }

  /** What is to be stored of places {id: {x, y, …}} as they are seen here. */
  stored(places) {
    const by = this.stretched;
    return by === PLAIN ? places : Object.fromEntries(Object.entries(places).map(([id, at]) => [id, storedAt(at, by)]));
  }

  /** The map with the places that are stored. */
  get storedMap() {
    return this.stretched === PLAIN ? this.map : { actors: this.stored(this.map.actors), links: this.map.links };
  }

  /** See the actors further apart, or as they are stored; nothing is told to anybody. */
  stretch(by) {
    if (by.x === this.stretched.x && by.y === this.stretched.y) return;
    const { actors } = this.storedMap, { held } = this.gestures;
    this.stretched = by;
    this.map.actors = this.seen(actors);
    this.stage.put(Object.values(this.map.actors).filter(({ id }) => this.stage.placeOf(id) && !held.has(id)));
    this.upkeep.items = true;
    this.upkeep.made();
  }

  /** Whether a new link grows: on a crowded map every frame of it would be felt, and it carries the marker instead. */
  get moves() {
    return Boolean(this.surface.palette?.moves) && this.drawing.actors.size <= CROWDED;
  }

  /** Items, paths and places are to be made anew. */
  rebuild() {
    this.upkeep.items = true;
    this.redraw();
  }

  /** Names and badges are to be placed anew. */
  replace() {
    this.drawing.changed();
    this.upkeep.places = true;
    this.redraw();
  }

  /** Something else must be readable now. */
  raise() {
    this.drawing.raise();
    this.upkeep.places = true;
    this.redraw();
  }

  /** Do now what was put off. */
  ready() {
    this.upkeep.ready();
  }

  /** Paths and places for the scale in force. */
  lay() {
    this.upkeep.lay();
    this.redraw();
  }

  redraw() {
    if (!this.gone && !this.behind) this.stage.redraw();
  }

  /** Paint now, not with the next frame, what is to be painted anew. */
  paint() {
    if (!this.gone && !this.behind && this.stage.asked) this.stage.paint();
  }

  /** Something lies over the whole map, or no longer: what nobody sees is not drawn. */
  cover(on) {
    this.behind = on;
    this.stage.cover(on, (first) => first && this.fit());
    if (!on) this.camera.include([]);
    this.redraw();
  }

  /** The id of what is at a map point. */
  at(x, y, reach) {
    this.ready();
    return thingAt(this.drawing, x, y, reach);
  }

  /** Mark an actor or link as selected, or nothing; without telling anybody. */
  select(id) {
    if (!id || this.map.actors[id]) this.handle.ready = null; // somebody goes on from elsewhere
    if (id) this.motion.yield();
    this.state.selected = id ?? null;
    this.state.many = new Set();
    this.stage.network.selectNodes(this.stage.placeOf(id) ? [id] : []);
    this.raise();
  }

  /** Select and say so. */
  choose(id) {
    this.select(id);
    this.tell('select', id ?? null);
  }

  unselectLost() {
    const { selected } = this.state;
    if (selected && !this.map.actors[selected] && !this.map.links[selected] && !this.draftLinks.has(selected)) this.choose(null);
  }

  /** Raise what a finding names: {actors, links}; null ends it. */
  highlight(named) {
    this.state.highlight = named;
    if (this.part?.hides) this.lens(this.part);
    else this.replace();
  }

  /** Look at a part only: {actors, links, hides}, sets of ids; the rest is pale, or not drawn. null: at everything. */
  lens(part) {
    const was = this.part;
    this.part = part;
    if (was?.hides || part?.hides) {
      const drawn = drawnIn(part, this.state.highlight, this.map.links), all = Object.values(this.map.actors);
      this.stage.drop(all.filter(({ id }) => !drawn(id)).map(({ id }) => id));
      this.stage.put(all.filter(({ id }) => drawn(id) && !this.gestures.held.has(id)));
    }
    this.rebuild();
  }

  /** Ids not yet stored: drawn with a dashed badge or ring. */
  pending(ids) {
    const was = this.waiting;
    this.waiting = new Set(ids);
    this.upkeep.touch([...was, ...this.waiting].filter((id) => !(was.has(id) && this.waiting.has(id))));
  }

  /** Links of this screen only, id -> link: drawn dashed, in no count. */
  drafts(links) {
    const was = this.draftLinks;
    this.draftLinks = links;
    this.upkeep.touch([...was.keys(), ...links.keys()]);
  }

  /** Ids of links that somebody at the table does not agree with: a small sign beside the badge. */
  disagreed(ids) {
    const was = this.against;
    this.against = ids;
    this.upkeep.touch([...was, ...ids]);
  }

  /** Who else is here: [{seat, number, selected}]. */
  presence(list) {
    this.state.presence = list;
    this.redraw();
  }

  /** What is drawn, for the legend. */
  counts() {
    return (this.counted ??= countsOf(this.map.actors, this.map.links, this.vocabulary));
  }

  /** Whether actors that nobody rated say so. */
  get showUnrated() {
    return this.unrated;
  }

  set showUnrated(value) {
    this.unrated = Boolean(value);
    this.rebuild();
  }

  /** Show everything, or `only` these actors, as large as it goes, up to a little over its natural size. */
  fit(only = null) {
    this.camera.fit(only);
  }

  /** These actors have just been added here: they are to be in sight, and nobody moves for it. */
  include(ids) {
    this.camera.include(ids);
  }

  zoomBy(factor) {
    this.camera.zoomBy(factor);
  }

  /** Bring an actor or link to the middle, readable; nothing moves where it is in sight, unless it is to be the middle `always`. */
  focus(id, always = false) {
    this.camera.focus(id, always);
  }

  /** How many actors stand outside of what is visible. */
  get outside() {
    return this.camera.outside;
  }

  /** A free place for a new actor, near the middle of what is visible: {x, y}. */
  place() {
    return storedAt(placeIn(this.camera.room, this.stage.scale, this.map), this.stretched);
  }

  /** Free places for actors that come in together, {id: {x, y}}: near those they are linked with. */
  places(actors, links) {
    const { map, stage, vocabulary } = this;
    return this.stored(newcomers(map, actors, links, { visible: this.camera.room, scale: stage.scale, vocabulary, size: stage.size }));
  }

  /** Free places near their own for actors that lie on others: {id: [x, y]}. */
  apart(ids) {
    return apart(ids, this.storedMap);
  }

  /** Where everybody would stand if the map were put in order, {id: [x, y]}: nobody is moved; who is pinned stays. */
  tidied() {
    return tidied(this.storedMap, this.vocabulary, this.stage.size);
  }

  /** The same in an arrangement (kind, level, ring, state): {places, heads: [{key, x, y}]}. */
  arranged(way) {
    return arrangedBy(way, this.storedMap, this.vocabulary, this.stage.size);
  }

  /** Write these headings on the map; they go when anybody is moved. */
  head(headings) {
    if (!headings.length && !this.drawing.headings.length) return;
    if (headings.length) this.stretch(PLAIN); // they stand where the arrangement has them
    this.drawing.headings = headings.map((heading) => setHeading(heading, (text) => this.surface.width(text, 15), heading.type ?? 1));
    this.replace();
  }

  /** Show everything once a map was put in order: whoever goes there is seen going. */
  follow(headings = []) {
    this.head(headings);
    this.replace();
    this.glide.through(() => this.fit());
  }

  /** Client points of an actor, for panels beside it and for tests: {centre, rim}; null for others. */
  pointsOf(id) {
    this.ready();
    const item = this.drawing.actors.get(id);
    if (!item) return null;
    const rest = this.handle.resting(id);
    return { centre: this.stage.client(item), rim: this.stage.client(this.handle.point(id, rest.angle)) };
  }

  /** Rectangles of the page where an actor or link is drawn: shape and name, or badge. */
  boxesOf(id) {
    this.ready();
    return boxesOf(this, id);
  }

  /** The name an actor is shown by. */
  nameOf(id) {
    return this.map.actors[id] ? nameOf(this.map.actors[id], this.lang) : '';
  }

  /** light or dark. */
  theme(name) {
    this.surface.theme(name);
  }

  /** Names and words in another language; `t` where the translator is another one. */
  language(name, t = this.t) {
    this.lang = name;
    this.t = t;
    this.rebuild();
  }

  destroy() {
    this.gone = true;
    this.camera.stop();
    this.motion.stop();
    this.upkeep.stop();
    this.glide.stop();
    this.handle.destroy();
    this.surface.destroy();
    this.stage.destroy();
  }
}
