// A map that was drawn on a wide sheet, on one that is narrow and tall: seen further apart along the free direction.
// Only what this screen shows; what is stored stays. Pure.

const LEAST = 1.15, MOST = 2.6; // less would not be worth it, more would no longer be the same map
const ROOMY = 0.95; // scale from which names have room as it is
const NATURAL = 1.15; // scale at which nobody needs to stand further apart

/** As it is stored. */
export const PLAIN = { x: 1, y: 1 };

/** A place {x, y, …} as it is seen; whole numbers, so that it comes back as it was. */
export const seenAt = (at, by) => (by === PLAIN || at.x == null ? at : { ...at, x: Math.round(at.x * by.x), y: Math.round(at.y * by.y) });

/** A place as it is stored, from where it is seen. */
export const storedAt = (at, by) => (by === PLAIN || at.x == null ? at : { ...at, x: Math.round(at.x / by.x), y: Math.round(at.y / by.y) });

/** How far actors at these stored places are to be seen apart in a room {x, y} of px: down a tall one that their width
leaves half empty; PLAIN elsewhere. */
export function stretchFor(places, room) {
  if (places.length < 3 || room.y <= room.x) return PLAIN;
  const span = (axis) => Math.max(1, Math.max(...places.map((at) => at[axis])) - Math.min(...places.map((at) => at[axis])));
  const scale = Math.min(room.x / span('x'), room.y / span('y'));
  if (scale >= ROOMY) return PLAIN;
  const down = Math.min(MOST, NATURAL / scale, room.y / span('y') / scale);
  return down < LEAST ? PLAIN : { x: 1, y: down };
}
