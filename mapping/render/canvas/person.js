// Does a typed name look like a person's? Organisations and roles go on a map, persons do not. Pure.
// The same rule as on the server (mapping/scenario/persons.py), with the lists that it sends.
import { plain } from './names.js';

const CONTACT = /\S+@\S+\.\S+|(?:\+?\d[\s().-]?){8,}/;
const INITIAL = /^\p{L}\./u;
const ES_PLURAL = /[lrndzj]es$/;

const singular = (word) => {
  if (word.length < 5 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return ES_PLURAL.test(word) && word.length > 5 ? word.slice(0, -2) : word.slice(0, -1);
};

/** Lists as sets: given, doubtful, surnames, titles, ranks, particles, saints, institution. */
export const personLists = (lists = {}) => Object.fromEntries(
  ['given', 'doubtful', 'surnames', 'titles', 'ranks', 'particles', 'saints', 'institution'].map((name) => [name, new Set(lists[name] ?? [])]),
);

/** Whether a text is written like a person's name, or holds a person's address or number. */
export function looksLikePerson(text, { given, doubtful, surnames, titles, ranks, particles, saints, institution }) {
  if (CONTACT.test(text)) return true;
  let words = plain(text).split(' ').filter(Boolean), titled = false, ranked = false;
  while (words.length && (titles.has(words[0]) || ranks.has(words[0]) || words[0] === 'el' || words[0] === 'la')) {
    titled ||= titles.has(words[0]);
    ranked ||= ranks.has(words[0]);
    words = words.slice(1);
  }
  if (words.length && saints.has(words[0])) return false;
  const names = words.filter((word) => !particles.has(word));
  if (!names.length || names.length > 5 || names.some((word) => /\d/.test(word))) return false;
  if (names.some((word) => (institution.has(word) || institution.has(singular(word))) && !surnames.has(word))) return false;
  if (titled || given.has(names[0])) return true;
  if (ranked && names.some((name) => given.has(name) || surnames.has(name))) return true;
  if (doubtful.has(names[0]) || INITIAL.test(text.trim())) return names.slice(1).some((name) => surnames.has(name));
  return surnames.has(names[0]) && names.slice(1).some((name) => given.has(name));
}
