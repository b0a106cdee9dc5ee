// The five fields of an actor: name, kind, force, influence, note; the rest under "more".
import { el } from '../dom.js';
import { labelOf, steady } from '../names.js';
import { choiceField, selectField, textField, towerField } from './fields.js';

export function actorForm(room, id) {
  const { t, vocabulary } = room, { language } = t;
  const set = (values) => room.editor.set(id, values);
  const scale = (name) => vocabulary.scales[name].map((c) => ({ id: c.id, label: c.label[language] }));
  const heading = el('p', { class: 'sentence' }, el('b'));
  const catalogued = el('p', { class: 'small soft', test: 'proposed-kind' });
  const name = textField({ label: t('canvas.actor.name'), test: 'actor-name', max: 120, onset: (value) => set({ name: steady(value).trim(), names: {} }) });
  const kinds = Object.entries(vocabulary.actor_kinds).sort((a, b) => a[1].order - b[1].order).map(([kind, k]) => ({ id: kind, label: k.label[language] }));
  const kind = selectField({ label: t('canvas.actor.kind'), test: 'actor-kind', options: kinds, onset: (value) => set({ kind: value }) });
  const force = choiceField({ label: t('canvas.actor.force'), test: 'force', choices: scale('uses_force'), onset: (value) => set({ uses_force: value }) });
  const tower = towerField({ label: t('canvas.actor.influence'), test: 'influence', t, onset: (value) => set({ influence: value }) });
  const towerHint = el('p', { class: 'small soft', test: 'influence-hint' });
  const note = textField({ label: t('canvas.note'), hint: t('canvas.note_hint'), test: 'actor-note', lines: 3, max: 2000, onset: (value) => set({ note: value }) });
  const level = selectField({ label: t('canvas.actor.level'), test: 'actor-level', options: [{ id: '', label: t('canvas.not_said') }, ...scale('level')], onset: (value) => set({ level: value }) });
  const chain = el('div', { class: 'chips', role: 'group' });
  const stages = scale('chain').map((stage) => {
    const box = el('button', { class: 'chip', type: 'button', test: `chain-${stage.id}`, onclick: () => toggle(stage.id) }, stage.label);
    chain.append(box);
    return { id: stage.id, box };
  });
  const veto = el('input', { type: 'checkbox', test: 'actor-veto', onchange: () => set({ veto: veto.checked }) });
  const towers = el('div', { class: 'f-block' }, tower.node, towerHint);
  const inMore = el('div', { class: 'more-body' });
  const more = el('details', { class: 'more', test: 'more' }, el('summary', {}, t('canvas.actor.more')), inMore);
  const chainField = el('div', { class: 'f' }, el('span', { class: 'label' }, t('canvas.actor.chain')), chain);
  const vetoField = el('label', { class: 'row check' }, veto, t('canvas.actor.veto'));
  inMore.append(level.node, chainField, vetoField);
  const connect = el('button', { class: 'btn', type: 'button', test: 'connect', onclick: () => room.acts.connectFrom(id) }, t('canvas.actor.connect'));
  const remove = el('button', { class: 'btn quiet danger', type: 'button', test: 'remove', onclick: () => room.acts.remove(id) }, t('canvas.actor.remove'));
  const main = el('div', { class: 'form' }, heading, catalogued, name.node, kind.node, force.node, towers, note.node, more, el('div', { class: 'row acts' }, connect, remove));
  let current = null;

  function toggle(stage) {
    const on = new Set(current?.chain ?? []);
    if (on.has(stage)) on.delete(stage);
    else on.add(stage);
    set({ chain: stages.map((s) => s.id).filter((s) => on.has(s)) });
  }

  return {
    node: main,
    show(actor, state) {
      current = actor;
      heading.firstChild.textContent = labelOf(actor, language);
      const isOwn = !actor.catalogue;
      catalogued.textContent = isOwn ? t('canvas.actor.own') : '';
      catalogued.hidden = !isOwn;
      name.show(labelOf(actor, language));
      kind.show(actor.kind);
      force.show(actor.uses_force ?? vocabulary.actor_kinds[actor.kind]?.uses_force ?? 'unknown');
      const { question, objective } = state.map.frame;
      const framed = Boolean(question && objective), asked = Boolean(state.day?.ask?.includes('influence'));
      tower.show(actor.influence);
      tower.node.inert = !framed;
      towers.classList.toggle('off', !framed);
      towerHint.textContent = framed ? objective : t('canvas.actor.no_frame');
      const home = framed && asked ? main : inMore;
      if (towers.parentElement !== home) home === main ? main.insertBefore(towers, note.node) : inMore.prepend(towers);
      note.show(actor.note);
      level.show(actor.level);
      for (const { id: stage, box } of stages) {
        const on = (actor.chain ?? []).includes(stage);
        box.classList.toggle('on', on);
        box.setAttribute('aria-pressed', String(on));
      }
      veto.checked = Boolean(actor.veto);
    },
    close() {
      name.close();
      note.close();
    },
  };
}
