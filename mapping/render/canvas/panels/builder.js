// The sentence builder: [actor] [verb] [actor], and "does it work?" in six answers. On a phone, and for the keyboard.
import { el, letterBadge, familyClass } from '../dom.js';
import { oversightKind } from '../kinds.js';
import { labelOf } from '../names.js';
import { choiceField, fillOptions } from './fields.js';
import { ActorRows, keepOptions } from './options.js';

/** How this screen stands at the table, in words: only for one that proposes and sees. */
const STANDING = { proposes: 'proposals.standing.proposes', open: 'proposals.standing.open', alone: 'proposals.standing.alone' };

let built = 0;

export function builder(room) {
  const { t, vocabulary } = room;
  const choose = (test, key) => el('select', { class: 'slot', test, 'aria-label': t(`canvas.builder.${key}`), onchange: () => refresh() });
  const from = choose('sentence-from', 'from'), to = choose('sentence-to', 'to');
  const verb = el('select', { class: 'slot verb', test: 'sentence-kind', 'aria-label': t('canvas.builder.kind'), onchange: () => refresh() });
  const badge = el('span', { class: 'row slot-verb' }, letterBadge('S'), verb);
  let answer = 'not_said', known = null, kinds = [], offered = null, ready = null;
  const listed = new ActorRows(t.language);
  const works = choiceField({
    label: t('canvas.works'), test: 'sentence-practice', choices: vocabulary.scales.practice.map((p) => ({ id: p.id, label: p.label[t.language] })),
    onset: (value) => works.show((answer = value)),
  });
  works.show(answer);
  const hint = el('p', { class: 'soft small', role: 'status', test: 'sentence-says', id: `sentence-says-${(built += 1)}`, hidden: true });
  const add = el('button', { class: 'btn first big', type: 'submit', test: 'sentence-add', disabled: true, 'aria-describedby': hint.id });
  const standing = el('p', { class: 'soft small', test: 'standing', hidden: true });
  const node = el('form', { class: 'build', 'aria-label': t('canvas.builder.label'), onsubmit: (event) => (event.preventDefault(), submit()) },
    el('div', { class: 'slots' }, from, badge, to), works.node, add, hint, standing);

  const say = (text) => {
    hint.textContent = text;
    hint.hidden = !text;
  };

  function submit() {
    if (!room.acts.canEdit()) return say(room.acts.whyNot());
    if (!from.value || !to.value) return say(t('canvas.builder.both'));
    if (from.value === to.value) return say(t('canvas.builder.two'));
    const chosen = kinds.find((k) => k.id === verb.value);
    const kind = room.editor.kindOf(from.value, to.value, chosen.button, chosen.variant);
    const id = kind && room.acts.linkWithGrounds({ source: from.value, target: to.value, kind, practice: works.node.hidden ? null : answer });
    if (!id) return say(t('canvas.builder.both'));
    say('');
    if (!room.drafts.has(id)) room.acts.drawn(id);
    to.value = '';
    works.show((answer = 'not_said'));
    if (add.matches(':focus')) to.focus({ preventScroll: true }); // the button waits for whom now
    return refresh();
  }

  /** Verbs to choose: the step's first, then the rest; the oversight kinds are one verb until the inspector. */
  function verbs() {
    const { step, others } = room.buttons;
    const rows = [];
    for (const [buttons, group] of [[step, t('canvas.builder.step')], [others, t('canvas.builder.others')]]) {
      for (const button of buttons) {
        const oversight = button.kinds.filter((id) => vocabulary.link_kinds[id].family === 'oversight');
        const rest = button.kinds.filter((id) => !oversight.includes(id));
        if (oversight.length) rows.push({ id: 'ov', button: { ...button, kinds: oversight }, variant: null, label: vocabulary.link_kinds[oversight[0]].verb[t.language], group, letter: 'S' });
        for (const id of rest) {
          const kind = vocabulary.link_kinds[id];
          rows.push({ id, button, variant: id, label: kind.verb[t.language], group, letter: vocabulary.families[kind.family].letter });
        }
      }
    }
    return rows.filter((row, i) => rows.findIndex((other) => other.id === row.id) === i);
  }

  function refresh() {
    const chosen = kinds.find((k) => k.id === verb.value) ?? kinds[0];
    badge.className = `row slot-verb ${familyClass(chosen?.letter ?? 'S')}`;
    badge.firstChild.replaceWith(letterBadge(chosen?.letter ?? 'S'));
    const { actors } = room.state.map;
    const both = actors.has(from.value) && actors.has(to.value);
    const kind = chosen?.id === 'ov' && both ? oversightKind(actors.get(from.value), actors.get(to.value)) : null;
    const open = missing(both);
    add.disabled = !room.state.ready || Boolean(open);
    say(open || (kind ? t('canvas.builder.proposed', { kind: vocabulary.link_kinds[kind].label[t.language] }) : ''));
  }

  /** What is still to be chosen, in words; nothing when the sentence is whole. */
  function missing(both) {
    if (listed.of(room.state.map.actors).length < 2) return t('typing.builder_few');
    if (!both) return t('canvas.builder.both');
    return from.value === to.value ? t('canvas.builder.two') : '';
  }

  return {
    node,
    /** Begin with this actor as the one who acts. */
    startWith(id) {
      from.value = id;
      refresh();
      to.focus();
    },
    show(state) {
      const actors = listed.of(state.map.actors);
      if (actors !== known) {
        known = actors;
        for (const [select, key] of [[from, 'who'], [to, 'whom']]) keepOptions(select, [{ id: '', label: t(`canvas.builder.${key}`) }, ...actors]);
        refresh();
      }
      if (offered !== room.buttons) {
        offered = room.buttons;
        kinds = verbs();
        fillOptions(verb, kinds);
        const first = kinds.find((k) => k.button.id === room.button?.id) ?? kinds[0]; // what a drag would draw
        verb.value = first?.id ?? ''; // a new step begins with its own verb
        refresh();
      }
      works.node.hidden = !state.day?.ask?.includes('practice');
      add.textContent = t(room.proposes ? 'canvas.builder.propose' : 'canvas.builder.add');
      standing.textContent = STANDING[room.how] ? t(STANDING[room.how]) : '';
      standing.hidden = !standing.textContent;
      if (state.ready !== ready) (ready = state.ready), refresh();
    },
  };
}
