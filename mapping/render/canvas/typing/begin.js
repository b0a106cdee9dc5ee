// Whom an empty box offers: those that one has just dealt with. Pure.

const MOST = 6;

/** Ids of actors of a map, what is selected first, then the ends of the newest links, then the newest actors. While a
sentence goes on (`prior` {source, kind}) those it has reached already are left out, and who acts. */
export function toBegin({ actors, links }, { selected = null, prior = null } = {}) {
  const all = [...links.values()], ends = (link) => [link.source, link.target];
  const chosen = links.get(selected), order = [selected, ...(chosen ? ends(chosen) : []), ...all.reverse().flatMap(ends), ...[...actors.keys()].reverse()];
  const reached = new Set(prior ? [prior.source, ...all.filter((link) => link.source === prior.source && link.kind === prior.kind).map(({ target }) => target)] : []);
  return [...new Set(order)].filter((id) => actors.has(id) && !reached.has(id)).slice(0, MOST);
}
