// The house rules, in the step that reads them.
import { el } from '../dom.js';

export function rules() {
  const node = el('section', { class: 'rules', test: 'rules', hidden: true });
  return { node, show() {} };
}
