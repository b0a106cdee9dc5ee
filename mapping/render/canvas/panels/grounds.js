// What a link of a hard kind asks before it is saved: on what it rests, and how sure the group is.
import { el } from '../dom.js';
import { hasGrounds } from '../grounds.js';
import { choiceField } from './fields.js';

/** The question for the draft `id`: {node, show(link)}; hidden while the link is none. */
export function grounds(room, id) {
  const { t, vocabulary } = room;
  const scale = (name) => vocabulary.scales[name].map((c) => ({ id: c.id, label: c.label[t.language] }));
  const lettered = scale('evidence').map((c) => ({ ...c, label: `${c.id} · ${c.label}` }));
  const set = (values) => room.acts.say(id, values);
  const basis = choiceField({ label: t('linking.field.evidence'), test: 'draft-evidence', choices: lettered, onset: (value) => set({ evidence: value }) });
  const sure = choiceField({ label: t('linking.field.confidence'), test: 'draft-confidence', look: 'seg', choices: scale('confidence'), onset: (value) => set({ confidence: value }) });
  const keep = el('button', { class: 'btn first', type: 'button', test: 'draft-keep', onclick: () => room.acts.keepDraft(id) }, t('linking.draft.keep'));
  const drop = el('button', { class: 'btn', type: 'button', test: 'draft-drop', onclick: () => room.acts.dropDraft(id) }, t('linking.draft.drop'));
  const node = el('section', { class: 'grounds', test: 'draft', 'aria-label': t('linking.draft.label'), hidden: true },
    el('p', {}, el('b', {}, t('linking.draft.label')), ' ', t('linking.draft.why')), basis.node, sure.node, el('div', { class: 'row' }, keep, drop));
  return {
    node,
    show(link) {
      node.hidden = !room.drafts.has(id);
      if (node.hidden) return;
      basis.show(link.evidence);
      sure.show(link.confidence);
      keep.disabled = !hasGrounds(link);
    },
  };
}
