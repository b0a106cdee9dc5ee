// Tools that stand in the bar where it is wide, and in a menu with their names where it is not: it keeps to one row.
import { el, icon } from '../dom.js';

const WIDE = '(min-width: 1181px)';

/** Tools (buttons with an icon and a name) in one place {node, close}. In the menu arrow keys walk, Escape closes. */
export function toolMenu(label, tools) {
  const list = el('div', { class: 'menu', 'aria-label': label }, tools);
  for (const button of tools) button.append(el('span', { class: 'menu-words', 'aria-hidden': 'true' }, button.getAttribute('aria-label')));
  const opener = el('button', { class: 'btn quiet opener', type: 'button', test: 'more-tools', 'aria-label': label, title: label, 'aria-expanded': 'false', onclick: () => (list.hidden ? open() : shut()) }, icon('more'));
  const node = el('span', { class: 'menu-place', onkeydown: (event) => key(event), onclick: (event) => list.contains(event.target) && shut(false) }, opener, list);
  const wide = matchMedia(WIDE), usable = () => tools.filter((button) => !button.disabled);
  const outside = (event) => event.composedPath().includes(node) || shut(false);

  /** In the bar, or put away into the menu. */
  function turn() {
    node.classList.toggle('in-bar', wide.matches);
    list.hidden = !wide.matches;
    list.setAttribute('role', 'group');
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
  }

  function open() {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    usable()[0]?.focus();
  }

  function shut(back = true) {
    if (wide.matches || list.hidden) return;
    turn();
    if (back) opener.focus();
  }

  function key(event) {
    if (wide.matches || list.hidden) return;
    const all = usable(), at = all.indexOf(event.composedPath()[0]);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') return void shut(false);
    if (event.key === 'Escape') shut();
    else if (next !== undefined) all[next].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  wide.addEventListener('change', turn);
  turn();
  return { node, close: () => (wide.removeEventListener('change', turn), document.removeEventListener('pointerdown', outside, true)) };
}
