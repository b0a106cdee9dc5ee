// After a silent round: actors that may be one, asked one pair at a time. Joining them is a change, to be undone as any.
import { newId } from '../client/ids.js';
import { el, refill } from '../dom.js';
import { labelOf } from '../names.js';

const AGAIN_MS = 700;
const TURNS = new Set(['batch', 'remove', 'add', 'undo']);

export function doubles(room) {
  const { t, vocabulary } = room;
  const title = el('h2', { class: 'cap', test: 'doubles-count' }), asked = el('div', { class: 'doubles-asked' });
  const node = el('section', { class: 'doubles', test: 'doubles', 'aria-label': t('round.doubles.label'), hidden: true }, title, asked);
  let drawn = null, timer;

  const ask = () => room.client.ask({ type: 'doubles' });
  const stop = room.client.listen((state, before, event) => {
    if ((event.type === 'line' && event.name === 'live') || event.type === 'snapshot') ask();
    else if (event.type === 'effects' && TURNS.has(event.op) && (['merged', 'same', 'undo'].includes(event.label) || state.doubles.length)) (clearTimeout(timer), (timer = setTimeout(ask, AGAIN_MS)));
  });

  /** The pairs whose actors are both there. */
  const pairsOf = ({ doubles: pairs, map }) => pairs.filter(({ left, right }) => map.actors.has(left) && map.actors.has(right));

  function same({ left, right }) {
    const { actors } = room.state.map, keep = actors.get(right).catalogue ? right : left, drop = keep === left ? right : left;
    const names = [keep, drop].map((id) => labelOf(actors.get(id), t.language));
    if (room.selected === drop) room.select(keep);
    if (room.client.ask({ type: 'same', id: newId('c-'), keep, drop })) room.status?.tell(t('round.doubles.joined', { name: names[0], other: names[1] }), { undo: true });
  }

  function pairOf(pair, state) {
    const rows = [pair.left, pair.right].map((id) => state.map.actors.get(id));
    const button = (actor) => el('li', {}, el('button', { type: 'button', class: 'said', onclick: () => room.reveal(actor.id) }, el('b', {}, labelOf(actor, t.language)), ' ', el('span', { class: 'soft' }, vocabulary.actor_kinds[actor.kind]?.label?.[t.language] ?? '')));
    return [
      el('ul', {}, rows.map(button)),
      el('div', { class: 'row' },
        el('button', { type: 'button', class: 'btn', test: 'double-same', onclick: () => same(pair) }, t('round.doubles.same')),
        el('button', { type: 'button', class: 'btn quiet', test: 'double-different', onclick: () => room.client.ask({ type: 'different', left: pair.left, right: pair.right }) }, t('round.doubles.different'))),
    ];
  }

  return {
    node,
    show(state) {
      const pairs = room.proposes ? [] : pairsOf(state), key = JSON.stringify([pairs, t.language, pairs[0] && [state.map.actors.get(pairs[0].left), state.map.actors.get(pairs[0].right)]]);
      if (key === drawn) return;
      drawn = key;
      node.hidden = !pairs.length;
      title.textContent = t.count('round.doubles.title', pairs.length);
      refill(asked, pairs.length ? pairOf(pairs[0], state) : []);
    },
    close: () => (stop(), clearTimeout(timer)),
  };
}
