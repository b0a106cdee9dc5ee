// One entry point: what it is about, and its four parts; kept soon after one stops typing, whole.
import { PARTS, filledOf } from '../client/words.js';
import { el } from '../dom.js';

const PAUSE_MS = 1200;
const MOST = { text: 300 }, MOST_OF_PART = 500;

/** {node, show(word), open(), flush(), close(), busy} of an entry point; `word` is how it was first seen. */
export function entryRow(room, word) {
  const { t } = room, names = ['text', ...PARTS], boxes = {}, known = {};
  const title = el('b'), filled = el('span', { class: 'num soft small', 'aria-hidden': 'true' });
  const see = el('button', { class: 'link small', type: 'button', test: 'entry-see', onclick: () => (flush(), room.reveal(latest.about)) }, t('pad.entry.see'));
  const out = el('button', { class: 'btn quiet small', type: 'button', test: 'entry-out', onclick: () => takeOut(), onblur: () => sure(false) }, t('pad.entry.out'));
  const node = el('li', {}, el('details', { class: 'entry', test: `entry-${word.id}` }, el('summary', {}, title, ' ', filled),
    names.map((name) => field(name)), el('div', { class: 'row' }, see, el('span', { class: 'grow' }), out)));
  const details = node.firstChild;
  details.addEventListener('toggle', () => details.open && names.forEach((name) => grow(boxes[name])));
  let latest = word, timer = null, asked = false;

  function field(name) {
    const label = t(name === 'text' ? 'pad.entry.about' : `pad.entry.${name}`);
    const box = el('textarea', { class: 'field', test: `entry-${name}`, rows: 1, maxlength: MOST[name] ?? MOST_OF_PART, oninput: () => (grow(box), soon()), onblur: () => flush() });
    boxes[name] = box;
    known[name] = '';
    return el('label', { class: 'pad-field part' }, el('span', { class: 'label' }, label), box);
  }

  /** As tall as what is in it. */
  function grow(box) {
    if (!box.offsetParent) return; // folded: there is nothing to measure
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
  }

  const soon = () => (clearTimeout(timer), (timer = setTimeout(flush, PAUSE_MS)));
  const typed = (name) => boxes[name].value.trim();
  const isActive = (name) => boxes[name].getRootNode().activeElement === boxes[name];

  /** Keep what is typed, where it is not kept already. What it is about is never empty: that would take it out. */
  function flush() {
    clearTimeout(timer);
    if (!typed('text') && !isActive('text')) boxes.text.value = known.text;
    if (names.every((name) => typed(name) === known[name]) || !known.text) return;
    const text = typed('text') || known.text;
    for (const name of PARTS) known[name] = typed(name);
    known.text = text;
    room.client.write({ ...same(), text, parts: Object.fromEntries(PARTS.filter((name) => known[name]).map((name) => [name, known[name]])) });
  }

  const same = () => ({ id: word.id, session: latest.session, kind: 'entry', slot: latest.slot, about: latest.about ?? '' });

  function sure(on) {
    asked = on;
    out.textContent = t(on ? 'pad.entry.out_sure' : 'pad.entry.out');
    out.classList.toggle('warn', on);
  }

  /** Takes it out at the second press. */
  function takeOut() {
    if (!asked) return sure(true);
    clearTimeout(timer);
    known.text = '';
    room.client.write({ ...same(), text: '', parts: {} });
    node.parentNode?.parentNode?.querySelector('input')?.focus();
  }

  return {
    node,
    flush,
    /** Whether somebody types in it. */
    get busy() {
      return names.some((name) => isActive(name) && typed(name) !== known[name]);
    },
    open() {
      details.open = true;
      boxes.partner.focus();
    },
    show(stored) {
      if (!stored) return;
      latest = stored;
      for (const name of names) {
        const said = (name === 'text' ? stored.text : stored.parts?.[name]) ?? '';
        if (isActive(name) && typed(name) !== known[name]) continue;
        known[name] = said;
        if (typed(name) === said) continue;
        boxes[name].value = said;
        grow(boxes[name]);
      }
      title.textContent = stored.text;
      const n = filledOf(stored);
      filled.textContent = `${n}/${PARTS.length}`;
      details.firstChild.setAttribute('aria-label', `${stored.text}: ${t('pad.entry.filled', { n, of: PARTS.length })}`);
      see.hidden = !room.thing(stored.about);
    },
    close: () => clearTimeout(timer),
  };
}
