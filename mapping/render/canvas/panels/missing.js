// "Is needed": makes the next link that one draws a gap, for a link that should be there and is not.
import { el, svg } from '../dom.js';

/** The sign of what is not there, drawn: fonts lack it. */
const sign = () => svg('svg', { width: 16, height: 16, viewBox: '0 0 18 18', 'aria-hidden': 'true', class: 'icon' }, svg('path', { d: 'M14.500 9a5.500 5.500 0 1 1-11 0 5.500 5.500 0 0 1 11 0ZM4 14 14 4' }));

export function missingToggle(room) {
  const { t } = room;
  return el('button', { class: 'chip needed', type: 'button', test: 'missing', 'aria-pressed': 'false', 'aria-label': t('linking.missing.title'), title: t('linking.missing.title'), onclick: () => room.acts.wanted(!room.missing) },
    sign(), el('span', { class: 'chip-name' }, t('linking.missing.label')));
}
