// What the table thinks of a sentence: how many agree, how many do not, and this screen's own say. Never who.
import { opinionOn } from '../client/opinions.js';
import { el, icon } from '../dom.js';

/** The counts in words: "2 de acuerdo, 1 no"; '' where nobody has said anything. Pure. */
export function opinionText({ yes, no }, t) {
  if (!yes && !no) return '';
  return t(`proposals.opinion.${no ? (yes ? 'both' : 'against') : 'agreed'}`, { yes, no });
}

/** Two buttons and the counts of a link, as they are now; the counts alone where nobody is asked. */
export function opinionNodes(room, id, { asks = true } = {}) {
  const { t } = room, opinion = opinionOn(room.state, id);
  const button = (value, key) => el('button', {
    type: 'button', class: `vote${opinion.mine === value ? ' on' : ''}`, test: `${key}-${id}`, 'aria-pressed': String(opinion.mine === value),
    onclick: () => room.proposals.agree(id, value, opinionOn(room.state, id).mine),
  }, opinion.mine === value ? icon('check', 16) : null, t(`proposals.${key}`));
  const text = opinionText(opinion, t);
  return [
    asks && el('div', { class: 'votes', role: 'group', 'aria-label': t('proposals.opinion.label') }, button('yes', 'agree'), button('no', 'disagree')),
    text ? el('p', { class: 'counted soft', test: `opinion-${id}` }, text) : null,
  ];
}
