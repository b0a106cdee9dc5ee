// Looking from further away, or from elsewhere, is seen happening: the sheet goes there in one short motion.

const LASTS = 180; // ms
const MANY = 300; // actors above which it would stutter

const eased = (share) => 1 - (1 - share) ** 3;

/** Takes the eye from where it was to where `through(look)` has it look. */
export class Approach {
  constructor(view) {
    this.view = view;
    this.way = null;
  }

  get underway() {
    return Boolean(this.way);
  }

  /** Look elsewhere, at once or in a motion where motion is wanted. */
  through(look) {
    const { stage, drawing, surface } = this.view, from = { scale: stage.scale, ...stage.centre };
    look();
    const to = { scale: stage.scale, ...stage.centre };
    if (from.scale === to.scale || !surface?.palette?.moves || drawing.actors.size > MANY) return;
    this.way = { from, to, started: performance.now() };
    this.see(0);
    this.frame = requestAnimationFrame(() => this.step());
  }

  see(share) {
    const { from, to } = this.way, at = (key) => from[key] + (to[key] - from[key]) * share;
    this.view.stage.look({ x: at('x'), y: at('y') }, at('scale'));
    this.seen = this.view.stage.centre;
  }

  step() {
    const { view, way } = this;
    if (view.gone || !way) return;
    const { x, y } = view.stage.centre;
    if (Math.hypot(x - this.seen.x, y - this.seen.y) > 1) return this.stop(); // a hand has taken the sheet
    const share = Math.min(1, (performance.now() - way.started) / LASTS);
    this.see(eased(share));
    if (share < 1) this.frame = requestAnimationFrame(() => this.step());
    else this.stop();
  }

  stop() {
    cancelAnimationFrame(this.frame);
    if (this.way) this.view.redraw();
    this.way = null;
  }
}
