// What the canvas needs from the server once, before it can draw: vocabulary, words, catalogue, vis and the styles.
// All of it has the version in its address, so that it may be cached for ever.

const cache = new Map();

function once(url, load) {
  if (!cache.has(url)) cache.set(url, load(url).catch((error) => (cache.delete(url), Promise.reject(error))));
  return cache.get(url);
}

async function json(url) {
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/** Addresses of the assets of a version. */
export function addresses(version, base = document.baseURI) {
  const at = (path) => new URL(`assets/${version}/${path}`, base).href;
  return {
    vocabulary: at('vocabulary.json'),
    words: (language) => at(`words/${language}.json`),
    catalogue: (scenario) => at(`catalogue/${scenario}.json`),
    vis: at('vis/vis-network.min.js'),
    styles: at('bundle/styles.css'),
  };
}

export const vocabularyOf = (at) => once(at.vocabulary, json);
export const wordsOf = (at, language) => once(at.words(language), json);
/** The catalogue of a scenario; an empty one where the map has none. */
export const catalogueOf = (at, scenario) =>
  scenario ? once(at.catalogue(scenario), json).catch(() => ({})) : Promise.resolve({});

/** The network library: a classic script that leaves `vis` behind. */
export const vis = (at) => once(at.vis, (url) => (globalThis.vis?.Network ? Promise.resolve() : import(url)));

/** Put the styles into a root and wait until they hold. */
export function styles(at, root) {
  return new Promise((done) => {
    if (root.querySelector(`link[href="${at.styles}"]`)) return done();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = at.styles;
    link.onload = link.onerror = done;
    root.prepend(link);
  });
}
