import type { Cell } from './book';
import { pickCell, rewritten, type, type Fault } from './fault';

const DISTRICTS = ['袁州区', '宜阳新区', '经开区', '明月山区'];

/** Empties what stands after the label, or the cell where the label has a cell of its own. */
function emptied(id: string, field: string): Fault {
  return {
    id,
    seed(scene) {
      const cell = pickCell(scene, field, () => true, 'line');
      if (!cell) return null;
      const label = /^[^：]+：/u.exec(String(cell.value))?.[0];
      return [type(cell, label ?? null), ...labelOf(cell)];
    },
  };
}

function labelOf(cell: Cell): Cell[] {
  const label = String(cell.value ?? '').includes('：') ? null : cell.page.at(cell.row, cell.column - 1);
  return label ? [label] : [];
}

/** What stands above and below the tables. */
export const LINE_FAULTS: readonly Fault[] = [
  emptied('unit-line-empty', 'unit'),
  emptied('period-line-empty', 'period'),
  emptied('preparer-empty', 'preparer'),
  emptied('reviewer-empty', 'reviewer'),
  emptied('report-date-empty', 'date'),
  rewritten('phone-one-digit-short', 'phone', (text) => (/13\d{9}$/u.test(text) ? text.slice(0, -1) : text), 'line'),
  rewritten('phone-one-digit-long', 'phone', (text) => (/13\d{9}$/u.test(text) ? `${text}6` : text), 'line'),
  rewritten('report-date-impossible', 'date', (text) => text.replace(/7月\d日/u, '6月31日'), 'line'),
  rewritten('report-date-without-day', 'date', (text) => text.replace(/\d+年\d+月\d+日/u, '2023年 月 日'), 'line'),
  rewritten('period-month-impossible', 'period', (text) => text.replace('6月', '16月'), 'line'),
  {
    id: 'report-date-before-period',
    seed(scene) {
      const cell = pickCell(scene, 'date', () => true, 'line');
      if (!cell) return null;
      type(cell, String(cell.value).replace('2023年7月', `2022年${scene.random.whole(3, 9)}月`));
      const around = [...scene.book.find('period', 'line'), ...scene.book.find('title', 'line')];
      return [cell, ...around.filter(({ value }) => String(value).includes('2023年6月'))];
    },
  },
  {
    id: 'unit-of-another-district',
    seed(scene) {
      const builders = scene.book.find('builder');
      const cell = pickCell(
        scene,
        'unit',
        ({ value }) => builders.length > 0 && DISTRICTS.some((name) => String(value).includes(name)),
        'line',
      );
      if (!cell) return null;
      const own = DISTRICTS.find((name) => String(cell.value).includes(name)) ?? '';
      const other = scene.random.pick(DISTRICTS.filter((name) => name !== own));
      const titles = scene.book.find('title', 'line').filter(({ value }) => String(value).includes(own));
      return [type(cell, String(cell.value).replace(own, other)), ...builders, ...titles];
    },
  },
  {
    id: 'period-differs-between-sheets',
    seed(scene) {
      const cells = scene.book.find('period', 'line');
      if (cells.length < 2) return null;
      type(scene.random.pick(cells.slice(1)), '报告期：2023年3月');
      return cells;
    },
  },
  {
    id: 'unit-differs-between-sheets',
    seed(scene) {
      const cells = scene.book.find('unit', 'line');
      if (cells.length < 2) return null;
      const cell = cells[1];
      return cell ? [type(cell, '填报单位：明月山区'), ...cells, ...scene.book.find('builder')] : null;
    },
  },
];
