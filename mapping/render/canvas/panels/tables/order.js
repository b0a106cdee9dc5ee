// Which rows a table shows, and in which order. Pure.
import { fold } from '../../names.js';

export const PAGE = 100; // rows at once: a thousand actors open as fast as a hundred

const collators = new Map();
const collator = (language) => {
  if (!collators.has(language)) collators.set(language, new Intl.Collator(language, { numeric: true, sensitivity: 'base' }));
  return collators.get(language);
};

const empty = (value) => value === null || value === undefined || value === '';

/** Two values of a column; what nobody said comes last, whichever way it is sorted. */
export function compare(a, b, down, language) {
  if (empty(a) || empty(b)) return Number(empty(a)) - Number(empty(b));
  const by = typeof a === 'number' && typeof b === 'number' ? a - b : collator(language).compare(String(a), String(b));
  return down ? -by : by;
}

/** The ids of `rows` that hold every word of `wanted`, sorted: by a column, else the newest first. */
export function arranged(rows, { wanted = '', column = null, down = false, words, language }) {
  const parts = fold(wanted).split(' ').filter(Boolean);
  const found = parts.length ? rows.filter((row) => holds(words(row), parts)) : [...rows];
  if (!column) return found.reverse().map(({ id }) => id);
  const keyed = found.map((row) => [column.sort(row), row.id]);
  return keyed.sort((a, b) => compare(a[0], b[0], down, language)).map(([, id]) => id);
}

function holds(text, parts) {
  const folded = ` ${fold(text)}`;
  return parts.every((part) => folded.includes(part));
}

/** The order after others wrote: who is gone leaves, who came goes where the sorting has it, nobody else moves. */
export function followed(order, fresh) {
  const there = new Set(fresh), had = new Set(order);
  const out = order.filter((id) => there.has(id));
  fresh.forEach((id, i) => {
    if (had.has(id)) return;
    const next = fresh.slice(i + 1).find((later) => had.has(later));
    out.splice(next === undefined ? out.length : out.indexOf(next), 0, id);
  });
  return out;
}

/** How the next press of a heading sorts: up, down, then newest first again. */
export const turned = ({ column, down }, pressed) =>
  column !== pressed ? { column: pressed, down: false } : down ? { column: null, down: false } : { column, down: true };
