// What a map holds, changed in place.

/** Apply puts and drops to a map {actors, links}: which links and actors came, and which actors stand elsewhere now.

An actor that is put without a place keeps the one it has. */
export function change(map, puts = {}, drops = {}) {
  const { actors, links } = map, came = { links: [], actors: [], moved: [] };
  for (const id of drops.links || []) delete links[id];
  for (const id of drops.actors || []) delete actors[id];
  for (const [id, link] of Object.entries(puts.links || {})) {
    if (!links[id]) came.links.push(id);
    links[id] = link;
  }
  for (const [id, actor] of Object.entries(puts.actors || {})) {
    const before = actors[id];
    if (!before) came.actors.push(id);
    actors[id] = actor.x == null && before ? { ...actor, x: before.x, y: before.y } : actor;
    if (!before || before.x !== actors[id].x || before.y !== actors[id].y) came.moved.push(id); // vis redraws for every place it is told
  }
  return came;
}
