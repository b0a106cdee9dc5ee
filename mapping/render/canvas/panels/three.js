// Three findings and what is not known, in the step that asks for them.
import { el } from '../dom.js';

export function three() {
  const node = el('section', { class: 'three', test: 'three', hidden: true });
  return { node, show() {} };
}
