// An actor: what the step asks, its name, kind and force, a note; the rest under "more". Which fields those are is data.
import { el } from '../dom.js';
import { labelOf, steady } from '../names.js';
import { personQuestion } from './attributes.js';
import { textField, watchFocus } from './fields.js';
import { inspectorFields } from './inspector_fields.js';
import { pinnedLine } from './pinned.js';

const FIRST = ['kind', 'uses_force'];
const LAST = ['note'];
const MORE = ['influence', 'veto', 'level', 'chain', 'part_of', 'represents', 'evidence', 'confidence', 'protect'];
const BESIDE = { influence: ['influence_sources'], position: ['position_declared', 'position_perceived'] }; // asked beside it, under "more"
const FRAMED = new Set(['influence', 'interest', 'position', 'position_declared', 'position_perceived']); // on the stated objective only
const ASKED = new Set(['position', 'position_declared', 'position_perceived']); // never unasked

/** Names of the attributes to show: {main, more}, out of what the step asks and what this actor says already. Pure. */
export function fieldsOf(actor, asked, attributes) {
  const known = asked.filter((name) => attributes[name] && ![...FIRST, ...LAST, 'name'].includes(name));
  const main = [...known, 'name', ...FIRST, ...LAST];
  const said = Object.keys(attributes).filter((name) => actor[name] !== undefined && actor[name] !== null && actor[name] !== '' && !(Array.isArray(actor[name]) && !actor[name].length));
  const more = [...known.flatMap((name) => BESIDE[name] ?? []), ...MORE, ...said].filter((name) => !main.includes(name) && (!ASKED.has(name) || asked.includes('position')));
  return { main, more: [...new Set(more)] };
}

export function actorForm(room, id) {
  const { t, vocabulary } = room, { language } = t, attributes = vocabulary.attributes.actor;
  const heading = el('h2', { class: 'sentence' }, el('b'));
  const own = el('p', { class: 'small soft', test: 'proposed-kind' }, t('canvas.actor.own'));
  const name = textField({
    label: t('canvas.actor.name'), test: 'actor-name', max: attributes.name.max, onset: (value) => room.acts.say(id, { name: steady(value).trim(), names: {} }), asks: (value) => personQuestion(room, value),
  });
  watchFocus(name.node, 'name', (where) => room.editing?.(where));
  const hint = el('p', { class: 'small soft', test: 'influence-hint' });
  const named = { name: 'name', node: name.node, show: (actor) => name.show(labelOf(actor, language)) };
  const fields = inspectorFields(room, 'actor', id, { more: t('canvas.actor.more'), own: [named], below: { influence: hint } });
  const connect = el('button', { class: 'btn', type: 'button', test: 'connect', onclick: () => room.acts.connectFrom(id) }, t('canvas.actor.connect'));
  const near = el('button', { class: 'btn', type: 'button', test: 'near', onclick: () => room.acts.near(id, 1) }, t('lens.near'));
  const remove = el('button', { class: 'btn quiet danger', type: 'button', test: 'remove', onclick: () => room.acts.remove(id) }, t('canvas.actor.remove'));
  const pinned = pinnedLine(room, id);
  const node = el('div', { class: 'form' }, heading, own, fields.main, fields.more, pinned.node, el('div', { class: 'row acts' }, connect, near, remove));
  const quiet = new Set(['names', 'x', 'y', 'pinned']);

  return {
    node,
    show(actor, state) {
      heading.firstChild.textContent = labelOf(actor, language);
      own.hidden = Boolean(actor.catalogue);
      pinned.show(actor);
      const { question, objective } = state.map.frame, framed = Boolean(question && objective);
      const asked = (state.day?.ask ?? []).filter((each) => framed || !FRAMED.has(each));
      const { main: first, more: rest } = fieldsOf(actor, asked, attributes);
      fields.lay({ main: first.filter((each) => !quiet.has(each)), more: rest.filter((each) => !quiet.has(each)) });
      const said = { ...actor, uses_force: actor.uses_force ?? vocabulary.actor_kinds[actor.kind]?.uses_force ?? 'unknown' };
      fields.show(said, state);
      const tower = fields.find('influence');
      if (tower) tower.node.inert = !framed;
      tower?.node.classList.toggle('off', !framed);
      hint.textContent = framed ? objective : t('canvas.actor.no_frame');
    },
    close() {
      const kept = name.close();
      fields.close();
      if (kept) room.status?.tell(t('linking.person.kept'));
    },
  };
}
