// The strip: group, step, question, clock, people. The clock runs by the server's time.
import { el, icon } from '../dom.js';
import { hand } from './hand.js';
import { people } from './people.js';

const two = (n) => String(n).padStart(2, '0');

/** Seconds left of the step: running, or standing while the clock is paused; null without one. */
export function secondsLeft(day, offset, now) {
  if (!day) return null;
  if (day.ends !== null && day.ends !== undefined && (day.left === null || day.left === undefined)) return day.ends - (now / 1000 + offset);
  return day.left ?? null;
}

/** Minutes and seconds; nothing below zero. */
export const clockText = (seconds) => {
  const s = Math.max(0, Math.ceil(seconds));
  return `${two(Math.floor(s / 60))}:${two(s % 60)}`;
};

export function strip(room) {
  const number = el('span', { class: 'group', 'aria-hidden': 'true' }), group = el('b');
  const step = el('span', { class: 'step', test: 'step' }), question = el('span', { class: 'q', test: 'question' });
  const pause = el('span', { class: 'tag', test: 'paused', hidden: true });
  const layer = el('span', { class: 'tag', test: 'sensitive-open', hidden: true });
  const clock = el('span', { class: 'clock', test: 'clock', role: 'timer' });
  const here = people(room), calls = room.edits && room.data.group ? hand(room) : null;
  const invented = el('span', { class: 'small soft', test: 'invented', hidden: true });
  const node = el('header', { class: 'strip', test: 'strip' },
    el('span', { class: 'row who-we-are' }, number, group),
    el('span', { class: 'grow lines' }, step, question), invented, layer, pause, clock, calls?.node ?? '', here.node);
  let day = null, offset = 0, timer, drawn = [];

  const tick = () => {
    const left = secondsLeft(day, offset, Date.now());
    clock.hidden = left === null;
    if (left === null) return;
    const text = clockText(left);
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle('over', left <= 0);
    clock.setAttribute('aria-label', room.t('canvas.strip.left', { time: text }));
  };
  timer = setInterval(tick, 500);

  return {
    node,
    show(state) {
      here.show(state);
      calls?.show(state);
      const { t } = room, { language } = t;
      const shows = [state.day, state.map.frame, t, room.data.group, room.data.title];
      if (shows.every((value, i) => value === drawn[i])) return;
      drawn = shows;
      const name = state.map.frame.group || room.data.group || '';
      number.textContent = name;
      number.hidden = !name;
      group.textContent = name ? t('canvas.strip.group', { group: name }) : room.data.title ?? '';
      if (state.day !== day) {
        day = state.day;
        if (day?.now) offset = day.now - Date.now() / 1000;
      }
      const counted = day && day.count && day.index >= 0;
      const text = day?.instruction?.[language] || day?.title?.[language] || '';
      step.replaceChildren(
        ...(counted ? [el('span', { class: 'of num' }, `${t('canvas.strip.step', { n: day.index + 1, of: day.count })}`), el('span', { class: 'dot' }, ' · ')] : []),
        el('b', { test: 'instruction', title: text }, text));
      const typed = state.map.frame.question || day?.question || '', known = day?.question_in ?? {};
      const asked = Object.values(known).includes(typed) ? known[language] : typed; // the exercise's own, in this language
      question.textContent = asked;
      question.title = asked;
      invented.hidden = !state.map.frame.invented;
      invented.textContent = t('canvas.invented');
      layer.hidden = !day?.sensitive || Boolean(room.data.projector);
      layer.replaceChildren(icon('lock', 14), t('canvas.strip.sensitive'));
      pause.hidden = !day?.frozen;
      node.classList.toggle('still', Boolean(day?.frozen));
      pause.replaceChildren(icon('pause', 14), t('canvas.strip.paused'));
      tick();
    },
    close: () => (clearInterval(timer), here.close()),
  };
}
