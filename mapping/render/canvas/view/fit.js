// Showing everything: the largest scale at which shapes fit with a margin, names standing inwards where there is none.
// And showing just enough more: somebody stands outside of what is seen.
import { grown, union, within } from './geometry.js';
import { boxOf } from './scene.js';
import { PLAIN, storedAt, stretchFor } from './stretch.js';

const MOST = 1.15; // largest scale of a fit: a little over natural size, more where names must be larger

/** The room of a sheet {w, h} inside its inset, in px. */
const roomOf = (sheet, inset) => ({
  x: Math.max(80, sheet.w - inset.left - inset.right), y: Math.max(80, sheet.h - inset.top - inset.bottom),
});

/** The view {x, y, scale} that shows a rectangle in the middle of a sheet's room. */
export function viewOf(rect, sheet, inset, scale) {
  return {
    x: (rect.x0 + rect.x1) / 2 + (inset.right - inset.left) / 2 / scale,
    y: (rect.y0 + rect.y1) / 2 + (inset.bottom - inset.top) / 2 / scale,
    scale,
  };
}

/** The largest scale at which a rectangle fits a sheet's room with a margin (px) on each side. */
export function scaleFor(rect, sheet, inset, most, margin = { x: 0, y: 0 }) {
  const room = roomOf(sheet, inset);
  return Math.min(most, (room.x - 2 * margin.x) / (rect.x1 - rect.x0), (room.y - 2 * margin.y) / (rect.y1 - rect.y0));
}

/** What a fit leaves for names beside the outermost shapes (px); the rest stands inwards. */
export function marginFor(sheet, inset) {
  const room = roomOf(sheet, inset);
  return { x: Math.max(20, Math.min(110, room.x * 0.12)), y: 16 };
}

/** The rectangle of the map that a view shows inside the inset. */
export function roomSeen({ x, y, scale }, sheet, inset) {
  return {
    x0: x - (sheet.w / 2 - inset.left) / scale, x1: x + (sheet.w / 2 - inset.right) / scale,
    y0: y - (sheet.h / 2 - inset.top) / scale, y1: y + (sheet.h / 2 - inset.bottom) / scale,
  };
}

/** Fit a view to its sheet, to all of the map or to `only` a set of its actors. Names are placed for each scale tried, so there are few tries, fewer on large maps. */
export function fit(view, only = null) {
  const { stage, drawing, inset } = view, { size } = stage, most = MOST * Math.max(1, view.leastText / 15);
  if (!size.w || !size.h) return;
  if (!drawing.actors.size) return void (view.sheet = roomSeen({ ...stage.centre, scale: stage.scale }, size, inset)); // names of the first stand inwards too
  stage.network.setSize('100%', '100%');
  if (!only) stretch(view);
  const look = (rect, scale) => {
    const at = viewOf(rect, size, inset, scale);
    stage.look(at, scale);
    view.sheet = roomSeen({ ...at, scale: stage.scale }, size, inset);
    drawing.changed();
    view.lay();
  };
  const core = drawing.bounds(false, only);
  look(core, scaleFor(core, size, inset, most, marginFor(size, inset)));
  const first = stage.scale;
  for (let round = 0; round < (drawing.actors.size > 80 ? 1 : 3); round++) {
    const all = drawing.bounds(true, only), best = scaleFor(all, size, inset, most), now = stage.scale;
    if (best >= now * 0.995 && best < now * 1.04) break;
    look(all, best < now ? Math.max(best, first * 0.85) : Math.min(best, now * 1.15));
  }
}

/** See the map as far apart as its sheet lets it; an arrangement has the shape that it was given. */
function stretch(view) {
  const { drawing, stage: { size }, inset } = view, room = roomOf(size, inset), margin = marginFor(size, inset);
  const places = [...drawing.actors.values()].map((at) => storedAt({ x: at.x, y: at.y }, view.stretched));
  view.stretch(drawing.headings.length ? PLAIN : stretchFor(places, { x: room.x - 2 * margin.x, y: room.y - 4 * margin.y }));
}

const CLOSE = 6, SAID = 20; // px to the edge that are enough, and that what is said at the foot leaves free
const SPARE = 0.94; // a little further than need be: the next one finds room too

/** Whether an actor's shape, or its name where it is shown, leaves a rectangle of the map. */
export function isCut({ drawing, stage }, item, rect) {
  const { x0, y0, x1, y1 } = grown(rect, 3 / stage.scale), name = drawing.placed.names.get(item.id), shape = boxOf(item, drawing.sizes.shape);
  const leaves = (box) => box.x0 < x0 || box.x1 > x1 || box.y0 < y0 || box.y1 > y1;
  return leaves(shape) || Boolean(name?.shown && name.box && leaves(name.box));
}

/** The part of the map that nothing is laid over, of what is seen. */
export const clear = ({ stage, inset }) => roomSeen({ ...stage.centre, scale: stage.scale }, stage.size, { top: CLOSE, left: CLOSE, right: CLOSE, bottom: Math.max(CLOSE, inset.bottom - SAID) + 3 });

/** Look from further away, just enough that these actors are seen with their names; first names turn inwards. Until a
hand looks elsewhere, the names of all who were seen stay in sight too. */
export function include(view, ids) {
  const { stage, drawing, inset } = view, { size } = stage;
  if (!size.w || !size.h) return;
  view.ready();
  const part = clear(view), wanted = new Set(ids);
  if (view.sheet) for (const { id, x, y } of drawing.actors.values()) if (within(part, x, y)) wanted.add(id);
  const cut = () => [...wanted].map((id) => drawing.actors.get(id)).filter((item) => item && isCut(view, item, clear(view)));
  for (let round = 0; round < 4 && cut().length; round++) {
    const seen = roomSeen({ ...stage.centre, scale: stage.scale }, size, inset);
    if (round) {
      const boxes = cut().flatMap((item) => [boxOf(item, drawing.sizes.shape), drawing.placed.names.get(item.id)].map((place) => place?.box ?? place)).filter((box) => box?.x0 !== undefined);
      const all = union([seen, ...boxes]), scale = Math.min(stage.scale * SPARE, scaleFor(all, size, inset, stage.scale));
      stage.look(viewOf(all, size, inset, scale), scale);
    }
    view.sheet = roomSeen({ ...stage.centre, scale: stage.scale }, size, inset);
    drawing.changed();
    view.lay();
  }
}
