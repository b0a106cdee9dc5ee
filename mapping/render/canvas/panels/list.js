// The map as lists, for keyboard and screen reader, and to find something: actors, then links as sentences.
import { el, icon, refill } from '../dom.js';
import { fold, labelOf } from '../names.js';
import { practiceLabel, sentenceText } from '../sentence.js';

const MOST = 400; // rows shown at once; the box above narrows them down

export function list(room) {
  const { t } = room;
  const find = el('input', { class: 'field', test: 'find', type: 'search', 'aria-label': t('canvas.list.find'), placeholder: t('canvas.list.find'), autocomplete: 'off', oninput: () => draw() });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'list-close', 'aria-label': t('canvas.list.close'), onclick: () => close() }, icon('close', 16));
  const rows = el('div', { class: 'list-rows', onkeydown: (event) => keys(event) });
  const node = el('section', { class: 'list', test: 'list', 'aria-label': t('canvas.list.label'), onkeydown: (event) => event.key === 'Escape' && (event.stopPropagation(), close()) },
    el('div', { class: 'row' }, find, shut), rows);
  let state = null, drawn = null;

  function row(id, text, more) {
    return el('li', {}, el('button', { type: 'button', class: 'item', test: `item-${id}`, 'data-id': id, 'aria-current': String(room.selected === id), tabindex: -1, onclick: () => room.reveal(id) },
      el('span', {}, text), more && el('span', { class: 'soft small' }, more)));
  }

  function draw() {
    if (!state) return;
    drawn = state.map;
    const { actors, links } = state.map, wanted = fold(find.value), { vocabulary } = room;
    const fits = (text) => !wanted || fold(text).includes(wanted);
    const people = [...actors.values()].map((a) => [a.id, labelOf(a, t.language), vocabulary.actor_kinds[a.kind]?.label[t.language], [a.name, ...Object.values(a.names ?? {})].join(' ')])
      .filter(([, text, , all]) => fits(`${text} ${all}`)).sort((a, b) => a[1].localeCompare(b[1], t.language));
    const all = [...links.values()];
    const said = (wanted ? all : all.slice(0, MOST)).map((k) => [k.id, sentenceText(k, actors, vocabulary, t.language), practiceLabel(k, vocabulary, t.language)]).filter(([, text]) => fits(text));
    const part = (label, things) => (things.length ? [el('h2', { class: 'cap' }, label), el('ul', {}, things.slice(0, MOST).map(([id, text, more]) => row(id, text, more)))] : []);
    refill(rows, part(t.count('canvas.list.actors', people.length), people), part(t.count('canvas.list.links', wanted ? said.length : all.length), said),
      people.length || said.length ? null : el('p', { class: 'soft' }, t(wanted ? 'canvas.list.none' : 'canvas.list.empty')));
    const first = rows.querySelector('[aria-current="true"]') ?? rows.querySelector('.item');
    if (first) first.tabIndex = 0;
  }

  function keys(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const items = [...rows.querySelectorAll('.item')];
    const at = items.indexOf(event.target);
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    items.forEach((item) => (item.tabIndex = item === next ? 0 : -1));
    next?.focus();
  }

  function close() {
    node.classList.remove('open');
    find.value = '';
    draw();
    room.home();
  }

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
      if (now.map !== drawn) draw();
      else if (before && room.selected !== node.dataset.selected) {
        for (const item of rows.querySelectorAll('.item')) item.setAttribute('aria-current', String(item.dataset.id === room.selected));
      }
      node.dataset.selected = room.selected ?? '';
    },
  };
}
