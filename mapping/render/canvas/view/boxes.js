// Where things are drawn, in points of the page: for panels that stand beside them and cover nothing that matters.
import { boxOf } from './scene.js';

/** Rectangles of the page that an actor (shape and name) or a link (badge) takes up; none for what is not drawn. */
export function boxesOf({ drawing, stage }, id) {
  const { actors, links, placed, sizes } = drawing, item = actors.get(id);
  const shown = (place) => (place?.shown && place.box ? [place.box] : []);
  const boxes = item ? [boxOf(item, sizes.shape), ...shown(placed.names.get(id))] : links.has(id) ? shown(placed.badges.get(id)) : [];
  return boxes.map(({ x0, y0, x1, y1 }) => {
    const from = stage.client({ x: x0, y: y0 }), to = stage.client({ x: x1, y: y1 });
    return { x0: from.x, y0: from.y, x1: to.x, y1: to.y };
  });
}
