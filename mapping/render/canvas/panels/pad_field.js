// One text of the table's: kept soon after one stops typing, and shown as others write it while nobody types here.
import { el } from '../dom.js';

const PAUSE_MS = 1200;

/** {node, show(word), flush(), close()} of a word that may not be written yet. */
export function padField(room, word, label) {
  const box = el('textarea', { class: 'field', test: `pad-${word.kind === 'pad' ? word.id : `${word.kind}-${word.slot}`}`, rows: word.kind === 'pad' ? 1 : 2, maxlength: 2000, 'aria-label': label, oninput: () => (grow(), soon()), onblur: () => flush() });
  const node = el('label', { class: `pad-field ${word.kind}` }, word.kind === 'pad' ? null : el('span', { class: 'label' }, label), box);
  let known = '', timer = null;

  /** As tall as what is in it. */
  function grow() {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  }

  /** Keep what is typed, where it is not kept already. */
  function flush() {
    clearTimeout(timer);
    const text = box.value.trim();
    if (text === known) return;
    known = text;
    room.client.write({ id: word.id, session: word.session, kind: word.kind, slot: word.slot, about: word.about ?? '', text });
  }

  return {
    node,
    flush,
    show(stored) {
      const text = stored?.text ?? '';
      const typing = box.getRootNode().activeElement === box && box.value.trim() !== known;
      if (typing || (text === known && box.value.trim() === text)) return;
      if (box.getRootNode().activeElement === box && box.value.trim() === text) return void (known = text); // only its spaces differ
      known = text;
      box.value = text;
      if (box.isConnected) grow();
    },
    close: () => clearTimeout(timer),
  };
}
