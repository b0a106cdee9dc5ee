// From a map's actors and links to the things that are drawn: shapes, names, lines, badges. Pure.
import { steady } from '../names.js';
import { AGAINST_WIDTH, badgeSize } from './badges.js';
import { heights } from './labels.js';
import { around } from './geometry.js';
import { tokenOf } from './palette.js';
import { bends, lanes, pathOf } from './paths.js';
import { halfOf, shapeOfCell } from './shapes.js';
import { settings } from './text.js';
import { TOWER, towerHeight } from './towers.js';

const VETO_WIDTH = 20;

/** The cell an actor is drawn as. */
export const cellOf = (actor, vocabulary) => vocabulary.actor_kinds[actor.kind]?.cells?.[0] ?? 'nonstate_provides';

/** none, may, does or unknown: what was said, else what is usual for the kind. */
export const forceOf = (actor, vocabulary) =>
  actor.uses_force || vocabulary.actor_kinds[actor.kind]?.uses_force || 'none';

/** The name to show in a language. */
export const nameOf = (actor, language) => steady(actor.names?.[language] || actor.name || actor.id);

/** What is drawn of an actor; `words` are {not_rated, not_sent}. */
export function actorItem(actor, { vocabulary, language, measure, words, showUnrated, pending }) {
  const shape = shapeOfCell(cellOf(actor, vocabulary));
  const name = nameOf(actor, language);
  const rated = actor.influence != null;
  const under = pending ? words.not_sent : showUnrated && !rated ? words.not_rated : '';
  const beside = rated ? TOWER.width + TOWER.gap : 0;
  return {
    id: actor.id, x: actor.x, y: actor.y, shape, name, under, pending,
    force: forceOf(actor, vocabulary),
    influence: rated ? actor.influence : null,
    veto: Boolean(actor.veto), pinned: Boolean(actor.pinned),
    half: halfOf(shape),
    settings: settings(name, measure).map((set) => {
      const lastWidth = measure(set.lines.at(-1)) + (actor.veto ? VETO_WIDTH : 0);
      const textWidth = Math.max(set.width, lastWidth, under ? measure(under) * 0.87 : 0);
      const tower = rated ? towerHeight(actor.influence) : 0;
      return {
        lines: set.lines, whole: set.whole, textWidth, w: textWidth + beside,
        ...heights(set.lines.length, tower, under),
      };
    }),
  };
}

/** What is drawn of a link: its line, head and badge. */
export function linkItem(link, { vocabulary, measureSmall, words, pending: sending, draft = false, disagreed = null }) {
  const kind = vocabulary.link_kinds[link.kind] || {};
  const practice = link.practice || 'not_said';
  const letter = vocabulary.families[kind.family]?.letter ?? '?';
  const unsure = link.confidence === 1;
  const proposed = Boolean(link.proposed), pending = sending || draft || proposed;
  const waits = draft ? words.draft : sending ? words.not_sent : words.proposed;
  const pendingWidth = pending ? measureSmall(waits) + 8 : 0;
  return {
    id: link.id, source: link.source, target: link.target, letter, practice, unsure, pending, pendingWidth, draft, proposed, waits,
    token: tokenOf(letter),
    directed: kind.directed !== false,
    formality: link.formality || kind.formality || 'formal',
    strength: link.strength || 1,
    words: practice === 'missing' ? words.missing : '',
    against: Boolean(disagreed?.has(link.id)),
    size: badgeSize(practice, measureSmall(words.missing), unsure, pendingWidth + (disagreed?.has(link.id) ? AGAINST_WIDTH : 0)),
  };
}

/** How much a name matters when not all can be read: its influence, its links, whether a finding names it. */
export const weightOf = (item, degree, raised) => degree + 2 * (item.influence ?? 0) + (raised ? 1000 : 0);

/** Rectangle of an actor's shape. */
export const boxOf = (item, size = 1) => around(item.x, item.y, item.half.x * 2 * size + 4, item.half.y * 2 * size + 4);

const samePoint = (p, q) => p.x === q.x && p.y === q.y;
const samePath = (p, q) => p && q && p.bent === q.bent && samePoint(p.a, q.a) && samePoint(p.b, q.b) && samePoint(p.c, q.c);

/** Give link items their paths: all, or `some`, of every pair of actors all or none; `turns` are the bends of those that
go round somebody. A path that is the same stays the same object. */
export function layPaths(actorItems, linkItems, { shape = 1, text = 1 } = {}, { some = null, turns = null } = {}) {
  const items = some ?? [...linkItems.values()], share = bends(items), lane = lanes(items);
  for (const item of items) {
    const source = actorItems.get(item.source), target = actorItems.get(item.target);
    const path = source && target ? pathOf(source, target, turns?.get(item.id)?.share || share.get(item.id), shape, lane.get(item.id), text) : null;
    if (!samePath(item.path, path)) item.path = path;
  }
}
