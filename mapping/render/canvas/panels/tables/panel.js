// The map as two tables, actors and links: everything that can be drawn can be written here.
import { el, icon } from '../../dom.js';
import { choices } from './asking.js';
import { remember, remembered } from './memory.js';
import { actorSheet, linkSheet } from './sheets.js';

const FOLLOW_MS = 150; // after the last step from row to row, before the map follows

export function tables(room, { phone = false } = {}) {
  const { t } = room, memory = remembered(room.data.seat);
  const head = el('h2', { class: 'vh' }, t('tables.label'));
  const filter = el('input', { class: 'field', type: 'search', test: 'table-filter', 'aria-label': t('tables.filter'), placeholder: t('tables.filter'), autocomplete: 'off', oninput: () => sheet().arrange(filter.value) });
  const shut = el('button', { class: 'btn quiet', type: 'button', test: 'table-close', 'aria-label': t('tables.close'), title: t('tables.close'), onclick: () => close() }, icon('close', 16));
  const asking = choices(t), says = el('p', { class: 'vh', role: 'status', test: 'table-says' });
  const body = el('div', { class: 'table-body', role: 'tabpanel', test: 'table-body' });
  const names = ['actors', 'links'];
  const tabs = names.map((name, i) => el('button', { type: 'button', role: 'tab', test: `table-${name}`, onclick: () => turn(name, true), onkeydown: (event) => step(event, i) }));
  const node = el('section', { class: 'table', test: 'table', 'aria-label': t('tables.label'), hidden: true, onkeydown: (event) => leave(event) },
    head, el('div', { class: 'row table-head' }, el('div', { class: 'row table-tabs', role: 'tablist', 'aria-label': t('tables.label') }, tabs), el('span', { class: 'grow' }), filter, phone ? null : shut), body, asking.node, says);
  let following, drawn = null, drafts = null;

  const table = {
    ask: (words, rows) => asking.ask(words, rows, focused()),
    linksOf: (id) => counts().get(id) ?? 0,
    showLinksOf(name) {
      filter.value = name;
      turn('links', false);
      sheet().arrange(name);
      sheet().grid.go(1, 0);
    },
    inspect(id) {
      room.root.dataset.beside = 'open';
      room.select(id);
      requestAnimationFrame(() => room.enterInspector?.());
    },
    remove(id) {
      if (room.drafts.has(id)) return sheet().grid.removing(id, () => (room.acts.dropDraft(id), follow()));
      return sheet().grid.removing(id, () => (room.acts.remove(id), follow()));
    },
    keep(id) {
      room.acts.keepDraft(id);
      follow();
    },
    /** Something new is on the map: said, and shown. */
    came(id, words, { undo = false }) {
      asking.done();
      room.status?.tell(words, { undo });
      room.draw();
    },
    stand: (id, column) => sheet().stand(id, column),
    at(id) {
      if (phone) return; // there the inspector would cover the table
      clearTimeout(following);
      following = setTimeout(() => room.selected !== id && room.thing(id) && room.select(id), FOLLOW_MS);
    },
    gone(id) {
      says.textContent = '';
      says.textContent = t('tables.gone.said');
    },
    leave: () => asking.done() || (phone ? room.turnTo('words') : close()),
    remember: (sort) => (memory.sort[memory.tab] = sort, remember(room.data.seat, memory)),
  };
  const sheets = { actors: actorSheet(room, table, memory.sort.actors), links: linkSheet(room, table, memory.sort.links) };
  const sheet = () => sheets[memory.tab];
  const focused = () => node.getRootNode().activeElement;

  let counted = { of: null, by: new Map() };
  function counts() {
    const { links } = room.state.map;
    if (counted.of !== links) {
      counted = { of: links, by: new Map() };
      for (const { source, target } of links.values()) for (const id of [source, target]) counted.by.set(id, (counted.by.get(id) ?? 0) + 1);
    }
    return counted.by;
  }

  function turn(name, clears) {
    memory.tab = name;
    remember(room.data.seat, memory);
    tabs.forEach((tab, i) => (tab.setAttribute('aria-selected', String(names[i] === name)), (tab.tabIndex = names[i] === name ? 0 : -1)));
    body.setAttribute('aria-label', t(`tables.tab.${name}`));
    body.replaceChildren(...sheet().nodes);
    if (clears) filter.value = '';
    count();
    sheet().arrange(filter.value);
  }

  function step(event, i) {
    if (!['ArrowLeft', 'ArrowRight'].includes(event.key)) return;
    event.preventDefault();
    turn(names[1 - i], true);
    tabs[1 - i].focus();
  }

  function leave(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (asking.done()) return;
    if (focused() === filter && filter.value) return void ((filter.value = ''), sheet().arrange(''));
    table.leave();
  }

  function open({ focus = true } = {}) {
    const link = room.state.map.links.has(room.selected) || room.drafts.has(room.selected);
    if (room.selected && room.thing(room.selected)) memory.tab = link ? 'links' : 'actors';
    memory.open = true;
    node.hidden = false;
    room.root.dataset.table = 'open';
    room.view?.cover(true);
    turn(memory.tab, true);
    if (!focus) return;
    if (!room.selected || !sheet().stand(room.selected)) sheet().field.focus();
  }

  function close({ focus = true } = {}) {
    clearTimeout(following);
    memory.open = false;
    remember(room.data.seat, memory);
    node.hidden = true;
    delete room.root.dataset.table;
    room.view?.cover(false);
    if (focus && !phone) room.enterMap();
  }

  function count() {
    const { actors, links } = room.state.map;
    tabs.forEach((tab, i) => (tab.textContent = `${t(`tables.tab.${names[i]}`)} ${[actors, links][i].size.toLocaleString(t.language)}`));
  }

  /** Bring the table up to the map. */
  function follow() {
    if (node.hidden) return;
    const { map } = room.state;
    drawn = map;
    drafts = room.drafts.rows;
    count();
    sheet().follow();
  }

  delete room.root.dataset.table;
  if (memory.open && !phone) requestAnimationFrame(() => node.isConnected && open({ focus: false }));
  return {
    node,
    open,
    shut: close,
    get shown() {
      return !node.hidden;
    },
    show(state) {
      if (node.hidden || !state.ready) return;
      if (state.map !== drawn || drafts !== room.drafts.rows) follow();
      sheet().select(room.selected);
      if (!room.selected) delete room.root.dataset.beside; // the inspector was closed
    },
    close: () => clearTimeout(following),
  };
}
