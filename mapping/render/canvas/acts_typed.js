// After a typed sentence or a pasted list: what comes in, as one change, and what the screen says to it.

/** Bring a sentence's actors and links in; the id of its last link, drawn or there before.

Kinds that ask for evidence and certainty are not sent: they wait as drafts of this screen, beside the new actors. */
export function bringTyped(room, { actors, links }) {
  const { acts, editor, t } = room, fresh = links.filter((link) => !link.there);
  const plain = ({ source, target, kind, practice }) => ({ source, target, kind, practice });
  const sent = fresh.filter((link) => !acts.needsGrounds(link.kind)), hard = fresh.filter((link) => acts.needsGrounds(link.kind));
  const ids = new Map();
  editor.bring({ actors, links: sent.map(plain) }, 'typed').forEach((id, i) => ids.set(sent[i], id));
  for (const link of hard) ids.set(link, acts.linkWithGrounds(plain(link)));
  const last = links.at(-1), id = last.there ?? ids.get(last);
  if (last.there && last.practice) acts.say(id, { practice: last.practice });
  room.draw();
  const words = came(t, sent.length, hard.length) || t('typing.did.there');
  room.status?.tell(fresh.length === 1 && !hard.length ? acts.told(id) : words, { undo: fresh.length > 0 && !hard.length });
  if (!room.showMap) room.view.include([last.source, last.target]), room.select(id); // a phone stays with its sentences
  return id;
}

/** Bring a pasted list in; all of it is in sight then. */
export function bringPasted(room, { actors, links }) {
  const { acts, editor, t } = room, hard = links.filter((link) => acts.needsGrounds(link.kind));
  editor.bring({ actors, links: links.filter((link) => !hard.includes(link)) }, 'pasted');
  for (const link of hard) acts.linkWithGrounds(link);
  room.draw();
  if (!room.showMap) room.select(actors.length === 1 && !links.length ? actors[0].id : null); // and not what was selected before
  room.view.fit();
  const words = [actors.length ? t.count('canvas.did.pasted', actors.length) : '', came(t, links.length - hard.length, hard.length)];
  room.status?.tell(words.filter(Boolean).join(' '), { undo: true });
}

/** How many links came onto the map, and how many wait on this screen for their grounds. */
const came = (t, sent, drafts) =>
  [sent ? t.count('typing.did', sent) : '', drafts ? t.count('typing.waits', drafts) : ''].filter(Boolean).join(' ');
