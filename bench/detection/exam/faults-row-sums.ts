import { beside, cellsOf, isTyped, pickCell, write, type Fault, type Scene } from './fault';
import { nameOf, numberIn, shown, tidy } from './draft';

/** The same row's cell of a typed or calculated figure that others in the row determine. */
function followed(id: string, field: string, change: (value: number, scene: Scene) => number): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, field).filter((one) => one.parts.length > 0 && (numberIn(one) ?? 0) > 0),
      );
      const value = cell && numberIn(cell);
      if (!cell || value === null) return null;
      const next = tidy(change(value, scene));
      return next === value ? null : [write(cell, next), ...cell.parts];
    },
  };
}

/** Figures that follow from others of their row. */
export const ROW_SUM_FAULTS: readonly Fault[] = [
  {
    id: 'division-by-empty',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'rate').filter((one) => one.recipe !== null),
      );
      if (!cell) return null;
      cell.recipe = {
        text: () => `=${nameOf(cell.parts[0] ?? cell)}/${nameOf({ ...cell, row: cell.row + 60 })}`,
        value: () => '#DIV/0!',
      };
      return [cell];
    },
  },
  followed('invested-not-before-plus-year', 'invested', (value, { random }) => value + random.pick([30, 50, 120])),
  followed('year-not-sum-of-months', 'year', (value, { random }) => value + random.pick([15, 40, 60])),
  followed('left-not-difference', 'left', (value, { random }) => value + random.pick([20, 70, 300])),
  followed('remaining-not-difference', 'remaining', (value, { random }) => value + random.pick([50, 90, 100])),
  followed('gap-not-difference', 'gap', (value) => value + 0.5),
  {
    id: 'rate-typed-wrong',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'rate').filter((one) => (numberIn(one) ?? 0) > 0),
      );
      if (!cell) return null;
      const value = numberIn(cell) ?? 0;
      const isShare = cell.format !== null;
      const step = scene.random.pick([6, 11, 18]) * (isShare ? 0.01 : 1);
      return [write(cell, tidy(Math.round((value - step) * 1000) / 1000)), ...cell.parts];
    },
  },
  {
    id: 'rate-hundredfold',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'rate').filter((one) => (numberIn(one) ?? 0) > 0),
      );
      if (!cell) return null;
      const value = numberIn(cell) ?? 0;
      return [write(cell, tidy(cell.format !== null ? value * 100 : value / 100))];
    },
  },
  {
    id: 'rate-upside-down',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'rate').filter((one) => one.recipe !== null && (numberIn(one) ?? 0) > 0),
      );
      const [part, whole] = cell?.parts ?? [];
      if (!cell || !part || !whole || shown(part) === shown(whole)) return null;
      const factor = cell.format !== null ? 1 : 100;
      const value = tidy(Math.round(((numberIn(whole) ?? 0) / (numberIn(part) ?? 1)) * factor * 100) / 100);
      cell.recipe = {
        text: (name) => `=ROUND(${name(whole)}/${name(part)}${factor === 1 ? '' : '*100'},2)`,
        value: () => value,
      };
      return [cell];
    },
  },
  {
    id: 'formula-of-another-row',
    seed: (scene) => {
      const cells = ['invested', 'left', 'rate', 'remaining'].flatMap((field) =>
        cellsOf(scene, field).filter((one) => one.recipe !== null),
      );
      const cell = pickCell(scene, cells);
      const other =
        cell &&
        cells.find(
          (one) =>
            one.page === cell.page && one.field === cell.field && one !== cell && numberIn(one) !== numberIn(cell),
        );
      const recipe = other?.recipe;
      if (!cell || !recipe) return null;
      cell.recipe = recipe;
      return [cell];
    },
  },
  {
    id: 'month-negative',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'm2').filter((one) => isTyped(one) && beside(one, 'year') && (numberIn(one) ?? 0) > 20),
      );
      return cell ? [write(cell, (numberIn(cell) ?? 0) * -10)] : null;
    },
  },
];
