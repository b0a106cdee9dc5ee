// A small catalogue and vocabulary for the tests of typing, in the form that the canvas gets them.
import { Catalogue, key } from '../../mapping/render/canvas/names.js';
import { personLists } from '../../mapping/render/canvas/person.js';
import { Reader } from '../../mapping/render/canvas/typing/line.js';
import { planOf } from '../../mapping/render/canvas/typing/plan.js';
import { idUntil } from '../../mapping/render/canvas/typing/pasted.js';
import { Verbs } from '../../mapping/render/canvas/typing/verbs.js';
import { vocabulary as small } from './vocabulary.mjs';

const both = (es, en = es) => ({ es, en });
const kind = (order, family, verb, { words = [], label = verb, ...more } = {}) => ({ order, family, verb, label, words, directed: true, formality: 'formal', sensitive: false, ...more });
const ov = (order, label) => kind(order, 'oversight', both('supervisa a', 'oversees'), { label });

export const vocabulary = {
  ...small,
  families: { ...small.families, oversight: { label: both('Supervisa', 'Supervises'), letter: 'S', words: ['controla', 'fiscaliza'] }, support: { label: both('Apoya', 'Supports'), letter: '+', words: ['apoya a', 'supports'] } },
  link_kinds: {
    command: kind(1, 'authority', both('manda a', 'commands'), { words: ['dirige'], label: both('mando', 'command') }),
    appointment: kind(2, 'authority', both('nombra a quien dirige', 'appoints the head of'), { label: both('nombramiento', 'appointment') }),
    ov_internal: ov(5, both('control interno', 'internal control')),
    ov_executive: ov(6, both('control ejecutivo', 'executive control')),
    ov_parliament: ov(7, both('control parlamentario', 'parliamentary oversight')),
    ov_judicial: ov(8, both('control judicial', 'judicial control')),
    ov_independent: ov(9, both('supervisión independiente', 'independent oversight')),
    ov_civil: ov(10, both('auditoría o veeduría social', 'civil-society and media oversight')),
    ov_international: ov(11, both('supervisión internacional', 'international oversight')),
    service: kind(13, 'service', both('presta servicio a', 'provides a service to')),
    referral: kind(14, 'service', both('remite casos a', 'refers cases to'), { words: ['manda casos a'] }),
    cooperation: kind(15, 'cooperation', both('coordina con', 'coordinates with'), { directed: false }),
    funding: kind(17, 'support', both('financia a', 'funds')),
    training: kind(18, 'support', both('capacita y asesora a', 'trains and advises')),
    collusion: kind(27, 'illicit', both('tiene connivencia con', 'colludes with'), { sensitive: true }),
  },
  scales: { practice: [['works', 'sí', 'works'], ['weak', 'a medias', 'weak'], ['paper', 'sólo en el papel', 'on paper only'], ['blocked', 'bloqueado', 'blocked'], ['missing', 'hace falta', 'is needed'], ['not_said', 'no lo hemos dicho', 'not said']].map(([id, es, en]) => ({ id, label: both(es, en) })) },
};

const rows = [
  ['pn', 'Policía Nacional', 'National Police', ['policía', 'PN'], 'core_security'], ['pmop', 'Policía Militar', 'Military Police', ['PMOP'], 'core_security'],
  ['ffaa', 'Fuerzas Armadas', 'Armed Forces', ['FF. AA.'], 'core_security'], ['mp', 'Ministerio Público', 'Public Prosecutor', ['Fiscalía', 'MP'], 'justice'],
  ['tribunales', 'Tribunales penales', 'Criminal courts', ['tribunales'], 'justice'], ['tsc', 'Tribunal de Cuentas', 'Court of Accounts', [], 'oversight_state'],
  ['inp', 'INP', 'INP', ['cárceles'], 'justice'], ['congreso', 'Congreso Nacional', 'National Congress', ['Congreso', 'Congress'], 'oversight_state', 'ov_parliament'],
  ['eeuu', 'Congreso de Estados Unidos', 'US Congress', [], 'international'], ['conadeh', 'CONADEH', 'Ombudsman', [], 'oversight_state', 'ov_independent'], ['bid', 'BID', 'IDB', [], 'international'],
];
const actors = rows.map(([id, es, en, aliases, of, oversees_as]) => ({ id, names: both(es, en), short: both(es, en), aliases, kind: of, ...(oversees_as ? { oversees_as } : {}) }));
const exact = {};
rows.forEach(([, es, en, aliases], i) => [es, en, ...aliases].forEach((name) => (exact[key(name)] = i)));
const at = (id) => rows.findIndex(([own]) => own === id);

export const catalogue = new Catalogue({ actors, exact, generic: { militares: [at('ffaa'), at('pmop')] } });
export const persons = personLists({ given: ['juan'], surnames: ['perez'] });
export const supervises = { id: 'supervises', kinds: Object.keys(vocabulary.link_kinds).filter((id) => id.startsWith('ov_')) };

/** A reader of a map of these actors: ids of the catalogue, or rows of the group's own. */
export function readerOf(there = [], { language = 'es', button = supervises, prior = null, answers = null, sensitive = false, variant = null } = {}) {
  const on = new Map(there.map((it) => (typeof it === 'string' ? [it, catalogue.actor(it, language)] : [it.id, it])));
  const verbs = new Verbs(vocabulary, { language, button, variant, sensitive });
  return new Reader({ catalogue, actors: on, persons, verbs, scale: vocabulary.scales.practice, aliases: { weak: 'débil, poco' }, prior, answers });
}

/** The plan of a line on a map of these actors and links. */
export function planned(text, there = [], { links = [], ...options } = {}) {
  const reader = readerOf(there, options), reading = reader.read(text);
  const map = { actors: reader.actors, links: new Map(links.map((link) => [link.id, link])) };
  return reading.as === 'sentence' ? planOf(reading, reader, { vocabulary, catalogue, map, language: options.language ?? 'es', idOf: idUntil }) : reading;
}

/** A line in short: "source kind target practice", or what else it is. */
export function short(text, there = [], options = {}) {
  const plan = planned(text, there, options);
  if (plan.as) return `${plan.as} ${plan.text ?? plan.practice ?? ''}`.trim();
  if (plan.question) return `asks ${plan.question.slot} ${plan.question.text}`.trim();
  return plan.links.map(({ source, kind: of, target, practice }) => [source, of, target, practice].filter(Boolean).join(' ')).join(', ');
}
