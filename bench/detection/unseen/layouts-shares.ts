import { yichunPlan } from '../../../src/plan';
import type { Random } from '../random';
import { calculated, type Cell, type Page } from './draft';
import { drawFoot, drawHead, type Frame } from './frame';
import type { Layout } from './layout';
import { drawActuals } from './other-tables';

/** Rates as fractions under a percent format; below them the new seats, stages from left to right. */
const sharesAndSeats: Layout = {
  name: '发展规划科-百分比格式与学位横表',
  draw(draft, figures, random) {
    const page = draft.page('主要指标');
    page.takesRows = false;
    const frame: Frame = { title: '中心城区教育主要指标完成情况', unit: '宜春市教育体育局', width: 7, habit: 'apart' };
    const top = drawHead(page, figures, frame) + 1;
    const actuals = drawActuals(random);
    const bottom = drawShares(page, top, actuals, random);
    page.put(bottom + 1, 0, '新增学位情况（单位：万个）');
    drawSeats(page, bottom + 2, actuals);
    drawFoot(page, figures, frame, bottom + 8);
  },
};

function drawShares(page: Page, top: number, actuals: ReadonlyMap<string, number>, random: Random): number {
  const heads = ['监测指标', random.pick(['目标值', '2025年目标']), random.pick(['现状值', '目前完成']), '差距'];
  const fields = ['indicator', 'target', 'actual', 'gap'];
  heads.forEach((head, c) =>
    page.put(top, c, head, { table: 'shares', field: fields[c] ?? '', key: 'header', role: 'header' }),
  );
  const rows = yichunPlan.indicators.slice(0, 3);
  rows.forEach(({ id, name, target }, r) => {
    const put = (column: number, value: string | number | null): Cell =>
      page.put(
        top + 1 + r,
        column,
        value,
        { table: 'shares', field: fields[column] ?? '', key: id, role: 'entry' },
        column > 0 ? '0.0%' : null,
      );
    put(0, name);
    const aim = put(1, (target ?? 0) / 100);
    const actual = put(2, Math.round((actuals.get(id) ?? 0) * 10) / 1000);
    put(3, null).calculate(
      () => `=${aim.name}-${actual.name}`,
      () => calculated(aim, actual, (a, b) => Math.round((a - b) * 1e6) / 1e6),
    );
  });
  return top + 1 + rows.length;
}

/** The parts of the targets do not add up to the whole in the plan itself, so the whole is typed. */
function drawSeats(page: Page, top: number, actuals: ReadonlyMap<string, number>): void {
  const ids = ['T15', 'T16', 'T17', 'T18', 'T19', 'T14'];
  ['学段', '中职', '普通高中', '初中', '小学', '幼儿园', '合计'].forEach((word, c) => page.put(top, c, word));
  ['目标', '已完成', '完成率（%）'].forEach((word, r) => page.put(top + 1 + r, 0, word));
  const done: Cell[] = [];
  ids.forEach((id, c) => {
    const mark = (field: string) => ({ table: 'seats', field, key: id, role: 'entry' as const });
    const target = yichunPlan.indicators.find((indicator) => indicator.id === id)?.target ?? 0;
    const aim = page.put(top + 1, 1 + c, target, mark('target'));
    const actual = page.put(top + 2, 1 + c, actuals.get(id) ?? 0, mark('actual'));
    const [first, last] = [done[0], done.at(-1)];
    if (id === 'T14' && first && last) actual.formula = { kind: 'sum', first, last, extra: 0 };
    done.push(actual);
    page.put(top + 3, 1 + c, null, mark('quota')).calculate(
      () => `=ROUND(${actual.name}/${aim.name}*100,1)`,
      () => calculated(actual, aim, (a, b) => (b === 0 ? null : Math.round((a / b) * 1000) / 10)),
    );
  });
}

export const SHARES: readonly Layout[] = [sharesAndSeats];
