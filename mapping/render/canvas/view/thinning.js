// Which names and badges are seen where not all can be: the heaviest first, each only where nothing else is. Pure.
import { grown } from './geometry.js';

const MISSES = 160; // so many in a row without room: the lighter ones, also those that would fit, are not tried
const LARGE = 300; // actors from which the heaviest are placed and the rest fills up, at any size
const RAISED = 1000; // weight from which a thing is seen whatever it covers

const byWeight = (p, q) => q.weight - p.weight || (p.id < q.id ? -1 : 1);

/** Whether names and badges at this size want more room than can be hoped for. */
export function isDense(actors, links, text) {
  if (actors.length > LARGE) return true;
  if (text <= 1 || !actors.length) return false;
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity, wanted = 0;
  for (const { x, y, settings: [set] } of actors) {
    x0 = Math.min(x0, x), y0 = Math.min(y0, y), x1 = Math.max(x1, x), y1 = Math.max(y1, y);
    wanted += set.w * set.h;
  }
  for (const { size } of links) wanted += size.w * size.h;
  const margin = 110 * text; // names stand beside the outermost shapes
  return wanted * text * text > 0.45 * (x1 - x0 + margin) * (y1 - y0 + margin);
}

/** Take out of the crowd what lies on something heavier; the heavier stays. */
export function clash(crowd, names, badges, text) {
  const strict = text > 1; // zoomed in, a name may touch a shape rather than be missing
  const kept = (thing) => thing.seen;
  for (const name of [...names].sort(byWeight)) {
    const stops = (thing) => (thing.kind === 'name' && kept(thing)) || (strict && thing.kind === 'shape');
    name.seen = name.within && !crowd.taken(name.box, name, stops) && (!strict || crowd.outside(name.box) <= 3 * text);
    if (!name.seen) crowd.remove(name);
    else for (const other of crowd.under(name.box, name)) if (other.fixed) crowd.remove(other), (other.seen = false); // stood well until this name came
  }
  for (const badge of [...badges].sort(byWeight)) {
    const stops = (thing) => thing.kind === 'shape' || kept(thing);
    badge.seen = badge.within && !crowd.taken(badge.box, badge, stops);
    if (!badge.seen) crowd.remove(badge);
  }
}

/** Find room for what is not seen yet: names first, which badges give way to; then badges, small where need be. */
export function fill(crowd, names, badges, text) {
  const leaves = text > 1 ? 3 * text : Infinity;
  const onName = (thing) => thing.kind !== 'badge', onRaised = (thing) => thing.kind === 'name' && thing.weight >= RAISED;
  const insists = (name) => crowd.fit(name, (thing) => thing.kind === 'shape' || onRaised(thing), leaves) || crowd.fit(name, onRaised);
  each(names, (name) => {
    const fits = crowd.fit(name, onName, leaves) || (name.weight >= RAISED && insists(name));
    if (fits) for (const other of crowd.under(grown(name.box, 1), name)) crowd.remove(other), (other.seen = false);
    return fits;
  });
  if (crowd.fine) honest(crowd, names, leaves);
  each(badges, (badge) => crowd.fit(badge, () => true));
}

/** Nobody has another's name beside it: that one moves where there is room; beside one without a name it is not seen else. */
function honest(crowd, names, leaves) {
  const onAny = () => true, missing = names.filter(({ seen }) => !seen);
  for (const name of names) {
    if (!name.seen || name.fixed || name.weight >= RAISED || !crowd.strays(name.chosen, name)) continue;
    const { chosen, cost } = name;
    crowd.remove(name);
    if (!crowd.fit(name, onAny, leaves, true)) crowd.stand(name, chosen, cost);
  }
  while (missing.length) {
    for (const name of crowd.misread(crowd.shapes.get(missing.pop().actor))) {
      if (name.fixed || name.weight >= RAISED) continue;
      crowd.remove(name);
      name.seen = crowd.fit(name, onAny, leaves, true);
      if (!name.seen) missing.push(name);
    }
  }
}

/** Try those that are not seen, heaviest first. */
function each(things, seat) {
  let misses = 0;
  for (const thing of things.filter(({ seen, fixed }) => !seen && !fixed).sort(byWeight)) {
    thing.seen = misses < MISSES && thing.options.length > 0 && seat(thing);
    misses = thing.seen ? 0 : misses + 1;
  }
}
