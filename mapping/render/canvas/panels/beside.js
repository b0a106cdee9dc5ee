// A place for something small beside something drawn: near it, on the sheet, and on nothing that must be read. Pure.
import { around, overlap } from '../view/geometry.js';

const AWAY = 14, STEPS = 7, STEP = 26, ANGLES = 16; // px; rings round the place, and places on each

/** Left and top of a box {w, h} near a point, inside a rectangle.

`keep` are rectangles that it may not cover, `spare` those it had better not; where nothing is free, it stands where it covers least. */
export function beside({ w, h }, at, sheet, keep, spare = []) {
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
  let best = null, least = Infinity;
  for (let ring = 0; ring < STEPS; ring++) {
    for (let k = 0; k < ANGLES; k++) {
      const angle = Math.PI / 2 + ((k % 2 ? -1 : 1) * Math.ceil(k / 2) * 2 * Math.PI) / ANGLES; // below first
      const rx = w / 2 + AWAY + ring * STEP, ry = h / 2 + AWAY + ring * STEP;
      const x = clamp(at.x + rx * Math.cos(angle), sheet.x0 + w / 2 + 8, sheet.x1 - w / 2 - 8);
      const y = clamp(at.y + ry * Math.sin(angle), sheet.y0 + h / 2 + 8, sheet.y1 - h / 2 - 8);
      const box = around(x, y, w, h);
      const over = (rows) => rows.filter((row) => overlap(row, box)).length;
      const price = over(keep) * 10000 + over(spare) * 300 + Math.hypot(x - at.x, y - at.y);
      if (price < least) (least = price), (best = box);
    }
  }
  return { left: best.x0, top: best.y0 };
}
