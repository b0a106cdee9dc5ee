// The five fields of a link: its sentence with the kind, does it work?, formality, confidence, note.
import { el, refill } from '../dom.js';
import { sentence } from '../sentence.js';
import { kindsInOrder } from '../kinds.js';
import { grounds } from './grounds.js';
import { choiceField, selectField, sentenceNodes, textField } from './fields.js';

export function linkForm(room, id) {
  const { t, vocabulary } = room, { language } = t;
  const set = (values) => room.acts.say(id, values);
  const scale = (name) => vocabulary.scales[name].map((c) => ({ id: c.id, label: c.label[language] }));
  const said = el('p', { class: 'sentence', test: 'sentence' });
  const kind = selectField({ label: t('canvas.link.kind'), test: 'kind-select', options: [], onset: (value) => set({ kind: value }) });
  const select = kind.node.querySelector('select');
  const practice = choiceField({ label: t('canvas.works'), test: 'practice', choices: scale('practice'), onset: (value) => set({ practice: value }) });
  const form = choiceField({ label: t('canvas.link.formality'), test: 'formality', look: 'seg', choices: scale('formality'), onset: (value) => set({ formality: value }) });
  const sure = choiceField({ label: t('canvas.link.confidence'), test: 'confidence', look: 'seg', none: true, choices: scale('confidence'), onset: (value) => set({ confidence: value }) });
  const note = textField({ label: t('canvas.note'), hint: t('canvas.note_hint'), test: 'link-note', lines: 3, max: 2000, onset: (value) => set({ note: value }) });
  const asked = grounds(room, id);
  const turn = el('button', { class: 'btn', type: 'button', test: 'reverse', onclick: () => set({ source: current.target, target: current.source }) }, t('canvas.link.reverse'));
  const remove = el('button', { class: 'btn quiet danger', type: 'button', test: 'remove', onclick: () => room.acts.remove(id) }, t('canvas.link.remove'));
  const node = el('div', { class: 'form' }, said, asked.node, kind.node, practice.node, form.node, sure.node, note.node, el('div', { class: 'row acts' }, turn, remove));
  let current = null, listed = '';

  /** Kinds by family; sensitive ones only while they are open, and the link's own always. */
  function options(open) {
    const key = `${open}${current.kind}`;
    if (key === listed) return;
    listed = key;
    const ids = kindsInOrder(vocabulary, open);
    if (!ids.includes(current.kind)) ids.push(current.kind);
    const rows = ids.filter((k) => vocabulary.link_kinds[k]).map((k) => ({ k, label: vocabulary.link_kinds[k].label[language], family: vocabulary.families[vocabulary.link_kinds[k].family] }));
    const groups = new Map();
    for (const { k, label, family } of rows) {
      if (!groups.has(family)) groups.set(family, el('optgroup', { label: `${family.letter} · ${family.label[language]}` }));
      groups.get(family).append(el('option', { value: k }, label));
    }
    select.replaceChildren(...groups.values());
  }

  return {
    node,
    show(link, state) {
      current = link;
      const of = vocabulary.link_kinds[link.kind];
      refill(said, sentenceNodes(sentence(link, state.map.actors, vocabulary, language), vocabulary.families[of?.family]?.letter ?? 'S'));
      options(Boolean(state.day?.sensitive));
      kind.show(link.kind);
      asked.show(link);
      sure.node.hidden = !asked.node.hidden;
      remove.hidden = !state.map.links.has(id);
      practice.show(link.practice ?? 'not_said');
      form.show(link.formality ?? of?.formality);
      sure.show(link.confidence);
      note.show(link.note);
      turn.hidden = !of?.directed;
    },
    close: () => note.close(),
  };
}
