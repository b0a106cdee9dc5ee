// Where one looks: everything, nearer, at one actor, far enough for what one just added; and how many actors stand
// outside of it.
import { Approach } from './approach.js';
import { clear, fit, include, isCut, roomSeen } from './fit.js';
import { within } from './geometry.js';
import { sizesAt } from './zoom.js';

const SETTLE = 90; // ms after the last zoom step until names are placed anew
const READABLE = 0.8; // the least scale to bring one actor or link into sight at

export class Camera {
  constructor(view) {
    this.view = view;
    this.approach = new Approach(view);
    this.outside = 0;
    this.owed = []; // ids to be brought into sight once the map is seen again
  }

  /** The rectangle of the map that one sees with nothing laid over it. */
  get room() {
    const { stage, inset } = this.view;
    return roomSeen({ ...stage.centre, scale: stage.scale }, stage.size, inset);
  }

  fit(only = null) {
    this.stop();
    this.view.upkeep.made(); // places are for the scale that the fit finds
    fit(this.view, only);
  }

  /** Zoom out just enough that these actors are in sight with their names; who sees them already sees the same. */
  include(ids) {
    const { view } = this, all = [...this.owed, ...ids];
    this.owed = view.behind ? all : [];
    if (view.behind || !all.length) return;
    this.stop();
    this.approach.through(() => include(view, all));
  }

  zoomBy(factor) {
    this.stop();
    const { stage } = this.view;
    stage.look(stage.centre, stage.scale * factor);
    this.zoomed();
  }

  /** Bring an actor or link to the middle; who sees it with its name, or a link's middle, looks where
  they looked, unless it is to be the middle `always`. */
  focus(id, always = false) {
    this.stop();
    const { view } = this, { drawing, stage } = view;
    view.ready();
    const item = drawing.actors.get(id), path = drawing.links.get(id)?.path;
    const at = item || (path && { x: (path.a.x + path.b.x) / 2, y: (path.a.y + path.b.y) / 2 });
    if (!at || (!always && this.sees(id, item, at))) return;
    stage.look(at, Math.max(stage.scale, READABLE));
    this.zoomed();
  }

  /** Whether an actor is in sight with its name, or the middle of a link with what stands on it. */
  sees(id, item, at) {
    const { view } = this, { names, badges } = view.drawing.placed, room = clear(view);
    return item ? Boolean(names.get(id)?.shown) && !isCut(view, item, room) : Boolean(badges.get(id)?.shown) && within(room, at.x, at.y);
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

  /** Say how many actors, or their names, stand outside of what is visible, when that has changed. */
  look() {
    const { view } = this;
    if (this.approach.underway) return; // said when it is there
    let outside = 0;
    for (const item of view.drawing.actors.values()) if (isCut(view, item, view.stage.visible)) outside += 1;
    if (outside === this.outside) return;
    this.outside = outside;
    view.tell('outside', outside);
  }

  stop() {
    clearTimeout(this.zooming);
    this.approach.stop();
  }
}
