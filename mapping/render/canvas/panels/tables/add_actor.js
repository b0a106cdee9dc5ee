// The row at the top that adds an actor by its name, read as the type box reads it.
import { el } from '../../dom.js';
import { labelOf } from '../../names.js';
import { actorKinds } from './choices.js';
import { fillOptions } from '../fields.js';

export function addActor(room, table) {
  const { t } = room;
  const name = el('input', { class: 'field', test: 'table-name', 'aria-label': t('tables.add.name'), placeholder: t('tables.add.name'), maxlength: 120, autocomplete: 'off', spellcheck: 'false' });
  const kind = el('select', { class: 'field', test: 'table-kind', 'aria-label': t('tables.add.kind') });
  fillOptions(kind, [{ id: '', label: t('tables.add.by_name') }, ...actorKinds(room)]);
  const node = el('form', { class: 'table-add', 'aria-label': t('tables.add.actor'), onsubmit: (event) => (event.preventDefault(), enter()) },
    name, kind, el('button', { class: 'btn', type: 'submit', test: 'table-add' }, t('tables.add.do')));
  let asked = '';

  const label = (id) => labelOf(room.state.map.actors.get(id) ?? room.catalogue.actor(id, t.language), t.language);

  /** It is on the map: `how` as the type box tells it. */
  function arrived(id, how) {
    if (how !== 'have' && kind.value && kind.value !== room.state.map.actors.get(id)?.kind) room.acts.say(id, { kind: kind.value });
    name.value = kind.value = asked = '';
    table.came(id, t(`canvas.did.${how}`, { name: label(id) }), { undo: how !== 'have' });
    if (how === 'have') table.stand(id);
    else name.focus();
  }

  const take = (id) => arrived(id, room.state.map.actors.has(id) ? 'have' : (room.editor.take(id, t.language), 'added'));
  const own = (text) => arrived(kind.value ? room.editor.own(text, kind.value) : room.editor.own(text), 'own');
  const known = (ids) => ids.map((id) => ({ test: `table-option-${id}`, label: [label(id), room.state.map.actors.has(id) ? t('canvas.typebox.have_short') : ''].filter(Boolean).join(' · '), does: () => take(id) }));

  function enter() {
    const text = name.value.trim();
    if (!text) return name.focus();
    if (!room.acts.canEdit()) return table.ask(room.acts.whyNot(), []);
    const meant = room.editor.reading(text);
    if (meant.have) return arrived(meant.have, 'have');
    if (meant.take) return take(meant.take);
    if (meant.ask) return table.ask(t('canvas.typebox.which'), known(meant.ask));
    const one = { test: 'table-option-own', label: t('canvas.typebox.own', { name: text }), does: () => own(text) };
    if (meant.person) {
      return table.ask(t('canvas.typebox.person'), [
        { test: 'table-person-no', label: t('canvas.typebox.person_no'), does: () => (name.value = '', name.focus()) },
        { ...one, test: 'table-person-yes', label: t('canvas.typebox.person_yes', { name: text }) },
      ]);
    }
    if (meant.near && asked !== text) return (asked = text), table.ask(t('canvas.typebox.near'), [...known(meant.near), one]);
    return own(text);
  }

  return { node, field: name, show() {} };
}
