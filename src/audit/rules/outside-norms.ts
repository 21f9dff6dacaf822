import { cellsInRow, rowCells } from '../leaning';
import { cellPlace } from '../places';
import { defineRule, MEMBERSHIP } from '../rule';

const SQUARE_METRES = 666.667;

/** 外部标准: land per seat and class sizes from norms outside the plan; hints only. */
export const outsideNorms = defineRule({
  ids: ['C07'],
  name: 'outside-norms',
  level: 'info',
  group: 'consistency',
  stage: 'note',
  tables: ['schools'],
  title: '与外部标准相比偏低或偏高',
  protects: '明显偏离一般标准的数，可能是填错了。',
  fixable: 'none',
  source: '方案之外的标准，仅供参考',
  whenToExplain: '',
  messages: {
    land: (d: { school: string; value: string; norm: number }) =>
      `${d.school}生均用地 ${d.value} 平方米，低于参考值 ${d.norm} 平方米。`,
    size: (d: { school: string; value: string; norm: number }) =>
      `${d.school}班额 ${d.value} 人，超过参考值 ${d.norm} 人。`,
  },
  advice: { land: '仅供参考，核对用地和学位。', size: '仅供参考，核对班数和学位。' },
  *check(context, report) {
    if (!context.profile.norms) return;
    for (const view of context.tablesOf('schools')) {
      const seats = view.numbers('plannedSeats');
      const land = view.numbers('plannedLand');
      const classes = view.numbers('plannedClasses');
      for (const row of seats ? view.table.dataRows : []) {
        const s = seats?.value(row) ?? NaN;
        if (!(s > 0)) continue;
        const own = view.sectionOf(row)?.stage ?? null;
        const school = context.schoolAt(view, row);
        const stage = own ?? school?.stage ?? null;
        const perSeat = ((land?.value(row) ?? NaN) * SQUARE_METRES) / s;
        const perClass = s / (classes?.value(row) ?? NaN);
        const leansOn = () => [
          rowCells(view, row, ['plannedSeats', 'plannedLand', 'plannedClasses']),
          // The norm is that of the heading above the row.
          ...(own === null ? [] : [cellsInRow(view.sheet, row, [MEMBERSHIP])]),
        ];
        for (const norm of context.plan.norms) {
          if (norm.stage !== null && norm.stage !== stage) continue;
          if (norm.kind !== null && norm.kind !== (school?.kind ?? null)) continue;
          if (norm.what === 'landPerSeat' && norm.min !== null && perSeat < norm.min)
            yield report(
              'land',
              { school: view.name(row), value: perSeat.toFixed(1), norm: norm.min },
              cellPlace(view, row, 'plannedLand'),
              { found: perSeat.toFixed(1), expected: norm.min, source: norm.source, leansOn: leansOn(), merges: true },
            );
          if (norm.what === 'classSize' && norm.max !== null && Number.isFinite(perClass) && perClass > norm.max + 0.5)
            yield report(
              'size',
              { school: view.name(row), value: perClass.toFixed(1), norm: norm.max },
              cellPlace(view, row, 'plannedSeats'),
              { found: perClass.toFixed(1), expected: norm.max, source: norm.source, leansOn: leansOn(), merges: true },
            );
        }
      }
    }
  },
});
