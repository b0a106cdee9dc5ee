// A drawing: the items of a map with their paths and the places of names and badges, for one size of type.
import { EACH, detours } from './detours.js';
import { moved, union } from './geometry.js';
import { headingBox } from './headings.js';
import { place } from './labels.js';
import { between, disturbed, endsOf, keeping, nearby, tie, untie } from './renewing.js';
import { actorItem, boxOf, layPaths, linkItem, weightOf } from './scene.js';
import { isDense } from './thinning.js';

const MANY = 150; // things: above that everything is placed anew

const forOne = (how, id) => ({ ...how, pending: how.pending.has(id), draft: Boolean(how.drafts?.has(id)) });
const symmetric = (p, q) => [...p].filter((id) => !q.has(id)).concat([...q].filter((id) => !p.has(id)));

const first = (looked, id) => (looked?.has(id) ? 300 : 0); // of a part that one looks at: before the rest, after what must be read

/** Holds the items and works out paths and places when asked; places are kept per size until something changes. */
export class Drawing {
  constructor() {
    this.actors = new Map();
    this.links = new Map();
    this.sizes = { key: 0, text: 1, line: 1, shape: 1 };
    this.placed = { names: new Map(), badges: new Map() };
    this.kept = new Map();
    this.ends = new Map();
    this.turns = new Map(); // ways of links that go round somebody, as `detours` gives them
    this.raised = new Set();
    this.part = null;
    this.loose = null; // ids of what is to be placed again; null: everything
    this.headings = this.walled = [];
  }

  /** Make the items anew; (x, y) of an actor come with it. */
  build(actors, links, how) {
    const made = (things, of) => new Map(things.map((thing) => [thing.id, of(thing, forOne(how, thing.id))]));
    this.actors = made(Object.values(actors), actorItem);
    this.links = made(Object.values(links).filter((link) => this.holds(link)), linkItem);
    this.ends = endsOf(this.links);
    this.changed();
  }

  /** Make some items anew, as they are now in {actors, links}; all others stay. */
  renew(ids, actors, links, how) {
    const named = this.touching(ids, actors, links);
    this.loose ??= new Set();
    for (const id of named) {
      if (actors[id]) this.actors.set(id, actorItem(actors[id], forOne(how, id)));
      else this.actors.delete(id);
    }
    for (const id of named) {
      const was = this.links.get(id), link = links[id];
      if (was) this.looseLinks(between(this.ends, was)), untie(this.ends, was);
      if (link && this.holds(link)) {
        const item = linkItem(link, forOne(how, id));
        this.links.set(id, item);
        tie(this.ends, item);
        this.looseLinks(between(this.ends, item));
      } else this.links.delete(id);
    }
    for (const id of named) {
      this.loose.add(id);
      if (this.actors.has(id)) this.looseLinks(this.ends.get(id) ?? []);
    }
    this.raise();
  }

  /** These ids, and the links that come or go with an actor. */
  touching(ids, actors, links) {
    const out = new Set(ids), came = new Set([...out].filter((id) => actors[id] && !this.actors.has(id)));
    for (const id of [...out]) if (!actors[id]) for (const link of this.ends.get(id) ?? []) out.add(link);
    if (came.size) for (const link of Object.values(links)) if (came.has(link.source) || came.has(link.target)) out.add(link.id);
    return out;
  }

  looseLinks(ids) {
    for (const id of ids) this.loose.add(id);
  }

  holds({ source, target }) {
    return this.actors.has(source) && this.actors.has(target) && source !== target;
  }

  /** Forget the kept places: the map, its words or the sheet changed. */
  changed() {
    this.kept.clear();
    this.loose = null; // everything is to be placed
  }

  /** Something else is to be readable: places of other sizes are forgotten, those of this one are mended. */
  raise() {
    for (const key of this.kept.keys()) if (key !== this.sizes.key) this.kept.delete(key);
  }

  /** Lay paths and places for these sizes. `raised`: ids that must be readable; `sheet`: where names should stay. */
  lay(sizes, raised, sheet = null) {
    const { loose, walls, links } = this, kept = this.headings === this.walled ? this.kept.get(sizes.key) : null;
    const stays = kept && loose && kept === this.placed, again = kept && !loose?.size, how = { sheet, walls }, { turns } = this;
    this.sizes = sizes;
    this.turns = again && !stays ? kept.turns : this.around(turns);
    if (stays) this.looseLinks(this.turned(turns)); // who moved stands in their way, or no more
    if (stays) this.looseLinks([...symmetric(this.raised, raised)].flatMap((id) => [id, ...(links.has(id) ? between(this.ends, links.get(id)) : [])])); // of a pair all or none
    if (stays && loose.size && loose.size <= MANY) this.mend(raised, how);
    else if (!stays || loose.size) {
      layPaths(this.actors, links, sizes, this);
      this.placed = again ? kept : keeping(this.placed, this.place([...this.actors.values()], [...links.values()], raised, how));
      if (!again) this.goRound(raised, how);
    }
    this.placed.turns = this.turns;
    Object.assign(this, { raised, loose: new Set(), walled: this.headings });
    this.kept.set(sizes.key, this.placed);
  }

  /** How lines go round shapes, and round the names as they stand. */
  around(before) {
    const { actors, placed, sizes } = this, names = [];
    for (const [id, { rel, shown }] of placed.text === sizes.text ? placed.names : []) {
      const at = shown && actors.get(id);
      if (at) names.push({ id, box: moved(rel, at.x, at.y) });
    }
    return detours(actors, this.links, sizes, { names, before });
  }

  /** Ids of links that bend otherwise than they did. */
  turned(before) {
    const share = (ways, id) => ways.get(id)?.share ?? 0;
    return [...this.links.keys()].filter((id) => share(this.turns, id) !== share(before, id));
  }

  /** Names have found their places: lines go round them, and their badges along. */
  goRound(raised, how) {
    const before = this.turns;
    this.turns = this.around(before);
    const ids = this.turned(before);
    if (ids.length) this.anew(new Set(ids), raised, how);
  }

  /** Lay and place some things, `disturbs` also what they disturb; only what is near them is looked at. */
  anew(only, raised, how, disturbs = false) {
    const { placed, sizes, turns } = this, some = [...only].map((id) => this.links.get(id)).filter(Boolean);
    layPaths(this.actors, this.links, sizes, { some, turns });
    if (disturbs) for (const id of disturbed(this, only)) only.add(id);
    const { actors, links } = nearby(this, only);
    const now = keeping(placed, this.place(actors, links, raised, { ...how, only, dense: this.dense }));
    for (const part of ['names', 'badges']) for (const [id, place] of now[part]) placed[part].set(id, place);
  }

  /** Lay and place what has changed, and what it disturbs. */
  mend(raised, how) {
    const { loose, placed } = this, ids = [...loose];
    this.anew(loose, raised, how, true);
    for (const id of ids) {
      if (!this.actors.has(id)) placed.names.delete(id);
      if (!this.links.get(id)?.path) placed.badges.delete(id);
    }
    this.goRound(raised, how);
  }

  place(actors, links, raised, how) {
    const { sizes } = this;
    const ofActor = (item) => ({
      id: item.id, x: item.x, y: item.y, box: boxOf(item, sizes.shape),
      half: { x: item.half.x * sizes.shape, y: item.half.y * sizes.shape },
      weight: weightOf(item, this.ends.get(item.id)?.size ?? 0, raised.has(item.id)) + first(this.part?.actors, item.id),
      settings: item.settings,
    });
    const ofLink = (item) => ({
      id: item.id, source: item.source, target: item.target, path: item.path, size: item.size,
      weight: (raised.has(item.id) ? 1000 : 0) + first(this.part?.links, item.id) + (item.practice === 'works' ? 0 : 1) + item.strength,
    });
    const seats = actors.map(ofActor), lines = links.map(ofLink);
    const dense = how.dense ?? (this.dense = isDense(seats, lines.filter(({ path }) => path), sizes.text));
    return place(seats, lines, { text: sizes.text, before: this.placed, ...how, dense, gaps: this.actors.size <= EACH });
  }

  /** Boxes of the headings: nothing else stands there. */
  get walls() {
    return this.headings.map((heading) => headingBox(heading, this.sizes.text));
  }

  /** Move actors while they are dragged: paths follow, names and badges ride along. */
  drag(places) {
    for (const [id, { x, y }] of places) Object.assign(this.actors.get(id), { x, y });
    const theirs = new Set([...places.keys()].flatMap((id) => [...(this.ends.get(id) ?? [])]));
    layPaths(this.actors, this.links, this.sizes, { some: [...theirs].map((id) => this.links.get(id)), turns: this.turns });
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
