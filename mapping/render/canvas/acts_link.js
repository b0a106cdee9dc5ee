// What a person does to links: draws, turns, says something of them; and what is asked before a hard kind is saved.
import { newId } from './client/ids.js';
import { hasGrounds, needsGrounds } from './grounds.js';
import { kindTurned } from './kinds.js';
import { labelOf } from './names.js';
import { isOwn } from './proposing.js';
import { sentenceText } from './sentence.js';

export class LinkActs {
  constructor(room) {
    this.room = room;
    this.byHand = new Set(); // links whose kind was chosen here, not proposed
    this.oversees = new Map(); // id of an overseer -> the kind that its last link was put right to
  }

  /** Draw by hand, from actor to actor: the step's kind at once, and right there what may be said of it. */
  link(source, target) {
    const { room } = this, { button, variant } = room;
    if (!this.canEdit()) return;
    const kind = this.putRight(source, room.editor.kindOf(source, target, button, variant));
    const id = kind && this.linkWithGrounds({ source, target, kind, ...(room.missing ? { practice: 'missing' } : {}) });
    this.wanted(false);
    if (!id) return;
    room.draw();
    if (room.drafts.has(id)) return;
    room.status?.tell(this.told(id), { undo: true });
    if (room.showMap) (room.select(null), room.view.select(id)); // a phone stays with its map
    else room.select(id);
    room.afterLink?.open(id, button.kinds);
  }

  /** Begin a line from an actor; the next tap ends it. */
  pullFrom(id) {
    this.room.view.handle.loosen(id);
  }

  /** A line is being pulled from an actor, or let go (null): what stood beside the last link is done with. */
  pulls(id) {
    const { room } = this;
    if (id) room.afterLink?.close();
    if (room.showMap) room.soon();
    if (id && room.view.handle.pull?.loose) room.status?.tell(room.t(room.showMap ? 'linking.did.pulls_by_touch' : 'linking.did.pulls', { name: labelOf(room.thing(id), room.t.language) }));
  }

  /** A link in words. */
  sentence(id) {
    const { room } = this, link = room.thing(id);
    return link?.source ? sentenceText(link, room.state.map.actors, room.vocabulary, room.t.language) : '';
  }

  /** What to say after a link was drawn here: its sentence, as a proposal where it is one. */
  told(id) {
    const { room } = this, what = this.sentence(id);
    return room.thing(id)?.proposed ? room.t('proposals.did.proposed', { what }) : what;
  }

  /** Whether this screen may change it; where it may not, it says so. */
  mayChange(id) {
    const { room } = this;
    if (!room.proposes || isOwn(room.state, id)) return true;
    room.status?.tell(room.t('proposals.theirs'));
    return false;
  }

  /** Whether this screen may remove it: one that proposes takes no drawn link along with an actor. */
  mayRemove(id) {
    const { room } = this;
    const drawn = room.proposes && [...room.state.map.links.values()].find((link) => !link.proposed && (link.source === id || link.target === id));
    return this.mayChange(drawn ? drawn.id : id);
  }

  /** Whether the next link drawn by hand is one that is needed, not one that is there. */
  wanted(on) {
    const { room } = this;
    room.missing = on;
    room.view.linkMissing = on;
    room.view.redraw();
    room.soon();
  }

  /** "This is needed": said of the selected link, or of the next one. */
  toggleMissing() {
    const { room } = this, link = room.thing(room.afterLink?.id ?? room.selected);
    if (link?.source) this.say(link.id, { practice: link.practice === 'missing' ? 'not_said' : 'missing' });
    else this.wanted(!room.missing);
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
    if (!this.mayChange(id)) return undefined;
    const drafts = room.drafts.has(id);
    if (drafts) room.drafts.set(id, values);
    else if (link && values.kind && this.needsGrounds(values.kind) && !hasGrounds(link)) room.drafts.put({ ...link, ...values, said: values });
    else return room.editor.set(id, values);
    if (!this.needsGrounds(room.drafts.get(id).kind)) this.keepDraft(id); // no hard kind any more: nothing to ask
    return room.draw();
  }

  /** The kind to draw from an actor where one is proposed: of oversight the one that its last link was put right to. */
  putRight(source, kind) {
    const known = this.oversees.get(source), { link_kinds: all } = this.room.vocabulary;
    return known && all[kind]?.family === 'oversight' && this.room.button.kinds.includes(known) ? known : kind;
  }

  /** What a link just drawn was put right to is what the next one is: for this overseer, or for all that is drawn now. */
  learn({ source }, kind) {
    const { room } = this;
    if (!room.button?.kinds.includes(kind)) return;
    if (room.vocabulary.link_kinds[kind].family === 'oversight') this.oversees.set(source, kind);
    else room.chooseVariant(kind);
  }

  /** A kind chosen by a person: a turn of the link does not propose another one. */
  chooseKind(id, kind) {
    this.byHand.add(id);
    if (this.room.afterLink?.id === id) this.learn(this.room.thing(id), kind);
    this.say(id, { kind });
  }

  /** Turn a link round: it keeps its id, answer and note. A kind that was only proposed is proposed anew, and said. */
  flip(id) {
    const { room } = this, { t, vocabulary } = room, link = room.thing(id);
    if (!link?.source || !this.canEdit() || !vocabulary.link_kinds[link.kind]?.directed || !this.mayChange(id)) return;
    const { actors } = room.state.map;
    const kind = this.byHand.has(id) ? link.kind : kindTurned(link, actors);
    this.say(id, { source: link.target, target: link.source, ...(kind === link.kind ? {} : { kind }) });
    const proposed = kind === link.kind ? '' : t('linking.did.proposed', { kind: vocabulary.link_kinds[kind].label[t.language] });
    room.status?.tell([t('linking.did.turned', { what: this.sentence(id) }), proposed].filter(Boolean).join(' '), { undo: !room.drafts.has(id) });
  }

  /** Save a draft: send it, as a new link or as what changes of the one it was. */
  keepDraft(id) {
    const { room } = this, draft = room.drafts.get(id);
    if (!draft || !this.canEdit()) return;
    room.drafts.drop(id);
    if (draft.said) room.editor.set(id, draft.said);
    else room.editor.draw(draft);
    room.draw();
    room.status?.tell(this.sentence(id), { undo: true });
  }

  /** Let a draft go; the link it was to change stays as it is. */
  dropDraft(id) {
    const { room } = this;
    room.drafts.drop(id);
    if (room.state.map.links.has(id)) room.draw();
    else room.select(null);
  }
}
