// The tray: what was not taken, why, and what can be done. Nothing typed is ever silently dropped.
import { el, icon, refill } from '../dom.js';
import { differing, fieldsOf } from '../client/words.js';
import { labelOf } from '../names.js';
import { sentence } from '../sentence.js';

/** What can be done with a refused message: decide each conflict, try again, or let it go. */
export function waysOut({ reason, refusals, message, theirs }) {
  if (message?.type === 'write') return theirs ? ['word'] : ['drop'];
  if (refusals.some((r) => r.reason === 'conflict')) return ['decide'];
  const again = message?.type === 'change' && ['frozen', 'too_large', 'too_many', 'in_use', 'not_allowed', 'sensitive'].includes(reason);
  return again && reason === 'frozen' ? ['again', 'drop'] : ['drop'];
}

export function tray(room) {
  const node = el('section', { class: 'tray', test: 'tray', 'aria-label': room.t('canvas.tray.label'), hidden: true });
  let drawn = null, drawnIn = '', count = 0;

  /** What an entry was about, in words. */
  function about(entry) {
    const { t, vocabulary } = room, change = entry.message?.change;
    if (entry.message?.type === 'write') return t(`pad.kind.${entry.message.word.kind}`, { n: entry.message.word.slot + 1 });
    if (!change) return t('canvas.tray.undo');
    const named = (id) => labelOf(room.state.map.actors.get(id) ?? entry.was?.[id], t.language) || '?';
    const names = { get: (id) => ({ name: named(id) }) };
    const say = (link) => sentence(link, names, vocabulary, t.language).map((p) => p.text).join('');
    if (change.op === 'link') return say(change.link);
    if (change.op === 'add') return labelOf(change.actor, t.language) || change.actor.name;
    const link = room.state.map.links.get(change.of) ?? (entry.was?.[change.of]?.source ? entry.was[change.of] : null);
    if (link) return say(link);
    if (change.of) return named(change.of);
    return t(`canvas.tray.op.${change.op}`);
  }

  function value(name, raw) {
    const { t, vocabulary } = room;
    if (raw === null || raw === undefined || raw === '') return t('canvas.tray.nothing');
    if (name === 'kind') return (vocabulary.link_kinds[raw] ?? vocabulary.actor_kinds[raw])?.label[t.language] ?? String(raw);
    const scale = vocabulary.scales[name];
    return scale?.find((c) => c.id === raw)?.label[t.language] ?? String(raw);
  }

  function conflict(entry, refusal) {
    const { t } = room;
    const choice = (which, raw, onclick) => el('button', { class: 'btn', type: 'button', test: `tray-${which}`, onclick },
      el('span', {}, t(`canvas.tray.${which}`)), el('b', {}, ` ${value(refusal.property, raw)}`));
    const known = `canvas.property.${refusal.property}`;
    const label = t(known) === known ? '' : t(known);
    return el('div', { class: 'conflict' }, label && el('p', { class: 'soft' }, label),
      el('div', { class: 'row' }, choice('yours', refusal.yours, () => room.client.insist(entry.key, refusal)), choice('theirs', refusal.theirs, () => room.client.settle(entry.key, refusal))));
  }

  /** What a word says that another writing of it does not. */
  function said(word, other) {
    const fields = fieldsOf(word), names = word.text ? differing(word, other).filter((name) => name !== 'about') : ['text'];
    return names.map((name) => (name === 'text' ? fields.text : `${room.t(`pad.entry.${name}`)}: ${fields[name] || room.t('canvas.tray.nothing')}`)).join(' · ');
  }

  /** Two texts of one word: which stays. */
  function twoTexts(entry) {
    const { t } = room, choice = (which, text, onclick) => el('button', { class: 'btn', type: 'button', test: `tray-${which}`, onclick }, el('span', {}, t(`canvas.tray.${which}`)), el('b', {}, ` ${text || t('canvas.tray.nothing')}`));
    return el('div', { class: 'conflict' }, el('div', { class: 'row' },
      choice('yours', said(entry.message.word, entry.theirs), () => room.client.overwrite(entry.key)), choice('theirs', said(entry.theirs, entry.message.word), () => room.client.dismiss(entry.key))));
  }

  /** What the person had typed, where it would be lost with the thing it was typed about. */
  function typedWords(entry) {
    const change = entry.message?.change ?? (entry.message?.type === 'write' ? { values: { note: Object.entries(fieldsOf(entry.message.word)).filter(([name, text]) => name !== 'about' && text).map(([, text]) => text).join(' · ') } } : null);
    const texts = Object.entries(change?.values ?? {}).filter(([name]) => ['note', 'name', 'territory', 'ground'].includes(name)).map(([, text]) => text);
    return texts.length ? el('p', { class: 'typed' }, texts.join(' · ')) : null;
  }

  function item(entry) {
    const { t } = room;
    const first = entry.refusals[0]?.reason;
    const reason = entry.reason === 'conflict' || !entry.reason ? first ?? 'conflict' : entry.reason;
    const key = `canvas.tray.reason.${reason}`;
    const words = t(key) === key ? t('canvas.tray.reason.other') : t(key);
    const ways = waysOut(entry);
    return el('li', { test: 'tray-item', 'data-reason': reason }, el('p', { class: 'about' }, el('b', {}, about(entry))), el('p', {}, ways.includes('decide') || ways.includes('word') ? `${words} ${t('canvas.tray.which')}` : words),
      ways.includes('word') ? twoTexts(entry) : null,
      ways.includes('decide') ? entry.refusals.filter((r) => r.reason === 'conflict').map((r) => conflict(entry, r)) : ways.includes('word') ? null : typedWords(entry),
      ways.includes('decide') || ways.includes('word') ? null : el('div', { class: 'row' },
        ways.includes('again') ? el('button', { class: 'btn', type: 'button', test: 'tray-again', disabled: Boolean(room.state.day?.frozen), onclick: () => room.client.retry(entry.key) }, t('canvas.tray.again')) : null,
        el('button', { class: 'btn quiet', type: 'button', test: 'tray-drop', onclick: () => room.client.dismiss(entry.key) }, t('canvas.tray.drop'))));
  }

  return {
    node,
    show(state) {
      const key = `${state.day?.frozen}${room.t.language}`;
      if (state.tray === drawn && drawnIn === key) return;
      drawn = state.tray;
      drawnIn = key;
      node.hidden = !state.tray.length;
      const more = state.tray.length > count;
      count = state.tray.length;
      const { t } = room;
      refill(node, el('h2', { class: 'cap row' }, icon('tray', 16), t.count('canvas.tray.title', state.tray.length)), el('ul', {}, [...state.tray].reverse().map(item)));
      if (more) node.scrollIntoView({ block: 'nearest' }); // a phone may be far down in its sentences
    },
  };
}
