// The inspector: the selected thing only. Nothing selected: how to draw, and a sentence to fill in.
import { el, icon } from '../dom.js';
import { actorForm } from './inspector_actor.js';
import { linkForm } from './inspector_link.js';
import { builder } from './builder.js';
import { inHandHints } from './in_hand.js';

export function inspector(room, { sheet = false } = {}) {
  const { t } = room;
  const body = el('div', { class: 'insp-body' });
  const title = el('span', { class: 'cap grow' });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'inspector-close', 'aria-label': t('canvas.inspector.close'), onclick: () => room.select(null) }, icon('close', 16));
  const head = el('div', { class: 'row insp-head' }, title, shut);
  const findings = el('div', { class: 'drawer', test: 'findings' });
  const node = el('aside', { class: 'insp', test: 'inspector', 'aria-label': t('canvas.inspector.label') }, head, body, sheet ? null : findings);
  const idle = sheet ? null : builder(room), others = inHandHints(room, body);
  const hint = el('p', { class: 'soft' }, t('canvas.inspector.idle'));
  let form = null, of = undefined, drawer = null;

  function open(id, thing) {
    form?.close();
    form = thing ? (thing.source ? linkForm : actorForm)(room, id) : null;
    of = id;
    head.hidden = !thing;
    node.hidden = sheet && !thing;
    title.textContent = thing ? t(thing.source ? 'canvas.inspector.link' : 'canvas.inspector.actor') : '';
    body.replaceChildren(...(form ? [form.node] : idle ? [el('h2', { class: 'cap' }, t('canvas.builder.label')), idle.node, hint] : []));
    body.scrollTop = 0;
  }

  return {
    node,
    builder: idle,
    show(state) {
      const id = room.selected, thing = room.thing(id);
      const now = thing ? id : null;
      if (now !== of) open(now, thing);
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
    close: () => form?.close(),
  };
}
