// Proposals and opinions: what those who propose do, and those who draw.
import { proposalsOf } from './client/opinions.js';
import { isOwn } from './proposing.js';
import { sentenceText } from './sentence.js';

/** The sentence of a link that is or was on a map. */
const said = (room, link, map) => sentenceText(link, map.actors, room.vocabulary, room.t.language);

export class ProposalActs {
  constructor(room) {
    this.room = room;
  }

  get waiting() {
    return proposalsOf(this.room.state.map);
  }

  /** The proposal that is meant without saying which: the selected one, else the oldest; null for none. */
  get next() {
    const { waiting, room } = this;
    return waiting.find(({ id }) => id === room.selected) ?? waiting[0] ?? null;
  }

  /** Put a proposal on the map. */
  takeIn(id = this.next?.id) {
    const { room } = this, link = room.state.map.links.get(id);
    if (!link?.proposed || room.proposes || !room.acts.canEdit()) return;
    room.editor.set(id, { proposed: false });
    room.draw();
    room.status?.tell(room.t('proposals.did.taken', { what: said(room, link, room.state.map) }), { undo: true });
  }

  /** Put all of them on the map, as one change. */
  takeAll() {
    const { room, waiting } = this;
    if (!waiting.length || room.proposes || !room.acts.canEdit()) return;
    room.editor.setAll(waiting.map(({ id }) => ({ of: id, values: { proposed: false } })), 'proposals');
    room.draw();
    room.status?.tell(room.t.count('proposals.did.all', waiting.length), { undo: true });
  }

  /** Let a proposal go: declined by who draws, withdrawn by who made it. */
  letGo(id) {
    const { room } = this, link = room.state.map.links.get(id);
    if (!link?.proposed || !room.acts.canEdit() || (room.proposes && !isOwn(room.state, id))) return;
    const what = said(room, link, room.state.map);
    room.editor.remove(id);
    if (room.selected === id) room.select(null);
    else room.draw();
    room.status?.tell(room.t(room.proposes ? 'proposals.did.withdrawn' : 'proposals.did.declined', { what }), { undo: true });
  }

  /** Say what one thinks of a sentence; the same again takes it back. */
  agree(id, value, mine) {
    if (!this.room.acts.canEdit()) return;
    this.room.client.agree(id, value === mine ? null : value);
    this.room.draw();
  }

  openToAll(on) {
    const { room } = this;
    if (!room.client.openToAll(on)) room.status?.tell(room.t('proposals.open.later'));
  }

  /** What somebody else's change did to proposals of one's own, in kind words. */
  hear(before, { put, drop }) {
    const { room } = this, mine = (id) => before.map.links.get(id)?.proposed && before.proposed.has(id) && before.map.links.get(id);
    const taken = put.links.filter((link) => !link.proposed && mine(link.id)), gone = drop.links.map(mine).filter(Boolean);
    const [link] = [...taken, ...gone];
    if (!link) return;
    const key = taken.length ? 'taken' : 'declined', n = taken.length || gone.length;
    room.status?.tell(n > 1 ? room.t(`proposals.heard.${key}_many`, { n }) : room.t(`proposals.heard.${key}`, { what: said(room, link, before.map) }));
  }
}
