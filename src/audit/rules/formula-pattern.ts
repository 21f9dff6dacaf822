import { cellIndex, isBlank, squeezed, standingColumn } from '../../workbook';
import { copiedFormula, relativeForm } from '../formula';
import { cellsInRow } from '../leaning';
import { areaPlace, cellPlace } from '../places';
import { putFormula } from '../repairs';
import { defineRule, type ReportPlace } from '../rule';
import type { TableView } from '../views/table-view';

/** More formulas than this are no longer compared one by one. */
const MOST_ROWS = 20_000;

/** 公式与上下行不一致: a cell that breaks the pattern of its column, by another formula or by a typed number. */
export const formulaPattern = defineRule({
  ids: ['F01'],
  name: 'formula-pattern',
  level: 'warning',
  group: 'formula',
  stage: 'value',
  tables: ['schools', 'funds', 'responsibilities', 'indicators'],
  title: '公式与上下各行不一致',
  protects: '复制粘贴时盖掉或带歪一个公式，肉眼看不出来。',
  fixable: 'auto',
  source: '同列其余各行的公式',
  whenToExplain: '该行确需另算的，写明。',
  messages: {
    other: (d: { field: string; formula: string; expected: string }) =>
      `${d.field}的公式 ${d.formula} 与上下各行不一致，应为 ${d.expected}。`,
    typed: (d: { field: string; value: string; expected: string }) =>
      `${d.field}是手工数 ${d.value}，上下各行都是公式，应为 ${d.expected}。`,
  },
  advice: { other: '一键改为与各行一致的公式。', typed: '一键恢复公式；确需手工填的写审核说明。' },
  *check(context, report) {
    for (const view of context.tables) {
      if (view.sheet.formulas.size < 3) continue;
      const rows = view.table.dataRows.slice(0, MOST_ROWS);
      for (const { title, column, placeAt } of columnsOf(view)) {
        const patternOf = patternsOf(view, rows, column);
        for (const row of patternOf ? rows : []) {
          const pattern = patternOf?.(row);
          if (!pattern) continue;
          const index = cellIndex(view.sheet, row, column);
          const formula = view.sheet.formulas.get(index);
          const value = view.sheet.values[index] ?? null;
          if (formula === undefined ? isBlank(value) : relativeForm(formula, row, column) === pattern.form) continue;
          const expected = copiedFormula(pattern.formula, row - pattern.row, 0);
          const place = placeAt(row);
          const details = {
            found: formula ?? value,
            expected,
            causes: { blocks: true },
            leansOn: typeof value === 'string' && formula === undefined ? [cellsInRow(view.sheet, row, [column])] : [],
            repair: () => putFormula(view, row, column, expected, '恢复与各行一致的公式'),
          } as const;
          yield formula === undefined
            ? report('typed', { field: title, value: String(value), expected }, place, {
                ...details,
                found: String(value),
              })
            : report('other', { field: title, formula, expected }, place, { ...details, found: formula });
        }
      }
    }
  },
});

interface Compared {
  readonly title: string;
  readonly column: number;
  placeAt(row: number): ReportPlace;
}

/** Columns that may be worked out row by row, those that no field claims among them. */
function columnsOf(view: TableView): readonly Compared[] {
  const known = view.table.columns
    .filter(({ field }) => field !== 'sequence')
    .map(({ field, column }): Compared => ({
      title: view.title(field),
      column,
      placeAt: (row) => cellPlace(view, row, field),
    }));
  const unknown = view.table.unknownColumns.map(({ column, header }): Compared => ({
    title: header === '' ? standingColumn(view.sheet, column) : `“${squeezed(header)}”`,
    column,
    placeAt: (row) =>
      areaPlace(view, { top: row, bottom: row, left: column, right: column }, `${view.rowKey(row)}|${header}`),
  }));
  return [...known, ...unknown];
}

interface Pattern {
  readonly form: string;
  readonly formula: string;
  readonly row: number;
}

/**
 * The pattern that a row is held against; `null` where the column has none. Rows of one unit of which
 * none follows it have their own: shares kept as 0.93 are multiplied by a hundred, seats in the same column are not.
 */
function patternsOf(
  view: TableView,
  rows: readonly number[],
  column: number,
): ((row: number) => Pattern | null) | null {
  const all = dominant(view, rows, column);
  if (!all || !view.has('unit')) return all && (() => all);
  const byUnit = new Map<string, number[]>();
  for (const row of rows) {
    const unit = view.text(row, 'unit');
    const own = byUnit.get(unit);
    if (own) own.push(row);
    else byUnit.set(unit, [row]);
  }
  const follows = (row: number): boolean => {
    const formula = view.sheet.formulas.get(cellIndex(view.sheet, row, column));
    return formula !== undefined && relativeForm(formula, row, column) === all.form;
  };
  const patterns = new Map(
    [...byUnit].map(([unit, own]) => {
      const isApart = own.length >= 2 && !own.some(follows);
      return [unit, isApart ? dominant(view, own, column) : all] as const;
    }),
  );
  return (row) => patterns.get(view.text(row, 'unit')) ?? null;
}

/** The form that at least three rows and two thirds of the filled cells share. */
function dominant(view: TableView, rows: readonly number[], column: number): Pattern | null {
  const counts = new Map<string, { count: number; readonly pattern: Pattern }>();
  let filled = 0;
  for (const row of rows) {
    const index = cellIndex(view.sheet, row, column);
    const formula = view.sheet.formulas.get(index);
    if (formula === undefined) {
      if (!isBlank(view.sheet.values[index] ?? null)) filled++;
      continue;
    }
    filled++;
    const form = relativeForm(formula, row, column);
    const known = counts.get(form);
    if (known) known.count++;
    else counts.set(form, { count: 1, pattern: { form, formula, row } });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count >= 3 && best.count * 3 >= filled * 2 && best.count < filled ? best.pattern : null;
}
