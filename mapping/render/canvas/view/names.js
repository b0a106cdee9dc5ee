// Drawing names: the text with its halo, the tower beside it, V for a veto, a small second line.
import { LINE } from './labels.js';
import { TOWER, drawTower } from './towers.js';

const BEHIND = 0.85; // of the canvas's colour over what runs under a name

/** Draw the name of an actor at its place {side, setting, rel} (map units). */
export function drawName(ctx, palette, item, place, text, { soft = false } = {}) {
  const set = item.settings[place.setting];
  const rated = item.influence !== null;
  const w = set.w, h = set.h;
  ctx.save();
  ctx.translate(item.x + place.rel.x0, item.y + place.rel.y0);
  ctx.scale(text, text);
  const towerX = place.side === 'w' ? w - TOWER.width : 0;
  const left = rated && place.side !== 'w' ? TOWER.width + TOWER.gap : 0;
  const align = place.side === 'w' ? 'right' : place.side === 'e' || rated ? 'left' : 'center';
  const x = align === 'left' ? left : align === 'center' ? w / 2 : w - (rated ? TOWER.width + TOWER.gap : 0);
  const bottom = h - (item.under ? 16 : 0);
  clearBehind(ctx, palette, align === 'left' ? x : align === 'center' ? x - set.textWidth / 2 : x - set.textWidth, bottom - set.lines.length * LINE, set.textWidth, h);
  ctx.font = `${soft ? 400 : 600} 15px ${palette.font}`;
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = align;
  const colour = soft ? palette.soft : palette.ink;
  if (rated) drawTower(ctx, palette, item.influence, towerX, bottom - 3.6, colour);
  set.lines.forEach((line, i) => {
    const last = i === set.lines.length - 1, y = bottom - 4.6 - (set.lines.length - 1 - i) * LINE;
    const shift = last && item.veto ? (align === 'right' ? 20 : align === 'center' ? 10 : 0) : 0;
    withHalo(ctx, palette, line, x - shift, y, colour);
    if (last && item.veto) {
      const wide = ctx.measureText(line).width;
      const end = align === 'left' ? x + wide : align === 'right' ? x - 20 : x - 10 + wide / 2;
      drawVeto(ctx, palette, end + 4, y, colour);
    }
  });
  if (item.under) {
    ctx.font = `400 13px ${palette.font}`;
    ctx.textAlign = align;
    withHalo(ctx, palette, item.under, x, h - 3.5, palette.soft);
  }
  ctx.restore();
}

/** Where a line runs under a name it goes nearly out: a halo alone leaves it between the letters and the rows. */
function clearBehind(ctx, palette, x, y, w, to) {
  ctx.save();
  ctx.globalAlpha *= BEHIND;
  ctx.fillStyle = palette.canvas;
  ctx.fillRect(x - 2, y + 1, w + 4, to - y - 1);
  ctx.restore();
}

/** Draw text over a halo of the canvas, so that it stays readable on lines. */
export function withHalo(ctx, palette, text, x, y, colour) {
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5;
  ctx.strokeStyle = palette.canvas;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function drawVeto(ctx, palette, x, y, colour) {
  ctx.save();
  ctx.fillStyle = palette.canvas;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(x, y - 12, 15, 15, 3);
  ctx.fill();
  ctx.stroke();
  ctx.font = `700 12px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.fillStyle = colour;
  ctx.fillText('V', x + 7.5, y - 0.2);
  ctx.restore();
}

/** The full name of an actor whose name was cut or left out, on a small sheet under the shape. */
export function drawFullName(ctx, palette, item, scale, size) {
  ctx.save();
  ctx.translate(item.x, item.y + item.half.y * size);
  ctx.scale(1 / scale, 1 / scale);
  ctx.font = `600 15px ${palette.font}`;
  const wide = ctx.measureText(item.name).width + 20;
  ctx.fillStyle = palette.canvas;
  ctx.strokeStyle = palette.control;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(-wide / 2, 8, wide, 28, 6);
  ctx.fill();
  ctx.stroke();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = palette.ink;
  ctx.fillText(item.name, 0, 27);
  ctx.restore();
}
