// Which kind a new link gets: the step's buttons, and for *supervises* the kind that fits the overseer. Pure.

const BY_OVERSEER = {
  management: 'ov_executive',
  local_gov: 'ov_executive',
  core_security: 'ov_executive',
  justice: 'ov_judicial',
  oversight_state: 'ov_independent',
  international: 'ov_international',
  int_oversight: 'ov_international',
};

/** The oversight kind proposed when `overseer` supervises `overseen` (actors as on the map). */
export function oversightKind(overseer, overseen) {
  if (overseer?.oversees_as) return overseer.oversees_as;
  const inside = overseer?.part_of && (overseer.part_of === overseen?.id || overseer.part_of === overseen?.part_of);
  if (inside) return 'ov_internal';
  return BY_OVERSEER[overseer?.kind] ?? 'ov_civil';
}

/** The kind of a link once it is turned round: an oversight kind that was no more than the proposal is proposed anew. */
export function kindTurned({ kind, source, target }, actors) {
  const from = actors.get(source), to = actors.get(target);
  return kind === oversightKind(from, to) ? oversightKind(to, from) : kind;
}

/** The kind of a new link from a button: its only kind, the chosen variant, or what fits the two actors. */
export function kindFor(button, variant, source, target, vocabulary) {
  if (variant && button.kinds.includes(variant)) return variant;
  const oversight = button.kinds.filter((id) => vocabulary.link_kinds[id].family === 'oversight');
  if (!oversight.length) return button.kinds[0];
  if (oversight.length < button.kinds.length) return button.kinds[0];
  const proposed = oversightKind(source, target);
  return button.kinds.includes(proposed) ? proposed : button.kinds[0];
}

/** What a kind is called where somebody chooses one: its verb, or its noun where its family has one verb for several. */
export function kindWord(id, vocabulary, language) {
  const { verb, label, family } = vocabulary.link_kinds[id], said = verb[language];
  const shared = Object.entries(vocabulary.link_kinds).some(([other, kind]) => other !== id && kind.family === family && kind.verb[language] === said);
  return shared ? label[language] : said.replace(/ a$/, '');
}

/** Everyday families, in the order of the toolbar; used in a step that brings no buttons of its own. */
const EVERYDAY = ['authority', 'oversight', 'service', 'cooperation', 'support', 'influence'];

const ofFamily = (family, vocabulary) => kindsInOrder(vocabulary).filter((id) => vocabulary.link_kinds[id].family === family);

/** Ids of all link kinds in their order; sensitive ones only while they are open. */
export function kindsInOrder(vocabulary, sensitive = false) {
  const kinds = Object.entries(vocabulary.link_kinds).filter(([, kind]) => sensitive || !kind.sensitive);
  return kinds.sort((a, b) => a[1].order - b[1].order).map(([id]) => id);
}

/** A button {id, label, letter, kinds}, from what a step says: {id, label, kinds}, a kind's id or a family's. */
export function buttonFrom(written, vocabulary) {
  const id = typeof written === 'string' ? written : written.id;
  const family = id === 'supervises' ? 'oversight' : id;
  const named = typeof written === 'string' ? (vocabulary.link_kinds[id] ? [id] : ofFamily(family, vocabulary)) : written.kinds;
  const kinds = (named ?? []).filter((kind) => vocabulary.link_kinds[kind]);
  if (!kinds.length) return null;
  const first = vocabulary.families[vocabulary.link_kinds[kinds[0]].family];
  const label = written.label ?? (vocabulary.link_kinds[id] ? vocabulary.link_kinds[id].label : first.label);
  return { id, label, letter: first.letter, kinds };
}

/** The buttons of a step, then the everyday families it leaves out: {step: [...], others: [...]}. */
export function buttonsOf(day, vocabulary) {
  const step = (day?.buttons ?? []).map((written) => buttonFrom(written, vocabulary)).filter(Boolean);
  const taken = new Set(step.flatMap((button) => button.kinds.map((kind) => vocabulary.link_kinds[kind].family)));
  const families = day?.sensitive ? Object.keys(vocabulary.families) : EVERYDAY;
  const others = families.filter((family) => !taken.has(family)).map((family) => {
    const kinds = kindsInOrder(vocabulary, day?.sensitive).filter((id) => vocabulary.link_kinds[id].family === family);
    return kinds.length ? { id: family, label: vocabulary.families[family].label, letter: vocabulary.families[family].letter, kinds } : null;
  });
  return { step, others: others.filter(Boolean) };
}

/** The actor kind proposed for a free name: the one whose words it holds most of; civil society when none. */
export function actorKindFor(name, vocabulary, fold) {
  const folded = ` ${fold(name)} `;
  let best = 'civil_society', most = 0;
  for (const [id, kind] of Object.entries(vocabulary.actor_kinds)) {
    let weight = 0;
    for (const word of kind.words ?? []) {
      const w = fold(word);
      if (folded.includes(` ${w}`)) weight = Math.max(weight, w.length);
    }
    if (weight > most) [best, most] = [id, weight];
  }
  return best;
}
