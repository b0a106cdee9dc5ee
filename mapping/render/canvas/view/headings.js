// Headings of an arrangement, faint behind the map: what a row, block or ring is.

/** Draw headings [{text, x, y, ring}] (map units); `text` is the factor on type. */
export function drawHeadings(ctx, palette, headings, text) {
  if (!headings.length) return;
  ctx.save();
  ctx.strokeStyle = palette.control;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 1.2 * text;
  for (const { ring } of headings) {
    if (!ring) continue;
    ctx.beginPath();
    ctx.ellipse(ring.x, ring.y, ring.rx, ring.ry, 0, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.textBaseline = 'middle';
  for (const { text: words, x, y, ring } of headings) {
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(text, text);
    ctx.font = `400 15px ${palette.font}`;
    ctx.textAlign = ring === undefined ? 'left' : 'center';
    ctx.lineJoin = 'round';
    ctx.lineWidth = 6;
    ctx.strokeStyle = palette.canvas;
    ctx.strokeText(words, 0, 0);
    ctx.fillStyle = palette.soft;
    ctx.fillText(words, 0, 0);
    ctx.restore();
  }
  ctx.restore();
}
