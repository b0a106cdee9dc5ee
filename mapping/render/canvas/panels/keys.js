// Keys: everything that a mouse can do. `?` shows them.
import { el, icon } from '../dom.js';

const SHOWN = [
  ['/', 'type'], ['Tab', 'tab'], ['Enter', 'enter'], ['1 … 6', 'practice'], ['L', 'connect'], ['Supr / Delete', 'remove'], ['Ctrl Z', 'undo'], ['Ctrl Y', 'redo'],
  ['F', 'fit'], ['+ −', 'zoom'], ['B', 'find'], ['Esc', 'escape'], ['?', 'help'],
];

const typing = (target) => target?.closest?.('input, textarea, select, [contenteditable]');

/** Listens on the whole page while the canvas is on it; what is typed into a field is left alone. */
export function keys(room) {
  const { t } = room;
  const dialog = el('dialog', { class: 'keys', test: 'keys', 'aria-label': t('canvas.keys.title') },
    el('div', { class: 'row' }, el('h2', { class: 'grow' }, t('canvas.keys.title')),
      el('button', { class: 'btn quiet', type: 'button', 'aria-label': t('canvas.inspector.close'), onclick: () => dialog.close() }, icon('close', 16))),
    el('dl', {}, SHOWN.map(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, t(`canvas.keys.${what}`))])));

  function press(event) {
    const target = event.composedPath()[0];
    const inside = target === document.body || room.root.contains(target) || room.root.getRootNode().host === target;
    if (!inside || event.defaultPrevented || dialog.open) return;
    const command = event.ctrlKey || event.metaKey, key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (typing(target)) return;
    const act = command ? { z: event.shiftKey ? 'redo' : 'undo', y: 'redo' }[key] : event.altKey ? null : plain(key);
    if (!act) return;
    event.preventDefault();
    ({
      undo: () => room.undo(), redo: () => room.redo(), type: () => room.typebox?.focus(), help: () => dialog.showModal(), remove: () => room.selected && room.remove(room.selected),
      escape: () => room.select(null), fit: () => room.view.fit(), closer: () => room.view.zoomBy(1.2), further: () => room.view.zoomBy(1 / 1.2), find: () => room.openList(),
      connect: () => room.connectFrom(room.selected),
    })[act]?.() ?? practice(act);
  }

  const plain = (key) => ({ '/': 'type', '?': 'help', Delete: 'remove', Backspace: 'remove', Escape: 'escape', f: 'fit', '+': 'closer', '=': 'closer', '-': 'further', b: 'find', l: 'connect' })[key]
    ?? (/^[1-6]$/.test(key) && room.state.map.links.has(room.selected) ? key : null);

  function practice(key) {
    const choice = room.vocabulary.scales.practice[Number(key) - 1];
    if (choice) room.editor.set(room.selected, { practice: choice.id });
  }

  document.addEventListener('keydown', press);
  return { node: dialog, open: () => dialog.showModal(), close: () => document.removeEventListener('keydown', press) };
}
