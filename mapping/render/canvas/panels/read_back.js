// What a group reads aloud before a step is over.
import { el } from '../dom.js';

export function readBack() {
  const node = el('section', { class: 'read-back', test: 'read-back', hidden: true });
  return { node, show() {} };
}
