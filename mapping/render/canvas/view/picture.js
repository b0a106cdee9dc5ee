// The picture of a map, kept: what has not changed since it was painted is not painted again.
import { coverOfActor, coverOfLink } from './covers.js';
import { looksOf, paint } from './painter.js';
import { Tiles } from './tiles.js';

const MOSTLY = 0.7; // of the sheet: from here on everything is painted anew
const isWhole = (n) => Math.abs(n - Math.round(n)) < 1e-3;

/** Finds by itself what differs from what it shows, thing by thing: nobody has to say what is to be painted again. */
export class Picture {
  constructor() {
    this.canvas = document.createElement('canvas');
    this.ctx = this.canvas.getContext('2d');
    this.actors = new Map(); // id -> how it was painted
    this.links = new Map();
    this.key = [];
    this.round = 0;
    this.painted = 0; // things, in the last frame
  }

  /** Put the picture of a drawing in a state onto a context, at the place and scale in force there. */
  draw(ctx, palette, drawing, state) {
    const { a: scale, e: dx, f: dy } = ctx.getTransform(), { sizes } = drawing;
    this.sheet(ctx.canvas);
    const { tiles } = this, looks = looksOf(palette, drawing, state);
    const key = [palette, looks.lines, state.dark, sizes.text, sizes.line, sizes.shape, JSON.stringify(drawing.headings ?? [])];
    if (!this.key.length || key.some((value, i) => value !== this.key[i])) {
      this.actors.clear();
      this.links.clear();
      tiles.look = null;
    }
    this.key = key;
    tiles.clear();
    if (tiles.look?.scale !== scale || !this.shift(dx, dy)) tiles.all();
    tiles.look = { scale, dx, dy };
    this.compare(drawing, looks);
    if (tiles.count > MOSTLY * tiles.marked.length) tiles.all();
    this.painted = 0;
    if (tiles.count) this.repaint(palette, drawing, state, looks);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(this.canvas, 0, 0);
    ctx.restore();
  }

  /** As large as what it is put on. */
  sheet({ width, height }) {
    if (this.tiles?.w === width && this.tiles.h === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.tiles = new Tiles(width, height);
  }

  /** Move the picture along with the map, by whole px, and mark what comes into sight; false where that cannot be. */
  shift(dx, dy) {
    const { tiles, ctx, canvas } = this, { w, h } = tiles, x = dx - tiles.look.dx, y = dy - tiles.look.dy;
    if (!x && !y) return true;
    if (!isWhole(x) || !isWhole(y) || Math.abs(x) > w / 2 || Math.abs(y) > h / 2) return false;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'copy';
    ctx.drawImage(canvas, Math.round(x), Math.round(y));
    ctx.globalCompositeOperation = 'source-over';
    if (x) tiles.mark(x > 0 ? 0 : w + x - 1, 0, x > 0 ? x : w, h);
    if (y) tiles.mark(0, y > 0 ? 0 : h + y - 1, w, y > 0 ? y : h);
    return true;
  }

  /** Mark where things look otherwise than they were painted. */
  compare({ actors, links, placed, sizes }, looks) {
    this.round += 1;
    for (const item of actors.values()) this.see(this.actors, item, item.x, item.y, placed.names.get(item.id), looks.actor(item), sizes);
    for (const item of links.values()) this.see(this.links, item, item.path, null, placed.badges.get(item.id), looks.link(item), sizes);
    for (const seen of [this.actors, this.links]) {
      for (const [id, was] of seen) if (was.round !== this.round) this.tiles.add(coverOf(was)), seen.delete(id);
    }
  }

  /** Compare one thing: `at` and `y` are where an actor stands, or a link's path. */
  see(seen, item, at, y, place, look, sizes) {
    const was = seen.get(item.id);
    if (was && was.item === item && was.at === at && was.y === y && was.place === place && was.look === look) {
      was.round = this.round;
      return;
    }
    const now = { item, at, y, place, look, sizes, cover: null, round: this.round };
    if (this.tiles.count < this.tiles.marked.length) {
      if (was) this.tiles.add(coverOf(was));
      this.tiles.add(coverOf(now));
    }
    seen.set(item.id, now);
  }

  /** Paint what touches the marked part, rectangle by rectangle: edges come out as when all is painted. */
  repaint(palette, drawing, state, looks) {
    const { ctx, tiles } = this, { scale, dx, dy } = tiles.look;
    const touched = (items, seen) => [...items.values()].filter(({ id }) => tiles.touches(coverOf(seen.get(id))));
    const actors = touched(drawing.actors, this.actors), links = touched(drawing.links, this.links);
    this.painted = actors.length + links.length;
    for (const rect of tiles.rects()) {
      const inside = (seen) => ({ id }) => tiles.meets(coverOf(seen.get(id)), rect);
      const some = { actors: actors.filter(inside(this.actors)), links: links.filter(inside(this.links)) };
      const [x, y, right, bottom] = rect;
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.beginPath();
      ctx.rect(x, y, right - x, bottom - y);
      ctx.clip();
      ctx.clearRect(x, y, right - x, bottom - y);
      ctx.setTransform(scale, 0, 0, scale, dx, dy);
      paint(ctx, palette, drawing, state, looks, some);
      ctx.restore();
    }
  }
}

function coverOf(was) {
  const { item, at, y, place, sizes } = was;
  return (was.cover ??= y === null ? coverOfLink(item, at, place, sizes) : coverOfActor(item, at, y, place, sizes));
}
