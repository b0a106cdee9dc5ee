// One cell being written in: a native field in its place, until it is kept or let go.
import { el } from '../../dom.js';
import { fillOptions } from '../fields.js';
import { fold } from '../../names.js';

/** Open a cell of `column` for `row`; `ended(kept, to)` is told once, `to` being where Tab goes on. `typed` begins it. */
export function writeIn(cell, row, column, { ended, typed = '', label }) {
  const { edit } = column, text = edit.as === 'text';
  const field = text ? textField(edit, label) : choiceField(edit, row, label);
  const before = edit.value(row) ?? '';
  field.value = String(before);
  cell.classList.add('writing');
  cell.replaceChildren(field);
  field.focus({ preventScroll: false });
  let done = false, keyed = true;
  if (typed && text) field.value = typed;
  else if (typed) startingWith(field, typed);
  else if (text) field.select();

  function end(keep, to = 0) {
    if (done) return;
    done = true;
    const value = field.value, chosen = text ? value : (edit.options(row).find((o) => String(o.id) === value)?.id ?? null);
    cell.classList.remove('writing');
    ended({ to, focused: field.matches(':focus'), value: keep && value !== String(before) && (text || value !== '' || edit.clears) ? { of: text ? value : chosen === '' ? null : chosen } : null });
  }

  field.addEventListener('pointerdown', () => (keyed = false));
  field.addEventListener('change', () => !text && !keyed && end(true)); // picked by hand; by keys it is kept with Enter
  field.addEventListener('blur', () => end(true));
  field.addEventListener('keydown', (event) => {
    keyed = true;
    event.stopPropagation();
    const { key } = event;
    if (key === 'Escape' || key === 'Tab' || (key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      end(key !== 'Escape', key === 'Tab' ? (event.shiftKey ? -1 : 1) : 0);
    }
  });
  return { row: row.id, column: column.id, end, field, byHand: () => (keyed = false) };
}

function textField({ lines = 1, max }, label) {
  return el(lines > 1 ? 'textarea' : 'input', { class: 'field', rows: lines > 1 ? lines : null, maxlength: max, autocomplete: 'off', 'aria-label': label, test: 'cell-field' });
}

function choiceField({ options }, row, label) {
  const select = el('select', { class: 'field', 'aria-label': label, test: 'cell-field' });
  fillOptions(select, options(row));
  return select;
}

/** Choose the first option that begins with what was typed. */
function startingWith(select, typed) {
  const option = [...select.options].find((o) => fold(o.textContent).startsWith(fold(typed)) && fold(typed));
  if (option) select.value = option.value;
}

/** What one key says outright in a cell of choices: the digit of a scale, or its place in the list; null for nothing. */
export function valueOfKey(key, { edit }, row) {
  if (!/^[0-9]$/.test(key)) return null;
  const options = edit?.options?.(row) ?? [];
  if (edit?.digits) return options.find((o) => String(o.id) === key) ?? null;
  return edit?.places ? options[Number(key) - 1] ?? null : null;
}
