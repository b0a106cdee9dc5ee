// Actors that may be one and the same after the maps of a silent round were brought together.
import { el } from '../dom.js';

export function doubles() {
  const node = el('section', { class: 'doubles', test: 'doubles', hidden: true });
  return { node, show() {} };
}
