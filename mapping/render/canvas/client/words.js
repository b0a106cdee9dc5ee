// The words that a table writes beside its map, as this screen has them: what is stored, and its own on the way. Pure.

export const PARTS = ['partner', 'risk', 'first_step', 'progress']; // of an entry point

/** How many of its parts an entry point has. */
export const filledOf = (word) => PARTS.filter((name) => word.parts?.[name]).length;

/** What of a word is written by itself: {name: text}. */
export function fieldsOf(word) {
  const text = (word?.text ?? '').trim();
  return word?.kind === 'entry' ? { text, about: word.about ?? '', ...Object.fromEntries(PARTS.map((name) => [name, (word.parts?.[name] ?? '').trim()])) } : { text };
}

/** In which fields two writings of a word differ. */
export function differing(one, other) {
  const a = fieldsOf(one), b = fieldsOf(other);
  return Object.keys({ ...a, ...b }).filter((name) => (a[name] ?? '') !== (b[name] ?? ''));
}

/** One's own writing on top of somebody else's, both after `was`: {word, clash}. They clash where both wrote one field,
or where one takes out what the other wrote in. */
export function merged(was, mine, theirs) {
  if (mine.kind !== 'entry' || !mine.text) return { word: mine, clash: differing(mine, theirs).length > 0 };
  const own = differing(was, mine), other = differing(was, theirs), clash = own.some((name) => other.includes(name) && differing(mine, theirs).includes(name));
  const { text, about, ...parts } = { ...fieldsOf(theirs), ...Object.fromEntries(own.map((name) => [name, fieldsOf(mine)[name]])) };
  return { word: { ...mine, text, about, parts: Object.fromEntries(Object.entries(parts).filter(([, said]) => said)) }, clash };
}

/** What a writing's author saw: the writing of theirs that it follows, or what is stored. */
export function seenBy({ words, pending }, { id }) {
  const own = pending.findLast((p) => p.message.type === 'write' && p.message.word.id === id);
  if (!own) return words.get(id) ?? null;
  return own.sent || own.tried ? own.message.word : own.was?.word ?? null; // one that never left is replaced
}

/** Words by id, with what this screen has written and not yet heard of; none while the screens are covered. */
export function wordsOf({ words, pending, day }) {
  if (day?.hidden) return new Map();
  const out = new Map(words);
  for (const { message } of pending) if (message.type === 'write') out.set(message.word.id, { ...message.word, waits: true });
  return new Map([...out].filter(([, word]) => word.text));
}

/** How often a word will have been written when this screen's next writing of it arrives. */
export function revOf({ words, pending }, id) {
  const own = pending.findLast((p) => p.message.type === 'write' && p.message.word.id === id);
  if (!own) return words.get(id)?.rev ?? 0;
  return own.message.word.rev + (own.sent || own.tried ? 1 : 0); // one that never left is replaced
}

/** The messages that wait, without an earlier writing of the same word that never left. */
export const withoutEarlier = (pending, { word }) =>
  pending.filter((p) => p.message.type !== 'write' || p.message.word.id !== word.id || p.sent || p.tried);

/** What a refused writing becomes, and the word with it: sent again over a word that was taken out, or with what somebody
else wrote in other fields; nothing where both say the same; else an entry of the tray, one for each word. */
export function afterRefusal({ message, was }, theirs) {
  const { word } = message;
  if (!theirs) return { what: 'tray', word };
  if (!theirs.text) return { what: word.text ? 'again' : 'nothing', word };
  if (!differing(word, theirs).length) return { what: 'nothing', word };
  const both = merged(was?.word, word, theirs);
  if (both.clash) return { what: 'tray', word: both.word };
  return { what: differing(both.word, theirs).length ? 'again' : 'nothing', word: both.word };
}
