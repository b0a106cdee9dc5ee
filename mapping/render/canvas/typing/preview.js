// What Enter will do, in words: parts {text, as} as in sentence.js, and notes. Pure.
import { labelOf } from '../names.js';
import { practiceLabel, sentence } from '../sentence.js';

/** Sentences of a plan: [{parts, letter}]; an end that is still open stands as typed, one that is missing as "…". */
export function sentencesOf(plan, vocabulary, language) {
  return plan.links.map(({ source, target, kind, choice }) => {
    const name = (id) => labelOf(plan.known.get(id), language);
    if (!kind) return { parts: [{ text: name(source), as: 'actor' }, { text: ' … ', as: null }, { text: name(target), as: 'actor' }], letter: null };
    const letter = choice?.letter ?? vocabulary.families[vocabulary.link_kinds[kind].family].letter;
    return { parts: sentence({ source, target, kind }, plan.known, vocabulary, language), letter };
  });
}

/** The names of the actors of the group's own that a plan makes. */
export const ownOf = (plan) => plan.actors.filter((actor) => !actor.catalogue).map(({ name }) => name);

/** What comes with it: answers, and how many actors are added. */
export function notesOf(plan, vocabulary, t) {
  const notes = plan.links.filter((link) => link.practice).map((link) => `${t('canvas.works')} ${practiceLabel(link, vocabulary, t.language)}`); // "yes" alone answers nothing
  if (!plan.question && plan.links.length && plan.links.every((link) => link.there)) notes.push(t('typing.there'));
  else if (plan.actors.length) notes.push(t.count('typing.adds', plan.actors.length));
  return notes;
}

/** The whole preview as one text, for those who listen. */
export const previewText = (sentences, notes) => [...sentences.map(({ parts }) => parts.map((p) => p.text).join('')), ...notes].join(' · ');
