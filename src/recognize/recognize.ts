import type { Plan } from '../plan';
import { generatedSheets, squeezed, type WorkbookSnapshot } from '../workbook';
import { fieldOf } from './fields';
import { builderIn, periodOfTitle, readFormLines, readPeriod } from './form-lines';
import { NAME_OF, readLying, rowsTaken } from './lying';
import { readSheetTables } from './sheet-tables';
import { viewOf, type SheetView } from './sheet-view';
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
    const found = lying ? turned : upright;
    tables.push(...found);
    const outside = readOutside(view, lying ? turned.map(rowsTaken) : upright);
    formLines.push(...outside.lines);
    periods.push(...outside.periods);
    if (found.length === 0)
      unrecognized.push(whyNot(view, lying?.kind === 'unsure' ? lying.table : null, outside.lines.length));
  }
  for (const line of formLines) {
    const period = line.label === 'period' ? readPeriod(line.value) : null;
    if (period) periods.push({ value: period, at: line.at, from: '报告期行' });
  }
  const named = options.fileName === undefined ? null : readPeriod(options.fileName);
  if (named) periods.push({ value: named, at: null, from: '文件名' });
  const builders = builderNames(plan, tables);
  return {
    tables,
    unrecognized,
    formLines,
    periods,
    ...unitOf(workbook, plan, tables, builders, formLines, options),
    purpose: purposeOf(tables, builders, formLines, options),
  };
}

/** `报告期写到月份，如 2023年6月`: how to write a period, not which one it is. */
const EXAMPLE = /(?:如|例)[:：]?\s*[“"（(]?\s*(?:20\d\d|二[〇○零])/u;

/** Reads the rows that no table claims. Long sheets are read around their tables only. */
function readOutside(
  view: SheetView,
  tables: readonly Pick<RecognizedTable, 'area' | 'roles'>[],
): { readonly lines: FormLine[]; readonly periods: Stated<Period>[] } {
  const lines: FormLine[] = [];
  const periods: Stated<Period>[] = [];
  const limit = tables.length === 0 ? Math.min(view.bottom, view.top + 200) : view.bottom;
  for (let row = view.top; row <= limit; row++) {
    const here = tables.filter(({ area }) => row >= area.top && row <= area.bottom);
    const [table] = here;
    if (table && tables.some(({ area }) => area.left > table.area.right || area.right < table.area.left)) {
      // Beside the table another one may have ended, and who reports stands below that.
      const isBeside = (column: number): boolean =>
        here.every(({ area }) => column < area.left - 1 || column > area.right + 1);
      lines.push(...readFormLines(view, row, isBeside));
      continue;
    }
    if (table) {
      const role = table.roles[row - table.area.top];
      if (role !== 'note') {
        if (role === 'data' && row < table.area.bottom - 20) {
          // Nothing to find among the data; go on where the table's tail begins.
          const tail = table.roles.findLastIndex((one) => one === 'data');
          row = Math.max(row, table.area.top + tail - 1);
        }
        continue;
      }
    }
    lines.push(...readFormLines(view, row));
    for (let column = view.left; column <= view.right; column++) {
      const value = view.value(row, column);
      if (typeof value !== 'string' || value.length > 60) continue;
      if (
        !table &&
        /20\d\d|[〇○零]/u.test(value) &&
        !/方案|20\d\d[-—–~至]\s*20\d\d/u.test(value) &&
        !/日期|时间/u.test(value.replace(/截[至止]时间/u, '')) &&
        !EXAMPLE.test(value)
      ) {
        const stated = periodOfTitle(value, { sheet: view.sheet.name, row, column });
        if (stated) periods.push(stated);
      }
    }
  }
  return { lines, periods };
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
  const statedLine = lines.find((line) => line.label === 'reportingUnit' && line.value !== '');
  const statedUnit: Stated<string> | null = statedLine
    ? { value: statedLine.value, at: statedLine.at, from: '填报单位行' }
    : null;
  if (options.unit !== undefined) {
    return { unit: { value: builderIn(plan, options.unit) ?? options.unit, at: null, from: '指定' }, statedUnit };
  }
  const fromLine = statedUnit ? builderIn(plan, statedUnit.value) : null;
  if (statedUnit && fromLine !== null) return { unit: { ...statedUnit, value: fromLine }, statedUnit };
  if (statedUnit && isCityBureau(plan, statedUnit.value)) {
    const city = plan.builders.find((builder) => builder.isCity);
    if (city) return { unit: { ...statedUnit, value: city.name }, statedUnit };
  }
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

function isCityBureau(plan: Plan, text: string): boolean {
  const bare = squeezed(text);
  return (
    /^市|市教|市直|市属/u.test(bare) &&
    (plan.cityName === '' || !plan.builders.some((builder) => !builder.isCity && bare.includes(builder.name)))
  );
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
