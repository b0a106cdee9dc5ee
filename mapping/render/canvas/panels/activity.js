// The last thing that somebody else did, in one quiet line; pressing it brings it into sight.
import { spoken, touched } from '../announce.js';
import { el } from '../dom.js';

const FRESH_MS = 6000; // then it fades to the colour of second text; it never goes and never moves anything

export function activity(room) {
  const { t } = room;
  const node = el('button', { class: 'activity', type: 'button', test: 'activity', hidden: true, onclick: () => about && room.reveal(about) });
  let about = null, timer;

  function tell(text, id) {
    about = id;
    node.textContent = text;
    node.title = text;
    node.setAttribute('aria-label', id ? t('past.live.show', { text }) : text);
    node.disabled = !id;
    node.hidden = false;
    node.classList.add('fresh');
    clearTimeout(timer);
    timer = setTimeout(() => node.classList.remove('fresh'), FRESH_MS);
  }

  const stop = room.client.listen((state, before, event) => {
    if (event.type !== 'effects' || event.by === state.by || state.seq === before.seq || !before.ready) return;
    const text = spoken(event, before, room);
    if (text) tell(text, touched(event, state));
  });

  return {
    node,
    show(state) {
      const gone = about && !state.map.actors.has(about) && !state.map.links.has(about);
      if (gone) about = null, (node.disabled = true);
    },
    close() {
      stop();
      clearTimeout(timer);
    },
  };
}
