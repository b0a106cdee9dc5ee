// Light or dark, as Streamlit is: read from the colour it puts on the canvas's surroundings.

/** 'light' or 'dark', by Streamlit's background colour where an element stands; the system's wish without one. */
export function themeAt(place) {
  const host = place.host ?? place;
  const colour = getComputedStyle(host).getPropertyValue('--st-background-color').trim();
  const light = brightness(colour);
  if (light === null) return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return light < 0.5 ? 'dark' : 'light';
}

/** How bright a colour is, 0 to 1; null for what is none. Hex and rgb() only: Streamlit writes no other. */
export function brightness(colour) {
  let parts = null;
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2})?$/i.exec(colour);
  if (hex) parts = (hex[1].length === 3 ? [...hex[1]].map((c) => c + c) : hex[1].match(/../g)).map((c) => parseInt(c, 16));
  else parts = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(colour)?.slice(1).map(Number) ?? null;
  return parts && (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]) / 255;
}
