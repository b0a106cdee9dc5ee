// The table's own words: three findings and one thing that nobody knows, entry points, and the note-taker's lines. They
// stay in the room until the facilitator ticks them.
import { newId } from '../client/ids.js';
import { wordsOf } from '../client/words.js';
import { el, icon } from '../dom.js';
import { labelOf } from '../names.js';
import { sentence } from '../sentence.js';
import { entries } from './entries.js';
import { padField } from './pad_field.js';

const ASKED = [['finding', 0], ['finding', 1], ['finding', 2], ['unknown', 0]];

/** The lines of the pad, oldest first; those of the other session too. Pure. */
export const linesOf = (words) => [...words.values()].filter((w) => w.kind === 'pad').sort((a, b) => a.slot - b.slot || (a.id < b.id ? -1 : 1));

/** How many of the four that are asked for are written in this session. Pure. */
export const answeredOf = (words, session) => [...words.values()].filter((w) => ['finding', 'unknown'].includes(w.kind) && w.session === session).length;

/** The pad: beside the map on a laptop, a tab of its own on a `phone`. */
export function pad(room, { phone = false } = {}) {
  const { t } = room, session = () => room.state.day?.session ?? '3';
  const group = room.data.group, fields = new Map(); // word id -> field
  const count = el('span', { class: 'num soft', test: 'pad-answered' });
  const asked = el('details', { class: 'pad-asked', test: 'pad-asked' }, el('summary', {}, t('pad.asked'), ' ', count));
  const points = entries(room, { phone });
  const lines = el('ol', { class: 'pad-lines', test: 'pad-lines' });
  const about = el('p', { class: 'pad-about small', hidden: true });
  const box = el('textarea', { class: 'field', test: 'pad-new', rows: 2, maxlength: 2000, placeholder: t('pad.new'), 'aria-label': t('pad.new'), onkeydown: (event) => event.key === 'Enter' && !event.shiftKey && !event.isComposing && (event.preventDefault(), add()) });
  const adds = el('button', { class: 'btn', type: 'button', test: 'pad-add', onclick: () => add() }, t('pad.add'));
  const body = el('div', { class: 'pad-body' }, el('p', { class: 'soft pad-means' }, t('pad.means')), asked, points.node,
    el('section', {}, el('h3', {}, t('pad.lines')), lines, el('div', { class: 'pad-add' }, box, el('div', { class: 'row' }, about, el('span', { class: 'grow' }), adds))));
  const close = el('button', { class: 'btn quiet', type: 'button', test: 'pad-close', 'aria-label': t('pad.close'), onclick: () => shut() }, icon('close', 16));
  const node = el(phone ? 'section' : 'aside', { class: phone ? 'pad tab' : 'pad', test: 'pad', 'aria-label': t('pad.title'), hidden: !phone, ...(phone ? { role: 'tabpanel' } : { onkeydown: (event) => event.key === 'Escape' && (event.stopPropagation(), shut()) }) },
    phone ? null : el('div', { class: 'row pad-head' }, el('h2', { class: 'grow' }, t('pad.title')), close), body);
  let from = null, step = null, drawn = '';
  const leaving = () => flush();
  addEventListener('pagehide', leaving);

  /** A field for a word, made once. */
  function fieldOf(word, label) {
    if (!fields.has(word.id)) fields.set(word.id, padField(room, word, label));
    return fields.get(word.id);
  }

  const idOf = (kind, slot) => `${kind}-${session()}-${group}-${slot}`;

  /** What a line is about, as a word to press; nothing where it is not (any more) on the map. */
  function subject(id) {
    const { map } = room.state, actor = map.actors.get(id), link = map.links.get(id);
    if (!actor && !link) return null;
    const words = actor ? labelOf(actor, t.language) : sentence(link, map.actors, room.vocabulary, t.language).map((p) => p.text).join('');
    return el('button', { class: 'link small', type: 'button', onclick: () => room.reveal(id) }, words);
  }

  function add() {
    const text = box.value.trim();
    if (!text) return box.focus();
    const last = linesOf(wordsOf(room.state)).at(-1);
    room.client.write({ id: newId('n-'), session: session(), kind: 'pad', slot: (last?.slot ?? -1) + 1, about: room.selected ?? '', text });
    box.value = '';
    box.focus();
  }

  function flush() {
    for (const field of fields.values()) field.flush();
    points.flush();
  }

  function shut() {
    flush();
    node.hidden = true;
    from?.isConnected ? from.focus() : room.home();
  }

  /** Fields of what is asked for, and of the lines that there are; each keeps its place and what is typed in it. */
  function fill(words) {
    const now = ASKED.map(([kind, slot]) => fieldOf({ id: idOf(kind, slot), session: session(), kind, slot, about: '' }, t(`pad.kind.${kind}`, { n: slot + 1 })));
    const parts = linesOf(words), key = JSON.stringify([session(), parts.map((w) => [w.id, w.about])]);
    if (key !== drawn) {
      drawn = key;
      asked.replaceChildren(asked.firstChild, ...now.map((field) => field.node));
      const rows = parts.map((word) => el('li', {}, fieldOf(word, t('pad.line')).node, word.about ? subject(word.about) : null));
      const kept = parts.some((word) => fields.get(word.id).node.contains(lines.getRootNode().activeElement));
      if (!kept) lines.replaceChildren(...rows);
      else drawn = ''; // somebody writes here: the rows come when that is done
    }
    for (const [id, field] of fields) field.show(words.get(id));
    points.show(words);
    const done = answeredOf(words, session());
    count.textContent = done ? `${done}/${ASKED.length}` : '';
  }

  /** The step that asks for it opens the pad, once, and takes nobody's cursor. */
  function follow(day) {
    const asks = day?.writes?.length && !day.hidden ? day.step : null;
    if (asks && asks !== step) {
      asked.open = true;
      if (day.writes.includes('entry')) points.node.open = true;
      if (phone) room.turnTo?.('pad');
      else if (!room.proposes || !node.hidden) node.hidden = false;
    }
    step = day?.step ?? null;
  }

  return {
    node,
    open() {
      if (!node.hidden) return shut();
      from = node.getRootNode().activeElement;
      node.hidden = false;
      (asked.open ? asked.querySelector('textarea') : box)?.focus();
    },
    flush,
    show(state) {
      if (!state.ready) return;
      if (state.day?.hidden) flush();
      follow(state.day);
      body.hidden = Boolean(state.day?.hidden);
      fill(wordsOf(state));
      const thing = room.selected ? subject(room.selected) : null;
      about.hidden = !thing;
      if (thing) about.replaceChildren(t('pad.about'), ' ', el('b', {}, thing.textContent));
    },
    close() {
      flush();
      removeEventListener('pagehide', leaving);
      for (const field of fields.values()) field.close();
      points.close();
    },
  };
}
