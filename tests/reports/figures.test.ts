import fc from 'fast-check';
import { yichunPlan } from '../../src/plan';
import { serialOfDay, type CellValue } from '../../src/workbook';
import { rawWorkbook, reportsOn, type RawProject } from './made-up-workbook';

/** Numbers as the workbook's reader counts them: numbers and digits typed as text; `约2700` is not counted. */
function counted(values: readonly CellValue[]): readonly number[] {
  return values.flatMap((value) =>
    typeof value === 'number' ? [value] : typeof value === 'string' && /^\d+$/.test(value) ? [Number(value)] : [],
  );
}

/** The sum, or a blank where nothing was counted. */
function sum(values: readonly CellValue[]): number | '' {
  const numbers = counted(values);
  return numbers.length === 0 ? '' : numbers.reduce((a, b) => a + b, 0);
}

function agree(found: string | number | boolean, expected: number | ''): void {
  if (expected === '') expect(found).toBe('');
  else expect(found).toBeCloseTo(expected, 6);
}

/** What each status counts as; statuses that say nothing definite are absent. */
const CLASS: Readonly<Record<string, string>> = {
  未开工: '未开工', 前期: '未开工', 在建: '在建', 主体封顶: '在建', 装修施工: '在建', 基本完工: '基本完工',
  已完工: '已完工', 投入使用: '投入使用', '一期已完工，二期在建': '在建',
}; // prettier-ignore

function countIn(projects: readonly RawProject[], classes: readonly string[]): number | '' {
  if (projects.every((one) => CLASS[one.status] === undefined)) return '';
  return projects.filter((one) => classes.includes(CLASS[one.status] ?? '')).length;
}

/** Seats formed as reported; where no school reports any, the planned seats of the schools done. */
function formedIn(projects: readonly RawProject[]): number | '' {
  const reported = sum(projects.map((one) => one.formed));
  if (reported !== '') return reported;
  const done = projects.filter((one) => ['已完工', '投入使用'].includes(CLASS[one.status] ?? ''));
  const isKnown = projects.some((one) => CLASS[one.status] !== undefined);
  return done.length === 0 ? (isKnown ? 0 : '') : sum(done.map((one) => one.seats));
}

const CUT_OFF = serialOfDay(2023, 6, 30);
function isLate(one: RawProject): boolean {
  const isDone = ['已完工', '投入使用'].includes(CLASS[one.status] ?? '');
  return one.due !== null && one.due < CUT_OFF && one.done === null && !isDone;
}
function lateCount(projects: readonly RawProject[]): number | '' {
  return projects.every((one) => one.due === null) ? '' : projects.filter(isLate).length;
}

const runs = { numRuns: 40 };

describe('every figure is the one that the rows of the workbook give', () => {
  test('by stage', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        const sheet = '分学段汇总';
        const check = (row: number, own: readonly RawProject[]) => {
          agree(sheets.at(sheet, row, 3), own.length === 0 ? '' : own.length);
          agree(sheets.at(sheet, row, 5), sum(own.map((one) => one.classes)));
          agree(sheets.at(sheet, row, 8), sum(own.map((one) => one.seats)));
          agree(sheets.at(sheet, row, 9), sum(own.map((one) => one.formed)));
          agree(sheets.at(sheet, row, 11), sum(own.map((one) => one.supplied)));
          agree(sheets.at(sheet, row, 12), countIn(own, ['已完工', '投入使用']));
          agree(sheets.at(sheet, row, 13), countIn(own, ['在建', '基本完工']));
          agree(sheets.at(sheet, row, 14), countIn(own, ['未开工']));
          const done = countIn(own, ['已完工', '投入使用']);
          agree(sheets.at(sheet, row, 15), done === '' ? '' : done / own.length);
        };
        yichunPlan.stages.forEach((stage, index) =>
          check(
            sheets.rowOf(sheet, stage.name),
            raw.projects.filter((one) => one.stage === index),
          ),
        );
        check(sheets.rowOf(sheet, '合计'), raw.projects);
      }),
      runs,
    );
  });

  test('by builder: aliases count for the builder, other names stand on their own, the rest is 未明', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        const sheet = '分建设主体汇总';
        const nameOf = (one: RawProject): string => (one.builder === '袁州区政府' ? '袁州区' : one.builder);
        const names = [...new Set([...yichunPlan.builders.map(({ name }) => name), ...raw.projects.map(nameOf)])];
        for (const name of names.filter((one) => one !== '')) {
          const own = raw.projects.filter((one) => nameOf(one) === name);
          const row = sheets.rowOf(sheet, name);
          agree(sheets.at(sheet, row, 1), own.length === 0 ? '' : own.length);
          agree(sheets.at(sheet, row, 2), sum(own.map((one) => one.classes)));
          agree(sheets.at(sheet, row, 3), sum(own.map((one) => one.seats)));
          agree(sheets.at(sheet, row, 4), sum(own.map((one) => one.land)));
          ['未开工', '在建', '基本完工', '已完工', '投入使用'].forEach((word, i) =>
            agree(sheets.at(sheet, row, 5 + i), countIn(own, [word])),
          );
          agree(sheets.at(sheet, row, 10), sum(own.map((one) => one.formed)));
          agree(sheets.at(sheet, row, 11), sum(own.map((one) => one.invested)));
          agree(sheets.at(sheet, row, 12), lateCount(own));
        }
        const nameless = raw.projects.filter((one) => one.builder === '').length;
        agree(sheets.at(sheet, sheets.rowOf(sheet, '（建设主体未明）'), 1), nameless === 0 ? '' : nameless);
        agree(sheets.at(sheet, sheets.rowOf(sheet, '合计'), 1), raw.projects.length);
      }),
      runs,
    );
  });

  test('funds: amounts, rates, what is left, totals', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        const sheet = '经费安排及执行';
        const check = (row: number, amount: number | '', allocated: number | '', spent: number | '') => {
          agree(sheets.at(sheet, row, 3), amount);
          agree(sheets.at(sheet, row, 4), allocated);
          agree(sheets.at(sheet, row, 5), spent);
          agree(sheets.at(sheet, row, 6), amount === '' || spent === '' || amount === 0 ? '' : spent / amount);
          agree(sheets.at(sheet, row, 7), amount === '' || spent === '' ? '' : amount - spent);
        };
        raw.funds.forEach((fund, i) =>
          check(
            sheets.rowOf(sheet, yichunPlan.funds[i]?.name ?? '', 1),
            sum([fund.amount]),
            sum([fund.allocated]),
            sum([fund.spent]),
          ),
        );
        check(
          sheets.rowOf(sheet, '合计'),
          sum(raw.funds.map((fund) => fund.amount)),
          sum(raw.funds.map((fund) => fund.allocated)),
          sum(raw.funds.map((fund) => fund.spent)),
        );
      }),
      runs,
    );
  });

  test('targets that nobody reported are counted from the ledger: schools done, seats formed or, unreported, built', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        const sheet = '目标完成情况';
        const actual = (name: string) => sheets.at(sheet, sheets.rowOf(sheet, name, 1), 5);
        agree(actual('新增中小学幼儿园总数'), countIn(raw.projects, ['已完工', '投入使用']));
        const seats = formedIn(raw.projects);
        agree(actual('新增学位总数'), seats === '' ? '' : seats / 10_000);
        const lower = raw.projects.filter((one) => yichunPlan.stages[one.stage]?.name === '初中');
        agree(actual('新增学校-初中'), countIn(lower, ['已完工', '投入使用']));
        const row = sheets.rowOf(sheet, '新增学位总数', 1);
        agree(sheets.at(sheet, row, 6), seats === '' ? '' : seats / 10_000 / 5.18);
        agree(sheets.at(sheet, row, 7), seats === '' ? '' : 5.18 - seats / 10_000);
        expect(sheets.at(sheet, row, 8)).toBe(seats === '' ? '' : seats >= 51_800 ? '是' : '否');
      }),
      runs,
    );
  });

  test('departments: how many measures name each, and how many of these were reported on', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        for (const department of yichunPlan.departments) {
          const own = yichunPlan.measures.flatMap((measure, i) =>
            measure.departments.includes(department) ? [raw.progress[i] ?? ''] : [],
          );
          const row = sheets.rowOf('按部门', department, 1);
          const told = own.filter((text) => text !== '').length;
          expect([3, 4, 5].map((column) => sheets.at('按部门', row, column))).toEqual([
            own.length,
            told,
            own.length - told,
          ]);
        }
      }),
      runs,
    );
  });
});

describe('the reports agree with each other', () => {
  test('totals by stage, by builder, of the ledger and of the overview are the same', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        const total = (sheet: string, column: number) => sheets.at(sheet, sheets.rowOf(sheet, '合计'), column);
        const headline = (label: string) => {
          const column = [0, 2, 4, 6].find((c) => [3, 5].some((r) => sheets.at('综述', r, c) === label)) ?? -1;
          const row = [3, 5].find((r) => sheets.at('综述', r, column) === label) ?? -1;
          return sheets.at('综述', row + 1, column);
        };
        expect(total('分学段汇总', 3)).toBe(raw.projects.length);
        expect(total('分建设主体汇总', 1)).toBe(raw.projects.length);
        expect(headline('上报项目（个）')).toBe(raw.projects.length);
        for (const [stage, builder, ledger, label] of [
          [8, 3, 5, '上报规划学位（个）'],
          [9, 10, 13, '已形成学位（个）'],
        ] as const) {
          const expected = total('项目进度台账', ledger);
          expect(total('分学段汇总', stage)).toBe(expected);
          expect(total('分建设主体汇总', builder)).toBe(expected);
          expect(headline(label)).toBe(expected);
        }
        expect(headline('累计完成投资（万元）')).toBe(total('项目进度台账', 12));
        expect(headline('滞后项目（个）')).toBe(total('分建设主体汇总', 12));
        expect(headline('经费执行率')).toBe(total('经费安排及执行', 6));
      }),
      runs,
    );
  });

  test('schools done and seats formed are the same in 目标完成情况 and in 目标差额', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        for (const { name, measures, unit } of yichunPlan.indicators) {
          if (!measures || measures.what === 'improvedSeats') continue;
          const stated = sheets.at('目标完成情况', sheets.rowOf('目标完成情况', name, 1), 5);
          const gap = sheets.at('目标差额', sheets.rowOf('目标差额', name, 1), 4);
          agree(gap, stated === '' ? '' : Number(stated) * (unit === '万个' ? 10_000 : 1));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('so are what the ledger’s columns and what 目标差额 say of a stage and of a builder', () => {
    fc.assert(
      fc.property(rawWorkbook, (raw) => {
        const sheets = reportsOn(raw);
        for (const [names, sheet, formed] of [
          [yichunPlan.stages, '分学段汇总', 9],
          [yichunPlan.builders, '分建设主体汇总', 10],
        ] as const) {
          for (const { name } of names) {
            const stated = sheets.at(sheet, sheets.rowOf(sheet, name), formed);
            if (stated !== '') expect(sheets.at('目标差额', sheets.rowOf('目标差额', name, 1), 4)).toBe(stated);
          }
        }
      }),
      runs,
    );
  });
});
