// The box to type in: a name adds an actor, a sentence what is missing and the link. What Enter will do is said below.
import { newId } from '../client/ids.js';
import { el, familyClass, icon, letterBadge } from '../dom.js';
import { key, labelOf, typos } from '../names.js';
import { sentence } from '../sentence.js';
import { Reader } from '../typing/line.js';
import { idUntil, linesIn } from '../typing/pasted.js';
import { planOf } from '../typing/plan.js';
import { notesOf, previewText, sentencesOf } from '../typing/preview.js';
import { answersTo, rowsOf } from '../typing/rows.js';
import { Verbs } from '../typing/verbs.js';
import { pasted } from './pasted.js';
import { typeboxList } from './typebox_list.js';

const LONGEST = 400; // letters of a line: a sentence holds two names

export function typebox(room) {
  const { t, vocabulary, catalogue } = room, { language } = t;
  const input = el('input', {
    class: 'field', test: 'typebox', type: 'text', maxlength: LONGEST, autocomplete: 'off', autocapitalize: 'sentences', spellcheck: 'false', enterkeyhint: 'done',
    'aria-expanded': 'false', 'aria-label': t('canvas.typebox.label'), onpaste: (event) => paste(event), oninput: () => changed(), onkeydown: (event) => press(event),
    onblur: () => setTimeout(() => !box.matches(':focus-within') && list.close(), 120), onfocus: () => (rise(), input.value.trim() && offer()),
  });
  const list = typeboxList(input, t('typing.enter'));
  const goOn = el('span', { class: 'go-on', test: 'go-on', hidden: true });
  const add = el('button', { class: 'btn', type: 'submit', test: 'add', 'aria-label': t('canvas.typebox.add') }, icon('plus'), el('span', { class: 'add-word' }, t('canvas.typebox.add')));
  const box = el('form', { class: 'type', onsubmit: (event) => (event.preventDefault(), list.chosen ? list.chosen.pick() : enter()) }, el('div', { class: 'bar' }, el('div', { class: 'typed' }, goOn, input), add), list.node, list.spoken);
  const panel = pasted(room, { reader: () => readerOf(null), back: () => input.focus({ preventScroll: true }) });
  let answers = new Map(), verbAnswer = null, prior = null, asked = '', verbs = null, verbsOf = '', ready = false;

  // reading

  function readerOf(continues) {
    const { day, map } = room.state, { button, variant } = room;
    const of = JSON.stringify([day?.sensitive, button?.id, button?.kinds, variant]);
    if (of !== verbsOf) (verbs = new Verbs(vocabulary, { sensitive: Boolean(day?.sensitive), language, button, variant })), (verbsOf = of);
    const aliases = Object.fromEntries(vocabulary.scales.practice.map(({ id }) => [id, t(`typing.practice.${id}`)]));
    return new Reader({ catalogue, actors: map.actors, persons: room.editor.persons, verbs, scale: vocabulary.scales.practice, aliases, prior: continues, answers });
  }

  /** What the line says now: {reading, reader, plan}. */
  function read() {
    const reader = readerOf(prior), reading = reader.read(input.value);
    if (verbAnswer && reading.links?.[verbAnswer.link]) reading.links[verbAnswer.link].verb = { is: verbAnswer.choice };
    return { reading, reader, plan: reading.as === 'sentence' ? planFor(reading, reader) : null };
  }

  const planFor = (reading, reader) => planOf(reading, reader, { vocabulary, catalogue, map: room.state.map, language, idOf: idUntil });
  const named = (id) => labelOf(room.state.map.actors.get(id) ?? catalogue.actor(id, language), language);

  function willOf({ reading, reader, plan }) {
    if (plan) return { sentences: sentencesOf(plan, vocabulary, language), notes: notesOf(plan, vocabulary, t), text: '' };
    if (reading.as !== 'name') return null;
    const meant = reader.sight(reading.text), name = reader.name(reading.text);
    const text = name.have ? t('typing.will_show', { name: named(name.have) }) : name.take ? t('typing.will_add', { name: named(name.take) }) : name.own && meant.own ? t('typing.will_own', { name: name.own }) : '';
    return text ? { sentences: [], notes: [], text } : null;
  }

  // offering

  function changed() {
    asked = '';
    verbAnswer = null;
    offer();
  }

  function offer() {
    box.classList.toggle('long', Boolean(input.value) && (Boolean(prior) || input.scrollWidth > input.clientWidth + 1 || box.classList.contains('long')));
    if (!input.value.trim()) return list.close();
    const now = read(), { reading, reader, plan } = now;
    const will = willOf(now), rows = rowsOf(reading, plan, reader);
    const ask = reading.as === 'name' && reader.name(reading.text).ask ? t('canvas.typebox.which') : reading.doubtful ? t('typing.doubt') : reading.stage === 'target' ? t('typing.whom') : '';
    show(rows, { will, ask }, now);
  }

  function show(rows, { will = null, ask = '' } = {}, now = null) {
    const said = [ask, will ? previewText(will.sentences, [will.text, ...will.notes].filter(Boolean)) : '', rows.length ? t.count('typing.options', rows.length) : ''].filter(Boolean).join('. ');
    list.show({ will, ask, rows: rows.map((row) => drawn(row, now)), said });
  }

  /** A row as it is drawn, with what choosing it does and what Tab writes. */
  function drawn(row, now) {
    const on = (id) => room.state.map.actors.has(id);
    switch (row.as) {
      case 'actor': {
        const name = named(row.id), full = catalogue.rows.has(row.id) ? catalogue.fullName(row.id, language) : '';
        const other = on(row.id) ? t('canvas.typebox.have_short') : [full, row.written].find((text) => text && text !== name) ?? '';
        return { test: `option-${row.id}`, name, other, pick: () => chooseActor(row, now), fill: () => write(row, name, now) };
      }
      case 'verb':
        return { test: `option-verb-${row.choice.family ?? row.choice.id}`, name: verbs.word(row.choice), other: '', badge: letterBadge(row.choice.letter), hue: `verb ${familyClass(row.choice.letter)}`, pick: () => chooseVerb(row, now), fill: () => chooseVerb(row, now) };
      case 'own':
        return { test: row.person ? 'person-add' : 'option-own', own: true, name: t(row.person ? 'canvas.typebox.person_yes' : 'canvas.typebox.own', { name: row.name }), other: '', pick: () => chooseOwn(row) };
      case 'only':
        return { test: 'option-only', own: true, name: t('typing.only', { name: row.id ? named(row.id) : row.name }), other: '', pick: () => (row.id ? taken(row.id) : done(room.editor.own(row.name), 'own')) };
      case 'no':
        return { test: 'person-cancel', name: t('canvas.typebox.person_no'), other: '', pick: () => done(null) };
      default: {
        const [first] = sentencesOf(now.plan, vocabulary, language);
        return { test: 'option-sentence', name: first.parts.map((p) => p.text).join(''), other: '', pick: () => commit(now) };
      }
    }
  }

  // choosing

  const taken = (id) => (room.state.map.actors.has(id) ? done(id, 'have') : done(room.editor.take(id, language), 'added'));
  const targetOf = ({ reading }) => reading.links?.at(-1).target ?? '';

  function chooseActor(row, now) {
    if (row.slot === 'name') return taken(row.id);
    if (row.answers) return (answers.set(key(now.plan.question.text), { id: row.id }), enter());
    write(row, named(row.id), now, '');
    return enter();
  }

  function chooseOwn({ name, slot, answers: answering }) {
    if (!answering && slot === 'name') return done(room.editor.own(name), 'own');
    if (slot === 'name') return done(room.editor.own(name), 'own');
    answers.set(key(name), { own: name });
    return enter();
  }

  /** Put a name into the line, where it is being typed. */
  function write(row, name, now, after = row.slot === 'name' ? ' ' : '') {
    const typed = row.slot === 'name' ? null : targetOf(now);
    const line = input.value.replace(/\s+$/, ''), at = typed ? line.toLowerCase().lastIndexOf(typed.toLowerCase()) : -1;
    const partly = now.reading.stage === 'verb' && now.reading.typed ? now.reading.typed : null; // an actor where a verb might stand
    const cut = partly ? line.length - partly.length : at;
    const rest = row.slot === 'name' ? '' : cut >= 0 ? line.slice(0, cut) : `${line} `;
    answers.set(key(name), { id: row.id });
    input.value = `${rest}${name}${after}`;
    offer();
  }

  function chooseVerb({ choice, answers: answering }, now) {
    const { reading } = now, word = verbs.word(choice);
    if (answering) return ((verbAnswer = { link: now.plan.question.link, choice }), enter());
    const typed = reading.as === 'name' ? reading.then : reading.typed;
    const line = input.value.replace(/\s+$/, ''), rest = line.slice(0, line.length - (typed ?? '').length).replace(/\s+$/, '');
    input.value = reading.arrow ? `${rest.replace(/\s*[>→]$/, '')} > ${word} > ` : `${rest} ${word} `;
    input.focus({ preventScroll: true });
    verbAnswer = { link: Math.max(0, (reading.links?.length ?? 1) - 1), choice };
    return offer();
  }

  // doing

  function enter() {
    if (!input.value.trim()) return input.focus();
    if (!room.acts.canEdit()) return list.show({ ask: room.acts.whyNot() });
    const now = read(), { reading } = now;
    if (reading.as === 'practice') return answered(reading.practice);
    if (reading.as === 'name') return enterName(now);
    if (reading.stage === 'target') return show(rowsOf(reading, now.plan, now.reader), { ask: t('typing.whom'), will: willOf(now) }, now);
    if (reading.stage === 'verb') return enterVerb(now);
    if (reading.doubtful && asked !== input.value) return ((asked = input.value), show(rowsOf(reading, now.plan, now.reader), { ask: t('typing.doubt') }, now));
    if (reading.doubtful) return undefined; // Enter alone decides nothing
    if (now.plan.question) return inquire(now);
    return commit(now);
  }

  function enterName(now) {
    const { text } = now.reading, meant = now.reader.name(text);
    if (meant.have ?? meant.take) return taken(meant.have ?? meant.take);
    if (meant.own) return done(room.editor.own(text), 'own');
    const again = asked === text;
    asked = text;
    if (again && meant.near) return done(room.editor.own(text), 'own');
    if (again && !meant.ask) return undefined; // Enter alone never answers "is this a person?", nor which of several
    const words = meant.ask ? 'canvas.typebox.which' : meant.person ? 'canvas.typebox.person' : meant.begun ? 'typing.begun' : 'canvas.typebox.near';
    return show(answersTo({ text, meaning: meant, slot: 'name' }, now.reader, typos), { ask: t(words) }, now);
  }

  /** The beginning of one verb goes on to whom; of several, they are shown. */
  function enterVerb(now) {
    const rows = rowsOf(now.reading, now.plan, now.reader), choices = rows.filter((row) => row.as === 'verb');
    const { is } = now.reading.links.at(-1).verb ?? {};
    if (now.reading.links.at(-1).verb?.closed) return show([], { ask: t('typing.closed') }, now);
    if (is || (choices.length === 1 && rows.every((row) => row.as !== 'actor') && now.reading.typed)) return chooseVerb({ choice: is ?? choices[0].choice }, now);
    return show(rows, { ask: t('typing.verb') }, now);
  }

  /** Ask for the first thing of a sentence that is not clear. */
  function inquire(now) {
    const { question } = now.plan, { text, meaning, slot } = question;
    if (slot === 'same') return list.show({ ask: t('canvas.builder.two') });
    if (slot === 'verb') return show(answersTo(question, now.reader, typos), { ask: meaning.closed ? t('typing.closed') : text ? t('typing.verb_of', { text }) : t('typing.verb') }, now);
    const words = meaning.ask ? 'which_of' : meaning.begun ? 'begun_of' : meaning.person ? 'person_of' : 'near_of';
    return show(answersTo(question, now.reader, typos), { ask: t(`typing.${words}`, { text }) }, now);
  }

  function commit(now) {
    const real = planOf(now.reading, now.reader, { vocabulary, catalogue, map: room.state.map, language, idOf: idsOf() });
    const last = real.links.at(-1), id = room.acts.typed(real);
    clear();
    setPrior({ source: last.source, verb: last.choice, link: id, kind: last.kind, target: last.target });
    input.focus({ preventScroll: true });
  }

  /** Says of the link just typed whether it works. */
  function answered(practice) {
    if (room.thing(prior.link)) room.acts.say(prior.link, { practice });
    clear();
    input.focus({ preventScroll: true });
  }

  function done(id, words) {
    clear();
    if (id) room.acts.arrived(id, words);
    input.focus({ preventScroll: true });
  }

  function clear() {
    input.value = asked = '';
    verbAnswer = null;
    answers = new Map();
    box.classList.remove('long');
    list.close();
  }

  /** The sentence that a name alone goes on with, or null. */
  function setPrior(next) {
    prior = next;
    goOn.hidden = !next;
    input.placeholder = next ? t('typing.next') : t(room.buttons?.step.length ? 'typing.hint' : 'canvas.typebox.hint');
    if (!next) return goOn.replaceChildren();
    const { actors } = room.state.map, known = { get: (id) => actors.get(id) ?? { name: '' } };
    const parts = sentence({ source: next.source, target: '', kind: next.kind }, { get: (id) => (id ? known.get(id) : { name: '…' }) }, vocabulary, language);
    const words = parts.slice(0, -1).map((p) => p.text).join('').trim();
    const verb = parts.findIndex((p) => p.as === 'verb'), { letter } = next.verb;
    return goOn.replaceChildren(el('span', { class: 'go-on-who', 'aria-hidden': 'true' }, parts.slice(0, verb).map((p) => p.text)), el('span', { class: `go-on-verb ${familyClass(letter)}`, 'aria-hidden': 'true' }, words.slice(parts.slice(0, verb).map((p) => p.text).join('').length)), el('span', { class: 'vh' }, t('typing.go_on', { sentence: words })),
      el('button', { class: 'go-on-drop', type: 'button', test: 'go-on-drop', 'aria-label': t('typing.go_on_drop'), title: t('typing.go_on_drop'), onclick: () => (setPrior(null), offer(), input.focus({ preventScroll: true })) }, icon('close', 12)));
  }

  function paste(event) {
    const text = event.clipboardData?.getData('text') ?? '';
    if (linesIn(text).lines.length < 2) return;
    event.preventDefault();
    if (!room.acts.canEdit()) return list.show({ ask: room.acts.whyNot() });
    clear();
    panel.open(text);
  }

  function press(event) {
    const { key: pressed } = event, empty = !input.value, ctrl = event.ctrlKey || event.metaKey;
    if (event.isComposing) return undefined;
    const stop = () => (event.preventDefault(), event.stopPropagation());
    if (pressed === 'Escape' && (!list.node.hidden || input.value || prior)) {
      stop();
      if (!input.value) setPrior(null);
      clear();
      return undefined;
    }
    if (pressed === 'Escape' && !room.showMap && room.enterMap) return (stop(), room.enterMap()); // `/` comes back
    if (empty && pressed === 'Backspace' && prior) return (stop(), setPrior(null));
    if (empty && ctrl && ['z', 'y', 'Z'].includes(pressed)) return (stop(), pressed === 'z' ? room.acts.undo() : room.acts.redo());
    if (empty && pressed === '/') return stop();
    if (empty && pressed === '?') return (stop(), room.openKeys());
    if (pressed === 'Tab' && !event.shiftKey && !ctrl) {
      const row = list.chosen ?? list.rows[0];
      if (!row?.fill || empty) return undefined;
      stop();
      return row.fill();
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[pressed];
    if (!by || !list.rows.length) return undefined;
    event.preventDefault();
    return list.step(by);
  }

  /** On a phone the box goes to the top of its page, so that the keyboard leaves room for what is offered. */
  function rise() {
    if (room.showMap) requestAnimationFrame(() => box.scrollIntoView({ block: 'start' }));
  }

  const moved = () => (input.matches(':focus') && rise(), list.fit());
  globalThis.visualViewport?.addEventListener('resize', moved);
  setPrior(null);
  return {
    node: box,
    focus: () => input.focus(),
    show(state) {
      input.disabled = add.disabled = !state.ready;
      if (prior && !stands(state)) setPrior(null);
      else if (!prior) setPrior(null);
      if (ready || !state.ready) return;
      ready = true;
      if (!room.showMap && document.activeElement === document.body) input.focus({ preventScroll: true });
    },
    close() {
      list.stop();
      panel.close();
      globalThis.visualViewport?.removeEventListener('resize', moved);
    },
  };

  /** Whether the sentence is still what one is at: not taken back, and nothing else chosen since. */
  function stands({ map }) {
    const there = map.links.has(prior.link) || room.drafts.has(prior.link);
    return there && map.actors.has(prior.source) && (!room.selected || room.selected === prior.link);
  }

  function idsOf() {
    const made = new Map();
    return (name) => made.get(name) ?? (made.set(name, newId('x-')), made.get(name));
  }
}
