// Drawing what a hand is about to draw: the handle on a rim, and the line that is being pulled.
import { RADIUS } from './handle.js';
import { edgeOf } from './shapes.js';
import { drawRing } from './states.js';

/** Draw the handle, and the line that is being pulled. */
export function drawHandle(ctx, palette, handle, { hue, letter, scale, size, dotted = false }) {
  const { view, pull } = handle, { actors } = view.drawing;
  const one = 1 / scale;
  if (pull && actors.has(pull.id) && pull.moved) {
    const source = actors.get(pull.id), over = actors.get(pull.over);
    const to = over || pull;
    const far = Math.hypot(to.x - source.x, to.y - source.y) || 1;
    const ux = (to.x - source.x) / far, uy = (to.y - source.y) / far;
    const start = edgeOf(source.shape, ux, uy) * size + 5;
    const end = far - (over ? edgeOf(over.shape, ux, uy) * size + 5 : 0);
    if (end <= start) return;
    if (over) drawRing(ctx, palette.marker, over, size, 5);
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = hue;
    ctx.lineWidth = 2.5 * one;
    ctx.lineCap = ctx.lineJoin = 'round';
    if (pull.loose || over) drawRing(ctx, palette.marker, source, size, 5);
    ctx.translate(source.x, source.y);
    ctx.rotate(Math.atan2(uy, ux));
    ctx.beginPath();
    ctx.setLineDash(dotted ? [0.1 * one, 6.5 * one] : []);
    ctx.moveTo(start, 0), ctx.lineTo(end, 0);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(end - 11 * one, -5 * one), ctx.lineTo(end, 0), ctx.lineTo(end - 11 * one, 5 * one);
    ctx.stroke();
    ctx.restore();
    return;
  }
  const spot = pull || handle.shown || (handle.ready && { ...handle.ready, angle: 0, ready: handle.ready }) || (view.edits && handle.resting(view.state.selected));
  if (!spot || !actors.has(spot.id)) return;
  const { x, y } = handle.point(spot.id, spot.angle, spot.ready);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(one, one);
  ctx.fillStyle = palette.canvas;
  ctx.beginPath(), ctx.arc(0, 0, RADIUS + 2, 0, 2 * Math.PI), ctx.fill();
  ctx.fillStyle = hue;
  ctx.beginPath(), ctx.arc(0, 0, RADIUS, 0, 2 * Math.PI), ctx.fill();
  ctx.rotate(spot.angle);
  ctx.strokeStyle = letter ? palette.onLink : palette.onInk;
  ctx.lineWidth = 1.8;
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(-4, 0), ctx.lineTo(4, 0), ctx.moveTo(0.6, -3.6), ctx.lineTo(4.2, 0), ctx.lineTo(0.6, 3.6);
  ctx.stroke();
  ctx.restore();
}
