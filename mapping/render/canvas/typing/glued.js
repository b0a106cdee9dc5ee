// A verb and a name in one word after an arrow: "pn>remmp" is "pn > remite > mp". Pure.
import { key } from '../names.js';

const WORD = /^\p{Ll}[\p{L}\p{N}]*$/u; // a name of the group's own mostly begins with a capital
const SHORT = 4; // letters of a word whose name is a single one
const LEAST = 3; // letters of a verb, or of the beginning of a name, that nothing on the map speaks for

/** How a word is the beginning of a verb and then of a name: {verb, target}, or null.

A word that means something by itself is never taken apart. The part that names an actor decides: one of the map by its
whole name, then by a beginning, then several, then the catalogue's. Where that leaves one verb and one name the word
means them; where the verb may be of several kinds, or the word comes apart in two ways, the kind is asked. */
export function glued(word, reader) {
  if (!WORD.test(word) || reader.answers?.has(key(word)) || isKnown(word, reader)) return null;
  const found = [];
  for (let at = 1; at < word.length; at++) {
    const typed = word.slice(0, at), target = word.slice(at), verb = reader.verbs.alone(typed);
    const rank = verb.is || verb.ask ? rankOf(typed, target, reader) : null;
    if (rank !== null) found.push({ typed, target, verb, rank });
  }
  const least = Math.min(...found.map(({ rank }) => rank)), best = found.filter(({ rank }) => rank === least);
  if (!best.length) return null;
  const certain = best.filter(({ verb }) => verb.is), [{ typed, target, verb }] = certain.length ? certain : best;
  const one = certain.length === 1 && (least < TAKEN || typed.length >= LEAST) && least !== BEGUN;
  return { target, verb: one ? verb : { ask: verb.ask ?? [verb.is], typed } };
}

const NAMED = 0, MEANT = 1, SEVERAL = 2, TAKEN = 3, BEGUN = 4;

/** How well the rest of a word names an actor, 0 is best; null where it names none. */
function rankOf(typed, target, reader) {
  const end = reader.sight(target), long = typed.length > 1 && target.length > 1;
  if (target.length === 1 && typed.length + 1 > SHORT) return null;
  if (reader.answers?.has(key(target))) return NAMED;
  if (end.have) return reader.isName(target) ? NAMED : MEANT;
  if (!long) return null;
  if (severalHere(end, reader)) return SEVERAL;
  if (end.take && reader.isName(target)) return TAKEN;
  return target.length >= LEAST && (end.take || end.begun || end.ask) ? BEGUN : null;
}

/** Whether a word is, or begins, a verb or a name; what is only like a name may well be two words. */
function isKnown(word, reader) {
  const verb = reader.verbs.alone(word);
  return Boolean(verb.is || verb.ask || (verb.closed && verb.exact) || !reader.sight(word).own);
}

const severalHere = ({ begun, ask }, { actors }) => (begun ?? ask ?? []).filter((id) => actors.has(id)).length > 1;
