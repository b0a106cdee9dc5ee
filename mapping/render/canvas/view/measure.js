// Widths of texts, measured once each on a canvas of its own.

/** Widths in px of semi-bold text at a size, in the palette's font. */
export class Measure {
  constructor() {
    this.ctx = document.createElement('canvas').getContext('2d');
    this.widths = new Map();
    this.font = null;
  }

  /** A font came or changed. */
  forget() {
    this.widths.clear();
  }

  width(text, size, palette) {
    this.font = palette?.font ?? 'sans-serif';
    const key = `${size} ${text}`;
    if (!this.widths.has(key)) {
      this.ctx.font = `600 ${size}px ${this.font}`;
      this.widths.set(key, this.ctx.measureText(text).width);
    }
    return this.widths.get(key);
  }
}
