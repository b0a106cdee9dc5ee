// The keys of the box to type in: Tab completes what is there, arrows choose, Escape empties and then lets go.
import { isSure } from '../typing/name.js';

/** Gives what a key does; `box` has its list, the sentence `before`, and what it can do. */
export function boxKeys(room, input, { list, before, read, begin, clear, end, write }) {
  /** Keys of an empty box: what it takes nothing of by itself. Whether it was one. */
  function pressEmpty(pressed, ctrl) {
    if (pressed === 'Backspace' && before.prior && !input.value) return end(), true;
    if (ctrl && 'zyZ'.includes(pressed)) return pressed === 'z' ? room.acts.undo() : room.acts.redo(), true;
    if (pressed === '?') return room.openKeys(), true;
    return pressed === '/'; // that is how one comes here
  }

  /** First what is shown and typed, then the sentence that goes on, then the box itself. */
  function escape() {
    if (list.node.hidden && !input.value && !before.prior) return room.showMap ? false : (leave(), true);
    if (list.node.hidden && !input.value) end();
    clear();
    return true;
  }

  /** Onto the map, and say so: what is typed there comes back. */
  function leave() {
    room.enterMap();
    room.keys?.leftBox();
    room.status?.tell(room.t('typing.left'));
  }

  /** Tab in a box with text: the row that is marked, else the name that is meant, in full. It never leaves. */
  function complete() {
    const row = list.completes;
    if (row) return row.fill();
    const now = read(), { reading, reader } = now, name = reading.as === 'name', target = reading.links?.at(-1).target;
    const meant = name ? reader.name(reading.text) : reading.stage === 'done' && typeof target === 'string' ? reader.end(target) : {};
    return isSure(meant) && write({ id: meant.have ?? meant.take, slot: name ? 'name' : 'target' }, now);
  }

  /** Whether a key was taken. */
  function took({ key: pressed, shiftKey }, ctrl) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[pressed], empty = !input.value.trim();
    if (pressed === 'Escape') return escape();
    if (empty && pressEmpty(pressed, ctrl)) return true;
    if (by && list.rows.length) return list.step(by), true;
    if (by && empty) return begin(), true;
    if (pressed === 'Tab' && !empty && !shiftKey && !ctrl) return complete(), true;
    return false;
  }

  return (event) => {
    if (event.isComposing || event.altKey || !took(event, event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
