// How the map grew: a second map over the present one on which every step is drawn again, at a speed of one's own.
import { difference } from '../client/optimistic.js';
import { el, refill } from '../dom.js';
import { aboutId } from '../past.js';
import { play as put, Reel } from '../replay.js';
import { asksInfluence } from '../screen.js';
import { MapView } from '../view/map_view.js';
import { hesitationRows, replayBar } from './replay_bar.js';

const STILL = '.tools, .insp, .legend, .words, .tabs, .tables, .foot, .past'; // nothing else is to be worked on meanwhile
const DRAW_MS = 70, AGAIN_MS = 500; // between two drawings while it plays; before a question that was too early is asked again
const BAR = 150;

const byId = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

export function replay(room) {
  const { t } = room;
  const does = { play: () => (timer ? pause() : play()), to: (n) => (pause(), show(n)), by: (n) => (pause(), show(at + n)), mark: (by) => (pause(), show(reel.mark(at, by))), speed: (name) => ((speed = name), tell()), close: () => shut(), twice: () => toggle() };
  const bar = replayBar(room, does), sheet = el('div', { class: 'map' });
  const wait = el('p', { class: 'hint middle', role: 'status', test: 'replay-wait' }, t('replay.loading'));
  const rows = el('ol', {}), side = el('aside', { class: 'replay-side', test: 'replay-side', 'aria-label': t('replay.twice.label'), hidden: true }, el('p', { class: 'soft' }, t('replay.twice.text')), rows);
  const node = el('section', { class: 'replay', test: 'replay', 'aria-label': t('replay.label'), hidden: true }, sheet, wait, side, bar.node);
  let frames = [], reel = null, view = null, seen = null, at = 0, speed = 'usual', timer = null, waiting = null, from = null, again;

  const stop = room.client.listen((state, before, event) => {
    if (event.type === 'welcome' && room.data.replay && !from) (from = room.mapNode), open();
    else if (node.hidden) return;
    else if (event.type === 'film' && event.from === waiting) arrived(event);
    else if (event.type === 'snapshot') shut(); // what may be seen has changed
    else if (event.type === 'refused' && event.change === null && waiting !== null) (clearTimeout(again), (again = setTimeout(() => ask(waiting), AGAIN_MS)));
    else if (event.type === 'line' && event.name === 'live' && waiting !== null) ask(waiting);
  });

  function open() {
    if (!node.hidden || room.covered) return;
    from ??= room.root.getRootNode().activeElement;
    room.past?.look?.close();
    room.turnTo?.('map');
    node.hidden = wait.hidden = false;
    bar.node.hidden = true;
    room.root.dataset.moment = '';
    still(true);
    document.addEventListener('keydown', keys, { capture: true });
    frames = [];
    ask(0);
  }

  function ask(since) {
    waiting = since;
    room.client.ask({ type: 'film', from: since });
  }

  function arrived({ frames: some, more, to, hesitations = [] }) {
    frames.push(...some);
    waiting = null;
    if (more) return ask(to);
    begin(hesitations);
    return undefined;
  }

  /** The room that the whole map needs is found once; then it begins with the first that was drawn. */
  function begin(hesitations) {
    reel = new Reel(frames);
    frames = [];
    wait.hidden = true;
    bar.node.hidden = false;
    view = new MapView(sheet, { vocabulary: room.vocabulary, language: t.language, t, mode: 'read', theme: room.root.dataset.theme, inset: { bottom: Math.max(BAR, bar.node.offsetHeight + 24) } });
    const everybody = reel.everybody();
    view.show({ actors: Object.fromEntries(everybody), links: {} }, { fit: true });
    view.fit();
    for (const [id, { x, y }] of Object.entries(view.storedMap.actors)) if (!reel.places.has(id)) reel.places.set(id, { x, y });
    seen = { actors: everybody, links: new Map() };
    bar.film(reel);
    refill(rows, hesitationRows(hesitations, room, ({ seqs }) => does.to(reel.stepAt(seqs.at(-1)))));
    bar.told(hesitations.length, false);
    show(1);
    bar.focus();
    play();
  }

  /** Draw the map after `n` steps. */
  function show(n) {
    const to = Math.max(0, Math.min(reel.length, n)), map = near(to) ?? reel.at(to);
    const { puts, drops } = difference(seen, map), rated = asksInfluence({ day: null, map });
    if (view.showUnrated !== rated) view.showUnrated = rated;
    view.patch({ actors: byId(puts.actors), links: byId(puts.links) }, drops);
    [seen, at] = [map, to];
    if (!timer) point();
    tell();
  }

  /** From the step that is shown to one a little later without working out the map anew; null where that is not so. */
  function near(to) {
    if (to < at || to - at > 60 || !seen || at === 0) return null;
    const map = { actors: new Map(seen.actors), links: new Map(seen.links) };
    for (const step of reel.steps.slice(at, to)) put(map, step);
    return map;
  }

  /** The marker on what the step is about. */
  function point() {
    const entry = at ? reel.steps[at - 1].entry : null, id = entry?.parts ? aboutId(entry) : null;
    view.select(id && (seen.actors.has(id) || seen.links.has(id)) ? id : null);
  }

  const tell = () => bar.show(at, { playing: Boolean(timer), speed });

  function play() {
    if (!reel?.length) return;
    if (at >= reel.length) show(1);
    let last = performance.now(), due = 0;
    view.select(null);
    clearInterval(timer);
    timer = setInterval(() => {
      const now = performance.now();
      due += ((now - last) / 1000) * reel.rate(speed);
      last = now;
      const whole = Math.floor(due);
      if (!whole) return;
      due -= whole;
      show(at + whole);
      if (at >= reel.length) pause();
    }, DRAW_MS);
    tell();
  }

  function pause() {
    if (!timer) return;
    clearInterval(timer);
    timer = null;
    point();
    tell();
  }

  function toggle() {
    side.hidden = !side.hidden;
    bar.told(rows.children.length, !side.hidden);
    if (!side.hidden) rows.querySelector('button')?.focus();
  }

  function still(on) {
    for (const part of room.root.querySelectorAll(STILL)) part.inert = on;
  }

  /** No key reaches the map underneath. */
  function keys(event) {
    const inField = event.composedPath()[0].closest?.('select, .replay-side, input');
    const onButton = event.composedPath()[0].closest?.('button');
    const step = { ArrowLeft: () => does.by(-1), ArrowRight: () => does.by(1), Home: () => does.to(0), End: () => does.to(reel.length), PageUp: () => does.mark(-1), PageDown: () => does.mark(1), '+': () => faster(1), '-': () => faster(-1) }[event.key];
    const act = event.key === 'Escape' ? () => (side.hidden ? shut() : toggle()) : !reel || event.ctrlKey || event.metaKey || event.altKey ? null : event.key === ' ' && !onButton && !event.composedPath()[0].closest?.('select') ? does.play : inField ? null : step;
    if (act) (event.preventDefault(), act());
    if (act || !['Tab', 'Enter', ' ', 'Shift'].includes(event.key)) event.stopImmediatePropagation();
    if (!act && inField && event.key !== 'Tab') event.stopPropagation();
  }

  function faster(by) {
    const all = ['slow', 'usual', 'fast'];
    does.speed(all[Math.max(0, Math.min(2, all.indexOf(speed) + by))]);
  }

  function shut() {
    if (node.hidden) return;
    pause();
    clearTimeout(again);
    node.hidden = side.hidden = true;
    view?.destroy();
    view = reel = seen = waiting = null;
    at = 0;
    sheet.replaceChildren();
    delete room.root.dataset.moment;
    still(false);
    document.removeEventListener('keydown', keys, { capture: true });
    from?.isConnected ? from.focus?.() : room.home();
    from = from === room.mapNode ? from : null;
  }

  return {
    node,
    open,
    get shown() {
      return !node.hidden;
    },
    get view() {
      return view;
    },
    close: () => (stop(), shut()),
  };
}
