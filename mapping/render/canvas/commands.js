// What keys do. One list: the keys work by it, and `?` shows it.
import { VARIANT_KEYS } from './panels/after_link.js';
import { ARROWS } from './spatial.js';

/** A command: `shown` is the key as people read it, `says` the word key of what it does.

`keys` are KeyboardEvent.key values (letters small), with `ctrl` where Ctrl or Cmd belongs to it; `when(room)` says
whether it means anything just now; `shift`: with or without it, where that differs; `of`: under which heading `?` shows it; `anywhere`: also from within a field; `atHand`: a letter that is shown or speaks of a selected link, also after a click. One without `keys` is only shown: the browser or a field does it. */
export const COMMANDS = [
  { shown: '/', says: 'type', keys: ['/'], does: (room) => room.typebox?.focus() },
  { shown: 'Tab', says: 'tab' },
  { shown: 'Enter', says: 'enter' },
  { shown: 'A … B', says: 'typing.keys.sentence', of: 'draw' },
  { shown: 'Tab', says: 'typing.keys.complete', of: 'draw' },
  { shown: 'A … Z', says: 'typing.keys.letters', of: 'map' },
  { shown: '← ↑ → ↓', says: 'tables.keys.go', of: 'map', keys: Object.keys(ARROWS), shift: false, when: (room) => room.mapKeys.here, does: (room, key) => room.mapKeys.arrow(key) },
  { shown: 'N  P', says: 'tables.keys.round', of: 'map', keys: ['n', 'p'], when: (room) => room.mapKeys.here, does: (room, key) => room.mapKeys.round(key.toLowerCase() === 'n' ? 1 : -1) },
  { shown: 'O', says: 'tables.keys.across', of: 'map', keys: ['o'], when: (room) => room.mapKeys.here && room.mapKeys.link, does: (room) => room.mapKeys.across() },
  { shown: 'Home  End', says: 'tables.keys.edges', of: 'map', keys: ['Home', 'End'], when: (room) => room.mapKeys.here, does: (room, key) => room.mapKeys.edge(key) },
  { shown: 'M', says: 'tables.keys.map', of: 'go', keys: ['m'], does: (room) => room.toMap() },
  { shown: 'Enter', says: 'tables.keys.inspect', of: 'map', keys: ['Enter'], when: (room) => room.mapKeys.here && room.selected, does: (room) => room.enterInspector() },
  { shown: 'Shift ← ↑ → ↓', says: 'tables.keys.move', of: 'map', keys: Object.keys(ARROWS), shift: true, when: (room) => room.mapKeys.here, does: (room, key) => room.mapKeys.move(key) },
  { shown: 'Space', says: 'tables.keys.take', of: 'map', keys: [' '], when: (room) => room.mapKeys.here && room.mapKeys.actor, does: (room) => room.mapKeys.toggle() },
  { shown: '0 … 5', says: 'tables.keys.influence', of: 'say', keys: ['0', '1', '2', '3', '4', '5'], when: (room) => room.mapKeys.rates, does: (room, key) => room.mapKeys.rate(key) },
  { shown: '1 … 6', says: 'practice', keys: ['1', '2', '3', '4', '5', '6'], when: (room) => linkAt(room), does: (room, key) => answer(room, key) },
  { shown: '0', says: 'linking.keys.missing', keys: ['0'], does: (room) => room.acts.toggleMissing() },
  { shown: 'Q W E …', says: 'linking.keys.variant', atHand: true, keys: VARIANT_KEYS, when: (room, key) => variantAt(room, key), does: (room, key) => room.acts.chooseKind(room.afterLink.id, variantAt(room, key)) },
  { shown: 'X', says: 'linking.keys.flip', atHand: true, keys: ['x'], when: (room) => linkAt(room), does: (room) => room.acts.flip(linkAt(room)) },
  { shown: 'Shift', says: 'linking.keys.chain' },
  { shown: 'L', says: 'tables.keys.link', of: 'draw', keys: ['l'], does: (room) => room.linkFrom(room.selected) },
  { shown: 'Supr / Delete', says: 'remove', keys: ['Delete', 'Backspace'], does: (room) => room.mapKeys.remove() },
  { shown: 'Ctrl Z', says: 'undo', keys: ['z'], ctrl: true, does: (room) => room.acts.undo() },
  { shown: 'Ctrl Y', says: 'redo', keys: ['y', 'Z'], ctrl: true, does: (room) => room.acts.redo() },
  { shown: 'F', says: 'fit', keys: ['f'], does: (room) => room.view.fit() },
  { shown: '+ −', says: 'zoom', keys: ['+', '=', '-'], does: (room, key) => room.view.zoomBy(key === '-' ? 1 / 1.2 : 1.2) },
  { shown: 'B', says: 'find', keys: ['b'], does: (room) => room.openList() },
  { shown: 'Ctrl F', says: 'lens.key.find', keys: ['f'], ctrl: true, anywhere: true, does: (room) => room.openList() },
  { shown: 'V', says: 'lens.key.near', keys: ['v'], does: (room) => room.acts.nextNear() },
  { shown: 'G', says: 'lens.key.filter', keys: ['g'], does: (room) => room.openLens() },
  { shown: 'T', says: 'tables.keys.open', keys: ['t'], does: (room) => room.toggleTables() },
  { shown: 'H', says: 'past.keys.open', keys: ['h'], does: (room) => room.past?.open() },
  { shown: 'A', says: 'proposals.keys.take', of: 'say', atHand: true, keys: ['a'], when: (room) => !room.proposes && room.proposals.next, does: (room) => room.proposals.takeIn() },
  { shown: 'Esc', says: 'escape', keys: ['Escape'], does: (room) => room.select(null) },
  { shown: '?', says: 'help', keys: ['?'], does: (room) => room.openKeys() },
];

/** The headings of `?`, in their order, and what stands under each where a command does not say it. */
export const GROUPS = ['go', 'map', 'draw', 'say', 'see', 'all'];
const UNDER = {
  type: 'go', tab: 'go', enter: 'go', find: 'go', practice: 'say', 'linking.keys.missing': 'say', 'linking.keys.variant': 'draw', 'linking.keys.flip': 'draw', 'linking.keys.chain': 'draw',
  fit: 'see', zoom: 'see', 'lens.key.find': 'go', 'lens.key.near': 'see', 'lens.key.filter': 'see', 'tables.keys.open': 'go',
};
export const groupOf = ({ of, says }) => of ?? UNDER[says] ?? 'all';

/** What keys do on a map that is only to be read. */
const READS = new Set(['tables.keys.go', 'tables.keys.round', 'tables.keys.across', 'tables.keys.edges', 'tables.keys.map', 'fit', 'zoom', 'find', 'lens.key.find', 'lens.key.near', 'lens.key.filter', 'escape', 'help', 'tab']);
export const isFor = (room, { says }) => room.edits !== false || READS.has(says);

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
  return COMMANDS.find((c) => Boolean(c.ctrl) === ctrl && (c.shift ?? Boolean(shiftKey)) === Boolean(shiftKey) && c.keys?.includes(pressed) && isFor(room, c) && (!c.when || c.when(room, pressed))) ?? null;
}
