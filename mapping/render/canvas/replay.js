// How a map grew, as steps that can be gone to in any order. Pure.

const EVERY = 100; // steps between two states that are kept whole
const OF_THE_DAY = new Set(['step', 'snapshot', 'freeze']);
const WHOLE_S = 40; // about how long a map takes to grow at the usual speed
export const SPEEDS = ['slow', 'usual', 'fast'];

const isPlace = (name) => name === 'x' || name === 'y' || name === 'pinned';
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** The steps of a film. Actors stand where they stood last, so that nothing moves while the map grows; what only moved
somebody is no step. It begins with the first change that draws something. */
export class Reel {
  constructor(frames) {
    this.places = placesOf(frames);
    this.steps = [];
    this.whole = [{ actors: new Map(), links: new Map() }];
    let map = copy(this.whole[0]);
    for (const frame of frames) {
      const step = this.stepOf(frame, map);
      if (!step || (!this.steps.length && !draws(step))) continue;
      play(map, step);
      this.steps.push(step);
      if (this.steps.length % EVERY === 0) this.whole.push(copy(map));
    }
    this.marks = this.steps.flatMap(({ entry }, i) => (entry && (entry.op === 'step' || entry.op === 'snapshot') ? [{ at: i + 1, entry }] : []));
  }

  get length() {
    return this.steps.length;
  }

  /** What a frame changes for who watches; null for nothing. */
  stepOf({ seq, at, put, drop, entry }, map) {
    const actors = put.actors.map((actor) => this.placed(actor)).filter((actor) => !same(actor, map.actors.get(actor.id)));
    const links = put.links.filter((link) => !same(link, map.links.get(link.id)));
    const gone = { actors: drop.actors.filter((id) => map.actors.has(id)), links: drop.links.filter((id) => map.links.has(id)) };
    const step = { seq, at, put: { actors, links }, drop: gone, entry };
    return draws(step) || (entry && OF_THE_DAY.has(entry.op)) ? step : null;
  }

  placed(actor) {
    const rest = Object.fromEntries(Object.entries(actor).filter(([name]) => !isPlace(name)));
    return { ...rest, ...this.places.get(actor.id) };
  }

  /** The map after so many steps; 0 is the empty one. */
  at(n) {
    const from = Math.min(Math.floor(n / EVERY), this.whole.length - 1), map = copy(this.whole[from]);
    for (const step of this.steps.slice(from * EVERY, n)) play(map, step);
    return map;
  }

  /** Everybody who was ever there, for the room that the film needs. */
  everybody() {
    const all = new Map();
    for (const { put } of this.steps) for (const actor of put.actors) all.set(actor.id, actor);
    return all;
  }

  /** The mark before (-1) or after (1) a step; the beginning and the end are marks too. */
  mark(from, by) {
    const all = [0, ...this.marks.map(({ at }) => at), this.length];
    return by > 0 ? all.find((at) => at > from) ?? this.length : all.findLast((at) => at < from) ?? 0;
  }

  /** The step of a change, or of the last one before it that is a step. */
  stepAt(seq) {
    const next = this.steps.findIndex((step) => step.seq > seq);
    return next < 0 ? this.length : next;
  }

  /** Steps a second at a speed: as many as let the whole map grow while one watches, and never a blur of few. */
  rate(speed) {
    const usual = Math.max(2, this.length / WHOLE_S);
    return { slow: usual / 3, usual, fast: usual * 3 }[speed];
  }
}

function placesOf(frames) {
  const places = new Map();
  for (const { put } of frames) {
    for (const { id, x, y } of put.actors) if (x !== undefined && x !== null) places.set(id, { x, y });
  }
  return places;
}

const draws = ({ put, drop }) => [put.actors, put.links, drop.actors, drop.links].some((rows) => rows.length);
const copy = ({ actors, links }) => ({ actors: new Map(actors), links: new Map(links) });

/** Play a step on a map of one's own. */
export function play({ actors, links }, { put, drop }) {
  for (const id of drop.links) links.delete(id);
  for (const id of drop.actors) actors.delete(id);
  for (const actor of put.actors) actors.set(actor.id, actor);
  for (const link of put.links) links.set(link.id, link);
}
