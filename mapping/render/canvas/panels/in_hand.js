// A line at a field that somebody else has in hand too: a hint, not a lock. It takes no room and moves nothing.
import { el } from '../dom.js';

/** Numbers of the others who are in this field of this thing. Pure. */
export const othersIn = (people, seat, id, property) =>
  people.filter((p) => p.seat !== seat && p.selected === id && p.editing === property).map((p) => p.number).sort((a, b) => a - b);

/** The line in words, or ''. Pure. */
export function hintText(numbers, t) {
  if (!numbers.length) return '';
  return numbers.length === 1 ? t('past.beside.one', { n: numbers[0] }) : t('past.beside.many', { n: numbers.join(', ') });
}

/** Keeps the fields inside `node` (each with its `data-property`) told of who else is in them. */
export function inHandHints(room, node) {
  return {
    show(state) {
      const inForce = room.selected && state.people.some((p) => p.editing && p.selected === room.selected);
      for (const field of inForce || node.querySelector('.in-hand') ? node.querySelectorAll('[data-property]') : []) {
        const text = hintText(othersIn(state.people, room.data.seat, room.selected, field.dataset.property), room.t);
        const line = field.querySelector(':scope > .in-hand');
        if (!text) line?.remove();
        else if (line) line.textContent !== text && (line.textContent = text);
        else field.append(el('p', { class: 'in-hand', test: 'in-hand', role: 'status' }, text));
      }
    },
  };
}
