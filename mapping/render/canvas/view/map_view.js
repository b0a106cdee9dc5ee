// The map view: what the rest of the canvas sees of it. vis moves and pans, this decides, the painter draws.
import { countsOf } from './counts.js';
import { Drawing } from './drawing.js';
import { RimHandle, drawHandle } from './handle.js';
import { thingAt } from './hit.js';
import { missingPlaces } from './layout.js';
import { Listeners } from './listeners.js';
import { Measure } from './measure.js';
import { Motion } from './motion.js';
import { litBy, paint } from './painter.js';
import { paletteAt, tokenOf } from './palette.js';
import { freePlace } from './places.js';
import { nameOf } from './scene.js';
import { Stage } from './stage.js';
import { summary } from './summary.js';
import { marginFor, roomSeen, scaleFor, sizesAt, viewOf } from './zoom.js';

const MOST_FIT = 1.15, SETTLE = 90; // largest scale of fit; ms after the last zoom step until names are placed anew

export class MapView {
  constructor(container, { vocabulary, language = 'en', t, mode = 'edit', theme = 'light', inset = {}, leastText = 11 }) {
    Object.assign(this, { container, vocabulary, t, mode, leastText });
    this.lang = language;
    this.inset = { top: 24, right: 24, bottom: 48, left: 24, ...inset };
    this.linkKind = null;
    this.unrated = false;
    this.map = { actors: {}, links: {} };
    this.waiting = new Set();
    this.listeners = new Listeners();
    this.drawing = new Drawing();
    this.measure = new Measure();
    this.state = { selected: null, many: new Set(), highlight: null, presence: [], hovered: null };
    container.dataset.theme = theme;
    this.motion = new Motion(() => this.redraw());
    this.stage = new Stage(container, mode === 'edit', {
      draw: (ctx) => this.draw(ctx),
      tap: (at, event) => this.tap(at, event),
      drag: (ids, begins) => this.drag(ids, begins),
      dragged: (ids) => this.dragged(ids),
      zoomed: () => this.zoomed(),
      resized: (first) => first && this.fit(),
    });
    this.stage.canvas.setAttribute('role', 'img');
    this.handle = new RimHandle(this);
    this.theme(theme);
    this.fonts = () => (this.measure.forget(), this.rebuild());
    document.fonts?.addEventListener('loadingdone', this.fonts);
    document.fonts?.ready.then(() => !this.gone && this.fonts());
  }

  /** Listen to select, link, move, background, hover, selection; returns a function that stops it. */
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
  show({ actors, links }, { fit = false } = {}) {
    this.stage.drop(Object.keys(this.map.actors));
    this.map = { actors: { ...actors }, links: { ...links } };
    this.seatNewcomers();
    this.stage.put(Object.values(this.map.actors));
    this.drawing.placed = { names: new Map(), badges: new Map() };
    this.rebuild(!fit);
    if (fit) this.fit();
  }

  /** Apply puts and drops; nobody else moves. */
  patch(puts = {}, drops = {}) {
    const { actors, links } = this.map;
    for (const id of drops.links || []) delete links[id];
    for (const id of drops.actors || []) delete actors[id];
    this.stage.drop(drops.actors || []);
    const come = { actors: [], links: [] };
    for (const [id, link] of Object.entries(puts.links || {})) {
      if (!links[id]) come.links.push(id);
      links[id] = link;
    }
    for (const [id, actor] of Object.entries(puts.actors || {})) {
      const before = actors[id];
      if (!before) come.actors.push(id);
      actors[id] = actor.x == null && before ? { ...actor, x: before.x, y: before.y } : actor;
    }
    this.seatNewcomers();
    const held = this.held || new Set();
    this.stage.put(Object.keys(puts.actors || {}).filter((id) => !held.has(id)).map((id) => actors[id]));
    if (this.state.selected && !actors[this.state.selected] && !links[this.state.selected]) this.choose(null);
    this.motion.arrive(come.links, come.actors, this.palette?.moves ?? false);
    this.rebuild();
  }

  /** Places for actors that have none yet; they are the view's own until a change brings others. */
  seatNewcomers() {
    const ties = Object.values(this.map.links).map(({ source, target, kind, practice }) => ({
      source, target, practice, family: this.vocabulary.link_kinds[kind]?.family,
    }));
    for (const actor of Object.values(this.map.actors)) {
      if (actor.part_of && this.map.actors[actor.part_of]) ties.push({ source: actor.part_of, target: actor.id, family: 'authority' });
    }
    const { w, h } = this.stage.size;
    const aspect = w && h ? Math.max(0.35, Math.min(1.9, (w - Math.min(260, w / 2)) / (h - 130))) : 1.15; // names stand at the sides
    for (const [id, [x, y]] of missingPlaces(Object.values(this.map.actors), ties, aspect)) {
      this.map.actors[id] = { ...this.map.actors[id], x, y };
    }
  }

  /** Make the drawing anew from the map, with the places that vis holds for what is being dragged. */
  rebuild(lays = true) {
    const word = (key) => this.t(`map_view.${key}`);
    this.words = { missing: word('missing'), not_sent: word('not_sent'), not_rated: word('not_rated') };
    const actors = { ...this.map.actors };
    for (const id of this.held || []) {
      const at = this.stage.placeOf(id);
      if (at && actors[id]) actors[id] = { ...actors[id], x: at.x, y: at.y };
    }
    this.drawing.build(actors, this.map.links, {
      vocabulary: this.vocabulary, language: this.lang, words: this.words, showUnrated: this.unrated, pending: this.waiting,
      measure: (text) => this.measure.width(text, 15, this.palette), measureSmall: (text) => this.measure.width(text, 13, this.palette),
    });
    if (lays) this.lay();
    this.stage.canvas.setAttribute('aria-label', summary(this.counts(), this.vocabulary, this.lang, this.t));
  }

  /** Paths and places for the scale in force. */
  lay() {
    const sizes = sizesAt(this.stage.scale, this.leastText);
    const { highlight, selected } = this.state;
    const raised = new Set([...(highlight?.actors || []), ...(highlight?.links || [])]);
    if (selected) raised.add(selected);
    this.drawing.lay(sizes, raised, this.sheet);
    this.stage.grip = { width: Math.max(36, 26 / this.stage.scale), height: Math.max(36, 26 / this.stage.scale) };
    this.redraw();
  }

  draw(ctx) {
    if (!this.palette && !this.theme(this.container.dataset.theme)) return;
    const { state, palette, drawing } = this, { scale } = this.stage;
    const started = performance.now();
    paint(ctx, palette, drawing, {
      ...state,
      lit: litBy(state.highlight, drawing.links),
      fresh: this.motion.fresh,
      grown: (id) => this.motion.grown(id),
      notSent: this.words?.not_sent ?? '',
      dark: this.container.dataset.theme === 'dark',
      scale,
    });
    const letter = this.letterOf(this.linkKind);
    const hue = (letter && palette.links[tokenOf(letter)]) || palette.ink;
    drawHandle(ctx, palette, this.handle, { hue, letter, scale, size: drawing.sizes.shape });
    this.drawn = performance.now() - started;
  }

  /** The family letter of what a drag means: a kind, a family, or "ov" for the oversight kinds. */
  letterOf(kind) {
    const { link_kinds, families } = this.vocabulary;
    return families[link_kinds[kind]?.family ?? (kind === 'ov' ? 'oversight' : kind)]?.letter ?? null;
  }

  redraw() {
    if (!this.gone) this.stage.redraw();
  }

  at(x, y, reach = 8 / this.stage.scale) {
    return thingAt(this.drawing, x, y, reach);
  }

  tap({ x, y }, event) {
    const finger = event?.pointerType === 'touch';
    const id = this.at(x, y, (finger ? 16 : 8) / this.stage.scale);
    if ((event?.ctrlKey || event?.metaKey || event?.shiftKey) && this.edits && this.map.actors[id]) return this.toggle(id);
    this.choose(id);
    if (!id) this.tell('background', { x: Math.round(x), y: Math.round(y) });
  }

  /** Select and say so. */
  choose(id) {
    this.select(id);
    this.tell('select', id);
  }

  toggle(id) {
    const many = new Set(this.state.many);
    if (this.map.actors[this.state.selected]) many.add(this.state.selected);
    if (many.has(id)) many.delete(id);
    else many.add(id);
    this.state.many = many;
    this.stage.network.selectNodes([...many]);
    this.tell('selection', [...many]);
    this.redraw();
  }

  hover(event, at, grasp) {
    const id = grasp ? grasp.id : this.at(at.x, at.y, 6 / this.stage.scale);
    const cursor = grasp ? 'crosshair' : !id ? 'default' : this.map.actors[id] && this.edits ? 'grab' : 'pointer';
    this.stage.canvas.style.cursor = cursor;
    if (id === this.state.hovered) return;
    this.state.hovered = id;
    this.tell('hover', id);
    this.redraw();
  }

  drag(ids, begins) {
    if (begins) this.held = new Set(ids.filter((id) => this.map.actors[id]));
    if (!this.held?.size) return;
    this.drawing.drag(new Map([...this.held].map((id) => [id, this.stage.placeOf(id)])));
  }

  dragged() {
    const held = this.held;
    this.held = null;
    if (!held?.size) return this.loosen();
    const places = {};
    for (const id of held) {
      const at = this.stage.placeOf(id);
      if (!at || !this.map.actors[id]) continue;
      places[id] = [Math.round(at.x), Math.round(at.y)];
      this.map.actors[id] = { ...this.map.actors[id], x: places[id][0], y: places[id][1] };
    }
    this.rebuild();
    if (Object.keys(places).length) this.tell('move', places);
  }

  /** Somebody looks elsewhere: names may leave the sheet that `fit` kept them in. */
  loosen() {
    if (!this.sheet) return;
    this.sheet = null;
    this.drawing.changed();
    this.lay();
  }

  zoomed() {
    clearTimeout(this.zooming);
    if (this.sheet) (this.sheet = null), this.drawing.changed();
    const sizes = sizesAt(this.stage.scale, this.leastText);
    if (sizes.key === this.drawing.sizes.key) return;
    if (this.drawing.kept.has(sizes.key) || this.drawing.actors.size <= 40) this.lay();
    else this.zooming = setTimeout(() => !this.gone && this.lay(), SETTLE);
  }

  /** Ids not yet stored: drawn with a dashed badge or ring. */
  pending(ids) {
    this.waiting = new Set(ids);
    this.rebuild();
  }

  /** Who else is here: [{seat, number, selected}]. */
  presence(list) {
    this.state.presence = list;
    this.redraw();
  }

  /** Mark an actor or link as selected, or nothing; without telling anybody. */
  select(id) {
    this.state.selected = id ?? null;
    this.state.many = new Set();
    this.stage.network.selectNodes(this.map.actors[id] ? [id] : []);
    this.drawing.changed();
    this.lay();
  }

  /** Raise what a finding names: {actors, links}; null ends it. */
  highlight(named) {
    this.state.highlight = named;
    this.drawing.changed();
    this.lay();
  }

  /** What is drawn, for the legend. */
  counts() {
    return countsOf(this.map.actors, this.map.links, this.vocabulary);
  }

  /** Whether actors that nobody rated say so. */
  get showUnrated() {
    return this.unrated;
  }

  set showUnrated(value) {
    this.unrated = Boolean(value);
    this.rebuild();
  }

  /** Show everything, as large as it goes, up to a little over its natural size. */
  fit() {
    const { stage, drawing, inset } = this, { size } = stage;
    if (!size.w || !size.h || !drawing.actors.size) return;
    stage.network.setSize('100%', '100%');
    const look = (rect, scale) => {
      const view = viewOf(rect, size, inset, scale);
      stage.look(view, scale);
      this.sheet = roomSeen({ ...view, scale: stage.scale }, size, inset);
      drawing.changed();
      this.lay();
    };
    const core = drawing.bounds(false);
    look(core, scaleFor(core, size, inset, MOST_FIT, marginFor(size, inset)));
    const first = stage.scale, many = drawing.actors.size > 80;
    for (let round = 0; round < (many ? 1 : 3); round++) {
      const all = drawing.bounds(), best = scaleFor(all, size, inset, MOST_FIT), now = stage.scale;
      if (best >= now * 0.995 && best < now * 1.04) break;
      look(all, best < now ? Math.max(best, first * 0.85) : Math.min(best, now * 1.15));
    }
  }

  zoomBy(factor) {
    this.stage.look(this.stage.centre, this.stage.scale * factor);
    this.zoomed();
  }

  /** Bring an actor or link to the middle, readable. */
  focus(id) {
    const item = this.drawing.actors.get(id), path = this.drawing.links.get(id)?.path;
    const at = item || (path && { x: (path.a.x + path.b.x) / 2, y: (path.a.y + path.b.y) / 2 });
    if (!at) return;
    this.stage.look(at, Math.max(this.stage.scale, 0.8));
    this.zoomed();
  }

  /** A free place for a new actor, near the middle of what is visible: {x, y}. */
  place() {
    const { visible, scale } = this.stage, pad = 60 / scale;
    const placed = new Map([...this.drawing.actors].map(([id, { x, y }]) => [id, { x, y }]));
    const lines = [...this.drawing.links.values()].filter((l) => l.path).map((l) => [l.path.a, l.path.b]);
    const inside = ({ x, y }) => x > visible.x0 + pad && x < visible.x1 - pad && y > visible.y0 + pad && y < visible.y1 - pad;
    const { x, y } = this.stage.centre;
    return freePlace(Math.round(x), Math.round(y), placed, lines, inside);
  }

  /** Client points, for tests and for panels that stand beside a thing: centre of an actor, its rim's handle. */
  pointsOf(id) {
    const item = this.drawing.actors.get(id);
    if (!item) return null;
    const rest = this.handle.resting(id);
    return { centre: this.stage.client(item), rim: this.stage.client(this.handle.point(id, rest.angle)) };
  }

  /** The name an actor is shown by. */
  nameOf(id) {
    return this.map.actors[id] ? nameOf(this.map.actors[id], this.lang) : '';
  }

  /** light or dark. Whether the colours could be read. */
  theme(name) {
    this.container.dataset.theme = name;
    this.palette = paletteAt(this.container);
    if (this.palette) {
      this.container.style.background = this.palette.canvas;
      if (this.measure.font !== this.palette.font) this.measure.forget(), this.words && this.rebuild();
    } else if (!this.gone) setTimeout(() => this.redraw(), 50); // tokens.css is still on its way
    this.redraw();
    return this.palette;
  }

  /** Names and words in another language. */
  language(name, t = this.t) {
    this.lang = name;
    this.t = t;
    this.rebuild();
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.zooming);
    document.fonts?.removeEventListener('loadingdone', this.fonts);
    this.motion.stop();
    this.handle.destroy();
    this.stage.destroy();
  }
}
