import { yichunPlan as plan } from '../../../src/plan';
import type { PlanIndicator } from '../../../src/plan';
import { round, setSum, type Book, type Page } from './book';
import { dateText, serial, type Figures, type School } from './figures';
import { drawLine, drawMeta, drawTable } from './grid';
import { differenceOf, quotientOf } from './school-columns';

/** What was reached of each target: last year and this year; construction figures count what stands. */
function reached(figures: Figures): ReadonlyMap<string, readonly [number | string | null, number | string | null]> {
  const over = figures.schools.filter((school) => school.finished !== null);
  const values = new Map<string, readonly [number | string | null, number | string | null]>([
    ['T01', [90.6, 91.8]],
    ['T02', [96.1, 96.4]],
    ['T03', [92.9, 93.7]],
    ['T04', ['大体相当', '大体相当']],
    ['T05', ['部分达标', '部分达标']],
    ['T20', [1.2, 1.65]],
    ['T21', [1, 2]],
  ]);
  const last = (school: School): boolean => (school.finished ?? 0) < serial(figures.year, 1, 1);
  for (const indicator of plan.indicators) {
    const { measures } = indicator;
    if (!measures || values.has(indicator.id)) continue;
    const own = over.filter(
      (school) =>
        (measures.stage === null || school.stage.id === measures.stage) &&
        (measures.kind === null || school.plan.kind === measures.kind),
    );
    const of = (some: readonly School[]): number =>
      measures.what === 'schools'
        ? some.length
        : round(some.reduce((sum, school) => sum + school.seats, 0) / 10_000, 4);
    values.set(indicator.id, [of(own.filter(last)), of(own)]);
  }
  return values;
}

const UNITS = new Set(['%', '所', '万个', '个']);

/** Targets with last year's and this year's value, rate, gap and whether reached: one plain table. */
export function drawTargets(book: Book, figures: Figures): void {
  const page = book.page('目标完成情况');
  const values = reached(figures);
  drawLine(page, 0, '宜春中心城区教育提升专项行动目标完成情况表', 'title', 10);
  drawLine(page, 1, `（${figures.year}年${figures.month}月）`, 'period', 10);
  drawMeta(page, 2, [
    [0, '填报单位', 'unit', '市教体局'],
    [6, '填报日期', 'date', dateText(figures.today, true)],
  ]);
  const end = drawTable<PlanIndicator>(page, {
    table: 'targets',
    top: 3,
    columns: [
      { field: 'seq', heads: ['序号', ''], value: (one) => plan.indicators.indexOf(one) + 1 },
      { field: 'name', heads: ['指标名称', ''], value: (one) => one.name },
      { field: 'unit', heads: ['计量单位', ''], value: (one) => (UNITS.has(one.unit) ? one.unit : '—') },
      { field: 'target', heads: ['2025年目标', ''], value: (one) => one.target ?? one.targetText },
      { field: 'last', heads: ['完成情况', '截至上年底累计'], value: (one) => values.get(one.id)?.[0] ?? null },
      { field: 'now', heads: ['完成情况', '截至本期累计'], value: (one) => values.get(one.id)?.[1] ?? null },
      {
        field: 'rate',
        heads: ['完成率（%）', ''],
        format: '0.0',
        formula: (cell, row) => {
          if (row.get('target')?.number()) quotientOf(cell, row.get('now'), row.get('target'), 100, false);
        },
      },
      {
        field: 'gap',
        heads: ['与目标差距', ''],
        formula: (cell, row) => {
          if (row.get('target')?.number()) differenceOf(cell, row.get('target'), row.get('now'), true);
        },
      },
      {
        field: 'met',
        heads: ['是否达到', ''],
        value: (one) => metWord(one, values.get(one.id)?.[1] ?? null),
      },
      { field: 'note', heads: ['备注', ''] },
    ],
    groups: [{ key: 'all', label: '', records: plan.indicators }],
    keyOf: (one) => one.id,
    groupsAs: 'none',
    style: 'typed',
    labelField: 'name',
  });
  drawMeta(page, end, [
    [0, '填报人', 'person', figures.person],
    [3, '审核人', 'reviewer', figures.reviewer],
    [6, '联系电话', 'phone', figures.phone],
  ]);
}

function metWord(one: PlanIndicator, now: number | string | null): string {
  if (one.target === null) return one.targetText === now ? '是' : '否';
  return typeof now === 'number' && now >= one.target ? '是' : '否';
}

/** An indicator table of another shape: units in the group lines, percent as shares, stages under their total. */
export function drawYearTargets(page: Page, figures: Figures): void {
  const values = reached(figures);
  const of = (id: string): PlanIndicator => plan.indicators.find((one) => one.id === id) as PlanIndicator;
  const word = (one: PlanIndicator): string =>
    one.id === 'T06' || one.id === 'T14' ? '合计' : one.name.includes('-') ? one.name.replace(/^.*-/u, '其中：') : one.name; // prettier-ignore
  drawLine(page, 0, '专项行动主要指标对比表', 'title', 5);
  drawMeta(page, 1, [
    [0, '填报单位：', 'unit', '市教体局'],
    [3, '报告期：', 'period', `${figures.year}年${figures.month}月`],
  ], true); // prettier-ignore
  let row = 2;
  ['指标', '目标值（2025年）', `截至${figures.year - 1}年底`, `截至${figures.year}年本期`, '比上年增加'].forEach((text, c) =>
    page.put(row, c, text, { table: 'targets', row: 'head', field: ['name', 'target', 'last', 'now', 'growth'][c] ?? '', part: 'head' }),
  ); // prettier-ignore
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    ['一、普及水平', ['T01', 'T02', 'T03']],
    ['二、新增学校（所）', ['T06', 'T07', 'T08', 'T09', 'T10', 'T11', 'T12', 'T13']],
    ['三、新增学位（万个）', ['T14', 'T15', 'T16', 'T17', 'T18', 'T19']],
  ];
  for (const [label, ids] of blocks) {
    page.put(++row, 0, label, { table: 'targets', row: label, field: 'group', part: 'group' });
    page.merge(row, 0, row, 4);
    const lines = ids.map(of).map((one) => {
      const times = one.unit === '%' ? 100 : 1;
      const format = one.unit === '%' ? '0.0%' : undefined;
      const mark = { table: 'targets', row: one.id, part: 'body' } as const;
      const shown = (value: number | string | null | undefined): number | null =>
        typeof value === 'number' ? round(value / times, 4) : null;
      page.put(++row, 0, word(one), { ...mark, field: 'name' });
      const target = page.put(row, 1, shown(one.target), { ...mark, field: 'target' }, format);
      const last = page.put(row, 2, shown(values.get(one.id)?.[0]), { ...mark, field: 'last' }, format);
      const now = page.put(row, 3, shown(values.get(one.id)?.[1]), { ...mark, field: 'now' }, format);
      differenceOf(page.put(row, 4, null, { ...mark, field: 'growth' }, format), now, last, false);
      return { target, last, now };
    });
    const [all, ...parts] = lines;
    if (label.startsWith('二') && all) setSum(all.now, parts.map(({ now }) => now), 'range'); // prettier-ignore
    if (label.startsWith('二') && all) setSum(all.last, parts.map(({ last }) => last), 'range'); // prettier-ignore
  }
  drawMeta(page, row + 2, [
    [0, '填报人：', 'person', figures.person],
    [3, '审核人：', 'reviewer', figures.reviewer],
  ], true); // prettier-ignore
  page.put(row + 3, 0, '填报日期：');
  page.put(row + 3, 1, figures.today, { table: 'meta', row: page.name, field: 'date', part: 'line' }, 'yyyy/m/d');
}
