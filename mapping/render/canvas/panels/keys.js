// Keys: everything that a mouse can do. `?` shows them.
import { COMMANDS, GROUPS, commandOf, groupOf, isFor } from '../commands.js';
import { el, icon } from '../dom.js';
import { letters } from './letters.js';

/** A key as this language calls it. */
const named = (key, t) => key.replace(/Shift|Space|Home|End|Enter/g, (name) => t(`tables.key.${name.toLowerCase()}`));

const typing = (target) => target?.closest?.('input, textarea, select, [contenteditable]');

/** Listens on the whole page while the canvas is on it; what is typed into a field is left alone. */
export function keys(room) {
  const { t } = room, mine = COMMANDS.filter((c) => isFor(room, c)), typed = letters(room);
  const dialog = el('dialog', { class: 'keys', test: 'keys', 'aria-label': t('canvas.keys.title') },
    el('div', { class: 'row' }, el('h2', { class: 'grow' }, t('canvas.keys.title')),
      el('button', { class: 'btn quiet', type: 'button', 'aria-label': t('canvas.inspector.close'), onclick: () => dialog.close() }, icon('close', 16))),
    el('div', { class: 'keys-groups' }, GROUPS.filter((group) => mine.some((c) => groupOf(c) === group)).map((group) => el('section', {}, el('h3', { class: 'cap' }, t(`tables.keys.of.${group}`)),
      el('dl', {}, mine.filter((c) => groupOf(c) === group).map(({ shown, says }) => [el('dt', {}, shown.split('  ').map((key) => el('kbd', {}, named(key, t)))), el('dd', {}, t(says.includes('.') ? says : `canvas.keys.${says}`))]))))));

  function press(event) {
    const target = event.composedPath()[0];
    const inside = target === document.body || room.root.contains(target) || room.root.getRootNode().host === target;
    if (!inside || event.defaultPrevented || dialog.open) return;
    if (event.key === 'Escape' && target.closest?.('.insp')) return event.preventDefault(), room.enterMap(); // what is selected stays
    const command = commandOf(event, room);
    if (!typing(target) && typed.mean(event, command)) return room.typebox.focus(); // the letter is written there
    if (!command || (typing(target) && !command.anywhere)) return;
    event.preventDefault();
    command.does(room, event.key);
  }

  document.addEventListener('keydown', press);
  return { node: dialog, open: () => dialog.showModal(), leftBox: typed.leftBox, close: () => (typed.close(), document.removeEventListener('keydown', press)) };
}
