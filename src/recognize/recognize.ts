import type { Plan } from '../plan';
import { generatedSheets, type CellRef, type WorkbookSnapshot } from '../workbook';
import { readCards, rowsOfCard } from './cards';
import { fieldOf } from './fields';
import { builderIn, readPeriod, unitMeant } from './form-lines';
import { isSamePeriod, mostStated } from './most-stated';
import { NAME_OF, readLying, rowsTaken } from './lying';
import { readOutside } from './outside';
import { readSheetTables } from './sheet-tables';
import { viewOf, type SheetView } from './sheet-view';
import { foldPairs, pairsOf } from './two-rows';
import type { FormLine, Period, Recognition, RecognizedTable, Stated, TableKind, UnrecognizedSheet } from './types';

export interface RecognizeOptions {
  /** Name of the file, without its folder; may name the unit and the period. */
  readonly fileName?: string;
  /** The unit that the user says it is; wins over everything in the workbook. */
  readonly unit?: string;
}

/** Finds the plan's tables on every sheet, and which unit reports for which period. Never throws on any snapshot. */
export function recognizeWorkbook(workbook: WorkbookSnapshot, plan: Plan, options: RecognizeOptions = {}): Recognition {
  const generated = new Set(generatedSheets(workbook.parts));
  const tables: RecognizedTable[] = [];
  const unrecognized: UnrecognizedSheet[] = [];
  const formLines: FormLine[] = [];
  const periods: Stated<Period>[] = [];
  for (const sheet of workbook.sheets) {
    if (generated.has(sheet.name)) {
      unrecognized.push({ sheet: sheet.name, reason: 'generated', detail: '本程序生成的汇总表，不作为填报内容审核。' });
      continue;
    }
    const view = viewOf(sheet);
    const upright = readSheetTables(view, plan);
    const lying = readLying(view, plan, upright);
    const turned = lying?.kind === 'read' ? lying.tables : [];
    const cards = turned.length > 0 ? [] : readCards(view, plan, upright);
    const whole = cards.length > 0 ? cards : lying ? turned : upright;
    const found = whole.flatMap((table) => {
      const pairs = pairsOf(table);
      return pairs ? (foldPairs(view, plan, table, pairs) ?? []) : [table];
    });
    if (found.length < whole.length)
      unrecognized.push({
        sheet: sheet.name,
        reason: 'twoRows',
        detail: '这张表每一项占两行（计划一行、实际一行），没有读取。请改成一项一行，把“计划”和“实际”分成两列。',
      });
    tables.push(...found);
    const taken = cards.length > 0 ? cards.map(rowsOfCard) : lying ? turned.map(rowsTaken) : upright;
    const outside = readOutside(view, taken);
    formLines.push(...outside.lines);
    periods.push(...outside.periods);
    if (whole.length === 0)
      unrecognized.push(whyNot(view, lying?.kind === 'unsure' ? lying.table : null, outside.lines.length));
  }
  for (const line of formLines) {
    const period = line.label === 'period' ? readPeriod(line.value) : null;
    // A cell that was read as a title already says it once.
    const isKnown = periods.some(({ at }) => at && isSameCell(at, line.at));
    if (period && !isKnown) periods.push({ value: period, at: line.at, from: '报告期行' });
  }
  const named = options.fileName === undefined ? null : readPeriod(options.fileName);
  if (named) periods.push({ value: named, at: null, from: '文件名' });
  const builders = builderNames(plan, tables);
  return {
    tables,
    unrecognized,
    formLines,
    periods: usualFirst(periods),
    ...unitOf(workbook, plan, tables, builders, formLines, options),
    purpose: purposeOf(tables, builders, formLines, options),
  };
}

const isSameCell = (a: CellRef, b: CellRef): boolean => a.sheet === b.sheet && a.row === b.row && a.column === b.column;

/** The period that most sheets state comes first; a file's name counts as one sheet. */
function usualFirst(periods: readonly Stated<Period>[]): readonly Stated<Period>[] {
  const usual = mostStated(
    periods.map(({ value, at }) => ({ sheet: at?.sheet ?? '', value })),
    isSamePeriod,
  );
  const first = periods.find(({ value }) => value === usual);
  return first && first !== periods[0] ? [first, ...periods.filter((each) => each !== first)] : periods;
}

function whyNot(view: SheetView, lying: RecognizedTable | null, formLineCount: number): UnrecognizedSheet {
  const { sheet } = view;
  const filled = sheet.values.reduce<number>((count, value) => count + (value === null || value === '' ? 0 : 1), 0);
  if (filled === 0) return { sheet: sheet.name, reason: 'empty', detail: '空表，没有任何内容。' };
  if (lying) {
    const entry = fieldOf(NAME_OF[lying.kind]).title;
    const detail = `这张表像是横着排的（每列一项，“${entry}”排成一行），但看不准，没有读取。请复制整张表，用“选择性粘贴 → 转置”改成每行一项。`;
    return { sheet: sheet.name, reason: 'lying', detail };
  }
  if (formLineCount > 0 || /封面|说明|目录|须知/u.test(sheet.name)) {
    return { sheet: sheet.name, reason: 'coverOrNotes', detail: '封面或说明，没有要审核的表。' };
  }
  return {
    sheet: sheet.name,
    reason: 'noTable',
    detail: `有 ${filled} 格内容，但没有找到方案各表的表头（如“学校名称、规划班数”“项目名称、金额”“工作举措、责任部门”“指标名称、目标值”）。`,
  };
}

function unitOf(
  workbook: WorkbookSnapshot,
  plan: Plan,
  tables: readonly RecognizedTable[],
  builders: readonly BuilderNames[],
  lines: readonly FormLine[],
  options: RecognizeOptions,
): Pick<Recognition, 'unit' | 'statedUnit'> {
  const stated = lines.filter((line) => line.label === 'reportingUnit' && line.value !== '');
  const usual = mostStated(
    stated.map(({ at, value }) => ({ sheet: at.sheet, value: unitMeant(plan, value) ?? value })),
    (a, b) => a === b,
  );
  const statedLine = stated.find(({ value }) => (unitMeant(plan, value) ?? value) === usual);
  const statedUnit: Stated<string> | null = statedLine
    ? { value: statedLine.value, at: statedLine.at, from: '填报单位行' }
    : null;
  if (options.unit !== undefined) {
    return { unit: { value: builderIn(plan, options.unit) ?? options.unit, at: null, from: '指定' }, statedUnit };
  }
  const fromLine = statedUnit ? unitMeant(plan, statedUnit.value) : null;
  if (statedUnit && fromLine !== null) return { unit: { ...statedUnit, value: fromLine }, statedUnit };
  const column = builderColumn(builders);
  const sources: readonly (readonly [string | null, string])[] = [
    [column, '建设主体列'],
    [
      onlyBuilder(
        plan,
        workbook.sheets.map((sheet) => sheet.name),
      ),
      '工作表名',
    ],
    [options.fileName === undefined ? null : builderIn(plan, options.fileName), '文件名'],
    [
      onlyBuilder(
        plan,
        tables.flatMap(({ title }) => title ?? []),
      ),
      '表题',
    ],
  ];
  // A file's name is what the sender chose; a column with one builder may be a coincidence of few rows.
  const [byColumn, bySheet, byFile, byTitle] = sources;
  const named = [byFile, byColumn, bySheet, byTitle].find((source) => typeof source?.[0] === 'string');
  return { unit: typeof named?.[0] === 'string' ? { value: named[0], at: null, from: named[1] } : null, statedUnit };
}

function onlyBuilder(plan: Plan, names: readonly string[]): string | null {
  const found = new Set(names.map((name) => builderIn(plan, name)).filter((name) => name !== null));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The one builder that every filled cell of the builder columns names. */
function builderColumn(builders: readonly BuilderNames[]): string | null {
  const found = new Set<string | null>();
  for (const { kind, names } of builders) if (kind === 'schools') names.forEach((name) => found.add(name));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** What the 建设主体 column of one table names; `null` for words that mean none of the plan's builders. */
interface BuilderNames {
  readonly kind: TableKind;
  readonly names: ReadonlySet<string | null>;
}

function builderNames(plan: Plan, tables: readonly RecognizedTable[]): readonly BuilderNames[] {
  const known = new Map<string, string | null>();
  const nameOf = (value: string): string | null => {
    let name = known.get(value);
    if (name === undefined) known.set(value, (name = builderIn(plan, value)));
    return name;
  };
  return tables.map((table) => {
    const names = new Set<string | null>();
    const column = table.byField.get('builder');
    if (column) {
      const view = viewOf(table.sheet);
      for (const row of table.dataRows) {
        const value = view.value(row, column.column);
        if (typeof value === 'string' && value !== '') names.add(nameOf(value));
        if (names.size > 8) break;
      }
    }
    return { kind: table.kind, names };
  });
}

function purposeOf(
  tables: readonly RecognizedTable[],
  builders: readonly BuilderNames[],
  lines: readonly FormLine[],
  options: RecognizeOptions,
): Recognition['purpose'] {
  if (lines.some((line) => line.label === 'reportingUnit' || line.label === 'preparedBy')) return 'submission';
  if (options.unit !== undefined) return 'submission';
  const named = new Set(builders.flatMap(({ names }) => [...names]).filter((name) => name !== null));
  return named.size >= 3 || tables.some((table) => table.kind === 'schools' && table.sections.length >= 4)
    ? 'plan'
    : 'other';
}
