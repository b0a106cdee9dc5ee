// A place for something small beside something drawn: near it, on the sheet, and on nothing that must be read. Pure.
import { around, overlap } from '../view/geometry.js';

const AWAY = 14, STEPS = 9, STEP = 30, ANGLES = 16; // px; rings round the place, and places on each

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

/** How many of `boxes` a rectangle lies on. */
const onTop = (box, boxes) => boxes.filter((other) => overlap(other, box)).length;

const at = (left, top, { w, h }) => ({ x0: left, y0: top, x1: left + w, y1: top + h });

/** Where to say something of a link: {left, top, low}. As a card near a point where it covers nobody; else (`low`) as a
strip along the sheet's lower or upper edge, whichever covers fewer, unless the card covers fewer still.

`card` and `strip` are sizes {w, h}; `room` is the rectangle that a strip may take at its ends. */
export function standing(card, strip, point, sheet, room, keep, spare) {
  const near = beside(card, point, sheet, keep, spare), own = at(near.left, near.top, card);
  const cost = (box) => onTop(box, keep) * 3 + onTop(box, spare);
  if (!cost(own)) return { ...near, low: false };
  const ends = [room.y1 - strip.h, room.y0].map((top) => ({ left: room.x0, top, low: true, cost: cost(at(room.x0, top, strip)) }));
  const { cost: least, ...best } = ends[1].cost < ends[0].cost ? ends[1] : ends[0];
  return cost(own) < least ? { ...near, low: false } : best;
}
