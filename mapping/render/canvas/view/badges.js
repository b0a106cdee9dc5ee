// Badges on links: a circle with the family's letter, and a second half with the answer to "does it work?".
// The signs are paths, not characters: fonts lack some of them.

/** Which second half a practice has: null for a link that works. */
export const SIGNS = { works: null, weak: 'half', paper: 'sheet', blocked: 'bars', not_said: 'dots', disputed: 'unequal' };

/** Room for the sign that somebody does not agree. */
export const AGAINST_WIDTH = 18;

/** Size of a badge {w, h}: `words` is the measured width of "is needed" for a missing link. */
export function badgeSize(practice, words, unsure, pendingWords = 0) {
  const w = practice === 'missing' ? words + 34 : SIGNS[practice] ? 43 : 24;
  return { w: w + (unsure ? 11 : 0) + pendingWords, h: practice === 'missing' ? 26 : 24 };
}

function sign(ctx, name, hue) {
  ctx.strokeStyle = hue;
  ctx.fillStyle = hue;
  ctx.lineWidth = 1.6;
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.beginPath();
  if (name === 'half') {
    ctx.lineWidth = 1.45;
    ctx.moveTo(4.2, -4.3), ctx.lineTo(5.9, -5.6), ctx.lineTo(5.9, -0.2);
    ctx.moveTo(13, -5.2), ctx.lineTo(6.2, 5.4);
    ctx.moveTo(11.2, 1.7), ctx.bezierCurveTo(11.6, 0.2, 14.9, 0.2, 14.7, 2.2);
    ctx.bezierCurveTo(14.6, 3.3, 12.4, 4.4, 11.3, 5.6), ctx.lineTo(15, 5.6);
  } else if (name === 'sheet') {
    ctx.lineWidth = 1.4;
    for (const [x, y] of [[6, -5.6], [10.6, -5.6], [13.6, -2.6], [13.6, 5.6], [6, 5.6]]) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.moveTo(10.4, -5.4), ctx.lineTo(10.4, -2.4), ctx.lineTo(13.4, -2.4);
    ctx.moveTo(8.3, 0.6), ctx.lineTo(11.4, 0.6), ctx.moveTo(8.3, 3), ctx.lineTo(11.4, 3);
  } else if (name === 'bars') {
    ctx.lineWidth = 1.9;
    ctx.moveTo(9.4, -5), ctx.lineTo(6, 5), ctx.moveTo(14, -5), ctx.lineTo(10.6, 5);
  } else if (name === 'unequal') {
    ctx.moveTo(6, -2.2), ctx.lineTo(15, -2.2), ctx.moveTo(6, 2.2), ctx.lineTo(15, 2.2);
    ctx.moveTo(13.4, -5.4), ctx.lineTo(7.8, 5.4);
  }
  ctx.stroke();
  if (name === 'dots') {
    for (const x of [5.4, 9.8, 14.2]) ctx.beginPath(), ctx.arc(x, 0, 1.45, 0, 2 * Math.PI), ctx.fill();
  }
}

function letter(ctx, text, x, colour, font) {
  ctx.font = `700 13px ${font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = colour;
  ctx.fillText(text, x, 4.6);
}

function pill(ctx, w, h, palette, outline, dash, width = 1.5) {
  ctx.fillStyle = palette.canvas;
  ctx.beginPath();
  ctx.roundRect(-w / 2 - 2, -h / 2 - 2, w + 4, h + 4, h / 2 + 2);
  ctx.fill();
  ctx.strokeStyle = outline;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.roundRect(-w / 2, -h / 2, w, h, h / 2);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Draw a badge {letter, hue, practice, unsure, pending, against, words, size, small} with its centre at (x, y). */
export function drawBadge(ctx, palette, badge, x, y, scale = 1, notSent = '') {
  const { hue, practice, pending, words, size, small } = badge;
  const half = small ? null : SIGNS[practice];
  const unsure = badge.unsure && !small, waits = pending && !small, against = badge.against && !small;
  const shift = (unsure ? 5.5 : 0) + (waits ? badge.pendingWidth / 2 : 0) + (against ? AGAINST_WIDTH / 2 : 0);
  let right = 10.7;
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  ctx.translate(-shift, 0);
  if (practice === 'missing' && !small) {
    const w = size.w - 4 - 2 * shift;
    pill(ctx, w, 22, palette, hue, pending ? [5, 3] : [2.5, 2.5]);
    letter(ctx, badge.letter, -w / 2 + 14, hue, palette.font);
    ctx.font = `600 13px ${palette.font}`;
    ctx.textAlign = 'left';
    ctx.fillText(words, -w / 2 + 25, 4.6);
    right = w / 2;
  } else if (half) {
    pill(ctx, 39, 20, palette, hue, pending ? [4, 3] : []);
    ctx.fillStyle = hue;
    ctx.beginPath();
    ctx.roundRect(-19.5, -10, 20, 20, [10, 0, 0, 10]);
    if (!pending) ctx.fill();
    letter(ctx, badge.letter, -8.5, pending ? hue : palette.onLink, palette.font);
    sign(ctx, half, hue);
    right = 19.5;
  } else if (pending || practice === 'missing') {
    pill(ctx, 20, 20, palette, hue, pending ? [4, 3] : [2.5, 2.5]);
    letter(ctx, badge.letter, 0, hue, palette.font);
  } else {
    ctx.fillStyle = palette.canvas;
    ctx.beginPath(), ctx.arc(0, 0, 12, 0, 2 * Math.PI), ctx.fill();
    ctx.fillStyle = hue;
    ctx.beginPath(), ctx.arc(0, 0, 9.8, 0, 2 * Math.PI), ctx.fill();
    letter(ctx, badge.letter, 0, palette.onLink, palette.font);
  }
  if (unsure) after(ctx, palette, '?', right + 3, hue, `700 15px ${palette.font}`);
  if (against) disagreement(ctx, palette, right + (unsure ? 22 : 11));
  if (waits) after(ctx, palette, notSent, right + (unsure ? 14 : 4) + (against ? AGAINST_WIDTH : 0), palette.soft, `400 13px ${palette.font}`);
  ctx.restore();
}

/** Somebody at the table does not agree: two lines that are not equal, in a ring. */
function disagreement(ctx, palette, x) {
  ctx.save();
  ctx.translate(x, 0);
  ctx.setLineDash([]);
  ctx.lineCap = 'round';
  ctx.fillStyle = palette.canvas;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1.3;
  ctx.beginPath();
  ctx.arc(0, 0, 7, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(-3.2, -1.6), ctx.lineTo(3.2, -1.6), ctx.moveTo(-3.2, 1.6), ctx.lineTo(3.2, 1.6);
  ctx.moveTo(1.9, -4), ctx.lineTo(-1.9, 4);
  ctx.stroke();
  ctx.restore();
}

function after(ctx, palette, text, x, colour, font) {
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = palette.canvas;
  ctx.lineWidth = 5;
  ctx.strokeText(text, x, 5);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, 5);
}
