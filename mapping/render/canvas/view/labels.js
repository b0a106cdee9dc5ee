// Where names and badges stand: names at the side where no link arrives, badges along their link, nothing on
// anything. Pure and deterministic: the same map gives the same picture, and what stood well stays.
import { along, around, grown, lengthInside, moved, onCurve, overlap } from './geometry.js';
import { Grid } from './grid.js';
import { segmentsOf } from './paths.js';

/** px from line to line of a name at 15 px type. */
export const LINE = 17.4;
const SIDES = [
  // side, slide along it (-1 … 1), price
  ['e', 0, 0], ['w', 0, 0.25], ['s', 0, 0.35], ['n', 0, 0.35],
  ['e', -0.55, 0.6], ['e', 0.55, 0.6], ['w', -0.55, 0.8], ['w', 0.55, 0.8],
  ['n', -0.7, 0.6], ['n', 0.7, 0.6], ['s', -0.7, 0.6], ['s', 0.7, 0.6],
  ['n', -1.3, 0.9], ['n', 1.3, 0.9], ['s', -1.3, 0.9], ['s', 1.3, 0.9], // beside a corner of the shape
];
const BESIDE = 9; // px between a shape and its name: room for a ring
const LETTER = { w: 24, h: 24 }; // a badge with nothing but its letter, where the zoom leaves no room for more
const TOWARDS_MIDDLE = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7];

/** Heights of a set name in px at 15 px type: th of its text with a small second one ("not rated"), h with its tower. */
export function heights(lines, tower, under) {
  const below = under ? 16 : 0;
  return { th: lines * LINE + below, h: Math.max(lines * LINE, tower) + below };
}

/** The box of a name's candidate, relative to the actor's centre.

`room` is {w, h, th}: a tower may be higher than the text (th) and then rises above it; `half` the shape's half size. */
export function candidateBox(side, slide, room, half, gap) {
  const { w, h, th } = room;
  if (side === 'e' || side === 'w') {
    const x = side === 'e' ? half.x + gap + w / 2 : -half.x - gap - w / 2;
    return moved(around(x, slide * (th / 2 + half.y * 0.7), w, h), 0, (th - h) / 2);
  }
  const corner = Math.abs(slide) > 1, off = corner ? half.y * 0.9 + gap * 0.35 : half.y + gap - 1;
  const x = corner ? Math.sign(slide) * (w / 2 + half.x * 0.9 + gap * 0.35) : slide * Math.max(0, w / 2 - half.x);
  return around(x, side === 's' ? off + h / 2 : -off - h / 2, w, h);
}

/** Everything that may stand in the way, entered in grids. */
class Crowd {
  constructor(actors, links, sheet) {
    this.sheet = sheet;
    this.things = new Grid();
    this.lines = new Grid();
    for (const actor of actors) this.things.add({ kind: 'shape', actor: actor.id, box: actor.box });
    for (const link of links) {
      for (const segment of segmentsOf(link.path)) this.lines.addSegment({ ...segment, link: link.id });
    }
  }

  /** Price of standing at `box`: sharing room with shapes, names and badges, and lying over lines; `limit` is enough. */
  price(box, self, prices, limit) {
    const { sheet } = this;
    let sum = 0;
    if (sheet) {
      const out = Math.max(0, sheet.x0 - box.x0, box.x1 - sheet.x1) + Math.max(0, sheet.y0 - box.y0, box.y1 - sheet.y1);
      if (out > 6) sum += prices.out + out * 0.05;
    }
    this.things.some(box, (thing) => {
      if (thing === self || (thing.kind === 'shape' && thing.actor === self.actor)) return false;
      if (overlap(thing.box, box)) sum += prices[thing.kind];
      return sum >= limit;
    });
    if (sum >= limit) return sum;
    this.lines.some(box, (line) => {
      if (line.link === self.link) return false;
      const inside = lengthInside(box, line.ax, line.ay, line.bx, line.by);
      if (inside > 0) sum += prices.line + inside * prices.perPx;
      return sum >= limit;
    });
    return sum;
  }

  /** Put a thing at the best of its options; one that stands as well as before stays without looking further. */
  settle(thing, prices, pad) {
    if (thing.box) this.things.remove(thing);
    let best = null, least = Infinity;
    const weigh = (option) => {
      if (option.price >= least) return;
      const cost = option.price + this.price(grown(option.box, pad), thing, prices, least - option.price);
      if (cost < least - 1e-9) (least = cost), (best = option);
    };
    const { before } = thing;
    if (before) {
      weigh(before);
      if (least > thing.was + 0.3) for (const option of thing.options) weigh(option);
    } else for (const option of thing.options) weigh(option);
    thing.box = best.box;
    thing.chosen = best;
    thing.cost = least;
    this.things.add(thing);
  }
}

const NAME_PRICES = { out: 5, shape: 12, name: 20, badge: 9, line: 1.6, perPx: 0.045 };
const BADGE_PRICES = { out: 0, shape: 14, name: 7, badge: 30, line: 1.2, perPx: 0.02 };

function nameOptions(actor, before, text) {
  const out = [];
  actor.settings.forEach((set, s) => {
    for (const [side, slide, price] of SIDES) {
      const box = candidateBox(side, slide, { w: set.w * text, h: set.h * text, th: set.th * text }, actor.half, BESIDE * text);
      const same = before && before.side === side && before.slide === slide && before.setting === s;
      out.push({
        side, slide, setting: s, rel: box, box: moved(box, actor.x, actor.y),
        price: price + s * 0.3 - (same ? 0.75 : 0), same,
      });
    }
  });
  return out;
}

function badgeOptions(link, before, text) {
  const { a, c, b, length } = link.path;
  const out = [];
  const option = (step, size, small) => {
    const t = 0.5 + step * 0.05, d = along(a, c, b, t), at = onCurve(a, c, b, t);
    const w = size.w * text, h = size.h * text;
    const own = Math.abs(d.x) * w * 0.5 + Math.abs(d.y) * h * 0.5; // the badge's half length along the link
    const short = Math.max(0, own + 14 - length * Math.min(t, 1 - t)) * 0.05;
    const same = Boolean(before && before.t === t && before.small === small);
    const price = Math.abs(step) * 0.12 + short + (small ? (text > 1 ? 4 : 10) : 0) - (same ? 0.5 : 0);
    out.push({ t, small, same, box: around(at.x, at.y, w, h), price });
  };
  for (const step of TOWARDS_MIDDLE) {
    option(step, link.size, false);
    if (link.size.w > LETTER.w) option(step, LETTER, true);
  }
  return out;
}

/** A thing to place: its options, cheapest first; the one it stood at before, and how well it stood there. */
const thing = (kind, of, options, before, rest) => ({
  kind, id: of.id, weight: of.weight, options: options.sort((p, q) => p.price - q.price), ...rest,
  before: before ? options.find((option) => option.same) : null, was: before?.cost ?? Infinity,
});
const byWeight = (p, q) => q.weight - p.weight || (p.id < q.id ? -1 : 1);

/** Place names and badges.

actors: {id, x, y, box, half, weight, settings: [{lines, w, h, th}]}; links: {id, path, size: {w, h}, weight}.
`text` is the factor on type, `sheet` the rectangle names should not leave, `before` an earlier result: what stands as well as then stays there.
Returns {names: Map id -> {side, slide, setting, rel, box, shown}, badges: Map id -> {t, small, box, shown}}; small: letter only. */
export function place(actors, links, { text = 1, before = null, sheet = null } = {}) {
  const drawn = links.filter((link) => link.path);
  const crowd = new Crowd(actors, drawn, sheet);
  const names = actors.map((actor) => {
    const old = before?.names.get(actor.id);
    return thing('name', actor, nameOptions(actor, old, text), old, { actor: actor.id });
  }).sort(byWeight);
  const badges = drawn.map((link) => {
    const old = before?.badges.get(link.id);
    return thing('badge', link, badgeOptions(link, old, text), old, { link: link.id, length: link.path.length });
  }).sort((p, q) => p.length - q.length || (p.id < q.id ? -1 : 1));
  for (const badge of badges) crowd.settle(badge, BADGE_PRICES, 1);
  for (const name of names) crowd.settle(name, NAME_PRICES, 1.5);
  for (let sweep = 0; sweep < 2; sweep++) {
    for (const name of names) if (name.cost > 0.4) crowd.settle(name, NAME_PRICES, 1.5);
    for (const badge of badges) if (badge.cost > 0.2) crowd.settle(badge, BADGE_PRICES, 1);
  }
  return shown(actors, names, badges, text, sheet);
}

const leaves = (box, sheet, by) =>
  box.x0 < sheet.x0 - by || box.x1 > sheet.x1 + by || box.y0 < sheet.y0 - by || box.y1 > sheet.y1 + by;

/** Decide what is seen when room is short: the weightier name wins, and a name wins over a badge. */
function shown(actors, names, badges, text, sheet) {
  const shapes = new Grid(), kept = new Grid(), taken = new Grid();
  for (const actor of actors) shapes.add({ id: actor.id, box: grown(actor.box, -3) });
  const clashes = (grid, box, self = null) => grid.some(box, (other) => other.id !== self && overlap(other.box, box));
  const out = { names: new Map(), badges: new Map() };
  for (const { id, box, chosen, cost } of names) {
    const strict = text > 1; // zoomed in, a name may touch a shape rather than be missing
    const ok = !clashes(kept, box) && !(strict && (clashes(shapes, box, id) || (sheet && leaves(box, sheet, 3 * text))));
    if (ok) kept.add({ box });
    const { side, slide, setting, rel } = chosen;
    out.names.set(id, { side, slide, setting, rel, box, cost, shown: ok });
  }
  for (const { id, box, chosen, cost } of [...badges].sort(byWeight)) {
    const ok = !clashes(taken, box) && (text <= 1 || !(clashes(kept, grown(box, -2)) || clashes(shapes, box)));
    if (ok) taken.add({ box });
    out.badges.set(id, { t: chosen.t, small: chosen.small, box, cost, shown: ok });
  }
  return out;
}
