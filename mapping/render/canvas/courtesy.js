// Two screens add at the same moment and take the same free place: who came second makes room. The order of the log
// decides, so exactly one of the two moves, and it is its author's screen that moves it.

const TOUCHING = { x: 60, y: 40 }; // px: closer than this, two shapes lie on one another

const touches = (a, b) => Math.abs(a.x - b.x) < TOUCHING.x && Math.abs(a.y - b.y) < TOUCHING.y;

/** Actors that an effect of this screen's added where one stands already: ids. Pure.

before, after: states of the client before and after the effect. */
export function intruders(event, before, after) {
  if (event.type !== 'effects' || event.by !== after.by || !['add', 'batch'].includes(event.op)) return [];
  const was = before.confirmed.actors, came = event.put.actors.filter(({ id, x }) => x != null && !was.has(id));
  const others = [...was.values()].filter(({ x }) => x != null);
  return came.filter((actor) => others.some((other) => touches(actor, other))).map(({ id }) => id);
}

/** Moves those of this screen's actors that came second to free places near by. */
export function makeRoom(room, event, before) {
  const ids = intruders(event, before, room.state).filter((id) => room.state.map.actors.has(id) && !room.state.map.actors.get(id).pinned);
  if (ids.length && room.acts.canEdit()) room.editor.move(room.view.apart(ids));
}
