// Drawing states: rings and spots of the marker, who else is here.
import { onCurve } from './geometry.js';

const CORNERS = { e: [-1, -1], w: [1, -1], s: [1, -1], n: [1, 1] }; // of the number, away from the name

/** A ring round an actor's shape. */
export function drawRing(ctx, colour, item, size, width, dash = []) {
  ctx.save();
  ctx.translate(item.x, item.y);
  ctx.scale(size, size);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.beginPath();
  if (item.shape === 'square') ctx.roundRect(-20.5, -20.5, 41, 41, 6);
  else if (item.shape === 'ellipse') ctx.ellipse(0, 0, 27, 19, 0, 0, 2 * Math.PI);
  else ctx.arc(0, item.shape === 'triangle' ? 2 : 0, Math.max(item.half.x, item.half.y) + 4.5, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
}

/** A small pin at the shape of an actor that was moved by hand: on the side where its name is not. */
export function drawPin(ctx, palette, item, size, side) {
  const [right, below] = CORNERS[side] || [1, -1];
  ctx.save();
  ctx.translate(item.x - right * 17 * size, item.y + below * 17 * size);
  ctx.scale(size, size);
  ctx.fillStyle = ctx.strokeStyle = palette.soft;
  ctx.lineCap = 'round';
  ctx.lineWidth = 5;
  const trace = () => {
    ctx.beginPath();
    ctx.moveTo(0, 2), ctx.lineTo(0, 7), ctx.moveTo(-4.5, 2), ctx.lineTo(4.5, 2), ctx.moveTo(-3.5, -5.5), ctx.lineTo(3.5, -5.5);
    ctx.moveTo(-2.5, -5), ctx.lineTo(-2.5, 1.5), ctx.moveTo(2.5, -5), ctx.lineTo(2.5, 1.5);
    ctx.stroke();
  };
  ctx.strokeStyle = palette.canvas, trace();
  ctx.strokeStyle = palette.soft, (ctx.lineWidth = 1.5), trace();
  ctx.restore();
}

/** The marker behind an actor that a finding names. */
export function drawSpot(ctx, palette, item, size, dark) {
  ctx.save();
  ctx.globalAlpha = dark ? 0.34 : 1;
  ctx.fillStyle = palette.marker;
  ctx.beginPath();
  ctx.arc(item.x, item.y, 25.5 * size, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

/** Rings and numbers of the other screens: [{number, selected}]. */
export function drawPresence(ctx, palette, { actors, links, placed, sizes }, presence) {
  const seen = new Map();
  for (const { number, selected } of presence) {
    const item = actors.get(selected), link = links.get(selected), colour = palette.who[(number - 1) % 6];
    const rank = seen.get(selected) || 0;
    if (item || link?.path) seen.set(selected, rank + 1);
    if (item) {
      if (!rank) drawRing(ctx, colour, item, sizes.shape, 4);
      const far = 21 * sizes.shape, [right, below] = CORNERS[placed.names.get(selected)?.side] || [1, -1];
      drawNumber(ctx, palette, number, colour, item.x + right * (far - rank * 20 * sizes.text), item.y + below * far, sizes.text);
    } else if (link?.path) {
      const badge = placed.badges.get(selected), { a, c, b } = link.path;
      const at = onCurve(a, c, b, badge ? badge.t : 0.5);
      const x = at.x + (link.size.w / 2 + 6 + rank * 20) * sizes.text;
      drawNumber(ctx, palette, number, colour, x, at.y - 12 * sizes.text, sizes.text);
    }
  }
}

function drawNumber(ctx, palette, number, colour, x, y, text) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(text, text);
  ctx.fillStyle = colour;
  ctx.strokeStyle = palette.canvas;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(0, 0, 10, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.fill();
  ctx.fillStyle = palette.onWho;
  ctx.font = `600 13px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(String(number), 0, 4.6);
  ctx.restore();
}
