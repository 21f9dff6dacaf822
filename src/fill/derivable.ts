import { CELL } from '../audit/views/number-column';
import { matchSchool, SCHOOL_MEASURES, type Plan } from '../plan';
import { fieldOf } from '../recognize';
import { formulaAt } from '../workbook';
import { hindranceAt, type TableCollector } from './collector';

/**
 * Blank cells that the plan's own figures determine (第十中学's land, 银岭's classes): offered with the arithmetic,
 * never ticked. What only a usual class size suggests is not offered.
 */
export function offerDerivable(out: TableCollector, plan: Plan): void {
  const { table, sheet } = out.view;
  if (table.kind !== 'schools') return;
  for (const section of table.sections) {
    for (const row of section.rows) {
      const match = matchSchool(plan, out.view.name(row), section.stage);
      if (match.kind !== 'exact' && match.kind !== 'alias') continue;
      for (const measure of SCHOOL_MEASURES) {
        const derivation = match.item.derivations[measure];
        const numbers = out.view.numbers(measure);
        if (!derivation?.unique || !numbers) continue;
        const { column, factor } = numbers.column;
        const status = numbers.status(row);
        if ((status !== CELL.blank && status !== CELL.placeholder) || formulaAt(sheet, row, column) !== null) continue;
        const basis = derivation.by === 'subtotal' ? '方案小计减去同段其他各校' : '方案备注';
        const { unit } = fieldOf(measure);
        const reason = `方案未列示，由${basis}推出：${derivation.formula}＝${derivation.value}${unit ?? ''}，请核对原件后再填`;
        const hindrance = hindranceAt(sheet, row, column);
        if (hindrance !== null) out.refuse(row, column, hindrance);
        else out.put('derivable', row, column, { kind: 'value', value: derivation.value / factor }, reason);
      }
    }
  }
}
