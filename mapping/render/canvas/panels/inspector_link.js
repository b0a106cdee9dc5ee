// A link: its sentence with the kind, does it work?, a note; how sure and on what basis under "more".
// A hard kind asks for its grounds first.
import { el, refill } from '../dom.js';
import { kindWord, kindsInOrder } from '../kinds.js';
import { sentence } from '../sentence.js';
import { selectField, sentenceNodes, watchFocus } from './fields.js';
import { isOwn } from '../proposing.js';
import { grounds } from './grounds.js';
import { inspectorFields } from './inspector_fields.js';
import { linkTalk } from './link_talk.js';

const MORE = ['formality', 'strength', 'evidence', 'confidence', 'territory', 'as_of'];
const GROUNDS = ['evidence', 'confidence'];

/** Names of the attributes to show: {main, more}, out of what the step asks and what this link says already. Pure. */
export function fieldsOf(link, { asked, free = false, hard = false, draft = false }, attributes) {
  const works = free || asked.includes('practice') || (link.practice && link.practice !== 'not_said');
  const known = asked.filter((name) => attributes[name] && !['kind', 'source', 'target', 'practice', 'note'].includes(name));
  const main = [...(works ? ['practice'] : []), ...(hard ? GROUNDS : []), ...known, 'note'];
  const more = [...(works ? [] : ['practice']), ...MORE].filter((name) => !main.includes(name));
  const kept = (names) => [...new Set(names)].filter((name) => !(draft && GROUNDS.includes(name))); // the draft asks for them above
  return { main: kept(main), more: kept(more) };
}

export function linkForm(room, id) {
  const { t, vocabulary } = room, { language } = t, attributes = vocabulary.attributes.link;
  const said = el('h2', { class: 'sentence', test: 'sentence' });
  const kind = selectField({ label: t('canvas.link.kind'), test: 'kind-select', options: [], onset: (value) => room.acts.chooseKind(id, value) });
  watchFocus(kind.node, 'kind', (where) => room.editing?.(where));
  const asked = grounds(room, id), talk = linkTalk(room, id);
  const turn = el('button', { class: 'btn', type: 'button', test: 'reverse', onclick: () => room.acts.flip(id) }, t('canvas.link.reverse'));
  const remove = el('button', { class: 'btn quiet danger', type: 'button', test: 'remove', onclick: () => room.acts.remove(id) }, t('canvas.link.remove'));
  const fields = inspectorFields(room, 'link', id, { more: t('linking.more') });
  const node = el('div', { class: 'form' }, said, talk.node, asked.node, kind.node, fields.main, fields.more, el('div', { class: 'row acts' }, turn, remove));
  let listed = '';

  /** Kinds by family; sensitive ones only while they are open, and the link's own always. */
  function options(own, open) {
    const key = `${open}${own}`;
    if (key === listed) return;
    listed = key;
    const ids = kindsInOrder(vocabulary, open);
    if (!ids.includes(own)) ids.push(own);
    const family = (each) => vocabulary.families[vocabulary.link_kinds[each].family];
    kind.fill(ids.filter((each) => vocabulary.link_kinds[each]).map((each) => ({ id: each, label: kindWord(each, vocabulary, language), group: `${family(each).letter} · ${family(each).label[language]}` })));
  }

  return {
    node,
    show(link, state) {
      const of = vocabulary.link_kinds[link.kind], draft = room.drafts.has(id);
      refill(said, sentenceNodes(sentence(link, state.map.actors, vocabulary, language), vocabulary.families[of?.family]?.letter ?? 'S'));
      options(link.kind, Boolean(state.day?.sensitive));
      kind.show(link.kind);
      asked.show(link);
      fields.lay(fieldsOf(link, { asked: state.day?.ask ?? [], free: !state.day?.step, hard: room.acts.needsGrounds(link.kind), draft }, attributes));
      const shown = { ...link, practice: link.practice ?? 'not_said', formality: link.formality ?? of?.formality };
      fields.show(shown, state);
      turn.hidden = !of?.directed;
      remove.hidden = !state.map.links.has(id) || Boolean(link.proposed); // declined or withdrawn above
      talk.show(link, state);
      const theirs = room.proposes && !isOwn(state, id);
      for (const each of [kind.node, fields.main, fields.more, turn.parentNode]) each.hidden = theirs;
    },
    close: fields.close,
  };
}
