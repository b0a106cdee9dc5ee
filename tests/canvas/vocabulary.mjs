// A small vocabulary in the form that the canvas gets it, for tests.
const both = (es, en) => ({ es, en });
const kind = (order, family, verb, sensitive = false) => ({ order, family, verb, label: verb, directed: true, formality: 'formal', sensitive });

export const vocabulary = {
  families: {
    authority: { label: both('Autoridad', 'Authority'), letter: 'A' },
    oversight: { label: both('Supervisa', 'Supervises'), letter: 'S' },
    service: { label: both('Ruta del caso', 'Route of the case'), letter: 'R' },
    cooperation: { label: both('Coordina', 'Coordinates'), letter: 'C' },
    support: { label: both('Apoya', 'Supports'), letter: '+' },
    illicit: { label: both('Ilícito', 'Illicit'), letter: 'X' },
  },
  link_kinds: {
    command: kind(1, 'authority', both('manda a', 'commands')),
    appointment: kind(2, 'authority', both('nombra a quien dirige', 'appoints the head of')),
    ov_internal: kind(5, 'oversight', both('supervisa a', 'oversees')),
    ov_executive: kind(6, 'oversight', both('supervisa a', 'oversees')),
    ov_parliament: kind(7, 'oversight', both('supervisa a', 'oversees')),
    ov_judicial: kind(8, 'oversight', both('supervisa a', 'oversees')),
    ov_independent: kind(9, 'oversight', both('supervisa a', 'oversees')),
    ov_civil: kind(10, 'oversight', both('supervisa a', 'oversees')),
    ov_international: kind(11, 'oversight', both('supervisa a', 'oversees')),
    referral: kind(14, 'service', both('remite casos a', 'refers cases to')),
    cooperation: kind(15, 'cooperation', both('coordina con', 'coordinates with')),
    training: kind(18, 'support', both('capacita y asesora a', 'trains and advises')),
    collusion: kind(27, 'illicit', both('tiene connivencia con', 'colludes with'), true),
  },
  actor_kinds: {
    core_security: { words: ['policía', 'police'], cells: ['state_provides'] },
    civil_society: { words: ['asociación', 'mujeres'], cells: ['nonstate_governs'] },
    justice: { words: ['juzgado', 'court'], cells: ['state_provides'] },
  },
  scales: { practice: [{ id: 'works', label: both('sí', 'works') }, { id: 'not_said', label: both('no lo hemos dicho', 'not said') }] },
};
