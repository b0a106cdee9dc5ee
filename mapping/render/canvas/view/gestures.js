// What a hand does to the map besides drawing links: tapping, moving actors, hovering.
import { seenAt, storedAt } from './stretch.js';

const NEAR = { mouse: 8, touch: 16, hover: 6 }; // px on the screen

/** Turns taps and drags into what the view says. `held`: the ids being dragged. */
export class Gestures {
  constructor(view) {
    this.view = view;
    this.held = new Set();
  }

  tap({ x, y }, event) {
    const { view } = this;
    const id = view.at(x, y, (event?.pointerType === 'touch' ? NEAR.touch : NEAR.mouse) / view.stage.scale);
    const adds = event?.ctrlKey || event?.metaKey || event?.shiftKey;
    if (adds && view.edits && view.map.actors[id]) return this.toggle(id);
    view.choose(id);
    if (!id) view.tell('background', { x: Math.round(x), y: Math.round(y) });
  }

  /** Take an actor into those that move together, or out of them. */
  toggle(id) {
    const { view } = this, many = new Set(view.state.many);
    if (view.map.actors[view.state.selected]) many.add(view.state.selected);
    if (many.has(id)) many.delete(id);
    else many.add(id);
    view.state.many = many;
    view.stage.network.selectNodes([...many]);
    view.tell('selection', [...many]);
    view.redraw();
  }

  /** The pointer is at a map point, or gone (null). */
  hover(at, grasp) {
    const { view } = this;
    const id = grasp ? grasp.id : at ? view.at(at.x, at.y, NEAR.hover / view.stage.scale) : null;
    const held = view.map.actors[id] && view.edits ? 'grab' : 'pointer';
    view.stage.canvas.style.cursor = grasp ? 'crosshair' : id ? held : 'default';
    if (id === view.state.hovered) return;
    view.state.hovered = id;
    view.tell('hover', id);
    view.redraw();
  }

  drag(ids, begins) {
    const { view } = this;
    if (begins) this.held = new Set(ids.filter((id) => view.map.actors[id]));
    if (this.held.size) view.drawing.drag(new Map([...this.held].map((id) => [id, view.stage.placeOf(id)])));
  }

  dragged() {
    const { view, held } = this;
    this.held = new Set();
    if (!held.size) return view.camera.loosen();
    const places = {};
    for (const id of held) {
      const at = view.stage.placeOf(id);
      if (!at || !view.map.actors[id]) continue;
      const { x, y } = storedAt({ x: Math.round(at.x), y: Math.round(at.y) }, view.stretched);
      places[id] = [x, y];
      view.map.actors[id] = seenAt({ ...view.map.actors[id], x, y, pinned: true }, view.stretched);
    }
    view.upkeep.touch(Object.keys(places));
    if (Object.keys(places).length) view.tell('move', places);
  }
}
