// The panels of a workshop's day, each in its place in both layouts: `room.slots.pad` and so on. Each is a node with
// `show(state)`; one that has nothing to say hides itself.
import { doubles } from './doubles.js';
import { hand } from './hand.js';
import { pad } from './pad.js';
import { readBack } from './read_back.js';
import { replay } from './replay.js';
import { rules } from './rules.js';
import { three } from './three.js';

/** Makes them and keeps them in `room.slots`. */
export function slots(room) {
  room.slots = { hand: hand(room), read: readBack(room), pad: pad(room), three: three(room), doubles: doubles(room), replay: replay(room), rules: rules(room) };
  return room.slots;
}
