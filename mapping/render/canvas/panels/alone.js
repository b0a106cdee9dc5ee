// A silent round: says that one draws alone now, and to whom it shows; afterwards, that all of it has come together.
import { el } from '../dom.js';

export function alone(room) {
  const { t } = room;
  const node = el('p', { class: 'alone', test: 'alone', role: 'status', hidden: true }, el('b', {}, t('round.alone')), ' ', el('span', {}, t('round.alone_text')));
  const stop = room.client.listen((state, before, event) => {
    if (event.type === 'effects' && event.label === 'merged') room.status?.tell(t('round.merged'));
  });
  return {
    node,
    show: () => (node.hidden = !room.data.alone),
    close: stop,
  };
}
