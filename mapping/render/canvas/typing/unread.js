// A sentence whose verb nobody knows. Pure.
import { plain } from '../names.js';
import { isSure } from './name.js';
import { LINKING, OPENS, withoutEnd, withoutLinking } from './small_words.js';

const DONE_TO = new Set(['a', 'al', 'contra', 'to', 'against']); // whom: of the small words those that seldom stand in a name
const BEFORE_VERB = new Set(['en', 'in', 'no', 'not']); // "en pugna con", "no obedece a"

/** A sentence of its own whose verb nobody knows: words between a name that is certain and whom they are done to. It is
`loose` where that one is not certain, for it may be one long name all the same. */
export function unread(line, reader) {
  const words = line.split(' '), sure = (text) => isSure(reader.sight(text));
  const named = (verb, text) => {
    const end = reader.sight(text);
    return isSure(end) || (/^\p{Ll}/u.test(verb[0]) && reader.name(line).own && Boolean(end.ask || isDoneTo(verb.map(plain))));
  };
  if (words.length < 3) return null;
  for (let from = words.length - 2; from > 0; from--) {
    const source = words.slice(0, from).join(' ');
    if (reader.catalogue.ignored.has(plain(words[from - 1])) || !(sure(source) || reader.isName(source))) continue; // "PMOP en pugna": "en" is the verb's
    for (let to = from + 1; to < words.length; to++) {
      const verb = words.slice(from, to), target = withoutLinking(words.slice(to).join(' '), reader);
      if (isOfName(verb) || !named(words.slice(from, words.length - target.split(' ').length), target)) continue;
      return { links: [{ source, verb: { unknown: withoutEnd(verb).join(' ') }, target }], as: 'sentence', stage: 'done', loose: !sure(target) };
    }
  }
  return null;
}

/** Whether words are like a verb with its "a": "zarandea a los", and no "especial de apoyo a". */
function isDoneTo(words) {
  const at = words.findIndex((word, i) => i && DONE_TO.has(word));
  return at > 0 && at < 3 && !words.slice(0, at).some((word) => OPENS.has(word));
}

/** Whether words between two names belong to one longer name: nothing but small words, or such as join names. */
function isOfName(words) {
  const [first, ...rest] = words.map(plain);
  return [first, ...rest].every((word) => LINKING.has(word)) || (OPENS.has(first) && !BEFORE_VERB.has(first));
}
