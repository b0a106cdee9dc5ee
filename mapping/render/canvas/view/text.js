// Names in at most two lines. Pure: widths come from the `measure` that is passed in.

const ONE_LINE = 190, TWO_LINES = 178, WORTH_BREAKING = 88; // px at 15 px type

/** `text` cut to a width, with an ellipsis where something is missing. */
export function cut(text, width, measure) {
  if (measure(text) <= width) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const half = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, half).trimEnd()}…`) <= width) low = half;
    else high = half - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

function broken(name, measure) {
  const words = name.split(' ');
  let best = null;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const width = Math.max(...lines.map(measure));
    if (!best || width < best.width) best = { lines, width };
  }
  if (best && best.width <= TWO_LINES) return best.lines;
  let first = '', i = 0;
  while (i < words.length && measure(first ? `${first} ${words[i]}` : words[i]) <= TWO_LINES) {
    first = first ? `${first} ${words[i++]}` : words[i++];
  }
  if (!first) return [cut(name, TWO_LINES, measure)];
  return [first, cut(words.slice(i).join(' '), TWO_LINES, measure)];
}

/** The ways a name may be set, best first: list of {lines, width, whole}; whole = nothing was cut. */
export function settings(name, measure) {
  const width = measure(name);
  const set = (lines) => ({ lines, width: Math.max(...lines.map(measure)), whole: !lines.at(-1).endsWith('…') });
  const one = { lines: [name], width, whole: true };
  if (width <= WORTH_BREAKING || (width <= ONE_LINE && !name.includes(' '))) return [one];
  const two = set(broken(name, measure));
  if (width <= ONE_LINE * 0.75) return [one, two];
  return width <= ONE_LINE ? [two, one] : [two];
}
