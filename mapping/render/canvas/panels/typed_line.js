// The line being typed: what it says now, what has been answered about it, and the rows that go with it as words.
import { familyClass, letterBadge } from '../dom.js';
import { key, labelOf } from '../names.js';
import { Reader } from '../typing/line.js';
import { idUntil } from '../typing/pasted.js';
import { planOf } from '../typing/plan.js';
import { notesOf, ownOf, sentencesOf } from '../typing/preview.js';
import { Verbs } from '../typing/verbs.js';

const SOME = 3; // letters from which it is said that several names begin so

export class TypedLine {
  constructor(room) {
    this.room = room;
    this.aliases = Object.fromEntries(room.vocabulary.scales.practice.map(({ id }) => [id, room.t(`typing.practice.${id}`)]));
    this.forget();
  }

  /** What was answered holds for one line. */
  forget() {
    this.answers = new Map();
    this.verb = null; // {link, choice}: the verb chosen for a link of the line
  }

  get language() {
    return this.room.t.language;
  }

  /** The verbs that are open now; what a drag draws comes first. */
  get verbs() {
    const { room } = this, { button, variant, vocabulary } = room, sensitive = Boolean(room.state.day?.sensitive);
    const of = JSON.stringify([sensitive, button?.id, button?.kinds, variant]);
    if (of !== this.verbsOf) (this.made = new Verbs(vocabulary, { sensitive, language: this.language, button, variant })), (this.verbsOf = of);
    return this.made;
  }

  reader(prior = null) {
    const { room, verbs, aliases, answers } = this;
    return new Reader({ catalogue: room.catalogue, actors: room.state.map.actors, persons: room.editor.persons, verbs, scale: room.vocabulary.scales.practice, aliases, prior, answers });
  }

  /** What a text says now: {reading, reader, plan}. */
  read(text, prior) {
    const reader = this.reader(prior), reading = reader.read(text), { verb } = this;
    if (verb && reading.links?.[verb.link]) reading.links[verb.link].verb = { is: verb.choice };
    return { reading, reader, plan: reading.as === 'sentence' ? this.plan(reading, reader) : null };
  }

  plan(reading, reader, idOf = idUntil) {
    const { vocabulary, catalogue, state } = this.room;
    return planOf(reading, reader, { vocabulary, catalogue, map: state.map, language: this.language, idOf });
  }

  /** The name that an actor of the map or of the catalogue is shown by. */
  label(id) {
    const { state, catalogue } = this.room;
    return labelOf(state.map.actors.get(id) ?? catalogue.actor(id, this.language), this.language);
  }

  /** What Enter will do, in words: {sentences, notes, text, does}; `does` where it does it at once; null where it asks. */
  will({ reading, reader, plan }) {
    const { t, vocabulary } = this.room;
    if (plan) {
      const fresh = this.unasked(plan), clear = reading.stage === 'done' && !reading.doubtful && !plan.question;
      return { sentences: sentencesOf(plan, vocabulary, t.language), notes: notesOf(plan, vocabulary, t), text: clear ? this.newActors(plan) : '', does: clear && !fresh.length };
    }
    if (reading.as !== 'name') return null;
    const { have, take, own } = reader.name(reading.text);
    const text = have ? t('typing.will_show', { name: this.label(have) }) : take ? t('typing.will_add', { name: this.label(take) }) : own ? t('typing.will_own', { name: own }) : '';
    return text ? { sentences: [], notes: [], text, does: true } : null;
  }

  /** The names of new actors that a sentence would make and nobody has asked for: one press does not make them. */
  unasked(plan) {
    return ownOf(plan).filter((name) => !this.answers.get(key(name))?.own);
  }

  /** Which new actors a sentence makes, in words; nothing where it makes none. */
  newActors(plan) {
    const names = ownOf(plan);
    return names.length ? this.room.t('typing.as_own', { name: names.map((name) => `«${name}»`).join(', ') }) : '';
  }

  /** What Enter will ask, said beforehand; nothing where it does what is said. */
  asks({ reading, reader, plan }) {
    const { t } = this.room;
    if (reading.doubtful) return t('typing.doubt');
    if (reading.loose && plan.question?.slot === 'verb') return t('typing.verb_or_name', { text: plan.question.text });
    if (reading.stage === 'target') return t('typing.whom');
    const question = plan ? (reading.stage === 'done' ? plan.question : null) : reading.as === 'name' ? { text: reading.text, meaning: reader.name(reading.text) } : null;
    const { text, meaning } = question ?? {};
    if (meaning?.ask) return plan ? (question.slot === 'verb' ? (text ? t('typing.verb_of', { text }) : t('typing.verb')) : t('typing.which_of', { text })) : t('canvas.typebox.which');
    return meaning?.begun && text.length >= SOME ? t(plan ? 'typing.begun_of' : 'typing.begun', { text }) : '';
  }

  /** That Enter will add a name as the group's own. */
  willOwn(name) {
    return { sentences: [], notes: [], text: this.room.t('typing.will_own', { name }), does: true };
  }

  /** A row of `rowsOf` or `answersTo` as it is shown: {test, name, other, badge?, hue?, own?}. */
  shown(row, now) {
    const { t, catalogue, state, vocabulary } = this.room;
    switch (row.as) {
      case 'actor': {
        const name = this.label(row.id), full = catalogue.rows.has(row.id) ? catalogue.fullName(row.id, t.language) : '';
        const other = state.map.actors.has(row.id) ? t('canvas.typebox.have_short') : [row.alias ? row.written : '', full, row.written].find((text) => text && text !== name) ?? '';
        return { test: `option-${row.id}`, name, other };
      }
      case 'verb':
        return { test: `option-verb-${row.choice.family ?? row.choice.id}`, name: this.verbs.word(row.choice), badge: letterBadge(row.choice.letter), hue: `verb ${familyClass(row.choice.letter)}` };
      case 'own':
        return row.person ? { test: 'person-add', own: true, name: t('canvas.typebox.person_yes', { name: row.name }) } : { test: 'option-own', own: true, name: t('canvas.typebox.own', { name: row.name }) };
      case 'only':
        return { test: 'option-only', own: true, name: t('typing.only', { name: row.id ? this.label(row.id) : row.name }) };
      case 'no':
        return { test: 'person-cancel', name: t('canvas.typebox.person_no') };
      default:
        return { test: 'option-sentence', name: sentencesOf(now.plan, vocabulary, t.language)[0].parts.map((part) => part.text).join('') };
    }
  }
}
