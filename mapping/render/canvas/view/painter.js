// Draws a map, or a part of it, on the canvas, in the order of its layers. Decides nothing about places.
import { drawBadge } from './badges.js';
import { drawLink, drawUnder } from './links.js';
import { onCurve } from './geometry.js';
import { drawHeadings, writeHeadings } from './headings.js';
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

/** How things look in a state: {lines, actor(item), link(item)}: the colours of calm lines, and for each thing a number
that is another one whenever it is to be painted otherwise. */
export function looksOf(palette, { links }, { selected, hovered, many, fresh, lit, grown }) {
  const near = new Set([selected, hovered].filter(Boolean));
  const looked = (link) => near.has(link.id) || near.has(link.source) || near.has(link.target);
  return {
    lines: lit ? null : calmed(palette, inSteps(links.size)),
    looked,
    actor({ id }) {
      const light = lit ? (lit.ends.has(id) ? 4 : 8) + (lit.named.has(id) ? 16 : 0) : 0;
      return (id === selected ? 1 : 0) + (many.has(id) || fresh.has(id) ? 2 : 0) + light;
    },
    link(link) {
      const light = lit ? (lit.lines.has(link.id) ? 4 : 8) : looked(link) ? 16 : 0;
      return (link.id === selected ? 1 : 0) + (fresh.has(link.id) ? 2 : 0) + light + 32 * Math.floor(grown(link.id) * 1000);
    },
  };
}

/** Draw a drawing {actors, links, placed, sizes} in its state {selected, many, lit, grown, fresh}: `some` of its items. */
export function paint(ctx, palette, drawing, state, looks, some) {
  const { placed, sizes } = drawing;
  const { selected, lit } = state;
  const hue = (link) => {
    const colours = lit && !lit.lines.has(link.id) ? palette.pale : palette;
    return link.practice === 'missing' ? colours.gap : colours.links[link.token] || palette.soft;
  };
  const ofLine = (link) => {
    if (lit || looks.looked(link)) return hue(link);
    if (link.proposed) return palette.pale.links[link.token] || palette.control;
    return link.practice === 'missing' ? looks.lines.gap : looks.lines.links[link.token] || palette.soft;
  };

  drawHeadings(ctx, palette, drawing.headings, sizes.text);
  for (const link of some.links) {
    if (link.path && (link.id === selected || state.fresh.has(link.id))) drawUnder(ctx, palette, link.path, sizes.line, state.dark);
  }
  if (lit) for (const item of some.actors) if (lit.named.has(item.id)) drawSpot(ctx, palette, item, sizes.shape, state.dark);
  const inOrder = lit ? [...some.links].sort((p, q) => lit.lines.has(p.id) - lit.lines.has(q.id)) : some.links;
  for (const link of inOrder) {
    if (!link.path) continue;
    drawLink(ctx, link, ofLine(link), sizes.line, state.grown(link.id));
  }
  writeHeadings(ctx, palette, drawing.headings, sizes.text);
  for (const item of some.actors) {
    if (item.id === selected || state.many.has(item.id) || state.fresh.has(item.id)) {
      drawRing(ctx, palette.marker, item, sizes.shape, 5);
    }
    if (item.pending) drawRing(ctx, palette.control, item, sizes.shape, 1.5, [4, 3]);
    drawShape(ctx, palette, item, item.x, item.y, sizes.shape, lit && !lit.ends.has(item.id) ? 0.3 : 1);
  }
  for (const link of inOrder) {
    const badge = placed.badges.get(link.id);
    if (!link.path || !badge || (!badge.shown && link.id !== selected) || state.grown(link.id) < 0.5) continue;
    const at = onCurve(link.path.a, link.path.c, link.path.b, badge.t);
    drawBadge(ctx, palette, { ...link, hue: hue(link), small: badge.small }, at.x, at.y, sizes.text, link.waits);
  }
  for (const item of some.actors) {
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
