// What the zoom does to type, lines and shapes. Pure.

const STEP = 1.1;
const LEAST_TEXT = 11, MOST_TEXT = 19; // px on the screen for type of 15 px
const LEAST_LINE = 0.6, LEAST_SHAPE = 0.45; // of their size

/** The sizes in force at a scale, in steps so that a picture lasts over a stretch of zooming.

Returns {key, text, line, shape}: factors in map units. Names stay between 11 and 19 px on the screen. */
export function sizesAt(scale, least = LEAST_TEXT) {
  const smallest = least / 15, largest = Math.max(MOST_TEXT / 15, smallest);
  const wanted = scale < smallest ? smallest / scale : scale > largest ? largest / scale : 1;
  const step = Math.ceil(Math.log(wanted) / Math.log(STEP) - 1e-9);
  const text = STEP ** step;
  const effective = text > 1 ? smallest / text : scale;
  return {
    key: step,
    text,
    line: text > 1 ? Math.max(1, (LEAST_LINE * Math.max(1, smallest)) / effective) : 1,
    shape: text > 1 ? Math.max(1, LEAST_SHAPE / effective) : 1,
  };
}
