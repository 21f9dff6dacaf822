import type { SheetSpec } from '../../src/workbook';
import { SheetMaker, sumOf } from './sheet-maker';

/** A long made-up ledger, for trying speed and scrolling: `count` projects of invented names. */
export function largeSheets(count: number): readonly SheetSpec[] {
  const sheet = new SheetMaker('项目表', [8, 30, 12, 12, 12, 12, 14, 24]);
  sheet.wide('title', `学校建设项目表（合成数据，${count} 个项目，校名均为虚构）`);
  sheet.heading([
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '项目状态', '备注'],
  ]);
  const first = sheet.row;
  const builders = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];
  const classes = Array.from({ length: count }, (_, i) => 12 + (i % 7) * 6);
  for (let i = 0; i < count; i++) {
    const own = classes[i] ?? 12;
    sheet.add('body', [
      i + 1,
      `合成第${i + 1}号小学`,
      own,
      own * 45,
      10 + (i % 40),
      builders[i % 5] ?? '',
      i % 3 === 0 ? '未开工' : '在建',
      null,
    ]);
  }
  const last = sheet.row - 1;
  sheet.add('total', [
    '合  计', null, sumOf(2, first, last, classes), sumOf(3, first, last, classes.map((own) => own * 45)),
    sumOf(4, first, last, classes.map((_, i) => 10 + (i % 40))), null, null, null,
  ]); // prettier-ignore
  return [sheet.finish()];
}
