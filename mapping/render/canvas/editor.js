// What a person can do to the map, in the map's own words. Nothing here draws; nothing here decides who wins.
import { newId } from './client/ids.js';
import { actorKindFor, kindFor } from './kinds.js';
import { fold } from './names.js';
import { personLists } from './person.js';
import { readName, tidyName } from './typing/name.js';

const MOST_PLACES = 400; // in one move: a single change is at most 16 KB
const NAME = 120; // letters at most

/** Edits of one map. `place()` gives a free place {x, y} for a new actor, `places(actors, links)` those of several by id. */
export class Editor {
  constructor({ client, vocabulary, catalogue, persons, place, places = () => ({}), proposes = () => false }) {
    Object.assign(this, { client, vocabulary, catalogue, place, places, proposes, persons: personLists(persons) });
  }

  get map() {
    return this.client.state.map;
  }

  /** What to do with a typed name: {have: id}, {take: id}, {ask: [ids]}, {person: true}, {near: [ids]} or {own: name}. */
  reading(text) {
    const { catalogue, persons } = this, { begun, ...meant } = readName(text, { catalogue, persons, actors: this.map.actors });
    return begun ? { near: catalogue.ordered(text, begun) } : meant;
  }

  /** Add an actor of the catalogue; its id is the catalogue's. */
  take(id, language) {
    if (!this.map.actors.has(id)) this.client.change('add', { actor: { ...this.catalogue.actor(id, language), ...this.spot() } });
    return id;
  }

  /** Add an actor of the group's own, with the kind its name suggests. */
  own(name, kind) {
    const actor = this.ownRow(name, kind);
    this.client.change('add', { actor: { ...actor, ...this.spot() } });
    return actor.id;
  }

  /** An actor of the group's own as a change holds it, without a place. */
  ownRow(name, kind = actorKindFor(name, this.vocabulary, fold)) {
    return { id: newId('x-'), name: tidyName(name).slice(0, NAME), kind };
  }

  /** Add what came in together as one change: actors (without places) and links {source, target, kind, practice?}.

  The actors find free room, near those they are linked with; nobody else moves. Gives the ids of the links. */
  bring({ actors = [], links = [] }, label) {
    const rows = links.map((link) => this.linkRow(link));
    const places = actors.length ? this.places(actors, rows) : {};
    const placed = (actor) => ({ ...actor, ...(places[actor.id] ?? {}) });
    const changes = [...actors.map((actor) => ({ op: 'add', actor: placed(actor) })), ...rows.map((link) => ({ op: 'link', link }))];
    if (changes.length === 1) {
      const [{ op, ...body }] = changes;
      this.client.change(op, body);
    } else if (changes.length) this.client.change('batch', { label, changes });
    return rows.map(({ id }) => id);
  }

  spot() {
    const { x, y } = this.place();
    return { x: Math.round(x), y: Math.round(y) };
  }

  /** The kind that a link by a button gets, or null where the ends are not two of `actors`. */
  kindOf(source, target, button, variant = null, actors = this.map.actors) {
    if (source === target || !actors.has(source) || !actors.has(target)) return null;
    return kindFor(button, variant, actors.get(source), actors.get(target), this.vocabulary);
  }

  /** A new link {source, target, kind, practice?, …} as a change holds it: every new link is made here.

  From a screen that proposes it is a proposal. */
  linkRow({ id = newId('k-'), practice, ...link }) {
    const said = practice && practice !== 'not_said' ? { practice } : {};
    return { id, ...link, ...said, ...(this.proposes() ? { proposed: true } : {}) };
  }

  /** Send a link as it is, with whatever is said of it; its id. */
  draw(link) {
    const row = this.linkRow(link);
    this.client.change('link', { link: row });
    return row.id;
  }

  /** Draw a link by a button; its id, or null where the ends are not two actors of this map. */
  link(source, target, button, { variant = null, practice = null } = {}) {
    const kind = this.kindOf(source, target, button, variant);
    return kind && this.draw({ source, target, kind, practice });
  }

  set(id, values) {
    const thing = this.map.actors.get(id) ?? this.map.links.get(id);
    if (!thing) return;
    const changed = Object.entries(values).filter(([name, value]) => (thing[name] ?? null) !== (value ?? null));
    if (changed.length) this.client.change('set', { of: id, values: Object.fromEntries(changed) });
  }

  /** The same for several things as one change: rows {of, values}. */
  setAll(rows, label) {
    if (rows.length === 1) this.set(rows[0].of, rows[0].values);
    else if (rows.length) this.client.change('batch', { label, changes: rows.map(({ of, values }) => ({ op: 'set', of, values })) });
  }

  /** Remove an actor (with its links) or a link; how many links went with it, or null for nothing. */
  remove(id) {
    if (this.map.links.has(id)) {
      this.client.change('unlink', { of: id });
      return 0;
    }
    if (!this.map.actors.has(id)) return null;
    const links = [...this.map.links.values()].filter((k) => k.source === id || k.target === id).length;
    this.client.change('remove', { of: id });
    return links;
  }

  /** Give places; `pinned`: by hand, to be kept (true) or no longer (false); `label`: what a whole order is called, always one change. */
  move(places, { pinned, label } = {}) {
    const known = Object.entries(places).filter(([id]) => this.map.actors.has(id));
    const moves = [];
    for (let at = 0; at < known.length; at += MOST_PLACES) moves.push({ op: 'move', places: Object.fromEntries(known.slice(at, at + MOST_PLACES)), ...(pinned === undefined ? {} : { pinned }) });
    const [{ op, ...only } = {}] = moves;
    if (moves.length === 1 && !label) this.client.change('move', only);
    else if (moves.length) this.client.change('batch', { label: label ?? 'move', changes: moves });
  }
}
