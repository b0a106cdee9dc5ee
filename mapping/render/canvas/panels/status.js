// The status line: what is saved, what is waiting, whether the server is there. Never a modal, never a toast.
import { el, icon } from '../dom.js';

const BLIP_MS = 700; // a line that is back by then was never away for a person

/** What the line says: {key, count, look} from the state of line, network and outbox. Pure. */
export function statusOf({ line, silent = false, online, waiting, ready, ended }) {
  if (ended || line === 'ended') return { key: 'ended', look: 'stop' };
  if (line === 'denied') return { key: 'denied', look: 'stop' };
  if (line === 'away' && !online) return { key: waiting ? 'offline' : 'offline_none', count: waiting, look: 'away' };
  if (line === 'away' || (line === 'live' && silent)) return { key: waiting ? 'away_waiting' : 'away', count: waiting, look: 'away' };
  if (!ready) return { key: 'connecting', look: 'quiet' };
  return waiting ? { key: 'saving', look: 'quiet' } : { key: 'saved', look: 'saved' };
}

export function status(room) {
  const node = el('p', { class: 'status', test: 'status', role: 'status' });
  let since = null, timer = null, shown = '', notice = null, refused = 0;

  function draw(state) {
    const line = room.client.line.state;
    if (state.tray.length > refused) say(room.t.count('canvas.says.refused', state.tray.length), { tray: true }); // and not that it was done
    refused = state.tray.length;
    const { silent } = room.client.line;
    if (line === 'away' || silent) since ??= silent ? 0 : Date.now(); // silence has lasted already
    else since = null;
    const blip = since !== null && Date.now() - since < BLIP_MS;
    clearTimeout(timer);
    if (blip) timer = setTimeout(() => draw(room.client.state), BLIP_MS);
    const now = statusOf({ line: blip ? 'live' : line, silent, online: navigator.onLine, waiting: state.pending.length, ready: state.ready, ended: state.ended });
    const said = notice && now.look !== 'away' && now.look !== 'stop' ? notice : null;
    const key = JSON.stringify([now, said?.text, said?.tray && room.tab]);
    if (key === shown) return;
    shown = key;
    const { t } = room;
    const text = now.count ? t.count(`canvas.status.${now.key}`, now.count) : t(`canvas.status.${now.key}`);
    node.dataset.state = now.key;
    node.className = `status ${now.look}`;
    node.replaceChildren(icon(now.look === 'away' ? 'away' : now.look === 'stop' ? 'lock' : 'check', 14), el('span', {}, said ? said.text : text),
      ...(said?.look ? [el('button', { class: 'link', type: 'button', test: 'status-look', onclick: () => (clear(), room.select(said.look)) }, t('canvas.status.look'))] : []),
      ...(said?.tray && room.tab === 'map' ? [el('button', { class: 'link', type: 'button', test: 'status-tray', onclick: () => (clear(), room.turnTo('words')) }, t('canvas.status.look'))] : []),
      ...(said?.undo ? [el('button', { class: 'link', type: 'button', test: 'status-undo', onclick: () => (clear(), room.acts.undo()) }, t('canvas.status.undo'))] : []));
  }

  function say(text, { undo = false, look = null, tray = false } = {}) {
    clear();
    notice = { text, undo, look, tray, timer: setTimeout(() => (clear(), draw(room.client.state)), 7000) };
  }

  function clear() {
    clearTimeout(notice?.timer);
    notice = null;
  }

  const watch = () => draw(room.client.state);
  addEventListener('online', watch);
  addEventListener('offline', watch);
  return {
    node,
    show: draw,
    /** Say what was just done, for some seconds. */
    tell(text, options) {
      say(text, options);
      draw(room.client.state);
    },
    close() {
      clearTimeout(timer);
      clear();
      removeEventListener('online', watch);
      removeEventListener('offline', watch);
    },
  };
}
