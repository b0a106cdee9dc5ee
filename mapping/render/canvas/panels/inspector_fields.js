// The fields of an inspector, each made when it is first needed: what the step asks stands first, the rest under "more".
import { el } from '../dom.js';
import { attributeField } from './attributes.js';

/** The fields of an actor or a link (`of`). `own` are fields that the form made itself, `below` is what stands under a
    field: {name: node}. Gives {main, more, find(name), lay(names), show(said, state), close()}. */
export function inspectorFields(room, of, id, { more: title, own = [], below = {} }) {
  const main = el('div', { class: 'fields' }), inMore = el('div', { class: 'more-body' });
  const more = el('details', { class: 'more', test: 'more' }, el('summary', {}, title), inMore);
  const made = new Map(own.map((each) => [each.name, each]));
  let laid = '';

  const set = (values) => room.acts.say(id, values);
  const field = (name) => {
    if (!made.has(name)) made.set(name, attributeField(room, of, id, name, set));
    return made.get(name);
  };
  const nodes = (names) => names.flatMap((name) => [field(name)?.node, field(name) && below[name]]).filter(Boolean);

  return {
    main,
    more,
    find: (name) => made.get(name),
    /** Put each field where it belongs now; nothing moves while that stays as it was. */
    lay(names) {
      const key = JSON.stringify(names);
      if (key === laid) return;
      laid = key;
      main.replaceChildren(...nodes(names.main));
      inMore.replaceChildren(...nodes(names.more));
    },
    show(said, state) {
      for (const each of made.values()) each?.show(said, state);
    },
    close() {
      for (const each of made.values()) each?.close?.();
    },
  };
}
