// Colours and type of the map view, read from tokens.css where the container stands: no value is written twice.

const FAMILY_TOKENS = ['A', 'S', 'R', 'C', 'P', 'I', 'T', 'X'];

/** Token letter of a family's letter: + has no name that CSS would take. */
export const tokenOf = (letter) => (letter === '+' ? 'P' : letter);

const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour (#rrggbb) as it looks at an opacity on a ground: opaque, so that overlaps do not darken. Pure. */
export function faded(colour, ground, opacity) {
  const under = parts(ground);
  const mixed = parts(colour).map((value, i) => Math.round(value * opacity + under[i] * (1 - opacity)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const CALM = [[80, 1], [170, 0.7], [400, 0.5], [3000, 0.3]]; // [links, share of their colour that lines keep]

/** The share of their colour that lines keep on a map of so many links: the more there are, the paler, so that shapes and names stand out. Pure. */
export function calmOf(count) {
  const next = CALM.findIndex(([links]) => count <= links);
  if (next <= 0) return next ? CALM.at(-1)[1] : 1;
  const [low, most] = CALM[next - 1], [high, least] = CALM[next];
  return most + ((count - low) / (high - low)) * (least - most);
}

/** A palette's colours of lines {gap, links}, calmed for a map of so many links. */
export function calmed(palette, count) {
  if (palette.calm?.count === count) return palette.calm;
  const share = calmOf(count), pale = (colour) => (share < 1 ? faded(colour, palette.canvas, share) : colour);
  const links = Object.fromEntries(Object.entries(palette.links).map(([token, colour]) => [token, pale(colour)]));
  return (palette.calm = { count, links, gap: pale(palette.gap) });
}

/** The palette in force at an element, or null while tokens.css is not there yet. */
export function paletteAt(element) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  if (!value('ink')) return null;
  const canvas = value('canvas'), share = Number(value('faded')) || 0.22;
  const links = Object.fromEntries(FAMILY_TOKENS.map((letter) => [letter, value(`link-${letter}`)]));
  const gap = value('gap');
  return {
    canvas, links, gap,
    pale: {
      gap: faded(gap, canvas, share),
      links: Object.fromEntries(FAMILY_TOKENS.map((letter) => [letter, faded(links[letter], canvas, share)])),
    },
    ink: value('ink'),
    soft: value('soft'),
    control: value('control'),
    marker: value('marker'),
    onLink: value('on-link'),
    onInk: value('on-ink'),
    who: [1, 2, 3, 4, 5, 6].map((n) => value(`who-${n}`)),
    onWho: value('on-who'),
    font: value('font'),
    moves: value('move').split(' ')[0] !== '0ms',
  };
}

/** Whether two palettes say the same. Pure. */
export function sameColours(one, other) {
  const said = (palette) => JSON.stringify(palette, (key, value) => (key === 'calm' ? undefined : value));
  return said(one) === said(other);
}
