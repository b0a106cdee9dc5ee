// A drawing: the items of a map with their paths and the places of names and badges, for one size of type.
import { union } from './geometry.js';
import { headingBox } from './headings.js';
import { place } from './labels.js';
import { actorItem, boxOf, layPaths, linkItem, weightOf } from './scene.js';

/** Holds the items and works out paths and places when asked; places are kept per size until something changes. */
export class Drawing {
  constructor() {
    this.actors = new Map();
    this.links = new Map();
    this.sizes = { key: 0, text: 1, line: 1, shape: 1 };
    this.placed = { names: new Map(), badges: new Map() };
    this.kept = new Map();
    this.headings = [];
  }

  /** Make the items anew; (x, y) of an actor come with it. */
  build(actors, links, how) {
    const { pending, drafts } = how;
    const items = (things, item) => new Map(things.map((it) => [it.id, item(it, { ...how, pending: pending.has(it.id), draft: Boolean(drafts?.has(it.id)) })]));
    this.actors = items(Object.values(actors), actorItem);
    const drawable = ({ source, target }) => this.actors.has(source) && this.actors.has(target) && source !== target;
    this.links = items(Object.values(links).filter(drawable), linkItem);
    this.changed();
  }

  /** Forget the kept places: the map, its words or what is raised changed. */
  changed() {
    this.kept.clear();
  }

  /** Lay paths and places for these sizes. `raised`: ids that must be readable; `sheet`: where names should stay. */
  lay(sizes, raised, sheet = null) {
    this.sizes = sizes;
    layPaths(this.actors, this.links, sizes.shape, null, sizes.text);
    const kept = this.kept.get(sizes.key);
    if (kept) return void (this.placed = kept);
    const degree = new Map();
    for (const link of this.links.values()) {
      for (const end of [link.source, link.target]) degree.set(end, (degree.get(end) || 0) + 1);
    }
    const actors = [...this.actors.values()].map((item) => ({
      id: item.id, x: item.x, y: item.y, box: boxOf(item, sizes.shape),
      half: { x: item.half.x * sizes.shape, y: item.half.y * sizes.shape },
      weight: weightOf(item, degree.get(item.id) || 0, raised.has(item.id)),
      settings: item.settings,
    }));
    const links = [...this.links.values()].map((item) => ({
      id: item.id, path: item.path, size: item.size,
      weight: (raised.has(item.id) ? 1000 : 0) + (item.practice === 'works' ? 0 : 1) + item.strength,
    }));
    this.placed = place(actors, links, { text: sizes.text, before: this.placed, sheet, walls: this.walls });
    this.kept.set(sizes.key, this.placed);
  }

  /** Boxes of the headings: nothing else stands there. */
  get walls() {
    return this.headings.map((heading) => headingBox(heading, this.sizes.text));
  }

  /** Move actors while they are dragged: paths follow, names and badges ride along. */
  drag(places) {
    for (const [id, { x, y }] of places) Object.assign(this.actors.get(id), { x, y });
    layPaths(this.actors, this.links, this.sizes.shape, new Set(places.keys()), this.sizes.text);
  }

  /** Rectangle around everything that is drawn, or around the shapes alone; null when there is nothing. */
  bounds(names = true, only = null) {
    const of = (id) => !only || only.has(id), shapes = [...this.actors.values()].filter(({ id }) => of(id)).map((item) => boxOf(item, this.sizes.shape));
    if (!names) return union(shapes);
    const named = [...this.placed.names].filter(([id]) => of(id)).map(([, p]) => p), badges = only ? [] : [...this.placed.badges.values()];
    const shown = [...named, ...badges].filter((p) => p.shown && p.box);
    return union([...shapes, ...shown.map((p) => p.box), ...(only ? [] : this.walls)]);
  }
}
