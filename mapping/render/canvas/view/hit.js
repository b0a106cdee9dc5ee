// What lies under a point of the map. Pure.
import { distanceToSegment, within } from './geometry.js';
import { segmentsOf } from './paths.js';
import { edgeOf } from './shapes.js';

/** Distance from a point to an actor's outline; negative inside. */
export function fromOutline(item, x, y, size = 1) {
  const dx = x - item.x, dy = y - item.y;
  const far = Math.hypot(dx, dy);
  if (far < 1e-6) return -edgeOf(item.shape, 1, 0) * size;
  return far - edgeOf(item.shape, dx / far, dy / far) * size;
}

/** The actor nearest to a point, with its outline at most `reach` away; null when there is none. */
export function actorNear(items, x, y, reach, size = 1) {
  let best = null, least = reach;
  for (const item of items) {
    if (Math.abs(item.x - x) > 80 * size + reach || Math.abs(item.y - y) > 80 * size + reach) continue;
    const far = fromOutline(item, x, y, size);
    if (far <= least) (least = far), (best = item);
  }
  return best;
}

/** The id of what is at a point: an actor's shape, a badge, a name, a line; null on the background.

drawing: {actors, links, placed, sizes}; `reach` is the tolerance in map units. */
export function thingAt({ actors, links, placed, sizes }, x, y, reach) {
  const actor = actorNear(actors.values(), x, y, Math.min(reach, 4 / 1), sizes.shape);
  if (actor) return actor.id;
  for (const [id, badge] of placed.badges) {
    if (badge.shown && within(badge.box, x, y)) return id;
  }
  for (const [id, name] of placed.names) {
    if (name.shown && within(name.box, x, y)) return id;
  }
  let best = null, least = reach;
  for (const link of links.values()) {
    if (!link.path) continue;
    for (const s of segmentsOf(link.path)) {
      const far = distanceToSegment(x, y, s.ax, s.ay, s.bx, s.by);
      if (far < least) (least = far), (best = link.id);
    }
  }
  return best ?? actorNear(actors.values(), x, y, reach, sizes.shape)?.id ?? null;
}
