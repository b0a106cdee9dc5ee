// What a change touches of a drawing: the items to make anew, the paths to lay, the names and badges to place. Pure.
import { grown, lengthInside, overlap } from './geometry.js';
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

/** The names and badges that shapes and lines, new where they are, now lie under: ids of their actors and links. */
export function disturbed({ actors, links, placed, sizes }, loose) {
  const shapes = new Grid(), lines = new Grid(), out = new Set();
  for (const id of loose) {
    const item = actors.get(id), link = links.get(id);
    if (item) shapes.add({ id, box: boxOf(item, sizes.shape) });
    if (link?.path) for (const segment of segmentsOf(link.path)) lines.addSegment({ ...segment, id });
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
