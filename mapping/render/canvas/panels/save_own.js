// The map as a file of one's own: for a room without a network, where each group draws on a device of its own.
import { el, icon } from '../dom.js';

/** A button that has the browser save the map's file; the page stays. */
export function saveOwn({ t, data }, look = 'btn quiet') {
  const label = t('canvas.tools.save');
  const save = () => el('a', { href: `/own-map?seat=${encodeURIComponent(data.seat)}`, download: true }).click();
  return el('button', { class: look, type: 'button', test: 'save-own', 'aria-label': label, title: label, onclick: save }, icon('save'));
}
