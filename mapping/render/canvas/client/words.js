// The words that a table writes beside its map, as this screen has them: what is stored, and its own on the way. Pure.

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

/** What a refused writing becomes: sent again over a word that was taken out, nothing where both say the same, else an
entry of the tray, one for each word. */
export function afterRefusal({ message }, theirs) {
  if (!theirs) return 'tray';
  if (!theirs.text) return message.word.text ? 'again' : 'nothing';
  return theirs.text === message.word.text.trim() ? 'nothing' : 'tray';
}
