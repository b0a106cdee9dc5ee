// Drawing links: the line by practice and formality, the head by practice, the marker under what is selected.
import { along, grown, onCurve, within } from './geometry.js';
import { runIn } from './trim.js';

const WIDTHS = { works: 2.5, weak: 1.5, paper: 1.75, blocked: 2.5, missing: 2.25, not_said: 1.5, disputed: 2.5 };
const DOTS = { paper: [0.1, 5], missing: [0.1, 6.5] };
const DASHES = { formal: [], informal: [8, 5], mixed: [12, 4, 2, 4] };
const DRAFT = [5, 4];
const HEAD = { long: 11, wide: 5 };
const CURVE = 20; // pieces of a bent line

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

/** The points a line runs through, as far as it has grown and short of its head. */
function pointsOf({ a, c, b, bent }, upto = 1, short = 0) {
  const end = upto * (1 - short);
  if (!bent) return [a, { x: a.x + (b.x - a.x) * end, y: a.y + (b.y - a.y) * end }];
  return Array.from({ length: CURVE + 1 }, (_, i) => onCurve(a, c, b, (end * i) / CURVE));
}

function trace(ctx, points) {
  ctx.beginPath();
  points.forEach(({ x, y }, i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
}

/** The marker under a selected or new link. */
export function drawUnder(ctx, palette, path, scale, dark) {
  ctx.save();
  ctx.globalAlpha *= dark ? 0.34 : 1;
  ctx.strokeStyle = palette.marker;
  ctx.lineWidth = 14 * scale;
  ctx.lineCap = 'round';
  trace(ctx, pointsOf(path));
  ctx.stroke();
  ctx.restore();
}

/** The share of a path that its head takes up: a bent one runs faster at its end than its length tells. */
function headShare({ b, c, length, bent }, big) {
  const run = bent ? 2 * Math.hypot(b.x - c.x, b.y - c.y) : length;
  return Math.min(0.5, ((HEAD.long - 1) * big) / run);
}

/** Draw a link's line and head; `upto` (0-1) is how far a new link has grown, `sight` the rectangle that is seen of it. */
export function drawLink(ctx, link, hue, scale = 1, upto = 1, sight = null) {
  const { path } = link, head = headOf(link), big = scale * (1 + (link.strength - 1) * 0.2);
  ctx.strokeStyle = ctx.fillStyle = hue;
  drawLine(ctx, link, pointsOf(path, upto, head === 'filled' ? headShare(path, big) : 0), scale, sight);
  if (upto < 1 || head === 'none' || (sight && !within(grown(sight, HEAD.long * big), path.b.x, path.b.y))) return;
  drawHead(ctx, path, head, big);
}

function drawLine(ctx, link, points, scale, sight) {
  const width = widthOf(link), dotted = Boolean(DOTS[link.practice]), dash = dashOf(link);
  const run = sight && dash.length ? runIn(grown(sight, width * scale), points) : { points, from: 0 };
  if (!run) return;
  ctx.lineWidth = width * scale;
  ctx.lineCap = dotted ? 'round' : 'butt';
  ctx.setLineDash(dash.map((d) => d * scale * (d > 1 || !dotted ? 1 + (width - 1.5) * 0.1 : 1)));
  ctx.lineDashOffset = run.from;
  trace(ctx, run.points);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineDashOffset = 0;
}

function drawHead(ctx, path, head, big) {
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
