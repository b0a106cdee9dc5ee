// What is selected on the map, said in words to those who do not see it; only while they are on the map.
import { el } from '../dom.js';
import { labelOf } from '../names.js';
import { practiceLabel, sentenceText } from '../sentence.js';

/** A selected actor or link in words: name, kind, what was said of it, how many links. Pure. */
export function selectionText(thing, { map, vocabulary, t, draft = false }) {
  const { language } = t;
  if (!thing) return '';
  if (thing.source) {
    return [thing.proposed ? t('proposals.badge') : '', sentenceText(thing, map.actors, vocabulary, language), vocabulary.link_kinds[thing.kind]?.label[language],
      draft ? t('linking.draft.label') : `${t('canvas.works')} ${practiceLabel(thing, vocabulary, language)}`].filter(Boolean).join(', ');
  }
  let links = 0;
  for (const { source, target, proposed } of map.links.values()) links += !proposed && (source === thing.id || target === thing.id) ? 1 : 0;
  const influence = thing.influence == null ? '' : t('tables.influence', { n: thing.influence });
  return [labelOf(thing, language), vocabulary.actor_kinds[thing.kind]?.label[language], influence, t.count('tables.links_said', links)].filter(Boolean).join(', ');
}

export function voice(room) {
  const node = el('p', { class: 'vh', role: 'status', test: 'voice' });
  let said = '', last = '';
  const say = (text) => {
    if (text === said) return;
    said = text;
    node.textContent = text;
  };
  return {
    node,
    say,
    show(state) {
      if (!room.mapKeys?.here) return;
      const text = selectionText(room.thing(room.selected), { map: state.map, vocabulary: room.vocabulary, t: room.t, draft: room.drafts.has(room.selected) });
      if (text === last) return; // said already, or something else has been said since
      last = text;
      say(text);
    },
  };
}
