// One question before a pasted list comes in: how each line is read, and which are wanted. Then it is one change.
import { el, icon, refill } from '../dom.js';
import { labelOf } from '../names.js';
import { planOf } from '../typing/plan.js';
import { sentencesOf } from '../typing/preview.js';
import { contentsOf, idUntil, linesIn, MOST, readList } from '../typing/pasted.js';
import { fillOptions, sentenceNodes } from './fields.js';

/** `reader()` gives a reader of the box, `back()` gives it the focus again. */
export function pasted(room, { reader, back }) {
  const { t, vocabulary, catalogue } = room, { language } = t;
  const title = el('h2', { class: 'grow' }), body = el('ul', { class: 'lines-read', test: 'paste-lines' }), cut = el('p', { class: 'small', test: 'paste-cut' }), open = el('p', { class: 'soft small', role: 'status', test: 'paste-open' });
  const confirm = el('button', { class: 'btn first', type: 'submit', test: 'paste-add' });
  const node = el('dialog', { class: 'paste', test: 'paste', 'aria-label': t('typing.paste.title'), onclose: () => (node.remove(), back()), onkeydown: (event) => event.stopPropagation() },
    el('form', { onsubmit: (event) => (event.preventDefault(), add()) },
      el('div', { class: 'row' }, title, el('button', { class: 'btn quiet', type: 'button', 'aria-label': t('typing.paste.cancel'), onclick: () => node.close() }, icon('close', 16))),
      cut, body, open, el('div', { class: 'row acts' }, confirm, el('button', { class: 'btn', type: 'button', test: 'paste-cancel', onclick: () => node.close() }, t('typing.paste.cancel')))));
  let rows = [];

  const label = (id) => labelOf(room.state.map.actors.get(id) ?? catalogue.actor(id, language), language);
  const rowOf = (id) => catalogue.actor(id, language);
  const has = (id) => room.state.map.actors.has(id);
  const contents = () => contentsOf(rows, { rowOf, has, own: (name) => room.editor.ownRow(name) });

  /** What a line means, in words. */
  function meaning(row) {
    if (row.links) return [sentencesOf(row.plan, vocabulary, language).map(({ parts, letter }) => el('span', { class: 'read-as' }, sentenceNodes(parts, letter ?? ''))), row.as === 'there' ? el('span', { class: 'soft small' }, t('typing.paste.have')) : null];
    if (row.as === 'which') return choice(row);
    const name = row.id && row.as !== 'own' ? label(row.id) : row.name;
    const word = { take: 'take', have: 'have', own: 'own', person: 'person', unclear: 'unclear', closed: 'closed' }[row.as];
    return [name && name !== row.line ? el('span', { class: 'read-as' }, name) : null, el('span', { class: `soft small${row.as === 'person' ? ' warns' : ''}` }, t(`typing.paste.${word}`))];
  }

  function choice(row) {
    const select = el('select', { class: 'field', test: 'paste-choice', 'aria-label': t('typing.paste.answer', { text: row.line }), onchange: () => chosen(row, select.value) });
    fillOptions(select, [
      { id: '', label: t('typing.paste.which') }, ...row.choices.map((id) => ({ id, label: label(id) })),
      ...(row.own ? [{ id: '+', label: t('typing.paste.own_choice', { name: row.line }) }] : []), { id: '-', label: t('typing.paste.leave') },
    ]);
    select.value = row.answer ?? '';
    return select;
  }

  function chosen(row, value) {
    row.answer = value;
    row.id = value && !'+-'.includes(value) ? value : null;
    row.name = value === '+' ? row.line : null;
    row.on = Boolean(row.id || row.name);
    draw();
  }

  function draw() {
    const { actors, links } = contents();
    refill(body, rows.map((row, i) => {
      const can = ['take', 'own', 'person', 'link'].includes(row.as) && !(row.id && row.as === 'own');
      const box = el('input', { type: 'checkbox', test: `paste-on-${i}`, checked: row.on, disabled: !can, 'aria-label': row.line, onchange: () => ((row.on = box.checked), draw()) });
      return el('li', { class: row.on ? 'on' : '', 'data-as': row.as }, el('label', {}, box, el('span', { class: 'typed-line' }, row.line)), el('span', { class: 'meaning' }, meaning(row)));
    }));
    const words = { actors: actors.length ? t.count('typing.paste.actors', actors.length) : '', links: links.length ? t.count('typing.paste.links', links.length) : '' };
    confirm.textContent = words.actors && words.links ? t('typing.paste.add_both', words) : words.actors || words.links ? t('typing.paste.add', { what: words.actors || words.links }) : t('typing.paste.add_none');
    confirm.disabled = !actors.length && !links.length;
    const left = rows.filter((row) => row.as === 'which' && !row.answer).length;
    open.textContent = left ? t.count('typing.paste.open', left) : '';
    open.hidden = !left;
  }

  function add() {
    if (!room.acts.canEdit()) return ((open.textContent = room.acts.whyNot()), (open.hidden = false));
    const all = contents();
    node.close();
    return room.acts.pasted(all);
  }

  return {
    open(text) {
      const { lines, all } = linesIn(text), { map } = room.state;
      const planWith = (reading, made, actors) => planOf(reading, made, { vocabulary, catalogue, map: { actors, links: map.links }, language, idOf: idUntil });
      const base = reader();
      rows = readList(lines, { readerOf: (actors) => base.of(actors), planWith, rowOf, actors: map.actors });
      title.textContent = t('typing.paste.title');
      cut.textContent = all > MOST ? t('typing.paste.cut', { most: MOST, n: all }) : '';
      cut.hidden = all <= MOST;
      draw();
      room.root.append(node);
      node.showModal();
      confirm.focus();
    },
    close: () => node.remove(),
  };
}
