// What a person does to the map from this screen, and what the screen says to it.
import { newId } from './client/ids.js';
import { hasGrounds, needsGrounds } from './grounds.js';
import { labelOf } from './names.js';

export class Acts {
  constructor(room) {
    this.room = room;
  }

  canEdit() {
    const { room } = this;
    return room.edits && room.state.ready && !room.state.ended && !['denied', 'ended'].includes(room.client.line.state);
  }

  whyNot() {
    const { room } = this;
    return room.t(room.state.ready ? 'canvas.status.denied' : 'canvas.status.connecting');
  }

  link(source, target) {
    const { room } = this;
    if (!this.canEdit()) return;
    const kind = room.editor.kindOf(source, target, room.button, room.variant);
    const id = kind && this.linkWithGrounds({ source, target, kind });
    if (id) room.select(id);
  }

  /** Whether a link of this kind asks for evidence and certainty before it is saved. */
  needsGrounds(kind) {
    return needsGrounds(kind, this.room.vocabulary);
  }

  /** Draw a link {source, target, kind, practice?, evidence?, confidence?, …}, from whichever way in; its id.

  One that says something against somebody and has no grounds yet is not sent: it is selected as a draft of this
  screen, and its form asks for them. `room.drafts.has(id)` tells which it was. */
  linkWithGrounds(link) {
    const { room } = this;
    if (!this.needsGrounds(link.kind) || hasGrounds(link)) return room.editor.draw(link);
    const id = link.id ?? newId('k-');
    room.drafts.put({ ...link, id });
    room.select(id);
    return id;
  }

  /** Say something of an actor, a link or a draft; a kind that needs grounds makes a draft of its link. */
  say(id, values) {
    const { room } = this, link = room.state.map.links.get(id);
    if (room.drafts.has(id)) room.drafts.set(id, values);
    else if (link && values.kind && this.needsGrounds(values.kind) && !hasGrounds(link)) room.drafts.put({ ...link, ...values, said: values });
    else return room.editor.set(id, values);
    return this.settled(id);
  }

  /** A draft that needs no grounds any more becomes what it is; what waits stays on this screen. */
  settled(id) {
    const { room } = this, draft = room.drafts.get(id);
    if (!this.needsGrounds(draft.kind)) this.keepDraft(id);
    room.draw();
  }

  /** Save a draft: send it, as a new link or as what changes of the one it was. */
  keepDraft(id) {
    const { room } = this, draft = room.drafts.get(id);
    if (!draft || !this.canEdit()) return;
    room.drafts.drop(id);
    if (draft.said) room.editor.set(id, draft.said);
    else room.editor.draw(draft);
    room.draw();
  }

  /** Let a draft go; the link it was to change stays as it is. */
  dropDraft(id) {
    const { room } = this;
    room.drafts.drop(id);
    if (room.state.map.links.has(id)) room.draw();
    else room.select(null);
  }

  /** After an actor came in by typing: `how` is added, own or have; `more` come with it. */
  arrived(id, how, { more = false } = {}) {
    const { room } = this;
    if (more) return room.draw();
    const name = labelOf(room.state.map.actors.get(id), room.t.language);
    const phone = Boolean(room.showMap); // there the inspector would cover what one is typing
    room.status?.tell(room.t(`canvas.did.${how}`, { name }), { undo: how !== 'have', look: phone && how === 'own' ? id : null });
    room.draw();
    if (how === 'have') room.reveal(id);
    if (how === 'own' && !phone) room.select(id);
    return undefined;
  }

  /** After the last name of a pasted list: all of it is in sight. */
  listed(count) {
    const { room } = this;
    room.draw();
    room.view.fit();
    room.status?.tell(room.t.count('canvas.did.pasted', count));
  }

  drawn(id) {
    const { room } = this;
    room.draw();
    room.status?.tell(room.t('canvas.did.linked'), { undo: true });
    if (!room.showMap) room.select(id); // a phone stays with its sentences
  }

  remove(id) {
    const { room } = this;
    if (!this.canEdit()) return;
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
    if (!this.canEdit()) return;
    room.editor.move(room.view.tidied());
    room.draw();
    room.view.fit();
    room.status?.tell(room.t('canvas.did.tidied'), { undo: true });
  }

  /** Fill in a sentence that begins with this actor. */
  connectFrom(id) {
    const { room } = this;
    const from = room.state.map.actors.has(id) ? id : '';
    room.select(null);
    room.builder?.startWith(from);
  }
}
