// A laptop: strip; legend, box and map, inspector. Read mode leaves out what edits.
import { el } from './dom.js';
import { layRead } from './layout_read.js';
import { activity } from './panels/activity.js';
import { afterLink } from './panels/after_link.js';
import { alone } from './panels/alone.js';
import { cover } from './panels/cover.js';
import { doubles } from './panels/doubles.js';
import { draftLine } from './panels/drafts.js';
import { houseRules } from './panels/house_rules.js';
import { inspector } from './panels/inspector.js';
import { keys } from './panels/keys.js';
import { legend } from './panels/legend.js';
import { lensBar, lensPanel } from './panels/lens.js';
import { linker } from './panels/linker.js';
import { list } from './panels/list.js';
import { nudge } from './panels/nudge.js';
import { pad } from './panels/pad.js';
import { past } from './panels/past.js';
import { openToAll, proposals } from './panels/proposals.js';
import { readBack } from './panels/read_back.js';
import { replay } from './panels/replay.js';
import { status } from './panels/status.js';
import { strip } from './panels/strip.js';
import { tables } from './panels/tables/panel.js';
import { tool, toolbar } from './panels/toolbar.js';
import { tray } from './panels/tray.js';
import { typebox } from './panels/typebox.js';

/** Zoom and fit, over the map; `fit` says how many actors stand outside of what is visible. */
export function zoom(room) {
  const { t } = room;
  const fit = tool('fit', 'fit', t('canvas.tools.fit'), () => room.view.fit()), count = el('span', { class: 'num small', test: 'outside' });
  fit.append(count);
  room.tellOutside = (n) => {
    const words = n ? t.count('canvas.tools.outside', n) : '';
    count.textContent = words;
    fit.setAttribute('aria-label', [t('canvas.tools.fit'), words].filter(Boolean).join(': '));
  };
  return el('div', { class: 'zoom' },
    tool('zoom-in', 'plus', t('canvas.tools.closer'), () => room.view.zoomBy(1.25)),
    tool('zoom-out', 'minus', t('canvas.tools.further'), () => room.view.zoomBy(0.8)),
    fit);
}

/** How many actors stand there without a name: on the room's screen none that could be read from the back row; on a
phone (`words`) they come on going closer. */
export function unnamed(room, words = 'lens.unnamed') {
  const node = el('p', { class: 'unnamed', test: 'unnamed', hidden: true });
  room.tellUnnamed = (n) => {
    node.hidden = !n;
    node.textContent = n ? room.t.count(words, n) : '';
  };
  return node;
}

/** Makes the panels of a laptop and gives the room's elements. */
export function layWide(room) {
  const { sheet, edits } = room;
  room.status = status(room);
  room.nudge = nudge(room);
  const top = strip(room), covered = cover(room), side = legend(room), shown = lensBar(room), doing = activity(room);
  sheet.append(covered.hint, zoom(room), el('div', { class: 'sayings' }, doing.node, room.status.node), shown.node);
  room.panels = [top, covered, side, shown, room.status, doing, room.nudge];
  if (room.data.projector) sheet.append(unnamed(room));
  const read = edits || room.data.projector ? [] : layRead(room); // the room's screen has nobody at its keys
  if (!edits) return [top.node, el('div', { class: 'body' }, side.node, el('section', { class: 'work' }, sheet, read)), covered.node, room.nudge.node];

  room.typebox = typebox(room);
  room.list = list(room);
  room.lensPanel = lensPanel(room);
  room.keys = keys(room);
  room.past = past(room);
  if (room.data.group) room.pad = pad(room);
  room.replay = replay(room);
  room.tables = tables(room);
  room.linker = linker(room);
  const tools = toolbar(room), right = inspector(room), refused = tray(room);
  room.builder = right.builder;
  const proposed = proposals(room), opening = openToAll(room);
  right.foot.before(proposed.node, opening.node);
  const byOneself = alone(room), twice = doubles(room);
  right.foot.before(twice.node);
  room.afterLink = afterLink(room);
  const drafts = draftLine(room);
  sheet.append(room.linker.node, room.tables.node, room.afterLink.node, drafts.node, refused.node, room.past.look.node, room.replay.node);
  sheet.append(room.arranging.node);
  room.holding = [right, room.typebox, room.afterLink, drafts, room.linker];
  const together = room.data.group ? [houseRules(room), readBack(room)] : [];
  room.panels.push(byOneself, twice, room.replay, ...(room.pad ? [room.pad] : []), ...together);
  room.panels.push(room.past, room.arranging, room.afterLink, drafts, proposed, opening, tools, right, refused, room.list, room.lensPanel, room.tables, room.linker, room.keys);
  return [top.node, el('div', { class: 'body' }, el('section', { class: 'work' }, byOneself.node, tools.node, sheet, room.list.node, room.lensPanel.node), right.node, side.node), room.past.node, room.pad?.node ?? '', ...together.map((panel) => panel.node), covered.node, room.nudge.node, room.keys.node];
}
