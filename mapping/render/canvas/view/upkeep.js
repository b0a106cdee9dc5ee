// What of a view is to be made anew, and when: as little as a change touches, in the next frame or when somebody asks.
import { drawnIn, only } from './lens.js';
import { summary } from './summary.js';
import { sizesAt } from './zoom.js';

const QUIET = 700; // ms without a change after which names that were only mended are weighed once more
const MOST = 200; // actors up to which that is done: above it would be felt

export class Upkeep {
  constructor(view) {
    this.view = view;
    this.items = true; // everything is to be made anew
    this.places = true;
    this.touched = new Set(); // or only these ids
    this.settling = null;
  }

  /** These actors and links are other ones now, or gone. */
  touch(ids) {
    for (const id of ids) this.touched.add(id);
    this.view.redraw();
  }

  /** Do now what was put off; `painted`: what comes of it is painted in this very frame, which needs no other one. */
  ready(painted = false) {
    const { view } = this;
    if (view.gone || !view.surface) return;
    this.made();
    if (!this.places) return;
    this.lay();
    if (!painted) view.redraw();
  }

  /** Make the items that are not as they should be. */
  made() {
    if (this.items || this.touched.size) this.build();
  }

  build() {
    const { view } = this, { map, part, state } = view, all = this.items, ids = this.touched;
    this.items = false;
    this.places = true;
    this.touched = new Set();
    const drawn = drawnIn(part, state.highlight, map.links);
    const seen = part?.hides ? only(map.links, drawn) : map.links;
    const links = view.draftLinks.size ? { ...seen, ...Object.fromEntries(view.draftLinks) } : seen;
    const actors = this.seated(part?.hides ? only(map.actors, drawn) : map.actors);
    if (all) view.drawing.build(actors, links, this.how());
    else view.drawing.renew(ids, actors, links, this.how());
    view.stage.canvas.setAttribute('aria-label', summary(view.counts(), view.vocabulary, view.lang, view.t));
    if (!all && view.drawing.actors.size <= MOST) this.settle();
  }

  /** How things are to be made. */
  how() {
    const { view } = this, { surface } = view, word = (key) => view.t(`map_view.${key}`);
    view.words = { missing: word('missing'), not_sent: word('not_sent'), not_rated: word('not_rated'), draft: word('draft'), proposed: view.t('proposals.badge') };
    return {
      vocabulary: view.vocabulary, language: view.lang, words: view.words, showUnrated: view.unrated, pending: view.waiting, drafts: view.draftLinks, disagreed: view.against,
      measure: (text) => surface.width(text, 15), measureSmall: (text) => surface.width(text, 13),
    };
  }

  /** Actors with those that a hand holds where the hand is. */
  seated(actors) {
    const { gestures, stage } = this.view;
    if (!gestures.held.size) return actors;
    const out = { ...actors };
    for (const id of gestures.held) {
      const at = stage.placeOf(id);
      if (at && out[id]) out[id] = { ...out[id], x: at.x, y: at.y };
    }
    return out;
  }

  /** Paths and places for the scale in force. */
  lay() {
    const { view } = this, { highlight, selected } = view.state, { part } = view;
    this.made();
    this.places = false;
    const raised = new Set([...(highlight?.actors || []), ...(highlight?.links || [])]);
    if (selected) raised.add(selected);
    view.drawing.part = part; // who is looked at comes first, but lies on nothing
    view.drawing.lay(sizesAt(view.stage.scale, view.leastText), raised, view.sheet);
    view.tell('unnamed', [...view.drawing.placed.names.values()].filter((name) => !name.shown).length);
  }

  /** When all is quiet: what is better placed after some changes is placed better. */
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => !this.view.gone && this.view.replace(), QUIET);
  }

  stop() {
    clearTimeout(this.settling);
  }
}
