// What a drag draws (the step's buttons), undo and redo, find, filter; what is needed less often goes into a menu where
// the bar is narrow.
import { el, icon, letterBadge, refill } from '../dom.js';
import { undoable } from '../client/sync.js';
import { arrangeMenu } from './arrange.js';
import { fillOptions } from './fields.js';
import { toolMenu } from './menu.js';
import { missingToggle } from './missing.js';
import { saveOwn } from './save_own.js';

/** A button with an icon and a name for those who do not see it. */
export const tool = (test, name, label, onclick) => el('button', { class: 'btn quiet', type: 'button', test, 'aria-label': label, title: label, onclick }, icon(name));

export function toolbar(room) {
  const { t } = room;
  const kinds = el('div', { class: 'row kinds', role: 'group', 'aria-label': t('canvas.tools.drag') });
  const undo = tool('undo', 'undo', t('canvas.tools.undo'), () => room.acts.undo());
  const redo = tool('redo', 'redo', t('canvas.tools.redo'), () => room.acts.redo());
  const tidy = tool('tidy', 'tidy', t('canvas.tools.tidy'), () => room.acts.tidy());
  const list = tool('list-open', 'search', t('canvas.tools.find'), () => room.openList());
  const table = tool('table-open', 'table', t('tables.open'), () => room.toggleTables());
  const filter = tool('lens-open', 'filter', t('lens.open'), () => room.openLens());
  const arranging = (room.arranging = arrangeMenu(room));
  const past = tool('past-open', 'past', t('past.open'), () => room.past.open());
  const written = room.pad ? tool('pad-open', 'pad', t('pad.open'), () => room.pad.open()) : null;
  const keys = tool('keys-open', 'keys', t('canvas.tools.keys'), () => room.openKeys());
  const rest = toolMenu(t('lens.more'), [filter, past, tidy, arranging.opener(), table, saveOwn(room), keys]);
  const node = el('div', { class: 'tools', role: 'toolbar', 'aria-label': t('canvas.tools.label') },
    room.typebox.node, kinds, el('span', { class: 'grow' }), el('span', { class: 'row acts' }, undo, redo, list, written, rest.node));
  const needed = missingToggle(room);
  let drawn = '';

  function chip(button) {
    const on = room.button?.id === button.id;
    const label = button.label[t.language];
    const chosen = el('button', {
      class: `chip${on ? ' on' : ''}`, type: 'button', test: `kind-${button.id}`, 'aria-pressed': String(on), 'aria-label': label, title: label, onclick: () => room.choose(button),
    }, letterBadge(button.letter), el('span', { class: 'chip-name' }, label));
    if (!on || !hasVariants(button)) return chosen;
    return el('span', { class: 'row chip-pair' }, chosen, variants(button));
  }

  /** Whether the bar asks which kind; of oversight one is proposed, and the inspector corrects it. */
  const hasVariants = ({ kinds: of }) => of.length > 1 && of.some((id) => room.vocabulary.link_kinds[id].family !== 'oversight');

  /** The variants of a button: its kinds, as verbs. */
  function variants(button) {
    const { link_kinds: all } = room.vocabulary;
    const select = el('select', { class: 'variant', test: 'variant', 'aria-label': t('canvas.tools.variant'), onchange: () => room.chooseVariant(select.value || null) });
    fillOptions(select, button.kinds.map((id) => ({ id, label: all[id].verb[t.language] })));
    select.value = room.variant ?? button.kinds[0];
    return select;
  }

  function more({ others }) {
    if (!others.length) return null;
    const other = others.find((b) => b.id === room.button?.id); // then it stands for what was taken, and offers the rest
    const select = el('select', { class: `chip more${other ? ' on' : ''}`, test: 'kind-more', 'aria-label': t('canvas.tools.more'), onchange: () => room.choose(others.find((b) => b.id === select.value)) });
    fillOptions(select, [...(other ? [] : [{ id: '', label: t('canvas.tools.more') }]), ...others.map((b) => ({ id: b.id, label: b.label[t.language] }))]);
    if (other) select.value = other.id;
    return other && hasVariants(other) ? el('span', { class: 'row chip-pair' }, select, variants(other)) : select;
  }

  return {
    node,
    show(state) {
      const { buttons } = room;
      const key = JSON.stringify([buttons, room.button?.id, room.variant]);
      if (key !== drawn) {
        drawn = key;
        refill(kinds, el('span', { class: 'cap' }, t('canvas.tools.drag')), buttons.step.map(chip), more(buttons), needed);
      }
      needed.classList.toggle('on', Boolean(room.missing));
      needed.setAttribute('aria-pressed', String(Boolean(room.missing)));
      const can = undoable(state);
      undo.disabled = !can.undo;
      redo.disabled = !can.redo;
      tidy.disabled = state.map.actors.size < 3;
      filter.setAttribute('aria-pressed', String(room.lens.on));
      room.typebox.show(state);
    },
    close: () => rest.close(),
  };
}
