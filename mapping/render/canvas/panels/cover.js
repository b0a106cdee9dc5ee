// What stands over the map when there is nothing to draw on yet, or nothing to be seen now.
import { el } from '../dom.js';

/** What an edit screen says in the middle or at the top of the map: a word key, or null. Pure. */
export function hintOf(state, edits, phone = false) {
  if (!state.ready) return 'connecting';
  const { actors, links } = state.map;
  if (!actors.size) return edits ? (phone ? 'empty_phone' : 'empty') : 'empty_read'; // a phone's map has no box to type in
  const draws = !state.day?.step || state.day.buttons?.length; // a step about actors has no buttons
  return edits && draws && actors.size > 1 && !links.size ? 'drag' : null;
}

/** What covers the whole screen: a word key, or null. Pure. */
export function coverOf(state, line) {
  if (state.ended || line === 'ended') return 'ended';
  if (line === 'denied') return 'denied';
  return state.day?.hidden ? 'hidden' : null;
}

export function cover(room) {
  const { t } = room;
  const hint = el('p', { class: 'hint', test: 'hint', hidden: true });
  const words = el('p', { class: 'lead' });
  const node = el('div', { class: 'cover', test: 'cover', role: 'alert', hidden: true }, words);
  let hinted, covered;
  return {
    hint,
    node,
    show(state) {
      const key = hintOf(state, room.edits, Boolean(room.turnTo)), over = coverOf(state, room.client.line.state);
      if (key === hinted && over === covered) return;
      hinted = key;
      covered = over;
      hint.hidden = !key;
      hint.classList.toggle('middle', key !== 'drag');
      hint.textContent = key ? t(`canvas.hint.${key}`) : '';
      node.hidden = !over;
      words.textContent = over ? t(`canvas.cover.${over}`) : '';
    },
  };
}
