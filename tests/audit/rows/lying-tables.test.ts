import { auditWorkbook } from '../../../src/audit';
import { cellPlace } from '../../../src/audit/places';
import { sumOver } from '../../../src/audit/leaning';
import { yichunPlan } from '../../../src/plan';
import { sheetFromGrid, workbookOf, type CellValue } from '../../../src/workbook';
import { SCHOOLS, viewOf } from '../made-up-view';

/** Five schools, one in each column from C on, with these states. */
const lying = (...states: readonly CellValue[]) =>
  workbookOf([
    sheetFromGrid('附件2', [
      ['序号', 1, 2, 3, 4, 5],
      ['学校名称', '江丰小学', '枫林小学', '数圆小学', '金园小学', '年坪小学'],
      ['规划班数(个)', 18, 12, 36, 12, '约4'],
      ['规划学位(个)', 810, 540, 1620, 540, '180'],
      ['建设主体', '袁州区', '袁州区', '袁州区', '袁州区', '袁州区'],
      ['项目状态', ...states],
    ]),
  ]);
const editsOf = (message: string, ...states: readonly CellValue[]) => {
  const found = auditWorkbook(lying(...states), yichunPlan).findings.find((each) => each.message === message);
  const fix = found?.fix;
  const edits = fix?.kind === 'choice' ? (fix.choices[0]?.edits ?? []) : (fix?.edits ?? []);
  return [
    fix?.kind,
    ...edits.map(({ edit }) => (edit.kind === 'content' ? [edit.row, edit.column] : null)),
    found?.place.area,
  ];
};

describe('a table on its side', () => {
  test('is mended where it stands, whether there is one answer or several', () => {
    const states = ['在建', '未开工', '在建', '已完工', '快了'];
    expect(editsOf('unknown', ...states)).toEqual(['choice', [5, 5], { top: 5, bottom: 5, left: 5, right: 5 }]);
    expect(editsOf('asText', ...states)).toEqual(['auto', [3, 5], { top: 3, bottom: 3, left: 5, right: 5 }]);
    expect(editsOf('approximate', ...states)).toEqual(['choice', [2, 5], { top: 2, bottom: 2, left: 5, right: 5 }]);
  });
});

describe('a table that does not begin in the first row', () => {
  const view = viewOf(SCHOOLS, { top: 40, left: 3 });
  test('knows what its rows are', () => {
    expect([43, 42, 45, 50].map((row) => cellPlace(view, row, 'plannedSeats').subject)).toEqual([
      '宜阳二中',
      '',
      '',
      '',
    ]);
    expect(sumOver(view, 43, 6)).toEqual([]);
    expect(sumOver(view, 42, 6)).toHaveLength(1);
    expect([42, 43, 48].map((row) => view.numbers('plannedClasses')?.value(row))).toEqual([90, 54, -36.5]);
    expect([43, 48].map((row) => view.sectionOf(row)?.stage)).toEqual(['S2', 'S3']);
  });
});
