// A phone: strip, the step's one instruction, the sentence builder, the map as sentences; the map is a second tab.
import { el } from './dom.js';
import { undoable } from './client/sync.js';
import { builder } from './panels/builder.js';
import { activity } from './panels/activity.js';
import { afterLink } from './panels/after_link.js';
import { alone } from './panels/alone.js';
import { arrangeMenu } from './panels/arrange.js';
import { cover } from './panels/cover.js';
import { doubles } from './panels/doubles.js';
import { draftLine } from './panels/drafts.js';
import { houseRules } from './panels/house_rules.js';
import { inspector } from './panels/inspector.js';
import { keys } from './panels/keys.js';
import { lensBar, lensPanel } from './panels/lens.js';
import { list } from './panels/list.js';
import { mapTools } from './panels/map_tools.js';
import { unnamed, zoom } from './layout_wide.js';
import { openToAll, proposals } from './panels/proposals.js';
import { sentences } from './panels/sentences.js';
import { ratings } from './panels/ratings.js';
import { nudge } from './panels/nudge.js';
import { pad } from './panels/pad.js';
import { past } from './panels/past.js';
import { readBack } from './panels/read_back.js';
import { replay } from './panels/replay.js';
import { saveOwn } from './panels/save_own.js';
import { status } from './panels/status.js';
import { strip } from './panels/strip.js';
import { tables } from './panels/tables/panel.js';
import { tool } from './panels/toolbar.js';
import { tray } from './panels/tray.js';
import { typebox } from './panels/typebox.js';

const STAYS = 250; // ms that the box stays where it is when one leaves it: a tap elsewhere hits what was seen

/** An instruction as its first sentence and the rest. Pure. */
export function firstSentence(text) {
  const at = text.search(/(?<=[.?!])\s/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** While one types the box stands first and nothing moves it: what it offers has the room that a keyboard leaves. That
lasts as long as one is busy on the page, whose order would else change under the finger. */
function whileTyping(box, page, root) {
  let leaving;
  box.addEventListener('focusin', () => root.classList.add('typing'));
  page.addEventListener('focusin', () => clearTimeout(leaving));
  page.addEventListener('focusout', () => (leaving = setTimeout(() => root.classList.toggle('typing', root.classList.contains('typing') && page.matches(':focus-within')), STAYS)));
}

/** Makes the panels of a phone and gives the room's elements. */
export function layPhone(room) {
  const { t, sheet, root } = room;
  room.typebox = typebox(room);
  room.builder = builder(room);
  room.status = status(room);
  room.nudge = nudge(room);
  room.keys = keys(room);
  room.past = past(room);
  room.tables = tables(room, { phone: true });
  const top = strip(room), covered = cover(room), said = sentences(room), rated = ratings(room), refused = tray(room), panel = inspector(room, { sheet: true });
  const head = el('h1'), more = el('p', { class: 'soft' }), ask = el('div', { class: 'waits', test: 'step-instruction' }, head, ' ', more);
  const build = el('section', { class: 'panel' }, room.builder.node);
  const drafts = draftLine(room), opening = openToAll(room), proposed = proposals(room), byOneself = alone(room), twice = doubles(room); // openings and proposals for a phone that draws
  const words = el('section', { class: 'tab words', role: 'tabpanel' }, ask, rated.node, room.typebox.node, drafts.node, build, refused.node, proposed.node, twice.node, opening.node, said.node);
  whileTyping(room.typebox.node, words, root);
  room.afterLink = afterLink(room);
  const shown = lensBar(room), tools = mapTools(room);
  room.list = list(room);
  room.lensPanel = lensPanel(room);
  room.arranging = arrangeMenu(room);
  tools.node.append(room.arranging.opener('btn'), saveOwn(room, 'btn'));
  sheet.append(room.arranging.node, covered.hint, zoom(room), tools.node, shown.node, unnamed(room, 'lens.closer'), room.afterLink.node, room.tables.node, room.past.look.node, (room.replay = replay(room)).node);
  const map = el('section', { class: 'tab drawn', role: 'tabpanel' }, sheet, tools.legend, room.lensPanel.node, room.list.node);
  const undo = tool('undo', 'undo', t('canvas.tools.undo'), () => room.acts.undo());
  const redo = tool('redo', 'redo', t('canvas.tools.redo'), () => room.acts.redo());
  const doing = activity(room), open = tool('past-open', 'past', t('past.open'), () => room.past.open());
  const foot = el('div', { class: 'foot row' }, el('div', { class: 'sayings' }, room.status.node, doing.node), open, undo, redo);

  if (room.data.group) room.pad = pad(room, { phone: true });
  const names = ['words', 'map', 'table', ...(room.pad ? ['pad'] : [])];
  const labels = { table: 'tables.open', pad: 'pad.tab' };
  const tabs = names.map((name) => el('button', { type: 'button', role: 'tab', test: `tab-${name}`, onclick: () => turnTo(name) }, t(labels[name] ?? `canvas.tabs.${name}`)));
  function turnTo(name) {
    room.tab = name;
    root.dataset.tab = name;
    tabs.forEach((tab, i) => tab.setAttribute('aria-selected', String(names[i] === name)));
    if (name === 'table') room.tables.open({ focus: false });
    else if (room.tables.shown) room.tables.shut({ focus: false });
    if (name !== 'pad') room.pad?.flush();
    if (name === 'map') requestAnimationFrame(() => room.fitOnce());
  }
  room.showMap = () => turnTo('map');
  room.turnTo = turnTo;
  let fitted = false;
  room.fitOnce = () => {
    if (!room.view || !room.state.ready || (fitted && !room.view.outside)) return;
    fitted = true;
    room.view.fit();
  };
  turnTo(room.tab ?? 'words');

  const page = {
    show(state) {
      const day = state.day, text = day?.instruction?.[t.language] || day?.title?.[t.language] || '';
      [head.textContent, more.textContent] = firstSentence(text);
      more.hidden = !more.textContent;
      ask.hidden = !text;
      const can = undoable(state);
      undo.disabled = !can.undo;
      redo.disabled = !can.redo;
      const linking = state.map.actors.size > 1;
      build.hidden = !linking;
      tabs[names.indexOf('pad')]?.classList.toggle('asked', Boolean(day?.writes?.length));
      words.dataset.first = linking && room.buttons.step.length ? 'build' : 'type';
    },
  };
  room.panels = [room.past, doing, room.arranging, room.afterLink, drafts, top, covered, page, room.typebox, room.builder, refused, proposed, opening, rated, said, panel, shown, tools, room.list, room.lensPanel, room.status, room.nudge, room.tables, room.keys];
  const together = room.data.group ? [houseRules(room), readBack(room)] : [];
  room.panels.push(byOneself, twice, room.replay, ...(room.pad ? [room.pad] : []), ...together);
  room.holding = [panel, room.typebox, room.builder, room.afterLink, drafts];
  return [el('div', {}, top.node, byOneself.node), el('div', { class: 'body' }, words, map, room.pad?.node ?? ''), panel.node, foot, el('nav', { class: 'tabs', role: 'tablist' }, tabs), room.past.node, ...together.map((panel) => panel.node), covered.node, room.nudge.node, room.keys.node];
}
