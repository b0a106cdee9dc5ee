// Finding something on the map: actors, then links as sentences. Without a word typed it is the map as a list, for
// keyboard and screen reader.
import { el, icon, refill } from '../dom.js';
import { findOn } from '../find.js';
import { labelOf } from '../names.js';
import { practiceLabel, sentenceText } from '../sentence.js';

const MOST = 400; // rows shown at once; the box above narrows them down

export function list(room) {
  const { t, vocabulary } = room;
  const said = el('p', { class: 'small soft found', test: 'found', role: 'status' });
  const rows = el('div', { class: 'list-rows', id: 'found-rows', onkeydown: (event) => walk(event) });
  const find = el('input', { class: 'field', test: 'find', type: 'search', 'aria-label': t('canvas.list.find'), placeholder: t('canvas.list.find'), autocomplete: 'off', 'aria-controls': 'found-rows', oninput: () => draw(), onkeydown: (event) => typed(event) });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'list-close', 'aria-label': t('canvas.list.close'), onclick: () => close() }, icon('close', 16));
  const node = el('section', { class: 'list', test: 'list', 'aria-label': t('canvas.list.label'), onkeydown: (event) => event.key === 'Escape' && (event.preventDefault(), event.stopPropagation(), close()) },
    el('div', { class: 'row' }, el('span', { class: 'grow' }, find), shut), said, rows);
  let state = null, drawn = null, at = -1;

  const items = () => [...rows.querySelectorAll('.item')];

  /** Bring into sight and select; a search has then done its work. */
  function take(id) {
    const searched = Boolean(find.value.trim());
    room.reveal(id);
    room.view.focus(id, true); // the list may lie over where it is
    if (searched) close(() => room.enterMap()); // keys now speak of what was found
  }

  function row(id, text, more) {
    return el('li', {}, el('button', { type: 'button', class: 'item', test: `item-${id}`, 'data-id': id, 'aria-current': String(room.selected === id), tabindex: -1, onclick: () => take(id) },
      el('span', {}, text), more && el('span', { class: 'soft small' }, more)));
  }

  function draw() {
    if (!state) return;
    drawn = state.map;
    const { actors } = state.map, { language } = t, wanted = find.value.trim();
    const found = findOn(state.map, wanted, { vocabulary, language, catalogue: room.catalogue });
    const part = (label, things) => (things.length ? [el('h2', { class: 'cap' }, label), el('ul', {}, things.slice(0, MOST))] : []);
    refill(rows,
      part(t.count('canvas.list.actors', found.actors.length), found.actors.slice(0, MOST).map((a) => row(a.id, labelOf(a, language), found.as.get(a.id) ?? vocabulary.actor_kinds[a.kind]?.label[language]))),
      part(t.count('canvas.list.links', found.links.length), found.links.slice(0, MOST).map((k) => row(k.id, sentenceText(k, actors, vocabulary, language), [k.proposed && t('proposals.badge'), practiceLabel(k, vocabulary, language)].filter(Boolean).join(' · ')))));
    const count = found.actors.length + found.links.length;
    const words = count ? (wanted ? t('lens.find.keys') : '') : t(wanted ? 'canvas.list.none' : 'canvas.list.empty');
    if (said.textContent !== words) said.textContent = words;
    said.hidden = !words;
    mark(wanted && count ? 0 : -1);
    const first = rows.querySelector('[aria-current="true"]') ?? rows.querySelector('.item');
    if (first) first.tabIndex = 0;
  }

  /** The row that Enter takes while one is still typing. */
  function mark(next) {
    const all = items();
    at = Math.max(-1, Math.min(all.length - 1, next));
    all.forEach((item, i) => item.classList.toggle('at', i === at));
    all[at]?.scrollIntoView({ block: 'nearest' });
  }

  function typed(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items()[Math.max(at, 0)];
    if (by) mark(Math.max(0, at + by));
    else if (event.key === 'Enter' && find.value.trim() && chosen) take(chosen.dataset.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const all = items();
    const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(event.target) + by))];
    all.forEach((item) => (item.tabIndex = item === next ? 0 : -1));
    next?.focus();
  }

  /** Whether anybody sees or hears the rows: a list that is shut has none, and costs nothing while others draw. */
  const isOpen = () => node.classList.contains('open') || node.contains(node.getRootNode().activeElement);

  function empty() {
    if (drawn) rows.replaceChildren();
    drawn = null;
  }

  function close(onward = () => room.home()) {
    node.classList.remove('open');
    find.value = '';
    empty();
    onward();
  }

  node.addEventListener('focusin', () => drawn || draw());

  return {
    node,
    open() {
      node.classList.add('open');
      draw();
      find.focus();
    },
    close: () => {},
    show(now) {
      const before = state;
      state = now;
      if (!isOpen()) empty();
      else if (now.map !== drawn) draw();
      else if (before && room.selected !== node.dataset.selected) {
        for (const item of items()) item.setAttribute('aria-current', String(item.dataset.id === room.selected));
      }
      node.dataset.selected = room.selected ?? '';
    },
  };
}
