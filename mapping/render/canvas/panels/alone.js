// A silent round: says that one draws alone now, and to whom it shows; afterwards, that all of it has come together.
import { el } from '../dom.js';

const KNOCK_MS = 2500;

export function alone(room) {
  const { t } = room;
  const node = el('p', { class: 'alone', test: 'alone', role: 'status', hidden: true }, el('b', {}, t('round.alone')), ' ', el('span', {}, t('round.alone_text')));
  let knocking = null;
  const stop = room.client.listen((state, before, event) => {
    if (event.type === 'effects' && event.label === 'merged') room.status?.tell(t('round.merged'));
  });

  /** The page names the map that is drawn on: while it is not yet the one that the day says, ask for it, again and again
  where the line to the page was away too. */
  function follow(state) {
    const behind = state.ready && !state.ended && Boolean(state.day?.alone) !== Boolean(room.data.alone);
    if (behind) knocking ??= setInterval(() => room.tell('changed', state.seq), KNOCK_MS);
    else (clearInterval(knocking), (knocking = null));
  }

  return {
    node,
    show(state) {
      node.hidden = !room.data.alone;
      follow(state);
    },
    close: () => (stop(), clearInterval(knocking)),
  };
}
