// The sentence that a name alone goes on with: it stands faintly before what one types, until something else begins.
import { el, familyClass, icon, letterBadge } from '../dom.js';
import { sentence } from '../sentence.js';

/** `drop()` lets it go. `show({source, verb, kind, link} | null)`; `stands(state)` tells whether it still holds. */
export function goOn(room, drop) {
  const { t, vocabulary } = room;
  const node = el('span', { class: 'go-on', test: 'go-on', hidden: true });
  let prior = null;

  /** "Congreso Nacional" and "supervisa a", as the sentence would say them. */
  function words({ source, kind }) {
    const name = room.state.map.actors.get(source) ?? { name: '' };
    const parts = sentence({ source, target: '', kind }, { get: (id) => (id ? name : { name: '…' }) }, vocabulary, t.language).slice(0, -1);
    const verb = parts.findIndex((part) => part.as === 'verb'), text = (some) => some.map((part) => part.text).join('');
    return [text(parts.slice(0, verb)), text(parts.slice(verb)).trim()];
  }

  return {
    node,
    get prior() {
      return prior;
    },
    show(next) {
      prior = next;
      node.hidden = !next;
      if (!next) return node.replaceChildren();
      const [who, does] = words(next), drops = t('typing.go_on_drop');
      return node.replaceChildren(
        el('span', { class: 'go-on-badge', 'aria-hidden': 'true' }, letterBadge(next.verb.letter)), el('span', { class: 'go-on-who', 'aria-hidden': 'true' }, who), el('span', { class: `go-on-verb ${familyClass(next.verb.letter)}`, 'aria-hidden': 'true' }, does),
        el('span', { class: 'vh' }, t('typing.go_on', { sentence: who + does })),
        el('button', { class: 'go-on-drop', type: 'button', test: 'go-on-drop', 'aria-label': drops, title: drops, onclick: drop }, icon('close', 12)));
    },
    /** What its link was put right to is what the sentence goes on with. */
    follow({ map }) {
      const link = map.links.get(prior.link) ?? room.drafts.get(prior.link), { verb } = prior;
      if (!link || (link.kind === prior.kind && link.source === prior.source)) return;
      const turned = link.source !== prior.source && verb.kinds.includes(link.kind), { family } = vocabulary.link_kinds[link.kind];
      this.show({ ...prior, source: link.source, kind: link.kind, verb: turned ? verb : { id: link.kind, kinds: [link.kind], letter: vocabulary.families[family].letter } });
    },
    /** Not taken back, and nothing else chosen since. */
    stands({ map }) {
      const there = map.links.has(prior.link) || room.drafts.has(prior.link);
      return there && map.actors.has(prior.source) && (!room.selected || room.selected === prior.link);
    },
  };
}
