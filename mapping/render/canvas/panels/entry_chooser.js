// What a new entry point is about: what is selected, a gap of the map, whatever one types the name of, or one's own words.
import { el } from '../dom.js';
import { findOn } from '../find.js';
import { labelOf } from '../names.js';
import { practiceLabel, sentenceText } from '../sentence.js';

const MOST = 6;

/** A thing of the map in words, of a gap that it is one; '' where it is not (any more) there. */
export function wordsFor(id, map, { vocabulary, language }) {
  const actor = map.actors.get(id), link = map.links.get(id);
  if (actor) return labelOf(actor, language);
  if (!link) return '';
  const words = sentenceText(link, map.actors, vocabulary, language);
  return link.practice === 'missing' ? `${words} (${practiceLabel(link, vocabulary, language)})` : words;
}

/** What can be chosen: the map's gaps before one types, then what fits, as ids. Links that are proposed are none yet. Pure. */
export function choices(text, map, { vocabulary, language, catalogue }) {
  const settled = (link) => !link.proposed;
  if (!text.trim()) return [...map.links.values()].filter((link) => settled(link) && link.practice === 'missing').slice(0, MOST).map(({ id }) => id);
  const found = findOn(map, text, { vocabulary, language, catalogue });
  return [...found.actors, ...found.links.filter(settled)].slice(0, MOST).map(({ id }) => id);
}

/** What was typed, as the thing whose name it is, else as words of their own. Pure. */
export function meant(text, map, ways) {
  const words = text.trim(), bare = (said) => said.replace(/ \([^)]*\)$/, '').toLocaleLowerCase(ways.language);
  const id = choices(words, map, ways).find((each) => bare(wordsFor(each, map, ways)) === bare(words));
  return id ? { about: id, text: wordsFor(id, map, ways) } : { about: '', text: words };
}

let made = 0;

/** {node, show()}; `take({about, text})` hears what was chosen. On a `phone`, whose sheet lies over the tabs, what one has
looked at last counts as selected. */
export function entryChooser(room, take, { phone = false } = {}) {
  const { t, vocabulary, catalogue } = room, ways = { vocabulary, catalogue, language: t.language };
  const list = el('ul', { class: 'options', role: 'listbox', id: `entry-options-${(made += 1)}`, 'aria-label': t('pad.entry.new'), hidden: true });
  const input = el('input', {
    class: 'field', test: 'entry-new', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', maxlength: 300, placeholder: t('pad.entry.new'), 'aria-label': t('pad.entry.new'),
    'aria-controls': list.id, 'aria-expanded': 'false', 'aria-autocomplete': 'list', oninput: () => offer(), onfocus: () => offer(), onblur: () => shut(), onkeydown: (event) => press(event),
  });
  const chosen = el('button', { class: 'chip take', type: 'button', test: 'entry-selected', hidden: true, onclick: () => choose(picked) });
  const adds = el('button', { class: 'btn', type: 'submit', test: 'entry-add' }, t('pad.add'));
  const node = el('form', { class: 'entry-new', onsubmit: (event) => (event.preventDefault(), submit()) }, chosen, input, list, el('div', { class: 'row' }, el('span', { class: 'grow' }), adds));
  let ids = [], at = -1, picked = null;

  function offer() {
    ids = choices(input.value, room.state.map, ways);
    at = -1;
    list.replaceChildren(...ids.map((id, i) => el('li', { role: 'option', id: `${list.id}-${i}`, test: `entry-option-${id}`, 'aria-selected': 'false', onpointerdown: (event) => (event.preventDefault(), choose(id)) },
      el('span', {}, wordsFor(id, room.state.map, ways)))));
    list.hidden = !ids.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
    if (ids.length) list.scrollIntoView({ block: 'nearest' });
  }

  function shut() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
  }

  function press(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && ids.length && !list.hidden) {
      at = at < 0 && by < 0 ? ids.length - 1 : (at + by + ids.length) % ids.length;
      [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
      input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
      list.children[at].scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Escape' && !list.hidden) shut(); // once more shuts the pad
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function choose(id) {
    const text = wordsFor(id, room.state.map, ways);
    if (text) taken({ about: id, text });
  }

  function submit() {
    if (at >= 0 && !list.hidden) return choose(ids[at]);
    if (!input.value.trim()) return input.focus();
    return taken(meant(input.value, room.state.map, ways));
  }

  function taken(what) {
    input.value = '';
    picked = null;
    shut();
    take(what);
  }

  return {
    node,
    show() {
      picked = room.selected ?? (phone ? picked : null);
      const words = picked ? wordsFor(picked, room.state.map, ways) : '';
      chosen.hidden = !words;
      const said = t('pad.entry.take', { what: words });
      if (words && chosen.textContent !== said) chosen.textContent = said;
    },
  };
}
