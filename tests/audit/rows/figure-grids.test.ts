import { figureGridsOf } from '../../../src/audit/views/figure-grid';
import { mergeIndexOf } from '../../../src/audit/views/merge-index';
import { sheetFromGrid, type CellValue, type SheetOptions } from '../../../src/workbook';
import { parseGrid } from '../cases';
import { viewOf } from '../made-up-view';
import { gridOf } from '../rule-desk';

type Row = readonly CellValue[];

describe('columns of figures', () => {
  const HEADER = '序号 | 学校名称 | 规划班数 | 围墙长度 | 说明';
  const rows = (...walls: readonly CellValue[]): readonly Row[] =>
    walls.map((wall, i) => [i + 1, `合成${'甲乙丙丁戊'[i] ?? ''}学校`, 24, wall, '合成']);
  const gridsOf = (grid: string, options: SheetOptions = {}) => {
    const view = viewOf(grid, options);
    return figureGridsOf(view.sheet, [view]).map((each) => ({
      isTable: each.view !== null,
      rows: each.rows,
      columns: each.columns.map(({ column, word, value }) => [column, word, ...each.rows.map((row) => value(row))]),
    }));
  };
  test('hold three numbers at least; sequence numbers, words and dates are left out', () => {
    const columns = (walls: readonly CellValue[], formats?: SheetOptions['formats']) =>
      gridsOf(gridOf(HEADER, ...rows(...walls)), formats ? { formats } : {})[0]?.columns.map(([, word]) => word);
    expect(columns([10, 20, 30])).toEqual(['规划班数', '围墙长度']);
    expect(columns([10, 20, null])).toEqual(['规划班数']);
    expect(columns([10, 20, '30米'])).toEqual(['规划班数']);
    expect(columns([10, 20, '30米', 40])).toEqual(['规划班数', '围墙长度']);
    const dates = [[], [null, null, null, 'yyyy-mm-dd'], [], []];
    expect(columns([45_000, 45_001, 45_002], dates)).toEqual(['规划班数']);
    const words = [[], [null, null, null, '[Red]0" days"'], [], []];
    expect(columns([10, 20, 30], words)).toEqual(['规划班数', '围墙长度']);
  });

  test('tell blanks from words and from formulas without a value', () =>
    expect(gridsOf(gridOf(HEADER, ...rows(10, null, '—', '=A1', 20, 30)))).toEqual([
      {
        isTable: true,
        rows: [1, 2, 3, 4, 5, 6],
        columns: [
          [2, '规划班数', 24, 24, 24, 24, 24, 24],
          [3, '围墙长度', 10, null, NaN, NaN, 20, 30],
        ],
      },
    ]));
});

describe('merged areas of a sheet', () => {
  const sheet = sheetFromGrid('合成', parseGrid('|   | A | B |\n| 1 | 一 | 二 |\n| 2 | 三 | 四 |\n| 3 | 五 | 六 |'), {
    merges: [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 1, left: 1, bottom: 900_000, right: 1 },
    ],
  });
  test('are found from each of their cells', () => {
    const index = mergeIndexOf(sheet);
    expect([index.at(0, 0)?.top, index.at(1, 0)?.top, index.at(1, 1)?.top, index.at(2, 1)?.top]).toEqual([0, 0, 1, 1]);
    expect([index.at(2, 0), index.at(0, 1), index.at(3, 1), index.at(9, 9)]).toEqual([null, null, null, null]);
    expect(mergeIndexOf(sheet)).toBe(index);
  });
});
