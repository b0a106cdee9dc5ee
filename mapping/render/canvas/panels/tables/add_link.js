// The row at the top that adds a link: who, what, whom, and whether it works.
import { el } from '../../dom.js';
import { fillOptions } from '../fields.js';
import { sentenceText } from '../../sentence.js';
import { actorsByName, follow, linkKinds, scaleOf } from './choices.js';

export function addLink(room, table) {
  const { t } = room;
  const choice = (test, key) => el('select', { class: 'field', test, 'aria-label': t(`tables.add.${key}`) });
  const from = choice('table-from', 'from'), kind = choice('table-link-kind', 'link_kind'), to = choice('table-to', 'to'), works = choice('table-practice', 'works');
  fillOptions(works, scaleOf(room, 'practice'));
  works.value = 'not_said';
  const node = el('form', { class: 'table-add', 'aria-label': t('tables.add.link'), onsubmit: (event) => (event.preventDefault(), enter()), onkeydown: (event) => keys(event) },
    from, kind, to, works, el('button', { class: 'btn', type: 'submit', test: 'table-add' }, t('tables.add.do')));
  let offered = '';

  /** The step's buttons; in a step without any, what a drag draws. */
  const offers = () => (room.buttons.step.length ? room.buttons.step : [room.button].filter(Boolean));

  /** Enter in a choice adds, as in a text; the browser would only open its list. */
  function keys(event) {
    if (event.key !== 'Enter' || event.target.tagName !== 'SELECT') return;
    event.preventDefault();
    enter();
  }

  function enter() {
    if (!room.acts.canEdit()) return table.ask(room.acts.whyNot(), []);
    if (!from.value || !to.value) return table.ask(t('canvas.builder.both'), []), (from.value ? to : from).focus();
    if (from.value === to.value) return table.ask(t('canvas.builder.two'), []), to.focus();
    const source = from.value, target = to.value, button = offers().find((b) => `step:${b.id}` === kind.value);
    const of = button ? room.editor.kindOf(source, target, button) : kind.value;
    const link = { source, target, kind: of, practice: works.value };
    const id = room.acts.linkWithGrounds(link);
    works.value = 'not_said';
    to.value = '';
    const text = sentenceText(link, room.state.map.actors, room.vocabulary, t.language);
    if (room.drafts.has(id)) {
      table.came(id, t('tables.draft', { link: text }), {});
      return table.stand(id, 'evidence');
    }
    table.came(id, t('tables.linked', { link: text }), { undo: true });
    return to.focus();
  }

  return {
    node,
    field: from,
    show() {
      const actors = actorsByName(room);
      for (const [select, key] of [[from, 'who'], [to, 'whom']]) follow(select, [{ id: '', label: t(`canvas.builder.${key}`) }, ...actors]);
      const step = offers(), key = JSON.stringify([step, room.state.day?.sensitive]);
      if (key === offered) return;
      offered = key;
      const before = kind.value;
      fillOptions(kind, [...step.map((b) => ({ id: `step:${b.id}`, label: b.label[t.language], group: room.buttons.step.length ? t('canvas.builder.step') : '' })), ...linkKinds(room)]);
      if ([...kind.options].some((o) => o.value === before)) kind.value = before;
    },
  };
}
