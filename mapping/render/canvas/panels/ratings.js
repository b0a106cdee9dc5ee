// A phone's list of actors while the step asks for their influence: each opens where its tower is built.
import { el, refill } from '../dom.js';
import { labelOf } from '../names.js';

export function ratings(room) {
  const { t } = room;
  const rows = el('ul');
  const node = el('section', { class: 'ratings', test: 'ratings', hidden: true }, el('h2', { class: 'cap' }, t('canvas.ratings.title')), rows);
  let drawn = null;

  const row = (actor) => el('li', {}, el('button', { type: 'button', class: 'rating', test: `rate-${actor.id}`, onclick: () => room.select(actor.id) },
    el('span', { class: 'grow' }, labelOf(actor, t.language)), tower(actor.influence ?? null)));

  const tower = (value) => (value === null
    ? el('span', { class: 'soft small' }, t('canvas.tower.unrated'))
    : el('span', { class: 'row' }, el('span', { class: 'discs', 'aria-hidden': 'true' }, Array.from({ length: value }, () => el('i')), el('b')), el('span', { class: 'num' }, String(value))));

  return {
    node,
    show(state) {
      const { actors, frame } = state.map;
      node.hidden = !(state.day?.ask?.includes('influence') && frame.question && frame.objective && actors.size);
      if (node.hidden || drawn === actors) return;
      drawn = actors;
      refill(rows, [...actors.values()].sort((a, b) => labelOf(a, t.language).localeCompare(labelOf(b, t.language), t.language)).map(row));
    },
  };
}
