// A verb and a name in one word after an arrow: "pn>remmp" is "pn > remite > mp". Pure.
import { key } from '../names.js';

const WORD = /^\p{Ll}[\p{L}\p{N}]*$/u; // a name of the group's own mostly begins with a capital
const SHORT = 4; // letters of a word whose name is a single one

/** The one way in which a word is the beginning of a verb and then of a name on the map: {verb, target}, or null.

A word that means something by itself is never taken apart, nor one that comes apart in two ways. Where it does in one
way and its name may be one of several on the map, it is taken apart so that this is asked. */
export function glued(word, reader) {
  if (!WORD.test(word) || reader.answers?.has(key(word)) || isKnown(word, reader)) return null;
  const sure = new Map(), open = new Map();
  for (let at = 1; at < word.length; at++) {
    const target = word.slice(at), end = reader.sight(target), verb = reader.verbs.alone(word.slice(0, at));
    const known = end.have || reader.answers?.has(key(target));
    if (target.length === 1 && word.length > SHORT) continue;
    if (verb.is && known) sure.set(`${verb.is.id} ${end.have ?? target}`, { verb, target });
    else if (at > 1 && target.length > 1 && verb.is && severalHere(end, reader)) open.set(target, { verb, target });
  }
  const found = sure.size ? sure : open;
  return found.size === 1 ? [...found.values()][0] : null;
}

/** Whether a word is, or begins, a verb or a name, or may be a slip of one. */
function isKnown(word, reader) {
  const verb = reader.verbs.alone(word), end = reader.end(word);
  return Boolean(verb.is || verb.ask || (verb.closed && verb.exact) || !end.own);
}

const severalHere = ({ begun, ask }, { actors }) => (begun ?? ask ?? []).filter((id) => actors.has(id)).length > 1;
