import type { PlanSchool, SchoolMeasure } from '../../plan';
import { SCHOOL_MEASURES } from '../../plan';
import type { AuditContext } from '../context';
import { isConverted, usualConversion, type ConvertedLand } from '../land-conversion';
import { cellsInRow, rowCells } from '../leaning';
import { cellPlace } from '../places';
import { agreesWithPlan } from '../plan-figures';
import { sameSum, shown } from '../precision';
import { chooseValue } from '../repairs';
import { defineRule } from '../rule';
import { slipBetween, slipWords } from '../slips';
import type { NumberColumn } from '../views/number-column';
import type { TableView } from '../views/table-view';

/** 规划数与方案不符: planned classes, seats, land against annex 2, and against what its own figures determine. */
export const planValue = defineRule({
  ids: ['P03', 'P04', 'P05', 'X06'],
  name: 'plan-value',
  level: 'error',
  group: 'plan',
  stage: 'figures',
  tables: ['schools'],
  title: '规划数与方案不符',
  protects: '规划数是考核的基数，填报单位无权自行改动。',
  fixable: 'choice',
  source: '附件2',
  whenToExplain: '规划经批准调整的，写明批文。',
  messages: {
    differs: (d: { school: string; field: string; found: string; expected: string; hint: string }) =>
      `${d.school}${d.field}为 ${d.found}，方案为 ${d.expected}${d.hint === '' ? '' : `，${d.hint}`}。`,
    swapped: (d: { school: string; classes: string; seats: string }) =>
      `${d.school}规划班数 ${d.classes}、规划学位 ${d.seats}，与方案正好相反，两格填反了。`,
    derived: (d: { school: string; field: string; found: string; expected: string; formula: string }) =>
      `${d.school}${d.field}为 ${d.found}，按方案自身数字推算为 ${d.expected}（${d.formula}）。`,
    manyNotShown: (d: { field: string; count: number; first: string }) =>
      `${d.field}有 ${d.count} 所学校的数在公开的方案文本中未显示，无从核对（如${d.first}）。`,
    notShown: (d: { school: string; field: string; found: string }) =>
      `${d.school}${d.field} ${d.found} 在公开的方案文本中未显示，无从核对。`,
  },
  advice: {
    differs: '按方案改正；规划已调整的报市里确认。',
    swapped: '两格对调。',
    derived: '核对原始资料。',
    manyNotShown: '留存批复等依据，由市级确认。',
    notShown: '留存批复等依据，由市级确认。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      for (const field of SCHOOL_MEASURES) {
        const numbers = view.numbers(field);
        if (!numbers) continue;
        const { column, factor } = numbers.column;
        const isOff = offConversion(context, view, numbers);
        const notShown: number[] = [];
        for (const row of view.table.dataRows) {
          const value = numbers.value(row);
          if (Number.isNaN(value)) continue;
          const school = context.matchAt(view, row).school;
          if (!school) continue;
          const name = view.name(row);
          const planned = school[field].value;
          if (planned !== null) {
            const isNear = agreesWithPlan(numbers, row, planned);
            if (isNear && !isOff(row, planned)) continue;
            const pair = swappedPair(view, school, row);
            if (pair && field !== 'plannedLand') {
              if (field === 'plannedClasses')
                yield report('swapped', { school: name, ...pair.texts }, pair.place, {
                  found: `${pair.texts.classes}、${pair.texts.seats}`,
                  expected: `${pair.texts.seats}、${pair.texts.classes}`,
                  source: school.plannedSeats.source,
                  causes: { reaches: { sheet: view.sheet.name, rows: [row], columns: pair.columns } },
                  leansOn: [rowCells(view, row, ['plannedClasses', 'plannedSeats'])],
                });
              continue;
            }
            const found = shown(value / factor);
            const slip = slipBetween(value, planned);
            const expected = shown(factor < 1 ? Math.round((planned / factor) * 100) / 100 : planned / factor);
            yield report(
              'differs',
              { school: name, field: numbers.title, found, expected, hint: slip ? slipWords(slip) : '' },
              cellPlace(view, row, field),
              {
                id: slip === 'wan' || slip === 'area' ? 'X06' : 'P03',
                ...(isNear ? { level: 'warning' as const } : {}),
                found,
                expected,
                source: school[field].source,
                causes: { corrected: [planned] },
                leansOn: [rowCells(view, row, [field])],
                repair: () => chooseValue(view, row, column, [Number(expected)], '按方案改正'),
              },
            );
            continue;
          }
          const derived = derivationOf(school, field);
          if (derived && !sameSum(derived.value, value)) {
            const found = shown(value / factor);
            const expected = shown(derived.value / factor);
            yield report(
              'derived',
              { school: name, field: numbers.title, found, expected, formula: derived.formula },
              cellPlace(view, row, field),
              {
                id: 'P05',
                level: 'warning',
                found,
                expected,
                source: `${school.source} · 按小计或备注推算`,
                causes: { corrected: [derived.value] },
                leansOn: [rowCells(view, row, [field])],
                repair: () => chooseValue(view, row, column, [Number(expected)], '改为推算值'),
              },
            );
          } else if (!derived) notShown.push(row);
        }
        const [first, last] = [notShown[0], notShown.at(-1)];
        if (first === undefined || last === undefined) continue;
        const details = { id: 'P04', level: 'info', source: '附件2（公开文本未显示该数）' } as const;
        const place = cellPlace(view, first, field);
        const name = view.name(first);
        if (notShown.length < context.profile.thresholds.mergeFrom) {
          for (const row of notShown)
            yield report(
              'notShown',
              { school: view.name(row), field: numbers.title, found: shown(numbers.value(row) / factor) },
              cellPlace(view, row, field),
              {
                ...details,
                found: shown(numbers.value(row) / factor),
                leansOn: [cellsInRow(view.sheet, row, [column])],
              },
            );
          continue;
        }
        const many = {
          ...place,
          area: { top: first, bottom: last, left: column, right: column },
          key: `${view.key}|notShown|${field}`,
          subject: '',
        };
        yield report('manyNotShown', { field: numbers.title, count: notShown.length, first: name }, many, details);
      }
    }
  },
});

/**
 * In a column that converts the plan's land by one number throughout, a figure that no usual conversion gives was
 * changed, if only by little.
 */
function offConversion(
  context: AuditContext,
  view: TableView,
  numbers: NumberColumn,
): (row: number, planned: number) => boolean {
  const { field, factor } = numbers.column;
  if (field !== 'plannedLand' || factor === 1) return () => false;
  const landOf = (row: number, planned: number): ConvertedLand => ({
    squareMetres: numbers.value(row) * (2000 / 3),
    planned,
    step: numbers.step(row) * (2000 / 3),
  });
  const figures = view.table.dataRows.flatMap((row) => {
    const planned = context.matchAt(view, row).school?.plannedLand.value ?? null;
    return planned === null || Number.isNaN(numbers.value(row)) ? [] : [landOf(row, planned)];
  });
  if (usualConversion(figures) === null) return () => false;
  return (row, planned) => !isConverted(landOf(row, planned));
}

/** Classes and seats that each hold what the plan shows for the other. */
function swappedPair(view: TableView, school: PlanSchool, row: number) {
  const [classes, seats] = [view.numbers('plannedClasses'), view.numbers('plannedSeats')];
  const [c, s] = [school.plannedClasses.value, school.plannedSeats.value];
  if (!classes || !seats || c === null || s === null || c === s) return null;
  if (!sameSum(classes.value(row), s) || !sameSum(seats.value(row), c)) return null;
  const columns = [classes.column.column, seats.column.column];
  const area = { top: row, bottom: row, left: Math.min(...columns), right: Math.max(...columns) };
  const texts = { classes: shown(classes.value(row)), seats: shown(seats.value(row)) };
  return { columns, texts, place: { ...cellPlace(view, row, 'plannedClasses'), area } };
}

function derivationOf(
  school: PlanSchool,
  field: SchoolMeasure,
): { readonly value: number; readonly formula: string } | null {
  const derivation = school.derivations[field];
  return derivation?.unique ? derivation : null;
}
