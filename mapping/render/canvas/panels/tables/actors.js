// The columns of the table of actors. A column is {id, label, text(row), sort(row), edit?, act?}:
// `edit` is how its cells are written ({as: 'text' | 'choice' | 'flag', …, set(row, value)}), `act` what its button does.
import { labelOf, steady } from '../../names.js';
import { looksLikePerson } from '../../person.js';
import { actorKinds, said, scaleOf } from './choices.js';

export function actorColumns(room, table) {
  const { t, vocabulary } = room, { language } = t, word = (key) => t(`tables.column.${key}`);
  const set = (id, values) => room.acts.say(id, values);
  const label = (actor) => labelOf(actor, language);
  const none = { id: '', label: t('canvas.not_said') };
  const force = (actor) => actor.uses_force ?? vocabulary.actor_kinds[actor.kind]?.uses_force ?? 'unknown';
  const { frame } = room.state.map, asks = (name) => Boolean(room.state.day?.ask?.includes(name));

  /** A name that reads like a person's is taken only after an answer. */
  function rename(actor, text) {
    const name = steady(text).trim();
    if (!name || name === label(actor)) return undefined;
    const take = () => set(actor.id, { name, names: {} });
    if (!looksLikePerson(name, room.editor.persons)) return take();
    return table.ask(t('canvas.typebox.person'), [
      { test: 'table-person-no', label: t('tables.person.keep', { name: label(actor) }) },
      { test: 'table-person-yes', label: t('tables.person.rename', { name }), does: take },
    ]);
  }

  const scaled = (id, scale, options) => ({
    id, label: word(id), text: (a) => said(room, scale, a[id]), sort: (a) => a[id] ?? null,
    edit: { as: 'choice', value: (a) => a[id], options: () => options, set: (a, value) => set(a.id, { [id]: value }), clears: true },
  });
  const towers = Array.from({ length: 6 }, (_, n) => ({ id: n, label: String(n) }));
  const columns = [
    { id: 'name', label: word('name'), text: label, sort: label, heads: true, edit: { as: 'text', max: 120, value: label, set: rename } },
    { id: 'kind', label: word('kind'), text: (a) => vocabulary.actor_kinds[a.kind]?.label[language] ?? a.kind, sort: (a) => vocabulary.actor_kinds[a.kind]?.order ?? 99,
      edit: { as: 'choice', value: (a) => a.kind, options: () => actorKinds(room), set: (a, kind) => set(a.id, { kind }) } },
    { id: 'uses_force', label: word('uses_force'), text: (a) => said(room, 'uses_force', force(a)), sort: (a) => scaleOf(room, 'uses_force').findIndex((c) => c.id === force(a)),
      edit: { as: 'choice', value: force, options: () => scaleOf(room, 'uses_force'), set: (a, value) => set(a.id, { uses_force: value }) } },
    frame.question && frame.objective && { id: 'influence', label: word('influence'), number: true, text: (a) => (a.influence == null ? '' : String(a.influence)), blank: t('canvas.tower.unrated'), sort: (a) => a.influence ?? null,
      edit: { as: 'choice', digits: true, value: (a) => a.influence, options: () => [{ id: '', label: t('canvas.tower.unrated') }, ...towers], set: (a, value) => set(a.id, { influence: value }), clears: true } },
    { ...scaled('level', 'level', [none, ...scaleOf(room, 'level')]), sort: (a) => (a.level ? scaleOf(room, 'level').findIndex((c) => c.id === a.level) : null) },
    asks('position') && scaled('position', 'position', [none, ...scaleOf(room, 'position')]),
    { id: 'protect', label: word('protect'), text: (a) => (a.protect ? t('tables.yes') : ''), sort: (a) => (a.protect ? 0 : 1),
      edit: { as: 'flag', value: (a) => Boolean(a.protect), set: (a, value) => set(a.id, { protect: value }) } },
    { id: 'note', label: word('note'), text: (a) => a.note ?? '', sort: (a) => a.note ?? '', edit: { as: 'text', lines: 3, max: 2000, value: (a) => a.note ?? '', set: (a, note) => set(a.id, { note }), clears: true } },
    { id: 'links', label: word('links'), number: true, text: (a) => String(table.linksOf(a.id)), sort: (a) => table.linksOf(a.id), act: { name: (a) => t.count('tables.links_of', table.linksOf(a.id), { name: label(a) }), does: (a) => table.showLinksOf(label(a)) } },
    { id: 'more', label: word('more'), text: () => t('tables.more'), act: { name: (a) => t('tables.more_of', { name: label(a) }), does: (a) => table.inspect(a.id) } },
    { id: 'remove', label: word('remove'), text: () => t('tables.remove'), act: { name: (a) => t('tables.remove_of', { name: label(a) }), does: (a) => table.remove(a.id) } },
  ];
  return columns.filter(Boolean);
}

/** What the filter of actors looks into. */
export const actorWords = (room) => (actor) =>
  [actor.name, ...Object.values(actor.names ?? {}), room.vocabulary.actor_kinds[actor.kind]?.label[room.t.language], actor.note].filter(Boolean).join(' ');
