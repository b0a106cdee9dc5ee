// A hand that is raised for whoever leads the workshop, and taken down again.
import { el } from '../dom.js';

export function hand() {
  const node = el('section', { class: 'hand', test: 'hand', hidden: true });
  return { node, show() {} };
}
