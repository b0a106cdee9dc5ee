// What a chosen word makes of the line that is being typed. Pure.

const bare = (line) => line.replace(/\s+$/, '');

/** The line with a whole name where its last name, or what might have been a verb, is being typed. */
export function written(line, reading, name) {
  const text = bare(line), partly = reading.stage === 'verb' ? reading.typed : '';
  const target = reading.links?.at(-1).target ?? '';
  const at = partly ? text.length - partly.length : target ? text.toLowerCase().lastIndexOf(target.toLowerCase()) : -1;
  const after = at >= 0 && !partly ? text.slice(at + target.length) : ''; // an answer may stand there already
  return at >= 0 ? `${text.slice(0, at)}${reading.glued ? ' > ' : ''}${name}${after}` : `${text} ${name}`;
}

/** Where in a line that stands what a question is about: [from, to], or null. */
function spanOf(line, { text, slot }) {
  const folded = line.toLowerCase(), wanted = text?.toLowerCase();
  const at = wanted ? (slot === 'source' ? folded.indexOf(wanted) : folded.lastIndexOf(wanted)) : -1;
  return at < 0 ? null : [at, at + text.length];
}

/** The line with an answer in place of what a question is about; a verb joined to it is parted from it. */
export function withAnswer(line, question, name, glued = null) {
  const [from, to] = spanOf(line, question) ?? [0, 0];
  return to ? line.slice(0, from) + (glued && question.slot === 'target' ? ' > ' : '') + name + line.slice(to) : line;
}

/** The line with a whole verb in place of its beginning, ready for the next name. */
export function withVerb(line, reading, verb) {
  const text = bare(line), typed = (reading.as === 'name' ? reading.then : reading.typed) ?? '';
  const before = bare(text.slice(0, text.length - typed.length));
  return reading.arrow ? `${before.replace(/\s*(?:[-=–—]+>|[>→⇒➔➜›»])$/u, '')} > ${verb} > ` : `${before} ${verb} `;
}
