// The legend: only what is drawn, with counts; what nobody has drawn is said once, in words.
import { disagreed } from '../client/opinions.js';
import { el, letterBadge, refill } from '../dom.js';
import { line, plainLine, shape, tower } from './swatches.js';

const QUIET = 150; // ms: counts follow the map, and keep nobody waiting for it

const SIGN = { weak: '½', blocked: '//', not_said: '…' };

/** Which cells nobody has drawn, as word keys; both non-state cells together are one. Nothing on an empty map. */
export function nobodyDrew(counts) {
  if (!counts.actors) return [];
  const none = (cell) => !counts.cells[cell];
  const out = [];
  if (none('nonstate_provides') && none('nonstate_governs')) out.push('nonstate');
  else if (none('nonstate_provides')) out.push('nonstate_provides');
  else if (none('nonstate_governs')) out.push('nonstate_governs');
  if (none('state_provides')) out.push('state_provides');
  if (none('state_governs')) out.push('state_governs');
  if (none('served')) out.push('served');
  return out;
}

/** A section's rows: only what is drawn. `facet` and `value` say what a row shows alone when it is pressed. Pure but for
the pictures. */
function sections(counts, { vocabulary, t }) {
  const { language } = t;
  const scale = (name, of) => (vocabulary.scales[name] ?? []).filter(({ id }) => of[id]);
  const families = Object.entries(vocabulary.families).filter(([id]) => counts.families[id]);
  const cells = Object.entries(vocabulary.cells).filter(([id]) => counts.cells[id]);
  const forms = scale('formality', counts.forms), strengths = scale('strength', counts.strengths);
  const force = scale('uses_force', counts.forces).filter(({ id }) => id !== 'none');
  const sure = (vocabulary.scales.confidence ?? [])[0];
  const lines = [
    ...(forms.some(({ id }) => id !== 'formal') ? forms.map((f) => ({ facet: 'formality', value: f.id, picture: plainLine(f.id), text: f.label[language], count: counts.forms[f.id] })) : []),
    ...(strengths.length > 1 ? strengths.map((s) => ({ facet: 'strength', value: s.id, picture: plainLine('formal', s.id), text: s.label[language], count: counts.strengths[s.id] })) : []),
    ...(counts.unsure && sure ? [{ facet: 'confidence', value: sure.id, picture: el('span', { class: 'mark wide' }, '?'), text: t('lens.legend_rows.unsure'), count: counts.unsure }] : []),
  ];
  return [
    ['canvas.legend.links', families.map(([id, f]) => ({ facet: 'family', value: id, picture: letterBadge(f.letter), text: f.label[language], count: counts.families[id] }))],
    ['canvas.legend.works', scale('practice', counts.practices).map((p) => ({ facet: 'practice', value: p.id, picture: line(p.id), text: p.label[language], sign: SIGN[p.id], count: counts.practices[p.id] }))],
    ['canvas.legend.actors', [
      ...cells.map(([id, c]) => ({ facet: 'cell', value: id, picture: shape(id), text: c.label[language], count: counts.cells[id] })),
      ...force.map((f) => ({ facet: 'force', value: f.id, picture: shape('state_provides', f.id), text: t(`lens.legend_rows.force.${f.id}`), count: counts.forces[f.id] })),
    ]],
    ['lens.legend_rows.line', lines],
  ];
}

/** The legend: `mark` are the words beside a tower, a veto. */
export function legend(room) {
  const body = el('div', { class: 'legend-body' });
  const node = el('aside', { class: 'legend', test: 'legend', 'aria-label': room.t('canvas.legend.label') }, body);
  let drawn = '', waits = null, looked;

  /** A row one can press to see only that. */
  function row({ facet, value, picture, text, sign, count }) {
    return el('li', {}, el('button', { class: 'legend-row', type: 'button', test: `legend-${value}`, 'aria-pressed': String(room.lens.has(facet, value)), onclick: () => room.acts.lens(facet, value) },
      picture, el('span', { class: 'grow' }, text, sign && el('b', {}, ` ${sign}`)), el('span', { class: 'num soft' }, String(count))));
  }

  const told = (name, picture, text, count) => el('div', { class: 'row towers', test: `legend-${name}` }, picture, el('span', { class: 'grow' }, text), el('span', { class: 'num soft' }, String(count)));
  const part = (title, rows) => (rows.length ? [el('h2', { class: 'cap' }, title), el('ul', {}, rows)] : []);

  function towers(counts, t) {
    if (!counts.rated) return [];
    const marks = [counts.zero && t('lens.legend_rows.zero'), counts.rated < counts.actors && room.view.showUnrated && t('lens.legend_rows.unrated')].filter(Boolean);
    return [el('h2', { class: 'cap' }, t('canvas.legend.tower')), el('div', { class: 'row towers', test: 'legend-tower' }, tower(), el('span', {}, t('canvas.legend.tower_means'), marks.map((text) => el('span', { class: 'small soft line' }, text))))];
  }

  function tell(state) {
    clearTimeout(waits);
    waits = null;
    looked = room.lens.key;
    const against = state ? [...disagreed(state)].filter((id) => state.map.links.has(id)).length : 0;
    const counts = room.view.counts(), { t } = room, shows = JSON.stringify([counts, against, t.language, room.view.showUnrated, [...Object.values(room.lens.chosen)].map((set) => [...set])]);
    if (shows === drawn) return;
    drawn = shows;
    const nobody = nobodyDrew(counts);
    refill(body,
      sections(counts, room).map(([title, rows]) => part(t(title), rows.map(row))),
      counts.proposals ? told('proposals', el('span', { class: 'mark wide dashed', 'aria-hidden': 'true' }), t('proposals.legend'), counts.proposals) : null,
      against ? told('disagreed', el('span', { class: 'mark ring', 'aria-hidden': 'true' }, '≠'), t('proposals.legend_against'), against) : null,
      counts.veto ? el('div', { class: 'row towers', test: 'legend-veto' }, el('span', { class: 'mark veto', 'aria-hidden': 'true' }, 'V'), el('span', {}, t('lens.legend_rows.veto'))) : null,
      towers(counts, t),
      counts.actors > 1 ? el('p', { class: 'small soft hint-row' }, t('lens.legend')) : null,
      nobody.length ? el('div', { class: 'missing', test: 'nobody' }, el('h2', { class: 'cap' }, t('canvas.legend.nobody')), el('p', {}, nobody.flatMap((id, i) => [i ? el('br') : null, t(`canvas.legend.none.${id}`)]))) : null,
    );
  }

  return {
    node,
    show(state) {
      if (!drawn || room.lens.key !== looked) tell(state); // somebody waits for what was pressed
      else waits ??= setTimeout(() => tell(room.state), QUIET);
    },
    close: () => clearTimeout(waits),
  };
}
