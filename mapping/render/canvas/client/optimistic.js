// What a change will do to a map, drawn before the server has answered. Pure.
// Only what is shown at once: who wins is the server's to say, and its effects replace all of this.

const copy = (map) => ({ actors: new Map(map.actors), links: new Map(map.links), frame: map.frame });

function apply(map, part) {
  const { actors, links } = map;
  switch (part.op) {
    case 'add':
      if (!actors.has(part.actor.id)) actors.set(part.actor.id, part.actor);
      break;
    case 'link': {
      const { id, source, target } = part.link;
      if (!links.has(id) && actors.has(source) && actors.has(target)) links.set(id, part.link);
      break;
    }
    case 'set': {
      const table = links.has(part.of) ? links : actors;
      if (table.has(part.of)) table.set(part.of, { ...table.get(part.of), ...part.values });
      break;
    }
    case 'move':
      for (const [id, [x, y]] of Object.entries(part.places)) {
        if (actors.has(id)) actors.set(id, { ...actors.get(id), x, y, ...(part.pinned == null ? {} : { pinned: part.pinned }) });
      }
      break;
    case 'unlink':
      links.delete(part.of);
      break;
    case 'remove':
      if (actors.delete(part.of)) {
        for (const link of [...links.values()]) {
          if (link.source === part.of || link.target === part.of) links.delete(link.id);
        }
      }
      break;
    case 'frame':
      map.frame = { ...map.frame, ...part.values };
      break;
    case 'batch':
      for (const each of part.changes) apply(map, each);
      break;
  }
}

/** Ids of the actors and links that a change names. */
export function named(part) {
  if (part.op === 'batch') return part.changes.flatMap(named);
  if (part.op === 'move') return Object.keys(part.places);
  const id = part.actor?.id ?? part.link?.id ?? part.of;
  return id ? [id] : [];
}

/** The map with pending messages on top; what a pending undo takes back is left out. */
export function shown(confirmed, pending) {
  if (!pending.length) return confirmed;
  const undone = new Set(pending.filter((p) => p.message.type === 'undo').map((p) => p.message.of));
  const map = copy(confirmed);
  for (const { id, message } of pending) {
    if (message.type === 'change' && !undone.has(id)) apply(map, message.change);
  }
  return map;
}

/** What turns one shown map into another: whole actors and links to put, ids to drop. */
export function difference(before, after) {
  const puts = { actors: [], links: [] }, drops = { actors: [], links: [] };
  for (const part of ['actors', 'links']) {
    if (before[part] === after[part]) continue;
    for (const [id, thing] of after[part]) if (before[part].get(id) !== thing) puts[part].push(thing);
    for (const id of before[part].keys()) if (!after[part].has(id)) drops[part].push(id);
  }
  return { puts, drops };
}
