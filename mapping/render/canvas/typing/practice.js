// The answer to "does it work?" at the end of a typed sentence: "…: a medias", "…, weak", "… ½". Pure.
import { plain } from '../names.js';

const SIGNS = { '½': 'weak', '1/2': 'weak', '//': 'blocked', '∅': 'missing', '…': 'not_said', '✓': 'works' };
const TAIL = /^(.*\S)\s*(?:[,:;]\s*([^,:;]+)|\(([^()]+)\)|\s(½|1\/2|\/\/|∅|✓))\s*$/u;

/** What a text says of whether something works: a choice's id, or null. `aliases` are {id: 'a, b'}; digits are the keys 1-6. */
export function practiceIn(text, scale, aliases = {}) {
  const typed = plain(text), bare = text.trim();
  if (SIGNS[bare] && scale.some((choice) => choice.id === SIGNS[bare])) return SIGNS[bare];
  if (/^[1-9]$/.test(bare)) return scale[Number(bare) - 1]?.id ?? null;
  if (!typed) return null;
  const said = scale.map(({ id, label }) => [id, [...Object.values(label), ...(aliases[id] ?? '').split(',')].map(plain).filter(Boolean)]);
  const exact = said.find(([, words]) => words.includes(typed));
  if (exact) return exact[0];
  const begun = typed.length > 2 ? said.filter(([, words]) => words.some((word) => word.startsWith(typed))) : [];
  return begun.length === 1 ? begun[0][0] : null;
}

/** A line and the answer at its end: [rest, id | null]. A comma inside a name is none of it. */
export function withoutPractice(line, scale, aliases) {
  const [, rest, after, inside, sign] = TAIL.exec(line) ?? [];
  const id = rest ? practiceIn(after ?? inside ?? sign, scale, aliases) : null;
  return id ? [rest, id] : [line, null];
}
