// The inspector: the selected thing only. Nothing selected: how to draw, and a sentence to fill in.
// On a phone it is a sheet; over the map it first shows no more than a line, so that one sees what one does.
import { el, icon, refill } from '../dom.js';
import { labelOf } from '../names.js';
import { builder } from './builder.js';
import { inHandHints } from './in_hand.js';
import { actorForm } from './inspector_actor.js';
import { linkForm } from './inspector_link.js';

export function inspector(room, { sheet = false } = {}) {
  const { t } = room;
  const body = el('div', { class: 'insp-body' });
  const title = el('span', { class: 'cap grow', test: 'inspector-title' });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'inspector-close', 'aria-label': t('canvas.inspector.close'), onclick: () => leave() }, icon('close', 16));
  const head = el('div', { class: 'row insp-head' }, title, shut);
  const first = el('div', { class: 'row peeks', hidden: true });
  const findings = el('div', { class: 'drawer', test: 'findings' });
  const node = el('aside', { class: 'insp', test: 'inspector', 'aria-label': t('canvas.inspector.label'), onkeydown: (event) => escape(event) }, head, first, body, sheet ? null : findings);
  const idle = sheet ? null : builder(room), others = inHandHints(room, body);
  const hint = el('p', { class: 'soft' }, t('canvas.inspector.idle'));
  let form = null, of = undefined, drawer = null, whole = false, came = null;

  const showWhole = () => ((whole = true), room.draw(), shut.focus());
  room.inspect = (id) => (room.select(id), showWhole());

  /** Escape leaves what one fills in: what was typed is stored, and one is again where one came from. */
  function escape(event) {
    if (event.key !== 'Escape' || !form) return;
    event.preventDefault();
    event.stopPropagation();
    if (!sheet && came === room.mapNode) room.enterMap(); // by keys one goes on from what is selected; once more lets go
    else leave();
  }

  function leave() {
    const inside = node.contains(node.getRootNode().activeElement);
    const back = came?.isConnected && came.checkVisibility?.() && !came.disabled ? came : null;
    room.select(null);
    if (inside) (back ?? (room.mapNode.checkVisibility() ? room.mapNode : room.typebox?.node.querySelector('input')))?.focus({ preventScroll: true });
  }

  function open(id, thing) {
    const focused = node.getRootNode().activeElement;
    if (thing && focused && !node.contains(focused)) came = focused;
    form?.close();
    form = thing ? (thing.source ? linkForm : actorForm)(room, id) : null;
    of = id;
    head.hidden = !thing;
    node.hidden = sheet && !thing;
    whole = false;
    body.replaceChildren(...(form ? [form.node] : idle ? [el('h2', { class: 'cap' }, t('canvas.builder.label')), idle.node, hint] : []));
    body.scrollTop = 0;
  }

  /** Over a phone's map: whom one has in hand, and the two things one does most. */
  function peek(id, thing) {
    const peeks = Boolean(sheet && thing && room.tab === 'map' && !whole && !room.drafts.has(id));
    node.classList.toggle('peek', peeks);
    first.hidden = !peeks;
    if (sheet) node.hidden = !thing || (peeks && Boolean(room.view?.handle.pull)); // whom one links with may stand below it
    title.textContent = !thing ? '' : peeks ? (thing.source ? room.acts.sentence(id) : labelOf(thing, t.language)) : t(thing.source ? 'canvas.inspector.link' : 'canvas.inspector.actor');
    if (!peeks) return;
    const button = (test, words, onclick) => el('button', { class: 'btn', type: 'button', test, onclick }, words);
    refill(first,
      thing.source ? button('peek-flip', t('linking.after.flip'), () => room.acts.flip(id)) : button('peek-link', t('linking.peek.link'), () => room.acts.pullFrom(id)),
      button('peek-open', t('linking.peek.open'), showWhole));
  }

  /** Above the keys of a phone's screen: they cover what lies below the part that is seen. */
  const seen = sheet ? globalThis.visualViewport : null;
  function lift() {
    const covered = Math.max(0, innerHeight - seen.height - seen.offsetTop), keys = covered > 80;
    node.classList.toggle('lifted', keys);
    node.style.setProperty('--keys', keys ? `${Math.round(covered)}px` : '0px');
    node.style.setProperty('--seen', `${Math.round(seen.height)}px`);
    const field = node.getRootNode().activeElement;
    if (keys && node.contains(field)) field.scrollIntoView({ block: 'center' });
  }
  seen?.addEventListener('resize', lift);

  return {
    node,
    foot: findings,
    builder: idle,
    show(state) {
      const id = room.selected, thing = room.thing(id);
      const now = thing ? id : null;
      if (now !== of) open(now, thing);
      peek(id, thing);
      form?.show(thing, state);
      others.show(state);
      if (!form) idle?.show(state);
      const opened = Boolean(state.day?.findings);
      if (!sheet && drawer !== opened) {
        drawer = opened;
        findings.replaceChildren(opened
          ? el('button', { class: 'btn quiet', type: 'button', test: 'findings-open', onclick: () => room.tell('findings', Date.now()) }, icon('search', 16), el('b', {}, t('canvas.findings.open')))
          : el('div', {}, el('span', { class: 'row' }, icon('lock', 16), el('b', {}, t('canvas.findings.title'))), el('span', { class: 'small soft' }, t('canvas.findings.closed'))));
      }
    },
    close() {
      form?.close();
      seen?.removeEventListener('resize', lift);
    },
  };
}
