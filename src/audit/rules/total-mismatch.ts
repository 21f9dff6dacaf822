import type { RecognizedColumn } from '../../recognize';
import { formulaAt } from '../../workbook';
import { referencesOf } from '../formula';
import { cellsInRow } from '../leaning';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { putSum } from '../repairs';
import { defineRule, type LeansOn } from '../rule';
import { agreesWithRows, totalParts, type SectionFigures } from '../sums';
import { CELL, type NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

interface Total {
  readonly column: RecognizedColumn;
  readonly numbers: NumberColumn;
  readonly row: number;
  readonly stated: number;
  readonly sections: readonly SectionFigures[];
  /** Sum of all rows, and of the stated subtotals (rows where a section states none). */
  readonly ofRows: number;
  readonly ofSubtotals: number;
  readonly subtotals: number;
  readonly blanks: number;
  readonly hasSubtotals: boolean;
}

/** 合计不符: the total counts every row once, by subtotals or by rows. */
export const totalMismatch = defineRule({
  ids: ['A04', 'A07', 'F03'],
  name: 'total-mismatch',
  level: 'error',
  group: 'arithmetic',
  stage: 'total',
  tables: ['schools', 'funds'],
  title: '合计不符',
  protects: '合计是对外公布的数，错一处全市都错。',
  fixable: 'auto',
  source: '表内各段小计或各行相加',
  whenToExplain: '',
  messages: {
    differs: (d: { field: string; found: string; expected: string; difference: string }) =>
      `合计不符：${d.field}合计应为 ${d.expected}，表中为 ${d.found}，差 ${d.difference}。`,
    twice: (d: { field: string; found: string; expected: string }) =>
      `${d.field}合计 ${d.found} 把小计和明细各加了一遍，应为 ${d.expected}。`,
    exceeds: (d: { field: string; found: string; sum: string }) =>
      `合计不符：${d.field}已填各行之和 ${d.sum} 超过合计 ${d.found}。`,
    cannotAdd: (d: { field: string; blanks: number }) => `${d.field}有 ${d.blanks} 格未填，合计无法核对。`,
  },
  advice: {
    differs: '核对各段小计后改合计，或一键改为求和公式。',
    twice: '合计只加小计，或只加明细；一键改为求和公式。',
    exceeds: '核对合计和各行。',
    cannotAdd: '补填后再核对；方案文本未显示的可留空。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      for (const total of totalsOf(view, context.figures(view))) {
        const { numbers, row, stated, column } = total;
        const { factor } = column;
        const place = cellPlace(view, row, column.field);
        const found = shown(stated / factor);
        const field = numbers.title;
        const leansOn = [leansOnParts(view, total), ...leansOnOwnRow(view, total)];
        const count = view.table.dataRows.length;
        const agrees = (sum: number): boolean => agreesWithRows(numbers, stated, sum, count);
        if (agrees(total.ofSubtotals) || agrees(total.ofRows)) continue;
        const id = view.kind === 'funds' ? 'A07' : 'A04';
        if (total.blanks > 0) {
          if (total.ofRows > stated + 0.005) {
            yield report('exceeds', { field, found, sum: shown(total.ofRows / factor) }, place, { id, found, leansOn });
          } else {
            yield report('cannotAdd', { field, blanks: total.blanks }, place, {
              id,
              level: 'info',
              found,
              leansOn,
              merges: true,
            });
          }
          continue;
        }
        const right = total.hasSubtotals ? total.ofSubtotals : total.ofRows;
        const expected = shown(right / factor);
        const repair = () => putSum(view, row, numbers, totalParts(view), '合计改为求和公式');
        if (total.hasSubtotals && agrees(total.ofRows + total.subtotals)) {
          yield report('twice', { field, found, expected }, place, { id: 'F03', found, expected, repair });
        } else {
          const data = { field, found, expected, difference: shown(Math.abs(stated - right) / factor) };
          yield report('differs', data, place, {
            id,
            found,
            expected,
            leansOn,
            repair,
            causes: { corrected: [right] },
          });
        }
      }
    }
  },
});

function* totalsOf(view: TableView, figures: readonly SectionFigures[]): Generator<Total> {
  const row = view.table.totalRow;
  if (row === null) return;
  for (const column of view.summables()) {
    const numbers = view.numbers(column.field);
    if (!numbers?.isNumber(row)) continue;
    const sections = figures.filter((each) => each.column === column);
    if (sections.every((each) => each.section.rows.length === 0)) continue;
    const add = (value: (each: SectionFigures) => number): number =>
      sections.reduce((sum, each) => sum + value(each), 0);
    const isStated = (each: SectionFigures): boolean => each.statedRow !== null;
    yield {
      column,
      numbers,
      row,
      stated: numbers.value(row),
      sections,
      ofRows: add((each) => each.sum),
      ofSubtotals: add((each) => (isStated(each) ? each.stated : each.sum)),
      subtotals: add((each) => (isStated(each) ? each.stated : 0)),
      // A section with a stated subtotal can be counted even where its own rows are not all filled.
      blanks: add((each) => (isStated(each) ? 0 : each.blanks.length)),
      hasSubtotals: sections.some(isStated),
    };
  }
}

/** A total that is worked out from others of its row, as a balance is, is wrong because they are. */
function leansOnOwnRow({ sheet }: TableView, { row, column }: Total): readonly LeansOn[] {
  const formula = formulaAt(sheet, row, column.column);
  if (formula === null) return [];
  const own = referencesOf(formula).filter(
    ({ sheet: of, area }) => of === null && area.top === row && area.bottom === row,
  );
  const columns = own.flatMap(({ area }) => [area.left, area.right]).filter((each) => each !== column.column);
  return columns.length === 0 ? [] : [cellsInRow(sheet, row, columns)];
}

function leansOnParts(view: TableView, total: Total): LeansOn {
  const { column } = total.column;
  const rows = new Set(total.sections.flatMap((each) => [...each.section.rows, each.section.subtotalRow ?? -1]));
  rows.add(total.row);
  const isFormula = formulaAt(view.sheet, total.row, column) !== null;
  const plain = total.sections.reduce((sum, each) => sum + each.plainSum, 0);
  const hasTexts = total.sections.some((each) => each.texts.length > 0);
  const addsPlain = hasTexts && (sameSum(total.stated, plain) || isFormula);
  return {
    sheet: view.sheet.name,
    columns: [column],
    has: (row) => rows.has(row),
    explainedBy: (corrected) => {
      if (addsPlain && total.sections.some((each) => each.texts.some((row) => corrected(row, column) !== undefined)))
        return true;
      // A subtotal kept as text adds nothing to a formula over the subtotals.
      const isLost = (each: SectionFigures): boolean =>
        each.section.subtotalRow !== null &&
        total.numbers.status(each.section.subtotalRow) !== CELL.number &&
        corrected(each.section.subtotalRow, column) !== undefined;
      if (isFormula && total.sections.some(isLost)) return true;
      const own = corrected(total.row, column);
      const stated = own ?? total.stated;
      let bySubtotals = 0;
      let byRows = 0;
      let changes = own === undefined ? 0 : 1;
      for (const each of total.sections) {
        let sum = each.sum;
        for (const row of each.section.rows) {
          const value = corrected(row, column);
          if (value === undefined) continue;
          changes++;
          sum += value - (total.numbers.isNumber(row) ? total.numbers.value(row) : 0);
        }
        const subtotal = each.statedRow === null ? undefined : corrected(each.statedRow, column);
        if (subtotal !== undefined) changes++;
        byRows += sum;
        bySubtotals += subtotal ?? (each.statedRow === null ? sum : each.stated);
      }
      const count = view.table.dataRows.length;
      return changes > 0 && [bySubtotals, byRows].some((sum) => agreesWithRows(total.numbers, stated, sum, count));
    },
  };
}
