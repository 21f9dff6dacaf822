import { standingText } from '../audit/standing';
import type { TableView } from '../audit/views/table-view';
import {
  contentAt,
  LAST_COLUMN,
  quoteSheetName,
  setContent,
  standingEdit,
  standingName,
  type CellContent,
  type ProposedEdit,
  type SheetSnapshot,
} from '../workbook';
import { setFormat } from './formats';
import { FILL_KINDS, type FillGroup, type FillKind, type FillProposal, type FillRefusal } from './proposal';

const COLUMNS = LAST_COLUMN + 1;

/** Gathers the edits of one table by kind, and the refusals. */
export class TableCollector {
  private readonly edits = new Map<FillKind, ProposedEdit[]>();
  private readonly needs = new Map<FillKind, Set<FillKind>>();
  private readonly filled = new Set<number>();
  private readonly refusals: FillRefusal[] = [];
  private readonly tickedAnyway = new Set<FillKind>();

  constructor(readonly view: TableView) {}

  /** Proposes a cell's content; its format follows the column where it would hide or spoil a number. */
  put(kind: FillKind, row: number, column: number, content: CellContent, reason: string, wantedFormat?: string): void {
    const { sheet } = this.view;
    const format = setFormat(this.view.table, row, column, wantedFormat);
    if (FILL_KINDS[kind].ticked) this.filled.add(row * COLUMNS + column);
    if (format) this.push(kind, { edit: format, before: null, reason: `${reason}（数字格式与本列一致）` });
    this.push(kind, {
      edit: setContent({ sheet: sheet.name, row, column }, content),
      before: contentAt(sheet, row, column),
      reason,
    });
  }

  /** True where a ticked-by-default edit is going to fill the cell. */
  isFilled(row: number, column: number): boolean {
    return this.filled.has(row * COLUMNS + column);
  }

  /** Proposes an edit whose place is not that of the snapshot: inserted rows and what goes into them. */
  push(kind: FillKind, edit: ProposedEdit): void {
    const list = this.edits.get(kind);
    if (list) list.push(edit);
    else this.edits.set(kind, [edit]);
  }

  /** Groups of `kind` give right figures only after those of `other`. */
  require(kind: FillKind, other: FillKind): void {
    const set = this.needs.get(kind) ?? new Set();
    this.needs.set(kind, set.add(other));
  }

  /** Ticks a kind that is not ticked as a rule. */
  tick(kind: FillKind): void {
    this.tickedAnyway.add(kind);
  }

  refuse(row: number, column: number, why: string): void {
    const { sheet } = this.view;
    const where = `${quoteSheetName(sheet.name)}!${standingName(sheet, row, column)}`;
    this.refusals.push({ where, why: standingText(sheet, why) });
  }

  refuseTable(why: string): void {
    this.refusals.push({ where: this.view.sheet.name, why });
  }

  /** As the workbook must be edited, where the table's sheet is turned on its side. */
  private inPlace(proposed: ProposedEdit): ProposedEdit {
    const { sheet } = this.view;
    if (!sheet.standing) return proposed;
    const standing = standingEdit(sheet, proposed);
    return { ...standing, reason: standingText(sheet, standing.reason) };
  }

  finish(kinds: readonly FillKind[]): FillProposal {
    const { table } = this.view;
    const place = `${table.sheet.name}!${standingName(table.sheet, table.area.top, table.area.left)}`;
    const idOf = (kind: FillKind): string => `${kind}@${place}`;
    const groups = kinds.flatMap((kind): FillGroup[] => {
      const edits = this.edits.get(kind)?.map((edit) => this.inPlace(edit));
      if (!edits) return [];
      const needs = [...(this.needs.get(kind) ?? [])].filter((other) => this.edits.has(other)).map(idOf);
      const { title, ticked } = FILL_KINDS[kind];
      const isTicked = ticked || this.tickedAnyway.has(kind);
      return [{ id: idOf(kind), title: `${table.sheet.name} · ${title}`, ticked: isTicked, needs, edits }];
    });
    return { groups, refused: this.refusals };
  }
}

/** Why a cell must not be written; `null` where it may. */
export function hindranceAt(sheet: SheetSnapshot, row: number, column: number): string | null {
  if (sheet.hiddenRows.has(row)) return '所在行已隐藏，取消隐藏后再填';
  if (sheet.hiddenColumns.has(column)) return '所在列已隐藏，取消隐藏后再填';
  return null;
}

/** Why nothing on the sheet may be written; `null` where it may. */
export function hindranceOn(sheet: SheetSnapshot): string | null {
  if (sheet.isProtected) return '工作表受保护，撤销保护后再填';
  return sheet.visibility === 'visible' ? null : '工作表已隐藏，取消隐藏后再填';
}
