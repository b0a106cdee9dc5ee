// What is drawn on this screen and not saved yet: one line that leads to it, so that no draft is forgotten.
import { el, refill } from '../dom.js';

export function draftLine(room) {
  const { t } = room;
  const node = el('p', { class: 'drafts', test: 'drafts', role: 'status', hidden: true });
  let drawn = '';
  return {
    node,
    show({ ready }) {
      const waiting = ready ? [...room.drafts.rows.keys()].filter((id) => id !== room.selected) : [];
      const key = JSON.stringify(waiting);
      if (key === drawn) return;
      drawn = key;
      node.hidden = !waiting.length;
      if (!waiting.length) return;
      refill(node, el('span', {}, t.count('linking.drafts', waiting.length)), ' ',
        el('button', { class: 'link', type: 'button', test: 'drafts-look', onclick: () => (room.showMap ? room.inspect(waiting[0]) : room.select(waiting[0])) }, t('linking.drafts.look')));
    },
  };
}
