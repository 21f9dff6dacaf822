import { consolidate, extractSubmission, readStoredState, storedText } from '../../src/consolidate';
import { auditWorkbook } from '../../src/audit';
import { restoreRows, storeRows } from '../../src/consolidate/stored-rows';
import { recognizeWorkbook } from '../../src/recognize';
import {
  generatedPart,
  PARTS,
  sheetFromGrid,
  workbookOf,
  type CellValue,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { HEADER, plan, submission } from './made-up';

const extract = (snapshot: WorkbookSnapshot, fileName = '袁州区.xlsx') => {
  const recognition = recognizeWorkbook(snapshot, plan, { fileName });
  const named = { fileName, receivedOn: '2023-07-01', fingerprint: 'f' };
  return extractSubmission(recognition, snapshot, auditWorkbook(snapshot, plan, { recognition }), plan, named);
};
const table = (...rows: CellValue[][]) => [['填报单位：袁州区教体局'], HEADER, ...rows];

describe('what is taken from a workbook', () => {
  it('is the unit, the period, who filled it in, the verdict and every filled cell with its place', () => {
    const taken = extract(
      workbookOf([
        sheetFromGrid('附件2', [
          ['学校建设项目表（2023年6月）'],
          ...table(['一、小学'], [1, '数圆小学', '２４', '1,080个', 20.5, '袁州区政府', null]),
          ['填报人：张三    联系电话：0795-0000000    填报日期：2023年6月30日'],
        ]),
      ]),
    );
    expect(taken).toMatchObject({
      unit: '袁州区', period: '2023年6月', reportedOn: '2023-06-30', contact: '张三', phone: '0795-0000000', isZeroReport: false,
    }); // prettier-ignore
    expect(taken.rows).toHaveLength(1);
    expect(taken.rows[0]).toMatchObject({ kind: 'schools', name: '数圆小学', item: 'S3.3', sheet: '附件2', row: 4 });
    expect(taken.rows[0]?.figures).toEqual({
      plannedClasses: { value: 24, at: 'C5' },
      plannedSeats: { value: 1080, at: 'D5' },
      plannedLand: { value: 20.5, at: 'E5' },
      builder: { value: '袁州区', at: 'F5' },
    });
    expect(taken.counts.warning + taken.counts.error).toBeGreaterThan(0);
    expect(taken.findings.every(({ advice }) => advice !== '')).toBe(true);
  });

  it('is the same from a table with one school per column, with its cells where they stand', () => {
    const taken = extract(
      workbookOf([
        sheetFromGrid('附件2', [
          ['填报单位：袁州区教体局'],
          ['学校名称', '数圆小学', '滨江新学校（合成）'],
          ['规划班数', 24, 12],
          ['规划学位', 1080, 540],
          ['建设主体', '袁州区', '袁州区'],
        ]),
      ]),
    );
    expect(taken).toMatchObject({ unit: '袁州区', tables: [{ kind: 'schools', range: 'A2:C5', rows: 2 }] });
    expect(taken.rows).toMatchObject([
      { name: '数圆小学', item: 'S3.3', row: 1, fillsColumn: true },
      { name: '滨江新学校（合成）', item: null, row: 2, fillsColumn: true },
    ]);
    expect(taken.rows[0]?.figures).toEqual({
      plannedClasses: { value: 24, at: 'B3' },
      plannedSeats: { value: 1080, at: 'B4' },
      builder: { value: '袁州区', at: 'B5' },
    });
    expect(restoreRows(JSON.parse(JSON.stringify(storeRows(taken.rows))))).toEqual(taken.rows);
  });

  it('never includes sheets that this program generated', () => {
    const grid = table([1, '数圆小学', 24, 1080, 20.5, '袁州区', null]);
    const sheets = [sheetFromGrid('附件2', grid), sheetFromGrid('项目进度台账', grid)];
    const taken = extract(workbookOf(sheets, { [PARTS.generated]: generatedPart(['项目进度台账']) }));
    expect(taken.rows.map(({ sheet }) => sheet)).toEqual(['附件2']);
  });

  it('follows names that the unit confirmed', () => {
    const grid = table([1, '某某国际小学', 24, 1080, 20.5, '袁州区', null]);
    const aliases = JSON.stringify({ version: 1, schools: { 某某国际小学: 'S3.3' } });
    const taken = extract(workbookOf([sheetFromGrid('附件2', grid)], { [PARTS.aliases]: aliases }));
    expect(taken.rows.map(({ item }) => item)).toEqual(['S3.3']);
  });

  it('stays small for a long foreign table, and loses none of its sums', () => {
    const rows = Array.from({ length: 700 }, (_, i): CellValue[] => [
      i + 1,
      `合成第${i}号学校`,
      1,
      10,
      0.5,
      '袁州区',
      null,
    ]);
    const taken = submission({ unit: '袁州区', rows: [[0, '数圆小学', 24, 1080, 20, '袁州区', null], ...rows] });
    expect([taken.rows.length, taken.moreRows, taken.moreSums.plannedSeats]).toEqual([501, 200, 2000]);
    const outcome = consolidate([taken], plan);
    expect(outcome.moreUnmatched).toEqual([{ file: '袁州区.xlsx', unit: '袁州区', count: 200 }]);
    const difference = outcome.findings.find(({ rule }) => rule === 'X05');
    expect(difference?.text).toContain('规划学位合计1080，各单位所报之和8080');
  });
});

describe('the state', () => {
  it('is the same after it was kept and read', () => {
    const header = ['序号', '学校名称', '规划班数', '规划学位', '规划用地', '建设主体', '开工日期', '项目状态'];
    const files = [
      submission({
        unit: '袁州区',
        header,
        rows: [
          [1, '数圆小学', '约24', 1080, 20.5, '袁州区', '2023.3', '在建'],
          [2, '无名', 1, 2, 3, null, null, null],
        ],
      }),
      { status: 'failed', fileName: 'x', receivedOn: '', code: 'text', message: '文本。' } as const,
    ];
    const { state } = consolidate(files, plan);
    expect(readStoredState({ [PARTS.consolidation]: storedText(state) })).toEqual({ ok: true, state });
  });
});
