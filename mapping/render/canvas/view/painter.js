// Draws the whole map on the canvas, in the order of its layers. Decides nothing about places.
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

/** Draw a drawing {actors, links, placed, sizes} in its state {selected, many, lit, presence, grown, fresh, hovered, moving}. */
export function paint(ctx, palette, drawing, state) {
  const { actors, links, placed, sizes } = drawing;
  const { selected, lit } = state;
  const hue = (link) => {
    const colours = lit && !lit.lines.has(link.id) ? palette.pale : palette;
    return link.practice === 'missing' ? colours.gap : colours.links[link.token] || palette.soft;
  };
  const calm = lit ? null : calmed(palette, links.size), near = new Set([selected, state.hovered]);
  const looked = (link) => near.has(link.id) || near.has(link.source) || near.has(link.target);
  const ofLine = (link) => {
    if (lit || looked(link)) return hue(link);
    if (link.proposed) return palette.pale.links[link.token] || palette.control;
    return link.practice === 'missing' ? calm.gap : calm.links[link.token] || palette.soft;
  };

  drawHeadings(ctx, palette, drawing.headings, sizes.text);
  for (const id of [...state.fresh, selected]) {
    const link = links.get(id);
    if (link?.path) drawUnder(ctx, palette, link.path, sizes.line, state.dark);
  }
  if (lit) for (const id of lit.named) if (actors.has(id)) drawSpot(ctx, palette, actors.get(id), sizes.shape, state.dark);
  const inOrder = lit ? [...links.values()].sort((p, q) => lit.lines.has(p.id) - lit.lines.has(q.id)) : [...links.values()];
  for (const link of inOrder) {
    if (!link.path) continue;
    drawLink(ctx, link, ofLine(link), sizes.line, state.grown(link.id));
  }
  writeHeadings(ctx, palette, drawing.headings, sizes.text);
  for (const item of actors.values()) {
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
  for (const item of actors.values()) {
    const place = placed.names.get(item.id);
    if (place?.shown) drawName(ctx, palette, item, place, sizes.text, { soft: lit && !lit.ends.has(item.id) });
  }
  drawPresence(ctx, palette, drawing, state.presence);
  for (const id of new Set([state.hovered, selected])) {
    const item = actors.get(id), place = item && placed.names.get(id);
    if (item?.pinned) drawPin(ctx, palette, item, sizes.shape, place?.side);
    if (place && !(place.shown && item.settings[place.setting].whole)) {
      drawFullName(ctx, palette, item, state.scale, sizes.shape);
    }
  }
}
