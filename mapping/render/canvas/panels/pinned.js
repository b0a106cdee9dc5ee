// Says of the selected actor that it was moved by hand, and lets it go.
import { release } from '../arranging.js';
import { el, icon } from '../dom.js';

export function pinnedLine(room, id) {
  const { t } = room;
  const free = el('button', { class: 'link', type: 'button', test: 'unpin', onclick: () => release(room, [id]) }, t('arrange.pin.release'));
  const node = el('p', { class: 'small soft pinned', test: 'pinned', hidden: true }, icon('pin', 14), el('span', { class: 'grow' }, t('arrange.pin.held')), room.edits && free);
  return { node, show: (actor) => (node.hidden = !actor.pinned) };
}
