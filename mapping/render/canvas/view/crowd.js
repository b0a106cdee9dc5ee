// What stands in the way of a name or badge: shapes, other names and badges, and lines. Pure.
import { between, grown, lengthInside, overlap } from './geometry.js';
import { Grid } from './grid.js';
import { segmentsOf } from './paths.js';

const NAME_PRICES = { out: 5, stranger: 6, beside: 8, shape: 12, name: 20, badge: 9, line: 1.6, perPx: 0.045, third: 5 }; // `third`: a line of others says something wrong; `stranger`: nearer to another's shape, or nearly; `beside`: too near to another name
const BADGE_PRICES = { out: 0, shape: 14, name: 7, badge: 30, line: 1.2, perPx: 0.02, third: 1 };
const GAP = { x: 13.6, y: 8.2 }; // between two names at 15 px type: 10 and 6 px on the screen where type is smallest
const COARSE = 0.3; // of that gap on a map whose lines are seen as a whole
const NEARLY = 5; // px more than to its own shape that a name keeps from others
const KINDS = { name: { prices: NAME_PRICES, pad: 1.5 }, badge: { prices: BADGE_PRICES, pad: 1 } };

/** The part of a shape's box that has ink: its corners are empty or nearly so. */
const coreOf = ({ x0, y0, x1, y1 }) => ({ x0: x0 + (x1 - x0) * 0.14, y0: y0 + (y1 - y0) * 0.14, x1: x1 - (x1 - x0) * 0.14, y1: y1 - (y1 - y0) * 0.14 });

/** Everything that may stand in the way, entered in grids. `text` is the factor on type: larger type, larger cells. On a
`dense` map lines run under everything; `fine`: names keep apart, and from others' shapes. */
export class Crowd {
  constructor(actors, links, sheet, { text = 1, dense = false, fine = true } = {}) {
    Object.assign(this, { sheet, dense, text, fine, gap: fine ? 1 : COARSE });
    this.things = new Grid(96 * text);
    this.lines = new Grid(96 * text);
    this.shapes = new Map(actors.map(({ id, box }) => [id, { kind: 'shape', actor: id, box, core: coreOf(box) }]));
    for (const shape of this.shapes.values()) this.things.add(shape);
    for (const link of links) {
      for (const segment of segmentsOf(link.path)) this.lines.addSegment({ ...segment, link: link.id, ends: [link.source, link.target] });
    }
  }

  add(thing) {
    this.things.add(thing);
    thing.within = true;
  }

  remove(thing) {
    if (thing.within) this.things.remove(thing);
    thing.within = false;
  }

  /** Price of lying over lines; `limit` is enough. */
  underlined(box, self, prices, limit) {
    let sum = 0;
    this.lines.some(box, (line) => {
      if (line.link === self.link) return false;
      const inside = lengthInside(box, line.ax, line.ay, line.bx, line.by);
      if (inside > 0) sum += (prices.line + inside * prices.perPx) * (this.dense || line.ends.includes(self.actor) ? 1 : prices.third);
      return sum >= limit;
    });
    return sum;
  }

  /** The rectangle that no other name may lie in, of a name at `box`; what is not a name has none. */
  spaced(box, { kind }) {
    if (kind !== 'name') return box;
    const x = GAP.x * this.text * this.gap, y = GAP.y * this.text * this.gap;
    return { x0: box.x0 - x, y0: box.y0 - y, x1: box.x1 + x, y1: box.y1 + y };
  }

  /** Price of standing at `box`: sharing room with shapes, names and badges, and lying over lines; `limit` is enough. */
  price(box, self, prices, limit, away = null) {
    let sum = 0;
    const out = this.outside(box), wide = this.spaced(box, self), near = away + NEARLY * this.text;
    if (out > 6) sum += prices.out + out * 0.05;
    this.things.some(wide, (thing) => {
      if (thing === self || (thing.kind === 'shape' && thing.actor === self.actor)) return false;
      if (overlap(thing.box, box)) sum += prices[thing.kind];
      else if (thing.kind === 'name' && self.kind === 'name' && overlap(thing.box, wide)) sum += prices.beside;
      else if (this.fine && away !== null && thing.kind === 'shape' && between(thing.box, box) < near) sum += prices.stranger;
      return sum >= limit;
    });
    return sum >= limit ? sum : sum + this.underlined(box, self, prices, limit - sum);
  }

  /** How far a box leaves the sheet that names should not leave. */
  outside(box) {
    const { sheet } = this;
    return sheet ? Math.max(0, sheet.x0 - box.x0, box.x1 - sheet.x1) + Math.max(0, sheet.y0 - box.y0, box.y1 - sheet.y1) : 0;
  }

  /** Whether anything lies under `box` that `stops(thing)`; a shape's own name is not stopped by it. */
  taken(box, self, stops) {
    const wide = this.spaced(box, self);
    return this.things.some(wide, (thing) => thing !== self && !(thing.kind === 'shape' && thing.actor === self.actor)
      && overlap(thing.core ?? thing.box, thing.kind === 'name' ? wide : box) && stops(thing));
  }

  /** The names and badges that a thing at `box` would lie on. */
  under(box, self) {
    const found = [];
    this.taken(box, self, (thing) => (thing.kind !== 'shape' && found.push(thing), false));
    return found;
  }

  /** The names that are nearer to a shape than to their own, or as near. */
  misread(shape) {
    const found = [];
    this.things.some(grown(shape.box, 16 * this.text), (thing) => {
      if (thing.kind === 'name' && thing.actor !== shape.actor && between(thing.box, shape.box) <= thing.chosen.away) found.push(thing);
      return false;
    });
    return found;
  }

  /** Whether a name at an option of its stands nearer to somebody else than to its own actor. */
  strays({ box, away }, self) {
    return this.things.some(grown(box, away), (thing) => thing.kind === 'shape' && thing.actor !== self.actor && between(thing.box, box) <= away);
  }

  /** Put a thing at the best of its options; one that stands as well as before stays without looking further. */
  settle(thing) {
    const { prices, pad } = KINDS[thing.kind], { before } = thing;
    this.remove(thing);
    let best = null, least = Infinity;
    const weigh = (option) => {
      if (option.price >= least) return;
      const cost = option.price + this.price(grown(option.box, pad), thing, prices, least - option.price, option.away);
      if (cost < least - 1e-9) (least = cost), (best = option);
    };
    if (before) weigh(before);
    if (!before || least > thing.was + 0.3) for (const option of thing.options) weigh(option);
    this.stand(thing, best, least);
  }

  /** Put a thing at the cheapest option with nothing under it that `stops`; whether there is one. `honest`: a name not
  where it could be another's. */
  fit(thing, stops, leaves = Infinity, honest = false) {
    const { prices, pad } = KINDS[thing.kind];
    let best = null, least = Infinity;
    for (const option of thing.options) {
      if (option.price >= least) break; // cheapest first
      const box = grown(option.box, pad);
      if (this.outside(option.box) > leaves || this.taken(box, thing, stops) || (honest && this.strays(option, thing))) continue;
      const cost = option.price + this.underlined(box, thing, prices, least - option.price);
      if (cost < least - 1e-9) (least = cost), (best = option);
    }
    if (best) this.stand(thing, best, least);
    return Boolean(best);
  }

  stand(thing, option, cost) {
    thing.box = option.box;
    thing.chosen = option;
    thing.cost = cost;
    this.add(thing);
  }
}
