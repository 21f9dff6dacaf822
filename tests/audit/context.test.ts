import { FREE_PROFILE } from '../../src/audit';
import { makeContext, ownSheets } from '../../src/audit/context';
import {
  anyCellPlace,
  areaPlace,
  cellPlace,
  headerPlace,
  labelPlace,
  rowPlace,
  sheetPlace,
} from '../../src/audit/places';
import { agreesWithRows, rowExplains, sectionFigures, totalParts } from '../../src/audit/sums';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { sheetFromGrid, workbookOf, type SheetSnapshot } from '../../src/workbook';
import { SCHOOLS, viewOf } from './made-up-view';

describe('places', () => {
  const view = viewOf(SCHOOLS);
  test('of a cell, a row, a label and a header', () => {
    const at = ({ area }: { readonly area: unknown }) => area;
    expect(cellPlace(view, 3, 'plannedSeats')).toMatchObject({
      sheet: '附件2',
      area: { top: 3, bottom: 3, left: 3, right: 3 },
      key: 'schools#1|宜阳二中|plannedSeats',
      subject: '宜阳二中',
    });
    expect(at(cellPlace(view, 3, 'remark'))).toEqual({ top: 3, bottom: 3, left: 0, right: 5 });
    expect(rowPlace(view, 3)).toMatchObject({
      area: { left: 0, right: 5 },
      key: 'schools#1|宜阳二中|row',
      field: null,
    });
    expect(labelPlace(view, 10)).toMatchObject({
      area: { top: 10, left: 0, right: 0 },
      key: 'schools#1|total|label',
      subject: '',
    });
    expect(headerPlace(view)).toMatchObject({
      area: { top: 0, bottom: 0, left: 0, right: 5 },
      key: 'schools#1|header|all',
    });
    expect(headerPlace(view, 'plannedSeats')).toMatchObject({
      area: { top: 0, bottom: 0, left: 3, right: 3 },
      field: 'plannedSeats',
    });
    expect(cellPlace(view, 5, 'plannedSeats').subject).toBe('');
    expect(areaPlace(view, { top: 1, bottom: 2, left: 3, right: 4 }, 'x')).toMatchObject({
      key: 'schools#1|x',
      subject: '',
      field: null,
    });
  });

  test('a label is the first filled cell of its row, wherever the sheet begins', () => {
    const shifted = viewOf(SCHOOLS.replace('| 11 | 合计 | |', '| 11 | | 合计 |'), { top: 4, left: 2 });
    expect(labelPlace(shifted, 14).area).toEqual({ top: 14, bottom: 14, left: 3, right: 3 });
  });

  test('of any cell go by the table where that knows its row and column', () => {
    const place = (row: number, column: number) =>
      anyCellPlace({ tables: [view] }, 0, view.sheet, { sheet: '附件2', row, column }, 'x').key;
    expect([place(3, 3), place(3, 9), place(30, 3)]).toEqual([
      'schools#1|宜阳二中|plannedSeats',
      'x|附件2|J4',
      'x|附件2|D31',
    ]);
    expect(
      anyCellPlace(
        { tables: [view] },
        0,
        { ...view.sheet } as SheetSnapshot,
        { sheet: '附件2', row: 3, column: 3 },
        'x',
      ).key,
    ).toBe('x|附件2|D4');
    expect(sheetPlace(2, '别', null, 'x')).toMatchObject({ sheet: '别', area: null, sheetIndex: 2 });
  });
});

describe('what the rows of a section come to', () => {
  const view = viewOf(SCHOOLS);
  const all = sectionFigures(view);
  const of = (field: string, stage: string) => {
    const found = all.find(({ column, section }) => column.field === field && section.stage === stage);
    if (!found) throw new Error(field);
    return found;
  };

  test('is told with its blanks and texts, and what is stated', () => {
    expect(all).toHaveLength(6);
    expect(of('plannedSeats', 'S2')).toMatchObject({
      sum: 4500,
      plainSum: 2700,
      blanks: [],
      texts: [4],
      statedRow: 2,
      stated: 4500,
    });
    expect(of('plannedSeats', 'S3')).toMatchObject({
      sum: 1620,
      plainSum: 1620,
      blanks: [8],
      statedRow: null,
      stated: NaN,
    });
    expect(of('plannedLand', 'S3')).toMatchObject({ sum: 20, blanks: [8], statedRow: null });
  });

  test('a total adds subtotals, and the rows of sections without one', () => {
    expect(totalParts(view)).toEqual([2, 7]);
    expect(totalParts(viewOf(SCHOOLS.replace('  | 8 | 小计： | | #REF! | =D9 | — |\n', '')))).toEqual([2, 8, 9]);
  });

  test('figures in 万 are rounded row by row, plain ones are exact', () => {
    const seats = of('plannedSeats', 'S2').numbers;
    const classes = of('plannedClasses', 'S2').numbers;
    expect([agreesWithRows(classes, 90, 90.005, 2), agreesWithRows(classes, 90, 90.01, 2)]).toEqual([true, false]);
    expect([agreesWithRows(seats, 4500, 4570, 2), agreesWithRows(seats, 4500, 4571, 2)]).toEqual([true, false]);
    expect([agreesWithRows(seats, 4500, 4550, 0), agreesWithRows(seats, 4500, 4551, 0)]).toEqual([true, false]);
  });

  test('a row too many or too few may explain what they are off by', () => {
    const off = viewOf(`
      |   | A | B | C | D |
      | 1 | 序号 | 学校名称 | 规划班数 | 规划学位 |
      | 2 | 二、初中 |
      | 3 | 小计： | | 90 | 4500 |
      | 4 | 1 | 宜阳二中 | 54 | 2700 |
      | 5 | 2 | 春华中学 | 36 | 1800 |
      | 6 | 3 | 宜春三中 | 12 | 600 |`);
    const figures = sectionFigures(off);
    const [section] = off.table.sections;
    if (!section) throw new Error('no section');
    expect([3, 4, 5].map((row) => rowExplains(figures, section, row))).toEqual([false, false, true]);
    expect(rowExplains(figures, section, null)).toBe(false);
    const more = figures.map((each) => ({ ...each, stated: each.stated + 1000 }));
    expect(rowExplains(more, section, null)).toBe(true);
    const right = figures.map((each) => ({ ...each, stated: each.sum }));
    expect([rowExplains(right, section, 5), rowExplains(right, section, null)]).toEqual([false, false]);
    const half = more.map((each, i) => (i === 0 ? each : { ...each, stated: each.sum }));
    expect(rowExplains(half, section, null)).toBe(false);
    expect(rowExplains(half.slice(0, 1), section, null)).toBe(true);
  });
});

describe('the workbook of an audit', () => {
  const of = (names: readonly string[], unit: string | null = null) => {
    const workbook = workbookOf([
      sheetFromGrid('附件2', [
        ['序号', '学校名称', '规划班数', '规划学位'],
        ...names.map((name, i) => [i + 1, name, 54, 2700]),
      ]),
      sheetFromGrid('附件2续', [
        ['序号', '学校名称', '规划班数', '规划学位'],
        [1, '合成学校', 54, 2700],
        [2, '合成二校', 54, 2700],
      ]),
    ]);
    return makeContext({
      workbook,
      recognition: recognizeWorkbook(workbook, yichunPlan),
      plan: yichunPlan,
      profile: FREE_PROFILE,
      unit,
      previous: null,
    });
  };
  const known = yichunPlan.schools.flatMap(({ name }) => name ?? []);

  test('numbers its tables by kind, and knows where their sheets are', () => {
    const context = of(known);
    expect(context.tables.map(({ key, sheetIndex }) => [key, sheetIndex])).toEqual([
      ['schools#1', 0],
      ['schools#2', 1],
    ]);
    expect(context.tablesOf('funds')).toEqual([]);
    expect(ownSheets(context).map(([position, { name }]) => [position, name])).toEqual([
      [0, '附件2'],
      [1, '附件2续'],
    ]);
    expect(context.previous).toBeNull();
  });

  test('speaks for the city where it names nearly all schools and no district', () => {
    const most = known.slice(0, Math.ceil(known.length * 0.85));
    expect(of(known).isCityWide).toBe(true);
    expect(of(most).isCityWide).toBe(true);
    expect(of(most.slice(1)).isCityWide).toBe(false);
    const [district] = yichunPlan.builders.filter(({ isCity }) => !isCity);
    const [city] = yichunPlan.builders.filter(({ isCity }) => isCity);
    expect(of(known, district?.name).isCityWide).toBe(false);
    expect(of(known, district?.name).unit?.name).toBe(district?.name);
    if (city) expect(of(known, city.name).isCityWide).toBe(true);
    expect(of(known, '没有的单位').unit).toBeNull();
  });

  test('knows each row’s school', () => {
    const context = of(known.slice(0, 2));
    const [view] = context.tables;
    if (!view) throw new Error('no table');
    expect(view.table.dataRows.map((row) => context.schoolAt(view, row)?.name)).toEqual(known.slice(0, 2));
    expect(context.schoolAt(view, 99)).toBeNull();
    expect(context.figures(view)).toBe(context.figures(view));
  });
});
