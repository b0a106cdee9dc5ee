// The legend: only what is drawn, with counts; what nobody has drawn is said once, in words.
import { el, letterBadge, refill } from '../dom.js';
import { line, shape, tower } from './swatches.js';

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

export function legend(room) {
  const body = el('div', { class: 'legend-body' });
  const node = el('aside', { class: 'legend', test: 'legend', 'aria-label': room.t('canvas.legend.label') }, body);
  let drawn = '';

  const row = (picture, text, count, test) => el('li', { test }, picture, el('span', { class: 'grow' }, text), count === null ? null : el('span', { class: 'num soft' }, String(count)));
  const part = (title, rows) => (rows.length ? [el('h2', { class: 'cap' }, title), el('ul', {}, rows)] : []);

  return {
    node,
    show() {
      const counts = room.view.counts(), { t, vocabulary } = room, { language } = t;
      const key = JSON.stringify(counts) + language;
      if (key === drawn) return;
      drawn = key;
      const families = Object.entries(vocabulary.families).filter(([id]) => counts.families[id]);
      const practices = vocabulary.scales.practice.filter((p) => counts.practices[p.id]);
      const cells = Object.entries(vocabulary.cells).filter(([id]) => counts.cells[id]);
      const nobody = nobodyDrew(counts);
      refill(body,
        part(t('canvas.legend.links'), families.map(([id, f]) => row(letterBadge(f.letter), f.label[language], counts.families[id], `legend-${id}`))),
        part(t('canvas.legend.works'), practices.map((p) => row(line(p.id), SIGN[p.id] ? el('span', {}, p.label[language], el('b', {}, ` ${SIGN[p.id]}`)) : p.label[language], counts.practices[p.id], `legend-${p.id}`))),
        part(t('canvas.legend.actors'), [
          ...cells.map(([id, c]) => row(shape(id), c.label[language], counts.cells[id], `legend-${id}`)),
          ...(counts.armed ? [el('li', { class: 'sub', test: 'legend-armed' }, shape('state_provides', true), el('span', { class: 'grow' }, t('canvas.legend.armed')), el('span', { class: 'num soft' }, String(counts.armed)))] : []),
        ]),
        counts.rated ? [el('h2', { class: 'cap' }, t('canvas.legend.tower')), el('div', { class: 'row towers' }, tower(), el('span', {}, t('canvas.legend.tower_means')))] : null,
        nobody.length ? el('div', { class: 'missing', test: 'nobody' }, el('h2', { class: 'cap' }, t('canvas.legend.nobody')), el('p', {}, nobody.flatMap((id, i) => [i ? el('br') : null, t(`canvas.legend.none.${id}`)]))) : null,
      );
    },
  };
}
