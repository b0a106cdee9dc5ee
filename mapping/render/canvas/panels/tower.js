// The tower of influence: 0 to 5 discs on a base, or not rated, which is not 0.
import { el } from '../dom.js';

const KEYS = { '+': 1, ArrowUp: 1, ArrowRight: 1, '-': -1, '−': -1, ArrowDown: -1, ArrowLeft: -1 };

/** The value one step further; the first disc on an actor that nobody rated stands on 0, and nothing is below it. Pure. */
export const stepped = (value, by, min, max) => (value === null ? (by > 0 ? min : null) : Math.max(min, Math.min(max, value + by)));

export function towerField({ label, test, t, onset, min = 0, max = 5 }) {
  let value = null;
  const move = (by) => onset(stepped(value, by, min, max));
  const button = (name, words, by, sign) => el('button', { type: 'button', class: 'btn', test: `${test}-${name}`, 'aria-label': words, onclick: () => move(by) }, sign);
  const less = button('less', t('canvas.tower.less'), -1, '−'), more = button('more', t('canvas.tower.more'), 1, '+');
  const none = el('button', { type: 'button', class: 'btn quiet', test: `${test}-none`, onclick: () => onset(null) }, t('canvas.tower.none'));
  const discs = el('span', { class: 'discs', 'aria-hidden': 'true' });
  const said = el('output', { class: 'num', test: `${test}-value` });
  const spin = el('div', { class: 'row spin', role: 'spinbutton', tabindex: 0, test: `${test}-tower`, 'aria-label': label, 'aria-valuemin': min, 'aria-valuemax': max, title: t('linking.tower.keys') }, discs, said);

  function press(event) {
    const { key } = event, number = /^[0-9]$/.test(key) ? Number(key) : null;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (number !== null) number >= min && number <= max && onset(number);
    else if (KEYS[key]) move(KEYS[key]);
    else if (key === 'Delete' || key === 'Backspace') onset(null);
    else return;
    event.preventDefault(); // and not the keys of the map
  }

  return {
    node: el('div', { class: 'f' }, el('span', { class: 'label' }, label), el('div', { class: 'row tower-field', role: 'group', 'aria-label': label, onkeydown: press }, less, spin, more, none)),
    show(next) {
      value = next ?? null;
      said.textContent = value === null ? t('canvas.tower.unrated') : String(value);
      if (value === null) spin.removeAttribute('aria-valuenow');
      else spin.setAttribute('aria-valuenow', String(value));
      spin.setAttribute('aria-valuetext', said.textContent);
      discs.replaceChildren(...(value === null ? [] : [...Array.from({ length: value }, () => el('i')), el('b')]));
      less.disabled = value === null || value <= min;
      more.disabled = value === max;
      none.hidden = value === null;
    },
  };
}
