// A map to be read, not drawn on: finding, seeing a part, going over it by keys, and what is selected in words.
import { el } from './dom.js';
import { keys } from './panels/keys.js';
import { lensPanel } from './panels/lens.js';
import { list } from './panels/list.js';
import { mapTools } from './panels/map_tools.js';
import { replay } from './panels/replay.js';
import { tool } from './panels/toolbar.js';
import { selectionText } from './panels/voice.js';

/** What is selected, with its note: who reads has no fields where it would stand. */
function reading(room) {
  const node = el('p', { class: 'reading', test: 'reading', hidden: true });
  return {
    node,
    show({ map }) {
      const thing = room.thing(room.selected), text = thing ? [selectionText(thing, { map, vocabulary: room.vocabulary, t: room.t }), thing.note].filter(Boolean).join('. ') : '';
      node.hidden = !text;
      if (node.textContent !== text) node.textContent = text;
    },
  };
}

/** Adds to a laptop's panels what a reader needs; gives what stands beside the sheet. */
export function layRead(room) {
  const { t, sheet } = room, said = reading(room), tools = mapTools(room);
  room.list = list(room);
  room.lensPanel = lensPanel(room);
  room.keys = keys(room);
  room.replay = replay(room);
  tools.node.append(tool('replay-open', 'play', t('replay.open'), () => room.replay.open()));
  tools.node.append(tool('keys-open', 'keys', t('canvas.tools.keys'), () => room.openKeys()));
  sheet.append(tools.node, tools.legend, said.node, room.replay.node);
  room.panels.push(room.replay, said, tools, room.list, room.lensPanel, room.keys);
  return [room.list.node, room.lensPanel.node, room.keys.node];
}
