// The rim handle: a link is drawn by dragging from an actor's rim to another actor; the body moves the actor.
// Pointer events are taken in the capture phase, so that vis neither pans nor moves anything meanwhile.
import { actorNear, fromOutline } from './hit.js';
import { edgeOf } from './shapes.js';
import { drawRing } from './states.js';

const RIM = { inside: 2, outside: 20 }; // px on the screen, from the outline
const OFF = 14, RADIUS = 10, FINGER = 26, DROP = 16, STILL = 5;

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
    this.shown = null; // {id, angle}
    this.pull = null; // {id, pointer, x, y, over, moved}
    const { container } = view;
    this.stops = [
      [container, 'pointermove', (e) => this.move(e), true],
      [container, 'pointerdown', (e) => this.down(e), true],
      [container, 'pointerleave', () => this.leave(), false],
      [window, 'pointermove', (e) => this.drag(e), true],
      [window, 'pointerup', (e) => this.up(e), true],
      [window, 'pointercancel', (e) => this.cancel(e), true],
      [window, 'keydown', (e) => e.key === 'Escape' && this.pull && (e.stopPropagation(), this.cancel(e, true)), true],
    ].map(([target, name, listener, capture]) => {
      target.addEventListener(name, listener, { capture });
      return () => target.removeEventListener(name, listener, { capture });
    });
  }

  destroy() {
    for (const stop of this.stops) stop();
  }

  /** Where an actor's handle is: map point at an angle. */
  point(id, angle) {
    const { view } = this, item = view.drawing.actors.get(id);
    const ux = Math.cos(angle), uy = Math.sin(angle);
    const off = edgeOf(item.shape, ux, uy) * view.drawing.sizes.shape + OFF / view.stage.scale;
    return { x: item.x + ux * off, y: item.y + uy * off };
  }

  /** The handle that rests on an actor without a pointer near: on the one selected. */
  resting(id) {
    const { drawing } = this.view, item = drawing.actors.get(id);
    if (!item) return null;
    const touching = [...drawing.links.values()].filter((link) => link.source === id || link.target === id);
    return { id, angle: freeDirection(item, touching, drawing.placed.names.get(id)?.side) };
  }

  /** The handle that a pointer at (x, y) takes hold of, or null. */
  grasp(event, { x, y }) {
    const { view } = this, { scale } = view.stage, size = view.drawing.sizes.shape;
    const { selected } = view.state;
    if (view.drawing.actors.has(selected)) {
      const rest = this.resting(selected), at = this.point(selected, rest.angle);
      const reach = event.pointerType === 'touch' ? FINGER : RADIUS + 3;
      if (Math.hypot(at.x - x, at.y - y) * scale <= reach) return rest;
    }
    if (event.pointerType === 'touch') return null;
    const item = actorNear(view.drawing.actors.values(), x, y, RIM.outside / scale, size);
    if (!item || fromOutline(item, x, y, size) * scale < -RIM.inside) return null;
    return { id: item.id, angle: Math.atan2(y - item.y, x - item.x) };
  }

  move(event) {
    if (this.pull || event.buttons || event.pointerType === 'touch') return;
    const at = this.view.stage.at(event), grasp = this.view.edits ? this.grasp(event, at) : null;
    const before = this.shown;
    this.shown = grasp;
    this.view.gestures.hover(at, grasp);
    if (before?.id !== grasp?.id || (grasp && Math.abs(before.angle - grasp.angle) > 0.01)) this.view.redraw();
  }

  leave() {
    if (this.pull) return;
    this.shown = null;
    this.view.gestures.hover(null, null);
    this.view.redraw();
  }

  down(event) {
    if (!this.view.edits || event.button || this.pull || !event.isPrimary) return;
    const at = this.view.stage.at(event), grasp = this.grasp(event, at);
    if (!grasp) return;
    event.stopPropagation();
    event.preventDefault();
    this.view.container.focus({ preventScroll: true }); // keys now speak of what is drawn, not to the field one typed in
    const from = { x: event.clientX, y: event.clientY };
    this.pull = { ...grasp, pointer: event.pointerId, ...at, over: null, moved: false, from };
    this.view.redraw();
  }

  drag(event) {
    const { pull, view } = this;
    if (!pull || event.pointerId !== pull.pointer) return;
    event.stopPropagation();
    event.preventDefault();
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
    if (!pull.moved) view.choose(pull.id);
    else if (pull.over) view.tell('link', { source: pull.id, target: pull.over, kind: view.linkKind });
    view.redraw();
  }

  cancel(event, always = false) {
    if (this.pull && (always || event.pointerId === this.pull.pointer)) (this.pull = null), this.view.redraw();
  }
}

/** Draw the handle, and the line that is being pulled. */
export function drawHandle(ctx, palette, handle, { hue, letter, scale, size }) {
  const { view, pull } = handle, { actors } = view.drawing;
  const one = 1 / scale;
  if (pull && actors.has(pull.id) && pull.moved) {
    const source = actors.get(pull.id), over = actors.get(pull.over);
    const to = over || pull;
    const far = Math.hypot(to.x - source.x, to.y - source.y) || 1;
    const ux = (to.x - source.x) / far, uy = (to.y - source.y) / far;
    const start = edgeOf(source.shape, ux, uy) * size + 5;
    const end = far - (over ? edgeOf(over.shape, ux, uy) * size + 5 : 0);
    if (end <= start) return;
    if (over) drawRing(ctx, palette.marker, over, size, 5);
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = hue;
    ctx.lineWidth = 2.5 * one;
    ctx.lineCap = ctx.lineJoin = 'round';
    ctx.translate(source.x, source.y);
    ctx.rotate(Math.atan2(uy, ux));
    ctx.beginPath();
    ctx.moveTo(start, 0), ctx.lineTo(end, 0);
    ctx.moveTo(end - 11 * one, -5 * one), ctx.lineTo(end, 0), ctx.lineTo(end - 11 * one, 5 * one);
    ctx.stroke();
    ctx.restore();
    return;
  }
  const spot = pull || handle.shown || (view.edits && handle.resting(view.state.selected));
  if (!spot || !actors.has(spot.id)) return;
  const { x, y } = handle.point(spot.id, spot.angle);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(one, one);
  ctx.fillStyle = palette.canvas;
  ctx.beginPath(), ctx.arc(0, 0, RADIUS + 2, 0, 2 * Math.PI), ctx.fill();
  ctx.fillStyle = hue;
  ctx.beginPath(), ctx.arc(0, 0, RADIUS, 0, 2 * Math.PI), ctx.fill();
  ctx.rotate(spot.angle);
  ctx.strokeStyle = letter ? palette.onLink : palette.onInk;
  ctx.lineWidth = 1.8;
  ctx.lineCap = ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(-4, 0), ctx.lineTo(4, 0), ctx.moveTo(0.6, -3.6), ctx.lineTo(4.2, 0), ctx.lineTo(0.6, 3.6);
  ctx.stroke();
  ctx.restore();
}
