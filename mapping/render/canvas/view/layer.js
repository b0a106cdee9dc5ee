// One layer of the picture of a map, kept: what has not changed since it was painted is not painted again.
import { Tiles } from './tiles.js';

const MOSTLY = 0.7; // of the sheet: from here on everything is painted anew
const PARTS = ['actors', 'links'];
const isWhole = (n) => Math.abs(n - Math.round(n)) < 1e-3;

/** Finds by itself what differs from what it shows, thing by thing: nobody has to say what is to be painted again.

`shown`: of "actors" and "links" those it shows, as {at(item), place(drawing, item), look(looks, item), cover(item, at,
place, sizes)}; `paint(ctx, scene, some)` draws some of them. `stacked`: what comes last in the drawing lies on top of
the rest whatever it is, so that a newcomer is painted over what is there. */
export class Layer {
  constructor({ shown, paint, stacked = false }) {
    Object.assign(this, { shown, paint, stacked, key: [], round: 0, painted: 0, whole: true });
    this.canvas = document.createElement('canvas');
    this.ctx = this.canvas.getContext('2d');
    this.seen = { actors: new Map(), links: new Map() }; // id -> how it was painted
    this.news = new Set(); // newcomers, to be painted over what is there
  }

  /** Bring the layer to a scene {drawing, looks, state}, for a sheet of w × h device px at {scale, dx, dy}. Everything is
  painted anew when a part of `key` is another one. */
  bring({ w, h, look, key, scene }) {
    this.sheet(w, h);
    const { tiles } = this;
    this.whole = !this.key.length || key.some((value, i) => value !== this.key[i]) || tiles.look?.scale !== look.scale;
    this.key = key;
    tiles.clear();
    if (this.whole || !this.shift(look.dx, look.dy)) this.anew();
    tiles.look = look;
    this.compare(scene);
    if (tiles.count > MOSTLY * tiles.marked.length) this.anew();
    this.painted = 0;
    if (tiles.count || this.news.size) this.repaint(scene);
  }

  anew() {
    this.tiles.all();
    this.whole = true;
    this.news.clear();
  }

  forget() {
    this.key = [];
  }

  sheet(w, h) {
    if (this.tiles?.w === w && this.tiles.h === h) return;
    this.canvas.width = w;
    this.canvas.height = h;
    this.tiles = new Tiles(w, h);
    this.forget();
  }

  /** Move what is painted along with the map, by whole px, and mark what comes into sight; false where that cannot be. */
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
  compare({ drawing, looks, state }) {
    this.round += 1;
    this.news.clear();
    const onTop = this.stacked && !state.lit; // under a finding what it names lies on top
    for (const part of PARTS) {
      const of = this.shown[part], seen = this.seen[part];
      if (!of) continue;
      for (const item of drawing[part].values()) this.see(of, seen, item, of.at(item), of.place(drawing, item), of.look(looks, item), drawing.sizes, onTop);
      for (const [id, was] of seen) if (was.round !== this.round) this.mark(was), seen.delete(id);
    }
  }

  /** Compare one thing: `at` is where an actor stands, as one number for x and y, or a link's path. */
  see(of, seen, item, at, place, look, sizes, onTop) {
    const was = seen.get(item.id);
    if (was && was.item === item && was.at === at && was.y === item.y && was.place === place && was.look === look) {
      was.round = this.round;
      return;
    }
    const now = { of, item, at, y: item.y, place, look, sizes, cover: null, round: this.round };
    if (was) this.mark(was);
    if (!was && onTop && !this.whole) this.news.add(item);
    else this.mark(now);
    seen.set(item.id, now);
  }

  mark(was) {
    if (!this.whole) this.tiles.add(coverOf(was));
  }

  /** Paint what touches the marked part, rectangle by rectangle: edges come out as when all is painted. */
  repaint(scene) {
    const { ctx, tiles, news } = this, { scale, dx, dy } = tiles.look, { drawing } = scene;
    const touched = Object.fromEntries(PARTS.map((part) => [part, this.shown[part]
      ? [...drawing[part].values()].filter((item) => !news.has(item) && tiles.touches(coverOf(this.seen[part].get(item.id)))) : []]));
    this.painted = touched.actors.length + touched.links.length + news.size;
    for (const rect of tiles.rects()) {
      const inside = (part) => touched[part].filter(({ id }) => tiles.meets(coverOf(this.seen[part].get(id)), rect));
      const [x, y, right, bottom] = rect;
      const sight = { x0: (x - dx) / scale, y0: (y - dy) / scale, x1: (right - dx) / scale, y1: (bottom - dy) / scale };
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.beginPath();
      ctx.rect(x, y, right - x, bottom - y);
      ctx.clip();
      ctx.clearRect(x, y, right - x, bottom - y);
      ctx.setTransform(scale, 0, 0, scale, dx, dy);
      this.paint(ctx, scene, { actors: inside('actors'), links: inside('links'), sight });
      ctx.restore();
    }
    if (!news.size) return;
    ctx.save();
    ctx.setTransform(scale, 0, 0, scale, dx, dy);
    this.paint(ctx, scene, { actors: [], links: [...news], sight: null });
    ctx.restore();
  }
}

function coverOf(was) {
  return (was.cover ??= was.of.cover(was.item, was.at, was.y, was.place, was.sizes));
}
