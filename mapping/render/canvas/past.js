// The past in words: what a recorded change did, who did it, and what belongs together in a list. Pure.
import { labelOf } from './names.js';
import { sentenceText } from './sentence.js';

const HEADINGS = new Set(['step', 'snapshot', 'freeze']);

/** The time of day of a moment; with its day where that is another one than today. */
export function timeText(at, language, now = Date.now()) {
  const when = new Date(at * 1000), today = new Date(now);
  const time = when.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
  if (when.toDateString() === today.toDateString()) return time;
  return `${when.toLocaleDateString(language, { day: 'numeric', month: 'short' })}, ${time}`;
}

/** Who made a change: "Usted", "Pantalla 3", "Quien facilita". */
export function whoText({ by, number }, me, t) {
  if (by === me) return t('past.you');
  return number ? t('canvas.people.screen', { n: number }) : t('canvas.people.facilitator');
}

/** Whether an entry stands as a heading between the changes: a step, a kept version, a pause, the beginning. */
export const isHeading = (entry) => HEADINGS.has(entry.op) || (entry.op === 'frame' && entry.seq === 1);

/** A heading in words. */
export function headingText(entry, t) {
  const title = entry.title?.[t.language] ?? entry.label ?? entry.step ?? '';
  if (entry.op === 'step') return t('past.step', { title });
  if (entry.op === 'snapshot') return t(entry.title ? 'past.kept_end' : 'past.kept', { title });
  if (entry.op === 'freeze') return t(entry.on ? 'past.paused' : 'past.goes_on');
  return t('past.opened');
}

/** The actor or link that a part of an entry is about, in words. */
export function partText(part, { t, vocabulary }) {
  if (part.actor) return labelOf(part.actor, t.language);
  const ends = { get: (id) => part.ends.find((end) => end.id === id) };
  return sentenceText(part.link, ends, vocabulary, t.language);
}

/** What an entry did, without who: "dibujó: Congreso supervisa a la Policía". */
export function didText(entry, { t, vocabulary }, now) {
  const { op, parts, count } = entry;
  if (op === 'frame' || op === 'redact') return t(`past.did.${op}`);
  if (entry.label === 'back' && op === 'batch') {
    return t('past.did.back', { time: entry.to_at ? timeText(entry.to_at, t.language, now) : `#${entry.to}` });
  }
  const shown = parts.map((part) => partText(part, { t, vocabulary }));
  const what = (count > shown.length ? [...shown, '…'] : shown).join(shown.length > 1 && parts[0]?.link ? '; ' : ', ');
  const did = () => {
    if (op === 'move') return entry.times > 1 ? t('past.did.moved_often', { n: entry.times }) : t.count('past.did.moved', count, { what });
    if (op === 'merge') return t('past.did.merged', { what });
    if (!entry.alike) return t('past.did.several', { n: count, what });
    const { verb, link } = parts[0];
    if (link && count === 1 && verb === 'added' && link.proposed) return t('past.did.proposed', { what });
    if (link && count === 1 && entry.values?.proposed === false) return t('past.did.taken', { what });
    if (verb === 'changed') {
      const values = valuesText(entry, { t, vocabulary });
      if (link) return t(values ? 'past.did.changed_link_to' : 'past.did.changed_link', { what, values });
      return t(values ? 'past.did.changed_to' : 'past.did.changed', { what, values });
    }
    const key = link ? { added: 'linked', removed: 'unlinked' }[verb] : verb;
    return t(`past.did.${count > 1 ? `${key}_many` : key}`, { what, n: count });
  };
  return op === 'undo' || op === 'redo' ? t(`past.did.${op}`, { did: did() }) : did();
}

/** The values that a `set` gave, as far as they are no free text: "Influencia 3". */
function valuesText({ values = {} }, { t, vocabulary }) {
  const named = Object.entries(values).filter(([name]) => known(name, t));
  return named.map(([name, value]) => [t(`canvas.property.${name}`), valueText(name, value, { t, vocabulary })].filter(Boolean).join(' ')).join(', ');
}

const known = (name, t) => t(`canvas.property.${name}`) !== `canvas.property.${name}`;
const FREE = new Set(['name', 'note', 'source', 'target']);

function valueText(name, value, { t, vocabulary }) {
  if (FREE.has(name)) return '';
  if (value === null || value === undefined) return t('past.nothing');
  if (value === true || value === false) return t(value ? 'past.is_on' : 'past.is_off');
  const label = (id) => vocabulary.scales[name]?.find((choice) => choice.id === id)?.label[t.language] ?? String(id);
  if (Array.isArray(value)) return value.map(label).join(', ') || t('past.nothing');
  if (name === 'kind') return (vocabulary.link_kinds[value] ?? vocabulary.actor_kinds[value])?.label?.[t.language] ?? '';
  return label(value);
}

const idOf = (part) => part?.link?.id ?? part?.actor?.id ?? null;

/** What an entry is about, for the map: an id, or null. */
export const aboutId = (entry) => (entry.count ? idOf(entry.parts[0]) : null);

/** Whether an older entry says the same as a newer one, done a moment before: moves, and one field set again. */
function same(newer, older) {
  if (newer.by !== older.by || newer.op !== older.op) return false;
  if (newer.op === 'move') return true;
  if (newer.op !== 'set' || aboutId(newer) !== aboutId(older)) return false;
  return Object.keys(newer.values).join() === Object.keys(older.values).join();
}

/** Entries, newest first, with one row for what one person did over and over: the newest, with how many `times`. */
export function folded(entries) {
  const rows = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    if (last && same(last, entry)) rows[rows.length - 1] = { ...last, times: last.times + 1, first: entry.seq };
    else rows.push({ ...entry, times: 1, first: entry.seq });
  }
  return rows;
}

/** Entries joined by number, newest first, each once. */
export function joined(one, other) {
  const all = new Map([...one, ...other].map((entry) => [entry.seq, entry]));
  return [...all.values()].sort((a, b) => b.seq - a.seq);
}
