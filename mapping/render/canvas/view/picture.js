// The picture of a map, in two kept layers: lines, of which there may be thousands, and over them shapes, badges and
// names. What few things lie under them is drawn in every frame.
import { coverOfActor, coverOfBadge, coverOfLine } from './covers.js';
import { drawHeadings, writeHeadings } from './headings.js';
import { Layer } from './layer.js';
import { looksOf, paintLines, paintSigns, paintUnder } from './painter.js';

const LINES = {
  stacked: true,
  paint: paintLines,
  shown: {
    links: { at: ({ path }) => path, place: () => null, look: (looks, link) => looks.line(link), cover: (link, path, y, place, sizes) => coverOfLine(link, path, sizes) },
  },
};
const SIGNS = {
  paint: paintSigns,
  shown: {
    actors: { at: ({ x }) => x, place: ({ placed }, { id }) => placed.names.get(id), look: (looks, actor) => looks.actor(actor), cover: coverOfActor },
    links: { at: ({ path }) => path, place: ({ placed }, { id }) => placed.badges.get(id), look: (looks, link) => looks.badge(link), cover: (link, path, y, badge, sizes) => coverOfBadge(link, path, badge, sizes) },
  },
};

export class Picture {
  constructor() {
    this.lines = new Layer(LINES);
    this.signs = new Layer(SIGNS);
  }

  /** Things painted in the last frame: a link whose line and badge were both painted is two. */
  get painted() {
    return this.lines.painted + this.signs.painted;
  }

  /** Paint everything anew in the next frame. */
  forget() {
    this.lines.forget();
    this.signs.forget();
  }

  /** Put the picture of a drawing in a state onto a context, at the place and scale in force there. */
  draw(ctx, palette, drawing, state) {
    const { a: scale, e: dx, f: dy } = ctx.getTransform(), { sizes, headings = [] } = drawing, { width: w, height: h } = ctx.canvas;
    const looks = looksOf(palette, drawing, state), scene = { palette, drawing, state, looks };
    const bring = (layer, key) => layer.bring({ w, h, look: { scale, dx, dy }, key: [palette, sizes.text, sizes.line, sizes.shape, ...key], scene });
    bring(this.lines, [looks.lines]);
    bring(this.signs, []);
    drawHeadings(ctx, palette, headings, sizes.text);
    paintUnder(ctx, scene);
    put(ctx, this.lines);
    writeHeadings(ctx, palette, headings, sizes.text);
    put(ctx, this.signs);
  }
}

function put(ctx, { canvas }) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(canvas, 0, 0);
  ctx.restore();
}
