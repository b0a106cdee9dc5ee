// What a view looks like just now: colours and type from the tokens, widths of texts, and the drawing of one frame.
import { litByPart } from './lens.js';
import { Measure } from './measure.js';
import { litBy, paintOver } from './painter.js';
import { paletteAt, sameColours, tokenOf } from './palette.js';
import { Picture } from './picture.js';
import { drawHandle } from './pull.js';

const AGAIN = 50; // ms until tokens.css, still on its way, is looked for again

export class Surface {
  /** `changed` is called when widths of texts are no longer what they were. */
  constructor(view, changed) {
    this.view = view;
    this.changed = changed;
    this.measure = new Measure();
    this.picture = new Picture();
    this.palette = null;
    this.fonts = () => (this.measure.forget(), this.changed());
    document.fonts?.addEventListener('loadingdone', this.fonts);
    document.fonts?.ready.then(() => this.view && this.fonts());
  }

  get dark() {
    return this.view.container.dataset.theme === 'dark';
  }

  /** Put a theme (light, dark) in force, or read the one in force again. */
  theme(name = this.view.container.dataset.theme) {
    const { container } = this.view;
    container.dataset.theme = name;
    const palette = paletteAt(container);
    if (this.palette && sameColours(palette, this.palette)) return; // what is painted stays as it is
    this.palette = palette;
    if (!this.palette) return void setTimeout(() => this.view?.redraw(), AGAIN);
    container.style.background = this.palette.canvas;
    if (this.measure.font !== this.palette.font) this.fonts();
    this.view.redraw();
  }

  /** Width of semi-bold text in px. */
  width(text, size) {
    return this.measure.width(text, size, this.palette);
  }

  /** Draw one frame. */
  draw(ctx) {
    const { view } = this;
    if (!this.palette) this.theme();
    if (!this.palette) return;
    const { state, drawing, motion, stage } = view, { palette } = this;
    const now = {
      ...state,
      lit: litBy(state.highlight, drawing.links) ?? litByPart(view.part),
      fresh: motion.fresh,
      grown: (id) => motion.grown(id),
      dark: this.dark,
      scale: stage.scale,
    };
    this.picture.draw(ctx, palette, drawing, now);
    paintOver(ctx, palette, drawing, now);
    const letter = this.letterOf(view.linkKind);
    const hue = view.linkMissing ? palette.gap : (letter && palette.links[tokenOf(letter)]) || palette.ink;
    drawHandle(ctx, palette, view.handle, { hue, letter, dotted: view.linkMissing, scale: stage.scale, size: drawing.sizes.shape });
  }

  /** The family letter of what a drag means: a kind, a family, or "ov" for the oversight kinds. */
  letterOf(kind) {
    const { link_kinds, families } = this.view.vocabulary;
    return families[link_kinds[kind]?.family ?? (kind === 'ov' ? 'oversight' : kind)]?.letter ?? null;
  }

  destroy() {
    document.fonts?.removeEventListener('loadingdone', this.fonts);
    this.view = null;
  }
}
