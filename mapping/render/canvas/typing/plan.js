// What a read line will do to the map: which actors come in, which links, and what has to be asked first. Pure.
import { actorKindFor, kindFor } from '../kinds.js';
import { fold } from '../names.js';
import { tidyName } from './name.js';

/** The plan of a read sentence: {actors, links, question, about}.

`actors` are new rows without places, `links` {source, target, kind, practice, there} (`there`: a link of that kind that
is on the map already), `question` the first thing that is unclear: {slot, text, meaning, link} or null. `known` (Map)
holds the map's actors and those that come in, with a stand-in for what is still open. `idOf(name)` makes the id of an
actor of the group's own. */
export function planOf(reading, reader, { vocabulary, catalogue, map, language, idOf }) {
  const actors = [], links = [], known = new Map(map.actors);
  let question = null;
  const ask = (slot, text, meaning, link) => (question ??= { slot, text, meaning, link });

  function come(actor) {
    if (!known.has(actor.id)) (known.set(actor.id, actor), actors.push(actor));
    return actor.id;
  }

  function endOf(text, slot, at) {
    if (text.id) return text.id;
    const end = reader.end(text);
    if (end.have) return end.have;
    if (end.take) return come(catalogue.actor(end.take, language));
    if (end.own) return come({ id: idOf(end.own), name: end.own, kind: actorKindFor(end.own, vocabulary, fold) });
    const open = `?${slot}${at}`;
    known.set(open, { id: open, name: text ? `«${tidyName(text)}»` : '…' });
    if (text) ask(slot, text, end, at);
    return open;
  }

  reading.links.forEach(({ source, verb, target }, at) => {
    if (reading.loose && verb?.unknown) ask('verb', verb.unknown, verb, at); // first of all: it may be no verb
    const from = endOf(source, 'source', at), to = endOf(target, 'target', at);
    const choice = verb?.is ?? null;
    if (verb && !choice) ask('verb', verb.unknown ?? verb.typed ?? '', verb, at);
    if (from === to) ask('same', '', {}, at);
    const kind = choice ? kindFor({ kinds: choice.kinds }, null, known.get(from), known.get(to), vocabulary) : null;
    const last = at === reading.links.length - 1;
    links.push({ source: from, target: to, kind, choice, practice: (last && reading.practice) || null, there: thereIs(map.links, from, to, kind, vocabulary) });
  });
  return { actors, links, question, known };
}

/** A link of a kind between two actors that is drawn already: its id, or null. */
function thereIs(links, source, target, kind, vocabulary) {
  const symmetric = kind && vocabulary.link_kinds[kind].directed === false;
  for (const link of links.values()) {
    if (link.kind !== kind) continue;
    if ((link.source === source && link.target === target) || (symmetric && link.source === target && link.target === source)) return link.id;
  }
  return null;
}
