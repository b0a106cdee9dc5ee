// A table of rows that are kept: what others write changes cells in place, and whoever stands in one stays there.
import { el, icon, letterBadge } from '../../dom.js';
import { valueOfKey, writeIn } from './cell.js';

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const HEAD = 0; // the row of headings is the first of all

/** Tells `told`: {at(id), gone(id), sort(column), page(by), leave(), remove(id)}. */
export class Grid {
  constructor({ columns, label, t, told }) {
    Object.assign(this, { columns, t, told });
    this.rows = new Map(); // id -> {tr, cells, row, gone}
    this.head = el('tr', { 'aria-rowindex': 1 }, columns.map((column) => this.heading(column)));
    this.body = el('tbody');
    this.node = el('table', { role: 'grid', 'aria-label': label, 'aria-colcount': columns.length, test: 'grid',
      onkeydown: (event) => this.press(event), onclick: (event) => this.click(event), onpointerdown: (event) => this.down(event),
      onfocusin: (event) => this.came(event), onfocusout: (event) => this.left(event) }, el('thead', {}, this.head), this.body);
    this.stop = this.head.cells[0].firstChild; // the one place in it that Tab reaches
    this.stop.tabIndex = 0;
  }

  heading(column) {
    if (!column.sort) return el('th', { scope: 'col', 'data-column': column.id, class: 'act' }, el('span', { tabindex: -1 }, column.label));
    return el('th', { scope: 'col', 'data-column': column.id, 'aria-sort': 'none', class: column.number ? 'number' : null },
      el('button', { type: 'button', tabindex: -1, test: `sort-${column.id}`, onclick: () => this.told.sort(column.id) }, column.label, icon('down', 12)));
  }

  sorted(by, down) {
    for (const th of this.head.cells) {
      if (th.hasAttribute('aria-sort')) th.setAttribute('aria-sort', th.dataset.column !== by ? 'none' : down ? 'descending' : 'ascending');
    }
  }

  /** Show these rows in this order, `from` being the number of the first among `total`; elements of rows that stay are kept. */
  show(list, { from, total }) {
    const wanted = new Set(list.map(({ id }) => id));
    for (const [id, kept] of this.rows) if (!wanted.has(id)) this.lose(id, kept);
    let at = this.body.firstChild;
    list.forEach((row, i) => {
      const kept = this.rows.get(row.id) ?? this.made(row);
      this.write(kept, row);
      kept.tr.setAttribute('aria-rowindex', String(from + i + 2));
      while (at && at !== kept.tr && this.isGone(at)) at = at.nextSibling;
      if (kept.tr === at) at = at.nextSibling;
      else this.body.insertBefore(kept.tr, at);
    });
    this.node.setAttribute('aria-rowcount', String(total + 1));
    if (!this.stop.isConnected) this.stopAt(this.firstCell());
  }

  isGone(tr) {
    return this.rows.get(tr.dataset.id)?.gone;
  }

  made(row) {
    const cells = new Map(this.columns.map((column) => [column.id, this.cell(column)]));
    const tr = el('tr', { 'data-id': row.id, test: `row-${row.id}`, 'aria-selected': String(row.id === this.selected) }, [...cells.values()]);
    const kept = { tr, cells, row: null, gone: false };
    this.rows.set(row.id, kept);
    return kept;
  }

  cell(column) {
    const shape = { 'data-column': column.id, class: [column.act ? 'act' : '', column.number ? 'number' : '', column.edit ? 'free' : ''].filter(Boolean).join(' ') || null };
    if (column.act) return el('td', shape, el('button', { type: 'button', class: 'link', tabindex: -1 }));
    return column.heads ? el('th', { ...shape, scope: 'row', tabindex: -1 }) : el('td', { ...shape, tabindex: -1 });
  }

  /** Bring a row's cells up to what it says; the one being written in is left alone. */
  write(kept, row) {
    if (kept.gone) this.back(kept);
    kept.row = row;
    for (const column of this.columns) {
      const cell = kept.cells.get(column.id), text = column.text(row);
      if (column.act) {
        const button = cell.firstChild, name = column.act.name(row);
        if (button.textContent !== text) button.textContent = text;
        if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
      } else if (!cell.classList.contains('writing')) this.say(cell, column, row, text);
    }
  }

  say(cell, column, row, text) {
    const shown = text || column.blank || '', letter = column.family?.(row), key = `${letter ?? ''}${text ? '' : '-'}${shown}`;
    if (cell.dataset.shown === key) return;
    cell.dataset.shown = key;
    cell.classList.toggle('soft', !text);
    cell.replaceChildren(...(letter ? [letterBadge(letter), ' '] : []), shown);
  }

  /** A row that was gone is there again: somebody took that back. */
  back(kept) {
    kept.gone = false;
    kept.tr.classList.remove('gone');
    delete kept.tr.cells[0].dataset.shown;
  }

  /** A row is no longer there: it goes, unless somebody stands in it; then it says so and goes when they leave. */
  lose(id, kept) {
    const focused = this.node.getRootNode().activeElement;
    if (this.leaving === id || !kept.tr.contains(focused)) return this.drop(id, kept);
    if (kept.gone) return undefined;
    kept.gone = true;
    kept.tr.classList.add('gone');
    this.writing?.end(false);
    const head = kept.tr.cells[0];
    if (head.lastChild?.className !== 'tag') head.append(' ', el('span', { class: 'tag', test: 'row-gone' }, this.t('tables.gone.short')));
    return this.told.gone(id);
  }

  drop(id, kept) {
    this.rows.delete(id);
    kept.tr.remove();
  }

  // where one stands

  firstCell() {
    return this.body.rows[0]?.cells[0] ?? this.head.cells[0].firstChild;
  }

  stopAt(cell) {
    this.stop.tabIndex = -1;
    this.stop = cell;
    cell.tabIndex = 0;
  }

  /** The focusable of row r (0: headings) and column c. */
  placeAt(r, c) {
    const cell = (r === HEAD ? this.head : this.body.rows[r - 1])?.cells[c];
    return cell?.hasAttribute('tabindex') ? cell : cell?.firstElementChild;
  }

  where(node) {
    const cell = node?.closest?.('td, th'), tr = cell?.parentElement;
    return cell && { r: tr === this.head ? HEAD : tr.sectionRowIndex + 1, c: cell.cellIndex, cell, kept: this.rows.get(tr.dataset.id) ?? null, column: this.columns[cell.cellIndex] };
  }

  go(r, c) {
    const row = Math.max(HEAD, Math.min(this.body.rows.length, r)), column = Math.max(0, Math.min(this.columns.length - 1, c));
    const place = this.placeAt(row, column);
    if (!place) return;
    this.stopAt(place);
    place.focus();
    (place.closest('td, th') ?? place).scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Stand in a row, if it is shown: in the column where one was, or the first. */
  goTo(id, columnId) {
    const kept = this.rows.get(id);
    if (!kept) return false;
    this.go(kept.tr.sectionRowIndex + 1, Math.max(0, this.columns.findIndex((c) => c.id === columnId)));
    return true;
  }

  came(event) {
    const here = this.where(event.target);
    if (!here || here.cell.classList.contains('writing')) return;
    this.stopAt(event.target);
    if (here.kept && !here.kept.gone) this.told.at(here.kept.row.id);
  }

  /** Rows that are gone leave with whoever stood in them. */
  left(event) {
    const to = event.relatedTarget?.closest?.('tr');
    for (const [id, kept] of this.rows) if (kept.gone && kept.tr !== to) this.drop(id, kept);
    if (!this.stop.isConnected) this.stopAt(this.firstCell());
  }

  select(id) {
    if (this.selected === id) return;
    this.rows.get(this.selected)?.tr.setAttribute('aria-selected', 'false');
    this.selected = id;
    this.rows.get(id)?.tr.setAttribute('aria-selected', 'true');
  }

  // what one does

  down(event) {
    const here = this.where(event.target);
    this.pressed = here && { cell: here.cell, again: here.cell.contains(this.node.getRootNode().activeElement), touch: event.pointerType === 'touch' };
  }

  click(event) {
    const here = this.where(event.target);
    if (!here?.kept || here.cell.classList.contains('writing')) return;
    if (here.column.act) return void (event.target.closest('button') && !here.kept.gone && here.column.act.does(here.kept.row));
    if (!here.column.edit || this.pressed?.cell !== here.cell || !(this.pressed.again || this.pressed.touch)) return; // first one stands in it
    if (here.column.edit.as === 'flag') this.toggle(here);
    else this.open(here, '', true);
  }

  press(event) {
    const here = this.where(event.target);
    if (!here || here.cell.classList.contains('writing') || event.altKey) return;
    if (this.act(event, here)) event.preventDefault();
  }

  act({ key, ctrlKey, metaKey }, here) {
    const { r, c, kept, column } = here, ctrl = ctrlKey || metaKey, last = this.body.rows.length;
    const step = STEPS[key];
    if (step && step[0] > 0 && r === last && this.told.page(1)) return this.go(1, c), true;
    if (step && step[0] < 0 && r === 1 && this.told.page(-1)) return this.go(this.body.rows.length, c), true;
    if (step) return this.go(r + step[0], c + step[1]), true;
    if (key === 'Home') return this.go(ctrl ? 1 : r, 0), true;
    if (key === 'End') return this.go(ctrl ? last : r, this.columns.length - 1), true;
    if (key === 'PageDown' || key === 'PageUp') return this.told.page(key === 'PageDown' ? 1 : -1) && this.go(1, c), true;
    if (key === 'Escape') return this.told.leave(), true;
    if (!kept || kept.gone) return false; // a heading's button does by itself what Enter says
    if ((key === 'Delete' || key === 'Backspace') && (ctrl || column.heads || column.act)) return this.told.remove(kept.row.id), true;
    if (ctrl || column.act || !column.edit) return false;
    return this.writeBy(key, here);
  }

  writeBy(key, here) {
    const { kept, column } = here, { edit } = column;
    if (edit.as === 'flag') return (key === 'Enter' || key === ' ' || key === 'F2') && (this.toggle(here), true);
    if (key === 'Delete' || key === 'Backspace') return edit.clears ? (edit.set(kept.row, edit.as === 'text' ? '' : null), true) : true;
    if (key === 'Enter' || key === 'F2') return this.open(here), true;
    const value = valueOfKey(key, column, kept.row);
    if (value) return edit.set(kept.row, value.id === '' ? null : value.id), true;
    if (key.length !== 1 || key === '/' || key === '?' || (key === ' ' && edit.as === 'text')) return false;
    return this.open(here, key === ' ' ? '' : key), true;
  }

  toggle({ kept, column }) {
    column.edit.set(kept.row, !column.edit.value(kept.row));
  }

  open({ cell, kept, column }, typed = '', byHand = false) {
    if (kept.gone) return;
    delete cell.dataset.shown;
    const { row } = kept, at = { r: kept.tr.sectionRowIndex + 1, c: cell.cellIndex };
    this.writing = writeIn(cell, row, column, {
      typed, label: column.label,
      ended: ({ to, focused, value }) => {
        this.writing = null;
        const now = this.rows.get(row.id) ?? kept;
        this.say(cell, column, now.row, column.text(now.row));
        if (focused) this.go(now.tr.isConnected ? now.tr.sectionRowIndex + 1 : at.r, at.c + to);
        if (value && !now.gone) column.edit.set(now.row, value.of);
      },
    });
    if (!byHand || column.edit.as === 'text') return;
    this.writing.byHand();
    try {
      this.writing.field.showPicker?.();
    } catch {
      // a browser that opens its list only by a press of its own
    }
  }

  /** One's own removal of a row: whoever stands in it goes to the next one. */
  removing(id, does) {
    const kept = this.rows.get(id), inside = kept?.tr.contains(this.node.getRootNode().activeElement);
    const here = inside ? this.where(this.node.getRootNode().activeElement) : null;
    this.leaving = id;
    does();
    this.leaving = null;
    if (here) this.go(Math.min(here.r, this.body.rows.length), here.c);
  }
}
