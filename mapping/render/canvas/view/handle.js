// The rim handle: a link is drawn by dragging from an actor's rim to another actor; the body moves the actor.
// Pointer events are taken in the capture phase, so that vis neither pans nor moves anything meanwhile.
// Where a link ended, its target lies ready under the pointer to begin the next one.
import { actorNear, fromOutline } from './hit.js';
import { edgeOf } from './shapes.js';

const RIM = { inside: 2, outside: 20 }; // px on the screen, from the outline
const OFF = 14, DROP = 16, STILL = 5, LEFT = 30; // LEFT: so far away, a mouse has left where it drew last
const REACH = { mouse: 13, pen: 20, touch: 26 }; // of a handle, from its middle

export const RADIUS = 10;

/** The direction out of an actor in which a resting handle is least in the way (radians). Pure. */
export function freeDirection(item, links, nameSide) {
  const taken = links.flatMap((link) => {
    if (!link.path) return [];
    const end = link.source === item.id ? link.path.a : link.target === item.id ? link.path.b : null;
    return end ? [Math.atan2(end.y - item.y, end.x - item.x)] : [];
  });
  taken.push({ e: 0, s: Math.PI / 2, w: Math.PI, n: -Math.PI / 2 }[nameSide] ?? 0);
  const apart = (a, b) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
  let best = 0, most = -1;
  for (let k = 0; k < 16; k++) {
    const angle = (k * Math.PI) / 8, room = Math.min(...taken.map((t) => apart(angle, t)));
    if (room > most + 1e-6) (most = room), (best = angle);
  }
  return best;
}

/** Watches the pointer over a view and draws links from rims. */
export class RimHandle {
  constructor(view) {
    this.view = view;
    this.shown = null; // {id, angle}: a pointer is near
    this.ready = null; // {id, dx, dy, touch}: where the last link ended, from its target's middle
    this.pull = null; // {id, pointer, x, y, over, moved, loose}; a loose line follows the pointer until the next tap
    const { container } = view;
    this.stops = [
      [container, 'pointermove', (e) => this.move(e), true],
      [container, 'pointerdown', (e) => this.down(e), true],
      [container, 'pointerleave', () => this.leave(), false],
      [window, 'pointermove', (e) => this.drag(e), true],
      [window, 'pointerup', (e) => this.up(e), true],
      [window, 'pointercancel', (e) => this.pull?.pointer === e.pointerId && this.cancel(), true],
      [window, 'keydown', (e) => e.key === 'Escape' && this.pull && (e.stopPropagation(), this.cancel()), true],
    ].map(([target, name, listener, capture]) => {
      target.addEventListener(name, listener, { capture });
      return () => target.removeEventListener(name, listener, { capture });
    });
  }

  destroy() {
    for (const stop of this.stops) stop();
  }

  /** Where a handle is: map point of one at an angle, or of the one that lies ready. */
  point(id, angle, ready = null) {
    const { view } = this, item = view.drawing.actors.get(id);
    if (ready) return { x: item.x + ready.dx, y: item.y + ready.dy };
    const ux = Math.cos(angle), uy = Math.sin(angle);
    const off = edgeOf(item.shape, ux, uy) * view.drawing.sizes.shape + OFF / view.stage.scale;
    return { x: item.x + ux * off, y: item.y + uy * off };
  }

  /** The handle that rests on an actor without a pointer near: on the one selected. */
  resting(id) {
    const { drawing } = this.view, item = drawing.actors.get(id);
    if (!item) return null;
    const touching = [...drawing.links.values()].filter((link) => link.source === id || link.target === id);
    return { id, angle: freeDirection(item, touching, drawing.placed.names.get(id)?.side), rests: true };
  }

  /** The handle that a pointer at (x, y) takes hold of, or null. */
  grasp({ pointerType }, { x, y }) {
    const { view, ready } = this, { scale } = view.stage, size = view.drawing.sizes.shape;
    const reach = REACH[pointerType] ?? REACH.mouse;
    const near = (at) => Math.hypot(at.x - x, at.y - y) * scale <= reach;
    if (ready && view.drawing.actors.has(ready.id) && near(this.point(ready.id, 0, ready))) return { id: ready.id, angle: 0, ready };
    const rest = view.drawing.actors.has(view.state.selected) && this.resting(view.state.selected);
    if (rest && near(this.point(rest.id, rest.angle))) return rest;
    if (pointerType === 'touch') return null;
    const item = actorNear(view.drawing.actors.values(), x, y, RIM.outside / scale, size);
    if (!item || fromOutline(item, x, y, size) * scale < -RIM.inside) return null;
    return { id: item.id, angle: Math.atan2(y - item.y, x - item.x) };
  }

  move(event) {
    const { view, ready } = this;
    if (this.pull || event.buttons || event.pointerType === 'touch') return;
    const at = view.stage.at(event), item = ready && view.drawing.actors.get(ready.id);
    if (ready && (!item || Math.hypot(item.x + ready.dx - at.x, item.y + ready.dy - at.y) * view.stage.scale > LEFT)) this.forget();
    const before = this.shown, grasp = view.edits ? this.grasp(event, at) : null;
    this.shown = grasp;
    view.gestures.hover(at, grasp);
    if (before?.id !== grasp?.id || before?.ready !== grasp?.ready || (grasp && Math.abs(before.angle - grasp.angle) > 0.01)) view.redraw();
  }

  leave() {
    if (this.pull) return;
    this.shown = null;
    this.view.gestures.hover(null, null);
    this.view.redraw();
  }

  down(event) {
    const { view, pull } = this;
    if (!view.edits || event.button) return;
    if (pull && !pull.loose) return void (event.isPrimary || this.cancel()); // a second finger zooms
    if (!event.isPrimary) return;
    const at = view.stage.at(event), grasp = pull ?? this.grasp(event, at);
    if (!grasp) return void (this.ready && this.forget());
    event.stopPropagation();
    event.preventDefault();
    view.container.focus({ preventScroll: true }); // keys now speak of what is drawn, not to the field one typed in
    const from = { x: event.clientX, y: event.clientY };
    this.pull = { ...grasp, pointer: event.pointerId, ...at, over: null, moved: Boolean(pull), from };
    if (pull) this.pull.over = this.target(this.pull);
    else view.tell('pull', grasp.id);
    view.redraw();
  }

  drag(event) {
    const { pull, view } = this;
    if (!pull || (pull.pointer !== null && event.pointerId !== pull.pointer)) return;
    if (pull.pointer !== null) {
      event.stopPropagation();
      event.preventDefault();
    }
    Object.assign(pull, view.stage.at(event));
    pull.moved ||= Math.hypot(event.clientX - pull.from.x, event.clientY - pull.from.y) > STILL;
    pull.over = this.target(pull);
    view.redraw();
  }

  /** The actor a link would end at: under the pointer, or the one whose name is. */
  target({ id, x, y }) {
    const { drawing, stage } = this.view;
    const others = [...drawing.actors.values()].filter((item) => item.id !== id);
    const item = actorNear(others, x, y, DROP / stage.scale, drawing.sizes.shape);
    if (item) return item.id;
    const named = this.view.at(x, y, 1);
    return named !== id && drawing.actors.has(named) ? named : null;
  }

  up(event) {
    const { pull, view } = this;
    if (!pull || event.pointerId !== pull.pointer) return;
    event.stopPropagation();
    this.pull = null;
    if (!pull.moved) this.tapped(pull);
    else if (pull.over) this.drop(pull, event);
    view.redraw();
  }

  /** A tap on a handle that shows itself starts a line that the next tap ends: for hands that do not drag. */
  tapped(pull) {
    if (pull.rests || pull.ready) this.loosen(pull.id, this.point(pull.id, pull.angle, pull.ready));
    else this.view.choose(pull.id);
  }

  loosen(id, at = this.point(id, this.resting(id).angle)) {
    this.pull = { id, pointer: null, ...at, over: null, moved: true, loose: true, from: { x: 0, y: 0 } };
    this.view.tell('pull', id);
    this.view.redraw();
  }

  /** The link is drawn; with Shift held its target pulls the next one at once. */
  drop({ id, over, x, y }, event) {
    const { view } = this, item = view.drawing.actors.get(over);
    this.shown = null;
    view.tell('link', { source: id, target: over, kind: view.linkKind });
    this.ready = { id: over, dx: x - item.x, dy: y - item.y };
    if (event.shiftKey) this.loosen(over, { x, y });
  }

  /** What lay ready lies ready no more. */
  forget() {
    this.ready = null;
    this.view.redraw();
  }

  cancel() {
    this.pull = null;
    this.view.tell('pull', null);
    this.view.redraw();
  }
}
