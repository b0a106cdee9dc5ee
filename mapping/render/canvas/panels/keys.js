// Keys: everything that a mouse can do. `?` shows them.
import { COMMANDS, commandOf } from '../commands.js';
import { el, icon } from '../dom.js';

const typing = (target) => target?.closest?.('input, textarea, select, [contenteditable]');

/** Listens on the whole page while the canvas is on it; what is typed into a field is left alone. */
export function keys(room) {
  const { t } = room;
  const dialog = el('dialog', { class: 'keys', test: 'keys', 'aria-label': t('canvas.keys.title') },
    el('div', { class: 'row' }, el('h2', { class: 'grow' }, t('canvas.keys.title')),
      el('button', { class: 'btn quiet', type: 'button', 'aria-label': t('canvas.inspector.close'), onclick: () => dialog.close() }, icon('close', 16))),
    el('dl', {}, COMMANDS.map(({ shown, says }) => [el('dt', {}, el('kbd', {}, shown)), el('dd', {}, t(says.includes('.') ? says : `canvas.keys.${says}`))])));

  function press(event) {
    const target = event.composedPath()[0];
    const inside = target === document.body || room.root.contains(target) || room.root.getRootNode().host === target;
    if (!inside || event.defaultPrevented || dialog.open) return;
    const command = commandOf(event, room);
    if (!command || (typing(target) && !command.anywhere)) return;
    event.preventDefault();
    command.does(room, event.key);
  }

  document.addEventListener('keydown', press);
  return { node: dialog, open: () => dialog.showModal(), close: () => document.removeEventListener('keydown', press) };
}
