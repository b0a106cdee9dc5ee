// A word of the facilitator's to the group: shown until it is closed or the step changes; kept nowhere.
import { el, icon } from '../dom.js';

export function nudge(room) {
  const words = el('span');
  const node = el('div', { class: 'nudge', test: 'nudge', role: 'status', hidden: true }, words,
    el('button', { class: 'btn quiet', type: 'button', test: 'nudge-close', 'aria-label': room.t('canvas.inspector.close'), onclick: () => hide() }, icon('close', 16)));
  let step = null;
  const hide = () => (node.hidden = true);
  return {
    node,
    tell(text) {
      words.textContent = text;
      node.hidden = !text;
    },
    show(state) {
      if (state.day?.step !== step) hide();
      step = state.day?.step;
    },
  };
}
