// A link by keys: whoever is selected, what a drag would draw, and a box for the other one.
import { el } from '../dom.js';
import { findOn } from '../find.js';
import { labelOf } from '../names.js';

const MOST = 7;

/** Who can be linked to, nearest first, or by what was typed: ids. Pure. */
export function targets(source, text, map, { vocabulary, language, catalogue }) {
  const here = map.actors.get(source);
  const far = ({ x = 0, y = 0 }) => Math.hypot(x - (here?.x ?? 0), y - (here?.y ?? 0));
  const rows = text.trim() ? findOn(map, text, { vocabulary, language, catalogue }).actors : [...map.actors.values()].sort((a, b) => far(a) - far(b));
  return rows.map(({ id }) => id).filter((id) => id !== source).slice(0, MOST);
}

export function linker(room) {
  const { t, vocabulary, catalogue } = room, { language } = t;
  const who = el('b'), verb = el('span', { class: 'soft' });
  const list = el('ul', { class: 'options', role: 'listbox', id: 'linker-options', 'aria-label': t('tables.linker.whom') });
  const input = el('input', {
    class: 'field', test: 'linker', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', maxlength: 120, 'aria-expanded': 'true', 'aria-controls': list.id,
    'aria-autocomplete': 'list', 'aria-label': t('tables.linker.whom'), placeholder: t('tables.linker.whom'), oninput: () => offer(), onkeydown: (event) => press(event), onblur: () => close(false),
  });
  const node = el('section', { class: 'linker', test: 'linker-panel', 'aria-label': t('tables.linker.label'), hidden: true }, el('p', { class: 'row' }, who, verb), input, list);
  let source = null, ids = [], at = 0;

  const name = (id) => labelOf(room.state.map.actors.get(id), language);

  function offer() {
    ids = targets(source, input.value, room.state.map, { vocabulary, language, catalogue });
    at = 0;
    list.replaceChildren(...ids.map((id, i) => el('li', { role: 'option', id: `linker-option-${i}`, test: `linker-${id}`, onpointerdown: (event) => (event.preventDefault(), (at = i), choose(false)) }, el('span', {}, name(id)))));
    list.hidden = !ids.length;
    mark();
  }

  function mark() {
    [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    if (ids.length) input.setAttribute('aria-activedescendant', `linker-option-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function press(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && ids.length) at = (at + by + ids.length) % ids.length;
    else if (event.key === 'Enter') choose(event.shiftKey);
    else if (event.key === 'Escape') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  }

  /** Draw it; `more` begins the next one from the same actor. */
  function choose(more) {
    const target = ids[at], from = source;
    if (!target) return;
    close(true);
    room.acts.link(from, target);
    if (more && !room.drafts.has(room.selected)) open(from);
  }

  function open(id) {
    source = id;
    const button = room.button;
    who.textContent = name(id);
    verb.textContent = room.missing ? t('canvas.works') : room.variant ? vocabulary.link_kinds[room.variant].verb[language] : button.kinds.length === 1 ? vocabulary.link_kinds[button.kinds[0]].verb[language] : button.label[language].toLowerCase();
    input.value = '';
    node.hidden = false;
    offer();
    input.focus();
  }

  function close(back) {
    if (node.hidden) return;
    node.hidden = true;
    source = null;
    if (back) room.enterMap();
  }

  return { node, open, close: () => close(false), show: () => source && (room.state.map.actors.has(source) ? (JSON.stringify(ids) !== JSON.stringify(targets(source, input.value, room.state.map, { vocabulary, language, catalogue })) && offer()) : close(true)) };
}
