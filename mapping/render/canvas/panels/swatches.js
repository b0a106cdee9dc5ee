// Small pictures for the legend: a line as a practice draws it, an actor's shape, a tower.
import { svg } from '../dom.js';

const SHAPES = {
  state_provides: ['rect', { x: 4.2, y: 3.2, width: 13.7, height: 13.7, rx: 1.1 }],
  nonstate_provides: ['circle', { cx: 11, cy: 10, r: 7.4 }],
  state_governs: ['polygon', { points: '11,1.4 19.6,10 11,18.6 2.4,10' }],
  nonstate_governs: ['polygon', { points: '11,1.6 19.6,16.8 2.4,16.8' }],
  international: ['polygon', { points: '11,1.4 13.6,6.8 19.6,7.7 15.2,11.8 16.3,17.7 11,14.9 5.7,17.7 6.8,11.8 2.4,7.7 8.4,6.8' }],
  served: ['ellipse', { cx: 11, cy: 10, rx: 9.5, ry: 6.2 }],
};

/** The shape of a cell, with the border and fill of how its actors use force. */
export function shape(cell, force = 'none') {
  const [tag, attributes] = SHAPES[cell] ?? SHAPES.nonstate_provides;
  return svg('svg', { width: 22, height: 20, viewBox: '0 0 22 20', 'aria-hidden': 'true' }, svg(tag, { class: `sh force-${force}`, ...attributes }));
}

/** A line as a practice draws it. */
export function line(practice) {
  const works = practice === 'works', blocked = practice === 'blocked';
  const head = works
    ? svg('polygon', { class: 'hd', points: '31,6.5 41,11 31,15.5' })
    : blocked
      ? svg('path', { class: 'hd open', d: 'M40 5V17' })
      : svg('polyline', { class: `hd open ${practice}`, points: '33,6.5 41,11 33,15.5' });
  return svg('svg', { width: 44, height: 22, viewBox: '0 0 44 22', 'aria-hidden': 'true', class: 'swatch' },
    svg('path', { class: `ln ${practice}`, d: works ? 'M2 11H32' : 'M2 11H38' }), head);
}

/** A line as formality or strength draws it, in ink: neither has a colour. */
export const plainLine = (form, strength = 1) => svg('svg', { width: 44, height: 12, viewBox: '0 0 44 12', 'aria-hidden': 'true' },
  svg('path', { class: `ln plain form-${form}`, style: `stroke-width: ${1.5 + strength - 1}px`, d: 'M2 6H42' }));

/** A tower of five. */
export function tower() {
  const discs = [27.4, 22, 16.6, 11.2, 5.8].map((y) => svg('rect', { class: 'tw', x: 5, y, width: 11, height: 4, rx: 1 }));
  return svg('svg', { width: 22, height: 36, viewBox: '0 0 22 36', 'aria-hidden': 'true' }, svg('line', { class: 'tb', x1: 3.5, x2: 17.5, y1: 33, y2: 33 }), discs);
}
