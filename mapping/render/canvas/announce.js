// What the others do, said to screen readers: briefly, and never in a flood.
import { isOrder } from './arranging.js';
import { labelOf } from './names.js';
import { sentenceText } from './sentence.js';

const WAIT_MS = 1200, MANY = 3; // more things than that in one change are counted
const PLACE = new Set(['x', 'y', 'pinned']);

/** Whether a change did no more than give actors other places. */
function onlyMoved({ put, drop }, before) {
  if (put.links.length || drop.actors.length || drop.links.length || !put.actors.length) return false;
  return put.actors.every((actor) => {
    const was = before.map.actors.get(actor.id);
    return was && Object.keys({ ...was, ...actor }).every((name) => PLACE.has(name) || JSON.stringify(was[name]) === JSON.stringify(actor[name]));
  });
}

/** The actor or link to bring into sight for a change: one that is still there, or null. */
export function touched({ put }, state) {
  const rows = [...put.links, ...put.actors];
  return rows.find((row) => state.map.links.has(row.id) || state.map.actors.has(row.id))?.id ?? null;
}

/** One change of somebody else in words, or '' for what needs none (moves). */
export function spoken(event, before, { t, vocabulary }) {
  const name = (id) => labelOf(before.map.actors.get(id), t.language);
  const values = { who: event.number ? t('canvas.people.screen', { n: event.number }) : t('canvas.people.facilitator') };
  const { put, drop, op } = event;
  const actors = { get: (id) => put.actors.find((a) => a.id === id) ?? before.map.actors.get(id) };
  if (isOrder(event)) return t('arrange.says', values);
  if (op === 'move' || onlyMoved(event, before)) return '';
  if (event.label === 'back') return t('past.live.back', values);
  const all = put.actors.length + put.links.length + drop.actors.length;
  if (all > MANY) return t.count('past.live.several', all, values);
  if (drop.actors.length) return t('canvas.says.removed', { ...values, what: drop.actors.map(name).filter(Boolean).join(', ') });
  if (drop.links.length) return t.count('canvas.says.unlinked', drop.links.length, values);
  const link = put.links[0];
  const was = link && before.map.links.get(link.id);
  if (link && (was ? was.proposed && !link.proposed : link.proposed)) return t(`proposals.says.${was ? 'taken' : event.label === 'undo' ? 'back' : 'proposed'}`, { ...values, what: sentenceText(link, actors, vocabulary, t.language) });
  if (link) return t(before.map.links.has(link.id) ? 'canvas.says.changed' : 'canvas.says.linked', { ...values, what: sentenceText(link, actors, vocabulary, t.language) });
  const actor = put.actors[0];
  if (actor) return t(before.map.actors.has(actor.id) ? 'canvas.says.changed' : 'canvas.says.added', { ...values, what: labelOf(actor, t.language) });
  return '';
}

/** A live region that says what `say` gives it, joined; more than three at once are counted. */
export class Announcer {
  constructor(node, t) {
    Object.assign(this, { node, t, waiting: [] });
  }

  say(text) {
    if (!text) return;
    this.waiting.push(text);
    this.timer ??= setTimeout(() => this.speak(), WAIT_MS);
  }

  speak() {
    this.timer = null;
    const texts = this.waiting.splice(0);
    this.node.textContent = texts.length > 3 ? this.t.count('canvas.says.several', texts.length) : texts.join(' ');
  }

  close() {
    clearTimeout(this.timer);
  }
}
