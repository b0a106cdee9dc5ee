// Drawing links: the line by practice and formality, the head by practice, the marker under what is selected.
import { along, onCurve } from './geometry.js';

const WIDTHS = { works: 2.5, weak: 1.5, paper: 1.75, blocked: 2.5, missing: 2.25, not_said: 1.5, disputed: 2.5 };
const DOTS = { paper: [0.1, 5], missing: [0.1, 6.5] };
const DASHES = { formal: [], informal: [8, 5], mixed: [12, 4, 2, 4] };
const DRAFT = [5, 4];
const HEAD = { long: 11, wide: 5 };

/** filled, open, bar or none: the end of a link. */
export function headOf({ directed, practice }) {
  if (!directed) return 'none';
  if (practice === 'blocked') return 'bar';
  return practice === 'works' || practice === 'disputed' ? 'filled' : 'open';
}

/** Width of a link's line in px; strength 2 and 3 add 1 and 2. */
export const widthOf = (link) => (WIDTHS[link.practice] ?? 1.5) + link.strength - 1;

/** Dash of a link's line: a dotted line always speaks of practice, else formality. */
export const dashOf = (link) => (link.draft && DRAFT) || DOTS[link.practice] || DASHES[link.formality] || [];

function trace(ctx, { a, c, b, bent }, upto = 1, short = 0) {
  ctx.beginPath();
  ctx.moveTo(a.x, a.y);
  if (bent) {
    const n = 20, end = upto * (1 - short);
    for (let i = 1; i <= n; i++) {
      const p = onCurve(a, c, b, (end * i) / n);
      ctx.lineTo(p.x, p.y);
    }
  } else ctx.lineTo(a.x + (b.x - a.x) * upto * (1 - short), a.y + (b.y - a.y) * upto * (1 - short));
}

/** The marker under a selected or new link. */
export function drawUnder(ctx, palette, path, scale, dark) {
  ctx.save();
  ctx.globalAlpha *= dark ? 0.34 : 1;
  ctx.strokeStyle = palette.marker;
  ctx.lineWidth = 14 * scale;
  ctx.lineCap = 'round';
  trace(ctx, path);
  ctx.stroke();
  ctx.restore();
}

/** The share of a path that its head takes up: a bent one runs faster at its end than its length tells. */
function headShare({ b, c, length, bent }, big) {
  const run = bent ? 2 * Math.hypot(b.x - c.x, b.y - c.y) : length;
  return Math.min(0.5, ((HEAD.long - 1) * big) / run);
}

/** Draw a link's line and head; `upto` (0-1) is how far a new link has grown. */
export function drawLink(ctx, link, hue, scale = 1, upto = 1) {
  const { path } = link, head = headOf(link), width = widthOf(link);
  const big = scale * (1 + (link.strength - 1) * 0.2);
  const dotted = Boolean(DOTS[link.practice]);
  ctx.strokeStyle = ctx.fillStyle = hue;
  ctx.lineWidth = width * scale;
  ctx.lineCap = dotted ? 'round' : 'butt';
  ctx.setLineDash(dashOf(link).map((d) => d * scale * (d > 1 || !dotted ? 1 + (width - 1.5) * 0.1 : 1)));
  trace(ctx, path, upto, head === 'filled' ? headShare(path, big) : 0);
  ctx.stroke();
  ctx.setLineDash([]);
  if (upto < 1 || head === 'none') return;
  const { b } = path, d = along(path.a, path.c, path.b, path.bent ? 1 - headShare(path, big) / 2 : 1);
  ctx.save();
  ctx.translate(b.x, b.y);
  ctx.rotate(Math.atan2(d.y, d.x));
  ctx.scale(big, big);
  ctx.beginPath();
  if (head === 'bar') {
    ctx.lineWidth = 3;
    ctx.moveTo(0, -7), ctx.lineTo(0, 7), ctx.stroke();
  } else {
    ctx.moveTo(-HEAD.long, -HEAD.wide), ctx.lineTo(0, 0), ctx.lineTo(-HEAD.long, HEAD.wide);
    ctx.lineJoin = 'round';
    if (head === 'filled') ctx.closePath(), ctx.fill(), (ctx.lineWidth = 1);
    else (ctx.lineWidth = 1.75), (ctx.lineCap = 'round');
    ctx.stroke();
  }
  ctx.restore();
}
