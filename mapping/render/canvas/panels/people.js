// Who is here: colour and number, never a name; pressing the numbers says what each has in hand.
import { el } from '../dom.js';
import { labelOf } from '../names.js';
import { sentenceText } from '../sentence.js';

const MOST = 8; // numbers in the strip; the rest is counted

/** The class of a number's colour. */
export const colourOf = (number) => `w${((number - 1) % 6) + 1}`;

/** What somebody has in hand, in words: {text, id}; text says so where it is nothing that this screen shows. Pure. */
export function inHand({ selected, editing }, map, { t, vocabulary }) {
  const actor = map.actors.get(selected), link = map.links.get(selected);
  if (!actor && !link) return { text: t('past.people.nothing'), id: null };
  const thing = link ? sentenceText(link, map.actors, vocabulary, t.language) : labelOf(actor, t.language);
  const key = `canvas.property.${editing}`, field = editing && t(key) !== key ? t('past.people.field', { field: t(key) }) : '';
  return { text: [thing, field].filter(Boolean).join(' · '), id: selected };
}

export function people(room) {
  const { t } = room;
  const button = el('button', { class: 'people', type: 'button', test: 'people', 'aria-expanded': 'false', onclick: () => (list.hidden ? open() : shut()) });
  const title = el('h2', { class: 'cap' }), rows = el('ul');
  const list = el('div', { class: 'here-list', test: 'people-list', role: 'group', 'aria-label': t('past.people.label'), hidden: true }, title, rows);
  const node = el('div', { class: 'here', onkeydown: (event) => event.key === 'Escape' && !list.hidden && (event.preventDefault(), event.stopPropagation(), shut(), button.focus()) }, button, list);
  const outside = (event) => event.composedPath().includes(node) || shut();
  let of = null, shown = null, map = null, drawn = '';

  const circle = ({ seat, number }) => el('span', { class: `who ${colourOf(number)}${seat === room.data.seat ? ' me' : ''}`, 'aria-hidden': 'true' }, String(number));

  function open() {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside);
    fill();
  }

  function shut() {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside);
  }

  function fill() {
    if (list.hidden || !shown) return;
    title.textContent = t.count('past.people.title', shown.length);
    const now = shown.map((person) => ({ ...person, ...inHand(person, map, room), mine: person.seat === room.data.seat }));
    const key = JSON.stringify(now);
    if (key === drawn) return;
    drawn = key;
    const held = list.getRootNode().activeElement?.dataset?.seat;
    rows.replaceChildren(...now.map((person) => el('li', { test: `person-${person.number}` }, circle(person),
      el('span', { class: 'grow' }, el('b', {}, t('canvas.people.screen', { n: person.number }), person.mine ? ` (${t('past.people.you')})` : ''), person.draws === false ? el('span', { class: 'small soft' }, t('past.people.proposes')) : null,
        person.id ? el('button', { class: 'link', type: 'button', 'data-seat': person.seat, 'aria-label': `${person.text}. ${t('past.people.show')}`, onclick: () => (shut(), room.reveal(person.id)) }, person.text) : el('span', { class: 'soft' }, person.text)))));
    if (held) rows.querySelector(`[data-seat="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  return {
    node,
    show(state) {
      map = state.map;
      if (state.people !== of) {
        of = state.people;
        shown = [...of].sort((a, b) => a.number - b.number);
        const first = shown.length > MOST ? shown.slice(0, MOST - 1) : shown;
        const mine = shown.find(({ seat }) => seat === room.data.seat); // one's own number is always among them
        const seen = mine && !first.includes(mine) ? [...first.slice(0, -1), mine] : first;
        button.replaceChildren(...seen.map(circle), ...(shown.length > seen.length ? [el('span', { class: 'more num' }, `+${shown.length - seen.length}`)] : []));
        button.setAttribute('aria-label', t.count('past.people.open', shown.length));
        button.title = t('past.people.label');
        button.disabled = !shown.length;
      }
      fill();
    },
    close: shut,
  };
}
