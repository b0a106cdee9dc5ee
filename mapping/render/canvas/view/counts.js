// What a map shows, counted for the legend: only what is drawn. Pure.
import { formOf } from './lens.js';
import { cellOf, forceOf } from './scene.js';

const tally = (values) => {
  const out = {};
  for (const value of values) out[value] = (out[value] || 0) + 1;
  return out;
};

/** Counts of a map: {actors, links, missing, proposals, families, practices, forms, strengths, unsure, cells, forces, armed, rated,
zero, veto}.

`links` leaves out the missing ones (practice "missing": needed, not there); the legend's families have them too,
because their letter stands on the map. Proposals are counted apart, and nowhere else. */
export function countsOf(actors, every, vocabulary) {
  const links = Object.values(every).filter((link) => !link.proposed);
  const all = Object.values(actors), drawn = links.filter((link) => link.practice !== 'missing');
  const forces = tally(all.map((actor) => forceOf(actor, vocabulary)));
  return {
    actors: all.length,
    links: drawn.length,
    missing: links.length - drawn.length,
    proposals: Object.keys(every).length - links.length,
    families: tally(links.map((link) => vocabulary.link_kinds[link.kind]?.family)),
    practices: tally(links.map((link) => link.practice || 'not_said')),
    forms: tally(drawn.filter((link) => link.practice !== 'paper').map((link) => formOf(link, vocabulary))), // dots speak of practice
    strengths: tally(links.map((link) => link.strength || 1)),
    unsure: links.filter((link) => link.confidence === 1).length,
    cells: tally(all.map((actor) => cellOf(actor, vocabulary))),
    forces,
    armed: (forces.does || 0) + (forces.may || 0),
    rated: all.filter((actor) => actor.influence != null).length,
    zero: all.filter((actor) => actor.influence === 0).length,
    veto: all.filter((actor) => actor.veto).length,
  };
}
