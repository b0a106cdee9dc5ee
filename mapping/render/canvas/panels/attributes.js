// A control for any attribute of an actor or a link, as the vocabulary describes it: what a step asks for is data.
import { el } from '../dom.js';
import { labelOf, steady } from '../names.js';
import { looksLikePerson } from '../person.js';
import { choiceField, choicesField, flagField, selectField, textField, watchFocus } from './fields.js';
import { towerField } from './tower.js';

const LOOKS = { evidence: 'rows', formality: 'seg', confidence: 'seg', strength: 'seg' };
const LONG = 6; // choices from which on a list folds up
const TOWERS = new Set(['influence']);
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const DIRECT = new Set(['note', 'needs', 'interests', 'fears', 'ground']);

/** The scale an attribute's values come from: one of its own name where it names none. */
export const scaleOf = (name, { scale }, { scales }) => scales[scale] ?? scales[name] ?? (name.startsWith('position') ? scales.position : null);

/** Makes the control of an attribute; `of` is 'actor' or 'link', `id` of whom, `set(values)` stores.

The control is {name, node, show(thing, state), close?}. Null for attributes that nobody fills in by hand. */
export function attributeField(room, of, id, name, set) {
  const { t, vocabulary } = room, about = vocabulary.attributes[of][name];
  const make = about && MAKERS[about.type];
  if (!make) return null;
  const label = t(`linking.field.${name}`), hint = t(`linking.hint.${name}`);
  const how = {
    room, id, name, about, label, test: testOf(of, name), hint: hint === `linking.hint.${name}` ? '' : hint,
    scale: scaleOf(name, about, vocabulary)?.map((c) => ({ id: c.id, label: c.label[t.language] })), onset: (value) => set({ [name]: value }),
  };
  const field = make(how);
  if (how.hint && how.scale) field.node.append(el('p', { class: 'small soft' }, how.hint));
  const show = field.reads ?? ((thing) => field.show(thing[name]));
  watchFocus(field.node, name, (where) => room.editing?.(where));
  return { name, node: field.node, show, close: field.close };
}

/** The handle of a control for tests; where a link and an actor have the same attribute, the actor's says so. */
function testOf(of, name) {
  const known = { uses_force: 'force', kind: of === 'link' ? 'kind-select' : 'actor-kind' };
  return known[name] ?? (of === 'actor' && ['note', 'name', 'level', 'veto', 'evidence', 'confidence', 'as_of', 'formality'].includes(name) ? `actor-${name}` : of === 'link' && name === 'note' ? 'link-note' : name);
}

/** What is asked before a person's name goes onto the map; null for names of institutions and roles. */
export function personQuestion(room, text) {
  const { t, editor } = room, name = steady(text).trim();
  if (!looksLikePerson(name, editor.persons)) return null;
  return { words: t('canvas.typebox.person'), no: t('linking.person.no'), yes: t('linking.person.yes', { name }) };
}

const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

function choice({ room, name, label, test, scale, onset, about }) {
  const { t } = room, open = scale.some((c) => c.id === 'unknown' || c.id === 'not_said');
  if (scale.length >= LONG && name !== 'practice') return selectField({ label, test, options: [{ id: '', label: t('canvas.not_said') }, ...scale], onset });
  const placed = about.type === 'number' && name.startsWith('position'); // on a line through 0
  const choices = scale.map((c) => ({ ...c, label: name === 'evidence' ? `${c.id} · ${c.label}` : placed ? `${signed(c.id)} ${c.label}` : c.label }));
  const said = placed ? [...choices, { id: null, label: t('canvas.not_said') }] : choices;
  return choiceField({ label, test, look: LOOKS[name] ?? 'chips', choices: said, none: !open && said === choices, onset });
}

function number(how) {
  const { name, about, label, test, scale, onset, room: { t } } = how;
  if (scale) return choice(how);
  if (TOWERS.has(name)) return towerField({ label, test, t, onset, min: about.min ?? 0, max: about.max });
  const steps = Array.from({ length: about.max - (about.min ?? 0) + 1 }, (_, i) => ({ id: i + (about.min ?? 0), label: String(i + (about.min ?? 0)) }));
  return choiceField({ label: how.hint ? `${label} · ${how.hint}` : label, test, choices: [...steps, { id: null, label: t('canvas.tower.unrated') }], onset });
}

function text({ room, name, about, label, hint, test, onset }) {
  const lines = DIRECT.has(name) ? 3 : 1, { t } = room;
  const person = (value) => personQuestion(room, value);
  const warns = lines > 1 ? (value) => (value.split('\n').some(person) ? t('canvas.typebox.person') : '') : null;
  return textField({ label, hint: name === 'note' ? t('canvas.note_hint') : hint, test, lines, max: about.max, empty: true, onset, warns, asks: name === 'represents' ? person : null });
}

/** Actors to choose from: all but the one itself and what is part of it. */
function actor({ room, id, name, label, test, onset }) {
  const { t } = room, field = selectField({ label, test, options: [], onset });
  const select = field.node.querySelector('select');
  let known = null, language = null;
  const within = (actors, each) => {
    for (let at = actors.get(each), steps = 0; at && steps < 20; at = actors.get(at.part_of), steps += 1) if (at.id === id) return true;
    return false;
  };
  field.reads = (thing, { map: { actors } }) => {
    if (actors !== known || language !== t.language) {
      const rows = [...actors.values()].filter((a) => !within(actors, a.id)).map((a) => ({ id: a.id, label: labelOf(a, t.language) }));
      const { fill } = field;
      if (select.getRootNode().activeElement !== select) (fill([{ id: '', label: t('linking.nobody') }, ...rows.sort((a, b) => a.label.localeCompare(b.label, t.language))]), (known = actors), (language = t.language));
    }
    field.show(thing[name]);
  };
  return field;
}

const actorKind = ({ room: { t, vocabulary }, name, label, test, onset }) => {
  const kinds = Object.entries(vocabulary.actor_kinds).sort((a, b) => a[1].order - b[1].order).map(([id, kind]) => ({ id, label: kind.label[t.language] }));
  return selectField({ label, test, options: name === 'kind' ? kinds : [{ id: '', label: t('linking.nothing') }, ...kinds], onset });
};

const date = ({ room: { t }, label, hint, test, onset }) =>
  textField({ label, hint, test, max: 10, empty: true, onset: (value) => onset(value.trim()), wrong: (value) => (DATE.test(value.trim()) ? '' : t('linking.wrong.date')) });

const MAKERS = { text, choice, number, actor, date, actor_kind: actorKind, choices: (how) => choicesField({ ...how, choices: how.scale }), flag: flagField };
