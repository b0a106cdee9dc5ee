// Where names and badges stand: names at the side where no link arrives, badges along their link, nothing on
// anything. Pure and deterministic: the same map gives the same picture, and what stood well stays.
import { Crowd } from './crowd.js';
import { along, around, between, moved, onCurve } from './geometry.js';
import { clash, fill, isDense } from './thinning.js';

/** px from line to line of a name at 15 px type. */
export const LINE = 17.4;
const SIDES = [
  // side, slide along it (-1 … 1), price
  ['e', 0, 0], ['w', 0, 0.25], ['s', 0, 0.35], ['n', 0, 0.35],
  ['e', -0.55, 0.6], ['e', 0.55, 0.6], ['w', -0.55, 0.8], ['w', 0.55, 0.8],
  ['n', -0.7, 0.6], ['n', 0.7, 0.6], ['s', -0.7, 0.6], ['s', 0.7, 0.6],
  ['n', -1.3, 0.9], ['n', 1.3, 0.9], ['s', -1.3, 0.9], ['s', 1.3, 0.9], // beside a corner of the shape
];
const BETWEEN = [ // where lines leave a gap
  ['e', -0.28, 0.3], ['e', 0.28, 0.3], ['w', -0.28, 0.5], ['w', 0.28, 0.5], ['e', -0.85, 0.9], ['e', 0.85, 0.9], ['w', -0.85, 1.1], ['w', 0.85, 1.1],
  ['n', -0.35, 0.5], ['n', 0.35, 0.5], ['s', -0.35, 0.5], ['s', 0.35, 0.5], ['n', -1, 0.8], ['n', 1, 0.8], ['s', -1, 0.8], ['s', 1, 0.8],
];
const ALL_SIDES = [...SIDES, ...BETWEEN];
const BESIDE = 9; // px between a shape and its name: room for a ring
const LETTER = { w: 24, h: 24 }; // a badge with nothing but its letter, where the zoom leaves no room for more
const KEPT = 1.5; // what is seen weighs a little more than its like, so that names do not flicker
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

function nameOptions(actor, before, text, sides) {
  const out = [], own = around(0, 0, 2 * actor.half.x + 4, 2 * actor.half.y + 4);
  actor.settings.forEach((set, s) => {
    for (const [side, slide, price] of sides) {
      const box = candidateBox(side, slide, { w: set.w * text, h: set.h * text, th: set.th * text }, actor.half, BESIDE * text);
      const same = before && before.side === side && before.slide === slide && before.setting === s;
      out.push({
        side, slide, setting: s, rel: box, box: moved(box, actor.x, actor.y), away: between(box, own),
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
class Thing {
  constructor(kind, of, old, choices, rest) {
    Object.assign(this, { kind, id: of.id, weight: of.weight + (old?.shown ? KEPT : 0), choices, was: old?.cost ?? Infinity, seen: false, within: false }, rest);
  }

  get options() {
    return (this.made ??= this.choices().sort((p, q) => p.price - q.price));
  }

  get before() {
    return this.was === Infinity ? null : this.options.find((option) => option.same) ?? null;
  }
}
const byWeight = (p, q) => q.weight - p.weight || (p.id < q.id ? -1 : 1);

/** Where a badge that stays at its place on its link stands now. */
function badgeBox({ path, size }, { t, small }, text) {
  const at = onCurve(path.a, path.c, path.b, t), { w, h } = small ? LETTER : size;
  return around(at.x, at.y, w * text, h * text);
}

/** Place names and badges.

actors: {id, x, y, box, half, weight, settings: [{lines, w, h, th}]}; links: {id, source, target, path, size: {w, h}, weight}.
`text` is the factor on type, `sheet` the rectangle names should not leave, `before` an earlier result: what stands as well as then stays there.
`only`: ids of actors and links to place anew; the others stay as `before` (of the same `text`) has them, unless one that is raised needs the room. `walls`: boxes that are taken already. `gaps`: whether names look for gaps between lines and keep apart from what is not theirs, which takes time and room. `dense`: whether the map is one on which only the weightiest find room, where these are a part of it.
Returns {text, names: Map id -> {side, slide, setting, rel, away, box, shown}, badges: Map id -> {t, small, box, shown}}; small: letter only. */
export function place(actors, links, { text = 1, before = null, sheet = null, only = null, walls = [], dense = null, gaps = true } = {}) {
  const drawn = links.filter((link) => link.path);
  const full = dense ?? isDense(actors, drawn, text), sides = full || !gaps ? SIDES : ALL_SIDES; // where names fill all the room nobody looks for gaps
  const crowd = new Crowd(actors, drawn, sheet, { text, dense: full, fine: gaps });
  for (const box of walls) crowd.add({ kind: 'shape', actor: null, box });
  const keeps = only && before?.text === text ? (id) => !only.has(id) : () => false;
  const made = (kind, of, old, choices, rest, box) => {
    const thing = new Thing(kind, of, old, choices, rest);
    if (!old || !keeps(of.id)) return thing;
    Object.assign(thing, { fixed: true, chosen: old, cost: old.cost, seen: old.shown, box: box() });
    if (thing.seen) crowd.add(thing);
    return thing;
  };
  const names = actors.map((actor) => {
    const old = before?.names.get(actor.id);
    return made('name', actor, old, () => nameOptions(actor, old, text, sides), { actor: actor.id }, () => moved(old.rel, actor.x, actor.y));
  });
  const badges = drawn.map((link) => {
    const old = before?.badges.get(link.id);
    return made('badge', link, old, () => badgeOptions(link, old, text), { link: link.id, length: link.path.length }, () => badgeBox(link, old, text));
  });
  if (!full) relaxed(crowd, names.filter((name) => !name.fixed), badges.filter((badge) => !badge.fixed), text);
  fill(crowd, names, badges, text);
  return result(text, names, badges);
}

/** Where there is room for nearly everything: all of it is placed, then betters its place; what still lies on others is taken out. */
function relaxed(crowd, names, badges, text) {
  names.sort(byWeight);
  badges.sort((p, q) => p.length - q.length || (p.id < q.id ? -1 : 1));
  for (const badge of badges) crowd.settle(badge);
  for (const name of names) crowd.settle(name);
  for (let sweep = 0; sweep < 2; sweep++) {
    for (const name of names) if (name.cost > 0.4) crowd.settle(name);
    for (const badge of badges) if (badge.cost > 0.2) crowd.settle(badge);
  }
  clash(crowd, names, badges, text);
}

function result(text, names, badges) {
  const out = { text, names: new Map(), badges: new Map() };
  for (const { id, box, chosen, cost, seen, options } of names) {
    const { side, slide, setting, rel, away } = chosen ?? options[0];
    out.names.set(id, { side, slide, setting, rel, away, box: box ?? options[0].box, cost: cost ?? Infinity, shown: seen });
  }
  for (const { id, box, chosen, cost, seen, options } of badges) {
    const { t, small } = chosen ?? options[0];
    out.badges.set(id, { t, small, box: box ?? options[0].box, cost: cost ?? Infinity, shown: seen });
  }
  return out;
}
