import {
  cellsOf,
  columnOf,
  header,
  isShownByPlan,
  isTyped,
  pickCell,
  planFigures,
  textOf,
  write,
  type Fault,
  type Scene,
} from './fault';
import { numberIn, shown, tidy, type Cell } from './draft';

/** The lowest header cell with text above a figure that the plan shows. */
function headerOver(scene: Scene, fields: readonly string[]): Cell | null {
  const cell = pickCell(scene, planFigures(scene, fields));
  const own = cell && header(cell).filter((one) => one.role === 'header' && textOf(one) !== '');
  return own?.at(-1) ?? null;
}

/** All figures of a column in another unit than its header names. */
function otherUnit(id: string, field: string, factor: number, digits: number): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(scene, planFigures(scene, [field]).filter(isTyped));
      if (!cell) return null;
      const column = columnOf(cell);
      if (column.filter(isShownByPlan).length < 2) return null;
      for (const one of column) {
        if (isTyped(one)) write(one, Number(((numberIn(one) ?? 0) * factor).toFixed(digits)));
      }
      return column;
    },
  };
}

function headerText(
  id: string,
  fields: readonly string[],
  change: (text: string, cell: Cell) => string | null | undefined,
): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = headerOver(scene, fields);
      const next = cell && change(textOf(cell), cell);
      if (!cell || next === undefined || next === textOf(cell)) return null;
      write(cell, next);
      return columnOf(cell);
    },
  };
}

function exchangedHeaders(id: string, one: string, other: string): Fault {
  return {
    id,
    seed: (scene) => {
      const a = headerOver(scene, [one]);
      const b =
        a &&
        scene.draft.cells.find(
          (cell) => cell.page === a.page && cell.table === a.table && cell.role === 'header' && cell.field === other,
        );
      if (!a || !b || shown(a) === shown(b)) return null;
      const text = shown(a);
      write(a, shown(b));
      write(b, text);
      return [...columnOf(a), ...columnOf(b)];
    },
  };
}

export const FRAME_FAULTS: readonly Fault[] = [
  otherUnit('land-column-in-square-metres', 'land', 666.667, 1),
  otherUnit('land-column-in-hectares', 'land', 1 / 15, 2),
  otherUnit('seats-column-in-ten-thousands', 'seats', 1 / 10_000, 4),
  otherUnit('seats-column-in-hundreds', 'seats', 1 / 100, 2),
  headerText('header-left-out', ['classes', 'seats', 'land'], () => null),
  headerText('header-unit-square-metres', ['land'], (text) =>
    text.includes('亩') ? text.replace('亩', '㎡') : undefined,
  ),
  headerText('header-unit-ten-thousands', ['seats'], (text) =>
    text.includes('个') ? text.replace('个', '万个') : undefined,
  ),
  headerText('header-of-the-neighbour-repeated', ['seats', 'classes'], (_, cell) => {
    const next = [...cell.page.cells.values()].find(
      (one) =>
        one.role === 'header' &&
        one.table === cell.table &&
        one.row === cell.row &&
        /^(?:seats|classes|land)$/u.test(one.field) &&
        one !== cell,
    );
    return next && textOf(next) !== '' ? textOf(next) : undefined;
  }),
  exchangedHeaders('headers-of-classes-and-seats-exchanged', 'classes', 'seats'),
  exchangedHeaders('headers-of-land-and-seats-exchanged', 'land', 'seats'),
  exchangedHeaders('headers-of-name-and-seats-exchanged', 'seats', 'school'),
  exchangedHeaders('headers-of-state-and-seats-exchanged', 'seats', 'status'),
  {
    id: 'figures-of-two-columns-exchanged',
    seed: (scene) => {
      const cell = pickCell(scene, planFigures(scene, ['land']).filter(isTyped));
      if (!cell) return null;
      const land = columnOf(cell);
      const seats = columnOf(cell).flatMap((one) =>
        [...cell.page.cells.values()].filter(
          (two) => two.row === one.row && two.field === 'seats' && two.table === one.table,
        ),
      );
      for (const one of land.filter(isTyped)) {
        const two = seats.find((other) => other.row === one.row && isTyped(other));
        if (!two) continue;
        const value = numberIn(one);
        write(one, numberIn(two));
        write(two, value);
      }
      return [...land, ...seats];
    },
  },
  {
    id: 'money-column-in-yuan-beside-its-total',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'amount').filter(isTyped));
      if (!cell) return null;
      const column = columnOf(cell);
      for (const one of column) if (isTyped(one) && one.role === 'row') write(one, tidy((numberIn(one) ?? 0) * 10_000));
      return column;
    },
  },
  {
    id: 'unit-line-says-yuan',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        scene.draft.cells.filter((one) => one.field === 'unit-of-measure' && one.page.name !== '分月进度'),
      );
      if (!cell || cellsOf(scene, 'amount', 'header').some((one) => textOf(one).includes('万元'))) return null;
      return [write(cell, '单位：元'), ...cellsOf(scene, 'amount'), ...cellsOf(scene, 'amount', 'header')];
    },
  },
  {
    id: 'unit-of-another-district',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        scene.draft.cells.filter((one) => one.field === 'unit' && one.role === 'info'),
      );
      const builders = cellsOf(scene, 'builder');
      if (!cell || builders.length === 0 || new Set(builders.map(shown)).size !== 1) return null;
      const others = ['袁州区', '宜阳新区', '经开区', '明月山区'].filter((name) => name !== shown(builders[0] ?? cell));
      const text = textOf(cell);
      const name = scene.random.pick(others) + (text.includes('教育') ? '教育体育局' : '');
      return [write(cell, text.includes('：') ? `填报单位：${name}` : name), ...builders];
    },
  },
  {
    id: 'figures-of-two-rows-merged',
    seed: (scene) => {
      const cells = planFigures(scene, ['seats', 'land']).filter(
        (one) => isTyped(one) && one.page.at(one.row - 1, one.column)?.role === 'row',
      );
      const cell = pickCell(scene, cells);
      const above = cell?.page.at(cell.row - 1, cell.column);
      if (!cell || !above || !isTyped(above)) return null;
      write(cell, null);
      cell.page.merge(above.row, above.column, cell.row, cell.column);
      return [above, cell];
    },
  },
  {
    id: 'column-slipped-by-one-row',
    seed: (scene) => {
      const known = planFigures(scene, ['seats']).filter(isTyped);
      const cell = pickCell(scene, known);
      const column =
        cell &&
        columnOf(cell)
          .filter((one) => one.role === 'row' && isTyped(one))
          .sort((a, b) => a.row - b.row);
      if (!cell || !column || column.length < 3) return null;
      const values = column.map(numberIn);
      column.forEach((one, i) => write(one, values[(i + column.length - 1) % column.length] ?? null));
      return columnOf(cell);
    },
  },
];
