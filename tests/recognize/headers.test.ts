import { matchHeader, parseHeader } from '../../src/recognize/header-words';
import type { FieldId, TableKind } from '../../src/recognize';

/** Headers as offices put them together from known parts; `null` where no known column is meant. */
const HEADERS: Readonly<Partial<Record<TableKind, Readonly<Record<string, FieldId | null>>>>> = {
  schools: {
    '计划提供学位（个）': 'plannedSeats',
    可新增学位数: 'plannedSeats',
    '规划学位总数（个）': 'plannedSeats',
    拟建学位: 'plannedSeats',
    '计划招生规模（人）': 'plannedSeats',
    在校生数: null,
    现有学位: 'originalSeats',
    学生人数: null,
    规划教学班个数: 'plannedClasses',
    拟建班级数: 'plannedClasses',
    现有班数: null,
    班主任: null,
    '项目占地面积（亩）': 'plannedLand',
    计划用地规模: 'plannedLand',
    已供用地: 'suppliedLand',
    未供土地面积: null,
    '总建筑面积（平方米）': 'floorArea',
    校舍建筑总面积: 'floorArea',
    拟竣工时间: 'plannedCompletion',
    预计建成投用时间: 'plannedCompletion',
    合同竣工日期: 'plannedCompletion',
    计划开工时间: null,
    项目开工时间: 'startedOn',
    项目竣工验收时间: 'completedOn',
    截至目前已建成学位: 'formedSeats',
    累计交付使用学位数: 'formedSeats',
    计划完成投资: null,
    '至本月底累计完成投资（万元）': 'invested',
    开工以来累计完成投资: 'invested',
    截至6月底累计完成投资: 'invested',
    截至上月累计完成投资: 'investedBefore',
    上季度末累计完成: 'investedBefore',
    截止上月底累计完成投资额: 'investedBefore',
    上月完成投资: null,
    本月实际完成投资: 'investedThisPeriod',
    '本季度完成投资（万元）': 'investedThisPeriod',
    当月完成: 'investedThisPeriod',
    项目概算总投资: 'plannedInvestment',
    '批复总投资（万元）': 'plannedInvestment',
    '完成投资比例（%）': 'rate',
    投资完成占比: 'rate',
    目前建设进度: 'status',
    工程形象进度: 'status',
    '学校数（所）': null,
    学校个数: null,
    项目数量: null,
    项目责任单位: 'builder',
    责任人: null,
    联系电话: null,
    配套幼儿园名称: 'schoolName',
  },
  funds: {
    '资金到位（万元）': 'allocated',
    累计拨付资金: 'allocated',
    已使用资金: 'spent',
    资金支出情况: 'spent',
    预算执行比例: 'rate',
  },
  indicators: {
    到2025年规划目标值: 'target',
    截至目前完成情况数: 'actual',
    较2025年目标差距: 'gap',
  },
};

const CASES = Object.entries(HEADERS).flatMap(([kind, headers]) =>
  Object.entries(headers).map(([header, field]) => [kind as TableKind, header, field] as const),
);

test.each(CASES)('%s: “%s” → %s', (kind, header, field) => {
  expect(matchHeader(kind, parseHeader(header))[0]?.field ?? null).toBe(field);
});
