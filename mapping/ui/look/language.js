// The page's language: told to the browser, and given to the names and few sentences that Streamlit has in English only.
// Listens for what changes on the page; between changes it does nothing.

const NAMES = ["aria-label", "title", "placeholder"];
const OURS = '.sheet, [data-testid="stMarkdownContainer"], textarea, style, script'; // what people or we wrote
const THEIRS = '[data-testid="stFileUploaderDropzone"]'; // but for this button's words, which stand there as if they were ours
const HERE = Symbol.for("sector-map language"); // one watch a page, however often the component is made anew

export default function ({ data: { language, words } }) {
  document.documentElement.lang = language;
  const here = (document[HERE] ??= new Speaker());
  if (here.language !== language) here.speak(language, words);
}

// What stands in this language for an English text: pairs [english, said]. `{x}` and `{y}`, in this order, stand for
// anything, and what they stand for is looked up too. Pure.
export function spoken(text, pairs) {
  for (const [english, said] of pairs) {
    if (english === text) return said;
    if (!english.includes("{x}")) continue;
    const found = text.match(pattern(english));
    if (found) return said.replace(/\{[xy]\}/g, (name) => spoken(found[name === "{x}" ? 1 : 2], pairs) ?? found[name === "{x}" ? 1 : 2]);
  }
  return null;
}

const patterns = new Map();

function pattern(english) {
  if (!patterns.has(english)) patterns.set(english, new RegExp(`^${english.replace(/[.*+?^$()[\]\\/|]/g, "\\$&").replace(/\{[xy]\}/g, "(.+)")}$`));
  return patterns.get(english);
}

class Speaker {
  constructor() {
    this.known = new WeakMap(); // element or text -> name -> {english, said}
    this.watch = new MutationObserver((changes) => changes.forEach((change) => this.heard(change)));
  }

  speak(language, words) {
    this.language = language;
    this.words = words;
    this.all(document.body);
    this.watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
  }

  heard({ type, target, attributeName, addedNodes }) {
    if (type === "attributes") this.name(target, attributeName);
    else if (type === "characterData") this.text(target);
    else for (const node of addedNodes) this.all(node);
  }

  all(node) {
    if (node.nodeType === Node.TEXT_NODE) return this.text(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return undefined;
    for (const element of [node, ...node.querySelectorAll(NAMES.map((name) => `[${name}]`).join())]) {
      for (const name of NAMES) if (element.hasAttribute(name)) this.name(element, name);
    }
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) this.text(texts.currentNode);
    return undefined;
  }

  name(element, name) {
    const value = element.getAttribute(name);
    if (value && !element.closest(".sheet")) this.say(element, name, value, (said) => element.setAttribute(name, said));
  }

  text(node) {
    const at = node.parentElement, { length } = node.data;
    if (at && length > 1 && length < 200 && (!at.closest(OURS) || at.closest(THEIRS))) this.say(node, "", node.data, (said) => (node.data = said));
  }

  say(node, name, now, write) {
    const before = this.known.get(node)?.[name], english = before?.said === now ? before.english : now;
    const said = spoken(english, this.words);
    if (said === null || said === now) return;
    this.known.set(node, { ...this.known.get(node), [name]: { english, said } });
    write(said);
  }
}
