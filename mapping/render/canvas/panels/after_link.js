// What may be said of a link the moment it is drawn: another variant, does it work?, the other way round. It stands where
// it covers nobody, beside the link or along the sheet's edge. Never a modal: it goes away when the next thing begins.
import { el, familyClass, icon, letterBadge, refill } from '../dom.js';
import { kindWord } from '../kinds.js';
import { grown, union } from '../view/geometry.js';
import { standing } from './beside.js';

export const VARIANT_KEYS = ['q', 'w', 'e', 'r', 't', 'y', 'u'];
const CLEAR = 1; // px between it and what it covers not
const LEAST = 560; // px of a strip that two rows are enough for
const CONTROLS = '.zoom, .map-tools, .tray, .lens-bar'; // what is pressed on the sheet
const BEGINS = ['pointerdown', 'wheel', 'focusin'];
const FEW = 4; // kinds that are all shown at once; of more, the one in force and the rest on demand

/** The kinds a bar offers, the one in force first where they are many: they keep this order while it stands. Pure. */
export const offered = (kinds, kind) => (kinds.length > FEW ? [kind, ...kinds.filter((id) => id !== kind)] : kinds);

const boxOf = (element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { x0: left, y0: top, x1: right, y1: bottom };
};

export function afterLink(room) {
  const { t, vocabulary } = room, { language } = t;
  const node = el('section', { class: 'after', test: 'after-link', 'aria-label': t('linking.after.label'), hidden: true });
  let id = null, kinds = [], all = false, drawn = '', looked = '', sized = '';

  const chip = ({ test, on, key, onclick }, ...label) => el('button', { class: `chip${on ? ' on' : ''}`, type: 'button', test, 'aria-pressed': String(Boolean(on)), onclick }, label, key ? el('kbd', { 'aria-hidden': 'true' }, key) : null);

  function kindChips(link) {
    if (kinds.length < 2) return null;
    const many = kinds.length > FEW, rows = many && !all ? kinds.slice(0, 1) : kinds;
    return el('div', { class: 'chips', role: 'group', 'aria-label': t('canvas.link.kind') }, rows.map((kind, i) => {
      const of = vocabulary.link_kinds[kind], letter = vocabulary.families[of.family].letter;
      return chip({ test: `after-kind-${kind}`, on: link.kind === kind, key: VARIANT_KEYS[i]?.toUpperCase(), onclick: () => room.acts.chooseKind(id, kind) },
        el('span', { class: familyClass(letter) }, letterBadge(letter)), kindWord(kind, vocabulary, language));
    }), many && !all ? chip({ test: 'after-others', onclick: () => ((all = true), draw(), stand(room.thing(id))) }, t('linking.after.others')) : null);
  }

  function answers(link, asked) {
    const practice = link.practice ?? 'not_said';
    const choices = vocabulary.scales.practice.filter((choice) => asked || choice.id === 'missing');
    return el('div', { class: 'chips', role: 'group', 'aria-label': t('canvas.works') }, choices.map((choice) => chip({
      test: `after-${choice.id}`, on: practice === choice.id, key: asked ? String(vocabulary.scales.practice.indexOf(choice) + 1) : '0',
      onclick: () => room.acts.say(id, { practice: !asked && practice === 'missing' ? 'not_said' : choice.id }),
    }, choice.label[language])));
  }

  function draw() {
    const link = room.thing(id), asked = !room.state.day?.step || room.state.day.ask?.includes('practice');
    const key = JSON.stringify([id, kinds, all, asked, link.kind, link.practice]);
    if (key === drawn) return;
    drawn = key;
    const small = (test, words, onclick, shortcut) => el('button', { class: 'btn quiet', type: 'button', test, onclick }, words, shortcut ? el('kbd', { 'aria-hidden': 'true' }, shortcut) : null);
    const directed = vocabulary.link_kinds[link.kind]?.directed;
    refill(node, kindChips(link), asked ? [el('p', { class: 'cap' }, t('canvas.works')), answers(link, asked)] : null,
      el('div', { class: 'row' }, asked ? null : answers(link, asked),
        directed ? small('after-flip', t('linking.after.flip'), () => room.acts.flip(id), 'X') : null,
        small('after-undo', t('canvas.tools.undo'), () => room.acts.undo()),
        room.showMap ? small('after-more', t('linking.after.more'), () => room.inspect(id)) : null,
        el('span', { class: 'grow' }),
        el('button', { class: 'btn quiet', type: 'button', test: 'after-close', 'aria-label': t('canvas.inspector.close'), onclick: () => close() }, icon('close', 16))));
  }

  /** Stand near the middle of the link, on nobody; where it is too crowded, along the sheet's edge. */
  function stand(link) {
    const { view, sheet } = room, frame = sheet.getBoundingClientRect();
    const inside = { x0: frame.left, y0: frame.top, x1: frame.right, y1: frame.bottom };
    const boxes = (of) => view.boxesOf(of);
    const ends = [link.source, link.target], controls = [...sheet.querySelectorAll(CONTROLS)].map(boxOf).filter(({ x0, x1 }) => x1 > x0);
    const keep = [...ends, id].flatMap(boxes).map((box) => grown(box, CLEAR));
    const middle = union(ends.map((end) => boxes(end)[0]).filter(Boolean)) ?? inside;
    const badge = boxes(id)[0] ?? middle, point = { x: (badge.x0 + badge.x1) / 2, y: (badge.y0 + badge.y1) / 2 };
    const spare = [...[...room.state.map.actors.keys()].filter((actor) => !ends.includes(actor)).flatMap(boxes).map((box) => grown(box, CLEAR)), ...controls];
    const free = strip(inside);
    const sized = (low) => (node.classList.toggle('low', low), (node.style.maxWidth = low ? `${Math.round(free.x1 - free.x0)}px` : ''), { w: node.offsetWidth, h: node.offsetHeight });
    const { left, top, low } = standing(sized(false), sized(true), point, inside, free, keep, spare);
    sized(low);
    node.style.left = `${Math.round(left - frame.left)}px`;
    node.style.top = `${Math.round(top - frame.top)}px`;
  }

  /** Where a strip may lie: a laptop's over the line that says what was done, beside the zoom where that leaves two rows;
  a phone's above its tools. */
  function strip({ x0, y0, x1, y1 }) {
    const [zoom, ...tools] = [...room.sheet.querySelectorAll('.zoom, .map-tools')].map(boxOf).filter((box) => box.x1 > box.x0);
    const beside = zoom && !room.showMap && zoom.x0 - x0 > LEAST;
    const bottom = room.showMap ? Math.min(y1, ...[zoom, ...tools].filter(Boolean).map((box) => box.y0)) : y1;
    return { x0: x0 + 8, y0: y0 + 8, x1: (beside ? zoom.x0 : x1) - 8, y1: bottom - 4 };
  }

  /** Whether something lies over the whole map. */
  const over = () => Boolean(room.tables?.shown);
  const where = () => JSON.stringify([room.view.stage.scale, room.view.stage.centre]);
  const size = () => JSON.stringify(room.view.stage.size);

  /** The sheet has another size: what stands on it has moved, though nobody looks elsewhere. */
  function follow() {
    if (sized === size()) return;
    [looked, sized] = [where(), size()];
    stand(room.thing(id));
  }

  function close() {
    if (id === null) return;
    const inside = node.contains(node.getRootNode().activeElement);
    id = null;
    node.hidden = true;
    for (const name of BEGINS) room.root.removeEventListener(name, elsewhere, true);
    if (inside) room.mapNode.focus({ preventScroll: true });
  }

  /** A press, the wheel or the focus anywhere but here (and, for the focus, on the map): the next thing begins. */
  function elsewhere(event) {
    const path = event.composedPath();
    if (!path.includes(node) && !(event.type === 'focusin' && path.includes(room.mapNode))) close();
  }

  return {
    node,
    get id() {
      return over() ? null : id;
    },
    /** The kinds that keys choose from, just now. */
    get kinds() {
      return over() || id === null ? [] : kinds;
    },
    open(link, offers) {
      const row = room.thing(link);
      id = link;
      for (const name of BEGINS) room.root.addEventListener(name, elsewhere, { capture: true, passive: true });
      kinds = offered(offers, row.kind);
      all = false;
      drawn = '';
      node.hidden = false;
      node.style.left = node.style.top = '0';
      draw();
      stand(row);
      [looked, sized] = [where(), size()];
    },
    close,
    show() {
      if (id === null) return;
      const held = room.showMap ? !room.selected : room.selected === id; // a phone selects it for "more" only
      if (held && room.state.map.links.has(id)) follow();
      const gone = over() || !held || !room.state.map.links.has(id) || looked !== where() || room.typebox?.node.matches(':focus-within');
      if (gone) close();
      else draw();
    },
  };
}
