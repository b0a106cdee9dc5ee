'use strict';
(() => {
  const { theme, shapes, signs, lit: firstLit, box, font, letters, left } = DRAWING;
  const options = JSON.parse(OPTIONS);
  const $ = (id) => document.getElementById(id);
  const look = new Map(NODES.map((n) => [n.id, n]));
  const edges = new Map(EDGES.map((e) => [e.id, e]));
  const paths = Object.fromEntries(Object.entries(shapes).map(([k, s]) => [k, new Path2D(s.path)]));
  const drawnSigns = Object.fromEntries(Object.entries(signs).map(([k, s]) => [k, new Path2D(s.path)]));
  const leftHalf = new Path2D(left);
  let lit = firstLit; // {marked: [...], all: [...]} or null
  let selected = null;

  for (const n of NODES) {
    n.shape = 'custom';
    n.ctxRenderer = ({ ctx, x, y }) => ({
      drawNode: () => drawShape(ctx, n, x, y),
      nodeDimensions: { width: 2 * n.half[0] * n.scale + 8, height: 2 * n.half[1] * n.scale + 8 },
    });
  }
  const network = new vis.Network($('map'), { nodes: new vis.DataSet(NODES), edges: new vis.DataSet(EDGES) }, options);
  // The arrows move the map while the element that vis-network makes has the focus: it alone is stopped at, by its name.
  const frame = $('map').querySelector('.vis-network');
  frame.setAttribute('role', 'application'), frame.setAttribute('aria-label', $('map').getAttribute('aria-label'));
  $('map').removeAttribute('aria-label');
  const faded = (id) => lit && !lit.all.includes(id);
  // A faded link is drawn in a paler colour, not through glass: its badge stays readable.
  const channels = (c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16));
  const paler = (colour) => {
    const from = channels(colour), to = channels(theme.canvas);
    return `rgb(${from.map((v, i) => Math.round(to[i] + (v - to[i]) * theme.faded)).join(',')})`;
  };
  for (const e of EDGES) e.pale = paler(e.hue);
  const hueOf = (e) => (faded(e.id) ? e.pale : e.hue);

  function reach(hull, ux, uy) {
    let best = 0;
    for (let i = 0; i < hull.length; i++) {
      const [ax, ay] = hull[i], [bx, by] = hull[(i + 1) % hull.length];
      const ex = bx - ax, ey = by - ay, cross = ux * ey - uy * ex;
      if (Math.abs(cross) < 1e-9) continue;
      const far = (ax * ey - ay * ex) / cross, where = (ax * uy - ay * ux) / cross;
      if (far > best && where >= -1e-9 && where <= 1 + 1e-9) best = far;
    }
    return best;
  }

  function curve(e, where) {
    const s = where[e.from], t = where[e.to];
    const dx = t.x - s.x, dy = t.y - s.y, length = Math.hypot(dx, dy);
    if (length < 1) return null;
    const bow = Math.sign(e.share) * Math.min(Math.abs(e.share) * length, 800 * Math.abs(e.share));
    const c = { x: (s.x + t.x) / 2 - (dy / length) * bow, y: (s.y + t.y) / 2 + (dx / length) * bow };
    const end = (p, node) => {
      const far = Math.hypot(c.x - p.x, c.y - p.y) || 1, ux = (c.x - p.x) / far, uy = (c.y - p.y) / far;
      const off = reach(shapes[node.form].hull, ux, uy) * node.scale + 5;
      return { x: p.x + ux * off, y: p.y + uy * off, off };
    };
    const a = end(s, look.get(e.from)), b = end(t, look.get(e.to));
    return a.off + b.off > length - 8 ? null : { a, c, b };
  }
  const at = ({ a, c, b }, t) => {
    const s = 1 - t;
    return { x: s * s * a.x + 2 * s * t * c.x + t * t * b.x, y: s * s * a.y + 2 * s * t * c.y + t * t * b.y };
  };

  function drawLink(ctx, e, k) {
    const far = Math.hypot(k.b.x - k.c.x, k.b.y - k.c.y) || 1, dx = (k.b.x - k.c.x) / far, dy = (k.b.y - k.c.y) / far;
    const grow = 0.6 + 0.4 * Math.max(1, e.line / 2.5), back = 11 * grow, side = 4.9 * grow;
    const short = e.head === 'filled' ? 8.5 * Math.max(1, 0.6 + (0.4 * e.line) / 2.5) : 0;
    ctx.lineCap = 'butt';
    if (selected === e.id) {
      ctx.save();
      ctx.strokeStyle = theme.marker, ctx.globalAlpha = theme.marked, ctx.lineWidth = 14, ctx.lineCap = 'round';
      ctx.beginPath(), ctx.moveTo(k.a.x, k.a.y), ctx.quadraticCurveTo(k.c.x, k.c.y, k.b.x, k.b.y), ctx.stroke();
      ctx.restore();
    }
    ctx.strokeStyle = ctx.fillStyle = hueOf(e);
    ctx.lineWidth = e.line;
    ctx.setLineDash(e.dash);
    if (e.dots) ctx.lineCap = 'round';
    ctx.beginPath(), ctx.moveTo(k.a.x, k.a.y);
    ctx.quadraticCurveTo(k.c.x, k.c.y, k.b.x - dx * short, k.b.y - dy * short), ctx.stroke();
    ctx.setLineDash([]);
    if (!e.head) return;
    ctx.lineCap = ctx.lineJoin = 'round';
    const { x, y } = k.b;
    ctx.beginPath();
    if (e.head === 'bar') {
      const r = 7.5 * grow;
      ctx.lineWidth = e.line + 0.5;
      ctx.moveTo(x - dy * r, y + dx * r), ctx.lineTo(x + dy * r, y - dx * r), ctx.stroke();
      return;
    }
    ctx.moveTo(x - dx * back - dy * side, y - dy * back + dx * side), ctx.lineTo(x, y);
    ctx.lineTo(x - dx * back + dy * side, y - dy * back - dx * side);
    if (e.head === 'filled') ctx.closePath(), ctx.fill(), (ctx.lineWidth = 1), ctx.stroke();
    else (ctx.lineWidth = Math.max(1.75, e.line)), ctx.stroke();
  }

  function words(ctx, text, x, y, colour, size, weight, align, halo) {
    ctx.font = `${weight} ${size}px ${font}`;
    ctx.textAlign = align;
    ctx.textBaseline = 'alphabetic';
    if (halo) {
      ctx.lineJoin = 'round', ctx.lineWidth = 5, ctx.strokeStyle = theme.canvas;
      ctx.strokeText(text, x, y);
    }
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  function pill(ctx, w, h, dash) {
    ctx.setLineDash(dash), (ctx.lineWidth = 1.5);
    ctx.beginPath(), ctx.roundRect(-w / 2, -h / 2, w, h, h / 2), ctx.stroke(), ctx.setLineDash([]);
  }

  function drawBadge(ctx, e, path) {
    const hue = hueOf(e), p = at(path, e.t), w = e.badge[0] - (e.unsure ? 11 : 0);
    ctx.save();
    const k = larger(e.id, 1.4);
    ctx.translate(p.x, p.y), ctx.scale(k, k), ctx.translate(e.unsure ? -5.5 : 0, 0);
    ctx.strokeStyle = hue;
    let right = 10;
    if (e.sign === 'words') {
      ctx.fillStyle = theme.canvas;
      ctx.beginPath(), ctx.roundRect(-w / 2, -13, w, 26, 13), ctx.fill();
      pill(ctx, w - 4, 22, [2.5, 2.5]);
      words(ctx, e.letter, 15 - w / 2, 4.6, hue, 13, 700, 'center');
      words(ctx, DRAWING.needed, 25 - w / 2, 4.6, hue, 13, 600, 'left');
      right = w / 2 - 2;
    } else if (e.sign) {
      ctx.fillStyle = theme.canvas;
      ctx.beginPath(), ctx.roundRect(-21.5, -12, 43, 24, 12), ctx.fill();
      pill(ctx, 39, 20, []);
      ctx.fillStyle = hue;
      ctx.fill(leftHalf);
      words(ctx, e.letter, -8.5, 4.6, theme.onLink, 13, 700, 'center');
      ctx.lineCap = ctx.lineJoin = 'round';
      ctx.fillStyle = hue;
      if (signs[e.sign].stroke) (ctx.lineWidth = signs[e.sign].stroke), ctx.stroke(drawnSigns[e.sign]);
      else ctx.fill(drawnSigns[e.sign]);
      right = 19.5;
    } else {
      ctx.fillStyle = theme.canvas;
      ctx.beginPath(), ctx.arc(0, 0, 12, 0, 7), ctx.fill();
      ctx.fillStyle = hue;
      ctx.beginPath(), ctx.arc(0, 0, 9.8, 0, 7), ctx.fill();
      words(ctx, e.letter, 0, 4.6, theme.onLink, 13, 700, 'center');
    }
    if (e.unsure) words(ctx, '?', right + 3, 5, hue, 15, 700, 'left', true);
    ctx.restore();
  }

  function drawShape(ctx, n, x, y) {
    ctx.save();
    ctx.translate(x, y);
    if (selected === n.id) {
      ctx.strokeStyle = theme.marker, ctx.lineWidth = 5;
      ctx.beginPath(), ctx.arc(0, 0, Math.max(...n.half) * n.scale + 9, 0, 7), ctx.stroke();
    }
    ctx.scale(n.scale, n.scale);
    ctx.lineJoin = 'round';
    ctx.fillStyle = theme.canvas;
    ctx.fill(paths[n.form]);
    if (faded(n.id)) ctx.globalAlpha = 0.3;
    ctx.fillStyle = ctx.strokeStyle = theme.ink;
    if (n.force.filled) ctx.fill(paths[n.form]);
    ctx.setLineDash(n.force.dash);
    ctx.lineWidth = n.force.border / n.scale;
    ctx.stroke(paths[n.form]);
    ctx.restore();
  }

  // Where the whole map is small, what is in the light is written larger, so that it can still be read.
  const larger = (id, most) => Math.max(1, Math.min(lit && !faded(id) ? most : 1.15, 13 / (15 * network.getScale())));

  function drawName(ctx, n, { x, y }) {
    const dim = faded(n.id), colour = dim ? theme.soft : theme.ink;
    const ax = x + ({ e: n.box[0], w: n.box[2] }[n.side] ?? (n.box[0] + n.box[2]) / 2);
    const ay = y + ({ n: n.box[3], s: n.box[1] }[n.side] ?? (n.box[1] + n.box[3]) / 2);
    const k = larger(n.id, 1.6);
    ctx.save();
    ctx.translate(ax, ay), ctx.scale(k, k), ctx.translate(-ax, -ay);
    const room = n.tower === null ? 0 : 19.5;
    const x0 = x + n.box[0], x1 = x + n.box[2], y0 = y + n.box[1], y1 = y + n.box[3] - (n.under ? 16 : 0);
    const first = (y0 + y1) / 2 - ((n.lines.length - 1) * 17.4) / 2 + 5.1;
    const [tx, align, towerX] = n.side === 'w' ? [x1 - room, 'right', x1 - 14]
      : n.side === 'e' || room ? [x0 + room, 'left', x0] : [(x0 + x1) / 2, 'center', 0];
    if (n.tower !== null) {
      const base = (y0 + y1) / 2 + Math.max(8.7, (2.5 + n.tower * 5.4) / 2) - 2;
      ctx.fillStyle = theme.canvas;
      ctx.fillRect(towerX - 1.5, base - n.tower * 5.4 - 2, 17, n.tower * 5.4 + 5);
      ctx.fillStyle = theme.ink;
      ctx.fillRect(towerX, base - 0.75, 14, 1.5);
      for (let i = 0; i < n.tower; i++) ctx.fillRect(towerX + 1.5, base - 5.6 - i * 5.4, 11, 4);
    }
    n.lines.forEach((line, i) => words(ctx, line, tx, first + i * 17.4, colour, 15, dim ? 400 : 600, align, true));
    if (n.under) words(ctx, n.under, tx, y1 + 12, theme.soft, 13, 400, align, true);
    ctx.restore();
  }

  network.on('beforeDrawing', (ctx) => {
    const where = network.getPositions();
    ctx.save();
    if (lit) {
      ctx.fillStyle = theme.marker, ctx.globalAlpha = theme.marked;
      for (const id of lit.marked) {
        const n = look.get(id), p = where[id];
        if (p) ctx.beginPath(), ctx.arc(p.x, p.y, Math.max(...n.half) * n.scale * 1.25 + 7, 0, 7), ctx.fill();
      }
      ctx.globalAlpha = 1;
    }
    for (const dim of [true, false]) {
      for (const e of EDGES) {
        const k = !!faded(e.id) === dim && curve(e, where);
        if (k) drawLink(ctx, e, k);
      }
    }
    ctx.restore();
  });
  network.on('afterDrawing', (ctx) => {
    const where = network.getPositions();
    ctx.save();
    for (const dim of [true, false]) {
      for (const n of NODES) if (!!faded(n.id) === dim) drawName(ctx, n, where[n.id]);
      for (const e of EDGES) {
        const k = !!faded(e.id) === dim && curve(e, where);
        if (k) drawBadge(ctx, e, k);
      }
    }
    ctx.restore();
  });

  function fit(animate) {
    const el = $('map'), w = box[2] - box[0] + 48, h = box[3] - box[1] + 56;
    const scale = Math.max(0.05, Math.min(el.clientWidth / w, el.clientHeight / h, 1.25));
    const position = { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 };
    network.moveTo({ position, scale, animation: animate && !matchMedia('(prefers-reduced-motion: reduce)').matches && { duration: 180 } });
  }
  const zoomBy = (factor) => network.moveTo({ scale: Math.max(0.05, Math.min(4, network.getScale() * factor)) });
  let width = 0, height = 0;
  new ResizeObserver(() => {
    const el = $('map');
    if (el.clientWidth === width && el.clientHeight === height) return;
    (width = el.clientWidth), (height = el.clientHeight);
    network.redraw();
    fit(false);
  }).observe($('map'));
  if (document.fonts) Promise.all(['400', '600', '700'].map((w) => document.fonts.load(`${w} 15px ${font}`))).then(() => network.redraw());

  // What is chosen is said as a sentence; texts only ever become text nodes.
  const element = (name, text, cls) => {
    const el = document.createElement(name);
    el.textContent = text;
    if (cls) el.className = cls;
    return el;
  };
  function sentence(e) {
    const p = document.createElement('p');
    for (const [part, verb] of e.sentence) {
      const span = element('span', part, verb ? 'say' : '');
      if (verb) span.style.color = e.hue;
      p.append(span);
    }
    return p;
  }
  function choose(id, { centre = false } = {}) {
    selected = id;
    const panel = $('chosen');
    panel.replaceChildren();
    const e = edges.get(id), n = look.get(id);
    if (e) panel.append(sentence(e));
    if (n) {
      panel.append(element('b', n.name), element('small', n.kind));
      if (!document.body.classList.contains('fragment')) {
        const list = document.createElement('ul');
        for (const x of EDGES) if (x.from === id || x.to === id) {
          const li = document.createElement('li');
          li.append(sentence(x));
          list.append(li);
        }
        panel.append(list);
      }
    }
    const where = id && network.getPositions(e ? [e.from, e.to] : [id]);
    if (centre && where) {
      const spots = Object.values(where), mid = (k) => spots.reduce((s, p) => s + p[k], 0) / spots.length;
      network.moveTo({ position: { x: mid('x'), y: mid('y') } });
    }
    network.redraw();
  }
  network.on('click', (event) => choose(event.nodes[0] || event.edges[0] || null));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') light(null), choose(null);
  });

  function light(index) {
    const f = index === null ? null : DRAWING.findings[index];
    lit = f;
    for (const b of document.querySelectorAll('[data-finding]')) b.setAttribute('aria-pressed', String(Number(b.dataset.finding) === index));
    network.redraw();
  }
  for (const b of document.querySelectorAll('[data-finding]')) {
    b.addEventListener('click', () => {
      const on = b.getAttribute('aria-pressed') !== 'true';
      choose(null);
      light(on ? Number(b.dataset.finding) : null);
      if (on) fit(true);
    });
  }
  for (const b of document.querySelectorAll('[data-link]')) b.addEventListener('click', () => choose(b.dataset.link, { centre: true }));
  if (!$('find')) return;
  $('in').onclick = () => zoomBy(1.25);
  $('out').onclick = () => zoomBy(0.8);
  $('fit').onclick = () => fit(true);

  // Find an actor from the keyboard: type, arrow to one, Enter.
  const plain = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const field = $('find'), list = $('found');
  let hits = [], current = 0;
  function show() {
    const wanted = plain(field.value.trim());
    hits = wanted ? NODES.filter((n) => plain(`${n.name} ${n.other}`).includes(wanted)).slice(0, 8) : [];
    current = 0;
    list.replaceChildren(...hits.map((n, i) => {
      const li = element('li', n.name);
      li.id = `hit${i}`;
      li.setAttribute('role', 'option');
      li.setAttribute('aria-selected', String(i === current));
      li.addEventListener('mousedown', (event) => (event.preventDefault(), take(i)));
      return li;
    }));
    list.hidden = !hits.length;
    field.setAttribute('aria-expanded', String(!!hits.length));
    if (hits.length) field.setAttribute('aria-activedescendant', 'hit0');
    else field.removeAttribute('aria-activedescendant');
  }
  function take(i) {
    const n = hits[i];
    if (!n) return;
    field.value = n.name;
    hits = [], (list.hidden = true);
    field.setAttribute('aria-expanded', 'false');
    choose(n.id, { centre: true });
  }
  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') return event.preventDefault(), take(current);
    if (event.key === 'Escape') return (field.value = ''), show();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !hits.length) return undefined;
    event.preventDefault();
    current = (current + step + hits.length) % hits.length;
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === current)));
    field.setAttribute('aria-activedescendant', `hit${current}`);
    return undefined;
  });
})();
