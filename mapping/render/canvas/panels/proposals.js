// Proposals of those who do not draw: a quiet strip for those who do. One key or tap takes one in.
import { el, letterBadge, refill } from '../dom.js';
import { opinionOn, proposalsOf } from '../client/opinions.js';
import { practiceLabel, sentence } from '../sentence.js';
import { sentenceNodes } from './fields.js';
import { opinionText } from './opinion.js';

const MOST = 4; // more are counted; the oldest come first

/** "All may draw": on or off, for the whole table. {node, show(state)}; hidden where there is nobody else. */
export function openToAll(room, test = 'open-to-all') {
  const { t } = room;
  const box = el('input', { type: 'checkbox', test, onchange: () => room.proposals.openToAll(box.checked) });
  const node = el('div', { class: 'open-all', hidden: true }, el('label', { class: 'row check' }, box, el('span', {}, t('proposals.open.label'))), el('p', { class: 'small soft' }, t('proposals.open.means')));
  return {
    node,
    show(state) {
      node.hidden = room.data.alone || room.how !== 'draws' || !(state.table.open || state.people.some((person) => person.draws === false));
      box.checked = state.table.open;
      box.disabled = !state.ready;
    },
  };
}

/** The strip of a screen that draws. */
export function proposals(room) {
  const { t, vocabulary } = room;
  const title = el('h2', { class: 'cap grow', test: 'proposals-count' });
  const all = el('button', { class: 'btn quiet', type: 'button', test: 'take-all', onclick: () => room.proposals.takeAll() }, t('proposals.take_all'));
  const rows = el('ol', {}), more = el('p', { class: 'small soft' });
  const node = el('section', { class: 'proposals', test: 'proposals', 'aria-label': t('proposals.label'), hidden: true, onkeydown: (event) => press(event) }, el('div', { class: 'row' }, title, all), rows, more);
  let drawn = [];

  /** Enter on a sentence takes it in; the others keep their own. */
  function press(event) {
    const id = event.target.dataset?.proposal;
    if (!id || !['Enter', 'Delete'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const sentences = () => [...rows.querySelectorAll('[data-proposal]')], at = sentences().indexOf(event.target);
    if (event.key === 'Enter') room.proposals.takeIn(id);
    else room.proposals.letGo(id);
    const left = sentences();
    if (left.length) left[Math.min(at, left.length - 1)].focus();
    else room.home();
  }

  /** A sentence; the one that the key would take in has its buttons too, unless it is selected: they stand in its form. */
  function row(link, state) {
    const letter = vocabulary.families[vocabulary.link_kinds[link.kind]?.family]?.letter ?? 'S';
    const about = [link.practice && link.practice !== 'not_said' ? `${t('canvas.works')} ${practiceLabel(link, vocabulary, t.language)}` : '', opinionText(opinionOn(state, link.id), t)].filter(Boolean).join(' · ');
    return el('li', { test: `proposal-${link.id}`, 'data-id': link.id, class: link.id === room.selected ? 'on' : '' },
      el('button', { type: 'button', class: 'said', 'data-proposal': link.id, test: `proposal-said-${link.id}`, onclick: () => room.reveal(link.id) },
        letterBadge(letter), el('span', {}, sentenceNodes(sentence(link, state.map.actors, vocabulary, t.language), letter))),
      about ? el('p', { class: 'small soft' }, about) : null,
      link.id !== room.proposals.next?.id || link.id === room.selected ? null : el('div', { class: 'row' },
        el('button', { type: 'button', class: 'btn', test: `take-${link.id}`, onclick: () => room.proposals.takeIn(link.id) }, t('proposals.take'), el('kbd', { 'aria-hidden': 'true' }, 'A')),
        el('button', { type: 'button', class: 'btn quiet', test: `decline-${link.id}`, onclick: () => room.proposals.letGo(link.id) }, t('proposals.decline'))));
  }

  return {
    node,
    show(state) {
      const key = [state.map, state.opinions, state.pending, room.selected, room.how];
      if (key.every((part, i) => part === drawn[i])) return;
      drawn = key;
      const waiting = room.how === 'draws' ? proposalsOf(state.map) : [];
      node.hidden = !waiting.length;
      title.textContent = t('proposals.title', { n: waiting.length });
      all.hidden = waiting.length < 2;
      refill(rows, waiting.slice(0, MOST).map((link) => row(link, state)));
      more.textContent = waiting.length > MOST ? t('proposals.more', { n: waiting.length - MOST }) : '';
      more.hidden = !more.textContent;
    },
  };
}
