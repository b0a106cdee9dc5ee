// Opinions on links and proposals, as far as this screen knows of them. Pure.

const NONE = { yes: 0, no: 0, mine: null };

/** Opinions of a message by link. */
export const opinionsIn = ({ opinions = [] }) => new Map(opinions.map((row) => [row.of, row]));

/** What is thought of a link: {yes, no, mine}, with what this screen has said and not yet sent. */
export function opinionOn({ opinions, pending }, id) {
  const { yes, no, mine } = opinions.get(id) ?? NONE;
  const said = pending.findLast((p) => p.message.type === 'agree' && p.message.of === id);
  if (!said) return { yes, no, mine };
  const { value } = said.message, count = (n, which) => n - (mine === which) + (value === which);
  return { yes: count(yes, 'yes'), no: count(no, 'no'), mine: value };
}

/** Ids of links that somebody does not agree with. */
export function disagreed(state) {
  const ids = new Set(state.opinions.keys());
  for (const { message } of state.pending) if (message.type === 'agree') ids.add(message.of);
  return new Set([...ids].filter((id) => opinionOn(state, id).no));
}

/** The ids in `before`, and those of the links that these changes propose. */
export function ownProposals(changes, before = new Set()) {
  const parts = changes.flatMap((change) => (change?.op === 'batch' ? change.changes : [change]));
  const ids = parts.filter((part) => part?.op === 'link' && part.link.proposed).map((part) => part.link.id);
  return ids.length ? new Set([...before, ...ids]) : before;
}

/** Whether a refusal of this message needs no word: an opinion on a link that is gone is about nothing. */
export const refusedQuietly = ({ message }) => message.type === 'agree';

/** The proposals of a map, in the order in which they came. */
export const proposalsOf = (map) => [...map.links.values()].filter((link) => link.proposed);
