// What a change touches of a drawing: the items to make anew, the paths to lay, the names and badges to place. Pure.
import { grown, lengthInside, onCurve, overlap } from './geometry.js';
import { Grid } from './grid.js';
import { segmentsOf } from './paths.js';
import { boxOf } from './scene.js';

/** Links by their ends: Map actor id -> Set of link ids. */
export function endsOf(links) {
  const out = new Map();
  for (const link of links.values()) tie(out, link);
  return out;
}

export function tie(ends, { id, source, target }) {
  for (const end of [source, target]) {
    if (!ends.has(end)) ends.set(end, new Set());
    ends.get(end).add(id);
  }
}

export function untie(ends, { id, source, target }) {
  for (const end of [source, target]) ends.get(end)?.delete(id);
}

/** Ids of the links between the same two actors, either way: they share the room between them. */
export function between(ends, { source, target }) {
  const others = ends.get(target);
  return [...(ends.get(source) ?? [])].filter((id) => others?.has(id));
}

/** The names and badges that shapes and lines, new where they are, now lie under: ids of their actors and links. On a
dense map lines run under everything. */
export function disturbed({ actors, links, placed, sizes, dense }, loose) {
  const shapes = new Grid(), lines = new Grid(), out = new Set();
  for (const id of loose) {
    const item = actors.get(id), link = links.get(id);
    if (item) shapes.add({ id, box: boxOf(item, sizes.shape) });
    if (link?.path && !dense) for (const segment of segmentsOf(link.path)) lines.addSegment({ ...segment, id });
  }
  for (const places of [placed.names, placed.badges]) {
    for (const [id, { box, shown }] of places) {
      if (!shown || loose.has(id)) continue;
      const hit = shapes.some(box, (shape) => overlap(shape.box, box)) || lines.some(box, (s) => lengthInside(grown(box, 1), s.ax, s.ay, s.bx, s.by) > 0);
      if (hit) out.add(id);
    }
  }
  return out;
}

/** What stands where the names and badges of `loose` things could come to stand: {actors, links}, lists of items. */
export function nearby({ actors, links, placed, sizes, dense }, loose) {
  const { text, shape } = sizes, reaches = new Grid(240 * text);
  for (const id of loose) {
    const item = actors.get(id), link = links.get(id);
    if (item) {
      const w = Math.max(...item.settings.map((set) => set.w)), h = Math.max(...item.settings.map((set) => set.h));
      const rx = w * text + item.half.x * shape + 14 * text, ry = h * text + item.half.y * shape + 14 * text;
      reaches.add({ box: { x0: item.x - rx, y0: item.y - ry, x1: item.x + rx, y1: item.y + ry } });
    }
    if (!link?.path) continue;
    const { a, b, c, bent } = link.path, by = link.size.w * text; // a badge stands in the middle three quarters of its link
    for (const t of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      const at = onCurve(a, c, b, t), rx = by + Math.abs(b.x - a.x) * 0.1 + (bent ? 20 * text : 0), ry = by + Math.abs(b.y - a.y) * 0.1 + (bent ? 20 * text : 0);
      reaches.add({ box: { x0: at.x - rx, y0: at.y - ry, x1: at.x + rx, y1: at.y + ry } });
    }
  }
  const reached = (box) => reaches.some(box, (reach) => overlap(reach.box, box));
  const crosses = (s) => reaches.some({ x0: Math.min(s.ax, s.bx), y0: Math.min(s.ay, s.by), x1: Math.max(s.ax, s.bx), y1: Math.max(s.ay, s.by) }, (reach) => lengthInside(reach.box, s.ax, s.ay, s.bx, s.by) > 0);
  const stands = (part, id) => placed[part].get(id)?.shown && reached(placed[part].get(id).box);
  return {
    actors: [...actors.values()].filter((item) => loose.has(item.id) || reached(boxOf(item, shape)) || stands('names', item.id)),
    links: [...links.values()].filter((item) => loose.has(item.id) || (item.path && (stands('badges', item.id) || (!dense && segmentsOf(item.path).some(crosses))))),
  };
}

const sameBox = (p, q) => p.x0 === q.x0 && p.y0 === q.y0 && p.x1 === q.x1 && p.y1 === q.y1;

/** Places as they are now, with the objects of before where nothing is different: who compares them sees that at once. */
export function keeping(before, now) {
  for (const part of ['names', 'badges']) {
    for (const [id, place] of now[part]) {
      const was = before[part].get(id);
      const same = was && was.shown === place.shown && was.side === place.side && was.setting === place.setting && was.t === place.t && was.small === place.small;
      if (!same || !sameBox(was.box, place.box) || (was.rel && !sameBox(was.rel, place.rel))) continue;
      was.cost = place.cost;
      now[part].set(id, was);
    }
  }
  return now;
}
