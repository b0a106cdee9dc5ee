// Draws a map, or a part of it, on the canvas, in the order of its layers. Decides nothing about places.
import { drawBadge } from './badges.js';
import { drawLink, drawUnder } from './links.js';
import { onCurve } from './geometry.js';
import { drawFullName, drawName } from './names.js';
import { calmed } from './palette.js';
import { drawPin, drawPresence, drawRing, drawSpot } from './states.js';
import { drawShape } from './shapes.js';

/** What stays unfaded under a finding: {actors, links} named, and the ends of named links. */
export function litBy(highlight, links) {
  if (!highlight) return null;
  const named = new Set(highlight.actors || []), lines = new Set(highlight.links || []);
  const ends = new Set(named);
  for (const id of lines) {
    const link = links.get(id);
    if (link) ends.add(link.source).add(link.target);
  }
  return { named, lines, ends };
}

/** Links on a map, in steps: one more must not turn all lines to another shade. */
const inSteps = (count) => {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(count || 1)) - 3);
  return Math.round(count / step) * step;
};

/** How things look in a state: {lines, looked, line(link), badge(link), actor(item)}: the colours of calm lines, and for
each thing a number that is another one whenever it is to be painted otherwise. */
export function looksOf(palette, { links }, { selected, hovered, many, fresh, lit, grown }) {
  const near = new Set([selected, hovered].filter(Boolean));
  const looked = (link) => near.has(link.id) || near.has(link.source) || near.has(link.target);
  const named = (link) => (lit ? (lit.lines.has(link.id) ? 4 : 8) : 0);
  return {
    lines: lit ? null : calmed(palette, inSteps(links.size)),
    looked,
    actor({ id }) {
      const light = lit ? (lit.ends.has(id) ? 4 : 8) + (lit.named.has(id) ? 16 : 0) : 0;
      return (id === selected ? 1 : 0) + (many.has(id) || fresh.has(id) ? 2 : 0) + light;
    },
    line: (link) => named(link) + (looked(link) ? 16 : 0) + 32 * Math.floor(grown(link.id) * 1000),
    badge: (link) => named(link) + (link.id === selected ? 1 : 0) + (grown(link.id) < 0.5 ? 2 : 0),
  };
}

/** Links, those that a finding names last. */
const inOrder = (links, lit) => (lit ? [...links].sort((p, q) => lit.lines.has(p.id) - lit.lines.has(q.id)) : links);

/** The colour of a link's family, or of what is needed. */
function hueOf(link, { palette, state: { lit } }) {
  const colours = lit && !lit.lines.has(link.id) ? palette.pale : palette;
  return link.practice === 'missing' ? colours.gap : colours.links[link.token] || palette.soft;
}

/** The colour of its line, calm where nobody looks at it. */
function hueOfLine(link, scene) {
  const { palette, state, looks } = scene;
  if (state.lit || looks.looked(link)) return hueOf(link, scene);
  if (link.proposed) return palette.pale.links[link.token] || palette.control;
  return link.practice === 'missing' ? looks.lines.gap : looks.lines.links[link.token] || palette.soft;
}

/** Draw what lies under all lines: the marker under links that are selected or new, and behind what a finding names. */
export function paintUnder(ctx, { palette, drawing: { actors, links, sizes }, state }) {
  const marked = new Set([...state.fresh, state.selected]);
  for (const id of marked) if (links.get(id)?.path) drawUnder(ctx, palette, links.get(id).path, sizes.line, state.dark);
  for (const id of state.lit?.named ?? []) if (actors.has(id)) drawSpot(ctx, palette, actors.get(id), sizes.shape, state.dark);
}

/** Draw the lines of some links; `sight` is the rectangle of the map that is painted, null for all of it. */
export function paintLines(ctx, scene, { links, sight }) {
  const { drawing: { sizes }, state } = scene;
  for (const link of inOrder(links, state.lit)) {
    if (link.path) drawLink(ctx, link, hueOfLine(link, scene), sizes.line, state.grown(link.id), sight);
  }
}

/** Draw shapes, badges and names of some actors and links. */
export function paintSigns(ctx, scene, { actors, links }) {
  const { palette, drawing: { placed, sizes }, state } = scene, { selected, lit } = state;
  for (const item of actors) {
    if (item.id === selected || state.many.has(item.id) || state.fresh.has(item.id)) {
      drawRing(ctx, palette.marker, item, sizes.shape, 5);
    }
    if (item.pending) drawRing(ctx, palette.control, item, sizes.shape, 1.5, [4, 3]);
    drawShape(ctx, palette, item, item.x, item.y, sizes.shape, lit && !lit.ends.has(item.id) ? 0.3 : 1);
  }
  for (const link of inOrder(links, lit)) {
    const badge = placed.badges.get(link.id);
    if (!link.path || !badge || (!badge.shown && link.id !== selected) || state.grown(link.id) < 0.5) continue;
    const at = onCurve(link.path.a, link.path.c, link.path.b, badge.t);
    drawBadge(ctx, palette, { ...link, hue: hueOf(link, scene), small: badge.small }, at.x, at.y, sizes.text, link.waits);
  }
  for (const item of actors) {
    const place = placed.names.get(item.id);
    if (place?.shown) drawName(ctx, palette, item, place, sizes.text, { soft: lit && !lit.ends.has(item.id) });
  }
}

/** Draw what lies over the map and comes and goes: where the others are, the full name of what one looks at. */
export function paintOver(ctx, palette, drawing, state) {
  const { actors, placed, sizes } = drawing;
  drawPresence(ctx, palette, drawing, state.presence);
  for (const id of new Set([state.hovered, state.selected])) {
    const item = actors.get(id), place = item && placed.names.get(id);
    if (item?.pinned) drawPin(ctx, palette, item, sizes.shape, place?.side);
    if (place && !(place.shown && item.settings[place.setting].whole)) {
      drawFullName(ctx, palette, item, state.scale, sizes.shape);
    }
  }
}
