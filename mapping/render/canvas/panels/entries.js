// Entry points: where support could begin. Each is an actor, a link or a gap, with whom, at what risk, what comes first
// and what would show that it moves. They are words of the table's, in the pad.
import { newId } from '../client/ids.js';
import { wordsOf } from '../client/words.js';
import { el } from '../dom.js';
import { entryChooser } from './entry_chooser.js';
import { entryRow } from './entry_row.js';

/** The entry points, oldest first; those of the other session too. Pure. */
export const entriesOf = (words) => [...words.values()].filter((w) => w.kind === 'entry').sort((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1));

/** {node, show(words), flush(), close()}: a part of the pad that opens. */
export function entries(room, { phone = false } = {}) {
  const { t } = room, rows = new Map(); // word id -> row
  const count = el('span', { class: 'num soft', test: 'entries-count' });
  const list = el('ol', { class: 'entry-list', test: 'entry-list' });
  const chooser = entryChooser(room, add, { phone });
  const node = el('details', { class: 'pad-entries', test: 'entries' }, el('summary', {}, t('pad.entry.title'), ' ', count),
    el('p', { class: 'soft pad-means' }, t('pad.entry.means')), list, chooser.node);
  let drawn = '';

  /** A new one about something on the map (`about`), or about what only these words say; then with whom. */
  function add({ about, text }) {
    const last = entriesOf(wordsOf(room.state)).at(-1), id = newId('e-');
    room.client.write({ id, session: room.state.day?.session ?? '3', kind: 'entry', slot: (last?.slot ?? -1) + 1, about, text, parts: {} });
    fill(wordsOf(room.state));
    rows.get(id)?.open();
  }

  function fill(words) {
    const now = entriesOf(words), key = JSON.stringify(now.map((word) => word.id));
    for (const word of now) if (!rows.has(word.id)) rows.set(word.id, entryRow(room, word));
    if (key !== drawn) {
      const left = [...rows].filter(([id]) => !words.has(id));
      for (const [, row] of left) if (!row.busy) row.node.remove();
      drawn = left.some(([, row]) => row.busy) ? '' : key; // who still writes in one writes it anew
      let next = list.firstChild;
      for (const { id } of now) { // none is moved that stands right: who writes in it stays there
        const row = rows.get(id).node;
        if (row === next) next = next.nextSibling;
        else list.insertBefore(row, next);
      }
    }
    for (const [id, row] of rows) row.show(words.get(id));
    count.textContent = now.length || '';
  }

  return {
    node,
    flush: () => [...rows.values()].forEach((row) => row.flush()),
    show(words) {
      fill(words);
      chooser.show();
    },
    close: () => [...rows.values()].forEach((row) => row.close()),
  };
}
