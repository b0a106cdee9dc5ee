// The box to type an actor in: takes exact names at once, asks where a word fits several, warns about persons.
import { el, icon } from '../dom.js';
import { labelOf } from '../names.js';

let boxes = 0;
const MOST = 200; // names of one pasted list

/** The names of a pasted list, one a line, without bullets and numbers; none where the text is a single line. Pure. */
export function namesIn(text) {
  const lines = text.split(/[\r\n]+/).map((line) => line.replace(/^\s*(?:[•·*–-]|\d+[.)])\s+/, '').trim()).filter(Boolean);
  return lines.length > 1 ? lines.slice(0, MOST).map((line) => line.slice(0, 120)) : [];
}

export function typebox(room) {
  const { t } = room;
  const list = el('ul', { class: 'options', role: 'listbox', id: `options-${(boxes += 1)}`, test: 'options', hidden: true });
  const say = el('p', { class: 'ask', test: 'typebox-says', role: 'status', hidden: true });
  const input = el('input', {
    class: 'field', test: 'typebox', type: 'text', role: 'combobox', maxlength: 120, autocomplete: 'off', autocapitalize: 'sentences', spellcheck: 'false',
    'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list', 'aria-label': t('canvas.typebox.label'), placeholder: t('canvas.typebox.hint'),
    onpaste: (event) => paste(event), oninput: () => typed(), onkeydown: (event) => key(event), onblur: () => setTimeout(() => !box.matches(':focus-within') && close(), 120),
    onfocus: () => input.value.trim() && typed(),
  });
  const add = el('button', { class: 'btn', type: 'submit', test: 'add', 'aria-label': t('canvas.typebox.add') }, icon('plus'), el('span', { class: 'add-word' }, t('canvas.typebox.add')));
  const box = el('form', { class: 'type', onsubmit: (event) => (event.preventDefault(), enter()) }, input, add, el('div', { class: 'popup', hidden: true }, say, list));
  const popup = box.lastChild;
  let options = [], at = -1, asked = '', queue = [], came = null; // how many of a pasted list came in; null without one

  function close() {
    options = [];
    at = -1;
    asked = '';
    popup.hidden = list.hidden = say.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function done(id, words) {
    input.value = '';
    close();
    if (id) room.acts.arrived(id, words, { more: queue.length > 0 });
    input.focus({ preventScroll: true });
    if (came !== null && id && words !== 'have') came += 1;
    if (queue.length) next();
    else if (came !== null) (room.acts.listed(came), (came = null));
  }

  /** A list of names: one after the other; where one needs an answer, the rest waits for it. */
  function paste(event) {
    queue = namesIn(event.clipboardData?.getData('text') ?? '');
    if (!queue.length) return;
    event.preventDefault();
    came = 0;
    next();
  }

  function next() {
    input.value = queue.shift() ?? '';
    enter();
  }

  const catalogued = (id, written = '') => {
    const have = room.state.map.actors.has(id), full = room.catalogue.fullName(id, t.language);
    const name = labelOf(room.catalogue.actor(id, t.language), t.language);
    const other = [full, written].find((text) => text && text !== name) ?? '';
    return { test: `option-${id}`, name, other: have ? t('canvas.typebox.have_short') : other, pick: () => (have ? done(id, 'have') : done(room.editor.take(id, t.language), 'added')) };
  };
  const own = (name) => ({ test: 'option-own', name: t('canvas.typebox.own', { name }), other: '', pick: () => done(room.editor.own(name), 'own') });

  function show(rows, words = '') {
    options = rows;
    at = -1;
    say.textContent = [words, words && queue.length ? t.count('canvas.typebox.left', queue.length) : ''].filter(Boolean).join(' ');
    say.hidden = !words;
    list.replaceChildren(...rows.map((row, i) => el('li', {
      role: 'option', id: `${list.id}-${i}`, test: row.test, 'aria-selected': 'false', onpointerdown: (event) => event.preventDefault(), onclick: () => row.pick(),
    }, el('span', {}, row.name), row.other && el('span', { class: 'soft small' }, row.other))));
    list.hidden = !rows.length;
    popup.hidden = !rows.length && !words;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  }

  function typed() {
    asked = '';
    const text = input.value.trim();
    if (!text) return close();
    const meaning = room.catalogue.meaning(text);
    const found = room.catalogue.suggestions(text, 6);
    show(found.map(({ id, written }) => catalogued(id, written)), meaning.ask ? t('canvas.typebox.which') : '');
  }

  function enter() {
    if (at >= 0) return options[at].pick();
    const text = input.value.trim();
    if (!text) return input.focus();
    if (!room.acts.canEdit()) return (queue = []), show([], room.acts.whyNot());
    const meant = room.editor.reading(text);
    if (meant.have) return done(meant.have, 'have');
    if (meant.take) return done(room.editor.take(meant.take, t.language), 'added');
    if (meant.ask) return show(meant.ask.map((id) => catalogued(id)), t('canvas.typebox.which'));
    if (meant.person && asked !== text) {
      show([
        { test: 'person-cancel', name: t('canvas.typebox.person_no'), other: '', pick: () => done(null) },
        { ...own(text), test: 'person-add', name: t('canvas.typebox.person_yes', { name: text }) },
      ], t('canvas.typebox.person'));
      asked = text;
      return undefined;
    }
    if (meant.person) return undefined; // Enter alone never answers "is this a person?"
    if (meant.near && asked !== text) {
      show([...meant.near.map((id) => catalogued(id)), own(text)], t('canvas.typebox.near'));
      asked = text;
      return undefined;
    }
    return done(room.editor.own(text), 'own');
  }

  function key(event) {
    if (event.key === 'Escape' && (!popup.hidden || input.value)) {
      event.stopPropagation();
      return done(null);
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || !options.length) return undefined;
    event.preventDefault();
    at = (at + by + options.length + (at < 0 && by < 0 ? 1 : 0)) % options.length;
    [...list.children].forEach((row, i) => row.setAttribute('aria-selected', String(i === at)));
    list.children[at].scrollIntoView({ block: 'nearest' });
    return input.setAttribute('aria-activedescendant', list.children[at].id);
  }

  return { node: box, focus: () => input.focus(), show: (state) => (input.disabled = add.disabled = !state.ready) };
}
