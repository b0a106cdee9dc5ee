// The box to type in: a name adds an actor, a sentence what is missing and the link. What Enter will do is said below.
import { newId } from '../client/ids.js';
import { el, icon } from '../dom.js';
import { key } from '../names.js';
import { linesIn } from '../typing/pasted.js';
import { previewText } from '../typing/preview.js';
import { toBegin } from '../typing/begin.js';
import { answersTo, rowsOf } from '../typing/rows.js';
import { withAnswer, withVerb, written } from '../typing/written.js';
import { goOn } from './go_on.js';
import { pasted } from './pasted.js';
import { boxKeys } from './typebox_keys.js';
import { typeboxList } from './typebox_list.js';
import { TypedLine } from './typed_line.js';

const LONGEST = 400; // letters of a line: a sentence holds two names

export function typebox(room) {
  const { t } = room;
  const input = el('input', {
    class: 'field', test: 'typebox', type: 'text', maxlength: LONGEST, autocomplete: 'off', autocapitalize: 'sentences', spellcheck: 'false', enterkeyhint: 'done',
    'aria-expanded': 'false', 'aria-label': t('canvas.typebox.label'), onpaste: (event) => paste(event), oninput: () => ((asked = ''), (line.verb = null), offer()), onkeydown: (event) => press(event),
    onblur: () => setTimeout(() => !box.matches(':focus-within') && list.close(), 120), onfocus: () => (rise(), input.value.trim() && offer()), onclick: () => input.value.trim() || begin(),
  });
  const list = typeboxList(input, t('typing.enter')), line = new TypedLine(room), before = goOn(room, () => (end(), offer(), home()));
  const add = el('button', { class: 'btn', type: 'submit', test: 'add', 'aria-label': t('canvas.typebox.add') }, icon('plus'), el('span', { class: 'add-word' }, t('canvas.typebox.add')));
  const box = el('form', { class: 'type', onsubmit: (event) => (event.preventDefault(), list.chosen ? list.chosen.pick() : kept() && enter()) },
    el('div', { class: 'bar' }, el('div', { class: 'typed' }, before.node, input), add), list.node, list.spoken);
  const home = () => input.focus({ preventScroll: true });
  const press = boxKeys(room, input, { list, before, read: () => read(), begin, clear, end: () => end(), write });
  const panel = pasted(room, { reader: () => line.reader(), back: home });
  let asked = '', ready = false, promised = null; // what was said that Enter does

  // offering

  const read = () => line.read(input.value, before.prior);

  function offer() {
    const long = Boolean(input.value) && (Boolean(before.prior) || input.scrollWidth > input.clientWidth + 1 || box.classList.contains('long'));
    box.classList.toggle('long', long);
    promised = null;
    if (!input.value.trim()) return list.close();
    const now = read(), { reading, reader, plan } = now;
    promised = promise(now);
    return show(rowsOf(reading, plan, reader), now, line.asks(now), line.will(now));
  }

  function show(rows, now, ask, will = null) {
    const said = [ask, will ? previewText(will.sentences, [will.text, ...will.notes].filter(Boolean)) : '', rows.length ? t.count('typing.options', rows.length) : ''].filter(Boolean).join('. ');
    list.show({ will, ask, said, rows: rows.map((row) => ({ other: '', ...line.shown(row, now), ...doing(row, now) })) });
  }

  /** An empty box offers whom one has just dealt with; a sentence begins or goes on with one of them. */
  function begin() {
    if (input.disabled || !room.acts.canEdit()) return;
    const { state, selected } = room, { prior } = before, language = t.language;
    const ids = toBegin(state.map, { selected, prior }), name = (id) => line.label(id, language);
    const rows = ids.map((id) => ({ test: `option-${id}`, name: name(id), pick: () => (prior ? goTo(id) : write({ id, slot: 'name' })) }));
    list.show({ ask: t(prior ? 'typing.whom' : ids.length ? 'typing.begin' : 'typing.begin_none'), rows, said: rows.length ? t.count('typing.options', rows.length) : '' });
  }

  function goTo(id) {
    write({ id, slot: 'name' });
    enter();
  }

  const promise = (now) => JSON.stringify([now.reading.as, now.reading.stage, now.plan?.question?.text, line.will(now)]);

  /** Whether Enter would still do what was said; else that is said anew, and nothing done. */
  const kept = () => promised === null || !input.value.trim() || promise(read()) === promised || (offer(), false);

  /** Ask, with the line in hand: whoever types on instead of answering begins another one. */
  function inquire(question, now, words, will = null) {
    show(answersTo(question, now.reader, now.reading), now, words, will);
    input.select();
  }

  // choosing: what a row does, and what Tab writes

  function doing(row, now) {
    if (row.as === 'actor') return { pick: () => chooseActor(row, now), fill: () => write(row, now) };
    if (row.as === 'verb') return { pick: () => chooseVerb(row, now), fill: () => chooseVerb(row, now, true) };
    if (row.as === 'own') return { pick: () => (row.slot === 'name' ? own(row.name) : (line.answers.set(key(row.name), { own: row.name }), enter())) };
    if (row.as === 'only') return { pick: () => (row.id ? take(row.id) : own(row.name)) };
    return { pick: () => (row.as === 'no' ? done(null) : commit(now)) };
  }

  const own = (name) => done(room.editor.own(name), 'own');
  const take = (id) => (room.state.map.actors.has(id) ? done(id, 'have') : done(room.editor.take(id, t.language), 'added'));

  function chooseActor(row, now) {
    if (row.slot === 'name') return take(row.id);
    if (row.answers) line.answers.set(key(now.plan.question.text), { id: row.id });
    else write(row, now);
    return enter();
  }

  /** Put a name into the line, where it is being typed or was asked for; nothing is sent. */
  function write(row, now) {
    const name = line.label(row.id);
    line.answers.set(key(name), { id: row.id });
    const question = row.answers && row.slot !== 'name' ? now.plan?.question : null;
    fill(row.slot === 'name' ? `${name} ` : question ? withAnswer(input.value, question, name, now.reading.glued) : written(input.value, now.reading, name));
  }

  function fill(text) {
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    home();
    offer();
  }

  function chooseVerb({ choice, answers }, now, only = false) {
    line.verb = { link: answers ? now.plan.question.link : Math.max(0, (now.reading.links?.length ?? 1) - 1), choice };
    if (answers) return only ? offer() : enter();
    return fill(withVerb(input.value, now.reading, line.verbs.word(choice)));
  }

  // doing

  function enter() {
    if (!input.value.trim()) return home();
    if (!room.acts.canEdit()) return list.show({ ask: room.acts.whyNot() });
    const now = read(), { reading, reader, plan } = now;
    if (reading.as === 'practice') return answered(reading.practice);
    if (reading.as === 'name') return enterName(now);
    if (reading.stage === 'target') return open(), show(rowsOf(reading, plan, reader), now, t('typing.whom'), line.will(now));
    if (reading.stage === 'verb') return enterVerb(now);
    if (reading.doubtful) return input.select(), show(rowsOf(reading, plan, reader), now, t('typing.doubt')); // Enter alone decides nothing
    if (reading.loose && plan.question?.slot === 'verb') return enterLoose(now);
    return plan.question ? enterUnclear(now) : enterClear(now);
  }

  /** A sentence that nothing is open of; one that makes somebody new says so, and waits for a second press. */
  function enterClear(now) {
    const names = line.unasked(now.plan);
    if (!names.length || asked === input.value) return commit(now);
    asked = input.value;
    show([], now, t('typing.confirm', { name: names.map((name) => `«${name}»`).join(', ') }), { ...line.will(now), text: '', does: true });
    return input.select();
  }

  /** Words after an actor that may be a verb nobody knows, or all of it one name: a second press takes it for a name. */
  function enterLoose(now) {
    const { question } = now.plan;
    if (asked === input.value) return own(now.reading.line);
    asked = input.value;
    return inquire(question, now, t('typing.verb_or_name', { text: question.text }));
  }

  function enterName(now) {
    const { text } = now.reading, meant = now.reader.name(text);
    if (meant.have ?? meant.take) return take(meant.have ?? meant.take);
    if (meant.own || (meant.near && asked === text)) return own(text);
    if (asked === text && !meant.ask) return undefined; // Enter alone never answers "is this a person?", nor which of several
    asked = text;
    const words = meant.ask ? 'canvas.typebox.which' : meant.person ? 'canvas.typebox.person' : meant.begun ? 'typing.begun' : 'canvas.typebox.near';
    return inquire({ text, meaning: meant, slot: 'name' }, now, t(words), meant.near ? line.willOwn(text) : null);
  }

  /** Room for the next word, so that it is not joined to the last one. */
  function open() {
    if (!/\s$/.test(input.value)) input.value += ' ';
  }

  /** The beginning of one verb goes on to whom; of several, they are shown. */
  function enterVerb(now) {
    const rows = rowsOf(now.reading, now.plan, now.reader), choices = rows.filter((row) => row.as === 'verb');
    const { is, closed } = now.reading.links.at(-1).verb ?? {};
    if (closed) return show([], now, t('typing.closed'));
    const only = is ?? (now.reading.typed && choices.length === 1 && rows.every((row) => row.as !== 'actor') ? choices[0].choice : null);
    if (only) return chooseVerb({ choice: only }, now);
    if (now.reading.typed) input.select();
    else open();
    return show(rows, now, t('typing.verb'));
  }

  /** Ask for the first thing of a sentence that is not clear. */
  function enterUnclear(now) {
    const { question } = now.plan, { text, meaning, slot } = question;
    if (slot === 'same') return list.show({ ask: t('canvas.builder.two') });
    if (slot === 'verb') return inquire(question, now, meaning.closed ? t('typing.closed') : text ? t('typing.verb_of', { text }) : t('typing.verb'));
    return inquire(question, now, t(`typing.${meaning.ask ? 'which_of' : meaning.begun ? 'begun_of' : meaning.person ? 'person_of' : 'near_of'}`, { text }));
  }

  function commit({ reading, reader }) {
    const ids = new Map(), idOf = (name) => ids.get(key(name)) ?? (ids.set(key(name), newId('x-')), ids.get(key(name)));
    const plan = line.plan(reading, reader, idOf), last = plan.links.at(-1), link = room.acts.typed(plan);
    clear();
    goOnWith({ source: last.source, verb: last.choice, kind: last.kind, link });
    home();
  }

  /** Says of the link just typed whether it works. */
  function answered(practice) {
    const { link } = before.prior;
    if (room.thing(link)) room.acts.say(link, { practice });
    clear();
    home();
  }

  function done(id, words) {
    clear();
    if (id) room.acts.arrived(id, words, Boolean(before.prior));
    home();
  }

  function clear() {
    input.value = asked = '';
    promised = null;
    line.forget();
    box.classList.remove('long');
    list.close();
  }

  function goOnWith(prior) {
    before.show(prior);
    input.placeholder = t(prior ? 'typing.next' : room.buttons?.step.length ? 'typing.hint' : 'canvas.typebox.hint');
  }
  const end = () => goOnWith(null);

  function paste(event) {
    const text = event.clipboardData?.getData('text') ?? '';
    if (linesIn(text).lines.length < 2) return;
    event.preventDefault();
    if (!room.acts.canEdit()) return list.show({ ask: room.acts.whyNot() });
    clear();
    panel.open(text);
  }

  /** On a phone the box goes to the top of its page, so that the keyboard leaves room for what is offered. */
  function rise() {
    if (room.showMap) requestAnimationFrame(() => box.scrollIntoView({ block: 'start' }));
  }

  const moved = () => (input.matches(':focus') && rise(), list.fit());
  globalThis.visualViewport?.addEventListener('resize', moved);
  return {
    node: box,
    focus: () => input.focus(),
    get ready() {
      return !input.disabled && !box.closest('[inert]') && input.checkVisibility();
    },
    show(state) {
      input.disabled = add.disabled = !state.ready;
      const went = before.prior && !before.stands(state);
      if (!before.prior || went) end();
      else before.follow(state);
      if (went && input.value.trim() && box.matches(':focus-within')) offer(); // without it the line says something else
      if (ready || !state.ready) return;
      ready = true;
      if (!room.showMap && document.activeElement === document.body) home();
    },
    close() {
      list.stop();
      panel.close();
      globalThis.visualViewport?.removeEventListener('resize', moved);
    },
  };
}
