// One person's room around the map: holds what is selected and chosen, and lets the panels show it.
import { Acts } from './acts.js';
import { ProposalActs } from './acts_propose.js';
import { Announcer, spoken } from './announce.js';
import { headsHeard, isOrder } from './arranging.js';
import { pendingIds } from './client/sync.js';
import { el } from './dom.js';
import { makeRoom } from './courtesy.js';
import { Editor } from './editor.js';
import { KeptDrafts } from './kept_drafts.js';
import { buttonsOf } from './kinds.js';
import { layPhone } from './layout_phone.js';
import { layWide } from './layout_wide.js';
import { Lens, idsAdded } from './lens.js';
import { Proposing } from './proposing.js';
import { quietShell } from './shell.js';
import { MapKeys } from './map_keys.js';
import { voice } from './panels/voice.js';
import { MapScreen } from './screen.js';

const PHONE = '(max-width: 700px)';
const UNSEEN_MS = 1000; // between two drawings in a tab that nobody looks at
const TELL_MS = 150; // who walks through the fields does not tell of each

/** The room in an element; `tell(name, value)` reaches the page's script. */
export class Room {
  constructor(root, { client, vocabulary, catalogue, persons, t, theme, data, tell }) {
    Object.assign(this, { root, client, vocabulary, catalogue, t, data, tell });
    this.selected = null;
    this.button = this.variant = null;
    this.editor = new Editor({ client, vocabulary, catalogue, persons, place: () => this.view.place(), places: (actors, links) => this.view.places(actors, links), proposes: () => this.proposes });
    this.acts = new Acts(this);
    this.proposals = new ProposalActs(this);
    this.proposing = new Proposing({ again: (ms) => (clearTimeout(this.asking), (this.asking = setTimeout(() => this.soon(), ms + 20))) });
    this.drafts = new KeptDrafts({ map: client.map, seat: client.seat });
    this.lens = new Lens();
    this.adding = []; // what was added here and is to be brought into sight
    this.narrow = matchMedia(PHONE);
    this.turned = () => this.build();
    this.narrow.addEventListener('change', this.turned);
    this.sized = () => this.fill();
    addEventListener('resize', this.sized);
    this.stop = client.listen((state, before, event) => this.heard(state, before, event));
    this.shell = quietShell(() => client.line.state !== 'live');
    root.dataset.theme = theme;
    this.build();
  }

  get view() {
    return this.screen?.view;
  }

  get state() {
    return this.client.state;
  }

  /** An actor, a link, or a link that waits for its grounds; null for none. */
  thing(id) {
    const { map } = this.state;
    return this.drafts.get(id) ?? map.actors.get(id) ?? map.links.get(id) ?? null;
  }

  /** Whether the screens are covered: there is no map to be seen, and what one has in hand is kept. */
  get covered() {
    return Boolean(this.state.day?.hidden);
  }

  get edits() {
    return this.data.mode !== 'read';
  }

  /** Whether a link from this screen is a proposal to those who draw. */
  get proposes() {
    return this.how === 'proposes';
  }

  /** Make all panels anew: at the start, for another language, when a screen becomes narrow or wide. */
  build() {
    const past = this.past?.held; // whoever looks back goes on looking
    this.clear();
    const { t, root, narrow } = this;
    this.showMap = this.turnTo = null;
    const said = el('div', { class: 'vh', 'aria-live': 'polite', test: 'announcer' });
    this.announcer = new Announcer(said, t);
    this.sheet = el('div', { class: 'sheet', test: 'map' });
    this.mapNode = el('div', { class: 'map', test: 'map-keys', ...(this.data.projector ? { tabindex: -1 } : { tabindex: 0, role: 'application', 'aria-label': t(`tables.map.${this.edits ? 'label' : 'read'}`), 'aria-describedby': 'map-keys' }) });
    this.sheet.append(this.mapNode, this.data.projector ? '' : el('span', { class: 'vh', id: 'map-keys' }, t(`tables.map.${this.edits ? 'keys' : 'read_keys'}`)));
    this.panels = [];
    this.holding = []; // panels with something half said in them: left as they are under the cover
    this.day = undefined;
    this.refreshButtons();
    const phone = this.edits && (narrow.matches || this.data.view === 'see');
    const parts = (phone ? layPhone : layWide)(this);
    root.className = `sector-map ${phone ? 'phone' : 'wide'} ${this.edits ? 'edit' : 'read'}${this.data.projector ? ' room' : ''}`;
    root.lang = t.language;
    this.voice = voice(this);
    this.panels.push(this.voice);
    root.replaceChildren(...parts, said, this.voice.node);
    this.fill();
    this.screen = new MapScreen(this);
    this.mapKeys = new MapKeys(this);
    this.draw();
    if (past) this.past?.resume(past);
  }

  clear() {
    this.mapKeys?.close();
    this.screen?.close();
    for (const panel of this.panels ?? []) panel.close?.();
    this.announcer?.close();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.fallback);
    this.frame = null;
    this.due = false;
  }

  destroy() {
    this.clear();
    clearTimeout(this.asking);
    this.stop();
    this.shell();
    this.narrow.removeEventListener('change', this.turned);
    removeEventListener('resize', this.sized);
  }

  /** New data from the page: only what differs is changed. */
  update({ t, theme, data }) {
    const before = this.data;
    this.data = data;
    this.client.role(data.view !== 'see');
    this.root.dataset.theme = theme;
    if (t.language !== this.t.language || data.view !== before.view) {
      this.t = t;
      this.build();
    } else for (const view of [this.view, this.past?.look.view]) view?.theme(theme);
    if (JSON.stringify(data.highlight) !== JSON.stringify(before.highlight)) this.view.highlight(data.highlight ?? null);
    this.fill();
    this.soon();
  }

  /** Take the height that is left below what stands above. */
  fill() {
    const top = Math.max(0, Math.round(this.root.getBoundingClientRect().top + scrollY));
    this.root.style.setProperty('--above', `${top}px`);
  }

  heard(state, before, event) {
    if (event.type === 'effects' && !this.covered && event.change && event.by !== state.by && state.seq !== before.seq) {
      this.announcer.say(spoken(event, before, this));
      this.proposals.hear(before, event);
      if (isOrder(event)) (this.draw(), this.view.head(headsHeard(event, before, this)));
    }
    if (event.type === 'local') this.brought(idsAdded(event.message.change));
    if (event.type === 'effects') makeRoom(this, event, before);
    if (event.type === 'ended') this.drafts.clear();
    if (event.type === 'nudge') this.nudge.tell(event.text);
    this.soon();
  }

  /** What was added here stays in sight: through the lens, and on the sheet. */
  brought(ids) {
    this.lens.drew(ids);
    this.adding.push(...ids);
  }

  /** Draw once for everything that came in together: the first of a frame at once, the rest with the next one; also in
  a tab that nobody looks at. */
  soon() {
    if (this.due) return;
    this.due = true;
    if (this.frame) return;
    const next = () => (cancelAnimationFrame(this.frame), clearTimeout(this.fallback), (this.frame = null), this.due && this.draw());
    this.frame = requestAnimationFrame(next);
    this.fallback = setTimeout(next, document.hidden ? UNSEEN_MS : 150);
    queueMicrotask(() => this.due && !document.hidden && this.draw({ atOnce: true }));
  }

  /** `atOnce`: the map is painted in this very moment, before what stands around it is brought up to date: who reads the
  size of anything after that waits for a layout. */
  draw({ atOnce = false } = {}) {
    const { state } = this;
    this.due = false;
    this.how = this.proposing.how({ ...state, view: this.data.alone ? 'draw' : this.data.view }); // alone nobody would take a proposal in
    this.refreshButtons();
    this.waiting = pendingIds(state);
    if (state.ready && !this.covered && this.drafts.keep(state.map, state.day?.sensitive, this.vocabulary).length) this.status?.tell(this.t('linking.draft.lost'));
    if (state.ready) this.screen.show(state, this.waiting);
    if (state.ready && !this.covered && this.adding.length) this.view.include(this.adding.splice(0));
    if (atOnce) this.view.paint();
    if (this.selected && state.ready && !this.covered && !this.thing(this.selected)) this.select(null);
    this.root.toggleAttribute('data-covered', this.covered);
    for (const panel of this.panels) if (!this.covered || !this.holding.includes(panel)) panel.show?.(state);
  }

  // what is chosen

  refreshButtons() {
    const { day } = this.state;
    if (day === this.day && this.buttons) return;
    const step = this.buttons && day?.step === this.day?.step && day?.sensitive === this.day?.sensitive;
    this.day = day;
    if (step) return;
    this.buttons = buttonsOf(day, this.vocabulary);
    this.choose(this.buttons.step[0] ?? this.buttons.others.find((b) => b.id === 'oversight') ?? this.buttons.others[0]);
  }

  choose(button) {
    if (!button) return;
    this.button = button;
    this.chooseVariant(null);
  }

  chooseVariant(variant) {
    this.variant = variant;
    if (this.view) this.view.linkKind = variant ?? this.button.kinds[0];
    this.soon();
  }

  select(id) {
    if (this.selected !== (id ?? null)) clearTimeout(this.telling);
    this.selected = id ?? null;
    this.view.select(this.selected);
    this.client.select(this.selected);
    this.draw();
  }

  /** Tell the others which field of the selected thing is in hand here; null when none is. */
  editing(field) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.client.select(this.selected, this.selected ? field : null), TELL_MS);
  }

  /** Select, and bring it into sight. */
  reveal(id) {
    this.showMap?.();
    this.select(id);
    this.view.focus(id);
  }

  openList() {
    this.list?.open();
  }

  openLens() {
    this.lensPanel?.open();
  }

  openKeys() {
    this.keys?.open();
  }

  /** The tables instead of the map, and back. */
  toggleTables() {
    if (this.tables?.shown) this.tables.shut();
    else if (this.showMap) this.turnTo('table'); // a phone has a tab for them
    else this.tables?.open();
  }

  /** Into the first field of what is selected. */
  enterInspector() {
    const fields = [...this.root.querySelectorAll('.insp-body :is(input, select, textarea, [role=radio], .tower-field button):not([tabindex="-1"], :disabled)')];
    fields.find((field) => field.checkVisibility())?.focus();
  }

  /** Show the map and go onto it. */
  toMap() {
    if (this.tables?.shown && !this.showMap) this.tables.shut();
    this.showMap?.();
    this.enterMap();
  }

  /** Begin a link from an actor, or from where a link begins. */
  linkFrom(id) {
    const thing = this.thing(id), from = thing?.source ?? thing?.id;
    if (from && this.linker) this.linker.open(from);
    else this.acts.connectFrom(from ?? null);
  }

  /** Back onto the map, wherever one came from. */
  enterMap() {
    this.mapNode.focus({ preventScroll: true });
  }

  /** Where the focus goes when something closes. */
  home() {
    this.typebox ? this.typebox.focus() : this.enterMap();
  }
}
