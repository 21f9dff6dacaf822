import { at, columnOf, deleteRow, insertCopy, isShown, mistyped, numberOf, pickOfSchool, pickRow } from './seeds';
import { pickShown, put, schoolOf, schoolRows, sectionOf, sideOf } from './seeds';
import type { Context, Fault, Measure, Seed } from './seeds';
import type { CellValue } from '../../../src/workbook';
import { BUILDERS, schoolsBy } from './figures';

/** Changes a figure that the plan shows. */
function changed(measure: Measure, to: (value: number, context: Context) => CellValue): Seed {
  return (context) => {
    const cell = pickShown(context, measure);
    if (!cell) return null;
    const value = to(numberOf(cell), context);
    return value === cell.value ? null : [put(cell, value)];
  };
}

const SOUNDS: readonly (readonly [string, string])[] = [
  ['阳', '杨'], ['春华', '春花'], ['湖', '胡'], ['峰', '锋'], ['银', '金艮'], ['职业', '只业'], ['袁河', '源河'],
  ['园', '圆'], ['圆', '园'], ['明珠', '明朱'], ['巩', '拱'], ['枫', '风'], ['江', '姜'], ['坪', '平'], ['第', '弟'], ['运', '云'],
]; // prettier-ignore

const nameTypo: Seed = (context) => {
  const row = pickRow(context, ['name'], (_, { name }) => SOUNDS.some(([right]) => name.includes(right)));
  if (!row) return null;
  const name = String(at(row, 'name').value);
  const [right, wrong] = context.random.pick(SOUNDS.filter(([word]) => name.includes(word)));
  return [put(at(row, 'name'), name.replace(right, wrong))];
};

/** The name of the school above was dragged down. */
const nameDragged: Seed = (context) => {
  const rows = schoolRows(context, 'name', 'seats').filter((row) => at(row, 'name').mark?.table === 'schools');
  const i = context.random.whole(1, rows.length - 1);
  const [above, own] = [rows[i - 1], rows[i]];
  if (!above || !own || context.book.pageOf(at(above, 'name')) !== context.book.pageOf(at(own, 'name'))) return null;
  put(at(own, 'name'), at(above, 'name').value);
  return [at(above, 'name'), at(own, 'name')];
};

const exchanged = (one: Measure, other: Measure): Seed => {
  return (context) => {
    const row = pickRow(context, [one, other], (_, school) => isShown(school, one) && isShown(school, other));
    if (!row) return null;
    const [a, b] = [at(row, one), at(row, other)];
    [a.value, b.value] = [b.value, a.value];
    return [a, b];
  };
};

/** Two schools one below the other got each other's figures. */
const rowsExchanged: Seed = (context) => {
  const rows = schoolRows(context, 'seats', 'land').filter((row) => at(row, 'name').mark?.table === 'schools');
  const starts = rows.flatMap((row, i) => {
    const below = rows[i + 1];
    if (!below || context.book.pageOf(at(row, 'name')) !== context.book.pageOf(at(below, 'name'))) return [];
    const [a, b] = [schoolOf(context, at(row, 'name')), schoolOf(context, at(below, 'name'))];
    return isShown(a, 'seats') && isShown(a, 'land') && a.seats !== b.seats && a.land !== b.land ? [[row, below] as const] : []; // prettier-ignore
  });
  if (starts.length === 0) return null;
  const [row, below] = context.random.pick(starts);
  const cells: ReturnType<typeof at>[] = [at(row, 'name'), at(below, 'name')];
  for (const field of ['classes', 'seats', 'land'] as const) {
    const [a, b] = [row.get(field), below.get(field)];
    if (!a || !b) continue;
    [a.value, b.value] = [b.value, a.value];
    cells.push(a, b);
  }
  return cells;
};

/** The figures slipped one column to the right. */
const slipped: Seed = (context) => {
  const row = pickRow(context, ['classes', 'seats', 'land'], (_, school) => isShown(school, 'classes') && isShown(school, 'seats')); // prettier-ignore
  if (!row) return null;
  const [classes, seats, land] = [at(row, 'classes'), at(row, 'seats'), at(row, 'land')];
  put(land, seats.value);
  put(seats, classes.value);
  put(classes, null);
  return [classes, seats, land];
};

const copiedDown = (measure: Measure): Seed => {
  return (context) => {
    const rows = schoolRows(context, measure).filter((row) => at(row, measure).mark?.table === 'schools');
    const spots = rows.flatMap((row, i) => {
      const above = rows[i - 1];
      const isNear = above && context.book.pageOf(at(above, 'name')) === context.book.pageOf(at(row, 'name'));
      const school = schoolOf(context, at(row, 'name'));
      return isNear && isShown(school, measure) && at(above, measure).value !== at(row, measure).value ? [[above, row] as const] : []; // prettier-ignore
    });
    if (spots.length === 0) return null;
    const [above, row] = context.random.pick(spots);
    return [put(at(row, measure), at(above, measure).value)];
  };
};

const headsExchanged = (one: string, other: string): Seed => {
  return (context) => {
    const heads = context.book.cells((mark) => mark.part === 'head' && mark.row === 'head' && (mark.field === one || mark.field === other) && mark.table !== 'card'); // prettier-ignore
    const page = heads[0] && context.book.pageOf(heads[0]);
    const own = heads.filter((cell) => page && page.rowOf(cell) >= 0);
    const [a, b] = [own.find(({ mark }) => mark?.field === one), own.find(({ mark }) => mark?.field === other)];
    // A header that is repeated for a new page would contradict its twin, and units of a line of their own stay right.
    if (!page || !a || !b || own.length !== 2 || /^[个亩]$/u.test(String(a.value))) return null;
    [a.value, b.value] = [b.value, a.value];
    return [...columnOf(context, page, one), ...columnOf(context, page, other)];
  };
};

const headUnit = (measure: string, right: string, wrong: string): Seed => {
  return (context) => {
    const heads = context.book.cells((mark, cell) => mark.part === 'head' && mark.field === measure && mark.table !== 'builders' && mark.table !== 'stages' && String(cell.value).includes(right)); // prettier-ignore
    if (heads.length === 0) return null;
    const head = context.random.pick(heads);
    put(head, String(head.value).replace(right, wrong));
    if (head.mark?.table !== 'card') return columnOf(context, context.book.pageOf(head), measure);
    const page = context.book.pageOf(head);
    return [head, ...page.rows.flat().filter((cell) => cell.mark?.field === measure && cell !== head)];
  };
};

const stageWrong: Seed = (context) => {
  const cell = pickOfSchool(context, 'stage');
  if (!cell) return null;
  const words = ['高中阶段', '初中', '小学', '幼儿园'].filter((word) => word !== cell.value);
  return [put(cell, context.random.pick(words)), at(sideOf(context, cell), 'name')];
};

const OWN_UNITS = ['袁州区', '宜阳新区', '经开区'];
const builderWrong: Seed = (context) => {
  const unit = context.book.cells((mark) => mark.field === 'unit').map((cell) => String(cell.value)).join(); // prettier-ignore
  const isOwn = OWN_UNITS.some((word) => unit.includes(word));
  const cell = pickOfSchool(context, 'builder', (school) => isOwn || school.plan.builder.value !== null);
  if (!cell) return null;
  return [put(cell, context.random.pick(BUILDERS.filter((builder) => builder !== cell.value)))];
};

const builderTypo: Seed = (context) => {
  const cell = pickOfSchool(context, 'builder');
  const typos: Readonly<Record<string, string>> = { 市本级: '市本极', 袁州区: '袁洲区', 宜阳新区: '宜阳新去', 经开区: '经开曲', 明月山区: '明月三区' }; // prettier-ignore
  return cell ? [put(cell, typos[String(cell.value)] ?? '')] : null;
};

const groupsExchanged: Seed = (context) => {
  const labels = context.book.cells((mark) => mark.part === 'group' && mark.field === 'builder');
  const [a, b] = ['宜阳新区', '经开区'].map((word) => labels.find((cell) => cell.value === word));
  if (!a || !b) return null;
  [a.value, b.value] = [b.value, a.value];
  const rows = [...schoolsBy(context.figures, '宜阳新区'), ...schoolsBy(context.figures, '经开区')].map(({ id }) => id);
  return [a, b, ...context.book.cells((mark) => mark.table === 'schools' && (rows.includes(mark.row) || /区/u.test(mark.row)) && mark.field !== 'count')]; // prettier-ignore
};

/** Only rows inside a group, so that merged labels stay whole, and with no other table beside them. */
const inner = (context: Context, field = 'name') => {
  return context.book.cells((mark, cell) => {
    if (mark.table !== 'schools' || mark.part !== 'body' || mark.field !== field) return false;
    const page = context.book.pageOf(cell);
    const own = page.rows[page.rowOf(cell)] ?? [];
    if (own.some((one) => one.mark && one.mark.table !== 'schools')) return false;
    const near = [-1, 1].map((step) => page.rows[page.rowOf(cell) + step] ?? []);
    return near.every((line) => line.some((one) => one.mark?.part === 'body' && one.mark.field === field));
  });
};

const rowTwice: Seed = (context) => {
  const cells = inner(context);
  if (cells.length < 2) return null;
  const cell = context.random.pick(cells);
  const others = cells.filter((one) => one !== cell && context.book.pageOf(one) === context.book.pageOf(cell) && schoolOf(context, one).stage === schoolOf(context, cell).stage); // prettier-ignore
  const own = [...context.book.rowOf(cell).values()];
  return [...own, ...insertCopy(context, cell, others[0] ?? cell)];
};

/** A school that the unit must report is not there; the numbers were drawn anew. */
const schoolMissing: Seed = (context) => {
  const isWhole = context.book.pages.some(({ name }) => name === '明细' || name === '小学');
  const cells = inner(context).filter((cell) => {
    const school = schoolOf(context, cell);
    return school.plan.name !== null && (school.plan.builder.value !== null || (isWhole && context.book.pages.length < 5)); // prettier-ignore
  });
  if (cells.length === 0) return null;
  const cell = context.random.pick(cells);
  const page = context.book.pageOf(cell);
  const numbers = page.rows.slice(page.rowOf(cell)).flatMap((line) => line.filter(({ mark }) => mark?.field === 'seq' && mark.part === 'body')); // prettier-ignore
  deleteRow(context, cell);
  let previous = 0;
  for (const number of numbers) {
    const value = numberOf(number);
    if (value < previous) break;
    previous = value;
    put(number, value - 1);
  }
  return sectionOf(context, page, 'schools');
};

const rowLeftOut: Seed = (context) => {
  const cells = inner(context, 'seq').map((cell) => at(context.book.rowOf(cell), 'name'));
  if (cells.length === 0) return null;
  const cell = context.random.pick(cells);
  const page = context.book.pageOf(cell);
  deleteRow(context, cell);
  return sectionOf(context, page, 'schools');
};

/** A school's row stands under another stage. */
const rowMoved: Seed = (context) => {
  const groups = context.book.cells(
    (mark) => mark.table === 'schools' && mark.part === 'group' && mark.field === 'group',
  );
  const sheets = context.book.pages.filter(({ name }) => name === '初中' || name === '小学');
  if (groups.length === 0 && sheets.length < 2) return null;
  const cell = context.random.pick(inner(context).filter((one) => schoolOf(context, one).stage.id !== 'S2'));
  const target = pickRow(context, ['seats'], (_, school) => school.stage.id === 'S2');
  if (!target) return null;
  const old = [...context.book.rowOf(cell).values()];
  const copies = insertCopy(context, cell, at(target, 'name'));
  const page = context.book.pageOf(cell);
  deleteRow(context, cell);
  return [...copies, ...old, ...sectionOf(context, page, 'schools')];
};

const remarkWrong: Seed = (context) => {
  const cell = pickOfSchool(context, 'remark', (school) => /\d人/u.test(school.remark ?? ''));
  if (!cell) return null;
  const text = String(cell.value);
  const wrong = text.includes('900人') ? text.replace('900人', '990人') : text.replace('180人', '108人');
  return [put(cell, wrong), at(sideOf(context, cell), 'seats')];
};

const seqTwice: Seed = (context) => {
  const cells = inner(context, 'seq');
  if (cells.length === 0) return null;
  const cell = context.random.pick(cells);
  return [put(cell, numberOf(cell) - 1)];
};

const digits = String;
export const FIGURE_FAULTS: readonly Fault[] = [
  { id: 'seats-digits-swapped', seed: changed('seats', (value, { random }) => mistyped(value, random)) },
  { id: 'seats-zero-lost', seed: changed('seats', (value) => value / 10) },
  { id: 'seats-zero-added', seed: changed('seats', (value) => value * 10) },
  { id: 'seats-in-ten-thousands', seed: changed('seats', (value) => value / 10_000) },
  { id: 'classes-not-the-plan', seed: changed('classes', (value, { random }) => value + random.pick([-3, 6, 12])) },
  { id: 'land-not-the-plan', seed: changed('land', (value, { random }) => mistyped(value, random)) },
  { id: 'land-point-lost', seed: changed('land', (value) => (Number.isInteger(value) ? value : Math.round(value * 10))) },
  { id: 'land-in-square-metres', seed: changed('land', (value) => Math.round(value * 666.67)) },
  { id: 'land-in-hectares', seed: changed('land', (value) => Math.round((value / 15) * 100) / 100) },
  { id: 'seats-as-text', seed: changed('seats', digits) },
  { id: 'seats-full-width', seed: changed('seats', (value) => digits(value).replace(/\d/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))) },
  { id: 'seats-with-unit', seed: changed('seats', (value) => `${value}个`) },
  { id: 'seats-about', seed: changed('seats', (value) => `约${value}`) },
  { id: 'seats-letter-o', seed: changed('seats', (value) => (value % 10 === 0 ? digits(value).replace(/0$/u, 'O') : value)) },
  { id: 'seats-comma-text', seed: changed('seats', (value) => (value < 1000 ? value : `${Math.floor(value / 1000)},${digits(value).slice(-3)}`)) },
  { id: 'seats-two-in-one', seed: changed('seats', (value) => `${value - 90}+90`) },
  { id: 'seats-negative', seed: changed('seats', (value) => -value) },
  { id: 'seats-fraction', seed: changed('seats', (value) => value + 0.5) },
  { id: 'seats-slash', seed: changed('seats', () => '/') },
  { id: 'seats-nought', seed: changed('seats', () => 0) },
  { id: 'seats-error', seed: changed('seats', () => '#REF!') },
  { id: 'classes-as-text', seed: changed('classes', (value) => `${value} `) },
  { id: 'classes-in-words', seed: changed('classes', (value) => `${value}班`) },
  { id: 'land-double-point', seed: changed('land', (value) => (Number.isInteger(value) ? `${value}..0` : digits(value).replace('.', '..'))) },
  { id: 'land-text-unit', seed: changed('land', (value) => `${value}亩`) },
  { id: 'seats-copied-down', seed: copiedDown('seats') },
  { id: 'land-copied-down', seed: copiedDown('land') },
  { id: 'classes-seats-exchanged', seed: exchanged('classes', 'seats') },
  { id: 'seats-land-exchanged', seed: exchanged('seats', 'land') },
  { id: 'figures-slipped', seed: slipped },
  { id: 'rows-exchanged', seed: rowsExchanged },
  { id: 'heads-seats-land', seed: headsExchanged('seats', 'land') },
  { id: 'heads-invest-done', seed: headsExchanged('invest', 'done') },
  { id: 'heads-start-due', seed: headsExchanged('start', 'due') },
  { id: 'head-land-square-metres', seed: headUnit('land', '亩', '平方米') },
  { id: 'head-seats-ten-thousands', seed: headUnit('seats', '个', '万个') },
  { id: 'name-typo', seed: nameTypo },
  { id: 'name-dragged', seed: nameDragged },
  { id: 'name-empty', seed: (context) => { const cell = pickOfSchool(context, 'name'); return cell ? [put(cell, null)] : null; } },
  { id: 'stage-wrong', seed: stageWrong },
  { id: 'builder-wrong', seed: builderWrong },
  { id: 'builder-typo', seed: builderTypo },
  { id: 'builder-labels-exchanged', seed: groupsExchanged },
  { id: 'row-twice', seed: rowTwice },
  { id: 'school-missing', seed: schoolMissing },
  { id: 'row-left-out', seed: rowLeftOut },
  { id: 'row-under-other-stage', seed: rowMoved },
  { id: 'remark-parts-off', seed: remarkWrong },
  { id: 'number-twice', seed: seqTwice },
]; // prettier-ignore
