// The columns of the table of links; as those of actors.
import { hasGrounds } from '../../grounds.js';
import { labelOf } from '../../names.js';
import { sentenceText } from '../../sentence.js';
import { actorsByName, lettered, linkKinds, said, scaleOf } from './choices.js';

export function linkColumns(room, table) {
  const { t, vocabulary } = room, { language } = t, word = (key) => t(`tables.column.${key}`);
  const set = (id, values) => room.acts.say(id, values);
  const name = (id) => labelOf(room.state.map.actors.get(id), language) || '?';
  const sentence = (link) => sentenceText(link, room.state.map.actors, vocabulary, language);
  const none = { id: '', label: t('canvas.not_said') };
  const directed = (link) => Boolean(vocabulary.link_kinds[link.kind]?.directed);
  const draft = (link) => room.drafts.has(link.id);
  const form = (link) => link.formality ?? vocabulary.link_kinds[link.kind]?.formality;
  const at = (scale, value) => (value === null || value === undefined ? null : scaleOf(room, scale).findIndex((c) => String(c.id) === String(value)));

  const end = (id, other) => ({
    id, label: word(id), heads: id === 'source', text: (k) => name(k[id]), sort: (k) => name(k[id]),
    edit: { as: 'choice', value: (k) => k[id], options: (k) => actorsByName(room).filter((a) => a.id !== k[other]), set: (k, value) => set(k.id, { [id]: value }) },
  });
  return [
    end('source', 'target'),
    { id: 'kind', label: word('link_kind'), family: (k) => vocabulary.families[vocabulary.link_kinds[k.kind]?.family]?.letter, text: (k) => vocabulary.link_kinds[k.kind]?.label[language] ?? k.kind, sort: (k) => vocabulary.link_kinds[k.kind]?.order ?? 99,
      edit: { as: 'choice', value: (k) => k.kind, options: (k) => linkKinds(room, k.kind), set: (k, kind) => room.acts.chooseKind(k.id, kind) } },
    end('target', 'source'),
    { id: 'practice', label: word('practice'), text: (k) => [k.proposed && t('proposals.badge'), said(room, 'practice', k.practice ?? 'not_said')].filter(Boolean).join(' · '), sort: (k) => at('practice', k.practice ?? 'not_said'),
      edit: { as: 'choice', places: true, value: (k) => k.practice ?? 'not_said', options: () => scaleOf(room, 'practice'), set: (k, practice) => set(k.id, { practice }) } },
    { id: 'formality', label: word('formality'), text: (k) => said(room, 'formality', form(k)), sort: (k) => at('formality', form(k)),
      edit: { as: 'choice', value: form, options: () => scaleOf(room, 'formality'), set: (k, formality) => set(k.id, { formality }) } },
    { id: 'confidence', label: word('confidence'), text: (k) => said(room, 'confidence', k.confidence), sort: (k) => at('confidence', k.confidence),
      edit: { as: 'choice', value: (k) => k.confidence, options: () => [none, ...scaleOf(room, 'confidence')], set: (k, confidence) => set(k.id, { confidence }), clears: true } },
    { id: 'evidence', label: word('evidence'), text: (k) => said(room, 'evidence', k.evidence), sort: (k) => k.evidence ?? null,
      edit: { as: 'choice', value: (k) => k.evidence, options: () => [none, ...lettered(room, 'evidence')], set: (k, evidence) => set(k.id, { evidence }), clears: true } },
    { id: 'note', label: word('note'), text: (k) => k.note ?? '', sort: (k) => k.note ?? '', edit: { as: 'text', lines: 3, max: 2000, value: (k) => k.note ?? '', set: (k, note) => set(k.id, { note }), clears: true } },
    { id: 'flip', label: word('flip'), text: (k) => t(directed(k) ? 'tables.flip' : 'tables.both_ways'),
      act: { name: (k) => t(directed(k) ? 'tables.flip_of' : 'tables.both_ways_of', { link: sentence(k) }), does: (k) => room.acts.flip(k.id) } },
    { id: 'more', label: word('more'), text: (k) => t(draft(k) ? (hasGrounds(k) ? 'tables.keep' : 'tables.complete') : 'tables.more'),
      act: { name: (k) => t(draft(k) ? 'tables.keep_of' : 'tables.more_of', { name: sentence(k) }), does: (k) => (draft(k) && hasGrounds(k) ? table.keep(k.id) : table.inspect(k.id)) } },
    { id: 'remove', label: word('remove'), text: () => t('tables.remove'), act: { name: (k) => t('tables.remove_of', { name: sentence(k) }), does: (k) => table.remove(k.id) } },
  ];
}

/** What the filter of links looks into. */
export const linkWords = (room) => (link) =>
  [sentenceText(link, room.state.map.actors, room.vocabulary, room.t.language), room.vocabulary.link_kinds[link.kind]?.label[room.t.language],
    said(room, 'practice', link.practice ?? 'not_said'), link.note].filter(Boolean).join(' ');
