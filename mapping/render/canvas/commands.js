// What keys do. One list: the keys work by it, and `?` shows it.
import { VARIANT_KEYS } from './panels/after_link.js';

/** A command: `shown` is the key as people read it, `says` the word key of what it does.

`keys` are KeyboardEvent.key values (letters small), with `ctrl` where Ctrl or Cmd belongs to it; `when(room)` says
whether it means anything just now; `anywhere`: also from within a field. One without `keys` is only shown: the browser or a field does it. */
export const COMMANDS = [
  { shown: '/', says: 'type', keys: ['/'], does: (room) => room.typebox?.focus() },
  { shown: 'Tab', says: 'tab' },
  { shown: 'Enter', says: 'enter' },
  { shown: '1 … 6', says: 'practice', keys: ['1', '2', '3', '4', '5', '6'], when: (room) => linkAt(room), does: (room, key) => answer(room, key) },
  { shown: '0', says: 'linking.keys.missing', keys: ['0'], does: (room) => room.acts.toggleMissing() },
  { shown: 'Q W E …', says: 'linking.keys.variant', keys: VARIANT_KEYS, when: (room, key) => variantAt(room, key), does: (room, key) => room.acts.chooseKind(room.afterLink.id, variantAt(room, key)) },
  { shown: 'X', says: 'linking.keys.flip', keys: ['x'], when: (room) => linkAt(room), does: (room) => room.acts.flip(linkAt(room)) },
  { shown: 'Shift', says: 'linking.keys.chain' },
  { shown: 'L', says: 'connect', keys: ['l'], does: (room) => room.acts.connectFrom(room.selected) },
  { shown: 'Supr / Delete', says: 'remove', keys: ['Delete', 'Backspace'], does: (room) => room.selected && room.acts.remove(room.selected) },
  { shown: 'Ctrl Z', says: 'undo', keys: ['z'], ctrl: true, does: (room) => room.acts.undo() },
  { shown: 'Ctrl Y', says: 'redo', keys: ['y', 'Z'], ctrl: true, does: (room) => room.acts.redo() },
  { shown: 'F', says: 'fit', keys: ['f'], does: (room) => room.view.fit() },
  { shown: '+ −', says: 'zoom', keys: ['+', '=', '-'], does: (room, key) => room.view.zoomBy(key === '-' ? 1 / 1.2 : 1.2) },
  { shown: 'B', says: 'find', keys: ['b'], does: (room) => room.openList() },
  { shown: 'Ctrl F', says: 'lens.key.find', keys: ['f'], ctrl: true, anywhere: true, does: (room) => room.openList() },
  { shown: 'V', says: 'lens.key.near', keys: ['v'], does: (room) => room.acts.nextNear() },
  { shown: 'G', says: 'lens.key.filter', keys: ['g'], does: (room) => room.openLens() },
  { shown: 'T', says: 'tables.keys.open', keys: ['t'], does: (room) => room.toggleTables() },
  { shown: 'Esc', says: 'escape', keys: ['Escape'], does: (room) => room.select(null) },
  { shown: '?', says: 'help', keys: ['?'], does: (room) => room.openKeys() },
];

function answer(room, key) {
  const choice = room.vocabulary.scales.practice[Number(key) - 1];
  if (choice) room.acts.say(linkAt(room), { practice: choice.id });
}

/** The link that keys speak of: the one just drawn, or the one selected; null for none. */
function linkAt(room) {
  const link = room.thing(room.afterLink?.id ?? room.selected);
  return link?.source ? link.id : null;
}

/** The kind that a key chooses in the bar beside a link just drawn; undefined for none. */
const variantAt = (room, key) => room.afterLink?.kinds[VARIANT_KEYS.indexOf(key.toLowerCase())];

/** The command of a key event, or null. Pure but for `when`. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }, room) {
  const ctrl = Boolean(ctrlKey || metaKey);
  if (altKey) return null;
  const pressed = key.length > 1 ? key : ctrl && shiftKey ? key.toUpperCase() : key.toLowerCase();
  return COMMANDS.find((c) => Boolean(c.ctrl) === ctrl && c.keys?.includes(pressed) && (!c.when || c.when(room, pressed))) ?? null;
}
