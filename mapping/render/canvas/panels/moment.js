// The map as it was: a second map over the present one, only to look at, and the way back to it as one new change.
import { difference } from '../client/optimistic.js';
import { newId } from '../client/ids.js';
import { el, icon } from '../dom.js';
import { timeText } from '../past.js';
import { asksInfluence } from '../screen.js';
import { MapView } from '../view/map_view.js';

const OF_THE_DAY = new Set(['step', 'freeze', 'snapshot']);
const STILL = '.tools, .insp, .legend, .words, .tabs, .tables, .foot'; // nothing else is to be worked on meanwhile
const AGAIN_MS = 400, BAR = 84, ROUND = 20; // px that the bar covers of the map at least, and the space round it

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const plain = (table) => Object.fromEntries(table);

/** `step(by)` goes to a neighbour, `list()` shows the list, `closed()` hears that the present is back. */
export function moment(room, { step, list, closed }) {
  const { t } = room;
  const title = el('b', { test: 'moment-was' }), holds = el('span', { class: 'soft', test: 'moment-holds' });
  const words = el('p', { class: 'moment-words', 'aria-live': 'polite' }, title, ' ', holds);
  const note = el('p', { class: 'moment-note', test: 'moment-note', role: 'status' });
  const tool = (test, name, label, onclick) => el('button', { class: 'btn quiet', type: 'button', test, 'aria-label': label, title: label, onclick }, icon(name));
  const before = tool('moment-before', 'left', t('past.moment.before'), () => step(1));
  const after = tool('moment-after', 'right', t('past.moment.after'), () => step(-1));
  const open = el('button', { class: 'btn quiet open-list', type: 'button', test: 'moment-list', onclick: () => list() }, t('past.moment.list'));
  const back = el('button', { class: 'btn first', type: 'button', test: 'moment-back', onclick: () => press() }, t('past.moment.back'));
  const shut = el('button', { class: 'btn', type: 'button', test: 'moment-close', onclick: () => close() }, t('past.moment.close'));
  const sure = el('button', { class: 'btn first', type: 'button', test: 'moment-sure', onclick: () => send(true) }, t('past.moment.sure'));
  const stay = el('button', { class: 'btn', type: 'button', test: 'moment-stay', onclick: () => ask(0) }, t('past.moment.stay'));
  const choice = el('div', { class: 'row moment-acts' }, open, back, shut), doubt = el('div', { class: 'row moment-acts', hidden: true }, sure, stay);
  const bar = el('div', { class: 'moment-bar' }, el('div', { class: 'row moment-steps' }, before, after), el('div', { class: 'grow' }, words, note), choice, doubt);
  const sheet = el('div', { class: 'map' });
  const node = el('section', { class: 'moment', test: 'moment', 'aria-label': t('past.moment.label'), hidden: true }, sheet, bar);
  let entry = null, about = null, view = null, seen = null, waiting = null, sent = null, newer = 0, timer;

  const stop = room.client.listen((state, was, event) => {
    if (!entry) return;
    if (event.type === 'moment') arrived(event);
    else if (event.type === 'snapshot') close(); // what may be seen has changed
    else if (event.type === 'effects') heard(event, state, was);
    else if (event.type === 'done' && event.change === sent) (sent = null), say(t('past.moment.same'));
    else if (event.type === 'refused') refused(event);
    else if (event.type === 'line') lost(event.name);
  });

  function heard(event, state, was) {
    if (event.change === sent) done();
    else if (state.seq !== was.seq && !OF_THE_DAY.has(event.op)) newer += 1;
  }

  function refused({ change, reason, since }) {
    if (change === null && waiting) timer = setTimeout(() => wish(true), AGAIN_MS);
    if (change !== sent || !sent) return;
    sent = null;
    if (reason === 'moved_on') return ask(since);
    const key = `past.moment.refused.${reason}`;
    say(t(t(key) === key ? 'past.moment.refused.other' : key));
  }

  function lost(name) {
    if (name === 'live') return waiting && wish(true);
    if (sent) (sent = null), say('');
    return undefined;
  }

  /** Ask the server for the moment that is wanted; while an answer is on its way, the last wish counts. */
  function wish(anew = false) {
    if (waiting && !anew) return;
    waiting = entry.seq;
    room.client.ask({ type: 'moment', seq: waiting });
  }

  function arrived({ seq, snapshot }) {
    if (seq !== waiting) return;
    waiting = null;
    if (seq !== entry.seq) return wish();
    const map = { actors: byId(snapshot.actors), links: byId(snapshot.links) };
    if (!view) begin();
    view.showUnrated = asksInfluence({ day: room.state.day, map });
    if (!seen) view.show({ actors: plain(map.actors), links: plain(map.links) });
    else {
      const { puts, drops } = difference(seen, map);
      view.patch({ actors: plain(byId(puts.actors)), links: plain(byId(puts.links)) }, drops);
    }
    if (!seen) look(map);
    seen = map;
    view.select(map.actors.has(about) || map.links.has(about) ? about : null);
    title.textContent = t('past.moment.was', { time: timeText(entry.at, t.language) });
    holds.textContent = t('past.moment.holds', { actors: t.count('past.moment.actors', map.actors.size), links: t.count('past.moment.links', [...map.links.values()].filter((link) => !link.proposed).length) });
    return undefined;
  }

  /** From where one looks at the present, so that what is the same stands where it stood; all of it where that cuts something off. */
  function look(map) {
    view.stretch(room.view.stretched);
    view.stage.look(room.view.stage.centre, room.view.stage.scale);
    view.camera.zoomed();
    const { x0, y0, x1, y1 } = view.stage.visible, edge = 24 / view.stage.scale, covers = covered() / view.stage.scale;
    const above = room.turnTo ? 0 : covers, below = room.turnTo ? covers : 0;
    const inSight = ({ x, y }) => x > x0 + edge && x < x1 - edge && y > y0 + above && y < y1 - below;
    if (![...map.actors.keys()].every((id) => inSight(view.map.actors[id]))) view.fit();
  }

  /** How much of the map the bar covers: two rows where there is no room for one. */
  const covered = () => Math.max(BAR, bar.offsetHeight + ROUND);

  function begin() {
    view = new MapView(sheet, { vocabulary: room.vocabulary, language: t.language, t, mode: 'read', theme: room.root.dataset.theme, inset: room.turnTo ? { bottom: covered() } : { top: covered() } });
  }

  function show(next, id) {
    const first = !entry;
    entry = next;
    about = id;
    ask(0);
    if (first) {
      newer = 0;
      node.hidden = false;
      room.turnTo?.('map');
      room.root.dataset.moment = '';
      still(true);
      document.addEventListener('keydown', keys, { capture: true });
      title.textContent = t('past.loading');
    }
    wish();
  }

  function still(on) {
    for (const part of room.root.querySelectorAll(STILL)) part.inert = on;
  }

  /** Arrows go to the moment before and after; no key reaches the map underneath. */
  function keys(event) {
    const target = event.composedPath()[0];
    if (target.closest?.('.past') || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key.toLowerCase() === 'z' || event.key.toLowerCase() === 'y') event.stopImmediatePropagation();
      return;
    }
    const does = { ArrowLeft: () => step(1), ArrowRight: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => close() }[event.key];
    if (does) event.preventDefault(), does();
    if (!['Tab', 'Enter', ' '].includes(event.key)) event.stopImmediatePropagation();
  }

  function press() {
    if (!ready()) return;
    newer ? ask(newer) : send(false);
  }

  const ready = () => room.client.line.state === 'live' && !room.state.pending.length && !sent;

  /** Say how much has come since, and ask once; 0 takes the question away. */
  function ask(since) {
    choice.hidden = since > 0;
    doubt.hidden = since === 0;
    say(since ? t.count('past.moment.since', since) : '');
    if (since) sure.focus();
  }

  function send(whatever) {
    sent = newId('c-');
    if (!room.client.ask({ type: 'back', id: sent, to: entry.seq, base: room.state.seq, sure: whatever })) sent = null;
    ask(0);
    say(sent ? t('past.moment.going') : '');
  }

  function done() {
    const time = timeText(entry.at, t.language);
    close();
    room.status?.tell(t('past.moment.done', { time }), { undo: true });
  }

  function say(text) {
    note.textContent = text || t(room.proposes ? 'past.moment.refused.not_allowed' : 'past.moment.look');
    follow();
  }

  /** Going back needs the server, and everything of one's own stored. */
  function follow() {
    if (!entry) return;
    back.disabled = !ready() || Boolean(room.state.day?.frozen);
    back.hidden = !room.edits || room.proposes; // who proposes goes on proposing
  }

  function close() {
    if (!entry) return;
    entry = about = seen = waiting = sent = null;
    clearTimeout(timer);
    node.hidden = true;
    view?.destroy();
    view = null;
    sheet.replaceChildren();
    delete room.root.dataset.moment;
    still(false);
    document.removeEventListener('keydown', keys, { capture: true });
    closed();
  }

  return {
    node,
    show,
    close,
    follow,
    get seq() {
      return entry?.seq ?? null;
    },
    /** The moment that is shown and what has come since, or null. */
    get held() {
      return entry && { entry, about, newer, sent, doubts: !doubt.hidden };
    },
    resume(held) {
      show(held.entry, held.about);
      ({ newer, sent } = held);
      if (held.doubts) ask(newer);
      else if (sent) say(t('past.moment.going'));
    },
    get view() {
      return view;
    },
    destroy() {
      stop();
      close();
    },
  };
}
