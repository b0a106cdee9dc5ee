// What the zoom does to type, lines and shapes. Pure.

const STEP = 1.1;
const LEAST_TEXT = 11, MOST_TEXT = 19; // px on the screen for type of 15 px
const ROOM_LINE = 4; // px of a line of 1 px where type is larger than a hand's screen has it: 6 px for the thinnest
const FAR = 0.45, FAR_TEXT = 0.945; // where names are many and the room is short, type goes down to 10.4 px
const SHRINK = [[0.12, 0.25, 0.3], [0.36, 0.45, 0.6]]; // [scale, least shape, least line] of their size: less the further away

/** Least share of its size that a shape and a line keep at a scale. */
function leastAt(scale) {
  const [[near, ...low], [far, ...high]] = SHRINK;
  const way = Math.min(1, Math.max(0, (scale - near) / (far - near)));
  return low.map((value, i) => value + (high[i] - value) * way);
}

/** The sizes in force at a scale, in steps so that a picture lasts over a stretch of zooming.

Returns {key, text, line, shape}: factors in map units. Names stay between 10.4 and 19 px on the screen. */
export function sizesAt(scale, least = LEAST_TEXT) {
  const smallest = (least * (least <= LEAST_TEXT && scale < FAR ? FAR_TEXT : 1)) / 15, largest = Math.max(MOST_TEXT / 15, smallest);
  const wanted = scale < smallest ? smallest / scale : scale > largest ? largest / scale : 1;
  const step = Math.ceil(Math.log(wanted) / Math.log(STEP) - 1e-9);
  const text = STEP ** step;
  const effective = text > 1 ? smallest / text : scale, [shape, line] = leastAt(effective);
  return {
    key: step,
    text,
    line: least > MOST_TEXT ? Math.max(1, ROOM_LINE / (text > 1 ? effective : scale)) : text > 1 ? Math.max(1, line / effective) : 1,
    shape: text > 1 ? Math.max(1, shape / effective) : 1,
  };
}
