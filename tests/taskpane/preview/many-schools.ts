import { sheetFromGrid, workbookOf, type WorkbookSnapshot } from '../../../src/workbook';

/** A made-up school table (合成数据) of so many rows, every hundredth number stored as text. */
export function manySchools(rows: number): WorkbookSnapshot {
  const schools = Array.from({ length: rows }, (_, index) => [
    index + 1,
    `甲区第${index + 1}小学`,
    24,
    index % 100 === 7 ? '1080' : 1080,
    30,
    '袁州区',
    null,
  ]);
  return workbookOf([
    sheetFromGrid('附件2', [
      ['学校建设表（合成数据）'],
      ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'],
      ['三、小学'],
      ['小计：', null, 24 * rows, 1080 * rows, 30 * rows],
      ...schools,
    ]),
  ]);
}
