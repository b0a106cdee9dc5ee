// The map as sentences, newest first: what a phone shows instead of a hairball. Proposals that wait for this screen
// stand above the list, not in it.
import { el, letterBadge, refill } from '../dom.js';
import { practiceLabel, sentence } from '../sentence.js';
import { isOwn } from '../proposing.js';
import { sentenceNodes } from './fields.js';
import { opinionNodes } from './opinion.js';

const MOST = 60;

export function sentences(room) {
  const { t, vocabulary } = room;
  const count = el('span', { class: 'cap num', test: 'sentence-count' });
  const rows = el('ol', { test: 'sentences' });
  const node = el('section', { class: 'sentences' }, el('div', { class: 'row head' }, el('h2', { class: 'cap grow' }, t('canvas.sentences.title')), count), rows);
  let drawn = [];

  function row(link, map, pending) {
    const kind = vocabulary.link_kinds[link.kind], letter = vocabulary.families[kind?.family]?.letter ?? 'S';
    return el('li', { 'data-id': link.id, class: [link.id === room.selected ? 'on' : '', link.proposed ? 'proposed' : ''].join(' ').trim() },
      el('button', { type: 'button', class: 'said', test: `said-${link.id}`, onclick: () => room.select(link.id) },
        letterBadge(letter), el('span', {}, sentenceNodes(sentence(link, map.actors, vocabulary, t.language), letter))),
      el('p', { class: 'meta' }, link.proposed ? el('span', { class: 'as-proposal', test: `proposed-${link.id}` }, t('proposals.badge')) : null, el('span', { class: 'soft' }, `${t('canvas.works')} `), el('b', {}, practiceLabel(link, vocabulary, t.language)),
        pending ? el('span', { class: 'soft pending' }, t('canvas.sentences.pending')) : null),
      opinionNodes(room, link.id, { asks: !(room.proposes && link.proposed && isOwn(room.state, link.id)) }), link.proposed ? ways(link.id) : null);
  }

  /** What can be done about a proposal from here. */
  function ways(id) {
    const way = (key, does) => el('button', { type: 'button', class: 'btn quiet', test: `${key}-${id}`, onclick: does }, t(`proposals.${key}`));
    if (!room.proposes) return el('div', { class: 'row' }, way('take', () => room.proposals.takeIn(id)), way('decline', () => room.proposals.letGo(id)));
    return isOwn(room.state, id) ? el('div', { class: 'row' }, way('withdraw', () => room.proposals.letGo(id))) : null;
  }

  return {
    node,
    show(state) {
      const key = [state.map, room.selected, state.opinions, state.pending, room.how];
      if (key.every((part, i) => part === drawn[i])) return;
      drawn = key;
      const waiting = room.waiting;
      const above = room.how === 'draws'; // the proposals
      const links = [...state.map.links.values()].filter((link) => !(above && link.proposed)).reverse(); // a map keeps the order in which its links came
      count.textContent = String(links.filter((link) => !link.proposed).length);
      refill(rows, links.slice(0, MOST).map((link) => row(link, state.map, waiting.has(link.id))),
        links.length ? null : el('li', { class: 'soft' }, t(state.map.actors.size > 1 ? 'canvas.sentences.none' : 'canvas.empty')),
        links.length > MOST ? el('li', { class: 'soft' }, t('canvas.sentences.more', { n: links.length - MOST })) : null);
    },
  };
}
