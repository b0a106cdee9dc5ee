// One of the two tables: its row for adding, its grid, its pages.
import { el, icon } from '../../dom.js';
import { actorColumns, actorWords } from './actors.js';
import { addActor } from './add_actor.js';
import { addLink } from './add_link.js';
import { Grid } from './grid.js';
import { linkColumns, linkWords } from './links.js';
import { arranged, followed, PAGE, turned } from './order.js';

export const actorSheet = (room, table, sort) => new Sheet(room, table, sort, {
  label: 'actors', add: addActor, words: actorWords(room), columns: () => actorColumns(room, table),
  rows: () => [...room.state.map.actors.values()],
});

export const linkSheet = (room, table, sort) => new Sheet(room, table, sort, {
  label: 'links', add: addLink, words: linkWords(room), columns: () => linkColumns(room, table),
  rows: () => [...new Map([...room.state.map.links, ...room.drafts.rows]).values()],
});

class Sheet {
  constructor(room, table, sort, made) {
    Object.assign(this, { room, table, ...made });
    this.sort = sort ?? { column: null, down: false };
    this.order = [];
    this.from = 0;
    this.wanted = '';
    this.adding = this.add(room, table);
    const { t } = room;
    this.frame = el('div', { class: 'table-frame' });
    this.none = el('p', { class: 'soft table-none', test: 'table-none' });
    this.range = el('span', { class: 'num', test: 'table-range' });
    const turn = (by, name, key) => el('button', { class: 'btn quiet', type: 'button', test: `table-${name}`, 'aria-label': t(`tables.page.${key}`), onclick: () => this.page(by) }, icon(name === 'next' ? 'plus' : 'minus', 14), t(`tables.page.${key}`));
    this.earlier = turn(-1, 'previous', 'previous');
    this.later = turn(1, 'next', 'next');
    this.pager = el('div', { class: 'row table-pager', hidden: true }, this.earlier, this.range, this.later);
    this.nodes = [this.adding.node, this.frame, this.none, this.pager];
    this.key = null;
  }

  get field() {
    return this.adding.field;
  }

  /** The grid for what the day asks; another day may ask for other columns. */
  ready() {
    const { room, table } = this, columns = this.columns(), key = JSON.stringify([columns.map((c) => c.id), room.state.day?.sensitive]);
    if (key === this.key) return;
    this.key = key;
    const inside = this.grid?.node.contains(this.grid.node.getRootNode().activeElement);
    this.grid = new Grid({
      columns, label: room.t(`tables.tab.${this.label}`), t: room.t,
      told: { at: table.at, gone: table.gone, leave: table.leave, remove: table.remove, page: (by) => this.page(by), sort: (id) => this.sortBy(id) },
    });
    this.by = new Map(columns.map((column) => [column.id, column]));
    this.grid.select(room.selected);
    this.frame.replaceChildren(this.grid.node);
    if (inside) requestAnimationFrame(() => this.grid.go(1, 0));
  }

  sortBy(id) {
    this.sort = turned(this.sort, id);
    this.table.remember(this.sort);
    this.from = 0;
    this.arrange(this.wanted);
  }

  fresh() {
    const { sort, wanted, words, room } = this;
    return arranged(this.rows(), { wanted, column: this.by.get(sort.column) ?? null, down: sort.down, words, language: room.t.language });
  }

  /** Sort and filter anew: somebody asked for it. */
  arrange(wanted) {
    if (!this.room.state.ready) return;
    if (wanted !== this.wanted) this.from = 0;
    this.wanted = wanted;
    this.ready();
    this.order = this.fresh();
    this.draw();
  }

  /** Others wrote, or this screen did: rows change in place, and nobody moves. */
  follow() {
    if (!this.room.state.ready) return;
    this.ready();
    this.order = followed(this.order, this.kept());
    this.draw();
  }

  /** As `fresh`, with what was shown before: a row that fits the filter no more stays until one asks anew. */
  kept() {
    const fresh = this.fresh(), there = new Set(fresh), { map } = this.room.state;
    const stays = this.wanted ? this.order.filter((id) => !there.has(id) && (map.actors.has(id) || map.links.has(id))) : [];
    return [...fresh, ...stays];
  }

  draw() {
    const { room, order } = this, { t } = room, total = order.length;
    if (this.from >= total) this.from = Math.max(0, Math.floor((total - 1) / PAGE) * PAGE);
    const rows = order.slice(this.from, this.from + PAGE).map((id) => room.thing(id)).filter(Boolean);
    this.grid.sorted(this.by.has(this.sort.column) ? this.sort.column : null, this.sort.down);
    this.grid.show(rows, { from: this.from, total });
    this.adding.show();
    this.pager.hidden = total <= PAGE;
    this.earlier.disabled = !this.from;
    this.later.disabled = this.from + PAGE >= total;
    this.range.textContent = t('tables.page.range', { from: (this.from + 1).toLocaleString(t.language), to: (this.from + rows.length).toLocaleString(t.language), of: total.toLocaleString(t.language) });
    this.none.hidden = total > 0;
    this.none.textContent = total ? '' : t(this.wanted ? 'canvas.list.none' : `tables.none.${this.label}`);
  }

  /** Turn a page; whether there was one. */
  page(by) {
    const from = this.from + by * PAGE;
    if (from < 0 || from >= this.order.length) return false;
    this.from = from;
    this.draw();
    this.frame.scrollTop = by > 0 ? 0 : this.frame.scrollHeight;
    return true;
  }

  select(id) {
    this.grid?.select(id);
  }

  /** Stand in the row of an id, on whichever page it is; whether there is one. */
  stand(id, column) {
    const at = this.order.indexOf(id);
    if (at < 0) return false;
    this.from = Math.floor(at / PAGE) * PAGE;
    this.draw();
    return this.grid.goTo(id, column);
  }
}
