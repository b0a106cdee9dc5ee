// A lens: which part of a map one looks at. It belongs to a screen: nothing of it is in the map or told to others. Pure.
import { cellOf, forceOf } from './scene.js';

const list = (value) => (value === null || value === undefined ? [] : [value]);

/** What one can look at, by id: `of` says of what, `values` what a thing has of it (none: it is never in such a lens). */
export const FACETS = {
  family: { of: 'links', values: (link, vocabulary) => list(vocabulary.link_kinds[link.kind]?.family) },
  practice: { of: 'links', values: (link) => [link.practice || 'not_said'] },
  confidence: { of: 'links', values: (link) => list(link.confidence) },
  formality: { of: 'links', values: (link, vocabulary) => list(formOf(link, vocabulary)) },
  strength: { of: 'links', values: (link) => [link.strength || 1] },
  kind: { of: 'actors', values: (actor) => list(actor.kind) },
  level: { of: 'actors', values: (actor) => list(actor.level) },
  cell: { of: 'actors', values: (actor, vocabulary) => [cellOf(actor, vocabulary)] },
  force: { of: 'actors', values: (actor, vocabulary) => [forceOf(actor, vocabulary)] },
};

/** Whether a link is formal, informal or mixed: as it was said, else as its kind is. */
export const formOf = (link, vocabulary) => link.formality || vocabulary.link_kinds[link.kind]?.formality || 'formal';

const rows = (things) => [...(things.values ? things.values() : Object.values(things))];

/** How often each value of a facet is on a map {actors, links}: Map value -> count. */
export function tallyOf(facet, map, vocabulary) {
  const out = new Map(), { of, values } = FACETS[facet];
  for (const thing of rows(map[of])) for (const value of values(thing, vocabulary)) out.set(value, (out.get(value) ?? 0) + 1);
  return out;
}

/** Everybody at most `steps` links away from an actor, the actor too, in whichever direction the links point. */
export function neighbourhood(id, steps, links) {
  const out = new Set([id]);
  for (let step = 0; step < steps; step++) {
    const last = new Set(out);
    for (const { source, target } of rows(links)) {
      if (last.has(source)) out.add(target);
      if (last.has(target)) out.add(source);
    }
  }
  return out;
}

/** What is in a lens {chosen: {facet: Set}, around: {id, steps} | null}: {actors, links}, sets of ids; null: everything.

Within a facet any of the chosen values will do, between facets all must. A link needs both its ends in it; where only
links are asked for, the actors in it are those at their ends. `keep` are ids that stay in it whatever was chosen. */
export function lensOf({ chosen, around }, map, vocabulary, keep = []) {
  const facets = Object.keys(FACETS).filter((facet) => chosen[facet]?.size);
  const near = around && map.actors.has(around.id) ? neighbourhood(around.id, around.steps, map.links) : null;
  if (!facets.length && !near) return null;
  const asked = (of) => facets.filter((facet) => FACETS[facet].of === of);
  const fits = (of) => (thing) => asked(of).every((facet) => FACETS[facet].values(thing, vocabulary).some((value) => chosen[facet].has(value)));
  const idsOf = (things, ...tests) => new Set(rows(things).filter((thing) => tests.every((test) => test(thing))).map((thing) => thing.id));
  const candidates = idsOf(map.actors, ({ id }) => !near || near.has(id), fits('actors'));
  if (near) candidates.add(around.id);
  const links = idsOf(map.links, ({ source, target }) => candidates.has(source) && candidates.has(target), fits('links'));
  const onlyLinks = asked('links').length > 0 && !asked('actors').length;
  const actors = onlyLinks ? new Set(near ? [around.id] : []) : candidates;
  for (const id of keep) {
    if (map.links.has(id)) links.add(id);
    else if (map.actors.has(id)) actors.add(id);
  }
  for (const id of links) {
    const { source, target } = map.links.get(id);
    actors.add(source).add(target);
  }
  return { actors, links };
}

/** Whether a thing is drawn at all: a part that `hides` the rest leaves out what is not in it, but never what a finding
names. */
export function drawnIn(part, highlight, links) {
  if (!part?.hides) return () => true;
  const seen = new Set([...part.actors, ...part.links, ...(highlight?.actors ?? []), ...(highlight?.links ?? [])]);
  for (const id of highlight?.links ?? []) if (links[id]) seen.add(links[id].source).add(links[id].target);
  return (id) => seen.has(id);
}

/** Those of {id: thing} whose id passes. */
export const only = (things, passes) => Object.fromEntries(Object.entries(things).filter(([id]) => passes(id)));

/** The part as the painter takes what is in the light; nothing of it stands on the marker. */
export const litByPart = (part) => part && { named: new Set(), lines: part.links, ends: part.actors };
