// What a phone has over its map: the legend, finding something, seeing only a part.
import { el, icon } from '../dom.js';
import { legend } from './legend.js';

export function mapTools(room) {
  const { t } = room;
  const rows = legend(room);
  const button = (test, picture, label, does) => el('button', { class: 'btn', type: 'button', test, 'aria-label': label, title: label, onclick: does }, icon(picture));
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'legend-close', 'aria-label': t('lens.close'), onclick: () => turn(false) }, icon('close', 16));
  const sheet = el('section', { class: 'legend-sheet', test: 'legend-sheet', hidden: true, onkeydown: (event) => event.key === 'Escape' && (event.stopPropagation(), turn(false)) },
    el('div', { class: 'row legend-head' }, el('h2', { class: 'cap grow' }, t('lens.legend_name')), shut), rows.node);
  const open = button('legend-open', 'legend', t('lens.legend_name'), () => turn(sheet.hidden));
  const node = el('div', { class: 'map-tools', role: 'group', 'aria-label': t('lens.tools') }, open,
    button('list-open', 'search', t('canvas.tools.find'), () => room.openList()), button('lens-open', 'filter', t('lens.open'), () => room.openLens()));

  function turn(opens) {
    sheet.hidden = !opens;
    open.setAttribute('aria-expanded', String(opens));
    (opens ? shut : open).focus();
  }

  return { node, legend: sheet, show: (state) => rows.show(state) };
}
