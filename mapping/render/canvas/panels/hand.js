// A hand that calls the facilitator to the table: raised and taken back by anybody there.
import { el, icon } from '../dom.js';

export function hand(room) {
  const { t } = room;
  const words = el('span', { class: 'hand-words' });
  const node = el('button', { class: 'btn quiet hand', type: 'button', test: 'hand', onclick: () => turn() }, icon('hand', 20), words);
  let drawn;

  function turn() {
    const on = room.state.hand === null;
    if (room.client.ask({ type: 'hand', on })) room.status?.tell(t(on ? 'day.hand.told' : 'day.hand.back'));
  }

  return {
    node,
    show({ hand: since, ready }) {
      const up = since !== null && since !== undefined, key = `${ready} ${up}`;
      if (key === drawn) return;
      drawn = key;
      node.disabled = !ready;
      node.classList.toggle('up', up);
      node.setAttribute('aria-pressed', String(up));
      node.setAttribute('aria-label', t('day.hand.call'));
      node.title = t(up ? 'day.hand.up_means' : 'day.hand.call');
      words.textContent = up ? t('day.hand.up') : '';
    },
  };
}
