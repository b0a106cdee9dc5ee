// The vis-network underneath: pan, zoom, dragging actors, taps. It draws nothing; the painter does, before it.

const LEAST_SCALE = 0.08, MOST_SCALE = 3;

/** A vis.Network whose nodes are invisible; `told` are callbacks {draw, tap, drag, dragged, zoomed}. */
export class Stage {
  constructor(container, movable, told) {
    const { Network, DataSet } = globalThis.vis;
    this.container = container;
    this.nodes = new DataSet();
    this.network = new Network(container, { nodes: this.nodes, edges: new DataSet() }, {
      autoResize: false,
      physics: false,
      layout: { improvedLayout: false },
      interaction: {
        dragNodes: movable, hover: false, keyboard: false, multiselect: movable, selectConnectedEdges: false,
        tooltipDelay: 1e9, zoomSpeed: 0.8,
      },
      nodes: { shape: 'custom', ctxRenderer: () => ({ drawNode() {}, nodeDimensions: this.grip() }), chosen: false },
    });
    this.canvas = container.querySelector('canvas');
    this.frame = this.canvas.parentElement;
    this.frame.tabIndex = -1;
    this.frame.style.outline = 'none';
    this.network.on('beforeDrawing', told.draw);
    this.network.on('click', (e) => told.tap(e.pointer.canvas, e.event?.srcEvent));
    this.network.on('dragStart', (e) => told.drag(e.nodes, true));
    this.network.on('dragging', (e) => told.drag(e.nodes, false));
    this.network.on('dragEnd', (e) => told.dragged(e.nodes));
    this.network.on('zoom', () => {
      const scale = this.scale;
      if (scale < LEAST_SCALE || scale > MOST_SCALE) this.look(this.centre, scale);
      told.zoomed();
    });
    this.size = { w: container.clientWidth, h: container.clientHeight };
    this.observer = new ResizeObserver(() => this.resized(told.resized));
    this.observer.observe(container);
  }

  /** The size of what one takes hold of an actor by: its shape, and never under 26 px on the screen. */
  grip() {
    const size = Math.max(36, 26 / this.scale);
    return { width: size, height: size };
  }

  get scale() {
    return this.network.getScale();
  }

  get centre() {
    return this.network.getViewPosition();
  }

  /** Rectangle of the map that is visible. */
  get visible() {
    const { x, y } = this.centre, w = this.size.w / this.scale / 2, h = this.size.h / this.scale / 2;
    return { x0: x - w, y0: y - h, x1: x + w, y1: y + h };
  }

  /** Bring a point to the middle at a scale. */
  look({ x, y }, scale) {
    this.network.moveTo({ position: { x, y }, scale: Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale)) });
  }

  /** Something lies over it, or no longer: then it takes the size it has by now. */
  cover(on, tell) {
    this.behind = on;
    if (!on) this.resized(tell);
  }

  /** Keep what is in the middle in the middle, at the same scale: vis would change it. */
  resized(tell) {
    const { clientWidth: w, clientHeight: h } = this.container;
    if (!w || !h || (w === this.size.w && h === this.size.h)) return;
    if (this.behind) return; // what lies over it will go
    const first = !this.size.w || !this.size.h, { scale } = this;
    const centre = this.network.DOMtoCanvas({ x: this.size.w / 2, y: this.size.h / 2 }); // of the sheet as it was
    this.network.setSize('100%', '100%');
    this.size = { w, h };
    if (!first) this.look(centre, scale);
    this.network.redraw();
    tell(first);
  }

  /** Paint in the next frame, once however often this is asked; also while painting, which must not begin anew inside itself. */
  redraw() {
    this.asked ??= requestAnimationFrame(() => this.paint());
  }

  /** Paint at once what was to come with the next frame. */
  paint() {
    cancelAnimationFrame(this.asked);
    this.asked = null;
    this.network.body.emitter.emit('_redraw');
  }

  /** Put nodes where the map says; vis keeps the others. New ones come in together; vis looks at all of them for each
  telling, so those it has are moved without one. */
  put(items) {
    const { nodes } = this.network.body, news = items.filter(({ id }) => !nodes[id]);
    for (const { id, x, y } of items) if (nodes[id]) Object.assign(nodes[id], { x, y });
    if (news.length) this.nodes.update(news.map(({ id, x, y }) => ({ id, x, y })));
    else this.redraw();
  }

  drop(ids) {
    if (ids.length) this.nodes.remove(ids);
  }

  placeOf(id) {
    return this.network.body.nodes[id];
  }

  /** Map point of a pointer event. */
  at(event) {
    const frame = this.canvas.getBoundingClientRect();
    return this.network.DOMtoCanvas({ x: event.clientX - frame.left, y: event.clientY - frame.top });
  }

  /** Client point of a map point. */
  client({ x, y }) {
    const frame = this.canvas.getBoundingClientRect(), dom = this.network.canvasToDOM({ x, y });
    return { x: dom.x + frame.left, y: dom.y + frame.top };
  }

  destroy() {
    cancelAnimationFrame(this.asked);
    this.observer.disconnect();
    this.network.destroy();
  }
}
