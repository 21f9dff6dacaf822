import type { Plan } from '../../src/plan';
import type { SheetSpec } from '../../src/workbook';
import { DISTRICT_SCHOOLS, type DistrictSchool } from './district-data';
import { SheetMaker, sumOf, type SampleCell } from './sheet-maker';

/**
 * The same made-up schools in a form that a clerk might have drawn: everything on one sheet, offset by a row and a
 * column, a merged 学段 column, two header lines, land in ㎡, subtotals below, other words, other order.
 */
export function otherLayoutSheets(plan: Plan): readonly SheetSpec[] {
  const sheet = new SheetMaker('6月进度', [2, 14, 12, 30, 12, 12, 14, 12, 14, 14, 30], 1, 1);
  sheet.wide('title', '袁州区学校项目推进情况一览表（合成数据）');
  sheet.line('unitLine', { 1: '填报单位（盖章）：袁州区教体局', 9: '2023年第二季度' });
  sheet.heading(
    [
      ['责任单位', '学段', '项目名称', '建设规模', null, null, '工程进度', null, '累计完成投资', '备注'],
      [null, null, null, '班级数', '学位数', '占地面积', '形象进度', '开工时间', null, null],
      [null, null, null, '（个）', '（人）', '（㎡）', null, null, '（万元）', null],
    ],
    [
      ...[0, 1, 2, 9].map((column) => ({ top: 0, left: column, bottom: 2, right: column })),
      { top: 0, left: 3, bottom: 0, right: 5 },
      { top: 0, left: 6, bottom: 0, right: 7 },
      { top: 1, left: 6, bottom: 2, right: 6 },
      { top: 1, left: 7, bottom: 2, right: 7 },
      { top: 0, left: 8, bottom: 1, right: 8 },
    ],
  );
  const subtotals: number[] = [];
  for (const stage of plan.stages) {
    const own = DISTRICT_SCHOOLS.filter((school) => school.stage === stage.id);
    if (own.length === 0) continue;
    const first = sheet.row;
    own.forEach(
      (school, index) =>
      sheet.add('body', [
        '袁州区', index === 0 ? stage.name : null, school.name, school.classes, school.seats, squareMetres(school),
        school.status, school.started === null ? null : { day: school.started }, school.invested, school.remark,
      ]), // prettier-ignore
    );
    const last = sheet.row - 1;
    const sum = (column: number, of: (school: DistrictSchool) => number): SampleCell =>
      sumOf(column, first, last, own.map(of));
    subtotals.push(
      sheet.add('subtotal', [
        null, null, '小  计', sum(4, (one) => one.classes), sum(5, (one) => one.seats), sum(6, squareMetres),
        null, null, sum(9, (one) => one.invested), null,
      ]), // prettier-ignore
    );
    sheet.merge(first, 2, last + 1, 2);
  }
  const total = (column: string, of: (school: DistrictSchool) => number): SampleCell => ({
    formula: `=SUM(${subtotals.map((row) => `${column}${row + 1}`).join(',')})`,
    value: Math.round(DISTRICT_SCHOOLS.reduce((all, school) => all + of(school), 0) * 1e6) / 1e6,
  });
  sheet.add('total', [
    null, null, '总计', total('E', (one) => one.classes), total('F', (one) => one.seats), total('G', squareMetres),
    null, null, total('J', (one) => one.invested), null,
  ]); // prettier-ignore
  sheet.line('note', { 1: '说明：合成数据，仅供试用；占地面积由亩折算，1亩按2000/3平方米计。' });
  sheet.line('signature', { 1: '制表人：王某某', 5: '负责人：赵某某' });
  return [sheet.finish()];
}

/** 亩 → ㎡; the plan's figure is met again within its printed digits. */
function squareMetres(school: DistrictSchool): number {
  return Math.round((school.land * 2000) / 3);
}
