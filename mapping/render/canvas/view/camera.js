// Where one looks: everything, nearer, at one actor; and how many actors stand outside of it.
import { fit } from './fit.js';
import { sizesAt } from './zoom.js';

const SETTLE = 90; // ms after the last zoom step until names are placed anew
const READABLE = 0.8; // the least scale to bring one actor or link into sight at

export class Camera {
  constructor(view) {
    this.view = view;
    this.outside = 0;
  }

  fit(only = null) {
    this.view.upkeep.made(); // places are for the scale that the fit finds
    fit(this.view, only);
  }

  zoomBy(factor) {
    const { stage } = this.view;
    stage.look(stage.centre, stage.scale * factor);
    this.zoomed();
  }

  /** Bring an actor or link to the middle. */
  focus(id) {
    const { view } = this, { drawing, stage } = view;
    view.ready();
    const item = drawing.actors.get(id), path = drawing.links.get(id)?.path;
    const at = item || (path && { x: (path.a.x + path.b.x) / 2, y: (path.a.y + path.b.y) / 2 });
    if (!at) return;
    stage.look(at, Math.max(stage.scale, READABLE));
    this.zoomed();
  }

  /** The scale is another one: names are placed for it, on a large map when the hand has come to rest. */
  zoomed() {
    const { view } = this, { drawing } = view;
    this.stop();
    this.loosen();
    const { key } = sizesAt(view.stage.scale, view.leastText);
    if (key === drawing.sizes.key) return;
    if (drawing.kept.has(key) || drawing.actors.size <= 40) (view.upkeep.places = true), view.redraw();
    else this.zooming = setTimeout(() => !view.gone && view.lay(), SETTLE);
  }

  /** Somebody looks elsewhere: names may leave the sheet that `fit` kept them in. */
  loosen() {
    if (!this.view.sheet) return;
    this.view.sheet = null;
    this.view.replace();
  }

  /** Say how many actors stand outside of what is visible, when that has changed. */
  look() {
    const { view } = this, { x0, y0, x1, y1 } = view.stage.visible;
    const outside = [...view.drawing.actors.values()].filter(({ x, y }) => x < x0 || x > x1 || y < y0 || y > y1).length;
    if (outside === this.outside) return;
    this.outside = outside;
    view.tell('outside', outside);
  }

  stop() {
    clearTimeout(this.zooming);
  }
}
