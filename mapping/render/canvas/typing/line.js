// Reads a typed line: a name, or a sentence "actor verb actor" in words or with arrows. Pure.
// Gives {as: 'nothing'}, {as: 'name', text, then?} (`then`: the verb that may be beginning), {as: 'practice', practice}, or
// {as: 'sentence', links: [{source, verb, target}], stage, practice, doubtful}, where source and target are typed texts
// (or {id} for what is continued) and verb is {is | ask | closed | unknown}. `stage` tells what is still to be typed:
// 'verb', 'target' or 'done'; the link at work is the last one. `glued` is the word that was taken apart into its verb
// and its target.
import { plain } from '../names.js';
import { glued } from './glued.js';
import { isName, isSure, readName, tidyName } from './name.js';
import { practiceIn, withoutPractice } from './practice.js';
import { OPENS, withoutLinking } from './small_words.js';
import { unread } from './unread.js';

const ARROW = /\s*(?:[-=–—]+>|→|⇒|➔|➜|›|»|>)\s*/gu;

/** Reads lines: with `verbs` (Verbs), what `readName` takes, and `prior` ({source: id, verb}), a sentence to go on with. */
export class Reader {
  constructor({ catalogue, actors, persons, verbs, scale, aliases = {}, prior = null, answers = null }) {
    Object.assign(this, { catalogue, actors, persons, verbs, scale, aliases, prior, answers });
    this.known = new Map();
  }

  /** The same for other actors on the map. */
  of(actors) {
    const { catalogue, persons, verbs, scale, aliases } = this;
    return new Reader({ catalogue, persons, verbs, scale, aliases, actors });
  }

  /** The language of the page: it decides no meaning, only what is offered first. */
  get language() {
    return this.verbs.language;
  }

  once(kind, text, make) {
    const at = `${kind} ${text}`;
    if (!this.known.has(at)) this.known.set(at, make());
    return this.known.get(at);
  }

  /** What a text means as a name by itself. */
  name(text) {
    return this.once('name', text, () => readName(text, this));
  }

  /** What a text means as an end of a link. */
  end(text) {
    return this.once('end', text, () => readName(text, { ...this.parts(), here: true }));
  }

  /** The same without a look for slips of the finger, which takes time. */
  sight(text) {
    return this.once('sight', text, () => readName(text, { ...this.parts(), here: true, slips: false }));
  }

  isName(text) {
    return this.once('is', text, () => isName(text, this));
  }

  parts() {
    const { catalogue, actors, persons, answers, language } = this;
    return { catalogue, actors, persons, answers, language };
  }

  read(text) {
    const line = tidyName(text), { prior, scale, aliases } = this;
    if (!line) return { as: 'nothing' };
    const open = /\s$/.test(text);
    if (this.isName(line)) {
      const more = continued(line, this);
      return more ? { ...more, line } : { as: 'name', text: line, ...(open ? { then: '' } : {}) };
    }
    const answer = prior && /^([:;,]|½|∅|\/\/)/.test(line) ? practiceIn(line.replace(/^[:;,]\s*/, ''), scale, aliases) : null;
    if (answer) return { as: 'practice', practice: answer };
    const [rest, practice] = withoutPractice(line, scale, aliases);
    const sentence = arrowed(rest, this) ?? spoken(rest, this);
    if (sentence && (sentence.stage === 'done' || sentence.arrow || !begins(line, this))) return { as: 'sentence', practice, line, ...sentence };
    const more = (begins(rest, this) ? null : unread(rest, this)) ?? (prior ? continued(rest, this) : null);
    if (more) return { ...more, practice, line };
    const then = beginsVerb(line, this, open);
    if (then === null) return { as: 'name', text: line };
    if (then.typed === '' || begins(line, this)) return { as: 'name', text: line, then: then.typed };
    return { as: 'sentence', practice: null, line, links: [{ source: then.source, verb: null, target: '' }], stage: 'verb', typed: then.typed };
  }
}

/** Whether a whole line is a name, or the beginning of one. */
function begins(line, reader) {
  const end = reader.sight(line);
  return isSure(end) || Boolean(end.begun);
}

/** A name alone goes on with the sentence before it. */
function continued(text, reader) {
  const { prior } = reader;
  const target = text.replace(/^\+\s*/, '');
  if (!prior || !target || reader.sight(target).have === prior.source) return null;
  return { as: 'sentence', stage: 'done', practice: null, continues: true, links: [{ source: { id: prior.source }, verb: { is: prior.verb }, target }] };
}

/** Whether a match is the end of something in angle brackets, and no arrow. */
const shuts = (line, { 0: text, index }) => text.trimEnd() === '>' && line.lastIndexOf('<', index) > line.lastIndexOf('>', index - 1);

/** The parts between arrows; a name of the map that holds an arrow stays whole. */
function partsOf(line, reader) {
  const cuts = [...line.matchAll(ARROW)].filter((m) => !shuts(line, m)).map((m) => [m.index, m.index + m[0].length]);
  if (!cuts.length) return null;
  const edges = [[0, 0], ...cuts, [line.length, line.length]];
  const parts = [];
  for (let from = 0; from < edges.length - 1;) {
    let to = edges.length - 1;
    while (to > from + 1 && !reader.isName(line.slice(edges[from][1], edges[to][0]))) to -= 1;
    parts.push(line.slice(edges[from][1], edges[to][0]));
    from = to;
  }
  return parts.length > 1 ? parts : null;
}

function arrowed(line, reader) {
  const parts = partsOf(line, reader), { verbs, prior } = reader;
  if (!parts || (!parts[0] && !prior)) return null;
  const begins = !parts[0];
  const first = begins ? null : tailVerb(parts[0], reader);
  const links = [];
  let source = begins ? { id: prior.source } : first?.source ?? parts[0];
  let verb = first?.verb ?? null;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i], last = i === parts.length - 1;
    if (!part) return last ? { links: [...links, { source, verb: verb ?? (begins && i === 1 ? { is: prior.verb } : null), target: '' }], stage: verb ? 'target' : 'verb', arrow: true, typed: '' } : null;
    const found = verb ? { target: part } : middle(part, last, reader);
    if (found.verb && !found.target) {
      verb = found.verb;
      if (last) return { links: [...links, { source, verb, target: '' }], stage: 'verb', arrow: true, typed: part };
      continue;
    }
    if (found.glued) return { links: [...links, { source, verb: found.verb, target: found.target }], stage: 'done', arrow: true, glued: part };
    const used = verb ?? found.verb ?? { is: begins && i === 1 ? prior.verb : verbs.ofButton() };
    const target = withoutLinking(found.target, reader);
    links.push({ source, verb: used, target });
    source = target;
    verb = null;
  }
  return { links, stage: 'done', arrow: true };
}

/** What stands after an arrow, where a verb or an actor may: {verb}, {target} or both. */
function middle(part, last, reader) {
  const { verbs } = reader;
  if (reader.isName(part)) return { target: part };
  const alone = verbs.alone(part), found = Boolean(alone.is || alone.ask || alone.closed);
  if (found && (alone.exact || !last)) return { verb: alone };
  const words = part.split(' '), begun = verbs.at(words.map(plain), 0);
  if (begun && begun.how !== 'noun' && begun.end < words.length) return { verb: begun, target: words.slice(begun.end).join(' ') };
  const apart = last ? glued(part, reader) : null;
  if (apart) return { ...apart, glued: true };
  if (isSure(reader.sight(part)) || (last && !found)) return { target: part };
  return { verb: found ? alone : { unknown: part } };
}

/** "congreso supervisa" before an arrow: its verb stands at the end. */
function tailVerb(part, reader) {
  if (reader.isName(part)) return null;
  const words = part.split(' '), folded = words.map(plain);
  for (let at = 1; at < words.length; at++) {
    const verb = reader.verbs.at(folded, at);
    if (verb && verb.end >= words.length && !OPENS.has(folded[at - 1])) return { source: words.slice(0, at).join(' '), verb };
  }
  return null;
}

/** A sentence in plain words. Its actor must be one that is known, else one word like a verb is only part of a name. */
function spoken(line, reader) {
  const words = line.split(' '), folded = words.map(plain);
  let best = null;
  for (let at = 1; at < words.length; at++) {
    const verb = at > 1 && OPENS.has(folded[at - 1]) ? null : reader.verbs.at(folded, at);
    if (!verb) continue;
    const source = words.slice(0, at).join(' '), target = withoutLinking(words.slice(verb.end).join(' '), reader);
    const from = weight(source, reader), to = target ? weight(target, reader) : 0;
    const rank = from + to - (verb.how === 'verb' ? 0 : 1) - at / 100;
    const holds = verb.scant ? from >= 2 && to >= 2 && (folded[at] === 'in' || !OPENS.has(folded[at])) : verb.how === 'verb' ? from >= 1 || to >= 2 : from >= 1 && (to >= 1 || (!target && verb.how === 'part'));
    if (holds && (!best || rank > best.rank)) best = { rank, source, verb, target, doubtful: from < 1, typed: words.slice(at).join(' ') };
  }
  if (!best) return null;
  const { source, verb, target, doubtful, typed } = best;
  if (target) return { links: [{ source, verb, target }], stage: 'done', doubtful };
  return { links: [{ source, verb, target }], stage: verb.how === 'part' ? 'verb' : 'target', typed: verb.how === 'part' ? typed : '' };
}

/** A known actor and what may be the beginning of a verb: {source, typed}, or null. */
function beginsVerb(line, reader, open) {
  if (open && isSure(reader.sight(line))) return { source: line, typed: '' };
  const words = line.split(' ');
  for (let at = words.length - 1; at > 0 && at >= words.length - 3; at--) {
    const source = words.slice(0, at).join(' '), typed = words.slice(at).join(' ');
    if (reader.isName(source) && reader.verbs.begun(typed).length) return { source, typed };
  }
  return null;
}

/** How surely a text is an actor: 3 known, 2 one of several or a person, 1 the beginning of several, 0 anything. */
function weight(text, reader) {
  const end = reader.sight(text);
  return isSure(end) ? 3 : end.ask || end.person ? 2 : end.begun ? 1 : 0;
}
