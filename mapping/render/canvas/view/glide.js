// Many who go to other places at once are seen going there: a map put in order. Names and badges ride along.

const LASTS = 180; // ms
const FEW = 3, MANY = 300; // fewer simply stand elsewhere; more would stutter

const eased = (share) => 1 - (1 - share) ** 3;

export class Glide {
  constructor(view) {
    this.view = view;
    this.from = null;
  }

  /** These actors have other places now; they are drawn where they were. Before the drawing is made anew. */
  leave(ids) {
    const { drawing, surface, gestures } = this.view;
    if (ids.length < FEW || ids.length > MANY || !surface?.palette?.moves) return;
    const seen = ids.filter((id) => drawing.actors.has(id) && !gestures.held.has(id));
    if (seen.length >= FEW) this.begin(new Map(seen.map((id) => [id, this.at(id)])));
  }

  at(id) {
    const { x, y } = this.view.drawing.actors.get(id);
    return { x, y };
  }

  begin(from) {
    this.from = from;
    this.started = performance.now();
    this.frame ??= requestAnimationFrame(() => this.step());
  }

  /** Look elsewhere meanwhile: everybody is drawn where the eye saw them before. */
  through(look) {
    const { stage, map } = this.view, { from } = this, { scale, centre } = stage;
    const stood = new Map(Object.values(map.actors).map(({ id, x, y }) => [id, { x, y }])); // the sheet may have them further apart then
    look();
    if (!from) return;
    const share = scale / stage.scale, to = stage.centre;
    const seen = ({ x, y }) => ({ x: to.x + (x - centre.x) * share, y: to.y + (y - centre.y) * share });
    this.from = new Map(Object.values(map.actors).map((actor) => [actor.id, seen(from.get(actor.id) ?? stood.get(actor.id) ?? actor)]));
    this.started = performance.now();
  }

  step() {
    const { view } = this;
    this.frame = null;
    if (view.gone || !this.from) return;
    view.ready();
    const share = Math.min(1, (performance.now() - this.started) / LASTS), way = eased(share), at = new Map();
    for (const [id, { x, y }] of this.from) {
      const to = view.map.actors[id];
      if (to && view.drawing.actors.has(id) && !view.gestures.held.has(id)) at.set(id, { x: x + (to.x - x) * way, y: y + (to.y - y) * way });
    }
    view.drawing.drag(at);
    view.redraw();
    if (share < 1) this.frame = requestAnimationFrame(() => this.step());
    else this.from = null;
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.from = null;
  }
}
