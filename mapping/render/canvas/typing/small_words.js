// The small words of a typed sentence: between a verb and a name, and inside names. Pure.
import { plain } from '../names.js';

export const LINKING = new Set(['a', 'al', 'la', 'el', 'los', 'las', 'con', 'en', 'de', 'del', 'contra', 'sobre', 'ante', 'to', 'the', 'with', 'of', 'on', 'against']);
export const OPENS = new Set(['que', 'quien', 'y', 'e', 'o', 'u', 'para', 'por', 'sin', 'that', 'which', 'who', 'and', 'or', 'for', 'by', 'from', 'in', 'no', 'not', ...LINKING]);

/** A target without the small words between verb and name: "a la policía" is "policía". */
export function withoutLinking(text, reader) {
  const words = text.split(' ');
  let at = 0;
  while (at < words.length - 1 && LINKING.has(plain(words[at])) && !reader.isName(words.slice(at).join(' '))) at += 1;
  return words.slice(at).join(' ');
}

/** Words of a verb without the small ones before the name. */
export function withoutEnd(words) {
  let to = words.length;
  while (to > 1 && LINKING.has(plain(words[to - 1]))) to -= 1;
  return words.slice(0, to);
}
