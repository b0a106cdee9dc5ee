// What a person does to the map from this screen, and what the screen says to it.
import { LinkActs } from './acts_link.js';
import { bringPasted, bringTyped } from './acts_typed.js';
import { arrange } from './arranging.js';
import { labelOf } from './names.js';

export class Acts extends LinkActs {
  canEdit() {
    const { room } = this;
    return room.edits && !room.past?.looking && room.state.ready && !room.state.ended && !['denied', 'ended'].includes(room.client.line.state);
  }

  whyNot() {
    const { room } = this;
    return room.t(room.state.ready ? 'canvas.status.denied' : 'canvas.status.connecting');
  }

  /** After an actor came in by typing: `how` is added, own or have. It is what is selected then, unless a sentence
  `goesOn` that began before it. */
  arrived(id, how, goesOn = false) {
    const { room } = this;
    const name = labelOf(room.state.map.actors.get(id), room.t.language);
    const phone = Boolean(room.showMap); // there the inspector would cover what one is typing
    room.status?.tell(room.t(`canvas.did.${how}`, { name }), { undo: how !== 'have', look: phone && how === 'own' ? id : null });
    room.draw();
    if (how === 'have') room.reveal(id);
    if (how !== 'have' && !phone && !goesOn) room.select(id);
  }

  /** What a typed sentence brings; the id of its link. */
  typed(plan) {
    return bringTyped(this.room, plan);
  }

  /** What a pasted list brings. */
  pasted(contents) {
    bringPasted(this.room, contents);
  }

  drawn(id) {
    const { room } = this;
    room.draw();
    room.status?.tell(room.thing(id)?.proposed ? this.told(id) : room.t('canvas.did.linked'), { undo: true });
    if (!room.showMap) room.select(id); // a phone stays with its sentences
  }

  remove(id) {
    const { room } = this;
    if (!this.canEdit() || !this.mayRemove(id)) return;
    const name = labelOf(room.state.map.actors.get(id), room.t.language);
    const links = room.editor.remove(id);
    if (links === null) return;
    room.select(null);
    room.status?.tell(name ? links ? room.t.count('canvas.did.removed', links, { name }) : room.t('canvas.did.removed.alone', { name }) : room.t('canvas.did.unlinked'), { undo: true });
  }

  undo() {
    const { room } = this;
    room.client.undo();
  }

  redo() {
    const { room } = this;
    room.client.redo();
  }

  /** Put the map in order, for everybody at the table; one change, to be taken back at once. */
  tidy() {
    const { room } = this;
    arrange(room, 'tidy');
  }

  /** Look only at what has this value, or no longer. */
  lens(facet, value) {
    this.room.lens.toggle(facet, value);
    this.room.draw();
  }

  /** Only an actor and who is `steps` links away; none: everybody. */
  near(id, steps) {
    const { room } = this;
    room.lens.focus(id, steps);
    this.looked();
  }

  /** The surroundings of what is selected, wider at each call, then everything again. */
  nextNear() {
    const { room } = this, link = room.state.map.links.get(room.selected);
    const id = link?.source ?? (room.state.map.actors.has(room.selected) ? room.selected : room.lens.around?.id);
    if (!id) return;
    room.lens.next(id);
    this.looked();
  }

  /** Draw what is looked at now, and bring it into sight. */
  looked() {
    const { room } = this;
    room.draw();
    room.view.fit(room.lens.around && room.part ? room.part.actors : null);
  }

  hideRest(hides) {
    this.room.lens.hide(hides);
    this.room.draw();
  }

  /** Let the lens go; whoever looked closely at a neighbourhood sees all of the map again. */
  seeAll() {
    const { room } = this, near = room.lens.around;
    room.lens.clear();
    room.draw();
    if (near) room.view.fit();
  }

  /** Fill in a sentence that begins with this actor. */
  connectFrom(id) {
    const { room } = this;
    const from = room.state.map.actors.has(id) ? id : '';
    room.select(null);
    room.builder?.startWith(from);
  }
}
