// How the map grew, played.
import { el } from '../dom.js';

export function replay() {
  const node = el('section', { class: 'replay', test: 'replay', hidden: true });
  return { node, show() {} };
}
