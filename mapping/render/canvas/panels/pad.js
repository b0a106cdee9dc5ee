// The note-taker's pad: a tab on a phone, where it has a `label`, and a drawer on a laptop.
import { el } from '../dom.js';

export function pad() {
  const node = el('section', { class: 'tab pad', test: 'pad', hidden: true });
  return { node, show() {} };
}
