// What is drawn at rest as boxes, for the browser tests of what can be read.
import { touches } from '/canvas/view/detours.js';
import { lengthInside } from '/canvas/view/geometry.js';
import { segmentsOf } from '/canvas/view/paths.js';

const meet = (a, b) => a.id !== b.id && a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const among = (list) => list.flatMap((a, i) => list.slice(i + 1).filter((b) => meet(a, b)).map((b) => [a.id, b.id]));
const between = (p, q) => p.flatMap((a) => q.filter((b) => meet(a, b)).map((b) => [a.id, b.id]));
const shown = (places) => [...places].filter(([, p]) => p.shown).map(([id, { box }]) => ({ id, ...box }));

/** Counts, type in px on the screen, and which boxes lie on one another. */
export function read(view) {
  view.ready();
  const { drawing, stage } = view, names = shown(drawing.placed.names), badges = shown(drawing.placed.badges);
  const size = drawing.sizes.shape * 0.7; // a shape's ink: the corners of a diamond or star are empty
  const shapes = [...drawing.actors.values()].map(({ id, x, y, half }) => (
    { id, x0: x - half.x * size, x1: x + half.x * size, y0: y - half.y * size, y1: y + half.y * size }));
  return {
    names: names.length, actors: drawing.actors.size, badges: badges.length, links: drawing.links.size,
    px: 15 * drawing.sizes.text * stage.scale,
    overlaps: {
      names: among(names), badges: among(badges), name_badge: between(names, badges),
      name_shape: between(names, shapes), badge_shape: between(badges, shapes),
    },
  };
}

/** How often a straight link runs through an actor that it does not join. */
export function through(view) {
  view.ready();
  const { actors, links, sizes } = view.drawing;
  let count = 0;
  for (const { source, target, path } of links.values()) {
    if (!path || path.bent) continue;
    const { a, b } = path, dx = b.x - a.x, dy = b.y - a.y;
    for (const { id, x, y } of actors.values()) {
      if (id === source || id === target) continue;
      const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      if (Math.hypot(x - a.x - t * dx, y - a.y - t * dy) < 15 * sizes.shape) count += 1;
    }
  }
  return count;
}

/** How many lines run through the middle of a third actor, through its name, and through the name of an own end. */
export function cut(view) {
  view.ready();
  const { actors, links, sizes, placed } = view.drawing, out = { lines: 0, shapes: 0, names: 0, own: 0 }, by = 11 * sizes.shape;
  const under = (lines, box) => box && lines.reduce((px, { ax, ay, bx, by: y }) => px + lengthInside(box, ax, ay, bx, y), 0);
  for (const { source, target, path } of links.values()) {
    if (!path) continue;
    const lines = segmentsOf(path), name = (id) => placed.names.get(id).shown && under(lines, placed.names.get(id).box) > 6;
    const third = [...actors.values()].filter(({ id }) => id !== source && id !== target);
    out.lines += 1;
    out.shapes += third.some(({ x, y }) => under(lines, { x0: x - by, x1: x + by, y0: y - by, y1: y + by }) > 0);
    out.names += third.some(({ id }) => name(id));
    out.own += name(source) || name(target);
  }
  return out;
}

const apart = (p, q) => ({ x: Math.max(p.x0 - q.x1, q.x0 - p.x1), y: Math.max(p.y0 - q.y1, q.y0 - p.y1) });
const far = (p, q) => {
  const { x, y } = apart(p, q);
  return Math.hypot(Math.max(0, x), Math.max(0, y));
};

/** How well names are read as those of their actors: `unnamed` actors; names `crossed` by a line; names `misread`, nearer
to somebody who has none than to their own; pairs of names that are `near`, less than 10 px beside and 6 px above one
another on the screen; and lines that come within 4 px of the `shapes` of others. */
export function reading(view) {
  view.ready();
  const { actors, links, sizes, placed } = view.drawing, { scale } = view.stage, names = shown(placed.names);
  const shape = ({ x, y, half }) => ({ x0: x - half.x * sizes.shape, y0: y - half.y * sizes.shape, x1: x + half.x * sizes.shape, y1: y + half.y * sizes.shape });
  const paths = [...links.values()].filter(({ path }) => path), lines = paths.flatMap(({ path }) => segmentsOf(path));
  const unnamed = [...actors.values()].filter(({ id }) => !placed.names.get(id).shown);
  const px = (box) => Math.max(...paths.map(({ path }) => segmentsOf(path).reduce((sum, { ax, ay, bx, by }) => sum + lengthInside(box, ax, ay, bx, by), 0)));
  const near = (p, q) => {
    const { x, y } = apart(p, q);
    return x * scale < 10 - 0.01 && y * scale < 6 - 0.01;
  };
  return {
    unnamed: unnamed.length,
    crossed: lines.length ? names.filter((box) => px(box) > 6).length : 0,
    misread: names.filter((box) => unnamed.some((other) => far(box, shape(other)) < far(box, shape(actors.get(box.id))))).length,
    near: names.flatMap((p, i) => names.slice(i + 1).filter((q) => near(p, q))).length,
    shapes: paths.filter(({ source, target, path }) => [...actors.values()].some((item) => item.id !== source && item.id !== target
      && segmentsOf(path).some((line) => touches(item, line, sizes.shape, 4)))).length,
  };
}

/** Ids of actors whose name is seen, and of those whose name is not. */
export function named(view) {
  view.ready();
  const all = [...view.drawing.placed.names], ids = (seen) => all.filter(([, p]) => p.shown === seen).map(([id]) => id);
  return { seen: ids(true), hidden: ids(false) };
}

/** The mean weight of names: links, and twice the influence. */
export function meanWeight(view, ids) {
  const ends = Object.values(view.map.links).flatMap(({ source, target }) => [source, target]);
  const weight = (id) => ends.filter((end) => end === id).length + 2 * (view.map.actors[id].influence ?? 0);
  return ids.reduce((sum, id) => sum + weight(id), 0) / ids.length;
}

/** Whether the pointer over an actor's middle would be over it, and not over what lies there too. */
export function isOnTop(view, id) {
  const { x, y } = view.pointsOf(id).centre, at = view.stage.at({ clientX: x, clientY: y });
  return view.at(at.x, at.y, 6) === id;
}

/** Note every text that is written on a canvas from now on. */
export function listen() {
  const written = [], proto = CanvasRenderingContext2D.prototype, { fillText } = proto;
  proto.fillText = function write(text, ...rest) {
    written.push(text);
    return fillText.call(this, text, ...rest);
  };
  return written;
}
