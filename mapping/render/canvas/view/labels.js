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
  ['n', -1, 1], ['n', 1, 1], ['s', -1, 1], ['s', 1, 1],
];
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
  const y = side === 's' ? half.y + gap + h / 2 - 1 : -half.y - gap - h / 2 + 1;
  return around(slide * (w / 2 - Math.min(half.x, w / 2) + (Math.abs(slide) === 1 ? half.x : 0)), y, w, h);
}

/** Everything that may stand in the way, entered in one grid. */
class Crowd {
  constructor(actors, links, lineWidth) {
    this.grid = new Grid();
    this.lines = new Grid();
    this.lineWidth = lineWidth;
    for (const actor of actors) this.grid.add({ kind: 'shape', id: actor.id, box: actor.box });
    for (const link of links) {
      for (const segment of segmentsOf(link.path)) this.lines.addSegment({ ...segment, id: link.id });
    }
  }

  /** Price of standing at `box`: sharing room with shapes, names and badges, and lying over lines. */
  price(box, self, prices) {
    let sum = 0;
    for (const thing of this.grid.near(box)) {
      if (thing === self || (thing.kind === 'shape' && thing.id === self.actor)) continue;
      if (overlap(thing.box, box)) sum += prices[thing.kind];
    }
    for (const line of this.lines.near(box)) {
      if (line.id === self.link) continue;
      const inside = lengthInside(box, line.ax, line.ay, line.bx, line.by);
      if (inside > 0) sum += prices.line + inside * prices.perPx;
    }
    return sum;
  }

  settle(thing, options, price, remove) {
    if (remove && thing.box) this.grid.remove(thing);
    let best = null, least = Infinity;
    for (const option of options) {
      const cost = option.price + (option.price < least ? price(option.box) : Infinity);
      if (cost < least - 1e-9) (least = cost), (best = option);
    }
    thing.box = best.box;
    thing.chosen = best;
    thing.cost = least;
    this.grid.add(thing);
  }
}

const NAME_PRICES = { shape: 12, name: 20, badge: 9, line: 1.6, perPx: 0.045 };
const BADGE_PRICES = { shape: 14, name: 7, badge: 30, line: 1.2, perPx: 0.02 };

function nameOptions(actor, before, text) {
  const out = [];
  actor.settings.forEach((set, s) => {
    for (const [side, slide, price] of SIDES) {
      const box = candidateBox(side, slide, { w: set.w * text, h: set.h * text, th: set.th * text }, actor.half, 7 * text);
      const same = before && before.side === side && before.slide === slide && before.setting === s;
      out.push({
        side, slide, setting: s, rel: box, box: moved(box, actor.x, actor.y),
        price: price + s * 0.3 + (side === 'n' || side === 's' ? 0 : (set.lines.length - 1) * 0.05) - (same ? 0.75 : 0),
      });
    }
  });
  return out;
}

function badgeOptions(link, before, text) {
  const { a, c, b, length } = link.path;
  const w = link.size.w * text, h = link.size.h * text;
  const out = [];
  for (const step of TOWARDS_MIDDLE) {
    const t = 0.5 + step * 0.05;
    const d = along(a, c, b, t);
    const own = Math.abs(d.x) * w * 0.5 + Math.abs(d.y) * h * 0.5; // the badge's half length along the link
    const short = Math.max(0, own + 14 - length * Math.min(t, 1 - t)) * 0.05;
    const at = onCurve(a, c, b, t);
    const same = before && before.t === t;
    out.push({ t, box: around(at.x, at.y, w, h), price: Math.abs(step) * 0.12 + short - (same ? 0.5 : 0) });
  }
  return out;
}

/** Place names and badges.

actors: {id, x, y, box, half, weight, settings: [{lines, w, h, th}]}; links: {id, path, size: {w, h}, weight}.
`text` is the factor on type, `before` an earlier result whose choices are kept where they are as good.
Returns {names: Map id -> {side, slide, setting, rel, box, shown}, badges: Map id -> {t, box, shown}}. */
export function place(actors, links, { text = 1, before = null, lineWidth = 3 } = {}) {
  const drawn = links.filter((link) => link.path);
  const crowd = new Crowd(actors, drawn, lineWidth);
  const names = [...actors].sort((p, q) => q.weight - p.weight || (p.id < q.id ? -1 : 1)).map((actor) => ({
    kind: 'name', id: actor.id, actor: actor.id, weight: actor.weight,
    options: nameOptions(actor, before?.names.get(actor.id), text),
  }));
  const badges = drawn.map((link) => ({
    kind: 'badge', id: link.id, link: link.id, weight: link.weight, length: link.path.length,
    options: badgeOptions(link, before?.badges.get(link.id), text),
  })).sort((p, q) => p.length - q.length || (p.id < q.id ? -1 : 1));
  const settleBadge = (badge, again) =>
    crowd.settle(badge, badge.options, (box) => crowd.price(grown(box, 1), badge, BADGE_PRICES), again);
  const settleName = (name, again) =>
    crowd.settle(name, name.options, (box) => crowd.price(grown(box, 1.5), name, NAME_PRICES), again);
  for (const badge of badges) settleBadge(badge, false);
  for (const name of names) settleName(name, false);
  for (let sweep = 0; sweep < 2; sweep++) {
    for (const name of names) if (name.cost > 0.4) settleName(name, true);
    for (const badge of badges) if (badge.cost > 0.2) settleBadge(badge, true);
  }
  return shown(actors, names, badges, text);
}

/** Decide what is seen when room is short: the weightier name wins, and a name wins over a badge. */
function shown(actors, names, badges, text) {
  const kept = new Grid();
  const shapes = new Grid();
  for (const actor of actors) shapes.add({ id: actor.id, box: grown(actor.box, -3) });
  const clashes = (grid, box, self) => [...grid.near(box)].some((t) => t.id !== self && overlap(t.box, box));
  const out = { names: new Map(), badges: new Map() };
  for (const name of names) {
    const ok = !clashes(kept, name.box, null) && (text <= 1 || !clashes(shapes, name.box, name.id));
    if (ok) kept.add({ box: name.box });
    const { side, slide, setting, rel } = name.chosen;
    out.names.set(name.id, { side, slide, setting, rel, box: name.box, shown: ok });
  }
  const taken = new Grid();
  for (const badge of [...badges].sort((p, q) => q.weight - p.weight || (p.id < q.id ? -1 : 1))) {
    const ok =
      !clashes(taken, badge.box, null) &&
      (text <= 1 || (!clashes(kept, grown(badge.box, -2), null) && !clashes(shapes, badge.box, null)));
    if (ok) taken.add({ box: badge.box });
    out.badges.set(badge.id, { t: badge.chosen.t, box: badge.box, shown: ok });
  }
  return out;
}
