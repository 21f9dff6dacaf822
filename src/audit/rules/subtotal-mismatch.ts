import { formulaAt } from '../../workbook';
import type { FieldId } from '../../recognize';
import type { Fix } from '../finding';
import { cellPlace } from '../places';
import { sameSum, shown } from '../precision';
import { putSum } from '../repairs';
import { defineRule, type LeansOn } from '../rule';
import { agreesWithRows, agreesWithSum, totalParts, type SectionFigures } from '../sums';
import type { TableView } from '../views/table-view';

const ID: Partial<Record<FieldId, string>> = { plannedClasses: 'A01', plannedSeats: 'A02', plannedLand: 'A03' };

/** 小计不符: a section's subtotal must equal the sum of its rows, field by field. */
export const subtotalMismatch = defineRule({
  ids: ['A01', 'A02', 'A03'],
  name: 'subtotal-mismatch',
  level: 'error',
  group: 'arithmetic',
  stage: 'subtotal',
  tables: ['schools', 'funds'],
  title: '小计不符',
  protects: '汇总数直接进入报表，小计错则全表错。',
  fixable: 'auto',
  source: '表内各行相加',
  whenToExplain: '',
  messages: {
    differs: (d: {
      section: string;
      field: string;
      found: string;
      expected: string;
      rows: string;
      difference: string;
    }) =>
      `小计不符：${d.section}${d.field}小计应为 ${d.expected}（${d.rows}之和），表中为 ${d.found}，差 ${d.difference}。`,
    exceeds: (d: { section: string; field: string; found: string; sum: string; blanks: number }) =>
      `小计不符：${d.section}${d.field}已填各行之和 ${d.sum} 超过小计 ${d.found}，还有 ${d.blanks} 格未填。`,
    cannotAdd: (d: { section: string; field: string; blanks: number }) =>
      `${d.section}${d.field}有 ${d.blanks} 格未填，小计无法核对。`,
  },
  advice: {
    differs: '核对各行后改小计，或一键改为求和公式。',
    exceeds: '核对小计和各行。',
    cannotAdd: '补填后再核对；方案文本未显示的可留空。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      for (const figures of context.figures(view)) {
        const { section, numbers, statedRow, sum, blanks } = figures;
        if (statedRow === null || section.rows.length === 0) continue;
        const { field, factor } = figures.column;
        const place = cellPlace(view, statedRow, field);
        const label = sectionName(context, section.stage, section.label);
        const found = shown(figures.stated / factor);
        const details = { id: ID[field] ?? 'A01', found, leansOn: [leansOnRows(view, figures)] };
        if (agreesWithSum(figures, sum)) continue;
        if (blanks.length > 0) {
          if (sum > figures.stated + 0.005) {
            const data = {
              section: label,
              field: numbers.title,
              found,
              sum: shown(sum / factor),
              blanks: blanks.length,
            };
            yield report('exceeds', data, place, { ...details, expected: `不小于 ${data.sum}` });
          } else {
            yield report('cannotAdd', { section: label, field: numbers.title, blanks: blanks.length }, place, {
              ...details,
              level: 'info',
              merges: true,
            });
          }
          continue;
        }
        const expected = shown(sum / factor);
        const data = {
          section: label,
          field: numbers.title,
          found,
          expected,
          rows: view.lineNames(section.rows),
          difference: shown(Math.abs(figures.stated - sum) / factor),
        };
        yield report('differs', data, place, {
          ...details,
          expected,
          causes: { corrected: [sum] },
          repair: () => subtotalFormula(view, figures),
        });
      }
    }
  },
});

/** The subtotal as a formula; a typed total that was made from the typed subtotals must follow. */
function subtotalFormula(view: TableView, figures: SectionFigures): Fix | null {
  const { section, numbers, statedRow } = figures;
  const { field, column } = figures.column;
  const own = putSum(view, statedRow ?? -1, numbers, section.rows, '小计改为求和公式');
  const { totalRow } = view.table;
  if (own?.kind !== 'auto' || totalRow === null || !numbers.isNumber(totalRow)) return own;
  if (formulaAt(view.sheet, totalRow, column) !== null || view.column(field) === null) return own;
  const total = putSum(view, totalRow, numbers, totalParts(view), '合计随小计改为求和公式');
  return total?.kind === 'auto' ? { ...own, edits: [...own.edits, ...total.edits] } : own;
}

/** A subtotal rests on its rows: a row's right value, or a text that Excel did not add, explains the difference. */
function leansOnRows(view: TableView, figures: SectionFigures): LeansOn {
  const { section, numbers, statedRow, stated } = figures;
  const rows = new Set([...section.rows, statedRow ?? -1]);
  const { column } = figures.column;
  const isFormula = statedRow !== null && formulaAt(view.sheet, statedRow, column) !== null;
  const addsPlain = figures.texts.length > 0 && sameSum(stated, figures.plainSum);
  return {
    sheet: view.sheet.name,
    columns: [column],
    has: (row) => rows.has(row),
    explainedBy: (corrected) => {
      const own = corrected(statedRow ?? -1, column);
      if (own !== undefined && agreesWithRows(numbers, own, figures.sum, section.rows.length)) return true;
      if (addsPlain && figures.texts.some((row) => corrected(row, column) !== undefined)) return true;
      let sum = figures.sum;
      let changes = 0;
      for (const row of section.rows) {
        const value = corrected(row, column);
        if (value === undefined) continue;
        changes++;
        sum += value - (numbers.isNumber(row) ? numbers.value(row) : 0);
      }
      // A formula follows its rows by itself once they are right.
      return changes > 0 && (agreesWithRows(numbers, stated, sum, section.rows.length) || (isFormula && addsPlain));
    },
  };
}

export function sectionName(
  context: { readonly plan: { readonly stages: readonly { id: string; name: string }[] } },
  stage: string | null,
  label: string,
): string {
  return context.plan.stages.find((each) => each.id === stage)?.name ?? label;
}
