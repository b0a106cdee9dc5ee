// A question under the table's head with its answers as buttons; the map waits for none of them.
import { el } from '../../dom.js';

export function choices(t) {
  const words = el('p', { role: 'status', test: 'table-ask' });
  const answers = el('div', { class: 'row answers' });
  const node = el('div', { class: 'table-asks', hidden: true, onkeydown: (event) => move(event) }, words, answers);
  let back = null;

  function move(event) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key], all = [...answers.children];
    if (!by || !all.includes(event.target)) return;
    event.preventDefault();
    all[(all.indexOf(event.target) + by + all.length) % all.length].focus();
  }

  function done() {
    if (node.hidden) return false;
    const inside = node.contains(node.getRootNode().activeElement);
    node.hidden = true;
    words.textContent = '';
    answers.replaceChildren();
    if (inside && back?.isConnected) back.focus();
    return true;
  }

  return {
    node,
    done,
    /** Ask; `rows` are {test, label, does?}. The focus goes to the first answer, and back to `from` afterwards. */
    ask(text, rows, from) {
      back = from;
      node.hidden = false;
      words.textContent = text;
      answers.replaceChildren(...rows.map(({ test, label, does }) => el('button', { class: 'btn', type: 'button', test, onclick: () => (done(), does?.()) }, label)));
      answers.firstChild?.focus();
    },
  };
}
