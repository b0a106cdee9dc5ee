// What the zoom does to type, lines and shapes. Pure.

const STEP = 1.1;
const LEAST_TEXT = 11, MOST_TEXT = 19; // px on the screen for type of 15 px
const LEAST_LINE = 0.6, LEAST_SHAPE = 0.45; // of their size

/** The sizes in force at a scale, in steps so that a picture lasts over a stretch of zooming.

Returns {key, text, line, shape}: factors in map units. Names stay between 11 and 19 px on the screen. */
export function sizesAt(scale, least = LEAST_TEXT) {
  const smallest = least / 15, largest = Math.max(MOST_TEXT / 15, smallest);
  const wanted = scale < smallest ? smallest / scale : scale > largest ? largest / scale : 1;
  const step = Math.ceil(Math.log(wanted) / Math.log(STEP) - 1e-9);
  const text = STEP ** step;
  const effective = text > 1 ? smallest / text : scale;
  return {
    key: step,
    text,
    line: text > 1 ? Math.max(1, (LEAST_LINE * Math.max(1, smallest)) / effective) : 1,
    shape: text > 1 ? Math.max(1, LEAST_SHAPE / effective) : 1,
  };
}

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
