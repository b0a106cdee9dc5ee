// Maps for the tests of the map view. What is said about practice and influence is invented.

const NAMES = {
  pn: ['Policía Nacional', 'National Police', 'core_security', 'does', 3],
  pmop: ['Policía Militar', 'Military Police', 'core_security', 'does', 3],
  ffaa: ['Fuerzas Armadas', 'Armed Forces', 'core_security', 'does', 5],
  fusina: ['FUSINA', 'FUSINA', 'core_security', 'does', 3],
  mp: ['Ministerio Público', 'Public Prosecutor', 'justice', 'none', 3],
  tribunales: ['Tribunales penales', 'Criminal courts', 'justice', 'none', 2],
  inp: ['INP', 'INP', 'justice', 'does', null],
  congreso: ['Congreso Nacional', 'National Congress', 'oversight_state', 'none', 2],
  conadeh: ['CONADEH', 'CONADEH', 'oversight_state', 'none', 2],
  bid: ['BID', 'IDB', 'international', 'none', 4],
  cosude: ['COSUDE', 'SDC', 'international', 'none', 2],
  ddhh_ffaa: ['Derechos Humanos de las Fuerzas Armadas', 'Human Rights of the Armed Forces', 'oversight_state', 'none', 0],
};
const LINKS = [
  ['ffaa', 'command', 'pmop', 'works'], ['ffaa', 'command', 'fusina', 'works'], ['ffaa', 'command', 'ddhh_ffaa', 'works'],
  ['congreso', 'appointment', 'conadeh', 'works'], ['ddhh_ffaa', 'ov_internal', 'ffaa', 'weak'],
  ['ddhh_ffaa', 'ov_internal', 'pmop', 'weak'], ['conadeh', 'ov_independent', 'pn', 'works'],
  ['conadeh', 'ov_independent', 'pmop', 'weak'], ['mp', 'ov_judicial', 'pn', 'works'],
  ['congreso', 'ov_parliament', 'fusina', 'missing'], ['pn', 'referral', 'mp', 'works'],
  ['mp', 'referral', 'tribunales', 'weak'], ['tribunales', 'referral', 'inp', 'works'],
  ['bid', 'training', 'pn', 'works'], ['cosude', 'training', 'pn', 'works'],
];

/** Group 1 of the acceptance story: 12 actors, 15 links, without places. */
export function group1() {
  const actors = {}, links = {};
  for (const [id, [es, en, kind, uses_force, influence]] of Object.entries(NAMES)) {
    actors[id] = { id, name: es, names: { es, en }, kind, uses_force };
    if (influence !== null) actors[id].influence = influence;
  }
  LINKS.forEach(([source, kind, target, practice], i) => {
    const id = `l-${String(i + 1).padStart(2, '0')}`;
    links[id] = { id, source, kind, target, practice };
  });
  return { actors, links };
}

const TWENTY = [ // id, names, kind, force, and where it stood when the table had drawn its last link
  ['congreso', 'Congreso Nacional', 'National Congress', 'oversight_state', 'none', 0, -26],
  ['presidencia', 'Presidencia', 'Presidency', 'management', 'none', 64, -199],
  ['cnds', 'CNDS', 'CNDS', 'management', 'none', -105, 137],
  ['seds', 'Secretaría de Seguridad', 'Security Ministry', 'management', 'none', 144, 123],
  ['pmop', 'Policía Militar', 'Military Police', 'core_security', 'does', -178, -157],
  ['pn', 'Policía Nacional', 'National Police', 'core_security', 'does', -259, 3],
  ['ffaa', 'Fuerzas Armadas', 'Armed Forces', 'core_security', 'does', 263, -26],
  ['mp', 'Ministerio Público', 'Public Prosecutor', 'justice', 'none', -193, -293],
  ['csj', 'Corte Suprema', 'Supreme Court', 'justice', 'none', 255, -189],
  ['conadeh', 'CONADEH', 'CONADEH', 'oversight_state', 'none', 231, 226],
  ['inp', 'INP', 'INP', 'justice', 'does', -193, 241],
  ['eeuu', 'Estados Unidos', 'United States', 'international', 'none', -283, 114],
  ['asj', 'ASJ', 'ASJ', 'civil_society', 'none', 231, -278],
  ['sefin', 'Secretaría de Finanzas', 'Finance Ministry', 'management', 'none', 22, 212],
  ['municipalidades', 'Municipalidades', 'Municipalities', 'local_gov', 'none', 173, -426],
  ['comité', 'Comité de víctimas de Rivera Hernández', 'Comité de víctimas de Rivera Hernández', 'users', 'none', -287, -379],
  ['red', 'Red de mujeres de Choloma', 'Red de mujeres de Choloma', 'civil_society', 'none', 22, -318],
  ['mesa', 'Mesa de seguridad de Choloma', 'Mesa de seguridad de Choloma', 'civil_society', 'none', -347, -110],
  ['radio', 'Radio La Voz de la Sierra', 'Radio La Voz de la Sierra', 'media', 'none', 301, 136],
  ['jóvenes', 'Jóvenes de la Colonia Planeta', 'Jóvenes de la Colonia Planeta', 'users', 'none', -44, -555],
];
const THIRTY = [
  ['congreso', 'appointment', 'mp'], ['congreso', 'appointment', 'csj'], ['congreso', 'appointment', 'conadeh'],
  ['congreso', 'ov_parliament', 'seds'], ['congreso', 'ov_parliament', 'ffaa'], ['presidencia', 'command', 'seds'],
  ['presidencia', 'command', 'ffaa'], ['presidencia', 'command', 'cnds'], ['cnds', 'influence', 'mp'],
  ['cnds', 'influence', 'csj'], ['seds', 'command', 'pn'], ['ffaa', 'command', 'pmop'],
  ['sefin', 'budget', 'pn'], ['sefin', 'budget', 'ffaa'], ['pn', 'cooperation', 'pmop'],
  ['pn', 'referral', 'mp'], ['pmop', 'referral', 'mp'], ['mp', 'referral', 'csj'],
  ['csj', 'referral', 'inp'], ['conadeh', 'ov_independent', 'inp'], ['conadeh', 'ov_independent', 'pmop'],
  ['mp', 'ov_judicial', 'pn'], ['eeuu', 'training', 'pn'], ['eeuu', 'funding', 'asj'],
  ['asj', 'information', 'mp'], ['mesa', 'cooperation', 'pn'], ['municipalidades', 'service', 'jóvenes'],
  ['radio', 'backing', 'comité'], ['comité', 'access', 'conadeh'], ['red', 'access', 'mp'],
];

/** A map of 20 actors and 30 links as a table drew it by hand, without tidying; `placed`: with the places it had. */
export function twenty(placed = true) {
  const actors = {}, links = {};
  for (const [id, es, en, kind, uses_force, x, y] of TWENTY) actors[id] = { id, name: es, names: { es, en }, kind, uses_force, ...(placed ? { x, y } : {}) };
  THIRTY.forEach(([source, kind, target], i) => {
    const id = `l-${String(i + 1).padStart(2, '0')}`;
    links[id] = { id, source, kind, target };
  });
  return { actors, links };
}

/** A small generator of repeatable numbers in [0, 1). */
export function numbers(seed) {
  let s = seed;
  return () => (s = (s * 16807) % 2147483647) / 2147483647;
}

const FIRST = ['Dirección', 'Secretaría', 'Comisión', 'Unidad', 'Consejo', 'Red', 'Asociación', 'Instituto', 'Fiscalía', 'Policía', 'Tribunal', 'Observatorio', 'Junta', 'Comité', 'Alianza', 'Foro', 'Programa', 'Patronato'];
const SECOND = ['de Seguridad', 'de Derechos Humanos', 'Municipal', 'de Investigación', 'de la Mujer', 'de Juventud', 'Penitenciario', 'de Paz', 'Nacional', 'de Inteligencia', 'de Cuentas', 'de la Niñez', 'de Prensa', 'Comunitaria', 'de Justicia'];
const THIRD = ['', '', '', ' del Valle de Sula', ' de Tegucigalpa', ' de San Pedro Sula', ' y Convivencia Ciudadana', ' de Honduras'];
const KINDS = ['core_security', 'justice', 'oversight_state', 'management', 'civil_society', 'service_cso', 'media', 'international', 'users', 'local_gov', 'private_security', 'community'];
const LINK_KINDS = ['command', 'ov_independent', 'ov_civil', 'referral', 'cooperation', 'funding', 'influence', 'service', 'training', 'conflict'];
const PRACTICES = ['works', 'works', 'weak', 'not_said', 'paper', 'blocked', 'missing', 'works'];

/** An invented map of n actors and m links; connected, with a few hubs, as drawn maps are. */
export function invented(n, m, seed = 5) {
  const next = numbers(seed), pick = (list) => list[Math.floor(next() * list.length)];
  const actors = {}, links = {}, names = new Set();
  for (let i = 0; i < n; i++) {
    let name = `${pick(FIRST)} ${pick(SECOND)}${pick(THIRD)}`;
    while (names.has(name)) name = `${pick(FIRST)} ${pick(SECOND)}${pick(THIRD)} ${i}`;
    if (next() < 0.3) name = name.split(' ').filter((w) => w.length > 3).map((w) => w[0].toUpperCase()).join('') + (names.has(name) ? i : '');
    names.add(name);
    const id = `a${String(i).padStart(3, '0')}`;
    actors[id] = { id, name, names: {}, kind: pick(KINDS) };
    if (next() < 0.7) actors[id].influence = Math.floor(next() * 6);
  }
  const ids = Object.keys(actors);
  for (let i = 0; i < m; i++) {
    const target = i < n - 1 ? ids[i + 1] : ids[Math.floor(next() * next() * n)];
    let source = i < n - 1 ? ids[Math.floor(next() * next() * (i + 1))] : ids[Math.floor(next() * n)];
    if (source === target) source = ids[(ids.indexOf(source) + 1) % n];
    const id = `l${String(i).padStart(4, '0')}`;
    links[id] = { id, source, target, kind: pick(LINK_KINDS), practice: pick(PRACTICES), strength: 1 + Math.floor(next() * 3) };
    if (next() < 0.1) links[id].confidence = 1;
    if (next() < 0.2) links[id].formality = pick(['informal', 'mixed']);
  }
  return { actors, links };
}
