// The bar of a film: play, speed, the line of time with its marks, and the words of the step that is shown.
import { el, icon, refill } from '../dom.js';
import { didText, headingText, isHeading, partText, timeText, whoText } from '../past.js';
import { SPEEDS } from '../replay.js';

/** `does`: {play, to(n), by(n), mark(by), speed(name), close, twice}. Gives {node, film(reel), show(n, {playing}), told(hesitations)}. */
export function replayBar(room, does) {
  const { t } = room;
  const tool = (test, name, label, onclick) => el('button', { class: 'btn quiet', type: 'button', test, 'aria-label': label, title: label, onclick }, icon(name));
  const play = el('button', { class: 'btn first', type: 'button', test: 'replay-play', onclick: () => does.play() });
  const line = el('input', { type: 'range', min: '0', max: '0', step: '1', value: '0', test: 'replay-line', 'aria-label': t('replay.line'), oninput: () => does.to(Number(line.value)) });
  const ticks = el('div', { class: 'replay-ticks', 'aria-hidden': 'true' });
  const marks = el('select', { class: 'field', test: 'replay-marks', 'aria-label': t('replay.marks'), onchange: () => (does.to(Number(marks.value)), (marks.selectedIndex = 0)) });
  const speeds = SPEEDS.map((name) => el('button', { type: 'button', class: 'btn quiet', test: `replay-${name}`, onclick: () => does.speed(name) }, t(`replay.speed.${name}`)));
  const words = el('p', { class: 'replay-words', test: 'replay-words' });
  const count = el('span', { class: 'num soft', test: 'replay-count' });
  const twice = el('button', { class: 'btn quiet', type: 'button', test: 'replay-twice', hidden: true, 'aria-expanded': 'false', onclick: () => does.twice() });
  const node = el('div', { class: 'replay-bar' },
    el('div', { class: 'row replay-said' }, words, el('button', { class: 'btn', type: 'button', test: 'replay-close', onclick: () => does.close() }, t('replay.close'))),
    el('div', { class: 'replay-time' }, line, ticks),
    el('div', { class: 'row replay-acts' }, tool('replay-before', 'left', t('replay.before'), () => does.by(-1)), play, tool('replay-after', 'right', t('replay.after'), () => does.by(1)), count,
      el('div', { class: 'row replay-speed', role: 'group', 'aria-label': t('replay.speed.label') }, speeds), marks, twice));
  let reel = null;

  /** What the step before `n` did, in words. */
  function said(n) {
    if (!n) return t(reel.length ? 'replay.beginning' : 'replay.nothing');
    const { entry, at } = reel.steps[n - 1], time = timeText(at, t.language);
    if (!entry) return time;
    const text = isHeading(entry) ? headingText(entry, t) : `${whoText(entry, room.state.by, t)} ${didText(entry, room)}`;
    return [el('span', { class: 'num soft' }, time), ' ', text];
  }

  return {
    node,
    film(film) {
      reel = film;
      line.max = String(reel.length);
      refill(ticks, reel.marks.map(({ at }) => el('i', { style: `left:${(at / (reel.length || 1)) * 100}%` })));
      const option = (at, label) => el('option', { value: String(at) }, label);
      refill(marks, el('option', { value: '', disabled: true, selected: true }, t('replay.marks')), option(0, t('replay.beginning_mark')), reel.marks.map(({ at, entry }) => option(at, `${timeText(entry.at, t.language)} · ${headingText(entry, t)}`)), option(reel.length, t('replay.end_mark')));
    },
    show(n, { playing, speed }) {
      if (line.value !== String(n)) line.value = String(n);
      line.setAttribute('aria-valuetext', t('replay.of', { n, of: reel.length }));
      count.textContent = t('replay.of', { n, of: reel.length });
      refill(words, said(n));
      const label = t(playing ? 'replay.pause' : n >= reel.length && n ? 'replay.again' : 'replay.play');
      if (play.textContent !== label) refill(play, icon(playing ? 'pause' : 'play', 16), label);
      play.disabled = !reel.length;
      speeds.forEach((button, i) => button.setAttribute('aria-pressed', String(SPEEDS[i] === speed)));
    },
    told(n, open) {
      twice.hidden = !n;
      twice.textContent = t.count('replay.twice.title', n);
      twice.setAttribute('aria-expanded', String(open));
    },
    focus: () => play.focus({ preventScroll: true }),
  };
}

/** Where the group thought twice, in words; a row goes to the moment. */
export function hesitationRows(found, { t, vocabulary }, go) {
  return found.map((each) => {
    const what = partText(each, { t, vocabulary }), times = t('replay.twice.times', { added: t.count('replay.twice.added', each.added), removed: t.count('replay.twice.removed', each.removed) });
    return el('li', {}, el('button', { type: 'button', class: 'item', onclick: () => go(each) }, el('b', {}, what), el('span', { class: 'soft' }, `${times} ${t(each.there ? 'replay.twice.there' : 'replay.twice.gone')}`)));
  });
}
