// The map as sentences, newest first: what a phone shows instead of a hairball.
import { el, letterBadge, refill } from '../dom.js';
import { practiceLabel, sentence } from '../sentence.js';
import { sentenceNodes } from './fields.js';

const MOST = 60;

export function sentences(room) {
  const { t, vocabulary } = room;
  const count = el('span', { class: 'cap num', test: 'sentence-count' });
  const rows = el('ol', { test: 'sentences' });
  const node = el('section', { class: 'sentences' }, el('div', { class: 'row head' }, el('h2', { class: 'cap grow' }, t('canvas.sentences.title')), count), rows);
  let drawn = null, selected = null;

  function row(link, map, pending) {
    const kind = vocabulary.link_kinds[link.kind], letter = vocabulary.families[kind?.family]?.letter ?? 'S';
    return el('li', { 'data-id': link.id, class: link.id === room.selected ? 'on' : '' },
      el('button', { type: 'button', class: 'said', test: `said-${link.id}`, onclick: () => room.select(link.id) },
        letterBadge(letter), el('span', {}, sentenceNodes(sentence(link, map.actors, vocabulary, t.language), letter))),
      el('p', { class: 'meta' }, el('span', { class: 'soft' }, `${t('canvas.works')} `), el('b', {}, practiceLabel(link, vocabulary, t.language)),
        pending ? el('span', { class: 'soft pending' }, t('canvas.sentences.pending')) : null));
  }

  return {
    node,
    show(state) {
      if (state.map === drawn && room.selected === selected) return;
      drawn = state.map;
      selected = room.selected;
      const waiting = room.waiting;
      const links = [...state.map.links.values()].reverse(); // a map keeps the order in which its links came
      count.textContent = String(links.length);
      refill(rows, links.slice(0, MOST).map((link) => row(link, state.map, waiting.has(link.id))),
        links.length ? null : el('li', { class: 'soft' }, t(state.map.actors.size > 1 ? 'canvas.sentences.none' : 'canvas.empty')),
        links.length > MOST ? el('li', { class: 'soft' }, t('canvas.sentences.more', { n: links.length - MOST })) : null);
    },
  };
}
