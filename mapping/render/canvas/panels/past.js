// The history of the map: its changes newest first, in words; choosing one shows the map as it was then.
import { el, icon } from '../dom.js';
import { aboutId, didText, folded, headingText, isHeading, joined, timeText, whoText } from '../past.js';
import { moment } from './moment.js';

const PAGE = 60, NEWEST = 30, QUIET_MS = 600;

export function past(room) {
  const { t } = room;
  const rows = el('ol', { class: 'past-rows', test: 'past-rows', onkeydown: (event) => walk(event) });
  const said = el('p', { class: 'soft', test: 'past-said', role: 'status' });
  const older = el('button', { class: 'btn quiet', type: 'button', test: 'past-older', hidden: true, onclick: () => ask() }, t('past.older'));
  const body = el('div', { class: 'past-body' }, said, rows, older);
  const node = el('aside', { class: 'past', test: 'past', 'aria-label': t('past.label'), hidden: true, onkeydown: (event) => event.key === 'Escape' && leave(event) },
    el('div', { class: 'row past-head' }, el('h2', { class: 'grow' }, t('past.title')),
      el('button', { class: 'btn quiet', type: 'button', test: 'past-close', 'aria-label': t('past.close'), onclick: () => shut() }, icon('close', 16))),
    el('button', { class: 'btn past-grew', type: 'button', test: 'replay-open', onclick: () => grew() }, icon('play', 16), ' ', t('replay.open')), body);
  const look = moment(room, { step, list: () => reveal(), closed: () => mark() });
  let entries = [], shown = [], more = false, asked = null, timer, from = null;

  const stop = room.client.listen((state, before, event) => {
    if (event.type === 'past') take(event);
    else if (node.hidden) return;
    else if (event.type === 'snapshot') begin(); // what may be seen has changed
    else if (event.type === 'effects') renew();
    else if (event.type === 'line' && event.name === 'live') begin();
    else if (event.type === 'line') tell();
    else if (event.type === 'refused' && event.change === null && asked) again();
  });
  const sight = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && more && ask(), { root: body, rootMargin: '200px' });
  sight.observe(older);

  /** Ask for the next page, or the newest changes; one question at a time. */
  function ask({ newest = false } = {}) {
    if (asked) return;
    const message = newest ? { type: 'past', before: null, count: NEWEST } : { type: 'past', before: entries.at(-1)?.seq ?? null, count: PAGE };
    if (room.client.ask(message)) asked = message;
    tell();
  }

  function again() {
    asked = null;
    clearTimeout(timer);
    timer = setTimeout(() => ask(), 1000);
  }

  function renew() {
    clearTimeout(timer);
    timer = setTimeout(() => ask({ newest: true }), QUIET_MS);
  }

  function begin() {
    asked = null;
    entries = [];
    draw();
    if (!room.covered) ask(); // once the cover goes the whole map comes again, and this with it
  }

  function take({ before, changes, more: left }) {
    asked = null;
    const meets = before !== null || !entries.length || !changes.length || changes.at(-1).seq <= entries[0].seq;
    if (before !== null || !entries.length || !meets) more = left;
    entries = meets ? joined(entries, changes) : changes;
    draw();
  }

  function draw() {
    shown = folded(entries);
    const at = rows.getRootNode().activeElement, held = rows.contains(at) ? Number(at.dataset.seq) : null;
    rows.replaceChildren(...shown.map((entry, i) => item(entry, shown[i - 1])));
    older.hidden = !more;
    tell();
    mark();
    if (held !== null) (buttonOf(held) ?? buttons()[0])?.focus({ preventScroll: true });
  }

  function item(entry, above) {
    const heading = isHeading(entry), time = timeText(entry.at, t.language);
    const repeated = above && !isHeading(above) && timeText(above.at, t.language) === time;
    const words = heading ? headingText(entry, t) : didText(entry, room);
    const who = entry.number ? el('span', { class: `who w${((entry.number - 1) % 6) + 1}`, 'aria-hidden': 'true' }, String(entry.number)) : el('span', { class: 'who nobody', 'aria-hidden': 'true' });
    return el('li', { class: heading ? 'mark' : '' }, el('button', { type: 'button', class: 'item', test: `past-${entry.seq}`, 'data-seq': String(entry.seq), tabindex: -1, onclick: () => choose(entry) },
      el('span', { class: `when num${repeated ? ' same' : ''}` }, time), heading ? null : who,
      el('span', { class: 'did' }, heading ? words : [el('b', {}, whoText(entry, room.state.by, t)), ' ', words])));
  }

  const buttons = () => [...rows.querySelectorAll('.item')];
  const buttonOf = (seq) => rows.querySelector(`[data-seq="${seq}"]`);

  /** The row of the moment that is shown, and the one that Tab comes to. */
  function mark() {
    const all = buttons();
    for (const button of all) {
      const on = Number(button.dataset.seq) === look.seq;
      button.setAttribute('aria-current', String(on));
      button.tabIndex = on ? 0 : -1;
    }
    if (all.length && !all.some((b) => b.tabIndex === 0)) all[0].tabIndex = 0;
    node.classList.toggle('looking', look.seq !== null);
  }

  function tell() {
    const line = room.client.line.state;
    const words = entries.length ? t('past.hint') : line !== 'live' ? t('past.away') : asked ? t('past.loading') : t('past.empty');
    if (said.textContent !== words) said.textContent = words;
  }

  function choose(entry) {
    look.show(entry, aboutId(entry));
    mark();
    buttonOf(entry.seq)?.scrollIntoView({ block: 'nearest' });
    if (room.turnTo) node.hidden = true; // on a phone the list would cover what one wants to see
  }

  /** The moment before (1) or after (-1) the one that is shown. */
  function step(by) {
    const next = shown[shown.findIndex((entry) => entry.seq === look.seq) + by];
    if (next) choose(next);
    if (by > 0 && more && shown.at(-1) === next) ask();
    return Boolean(next);
  }

  function walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const all = buttons(), next = all[all.indexOf(event.target) + by];
    if (!next) return;
    next.focus();
    if (look.seq !== null) choose(shown[all.indexOf(next)]);
  }

  function leave(event) {
    event.preventDefault();
    event.stopPropagation();
    look.seq === null ? shut() : look.close();
  }

  function reveal() {
    node.hidden = false;
    buttonOf(look.seq)?.focus();
  }

  /** The film instead of the list; afterwards the list is where it was, but on a phone, where it would cover the film. */
  function grew() {
    if (room.turnTo) node.hidden = true;
    room.replay.open();
  }

  function shut() {
    look.close();
    node.hidden = true;
    entries = [];
    rows.replaceChildren();
    clearTimeout(timer);
    from?.isConnected ? from.focus() : room.home();
  }

  return {
    node,
    look,
    get looking() {
      return look.seq !== null;
    },
    open() {
      if (!node.hidden) return shut();
      from = rows.getRootNode().activeElement;
      node.hidden = false;
      begin();
      node.querySelector('[data-testid="past-close"]').focus();
    },
    show: (state) => look.follow(state),
    /** What one sees of the past, for the panel that is made in place of this one; null for nothing. */
    get held() {
      const active = rows.getRootNode().activeElement, focused = node.contains(active) || look.node.contains(active);
      return node.hidden && look.seq === null ? null : { entries, more, focused, moment: look.held };
    },
    /** Go on from there: on a phone a moment stands without the list, which would cover it. */
    resume({ entries: known, more: left, focused, moment: at }) {
      node.hidden = Boolean(at && room.turnTo);
      [entries, more] = [known, left];
      if (at) look.resume(at);
      draw();
      ask(entries.length ? { newest: true } : {});
      if (focused) (node.hidden ? look.node.querySelector('[data-testid="moment-close"]') : buttonOf(look.seq) ?? node.querySelector('[data-testid="past-close"]')).focus();
    },
    close() {
      stop();
      sight.disconnect();
      clearTimeout(timer);
      look.destroy();
    },
  };
}
