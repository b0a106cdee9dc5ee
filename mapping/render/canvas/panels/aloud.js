// What a table reads together, over the right of the map: it can be put away, and comes back by its name.
import { el, icon } from '../dom.js';

/** {node, head, body, foot, open(key)}: shown when `key` is a new one, until it is put away; null takes it from the screen. */
export function aloud(room, test, name) {
  const { t } = room;
  const title = el('h2', { class: 'grow' }, name), body = el('div', { class: 'aloud-body' }), foot = el('div', { class: 'aloud-foot' });
  const close = el('button', { class: 'btn quiet', type: 'button', test: `${test}-close`, 'aria-label': t('canvas.inspector.close'), onclick: () => (turn(false), again.focus()) }, icon('close', 16));
  const panel = el('section', { class: 'aloud', test, 'aria-label': name, onkeydown: (event) => event.key === 'Escape' && (event.stopPropagation(), close.click()) }, el('div', { class: 'row aloud-head' }, title, close), body, foot);
  const again = el('button', { class: 'btn aloud-again', type: 'button', test: `${test}-open`, onclick: () => (turn(true), close.focus()) }, name);
  const node = el('div', { class: 'aloud-place', hidden: true }, panel, again);
  let shown = null;

  function turn(open) {
    panel.hidden = !open;
    again.hidden = open;
  }

  return {
    node, body, foot,
    put: () => turn(false),
    open(key) {
      if (key === shown) return;
      shown = key;
      node.hidden = key === null;
      turn(true);
    },
  };
}
