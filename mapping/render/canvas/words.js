// Words on the canvas: t('status.offline.many', {n: 2}). Pure.

/** A translator over {key: text}; `t.count(key, n)` takes key.one or key.many. A missing word is shown as its key. */
export function translator(words, language) {
  const t = (key, values) => {
    const text = words[key] ?? key;
    return values ? text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all)) : text;
  };
  t.language = language;
  t.count = (key, n, values) => t(`${key}.${n === 1 ? 'one' : 'many'}`, { n, ...values });
  return t;
}
