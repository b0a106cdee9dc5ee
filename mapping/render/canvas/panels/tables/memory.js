// How a seat left its tables: open or not, which one, sorted by what. Works without storage too.

const key = (seat) => `sector-map:tables:${seat}`;

const storage = () => {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
};

/** What is remembered: {open, tab, sort: {actors, links}}. */
export function remembered(seat, kept = storage()) {
  try {
    const { open = false, tab = 'actors', sort = {} } = JSON.parse(kept?.getItem(key(seat)) ?? '{}');
    return { open: open === true, tab: tab === 'links' ? 'links' : 'actors', sort: { actors: sort.actors ?? null, links: sort.links ?? null } };
  } catch {
    return { open: false, tab: 'actors', sort: { actors: null, links: null } };
  }
}

export function remember(seat, values, kept = storage()) {
  try {
    kept?.setItem(key(seat), JSON.stringify(values));
  } catch {
    // full or forbidden: remembered until the page is left
  }
}
