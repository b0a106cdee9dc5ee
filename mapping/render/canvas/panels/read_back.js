// Reading back: what a table has said on its map, to be read aloud and put right before the step is over.
import { el, letterBadge, refill } from '../dom.js';
import { labelOf } from '../names.js';
import { practiceLabel, sentence } from '../sentence.js';
import { aloud } from './aloud.js';
import { sentenceNodes } from './fields.js';

/** What is read of a map: towers, highest first; who has none; the links, without proposals. Pure. */
export function statementsOf(map, language) {
  const name = (actor) => labelOf(actor, language), byName = (a, b) => name(a).localeCompare(name(b), language);
  const actors = [...map.actors.values()], rated = actors.filter((a) => Number.isInteger(a.influence));
  return {
    towers: rated.sort((a, b) => b.influence - a.influence || byName(a, b)),
    unrated: actors.filter((a) => !Number.isInteger(a.influence)).sort(byName),
    links: [...map.links.values()].filter((link) => !link.proposed),
  };
}

export function readBack(room) {
  const { t, vocabulary } = room, sheet = aloud(room, 'read-back', t('day.read.title'));
  const rows = el('div', {}), said = el('p', { class: 'soft', role: 'status', test: 'read-back-said', hidden: true }, t('day.read.said'));
  const done = el('button', { class: 'btn first', type: 'button', test: 'read-back-done', onclick: () => say(true) }, t('day.read.done'));
  const not = el('button', { class: 'link', type: 'button', test: 'read-back-not', hidden: true, onclick: () => say(false) }, t('day.read.not'));
  sheet.body.append(el('p', { class: 'soft' }, t('day.read.means')), rows);
  sheet.foot.append(done, said, not);
  let drawn = null, was = null;

  const say = (read) => room.client.ask({ type: 'read_back', done: read });
  const line = (id, ...words) => el('li', {}, el('button', { type: 'button', class: 'said', test: `read-${id}`, onclick: () => (sheet.put(), room.reveal(id)) }, ...words));

  function link(one, map) {
    const letter = vocabulary.families[vocabulary.link_kinds[one.kind]?.family]?.letter ?? 'S';
    const works = el('span', { class: 'soft' }, ` ${t('canvas.works')} `, el('b', {}, practiceLabel(one, vocabulary, t.language)));
    return line(one.id, letterBadge(letter), el('span', {}, sentenceNodes(sentence(one, map.actors, vocabulary, t.language), letter), '.', works));
  }

  function fill(map, asks) {
    const { towers, unrated, links } = statementsOf(map, t.language);
    const tower = (actor) => line(actor.id, el('span', { class: 'tower-n num' }, String(actor.influence)), el('span', {}, labelOf(actor, t.language)));
    refill(rows,
      asks && towers.length ? [el('h3', {}, t('day.read.towers')), el('ol', {}, towers.map(tower))] : [],
      asks && unrated.length ? el('p', { class: 'soft' }, t('day.read.unrated', { names: unrated.map((a) => labelOf(a, t.language)).join(', ') })) : [],
      links.length ? [el('h3', {}, t('day.read.links')), el('ol', {}, links.map((one) => link(one, map)))] : [],
      map.actors.size ? [] : el('p', {}, t('day.read.empty')));
  }

  return {
    node: sheet.node,
    show({ ready, day, map, read }) {
      if (!ready) return;
      if (day?.hidden) return void (refill(rows), (drawn = null)); // it stays open, with nothing in it
      sheet.open(room.data.alone ? null : day?.reading ?? null);
      if (!day?.reading) return void (refill(rows), (drawn = null));
      if (drawn !== map) fill((drawn = map), day.ask?.includes('influence'));
      if (read && !was) sheet.put();
      was = read;
      for (const [node, on] of [[done, !read], [said, read], [not, read]]) node.hidden = !on;
    },
  };
}
