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

/** Where the words of a line stand, which may be wider than they. */
function wordsOf(line) {
  const range = document.createRange();
  range.selectNodeContents(line);
  return range.getBoundingClientRect();
}

/** Whether a rectangle of the page meets one of some boxes, with a little air. Pure. */
export const meets = ({ left, top, right, bottom }, boxes, air = 6) => boxes.some((box) => box.x0 < right + air && box.x1 > left - air && box.y0 < bottom + air && box.y1 > top - air);

export function cover(room) {
  const { t } = room;
  const hint = el('p', { class: 'hint', test: 'hint', hidden: true });
  const words = el('p', { class: 'lead' });
  const node = el('div', { class: 'cover', test: 'cover', role: 'alert', hidden: true }, words);
  let hinted, covered, frame;

  /** Where it covers no actor: along the upper edge, else along the lower one, else nowhere. */
  function settle() {
    const { view } = room;
    if (hinted !== 'drag' || !view || !hint.isConnected) return;
    const boxes = [...room.state.map.actors.keys()].flatMap((id) => view.boxesOf(id) ?? []);
    hint.style.visibility = '';
    for (const low of [false, true]) {
      hint.classList.toggle('low', low);
      if (!meets(wordsOf(hint), boxes)) return;
    }
    hint.style.visibility = 'hidden';
  }

  return {
    hint,
    node,
    show(state) {
      const key = hintOf(state, room.edits, Boolean(room.turnTo)), over = coverOf(state, room.client.line.state);
      if (key === 'drag') (cancelAnimationFrame(frame), (frame = requestAnimationFrame(() => settle()))); // those who come may stand there
      if (key === hinted && over === covered) return;
      hinted = key;
      covered = over;
      hint.hidden = !key;
      hint.classList.toggle('middle', key !== 'drag');
      hint.classList.remove('low');
      hint.style.visibility = '';
      hint.textContent = key ? t(`canvas.hint.${key}`) : '';
      node.hidden = !over;
      words.textContent = over ? t(`canvas.cover.${over}`) : '';
    },
  };
}
