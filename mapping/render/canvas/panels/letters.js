// Letters that nobody asked for as keys: whoever types over the map means the box, unless one goes over the map by keys.

const AFTER_MS = 100; // a click gives the focus a moment after the pointer is up

/** Whether a key writes a letter, also one that an accent is being put on. */
export const isLetter = ({ key, ctrlKey, metaKey, altKey }) => !ctrlKey && !metaKey && !altKey && (key === 'Dead' || (key.length === 1 && /\p{L}/u.test(key)));

export function letters(room) {
  const { root, mapNode } = room;
  let pointed = false, byKeys = false, timer;
  const press = () => (clearTimeout(timer), (pointed = true), (byKeys = false));
  const release = () => (timer = setTimeout(() => (pointed = false), AFTER_MS));
  const come = () => (byKeys = !pointed);
  root.addEventListener('pointerdown', press, true);
  document.addEventListener('pointerup', release, true);
  document.addEventListener('pointercancel', release, true);
  mapNode.addEventListener('focus', come);

  return {
    /** Whether an event means the box and not a command: a letter over the map after a click, or after one left the box. */
    mean(event, command) {
      if (!isLetter(event)) {
        if (command?.of === 'map' && room.mapKeys.here) byKeys = true;
        return false;
      }
      return Boolean(!byKeys && !command?.atHand && room.mapKeys.here && room.typebox?.ready);
    },
    /** One comes from the box: what is typed goes back into it. */
    leftBox: () => (byKeys = false),
    close() {
      clearTimeout(timer);
      root.removeEventListener('pointerdown', press, true);
      document.removeEventListener('pointerup', release, true);
      document.removeEventListener('pointercancel', release, true);
      mapNode.removeEventListener('focus', come);
    },
  };
}
