// What can be chosen in a table: the scales, kinds and actors as options {id, label, group}.
import { el } from '../../dom.js';
import { kindsInOrder } from '../../kinds.js';
import { labelOf } from '../../names.js';

/** A scale of the vocabulary in the room's language. */
export const scaleOf = (room, name) => room.vocabulary.scales[name].map((c) => ({ id: c.id, label: c.label[room.t.language] }));

/** The label of a value of a scale, or ''. */
export const said = (room, name, value) => scaleOf(room, name).find((c) => String(c.id) === String(value))?.label ?? '';

/** A letter or number of a scale before its words: "B · known cases". */
export const lettered = (room, name) => scaleOf(room, name).map((c) => ({ ...c, label: `${c.id} · ${c.label}` }));

export function actorKinds({ vocabulary, t }) {
  const rows = Object.entries(vocabulary.actor_kinds).sort((a, b) => a[1].order - b[1].order);
  return rows.map(([id, kind]) => ({ id, label: kind.label[t.language] }));
}

/** Link kinds by family; sensitive ones while they are open, and `own` always. */
export function linkKinds({ vocabulary, t, state }, own = null) {
  const ids = kindsInOrder(vocabulary, Boolean(state.day?.sensitive));
  if (own && !ids.includes(own) && vocabulary.link_kinds[own]) ids.push(own);
  return ids.map((id) => {
    const kind = vocabulary.link_kinds[id], family = vocabulary.families[kind.family];
    return { id, label: kind.label[t.language], group: `${family.letter} · ${family.label[t.language]}` };
  });
}

let listed = { of: null, language: '', rows: [] };

/** All actors of the map by name; worked out once for a map. */
export function actorsByName({ state, t }) {
  const { actors } = state.map;
  if (listed.of !== actors || listed.language !== t.language) {
    const order = new Intl.Collator(t.language, { numeric: true, sensitivity: 'base' });
    const rows = [...actors.values()].map((actor) => ({ id: actor.id, label: labelOf(actor, t.language) }));
    listed = { of: actors, language: t.language, rows: rows.sort((a, b) => order.compare(a.label, b.label)) };
  }
  return listed.rows;
}

/** Bring a select up to `options` without making it anew: what is chosen and where the focus is stays. */
export function follow(select, options) {
  const have = new Map([...select.options].map((option) => [option.value, option]));
  let at = select.firstChild;
  for (const { id, label } of options) {
    const option = have.get(String(id)) ?? el('option', { value: id });
    have.delete(String(id));
    if (option.textContent !== label) option.textContent = label;
    if (option === at) at = at.nextSibling;
    else select.insertBefore(option, at);
  }
  for (const gone of have.values()) gone.remove();
}
