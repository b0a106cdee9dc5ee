// Colours and type of the map view, read from tokens.css where the container stands: no value is written twice.

const FAMILY_TOKENS = ['A', 'S', 'R', 'C', 'P', 'I', 'T', 'X'];

/** Token letter of a family's letter: + has no name that CSS would take. */
export const tokenOf = (letter) => (letter === '+' ? 'P' : letter);

/** The palette in force at an element, or null while tokens.css is not there yet. */
export function paletteAt(element) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(`--${name}`).trim();
  if (!value('ink')) return null;
  return {
    canvas: value('canvas'),
    ink: value('ink'),
    soft: value('soft'),
    control: value('control'),
    marker: value('marker'),
    gap: value('gap'),
    faded: Number(value('faded')) || 0.22,
    onLink: value('on-link'),
    onInk: value('on-ink'),
    links: Object.fromEntries(FAMILY_TOKENS.map((letter) => [letter, value(`link-${letter}`)])),
    who: [1, 2, 3, 4, 5, 6].map((n) => value(`who-${n}`)),
    onWho: value('on-who'),
    font: value('font'),
    moves: value('move').split(' ')[0] !== '0ms',
  };
}
