// The menu of arrangements: what each does in one line, and letting go what was moved by hand.
import { ORDERS, arrange, pinnedOf, release } from '../arranging.js';
import { el, icon } from '../dom.js';

/** {node, opener(test)}: the sheet with the menu, and buttons that open it. */
export function arrangeMenu(room) {
  const { t } = room;
  const openers = [];
  let from = null;
  const does = (act) => () => (shut(), act());
  const ways = ORDERS.map((way) => el('button', { class: 'item', type: 'button', role: 'menuitem', tabindex: '-1', test: `arrange-${way}`, onclick: does(() => arrange(room, way)) },
    el('span', {}, t(`arrange.way.${way}`)), el('span', { class: 'small soft' }, t(`arrange.means.${way}`))));
  const free = el('button', { class: 'item', type: 'button', role: 'menuitem', tabindex: '-1', test: 'arrange-release', hidden: true, onclick: does(() => release(room, pinnedOf(room.state.map))) });
  const menu = el('div', { role: 'menu', 'aria-label': t('arrange.title') }, ways, free);
  const close = el('button', { class: 'btn quiet', type: 'button', test: 'arrange-close', 'aria-label': t('arrange.close'), onclick: () => shut() }, icon('close', 16));
  const node = el('section', { class: 'arrange', test: 'arrange', hidden: true, 'aria-label': t('arrange.title'), onkeydown: key },
    el('div', { class: 'row' }, el('h2', { class: 'cap grow' }, t('arrange.title')), close), menu, el('p', { class: 'small soft note' }, t('arrange.note')));
  const outside = (event) => [node, ...openers].some((inside) => event.composedPath().includes(inside)) || shut(false);
  const items = () => [...ways, free].filter((item) => !item.hidden);

  function open(opener) {
    if (!node.hidden) return shut();
    from = opener;
    show(room.state);
    node.hidden = false;
    for (const each of openers) each.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    items()[0].focus();
  }

  function shut(back = true) {
    if (node.hidden) return;
    node.hidden = true;
    for (const each of openers) each.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (back) (from?.checkVisibility?.() === false ? room.mapNode : from)?.focus?.({ preventScroll: true });
  }

  function key(event) {
    const all = items(), at = all.indexOf(event.composedPath()[0]);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') shut();
    else if (next !== undefined && at >= 0) all[next].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function show({ map }) {
    const pinned = pinnedOf(map).length;
    free.hidden = !pinned;
    if (pinned) free.textContent = t.count('arrange.pin.release_all', pinned);
    for (const opener of openers) opener.disabled = map.actors.size < 2;
  }

  /** A button with this test id that opens the menu. */
  function opener(look = 'btn quiet') {
    const button = el('button', { class: look, type: 'button', test: 'arrange-open', 'aria-label': t('arrange.open'), title: t('arrange.open'), 'aria-haspopup': 'menu', 'aria-expanded': 'false', onclick: () => open(button) }, icon('arrange'));
    openers.push(button);
    return button;
  }

  return { node, opener, show, close: () => document.removeEventListener('pointerdown', outside, true) };
}
