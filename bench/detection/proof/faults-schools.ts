import { yichunPlan } from '../../../src/plan';
import { shown, type Cell } from './book';
import { inRow, pickCell, retyped, rewritten, type, typedSumsOf, type Fault } from './fault';

const plannedBuilder = ({ id }: Cell): string | null =>
  yichunPlan.schools.find((school) => school.id === id)?.builder.value ?? null;

const NAME_FAULTS: readonly Fault[] = [
  rewritten('name-one-letter-wrong', 'name', (name) =>
    name.replace('第', '弟').replace('幼儿园', '幼儿圆').replace('职业', '执业').replace(/(?<=中)学/u, '字')),
  rewritten('name-letters-exchanged', 'name', (name) => name.replace('小学', '学小').replace('幼儿园', '幼园儿')),
  retyped('name-missing', 'name', () => null, (cell) => typeof cell.value === 'string'),
  retyped('school-unknown-to-plan', 'name', (_, __, { random }) => random.pick(['秀水湾实验学校', '城东外国语学校', '状元洲九年一贯制学校']), (cell) => typeof cell.value === 'string' && plannedBuilder(cell) === null),
  retyped('name-is-a-number', 'name', (_, __, { random }) => random.whole(10, 99), (cell) => typeof cell.value === 'string'),
  inRow('name-of-another-row', 'name', () => true, (cell, _, { book, random }) => {
    const others = book.find('name').filter((one) => one !== cell && one.page === cell.page);
    const other = random.pick(others);
    return [type(cell, other.value), other];
  }),
  inRow('name-carries-ditto', 'name', () => true, (cell) => [type(cell, '同上')]),
]; // prettier-ignore

const BUILDER_FAULTS: readonly Fault[] = [
  retyped(
    'builder-unknown',
    'builder',
    (_, __, { random }) => random.pick(['宜春区', '城西新区', '高新区管委会']),
    () => true,
  ),
  retyped(
    'builder-missing',
    'builder',
    () => null,
    () => true,
  ),
  rewritten('builder-misspelt', 'builder', (text) =>
    text
      .replace('袁州', '袁洲')
      .replace('宜阳', '宜杨')
      .replace('经开', '径开')
      .replace('明月山', '明日山')
      .replace('市本级', '市木级'),
  ),
  retyped(
    'builder-not-as-planned',
    'builder',
    (_, cell, { random }) => random.pick(BUILDERS.filter((name) => name !== cell.value)),
    (cell) => plannedBuilder(cell) !== null,
  ),
  retyped(
    'builder-of-another-district',
    'builder',
    (_, cell, { random }) => random.pick(BUILDERS.filter((name) => name !== cell.value)),
    (cell, { book }) =>
      book.find('unit', 'line').some(({ value }) => BUILDERS.some((name) => String(value).includes(name))),
  ),
  retyped(
    'builder-is-a-contractor',
    'builder',
    () => '江西乙建筑集团有限公司',
    () => true,
  ),
  retyped(
    'builder-is-a-number',
    'builder',
    (_, __, { random }) => random.whole(2, 60),
    () => true,
  ),
];
const BUILDERS = yichunPlan.builders.map(({ name }) => name);

const REMARK_FAULTS: readonly Fault[] = [
  rewritten('remark-parts-do-not-add', 'remark', (text) =>
    text.replace('小学30班1350人', '小学30班1530人').replace('高中15班，180人', '高中15班，108人'),
  ),
  rewritten('remark-classes-do-not-add', 'remark', (text) =>
    text.replace('初中18班900人', '初中16班900人').replace('学前12班，156人', '学前21班，156人'),
  ),
];

const ROW_FAULTS: readonly Fault[] = [
  retyped(
    'number-repeated',
    'seq',
    (value) => value - 1,
    (cell) => Number(cell.value) > 1,
  ),
  retyped(
    'number-skipped',
    'seq',
    (value) => value + 1,
    (cell, { book }) => book.find('seq').some((one) => one.page === cell.page && one.row === cell.row + 1),
  ),
  {
    id: 'row-twice',
    seed(scene) {
      const cell = pickCell(scene, 'name', ({ page }) =>
        page.merges.every((one) => one.bottom === one.top || one.left !== 1),
      );
      if (!cell) return null;
      const { page, row } = cell;
      const originals = page
        .inRow(row)
        .filter((one) => one.kind === 'item' && (one.field !== 'stage' || one.id.includes('.')));
      page.insertRow(row + 1);
      const copies = originals.map((one) => {
        const copy = page.put(row + 1, one.column, one.value, one.field, 'item', one.id);
        copy.format = one.format;
        for (const sum of scene.book.cells())
          if (sum.calc?.op === 'sum' && sum.calc.asFormula && sum.kind !== 'item' && sum.calc.of.includes(one))
            sum.calc.of.splice(sum.calc.of.indexOf(one) + 1, 0, copy);
        return copy;
      });
      // A copied row brings its formulas along.
      copies.forEach((copy, i) => {
        const calc = originals[i]?.calc;
        if (calc) copy.calc = { ...calc, of: calc.of.flatMap((part) => copies[originals.indexOf(part)] ?? []) };
      });
      return [...originals, ...copies];
    },
  },
  {
    id: 'planned-school-left-out',
    seed(scene) {
      const { book } = scene;
      const units = book.find('unit', 'line').map(({ value }) => String(value));
      const cell = pickCell(scene, 'name', (one) => {
        const builder = plannedBuilder(one);
        return (
          builder !== null &&
          units.some((unit) => unit.includes(builder)) &&
          one.page.inRow(one.row).every(({ field }) => field !== 'stage')
        );
      });
      if (!cell) return null;
      const { page } = cell;
      const stage = cell.id.split('.')[0];
      const gone = page.inRow(cell.row);
      const typed = gone.flatMap((one) => typedSumsOf(book, one));
      const { row } = cell;
      page.deleteRow(row, book);
      // The clerk numbers the section anew.
      for (const one of page.cells)
        if (one.field === 'seq' && one.kind === 'item' && one.row >= row && one.id.split('.')[0] === stage)
          one.value = Number(one.value) - 1;
      return [
        ...new Set([
          ...typed,
          ...book.find('unit', 'line'),
          ...page.cells.filter(
            ({ kind, id }) => kind === 'total' || ((kind === 'heading' || kind === 'subtotal') && id === stage),
          ),
        ]),
      ];
    },
  },
  {
    id: 'figures-of-two-rows-exchanged',
    seed(scene) {
      const one = pickCell(
        scene,
        'seats',
        (cell) =>
          cell.value !== null &&
          yichunPlan.schools.some(({ id, plannedSeats }) => id === cell.id && plannedSeats.value !== null),
      );
      const others = scene.book
        .find('seats')
        .filter((cell) => one && cell.page === one.page && cell.value !== one.value);
      if (!one || others.length === 0) return null;
      const other = scene.random.pick(others);
      return ['classes', 'seats', 'land'].flatMap((field) => {
        const [a, b] = [scene.book.beside(one, field), scene.book.beside(other, field)];
        if (!a || !b) return [];
        [a.value, b.value] = [b.value, a.value];
        return [a, b];
      });
    },
  },
  {
    id: 'stage-of-another-school',
    seed(scene) {
      // Only where each school names its stage; 九年一贯制 schools may stand under either.
      const cell = pickCell(
        scene,
        'stage',
        (one) => /小学$|幼儿园|中等/u.test(String(scene.book.beside(one, 'name')?.value ?? '')) && one.id.includes('.'),
      );
      if (!cell) return null;
      return [type(cell, shown(cell) === '初中' ? '小学' : '初中'), scene.book.beside(cell, 'name')];
    },
  },
];

export const SCHOOL_FAULTS: readonly Fault[] = [
  ...NAME_FAULTS, ...BUILDER_FAULTS, ...REMARK_FAULTS, ...ROW_FAULTS,
]; // prettier-ignore
