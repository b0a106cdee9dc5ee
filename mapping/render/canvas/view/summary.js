// The map in one sentence, for those who do not see the canvas. Pure.

/** What `counts` says, in words; `t` gives them. */
export function summary(counts, vocabulary, language, t) {
  if (!counts.actors) return t('map_view.summary_empty');
  const families = Object.entries(vocabulary.families)
    .filter(([id]) => counts.families[id])
    .map(([id, family]) => `${family.label[language] ?? family.label.en} ${counts.families[id]}`);
  const many = (key, n) => t(`map_view.${key}.${n === 1 ? 'one' : 'many'}`, { n });
  const parts = [t('map_view.summary', { actors: many('summary_actors', counts.actors), links: many('summary_links', counts.links) })];
  if (families.length) parts.push(`${families.join(', ')}.`);
  if (counts.armed) parts.push(t('map_view.summary_armed', { armed: counts.armed }));
  if (counts.missing) parts.push(t('map_view.summary_missing', { missing: counts.missing }));
  return parts.join(' ');
}
