import { stageOf, yichunPlan } from '../../../src/plan';
import {
  cellsOf,
  isShownByPlan,
  isTyped,
  pickCell,
  planFigures,
  rowOf,
  textOf,
  write,
  type Fault,
  type Scene,
} from './fault';
import { copyBelow } from './copy-row';
import { numberIn, shown, type Cell } from './draft';

/** Header, section row and totals of a row's table: where its absence shows. */
export function frameOf(cell: Cell): Cell[] {
  const stage = cell.entry.slice(0, 2);
  return [...cell.page.cells.values()].filter(
    (one) =>
      one.table === cell.table &&
      (one.role === 'header' ||
        one.role === 'total' ||
        ((one.role === 'heading' || one.role === 'subtotal') && one.entry.startsWith(stage))),
  );
}

/** Schools of the table whose builder or whose whole list the plan shows, so that their absence is certain. */
function demanded(scene: Scene): Cell[] {
  const names = cellsOf(scene, 'school');
  const isWhole = names.length > 38 && new Set(names.map((cell) => cell.entry)).size > 38;
  return names.filter((cell) => {
    const school = yichunPlan.schools.find(({ id }) => id === cell.entry);
    return school?.name != null && (isWhole || school.builder.value !== null);
  });
}

const ALIKE: readonly (readonly [string, string])[] = [
  ['职业', '职工'], ['袁河', '袁何'], ['金湖', '金胡'], ['银岭', '银领'], ['明珠中学', '名珠中学'], ['江丰', '江风'],
  ['枫林', '枫琳'], ['数圆', '数园'], ['秀江', '秀红'], ['凤凰', '风凰'], ['珠泉', '珠全'], ['化成', '化城'],
  ['春华', '春化'], ['文笔峰', '文笔锋'], ['宜阳二中', '宜杨二中'], ['下浦', '下蒲'], ['下巩', '下贡'], ['赣西', '干西'],
]; // prettier-ignore

export const ROW_FAULTS: readonly Fault[] = [
  {
    id: 'school-twice',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      return cell ? [...rowOf(cell), ...copyBelow(cell, cell)] : null;
    },
  },
  {
    id: 'school-twice-far-apart',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      const stage = cell?.entry.slice(0, 3) ?? '';
      const last =
        cell &&
        cellsOf(scene, 'school')
          .filter((one) => one.page === cell.page && one.table === cell.table && one.entry.startsWith(stage))
          .at(-1);
      return cell && last && last !== cell ? [...rowOf(cell), ...copyBelow(cell, last)] : null;
    },
  },
  {
    id: 'school-missing',
    seed: (scene) => {
      const cell = pickCell(scene, demanded(scene));
      if (!cell || cellsOf(scene, 'school').filter((one) => one.entry === cell.entry).length > 1) return null;
      if (rowOf(cell).some((one) => one.role !== 'row')) return null;
      const frame = frameOf(cell);
      const neighbours = [cell.row - 1, cell.row + 1].flatMap((row) => cell.page.rowCells(row));
      const stage = cell.entry.slice(0, 2);
      const isAlone = !cellsOf(scene, 'school').some(
        (other) => other !== cell && other.page === cell.page && other.entry.slice(0, 2) === stage,
      );
      // Where the only school of a section is left out, nobody draws the section.
      const gone = isAlone ? frame.filter((one) => one.role === 'heading' || one.role === 'subtotal') : [];
      for (const row of [...new Set([cell, ...gone].map((one) => one.row))].sort((x, y) => y - x))
        cell.page.deleteRow(row);
      return [...frame, ...neighbours].filter((one) => one.page.at(one.row, one.column) === one);
    },
  },
  {
    id: 'school-name-letter-wrong',
    seed: (scene) => {
      const known = cellsOf(scene, 'school').filter((cell) => ALIKE.some(([right]) => textOf(cell).includes(right)));
      const cell = pickCell(scene, known);
      const pair = cell && ALIKE.find(([right]) => textOf(cell).includes(right));
      return cell && pair ? [write(cell, textOf(cell).replace(...pair))] : null;
    },
  },
  {
    id: 'school-name-left-out',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      return cell ? [write(cell, null)] : null;
    },
  },
  {
    id: 'figure-for-school-name',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      return cell ? [write(cell, scene.random.whole(12, 60))] : null;
    },
  },
  {
    id: 'ditto-for-school-name',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      return cell ? [write(cell, '同上')] : null;
    },
  },
  {
    id: 'name-of-the-school-above-repeated',
    seed: (scene) => {
      const cells = cellsOf(scene, 'school');
      const cell = pickCell(
        scene,
        cells.filter((one) => cells.some((up) => up.page === one.page && up.row === one.row - 1)),
      );
      const above = cell && cells.find((up) => up.page === cell.page && up.row === cell.row - 1);
      return cell && above ? [write(cell, shown(above)), above] : null;
    },
  },
  {
    id: 'names-of-two-schools-exchanged',
    seed: (scene) => {
      const cells = scene.random.shuffled(planFigures(scene, ['seats']).filter(isTyped));
      const [one] = cells;
      const other = cells.find((cell) => one && cell.page === one.page && numberIn(cell) !== numberIn(one));
      const names = cellsOf(scene, 'school');
      const [a, b] = [one, other].map((cell) =>
        names.find((name) => cell && name.page === cell.page && name.row === cell.row),
      );
      if (!a || !b) return null;
      const name = shown(a);
      write(a, shown(b));
      write(b, name);
      return [...rowOf(a), ...rowOf(b)];
    },
  },
  {
    id: 'builder-of-another-unit',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'builder').filter(isShownByPlan));
      const others = yichunPlan.builders.map(({ name }) => name).filter((name) => cell && name !== shown(cell));
      return cell ? [write(cell, scene.random.pick(others))] : null;
    },
  },
  {
    id: 'builder-of-another-city',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'builder'));
      return cell ? [write(cell, scene.random.pick(['高安市', '樟树市', '丰城市', '新余市渝水区']))] : null;
    },
  },
  {
    id: 'builder-left-out',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'builder').filter(isShownByPlan));
      return cell ? [write(cell, null)] : null;
    },
  },
  {
    id: 'figure-for-builder',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'builder'));
      return cell ? [write(cell, scene.random.whole(24, 400) / 2)] : null;
    },
  },
  {
    id: 'sequence-repeated',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'sequence').filter((one) => (numberIn(one) ?? 0) > 1),
      );
      if (!cell) return null;
      const value = numberIn(cell) ?? 0;
      const above = cell.page.at(cell.row - 1, cell.column);
      return [write(cell, value - 1), ...(above ? [above] : [])];
    },
  },
  {
    id: 'sequence-jumps',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'sequence').filter((one) => (numberIn(one) ?? 0) > 1),
      );
      return cell ? [write(cell, (numberIn(cell) ?? 0) + scene.random.pick([5, 10, 20]))] : null;
    },
  },
  {
    id: 'stage-of-another-section',
    seed: (scene) => {
      const cell = pickCell(scene, [...cellsOf(scene, 'stage'), ...cellsOf(scene, 'stage', 'heading')]);
      if (!cell) return null;
      const others = ['高中阶段', '初中', '小学', '幼儿园'].filter(
        (name) => name !== shown(cell) && !`${shown(cell)}`.includes('学校'),
      );
      return others.length !== 3 ? null : [write(cell, scene.random.pick(others))];
    },
  },
  {
    id: 'section-heading-of-another-section',
    seed: (scene) => {
      const headings = cellsOf(scene, '', 'heading').filter((cell) => stageOf(yichunPlan, cell.entry));
      const cell = pickCell(scene, headings);
      const other = cell && headings.find((one) => one !== cell);
      return cell && other ? [write(cell, shown(other)), other] : null;
    },
  },
  {
    id: 'section-heading-left-out',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, '', 'heading').filter((one) => stageOf(yichunPlan, one.entry)),
      );
      return cell ? [write(cell, null)] : null;
    },
  },
  {
    id: 'row-in-another-section',
    seed: (scene) => {
      const cells = cellsOf(scene, 'school').filter((one) => one.page.merges.length > 2 && /^S[235]/u.test(one.entry));
      const cell = pickCell(
        scene,
        cells.filter((one) => cells.filter((other) => other.entry.slice(0, 2) === one.entry.slice(0, 2)).length > 1),
      );
      const target =
        cell && cells.find((one) => one.page === cell.page && one.entry.slice(0, 2) !== cell.entry.slice(0, 2));
      if (!cell || !target || cellsOf(scene, '', 'heading').length === 0) return null;
      const isFromFormulas = cellsOf(scene, 'seats', 'subtotal').every((one) => one.recipe);
      if (!isFromFormulas) return null;
      const sums = [...frameOf(cell), ...frameOf(target)].filter(
        (one) => one.role === 'subtotal' || one.role === 'heading',
      );
      const copies = copyBelow(cell, target);
      cell.page.deleteRow(cell.row);
      return [...copies, ...sums];
    },
  },
  {
    id: 'total-label-left-out',
    seed: (scene) => {
      const cell = pickCell(scene, [...cellsOf(scene, 'label', 'subtotal'), ...cellsOf(scene, 'label', 'total')]);
      return cell ? [write(cell, null)] : null;
    },
  },
  {
    id: 'remark-split-wrong',
    seed: (scene) => {
      const cell = pickCell(
        scene,
        cellsOf(scene, 'remark').filter((one) => one.entry === 'S2.10' || one.entry === 'S6.1'),
      );
      return cell ? [write(cell, textOf(cell).replace('900人', '950人').replace('180人', '280人'))] : null;
    },
  },
  {
    id: 'row-hidden',
    seed: (scene) => {
      const cell = pickCell(scene, cellsOf(scene, 'school'));
      cell?.page.hiddenRows.add(cell.row);
      return cell ? rowOf(cell) : null;
    },
  },
];
