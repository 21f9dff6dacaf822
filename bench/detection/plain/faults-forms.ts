import { yichunPlan } from '../../../src/plan';
import { shown, type Cell } from '../proof/book';
import { filled, inRow, isInPlan, pickCell, rewritten, SIZES, type, type Fault, type Scene } from './fault';
import { DATE } from './sheet';

const text = (cell: Cell | null): string => (cell ? String(shown(cell) ?? '') : '');

/** Rewrites the heads of columns. */
const head = (id: string, change: (value: string, cell: Cell) => string | null): Fault => ({
  id,
  seed(scene) {
    const fits = (cell: Cell): boolean =>
      cell.kind === 'header' && change(text(cell), cell) !== null && change(text(cell), cell) !== text(cell);
    const heads = scene.book.cells().filter(fits);
    const cell = heads.length > 0 ? scene.random.pick(heads) : null;
    return cell ? [type(cell, change(text(cell), cell))] : null;
  },
});

const heads: readonly Fault[] = [
  head('head-land-in-square-metres', (value, { field }) => (field === 'land' ? value.replace('亩', '㎡') : null)),
  head('head-seats-in-wan', (value, { field }) => (field === 'seats' ? value.replace('个', '万个') : null)),
  head('head-amount-in-yuan', (value, { field }) =>
    field === 'amount' || field === 'invest' ? value.replace('万元', '元') : null,
  ),
  head('head-classes-in-pupils', (value, { field }) =>
    field === 'classes' ? value.replace('（个）', '（人）').replace('（班）', '（人）') : null,
  ),
  head('head-emptied', (_, { field }) =>
    ['classes', 'seats', 'land', 'builder', 'name', 'amount', 'target'].includes(field) ? '' : null,
  ),
  ...(
    [
      ['seats', 'classes'],
      ['land', 'seats'],
      ['start', 'due'],
      ['amount', 'used'],
      ['target', 'now'],
    ] as const
  ).map(([a, b]): Fault => ({
    id: `heads-exchanged-${a}-${b}`,
    seed(scene) {
      const first = scene.book.cells().find((cell) => cell.kind === 'header' && cell.field === a);
      const second = scene.book
        .cells()
        .find((cell) => cell.kind === 'header' && cell.field === b && cell.page === first?.page);
      if (!first || !second) return null;
      const [x, y] = [text(first), text(second)];
      return [type(first, y), type(second, x)];
    },
  })),
  {
    id: 'head-twice',
    seed(scene) {
      const first = scene.book.cells().find((cell) => cell.kind === 'header' && cell.field === 'seats');
      const second = scene.book
        .cells()
        .find((cell) => cell.kind === 'header' && cell.field === 'land' && cell.page === first?.page);
      return first && second ? [type(second, text(first)), first] : null;
    },
  },
];

const lines: readonly Fault[] = [
  ...(['unitName', 'preparer', 'reviewer', 'reportDate', 'period'] as const).map((field): Fault => ({
    id: `cover-${field}-emptied`,
    seed(scene) {
      const cell = pickCell(scene, field, filled, 'line');
      const label = pickCell(scene, `${field}Label`, filled, 'line');
      return cell ? [type(cell, null), label] : null;
    },
  })),
  rewritten('cover-period-month-thirteen', 'period', (value) => value.replace(/年\d+月/u, '年13月'), 'line'),
  rewritten('cover-period-after-the-plan', 'period', (value) => value.replace(/^20(\d)(\d)/u, '20$2$1'), 'line'),
  inRow(
    'cover-date-before-period',
    'reportDate',
    filled,
    (cell, _, scene) => [type(cell, scene.figures.end - 70), pickCell(scene, 'period', filled, 'line')],
    'line',
  ),
  inRow(
    'cover-date-impossible',
    'reportDate',
    filled,
    (cell, _, { figures }) => [type(cell, `${figures.year}-02-31`)],
    'line',
  ),
  rewritten('cover-unit-unknown', 'unitName', (value) => (value === '袁州区' ? '高安市' : null), 'line'),
  rewritten(
    'sign-preparer-emptied',
    'sign',
    (value) => value.replace(/填报人：\p{Script=Han}{2,3}/u, '填报人：'),
    'line',
  ),
  rewritten(
    'sign-reviewer-emptied',
    'sign',
    (value) => value.replace(/审核人：\p{Script=Han}{2,3}/u, '审核人：'),
    'line',
  ),
  rewritten('sign-unit-emptied', 'sign', (value) => value.replace(/填报单位：[^\u3000]+/u, '填报单位：'), 'line'),
  rewritten('sign-date-emptied', 'sign', (value) => value.replace(/填报日期：.*$/u, '填报日期：'), 'line'),
  rewritten('sign-date-impossible', 'sign', (value) => value.replace(/月28日$/u, '月32日'), 'line'),
  rewritten(
    'title-of-another-month',
    'title',
    (value) =>
      value.replace(
        /^(\d{4}年)(\d+)月/u,
        (_, year: string, month: string) => `${year}${String((Number(month) % 12) + 1)}月`,
      ),
    'line',
  ),
  rewritten(
    'title-cut-off-in-another-year',
    'title',
    (value) => value.replace(/截至(\d{4})年/u, (_, year: string) => `截至${String(Number(year) - 1)}年`),
    'line',
  ),
  rewritten('unit-line-in-yuan', 'unitLine', () => '单位：元', 'line'),
  rewritten('title-left-a-placeholder', 'title', (value) => value.replace(/^.{2}/u, '{{unit}}'), 'line'),
];

const headings: readonly Fault[] = [
  rewritten('heading-number-repeated', 'heading', (value) => value.replace(/^[二三五]、/u, '一、'), 'heading'),
  rewritten(
    'heading-of-another-stage',
    'heading',
    (value) => (value.includes('小学') ? value.replace('小学', '初中') : null),
    'heading',
  ),
  rewritten(
    'heading-lookalike',
    'heading',
    (value) => value.replace('幼儿园', '幼几园').replace('小学', '小字').replace('初中', '初申'),
    'heading',
  ),
  inRow('heading-emptied', 'heading', filled, (cell) => [type(cell, null), cell.page.at(cell.row + 1, 1)], 'heading'),
];

/** Values that are there and cannot be seen, or seem to be there and are not. */
const hidden: readonly Fault[] = [
  {
    id: 'row-hidden',
    seed(scene) {
      const cell = pickCell(scene, 'name');
      if (!cell) return null;
      scene.book.hiddenRows.set(cell.page, new Set([cell.row]));
      return cell.page.inRow(cell.row);
    },
  },
  {
    id: 'column-hidden',
    seed(scene) {
      const cell = pickCell(scene, [...SIZES, 'invest', 'prior', 'used', 'now']);
      if (!cell || cell.page.name === '指标') return null;
      cell.page.hiddenColumns.add(cell.column);
      return cell.page.cells.filter((one) => one.column === cell.column);
    },
  },
  {
    id: 'builders-merged-down',
    seed(scene) {
      const cell = pickCell(scene, 'builder', (one) => one.page.at(one.row + 2, one.column)?.kind === 'item');
      if (!cell) return null;
      const rest = [cell.page.at(cell.row + 1, cell.column), cell.page.at(cell.row + 2, cell.column)];
      for (const one of rest) if (one) type(one, null);
      cell.page.merge(cell.row, cell.column, cell.row + 2, cell.column);
      return [cell, ...rest];
    },
  },
  {
    id: 'figures-hidden-in-merge',
    seed(scene) {
      const cell = pickCell(scene, SIZES, (one) => one.page.at(one.row + 1, one.column)?.kind === 'item');
      const below = cell?.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      cell.page.merge(cell.row, cell.column, cell.row + 1, cell.column);
      return [cell, below];
    },
  },
  {
    id: 'figures-merged-and-lost',
    seed(scene) {
      const cell = pickCell(scene, SIZES, (one) => {
        const below = one.page.at(one.row + 1, one.column);
        return below?.kind === 'item' && isInPlan(below);
      }); // prettier-ignore
      const below = cell?.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      type(below, null);
      cell.page.merge(cell.row, cell.column, cell.row + 1, cell.column);
      return [cell, below];
    },
  },
  {
    id: 'number-shown-as-date',
    seed(scene) {
      const cell = pickCell(
        scene,
        ['seats', 'invest', 'prior'],
        (one) => typeof shown(one) === 'number' && Number(shown(one)) > 0,
      );
      if (!cell) return null;
      cell.format = DATE;
      return [cell];
    },
  },
];

/** Serial numbers, and rows too many, too few or elsewhere. */
const rows: readonly Fault[] = [
  inRow(
    'serial-skips',
    'seq',
    (cell) => cell.page.at(cell.row - 1, cell.column)?.field === 'seq',
    (cell) => [type(cell, Number(shown(cell)) + 1), cell.page.at(cell.row + 1, cell.column)],
  ),
  inRow(
    'serial-repeats',
    'seq',
    (cell) => cell.page.at(cell.row - 1, cell.column)?.kind === 'item',
    (cell) => [type(cell, Number(shown(cell)) - 1), cell.page.at(cell.row - 1, cell.column)],
  ),
  {
    id: 'school-left-out',
    seed(scene) {
      const inPlan = (one: Cell): boolean => yichunPlan.schools.find(({ id }) => id === one.id)?.builder.value != null;
      const cell = pickCell(
        scene,
        'name',
        (one) => inPlan(one) && one.page.at(one.row + 1, one.column)?.kind === 'item',
      );
      return cell ? remove(scene, cell) : null;
    },
  },
  {
    id: 'fund-left-out',
    seed(scene) {
      const cell = pickCell(scene, 'fund', (one) => one.page.at(one.row + 1, one.column)?.field === 'fund');
      return cell ? remove(scene, cell) : null;
    },
  },
  {
    id: 'measure-left-out',
    seed(scene) {
      const cell = pickCell(
        scene,
        'measure',
        (one) =>
          scene.book.beside(one, 'chapter') === null && one.page.at(one.row + 1, one.column)?.field === 'measure',
      );
      return cell ? remove(scene, cell) : null;
    },
  },
  ...(['name', 'fund', 'measure'] as const).map((field): Fault => ({
    id: `${field}-row-twice`,
    seed(scene) {
      const cell = pickCell(
        scene,
        field,
        (one) =>
          one.page.at(one.row + 1, one.column)?.field === field &&
          scene.book.beside(one, 'chapter') === null &&
          !one.page.inRow(one.row + 1).some((next) => next.field === 'chapter'),
      );
      return cell ? double(cell) : null;
    },
  })),
  {
    id: 'row-twice-under-other-spelling',
    seed(scene) {
      const cell = pickCell(
        scene,
        'name',
        (one) => /第[二三]小学|中心幼儿园/u.test(text(one)) && one.page.at(one.row + 1, one.column)?.field === 'name',
      );
      if (!cell) return null;
      const places = double(cell);
      const copy = cell.page.at(cell.row + 1, cell.column);
      if (copy)
        type(
          copy,
          text(copy)
            .replace('宜春市第二小学', '宜春市二小')
            .replace('宜春市第三小学', '宜春市三小')
            .replace('中心幼儿园', '中心幼稚园'),
        );
      return places;
    },
  },
];

/** What could be mended where a row is gone: the rows beside it, and the sums of what is left. */
function remove(scene: Scene, cell: Cell): readonly (Cell | null)[] {
  const { page, row } = cell;
  const sums = new Set<Cell>(page.inRow(row));
  const gone = new Set(sums);
  // Sums over the row, and sums over those.
  for (let turn = 0; turn < 3; turn++) {
    for (const one of scene.book.cells())
      if (one.calc?.op === 'sum' && one.calc.of.some((part) => sums.has(part))) sums.add(one);
  }
  const counts = [...sums].flatMap((one) => one.page.inRow(one.row).filter(({ field }) => field === 'count'));
  page.deleteRow(row, scene.book);
  const near = [row - 1, row].flatMap((at) => page.inRow(at));
  const titles = page.cells.filter(
    (one) => (one.kind === 'header' && one.field === cell.field) || one.kind === 'heading' || one.field === 'title',
  );
  return [...near, ...[...sums].filter((one) => !gone.has(one)), ...titles, ...counts];
}

/** The row once more below itself, outside the sums. */
function double(cell: Cell): readonly Cell[] {
  const { page, row } = cell;
  const old = page.inRow(row);
  page.insertRow(row + 1);
  const copies = old.map((one) => {
    const copy = page.put(row + 1, one.column, shown(one), one.field, one.kind, one.id);
    copy.format = one.format;
    return copy;
  });
  return [...old, ...copies, ...page.inRow(row + 2).filter(({ field }) => field === 'seq')];
}

export const FORM_FAULTS: readonly Fault[] = [...heads, ...lines, ...headings, ...hidden, ...rows];
