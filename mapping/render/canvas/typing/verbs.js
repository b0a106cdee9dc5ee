// The verbs that a typed sentence may have: of all link kinds, in both languages, from the vocabulary. Pure.
// A choice is {id, kinds, letter, closed}: one kind, a family's kinds, or the oversight kinds, which are one verb until
// somebody corrects what the overseer proposes.
import { kindsInOrder } from '../kinds.js';
import { plain, typos } from '../names.js';

const ENDS = new Set(['a', 'al', 'con', 'en', 'de', 'del', 'to', 'with', 'of', 'on', 'ante', 'sobre', 'contra', 'against']);
const ALONE_NOTHING = new Set(['is', 'se', 'es', 'esta', 'da', 'tiene', 'has', 'a', 'the', 'en', 'con']); // no verb by themselves
const LEAST = 3; // letters from which the beginning of a verb is understood between two names,
const SCANT = 2; // and where both names are certain
const MOST_WORDS = 6;

/** Whether a typed word is a verb's word: also in the plural, as an infinitive, or without the English s. */
export const inflected = (typed, word) =>
  typed === word || typed === `${word}n` || typed === `${word}r` || typed === `${word}s` || `${typed}s` === word || `${typed}es` === word;

/** Whether the first word of a longer verb says too little: "in" of "in dispute with" begins others as well. */
const scarce = (word) => word.length < LEAST && !ALONE_NOTHING.has(word);

const headOf = (words) => {
  let n = words.length;
  while (n > 1 && ENDS.has(words[n - 1])) n -= 1;
  return n;
};
const unique = (choices) => [...new Set(choices)];

export class Verbs {
  /** `sensitive`: whether closed kinds are open; `button` ({kinds}) and `variant`: what a drag draws now. */
  constructor(vocabulary, { sensitive = false, language = 'es', button = null, variant = null } = {}) {
    Object.assign(this, { vocabulary, language, button, variant });
    const open = new Set(kindsInOrder(vocabulary, sensitive));
    this.choices = new Map();
    this.phrases = [];
    this.families = new Map(Object.keys(vocabulary.families).map((id) => [id, this.family(id, open)]));
    for (const id of kindsInOrder(vocabulary, true)) {
      const kind = vocabulary.link_kinds[id], closed = !open.has(id);
      const own = this.choice(id, { kinds: [id], letter: vocabulary.families[kind.family].letter, closed });
      const said = kind.family === 'oversight' ? this.families.get(kind.family) : own;
      for (const [lang, verb] of Object.entries(kind.verb)) this.add(verb, said, lang);
      for (const word of kind.words ?? []) this.add(word, said);
      for (const label of Object.values(kind.label)) this.add(label, own, null, true);
    }
    for (const [id, family] of Object.entries(vocabulary.families)) {
      const choice = this.families.get(id);
      if (!choice) continue;
      for (const word of family.words ?? []) this.add(word, choice);
      for (const label of Object.values(family.label)) this.add(label, choice, null, true);
    }
  }

  choice(id, values) {
    if (!this.choices.has(id)) this.choices.set(id, { id, ...values });
    return this.choices.get(id);
  }

  /** A family as a choice; a family of one open kind is that kind. */
  family(id, open) {
    const all = kindsInOrder(this.vocabulary, true).filter((kind) => this.vocabulary.link_kinds[kind].family === id);
    if (!all.length) return null;
    const kinds = all.filter((kind) => open.has(kind)), { letter } = this.vocabulary.families[id];
    if (id !== 'oversight' && kinds.length === 1) return this.choice(kinds[0], { kinds, letter, closed: false });
    return this.choice(`family:${id}`, { kinds: kinds.length ? kinds : all, letter, closed: !kinds.length, family: id });
  }

  add(text, choice, language = null, noun = false) {
    const words = plain(text).split(' ');
    if (choice && words[0] && !this.phrases.some((p) => p.choice === choice && p.words.join(' ') === words.join(' '))) {
      this.phrases.push({ words, head: headOf(words), choice, language, noun });
    }
  }

  /** What found choices come to: {is}, {ask} or {closed}; a family is what a drag draws, else its kinds are asked for. */
  settle(found) {
    let choices = unique(found);
    if (!choices.length) return {};
    const closed = choices.find((choice) => choice.closed);
    if (choices.every((choice) => choice.closed)) return { closed };
    choices = unique(choices.filter((choice) => !choice.closed).flatMap((choice) => this.meant(choice)));
    return choices.length === 1 ? { is: choices[0] } : { ask: choices };
  }

  meant(choice) {
    if (!choice.family || choice.family === 'oversight') return [choice];
    if (this.button?.kinds.every((kind) => choice.kinds.includes(kind))) return [this.ofButton()];
    return choice.kinds.map((kind) => this.choices.get(kind));
  }

  /** What a drag draws, as a choice. */
  ofButton() {
    const { button, variant, vocabulary } = this;
    if (!button) return null;
    const kinds = variant ? [variant] : button.kinds;
    if (!variant && vocabulary.link_kinds[kinds[0]].family === 'oversight') return this.families.get('oversight');
    return this.choices.get(kinds[0]) ?? null;
  }

  /** What stands alone between two arrows: a verb, the beginning of one, a noun for it, a family's letter. */
  alone(text) {
    const typed = plain(text), { families } = this.vocabulary;
    const family = Object.keys(families).find((id) => families[id].letter === text.trim().toUpperCase());
    const lettered = family && this.families.get(family) ? { ...this.settle([this.families.get(family)]), exact: true } : {};
    if (lettered.is || lettered.closed) return lettered;
    if (!typed) return lettered;
    const words = typed.split(' '), pick = (test) => this.phrases.filter(test).map((p) => p.choice);
    const whole = (p) => p.words.join(' ') === typed || (p.head === words.length && words.every((word, i) => (i ? word === p.words[i] : inflected(word, p.words[i]))));
    const begins = (p) => p.words.join(' ').startsWith(typed);
    for (const [test, exact] of [
      [(p) => p.language === this.language && whole(p), true], [whole, true],
      [(p) => p.language === this.language && begins(p), false], [(p) => !p.noun && begins(p), false], [begins, false],
    ]) {
      const found = pick(test);
      if (found.length) return { ...this.settle(found), exact };
    }
    return lettered;
  }

  /** Verbs of which `typed` may be a slip or a part, for a question: choices, likely ones first. */
  near(typed) {
    const word = plain(typed).split(' ')[0];
    return unique(this.phrases.filter((p) => !p.choice.closed && !p.noun && word.length > 3 && typos(word, p.words[0], 2) <= 2).flatMap((p) => this.meant(p.choice)));
  }

  /** The verb at word `at` of a sentence: {end, how: 'verb' | 'noun' | 'part', is | ask | closed, scant}, or null. A
  `scant` beginning is a verb only between two names that are certain. */
  at(words, at) {
    let best = null;
    for (const p of this.phrases) {
      const rest = words.slice(at, at + MOST_WORDS);
      if (!inflected(rest[0] ?? '', p.words[0])) continue;
      let n = 1;
      while (n < p.words.length && rest[n] === p.words[n]) n += 1;
      if (n < p.head && p.noun) continue;
      const whole = n >= p.head;
      if (!whole && (ALONE_NOTHING.has(p.words[0]) && n < 2)) continue;
      const rank = whole ? 100 + n : n;
      if (!best || rank > best.rank) best = { rank, n, whole, noun: p.noun, found: [p.choice] };
      else if (rank === best.rank) (best.found.push(p.choice), (best.noun &&= p.noun));
    }
    if (best && !(best.n < 2 && !best.whole && scarce(words[at]))) {
      const settled = this.settle(best.found);
      if (!best.whole && settled.ask) return null; // "tiene" alone may be anything
      return { end: at + best.n, how: best.noun ? 'noun' : 'verb', ...settled };
    }
    const typed = words[at] ?? '';
    if (typed.length < SCANT || ALONE_NOTHING.has(typed)) return null;
    const begun = this.alone(typed);
    return (begun.is || begun.ask) && !begun.exact ? { end: at + 1, how: 'part', scant: typed.length < LEAST || !begun.is, typed, ...begun } : null;
  }

  /** Choices that a text may become, for completion: what a drag draws first, then in the order of the vocabulary. */
  begun(text) {
    const typed = plain(text), { link_kinds: all } = this.vocabulary, now = this.ofButton();
    const offered = [...this.choices.values()].filter((c) => !c.closed && (c.family === 'oversight' || (!c.family && all[c.id].family !== 'oversight')));
    const order = (choice) => (choice === now ? -1 : all[choice.kinds[0]].order);
    offered.sort((a, b) => order(a) - order(b));
    if (!typed) return offered;
    const begins = (p) => p.words.join(' ').startsWith(typed) || (typed.length > 2 && p.words.some((word, i) => i && i < p.head && word.startsWith(typed)));
    const fits = new Set(this.phrases.filter((p) => !p.choice.closed && begins(p)).flatMap((p) => this.candidates(p.choice)));
    return offered.filter((choice) => fits.has(choice));
  }

  candidates(choice) {
    return !choice.family || choice.family === 'oversight' ? [choice] : choice.kinds.map((kind) => this.choices.get(kind));
  }

  /** The verb of a choice in a language; of a choice of several kinds the first one's. */
  word(choice, language = this.language) {
    return this.vocabulary.link_kinds[choice.kinds[0]].verb[language];
  }
}
