import { pickCell, write, type Fault, type Scene } from './fault';
import { nameOf, numberIn, sumOf, tidy, type Cell } from './draft';

/** Totals that add something. */
function sums(scene: Scene, role: 'subtotal' | 'total', least = 2): Cell[] {
  return scene.draft.cells.filter(
    (cell) =>
      cell.role === role &&
      cell.field !== 'rate' &&
      cell.field !== 'left' &&
      cell.parts.length >= least &&
      (numberIn(cell) ?? 0) > 0,
  );
}

const formulas = (cells: readonly Cell[]) => cells.filter((cell) => cell.recipe !== null);

/** A wrong figure typed into a total: the total or one of its parts would have to change. */
function typedOver(id: string, role: 'subtotal' | 'total', change: (value: number, scene: Scene) => number): Fault {
  return {
    id,
    seed: (scene) => {
      const cell = pickCell(scene, sums(scene, role, 1));
      const value = cell && numberIn(cell);
      if (!cell || value === null) return null;
      const next = tidy(change(value, scene));
      return next === value ? null : [write(cell, next), ...cell.parts];
    },
  };
}

/** Other parts than those that belong to the total, added as the layout adds. */
function regroup(cell: Cell, parts: readonly Cell[]): Cell[] {
  if (cell.recipe) cell.parts = [...parts];
  else cell.value = sumOf(parts);
  return [cell];
}

export const SUM_FAULTS: readonly Fault[] = [
  typedOver('subtotal-typed-wrong', 'subtotal', (value, { random }) => value + random.pick([-30, 10, 45, 100])),
  typedOver('total-typed-wrong', 'total', (value, { random }) => value + random.pick([-100, -8, 20, 200])),
  typedOver('total-nought-added', 'total', (value) => value * 10),
  typedOver('total-rounded-to-hundreds', 'total', (value) => Math.round(value / 100) * 100),
  {
    id: 'sum-stops-short',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        sums(scene, scene.random.pick(['subtotal', 'total'] as const)).filter(
          (one) => (numberIn(one.parts.at(-1) ?? one) ?? 0) > 0,
        ),
      );
      return cell && regroup(cell, cell.parts.slice(0, -1));
    },
  },
  {
    id: 'sum-starts-late',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        sums(scene, 'total').filter((one) => (numberIn(one.parts[0] ?? one) ?? 0) > 0),
      );
      return cell && regroup(cell, cell.parts.slice(1));
    },
  },
  {
    id: 'sum-leaves-out-one-inside',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        sums(scene, 'total', 3).filter((one) => (numberIn(one.parts[1] ?? one) ?? 0) > 0),
      );
      return (
        cell &&
        regroup(
          cell,
          cell.parts.filter((_, i) => i !== 1),
        )
      );
    },
  },
  {
    id: 'subtotal-takes-in-the-next-section',
    seed: (scene) => {
      const all = sums(scene, 'subtotal', 1);
      const cell = pickCell(scene, all);
      const next = cell && all.find((one) => one.field === cell.field && one.page === cell.page && one.row > cell.row);
      const part = next?.parts[0];
      return cell && part ? regroup(cell, [...cell.parts, part]) : null;
    },
  },
  {
    id: 'total-counts-rows-and-subtotals',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        sums(scene, 'total').filter((one) => one.parts.some((part) => part.role === 'subtotal')),
      );
      return (
        cell &&
        regroup(
          cell,
          cell.parts.flatMap((part) => (part.role === 'subtotal' ? [part, ...part.parts] : [part])),
        )
      );
    },
  },
  {
    id: 'total-misses-a-section',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        sums(scene, 'total').filter((one) => one.parts.some((part) => part.role === 'subtotal')),
      );
      const gone =
        cell &&
        pickCell(
          scene,
          cell.parts.filter((part) => part.role === 'subtotal' && (numberIn(part) ?? 0) > 0),
        );
      return cell && gone
        ? regroup(
            cell,
            cell.parts.filter((part) => part !== gone),
          )
        : null;
    },
  },
  {
    id: 'sum-of-another-column',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'total', 1)));
      const other =
        cell &&
        sums(scene, 'total', 1).find(
          (one) => one.page === cell.page && one.row === cell.row && one !== cell && numberIn(one) !== numberIn(cell),
        );
      return cell && other ? regroup(cell, other.parts) : null;
    },
  },
  {
    id: 'sum-plugged-by-constant',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'total', 1)));
      const recipe = cell?.recipe;
      if (!cell || !recipe) return null;
      const plug = scene.random.pick([10, 30, 100]);
      const before = numberIn(cell) ?? 0;
      cell.recipe = { text: (name) => `${recipe.text(name)}+${plug}`, value: () => tidy(before + plug) };
      return [cell];
    },
  },
  {
    id: 'average-for-sum',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'total')));
      const recipe = cell?.recipe;
      if (!cell || !recipe) return null;
      const mean = tidy((numberIn(cell) ?? 0) / cell.parts.length);
      cell.recipe = { text: () => `=AVERAGE(${cell.parts.map(nameOf).join(',')})`, value: () => mean };
      return [cell];
    },
  },
  {
    id: 'count-for-sum',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'subtotal', 1)));
      if (!cell) return null;
      const count = cell.parts.length;
      cell.recipe = { text: () => `=COUNTA(${cell.parts.map(nameOf).join(',')})`, value: () => count };
      return [cell];
    },
  },
  {
    id: 'sum-not-recalculated',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'total', 1)));
      const recipe = cell?.recipe;
      if (!cell || !recipe) return null;
      const stale = tidy((numberIn(cell) ?? 0) - scene.random.pick([20, 45, 100]));
      cell.recipe = { text: recipe.text, value: () => stale };
      return [cell, ...cell.parts];
    },
  },
  {
    id: 'reference-lost-in-sum',
    seed: (scene) => {
      const cell = pickCell(scene, formulas([...sums(scene, 'total', 1), ...sums(scene, 'subtotal', 1)]));
      if (!cell) return null;
      cell.recipe = { text: () => '=SUM(#REF!)', value: () => '#REF!' };
      return [cell];
    },
  },
  {
    id: 'sum-contains-itself',
    seed: (scene) => {
      const cell = pickCell(scene, formulas(sums(scene, 'total', 1)));
      const recipe = cell?.recipe;
      if (!cell || !recipe) return null;
      cell.recipe = { text: (name) => `${recipe.text(name)}+${nameOf(cell)}`, value: () => 0 };
      return [cell];
    },
  },
  {
    id: 'total-as-text',
    seed: (scene) => {
      const cell = pickCell(scene, [...sums(scene, 'total', 1), ...sums(scene, 'subtotal', 1)]);
      return cell ? [write(cell, `${numberIn(cell) ?? 0}`)] : null;
    },
  },
  {
    id: 'total-left-empty',
    seed: (scene) => {
      const cell = pickCell(scene, sums(scene, 'total', 1));
      return cell ? [write(cell, null)] : null;
    },
  },
  {
    id: 'section-total-from-another-section',
    seed: (scene) => {
      const all = sums(scene, 'subtotal', 1);
      const cell = pickCell(scene, all);
      const other =
        cell &&
        all.find((one) => one.page === cell.page && one.field === cell.field && numberIn(one) !== numberIn(cell));
      return cell && other ? regroup(cell, other.parts) : null;
    },
  },
];
