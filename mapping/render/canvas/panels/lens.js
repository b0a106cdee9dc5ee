// Seeing only a part: the panel where it is chosen, and the line on the map that says what is shown while it holds.
import { el, icon, letterBadge, refill } from '../dom.js';
import { settled } from '../lens.js';
import { labelOf } from '../names.js';
import { tallyOf } from '../view/lens.js';

const ASKED = ['family', 'practice', 'confidence', 'kind', 'level', 'formality', 'strength'];

const NAMED = new Set(['practice', 'confidence']); // their answers alone would not say to what

/** The choices of a facet that this map has, in the order of the vocabulary: [{id, label, count}]. Pure. */
export function choicesOf(facet, map, vocabulary, language) {
  const counts = tallyOf(facet, settled(map), vocabulary), scales = vocabulary.scales ?? {};
  const known = { family: vocabulary.families, kind: vocabulary.actor_kinds, cell: vocabulary.cells }[facet];
  const rows = known
    ? Object.entries(known).sort((a, b) => (a[1].order ?? 0) - (b[1].order ?? 0)).map(([id, { label }]) => ({ id, label }))
    : scales[facet === 'force' ? 'uses_force' : facet] ?? [];
  return rows.filter(({ id }) => counts.get(id)).map(({ id, label }) => ({ id, label: label[language], count: counts.get(id) }));
}

/** Whether a facet is worth asking for: it tells things of this map apart. Pure. */
export const divides = (facet, choices, map) =>
  choices.length > 1 || (choices.length === 1 && choices[0].count < settled(map)[facet === 'kind' || facet === 'level' ? 'actors' : 'links'].size);

/** What is shown, in words: "4 of 12 actors and 3 of 15 links: Supervises · around CONADEH". Pure. */
export function shownWords(part, lens, map, vocabulary, t) {
  if (!part.actors.size) return t('lens.nothing');
  const chosen = Object.keys(lens.chosen).flatMap((facet) => choicesOf(facet, map, vocabulary, t.language).filter(({ id }) => lens.has(facet, id)).map(({ label }) => (NAMED.has(facet) ? `${t(`lens.facet.${facet}`)} ${label}` : label)));
  if (lens.around) chosen.push(t('lens.around', { name: labelOf(map.actors.get(lens.around.id), t.language) }));
  const all = settled(map).links, links = [...part.links].filter((id) => all.has(id)).length;
  const counts = t('lens.shows', { actors: part.actors.size, all_actors: map.actors.size, links, all_links: all.size });
  return [chosen.length ? `${counts}: ${chosen.join(' · ')}` : counts, part.own ? t.count('lens.own', part.own) : ''].filter(Boolean).join('; ') + '.';
}

/** The panel: a row of chips for each facet that this map has. */
export function lensPanel(room) {
  const { t, vocabulary } = room;
  const body = el('div', { class: 'lens-body' });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'lens-close', 'aria-label': t('lens.close'), onclick: () => close() }, icon('close', 16));
  const node = el('section', { class: 'lens', test: 'lens', hidden: true, 'aria-label': t('lens.title'), onkeydown: (event) => event.key === 'Escape' && (event.preventDefault(), event.stopPropagation(), close()) },
    el('div', { class: 'row' }, el('h2', { class: 'grow' }, t('lens.title')), shut), el('p', { class: 'small soft' }, t('lens.mine')), body);
  let drawn = null, selected = null;

  function chip(facet, { id, label, count }) {
    const on = room.lens.has(facet, id), letter = facet === 'family' ? vocabulary.families[id].letter : null;
    return el('button', { class: `chip${on ? ' on' : ''}`, type: 'button', test: `lens-${facet}-${id}`, 'aria-pressed': String(on), onclick: () => room.acts.lens(facet, id) },
      letter && letterBadge(letter), label, el('span', { class: 'num count' }, String(count)));
  }

  function draw(map) {
    const groups = ASKED.map((facet) => [facet, choicesOf(facet, map, vocabulary, t.language)])
      .filter(([facet, choices]) => divides(facet, choices, map) || choices.some(({ id }) => room.lens.has(facet, id)));
    refill(body, groups.map(([facet, choices]) => el('div', { class: 'f', role: 'group', 'aria-label': t(`lens.facet.${facet}`) },
      el('h3', { class: 'cap' }, t(`lens.facet.${facet}`)), el('div', { class: 'chips' }, choices.map((choice) => chip(facet, choice))))),
    groups.length ? null : el('p', { class: 'soft' }, t('lens.none')));
  }

  function close() {
    node.hidden = true;
    room.home();
  }

  return {
    node,
    open() {
      node.hidden = !node.hidden;
      if (node.hidden) return;
      drawn = null;
      selected = room.selected;
      this.show(room.state);
      (node.querySelector('.chip') ?? shut).focus();
    },
    show({ map }) {
      if (room.selected !== selected && room.selected) node.hidden = true; // the inspector stands there
      selected = room.selected;
      const key = [map, room.lens.key];
      if (node.hidden || drawn?.every((was, i) => was === key[i])) return;
      drawn = key;
      draw(map);
    },
  };
}

/** The line on the map: what is shown, how far a neighbourhood goes, and the way back to all. */
export function lensBar(room) {
  const { t, vocabulary } = room;
  const words = el('p', { class: 'grow', test: 'lens-says', role: 'status' });
  const steps = [1, 2].map((n) => el('button', { type: 'button', test: `lens-steps-${n}`, onclick: () => room.acts.near(room.lens.around.id, n) }, t.count('lens.step', n)));
  const seg = el('div', { class: 'seg', role: 'group', 'aria-label': t('lens.steps') }, steps);
  const hide = el('button', { class: 'chip', type: 'button', test: 'lens-hide', onclick: () => room.acts.hideRest(!room.lens.hides) }, t('lens.hide'));
  const all = el('button', { class: 'btn', type: 'button', test: 'lens-all', onclick: () => room.acts.seeAll() }, t('lens.all'));
  const node = el('div', { class: 'lens-bar', test: 'lens-bar', hidden: true }, words, el('div', { class: 'row' }, seg, hide, all));
  return {
    node,
    show({ map }) {
      const { part } = room;
      const turned = node.hidden === Boolean(part);
      node.hidden = !part;
      if (part) tell(map);
      room.view.inset.top = part ? 16 + node.offsetHeight : 24; // a fit leaves its room
      if (turned && room.view.sheet) room.view.fit(); // all was in sight: it stays so
    },
  };

  function tell(map) {
    const { part, lens } = room;
    const text = shownWords(part, lens, map, vocabulary, t);
    if (words.textContent !== text) words.textContent = text;
    seg.hidden = !lens.around;
    steps.forEach((step, i) => {
      const on = lens.around?.steps === i + 1;
      step.classList.toggle('on', on);
      step.setAttribute('aria-pressed', String(on));
    });
    hide.classList.toggle('on', lens.hides);
    hide.setAttribute('aria-pressed', String(lens.hides));
  }
}
