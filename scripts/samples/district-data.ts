import { serialOfDay } from '../../src/workbook';

/** Made-up figures of one district (合成数据). Cells that the plan shows are the plan's; all others are invented for the sample. */
export interface DistrictSchool {
  readonly stage: string;
  readonly name: string;
  readonly classes: number;
  readonly seats: number;
  readonly land: number;
  readonly buildKind: string;
  readonly status: string;
  readonly started: number | null;
  readonly planned: number | null;
  readonly completed: number | null;
  readonly formed: number;
  readonly invested: number;
  readonly remark: string | null;
  readonly progress: string;
}

const day = serialOfDay;

export const DISTRICT = '袁州区';
export const PERIOD = '2023年6月';

export const DISTRICT_SCHOOLS: readonly DistrictSchool[] = [
  school('S1', '赣西中等职业技术学校', 56, 2800, 200, '新建', '装修施工', day(2022, 3, 15), day(2023, 12, 31), null, 0, 18600, '一期装修施工，二期主体封顶', '一期内外装修，二期主体已封顶。'),
  school('S2', '宜春市春华中学（暂名）', 36, 1800, 62.4, '新建', '在建', day(2022, 11, 8), day(2024, 8, 31), null, 0, 6200, null, '主体施工至三层。'),
  school('S2', '北湖学校（暂名）', 30, 1500, 48.5, '新建', '前期', null, day(2025, 8, 31), null, 0, 320, null, '完成选址和可研批复。'),
  school('S2', '暂名袁山学校（八中分校）', 40, 2000, 71.6, '新建', '未开工', null, day(2025, 8, 31), null, 0, 0, null, '正在办理用地手续。'),
  school('S3', '宜春市袁河小学', 36, 1620, 34.5, '新建', '在建', day(2022, 9, 20), day(2024, 8, 31), null, 0, 5100, null, '主体施工。'),
  school('S3', '北湖小学（暂名）', 24, 1080, 28.3, '新建', '前期', null, day(2025, 8, 31), null, 0, 150, null, '完成初步设计。'),
  school('S3', '江丰小学', 18, 810, 21.7, '新建', '主体封顶', day(2022, 6, 1), day(2023, 12, 31), null, 0, 4300, null, '主体封顶，开始砌体。'),
  school('S3', '宜春市第三小学', 24, 1080, 13.1, '改扩建', '已完工', day(2022, 4, 10), day(2023, 5, 31), day(2023, 5, 28), 1080, 3900, '改扩建', '通过竣工验收，秋季投用。'),
  school('S5', '袁州区下浦中心幼儿园', 15, 450, 9.6, '配建', '投入使用', day(2021, 10, 12), day(2022, 8, 31), day(2022, 8, 25), 450, 2100, '下浦小区配建', '已招生。'),
  school('S5', '袁州区中心幼儿园嘉豪分园', 12, 360, 6.8, '配建', '投入使用', day(2022, 1, 6), day(2022, 8, 31), day(2022, 8, 20), 360, 1650, '嘉豪花苑小区配建', '已招生。'),
  school('S5', '袁州区第二幼儿园（灵泉中心幼儿园）', 15, 450, 11.6, '新建', '装修施工', day(2022, 5, 18), day(2023, 8, 31), null, 0, 1880, null, '室内装修。'),
  school('S5', '袁州区化成街道中心幼儿园', 15, 450, 18.8, '新建', '在建', day(2023, 2, 20), day(2024, 8, 31), null, 0, 760, null, '基础完成。'),
];

function school(
  stage: string,
  name: string,
  classes: number,
  seats: number,
  land: number,
  buildKind: string,
  status: string,
  started: number | null,
  planned: number | null,
  completed: number | null,
  formed: number,
  invested: number,
  remark: string | null,
  progress: string,
): DistrictSchool {
  return { stage, name, classes, seats, land, buildKind, status, started, planned, completed, formed, invested, remark, progress };
}

/** 安排、已下达、已支出 of the ten funds (万元); the plan shows only the first and the sixth amount. */
export const DISTRICT_FUNDS: readonly (readonly [number, number, number])[] = [
  [400, 200, 150],
  [80, 60, 41.5],
  [60, 30, 22],
  [70, 40, 25],
  [50, 50, 36.8],
  [100, 80, 64],
  [60, 20, 12],
  [60, 30, 18.6],
  [50, 25, 10],
  [70, 35, 20],
];

/** What the district reports of the outcome targets; percentages. */
export const DISTRICT_INDICATORS: Readonly<Record<string, readonly [previous: number, actual: number]>> = {
  T01: [88.6, 90.4],
  T02: [95.8, 96.3],
  T03: [92.1, 93.5],
};
