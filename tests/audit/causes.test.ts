import { rootCauses, type Caused } from '../../src/audit/causes';
import { makeContext } from '../../src/audit/context';
import { RULES, FREE_PROFILE } from '../../src/audit';
import { cellPlace, headerPlace, workbookPlace } from '../../src/audit/places';
import { isTakenOver, rowCells, sumOver } from '../../src/audit/leaning';
import type { Causes, LeansOn, Report, Stage } from '../../src/audit/rule';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook, type FieldId } from '../../src/recognize';
import { sheetFromGrid, workbookOf } from '../../src/workbook';

const workbook = workbookOf([
  sheetFromGrid('附件2', [
    ['序号', '学校名称', '规划班数', '规划学位', '规划用地'],
    ['二、初中'],
    ['小计：', null, 90, 4500, 60],
    [1, '宜阳二中', 54, 2700, 49.5],
    [2, '春华中学', 36, 1800, 10.5],
  ]),
]);
const context = makeContext({
  workbook, recognition: recognizeWorkbook(workbook, yichunPlan), plan: yichunPlan, profile: FREE_PROFILE, unit: null, previous: null,
}); // prettier-ignore
const [view] = context.tables;
const [rule, otherRule] = RULES;
if (!view || !rule || !otherRule) throw new Error('no table');
const [SUBTOTAL, FIRST, SECOND] = [2, 3, 4];

type Made = Partial<Omit<Report, 'causes' | 'leansOn'>> & {
  readonly causes?: Causes;
  readonly leansOn?: readonly LeansOn[];
};
const report = (message: string, row: number, field: FieldId, more: Made = {}): Report => ({
  rule, id: 'T01', message, data: null, text: `${message}。`, place: cellPlace(view, row, field), found: '', expected: '', source: '合成',
  level: 'error', stage: 'value', repair: null, leansOn: [], causes: {}, merges: false, ...more,
}); // prettier-ignore
/** `a(b c)`: b and c hang below a. */
const tree = (nodes: readonly Caused[]): string =>
  nodes
    .map(
      ({ report: { message }, consequences }) => message + (consequences.length > 0 ? `(${tree(consequences)})` : ''),
    )
    .join(' ');
const told = (...reports: readonly Report[]): string => tree(rootCauses(reports));

const seats = (explains?: (value: number | undefined) => boolean): LeansOn => {
  const leans = { sheet: '附件2', columns: [3], has: (row: number) => row >= FIRST };
  return explains ? { ...leans, explainedBy: (corrected) => explains(corrected(FIRST, 3)) } : leans;
};
const sum = (leansOn: readonly LeansOn[], more: Made = {}): Report =>
  report('sum', SUBTOTAL, 'plannedSeats', { stage: 'subtotal', leansOn, ...more });
const wrong = (causes: Causes, row = FIRST, field: FieldId = 'plannedSeats', more: Made = {}): Report =>
  report('wrong', row, field, { causes, ...more });

describe('a fault in a cell that a comparison rests on', () => {
  test('causes it where the cell cannot be counted, or where its right value is known', () => {
    expect(told(wrong({ blocks: true }), sum([seats()]))).toBe('wrong(sum)');
    expect(told(wrong({ corrected: [2700] }), sum([seats()]))).toBe('wrong(sum)');
    expect(told(sum([seats()]), wrong({ blocks: true }))).toBe('wrong(sum)');
  });

  test('causes nothing where nothing is known of it, or where it stands elsewhere', () => {
    expect(told(wrong({}), sum([seats()]))).toBe('wrong sum');
    expect(told(wrong({ blocks: true }, FIRST, 'plannedLand'), sum([seats()]))).toBe('wrong sum');
    expect(
      told(wrong({ blocks: true }, SUBTOTAL), sum([seats()], { place: cellPlace(view, SUBTOTAL, 'plannedLand') })),
    ).toBe('wrong sum');
    expect(told(wrong({ blocks: true }), sum([{ ...seats(), sheet: '别' }]))).toBe('wrong sum');
    expect(told(wrong({ blocks: true }, FIRST, 'plannedSeats', { place: workbookPlace('x') }), sum([seats()]))).toBe(
      'wrong sum',
    );
    expect(told(wrong({ blocks: true }), sum([]))).toBe('wrong sum');
  });

  test('causes it only where the right value puts it right', () => {
    expect(told(wrong({ corrected: [2700] }), sum([seats((value) => value === 2700)]))).toBe('wrong(sum)');
    expect(told(wrong({ corrected: [2600, 2700] }), sum([seats((value) => value === 2700)]))).toBe('wrong(sum)');
    expect(told(wrong({ corrected: [2600] }), sum([seats((value) => value === 2700)]))).toBe('wrong sum');
    expect(told(wrong({ blocks: true }), sum([seats(() => false)]))).toBe('wrong(sum)');
  });

  test('causes it together with others', () => {
    const both: LeansOn = { ...seats(), explainedBy: (at) => at(FIRST, 3) === 2700 && at(SECOND, 3) === 1800 };
    const first = wrong({ corrected: [2700] });
    const second = report('second', SECOND, 'plannedSeats', { causes: { corrected: [1800] } });
    expect(told(first, second, sum([both]))).toBe('wrong(sum) second');
    expect(told(first, sum([both]))).toBe('wrong sum');
    const neither: LeansOn = { ...seats(), explainedBy: () => false };
    expect(told(first, second, sum([neither]))).toBe('wrong second sum');
  });

  test('of a wider place is that of the column it names', () => {
    const wide = wrong({ corrected: [2700], column: 3 }, FIRST, 'plannedSeats', {
      place: { ...cellPlace(view, FIRST, 'plannedSeats'), area: view.rowArea(FIRST) },
    });
    expect(told(wide, sum([seats((value) => value === 2700)]))).toBe('wrong(sum)');
    expect(told({ ...wide, causes: { corrected: [2700] } }, sum([seats()]))).toBe('wrong sum');
  });

  test('is looked for row by row where the rows are few', () => {
    const leans = rowCells(view, FIRST, ['plannedClasses', 'plannedSeats']);
    const ratio = report('ratio', FIRST, 'plannedLand', { stage: 'ratio', leansOn: [leans] });
    expect(told(wrong({ blocks: true }), ratio)).toBe('wrong(ratio)');
    expect(told(wrong({ blocks: true }, SECOND), ratio)).toBe('wrong ratio');
    expect(
      told(wrong({ blocks: true }), report('more', SECOND, 'plannedSeats', { causes: { blocks: true } }), ratio),
    ).toBe('wrong(ratio) more');
  });

  test('comes before what it causes: by its stage, in one rule by what was said first', () => {
    const late = (stage: Stage) => wrong({ blocks: true }, FIRST, 'plannedSeats', { stage });
    expect(told(late('plan'), sum([seats()]))).toBe('wrong(sum)');
    expect(told(late('total'), sum([seats()]))).toBe('wrong sum');
    expect(told(late('subtotal'), sum([seats()]))).toBe('wrong(sum)');
    expect(told(late('subtotal'), sum([seats()], { rule: otherRule }))).toBe('wrong sum');
    const leaning = { ...late('subtotal'), leansOn: [{ ...seats(), columns: [] }] };
    expect(told(leaning, sum([seats()]))).toBe('wrong(sum)');
    expect(told(sum([seats()]), leaning)).toBe('sum wrong');
  });

  test('the earliest of several stands for all', () => {
    const early = report('early', SECOND, 'plannedSeats', { stage: 'structure', causes: { blocks: true } });
    expect(told(wrong({ blocks: true }), early, sum([seats()]))).toBe('wrong early(sum)');
  });
});

describe('a fault that reaches further than its cell', () => {
  const reaching = (rows: readonly number[] | null, columns: readonly number[] | null, more = {}) =>
    wrong({ reaches: { sheet: '附件2', rows, columns, ...more } }, FIRST, 'plannedClasses');

  test('spoils a column', () => {
    expect(told(reaching(null, [3]), sum([seats()]))).toBe('wrong(sum)');
    expect(told(reaching(null, [4]), sum([seats()]))).toBe('wrong sum');
    expect(told(reaching(null, null), sum([seats()]))).toBe('wrong(sum)');
    const elsewhere = { place: cellPlace(view, SUBTOTAL, 'plannedLand') };
    expect(told(reaching(null, [3]), sum([{ ...seats(), sheet: '别' }], elsewhere))).toBe('wrong sum');
  });

  test('and with the column what stands in it, however it is judged', () => {
    expect(told(reaching(null, [3]), wrong({}))).toBe('wrong(wrong)');
    expect(told(reaching(null, [4]), wrong({}))).toBe('wrong wrong');
    expect(told({ ...reaching(null, [3]), level: 'info' }, wrong({}))).toBe('wrong wrong');
    const header = report('header', FIRST, 'plannedSeats', { place: headerPlace(view, 'plannedSeats') });
    expect(told(reaching(null, [3]), header)).toBe('wrong header');
  });

  test('spoils rows', () => {
    expect(told(reaching([SECOND], null), sum([seats()]))).toBe('wrong(sum)');
    expect(told(reaching([SUBTOTAL], null), sum([seats()]))).toBe('wrong sum');
    expect(told(reaching([SECOND], [4]), sum([seats()]))).toBe('wrong sum');
    const own = report('ratio', SECOND, 'plannedLand', {
      stage: 'ratio',
      leansOn: [rowCells(view, SECOND, ['plannedSeats'])],
    });
    expect(told(reaching([SECOND], null), own)).toBe('wrong(ratio)');
    expect(told(reaching([FIRST], null), own)).toBe('wrong ratio');
  });

  test('but not the sums over them where it says so', () => {
    const leaning = reaching([SECOND], null, { notSums: true });
    expect(told(leaning, sum([seats()]))).toBe('wrong sum');
    const own = report('ratio', SECOND, 'plannedLand', {
      stage: 'ratio',
      leansOn: [rowCells(view, SECOND, ['plannedSeats'])],
    });
    expect(told(leaning, own)).toBe('wrong(ratio)');
  });

  test('and nothing that is judged before it', () =>
    expect(told({ ...reaching(null, [3]), stage: 'total' }, sum([seats()]))).toBe('wrong sum'));
});

describe('several faults of one cell', () => {
  const at = (message: string, stage: Stage, more: Made = {}) =>
    report(message, FIRST, 'plannedSeats', { stage, ...more });
  test('are one, the earliest stage first', () => {
    expect(told(at('plan', 'plan'), at('value', 'value'), at('row', 'row'))).toBe('value(plan row)');
    expect(told(at('a', 'plan'), at('b', 'plan'))).toBe('a(b)');
  });
  test('are each its own where one is a mere hint, stands in a header or elsewhere', () => {
    expect(told(at('value', 'value'), at('hint', 'plan', { level: 'info' }))).toBe('value hint');
    expect(told(at('value', 'value'), report('other', SECOND, 'plannedSeats'))).toBe('value other');
    expect(told(at('value', 'value'), report('other', FIRST, 'plannedLand'))).toBe('value other');
    const header = { place: headerPlace(view, 'plannedSeats') };
    expect(told(at('a', 'value', header), at('b', 'plan', header))).toBe('a b');
    const heading = (message: string) => report(message, 1, 'schoolName');
    expect(told(heading('a'), heading('b'))).toBe('a b');
    const row = { place: { ...cellPlace(view, FIRST, 'plannedSeats'), area: view.rowArea(FIRST) } };
    expect(told(at('a', 'value', row), at('b', 'plan', row))).toBe('a b');
    const nowhere = { place: workbookPlace('x') };
    expect(told(at('a', 'value', nowhere), at('b', 'plan', nowhere))).toBe('a b');
  });
});

describe('what a figure rests on', () => {
  test('a row’s cells are those of its known columns', () => {
    const leans = rowCells(view, FIRST, ['plannedSeats', 'formedSeats']);
    expect(leans).toMatchObject({ sheet: '附件2', columns: [3, -1], rows: [FIRST] });
    expect([FIRST, SECOND].map((row) => leans.has(row))).toEqual([true, false]);
  });
  test('a subtotal rests on the other cells of its column, a school’s figure on nothing', () => {
    expect(sumOver(view, FIRST, 3)).toEqual([]);
    const [leans] = sumOver(view, SUBTOTAL, 3);
    expect(leans).toMatchObject({ sheet: '附件2', columns: [3] });
    expect([FIRST, SUBTOTAL].map((row) => leans?.has(row))).toEqual([true, false]);
  });
  test('only a summary takes figures over', () => expect(isTakenOver(wrong({}), context.tables)).toBe(false));
});
