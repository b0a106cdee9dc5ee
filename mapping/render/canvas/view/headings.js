// Headings of an arrangement, faint behind the map: what a row, block or ring is.
import { cut } from './text.js';

const LINE = 18; // px at 15 px type

/** A heading {text, x, y, w, ring} set in at most two lines within its width; `type` is the factor on type it is set for. */
export function setHeading(heading, measure, type) {
  const most = Math.max(80, (heading.w ?? Infinity) / type), lines = [''];
  for (const word of heading.text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.length === 2 || measure(longer) <= most || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const set = lines.map((line) => cut(line, most, measure));
  return { ...heading, lines: set, width: Math.max(...set.map(measure)) };
}

/** The box of a set heading at a size of type: the last line stands at its y, the others above. */
export function headingBox({ x, y, lines, width, ring }, text) {
  const left = ring === undefined ? x : x - (width * text) / 2;
  return { x0: left - 4 * text, x1: left + (width + 4) * text, y0: y - (lines.length - 0.5) * LINE * text, y1: y + 0.5 * LINE * text };
}

/** Draw set headings; `text` is the factor on type. */
export function drawHeadings(ctx, palette, headings, text) {
  if (!headings.length) return;
  ctx.save();
  ctx.strokeStyle = palette.control;
  ctx.globalAlpha = 0.5;
  ctx.lineWidth = 1.2 * text;
  for (const { ring } of headings) {
    if (!ring) continue;
    ctx.beginPath();
    ctx.ellipse(ring.x, ring.y, ring.rx, ring.ry, 0, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
}

/** Write set headings, over the lines and under the names. */
export function writeHeadings(ctx, palette, headings, text) {
  for (const { lines, x, y, ring } of headings) {
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(text, text);
    ctx.font = `600 15px ${palette.font}`;
    ctx.textBaseline = 'middle';
    ctx.textAlign = ring === undefined ? 'left' : 'center';
    ctx.lineJoin = 'round';
    ctx.lineWidth = 6;
    ctx.strokeStyle = palette.canvas;
    ctx.fillStyle = palette.soft;
    lines.forEach((line, i) => {
      const at = (i - lines.length + 1) * LINE;
      ctx.strokeText(line, 0, at);
      ctx.fillText(line, 0, at);
    });
    ctx.restore();
  }
}
