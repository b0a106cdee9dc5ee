// The house rules, on every screen of a table while the first step is on.
import { el } from '../dom.js';
import { aloud } from './aloud.js';

const RULES = ['one', 'two', 'three', 'four'];

/** Whether the day is at its first step, in which the rules are read. Pure. */
export const readsRules = (day) => day?.index === 0;

export function houseRules(room) {
  const { t } = room, sheet = aloud(room, 'house-rules', t('workshop.rules.title'));
  sheet.body.append(el('ol', { class: 'house-rules' }, RULES.map((rule) => el('li', {}, t(`workshop.rules.${rule}`)))));
  sheet.foot.append(el('button', { class: 'btn', type: 'button', test: 'house-rules-read', onclick: () => sheet.put() }, t('day.rules.read')));
  return { node: sheet.node, show: ({ day, ready }) => ready && sheet.open(readsRules(day) ? day.session : null) };
}
