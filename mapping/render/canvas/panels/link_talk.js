// In a link's form: that it is a proposal and what can be done about it, and what the table thinks of it.
import { el, refill } from '../dom.js';
import { isOwn } from '../proposing.js';
import { practiceLabel } from '../sentence.js';
import { opinionNodes } from './opinion.js';

/** {node, show(link, state)}; nothing for a draft, which nobody else has seen. */
export function linkTalk(room, id) {
  const { t, vocabulary } = room;
  const node = el('div', { class: 'link-talk' });
  let drawn = [];

  /** Buttons for a proposal: of who draws, or of who made it. */
  function ways(own) {
    const way = (test, key, does, look = '', letter = null) => el('button', { type: 'button', class: `btn ${look}`, test, onclick: does }, t(`proposals.${key}`), letter && el('kbd', { 'aria-hidden': 'true' }, letter));
    if (room.proposes) return own ? [way('withdraw', 'withdraw', () => room.proposals.letGo(id))] : [];
    return [way('take-this', 'take', () => room.proposals.takeIn(id), 'first', 'A'), way('decline-this', 'decline', () => room.proposals.letGo(id))];
  }

  return {
    node,
    show(link, state) {
      const key = [link, state.opinions, state.pending, room.how];
      if (key.every((part, i) => part === drawn[i])) return;
      drawn = key;
      node.hidden = !state.map.links.has(id);
      if (node.hidden) return;
      const own = isOwn(state, id), theirs = room.proposes && !own, buttons = link.proposed ? ways(own) : [];
      refill(node,
        link.proposed ? el('p', { test: 'is-proposal' }, el('span', { class: 'as-proposal' }, t('proposals.badge')), ' ', el('span', { class: 'soft small' }, t('proposals.counts_not'))) : null,
        theirs ? el('p', { test: 'answer' }, el('span', { class: 'soft' }, `${t('canvas.works')} `), el('b', {}, practiceLabel(link, vocabulary, t.language))) : null,
        buttons.length ? el('div', { class: 'row' }, buttons) : null,
        opinionNodes(room, id, { asks: !(theirs === false && room.proposes) }),
        theirs ? el('p', { class: 'soft small', test: 'theirs' }, t('proposals.theirs')) : null);
    },
  };
}
