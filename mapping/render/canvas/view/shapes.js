// The shapes of actors: one per cell, 34 px, of about equal weight to the eye.
import { reach } from './geometry.js';

const polygon = (n, outer, inner = outer, turn = -Math.PI / 2, dy = 0) =>
  Array.from({ length: n }, (_, i) => {
    const r = i % 2 ? inner : outer, a = turn + (i * 2 * Math.PI) / n;
    return [r * Math.cos(a), r * Math.sin(a) + dy];
  });
const ellipse = (rx, ry) =>
  Array.from({ length: 32 }, (_, i) => [rx * Math.cos((i * Math.PI) / 16), ry * Math.sin((i * Math.PI) / 16)]);

const OUTLINES = {
  square: [[-15.5, -15.5], [15.5, -15.5], [15.5, 15.5], [-15.5, 15.5]],
  circle: ellipse(17, 17),
  diamond: [[0, -20.4], [20.4, 0], [0, 20.4], [-20.4, 0]],
  triangle: [[0, -19.5], [20.5, 15.5], [-20.5, 15.5]],
  star: polygon(10, 21.2, 9.6),
  ellipse: ellipse(22, 14),
};
const HULLS = { ...OUTLINES, star: ellipse(19.5, 19.5) }; // links stop at the star's circle, not in its notches

const SHAPE_OF_CELL = {
  state_provides: 'square',
  nonstate_provides: 'circle',
  state_governs: 'diamond',
  nonstate_governs: 'triangle',
  international: 'star',
  served: 'ellipse',
};

/** The shape of a cell; a circle for a cell that this version does not know. */
export const shapeOfCell = (cell) => SHAPE_OF_CELL[cell] || 'circle';

/** Half width and half height of a shape. */
export function halfOf(shape) {
  const xs = OUTLINES[shape].map((p) => Math.abs(p[0])), ys = OUTLINES[shape].map((p) => Math.abs(p[1]));
  return { x: Math.max(...xs), y: Math.max(...ys) };
}

/** Distance from a shape's centre to its outline in a unit direction. */
export const edgeOf = (shape, ux, uy) => reach(HULLS[shape], ux, uy);

/** How far a shape goes from its centre in a unit direction: no line that passes further off touches it. */
export function spanOf(shape, ux, uy) {
  let most = 0;
  for (const [x, y] of OUTLINES[shape]) most = Math.max(most, x * ux + y * uy);
  return most;
}

const PATHS = {};
function pathOf(shape) {
  if (!PATHS[shape]) {
    const path = new Path2D();
    if (shape === 'square') path.roundRect(-15.5, -15.5, 31, 31, 2.4);
    else if (shape === 'circle') path.arc(0, 0, 17, 0, 2 * Math.PI);
    else if (shape === 'ellipse') path.ellipse(0, 0, 22, 14, 0, 0, 2 * Math.PI);
    else {
      OUTLINES[shape].forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
      path.closePath();
    }
    PATHS[shape] = path;
  }
  return PATHS[shape];
}

/** Draw an actor's shape; force: does (filled), may (border 4), none (border 2), unknown (border 2, dashed). */
export function drawShape(ctx, palette, { shape, force }, x, y, scale = 1, alpha = 1) {
  const path = pathOf(shape);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  ctx.lineJoin = 'round';
  ctx.fillStyle = palette.canvas;
  ctx.fill(path);
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = palette.ink;
  ctx.fillStyle = palette.ink;
  if (force === 'does') ctx.fill(path);
  if (force === 'unknown') ctx.setLineDash([5, 4]);
  ctx.lineWidth = force === 'may' ? 4 : 2;
  ctx.stroke(path);
  ctx.restore();
}
