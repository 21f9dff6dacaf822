import { formulaAt } from '../../workbook';
import { sumOfRows } from '../formula';
import { cellsInRow, rowCells } from '../leaning';
import { cellPlace, labelPlace } from '../places';
import { joinFixes, putSum } from '../repairs';
import { defineRule, MEMBERSHIP } from '../rule';
import { CELL } from '../views/number-column';
import { agreesWithSum, type SectionFigures } from '../sums';
import { sectionName } from './subtotal-mismatch';

/** 小计行: a section without one where the others have it, a subtotal cell left open, a figure typed over a formula. */
export const subtotalRow = defineRule({
  ids: ['S10', 'S11'],
  name: 'subtotal-row',
  level: 'error',
  group: 'structure',
  stage: 'note',
  tables: ['schools', 'funds'],
  title: '缺少小计行，或小计为手工数',
  protects: '没有小计无从核对；手工小计不会随明细变动。',
  fixable: 'auto',
  source: '附件2各段均有小计行',
  whenToExplain: '小计经核对无误、不宜用公式的，写明。',
  messages: {
    missing: (d: { section: string }) => `${d.section}没有小计行，其他学段都有。`,
    blank: (d: { section: string; field: string }) => `${d.section}的${d.field}小计未填，其他小计都已填。`,
    typed: (d: { section: string; field: string; formula: string }) =>
      `${d.section}${d.field}小计是手工数，其他小计是公式，建议用 ${d.formula}。`,
    allTyped: (d: { field: string }) => `${d.field}各段小计都是手工数，明细改动后不会跟着变。`,
  },
  advice: {
    missing: '在该段补上小计行。',
    blank: '一键补上求和公式。',
    typed: '一键改为求和公式。',
    allTyped: '可一键改为求和公式。',
  },
  *check(context, report) {
    for (const view of context.tables) {
      const { sections, sectionStyle } = view.table;
      const withSubtotal = sections.filter((section) => section.subtotalRow !== null).length;
      if (withSubtotal === 0) continue;
      for (const section of sections) {
        const stage = context.plan.stages.find((each) => each.id === section.stage);
        if (section.subtotalRow !== null || section.rows.length < 2 || (stage && !stage.hasSubtotal)) continue;
        if (sectionStyle === 'none') continue;
        const row = section.headingRow ?? section.rows[0];
        if (row === undefined) continue;
        yield report(
          'missing',
          { section: sectionName(context, section.stage, section.label) },
          labelPlace(view, row),
          {
            leansOn: [cellsInRow(view.sheet, row, [MEMBERSHIP])],
          },
        );
      }
      for (const { field } of view.summables()) {
        const figures = context
          .figures(view)
          .filter((each) => each.column.field === field && each.section.subtotalRow !== null);
        yield* subtotalCells(figures);
      }
      function* subtotalCells(figures: readonly SectionFigures[]) {
        const filled = figures.filter((each) => each.statedRow !== null);
        const isFormula = (each: SectionFigures): boolean =>
          formulaAt(view.sheet, each.section.subtotalRow ?? -1, each.column.column) !== null;
        const formulas = figures.filter(isFormula).length;
        for (const each of figures) {
          const { section, column, numbers } = each;
          const row = section.subtotalRow;
          if (row === null || section.rows.length === 0) continue;
          const place = cellPlace(view, row, column.field);
          const data = { section: sectionName(context, section.stage, section.label), field: numbers.title };
          const repair = () => putSum(view, row, numbers, section.rows, '小计改为求和公式');
          if (
            numbers.status(row) === CELL.blank &&
            each.blanks.length === 0 &&
            (filled.length > 0 || othersFilled(row, column.field))
          ) {
            yield report('blank', data, place, { repair, causes: { blocks: true } });
          } else if (each.statedRow !== null && !isFormula(each) && formulas * 2 > figures.length) {
            yield report('typed', { ...data, formula: sumOfRows(section.rows, column.column) }, place, {
              id: 'S11',
              level: 'warning',
              found: each.stated,
              leansOn: [rowCells(view, row, [column.field])],
              repair: agreesWithSum(each, each.sum) ? repair : null,
            });
          }
        }
        const first = filled[0];
        if (
          first?.statedRow != null &&
          formulas === 0 &&
          filled.every((each) => each.blanks.length === 0 && agreesWithSum(each, each.sum))
        ) {
          yield report(
            'allTyped',
            { field: first.numbers.title },
            cellPlace(view, first.statedRow, first.column.field),
            {
              id: 'S11',
              level: 'info',
              repair: () =>
                joinFixes(
                  filled.map((each) =>
                    putSum(view, each.statedRow ?? 0, each.numbers, each.section.rows, '小计改为求和公式'),
                  ),
                ),
            },
          );
        }
      }
      function othersFilled(row: number, field: string): boolean {
        const plan = new Set(['plannedClasses', 'plannedSeats', 'plannedLand']);
        return (
          plan.has(field) &&
          view.summables().some((other) => other.field !== field && (view.numbers(other.field)?.isNumber(row) ?? false))
        );
      }
    }
  },
});
