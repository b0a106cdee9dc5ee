// Elements made in one call. User text goes in as text nodes only: it is never markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'test') node.setAttribute('data-testid', value);
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') node[name] = value;
    else node.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An element: el('button', {class: 'btn', test: 'undo', onclick}, 'text', child…). */
export const el = (tag, properties = {}, ...children) => fill(document.createElement(tag), properties, children);

/** An SVG element. */
export const svg = (tag, properties = {}, ...children) => fill(document.createElementNS(SVG, tag), properties, children);

/** Replace what an element holds, keeping the focus on the control of the same data-testid. */
export function refill(node, ...children) {
  const focused = node.getRootNode().activeElement;
  const test = focused && node.contains(focused) ? focused.getAttribute('data-testid') : null;
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  if (test) node.querySelector(`[data-testid="${CSS.escape(test)}"]`)?.focus({ preventScroll: true });
}

const PATHS = {
  undo: 'M4 7h6.5a4 4 0 0 1 0 8H7M4 7l3-3M4 7l3 3',
  redo: 'M14 7H7.5a4 4 0 0 0 0 8H11M14 7l-3-3M14 7l-3 3',
  fit: 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4',
  plus: 'M9 4v10M4 9h10',
  minus: 'M4 9h10',
  search: 'M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM11.5 11.5 15 15',
  filter: 'M2.500 4h13l-5 6v4.500l-3-1.500v-3z',
  more: 'M4 9h.1M9 9h.1M14 9h.1',
  legend: 'M3 4.500h2M8 4.500h7M3 9h2M8 9h7M3 13.500h2M8 13.500h7',
  close: 'm4.5 4.5 9 9M13.5 4.5l-9 9',
  down: 'm5 7 4 4 4-4',
  check: 'm4 9.5 3.5 3.5L14 6',
  away: 'M3 3l12 12M5 8.5a6 6 0 0 1 2-1.3M9 6.8a6 6 0 0 1 4.2 1.9M7 11a3 3 0 0 1 4 0M9 13.6v.1',
  tray: 'M3 10h3.5l1 2h3l1-2H15M3 10v4.5h12V10l-2-6H5l-2 6Z',
  keys: 'M2.5 5h13v8.500h-13zM5 7.500h.1M8 7.500h.1M11 7.500h.1M13 7.500h.1M5.500 10.800h7',
  lock: 'M4 8h10v7H4zM6 8V6a3 3 0 0 1 6 0v2',
  table: 'M2.500 3.500h13v11h-13zM2.500 7h13M2.500 10.750h13M6.750 3.500v11',
  tidy: 'M3 3h4v4H3zM11 3h4v4h-4zM7 11h4v4H7zM5 7v2h8V7M9 9v2',
  arrange: 'M2.500 3.500h6M2.500 7h13M2.500 10.500h9M2.500 14h4M11.500 3.500h4',
  pin: 'M9 11v4.500M5.500 11h7M6.500 11V4h5v7M5.500 4h7',
  play: 'M6 4.500 13.500 9 6 13.500z',
  pause: 'M6.500 4v10M11.500 4v10',
  pad: 'M4 2.500h10v13H4zM6.500 6h5M6.500 9h5M6.500 12h3',
  hand: 'M5.500 10V5a1.200 1.200 0 0 1 2.400 0M7.900 8.500V3.300a1.200 1.200 0 0 1 2.400 0V8.500M10.300 4.500a1.200 1.200 0 0 1 2.400 0V9M12.700 6.500a1.200 1.200 0 0 1 2.300 0V11c0 3-2 5-4.700 5-2.300 0-3.700-1-4.700-3l-1.800-3.300c-.6-1.200.9-2.100 1.700-1.100',
  past: 'M4.200 4.500a6.500 6.500 0 1 1-1.700 4.500M4 2v3h3M9 5.500V9l2.500 1.800',
  save: 'M9 3v8M5.500 7.500 9 11l3.500-3.500M3 12v3h12v-3',
  left: 'm11 4.500-4.500 4.500 4.500 4.500',
  right: 'm7 4.500 4.500 4.500-4.500 4.500',
};

/** A line icon; the control that holds it carries the name. */
export const icon = (name, size = 18) =>
  svg('svg', { width: size, height: size, viewBox: '0 0 18 18', 'aria-hidden': 'true', class: 'icon' },
    svg('path', { d: PATHS[name] }));

/** The badge of a family in running text. */
export const letterBadge = (letter) => el('span', { class: `L ${familyClass(letter)}`, 'aria-hidden': 'true' }, letter);

/** The class that gives an element a family's colour. */
export const familyClass = (letter) => `hue-${letter === '+' ? 'P' : letter}`;
