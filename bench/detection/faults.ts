import { yichunPlan as plan } from '../../src/plan';
import type { CellValue } from '../../src/workbook';
import type { Canvas, Place } from './canvas';
import type { Layout, SchoolField } from './layouts';
import type { Random } from './random';
import type { School, Submission } from './submission';

export interface FaultInput {
  readonly canvas: Canvas;
  readonly submission: Submission;
  readonly layout: Layout;
  readonly random: Random;
}

/** Seeds one fault; gives the cells at which a finding counts, or `null` where the layout has no place for it. */
export interface FaultKind {
  readonly id: string;
  readonly seed: (input: FaultInput) => readonly Place[] | null;
}

type Change = (value: number, school: School, random: Random) => CellValue | null;

const school = (input: FaultInput, fits: (school: School) => boolean = () => true): School | null => {
  const candidates = input.submission.schools.filter(fits);
  return candidates.length === 0 ? null : input.random.pick(candidates);
};
const placeOf = (input: FaultInput, key: string): Place | null => input.canvas.places.get(key) ?? null;

/** Replaces one figure of one school. */
function figure(
  id: string,
  field: SchoolField,
  change: Change,
  fits: (school: School) => boolean = () => true,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const chosen = school(
        input,
        (one) => fits(one) && typeof one[field as keyof School] === 'number' && Number(one[field as keyof School]) > 0,
      );
      const place = chosen && placeOf(input, `schools/${chosen.name}/${field}`);
      const value = place && input.canvas.number(place);
      if (!chosen || !place || value === null) return null;
      const changed = change(value, chosen, input.random);
      if (changed === null || changed === value) return null;
      input.canvas.set(place, changed);
      return [place];
    },
  };
}

/** Replaces one text of one school. */
function words(
  id: string,
  field: SchoolField,
  change: (text: string, input: FaultInput, school: School) => CellValue,
  fits: (school: School) => boolean = () => true,
  /** Other cells of the row that are as right to point at: a status and its date contradict each other. */
  also: readonly SchoolField[] = [],
): FaultKind {
  return {
    id,
    seed: (input) => {
      const chosen = school(input, fits);
      const place = chosen && placeOf(input, `schools/${chosen.name}/${field}`);
      if (!chosen || !place) return null;
      const cell = input.canvas.at(place);
      const old = cell.kind === 'value' ? cell.value : null;
      const value = change(old === null ? '' : String(old), input, chosen);
      // What was right by chance is no fault.
      if (value === old) return null;
      input.canvas.set(place, value);
      const besides = also
        .map((other) => placeOf(input, `schools/${chosen.name}/${other}`))
        .filter((one) => one !== null);
      return [place, ...besides];
    },
  };
}

const shownIn =
  (measure: 'plannedClasses' | 'plannedSeats' | 'plannedLand') =>
  (one: School): boolean => {
    const found = plan.schools.find((entry) => entry.name === one.name);
    return found !== undefined && found[measure].value !== null;
  };
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

function textForms(field: SchoolField): readonly FaultKind[] {
  const unit = { classes: '个', seats: '个', land: '亩', formed: '个', invested: '万元' }[field as string] ?? '个';
  return [
    figure(`${field}: stored as text`, field, (value) => String(value)),
    figure(`${field}: full-width digits`, field, (value) => fullWidth(String(value))),
    figure(`${field}: unit behind the number`, field, (value) => `${value}${unit}`),
    figure(`${field}: about`, field, (value) => `约${value}`),
    figure(`${field}: space inside`, field, (value) =>
      value < 1000 ? `${value} ` : String(value).replace(/(\d)(\d{3})$/u, '$1 $2'),
    ),
    figure(`${field}: letter O for 0`, field, (value) =>
      String(value).includes('0') ? String(value).replace('0', 'O') : null,
    ),
    figure(`${field}: placeholder`, field, () => '—'),
    figure(`${field}: words`, field, () => '见附件'),
    figure(`${field}: negative`, field, (value) => -value),
    figure(`${field}: two numbers in one cell`, field, (value) => `${Math.floor(value / 2)}+${Math.ceil(value / 2)}`),
    figure(`${field}: #REF!`, field, () => '#REF!'),
  ];
}

/** A summary cell typed over with another number. */
function summary(
  id: string,
  key: (input: FaultInput) => string,
  by: (value: number, random: Random) => number,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const value = place && input.canvas.number(place);
      if (!place || value === null || value === 0) return null;
      input.canvas.set(place, by(value, input.random));
      return [place];
    },
  };
}
const stageOf = (input: FaultInput): string => input.random.pick(input.submission.schools).stage;

/** A sum that leaves its last row out. */
function shortSum(id: string, key: (input: FaultInput) => string): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const cell = place && input.canvas.at(place);
      if (!place || !cell || cell.kind !== 'sum' || !cell.asFormula || cell.cells.length < 3) return null;
      const last = cell.cells.at(-1);
      if (!last || (input.canvas.number({ sheet: place.sheet, row: last[0], column: last[1] }) ?? 0) === 0) return null;
      input.canvas.set(place, { ...cell, cells: cell.cells.slice(0, -1) });
      return [place];
    },
  };
}

function other(
  id: string,
  key: (input: FaultInput) => string,
  change: (value: CellValue, input: FaultInput) => CellValue | null,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const cell = place && input.canvas.at(place);
      if (!place || !cell) return null;
      const changed = change(cell.kind === 'value' ? cell.value : input.canvas.number(place), input);
      if (changed === null) return null;
      input.canvas.set(place, changed);
      return [place];
    },
  };
}
const fund = (input: FaultInput, field: string): string =>
  `funds/${input.random.pick(input.submission.funds).name}/${field}`;
const shownFund = (field: string): string => `funds/教育教学质量奖/${field}`;
const indicator = (input: FaultInput, field: string): string =>
  `indicators/${input.random.pick(input.submission.indicators).name}/${field}`;

export const FAULTS: readonly FaultKind[] = [
  ...(['classes', 'seats', 'land', 'formed', 'invested'] as const).flatMap(textForms),
  figure('classes: not whole', 'classes', (value) => value + 0.5),
  figure('seats: not whole', 'seats', (value) => value + 0.3),
  figure(
    'classes: differs from the plan',
    'classes',
    (value, _, random) => value + random.whole(1, 9),
    shownIn('plannedClasses'),
  ),
  figure(
    'seats: differs from the plan',
    'seats',
    (value, _, random) => value + 10 * random.whole(1, 30),
    shownIn('plannedSeats'),
  ),
  figure(
    'land: differs from the plan',
    'land',
    (value, _, random) => Math.round(value * (1 + random.whole(5, 30) / 100) * 10) / 10,
    (one) => shownIn('plannedLand')(one),
  ),
  figure('seats: ten times', 'seats', (value) => value * 10, shownIn('plannedSeats')),
  figure('seats: a tenth', 'seats', (value) => value / 10, shownIn('plannedSeats')),
  figure('seats: in 万', 'seats', (value) => value / 10000),
  figure(
    'seats: ten times, plan silent',
    'seats',
    (value) => value * 10,
    (one) => !shownIn('plannedSeats')(one),
  ),
  figure(
    'classes: ten times, plan silent',
    'classes',
    (value) => value * 10,
    (one) => !shownIn('plannedClasses')(one),
  ),
  figure('land: square metres in 亩', 'land', (value) => Math.round(value * 666.667), shownIn('plannedLand')),
  figure(
    'land: square metres in 亩, plan silent',
    'land',
    (value) => Math.round(value * 666.667),
    (one) => !shownIn('plannedLand')(one),
  ),
  figure(
    'seats: digits transposed',
    'seats',
    (value) => {
      const text = String(value);
      return text[0] === text[1] ? null : Number(`${text[1] ?? ''}${text[0] ?? ''}${text.slice(2)}`);
    },
    shownIn('plannedSeats'),
  ),
  figure('formed: more than planned', 'formed', (value) => value + 90),
  figure('invested: in 元', 'invested', (value) => value * 10000),
  words(
    'builder: other district',
    'builder',
    (_, input) => input.random.pick(plan.builders.filter((one) => one.name !== input.submission.unit)).name,
  ),
  words('builder: mistyped', 'builder', (text) => `${text.slice(0, -1)}曲`),
  words('builder: empty', 'builder', () => null),
  words('builder: unknown', 'builder', () => '高新区'),
  words(
    'name: one letter wrong',
    'name',
    (text) => `${text.slice(0, 2)}某${text.slice(3)}`,
    (one) => one.name.length > 6,
  ),
  words('name: unknown school', 'name', () => '新城实验学校'),
  words('name: empty', 'name', () => null),
  words('name: space in front', 'name', (text) => `\u3000${text}`),
  words('name: space behind', 'name', (text) => `${text} `),
  words(
    'name: twice',
    'name',
    // Within the stage, so that nothing but the name is wrong.
    (text, input, chosen) =>
      (input.submission.schools.find((one) => one.name !== text && one.stage === chosen.stage) ?? chosen).name,
  ),
  words('status: unknown word', 'status', () => '快完了'),
  words('status: empty', 'status', () => null),
  words(
    'status: done without a date',
    'status',
    () => '已完工',
    (one) => one.completed === null && one.started !== null && one.remark === null,
    ['completed'],
  ),
  words(
    'status: not started but dated',
    'status',
    () => '未开工',
    (one) => one.started !== null && one.remark === null && one.completed === null,
    ['started'],
  ),
  words(
    'started: text date',
    'started',
    () => '2022.6.1',
    (one) => one.started !== null,
  ),
  words(
    'started: month only',
    'started',
    () => '6月底',
    (one) => one.started !== null,
  ),
  words(
    'started: impossible',
    'started',
    () => '2022.2.30',
    (one) => one.started !== null,
  ),
  words(
    'started: 2032',
    'started',
    () => 48366,
    (one) => one.started !== null,
  ),
  words(
    'completed: text date',
    'completed',
    () => '2023年3月1日',
    (one) => one.completed !== null,
  ),
  words(
    'completed: before the start',
    'completed',
    (_, __, one) => (one.started ?? 0) - 40,
    (one) => one.completed !== null && one.started !== null,
    ['started'],
  ),
  words('sequence: gap', 'sequence', () => 19),
  words(
    'sequence: repeated',
    'sequence',
    (value) => (Number(value) === 1 ? 2 : 1),
    (one) => one !== undefined,
  ),
  words(
    'remark: space in front',
    'remark',
    () => ' 配建',
    (one) => one.remark === null,
  ),
  summary(
    'subtotal classes typed over',
    (input) => `subtotal/${stageOf(input)}/classes`,
    (value, random) => value + random.whole(1, 8),
  ),
  summary(
    'subtotal seats typed over',
    (input) => `subtotal/${stageOf(input)}/seats`,
    (value, random) => value - 10 * random.whole(1, 20),
  ),
  summary(
    'subtotal land typed over',
    (input) => `subtotal/${stageOf(input)}/land`,
    (value) => Math.round((value + 3.5) * 10) / 10,
  ),
  summary(
    'subtotal invested typed over',
    (input) => `subtotal/${stageOf(input)}/invested`,
    (value) => value + 120,
  ),
  summary(
    'total seats typed over',
    (input) => (input.layout.sections === 'sheets' ? `total/${stageOf(input)}/seats` : 'total/seats'),
    (value) => value + 300,
  ),
  summary(
    'total classes typed over',
    (input) => (input.layout.sections === 'sheets' ? `total/${stageOf(input)}/classes` : 'total/classes'),
    (value) => value - 2,
  ),
  summary(
    'total land typed over',
    (input) => (input.layout.sections === 'sheets' ? `total/${stageOf(input)}/land` : 'total/land'),
    (value) => Math.round((value - 2.4) * 10) / 10,
  ),
  shortSum('subtotal leaves a row out', (input) => `subtotal/${stageOf(input)}/seats`),
  shortSum('total leaves a row out', (input) =>
    input.layout.sections === 'sheets' ? `total/${stageOf(input)}/classes` : 'total/classes',
  ),
  summary(
    'fund total typed over',
    () => 'funds/total/amount',
    (value) => value + 50,
  ),
  summary(
    'fund spent total typed over',
    () => 'funds/total/spent',
    (value) => value + 5,
  ),
  other(
    'fund amount differs from the plan',
    () => shownFund('amount'),
    () => 420,
  ),
  other(
    'fund amount as text',
    (input) => fund(input, 'amount'),
    (value) => String(value),
  ),
  other(
    'fund amount with unit',
    (input) => fund(input, 'amount'),
    (value) => `${String(value)}万元`,
  ),
  other(
    'fund spent more than amount',
    (input) => fund(input, 'spent'),
    () => 650,
  ),
  other(
    'fund spent negative',
    (input) => fund(input, 'spent'),
    (value) => -Number(value),
  ),
  other(
    'fund name unknown',
    (input) => fund(input, 'name'),
    () => '综合保障专项',
  ),
  other(
    'fund name mistyped',
    (input) => fund(input, 'name'),
    (value) => `${String(value).slice(0, 3)}某${String(value).slice(4)}`,
  ),
  other(
    'fund rate wrong',
    (input) => fund(input, 'rate'),
    (value) => Number(value) + 11,
  ),
  other(
    'fund in 元',
    (input) => fund(input, 'allocated'),
    (value) => Number(value) * 10000,
  ),
  other(
    'indicator target changed',
    (input) => indicator(input, 'target'),
    (value) => Number(value) + 1,
  ),
  other(
    'indicator actual as text',
    (input) => indicator(input, 'actual'),
    (value) => String(value),
  ),
  other(
    'indicator actual as fraction',
    (input) => indicator(input, 'actual'),
    (value) => Number(value) / 100,
  ),
  other(
    'indicator actual with %',
    (input) => indicator(input, 'actual'),
    (value) => `${String(value)}%`,
  ),
  other(
    'indicator actual empty',
    (input) => indicator(input, 'actual'),
    () => '',
  ),
  other(
    'indicator rate wrong',
    (input) => indicator(input, 'rate'),
    (value) => Number(value) - 7,
  ),
  other(
    'indicator name mistyped',
    (input) => indicator(input, 'name'),
    (value) => String(value).replace('率', '律'),
  ),
  other(
    'measure department missing',
    () => 'measures/3/departments',
    () => '市发改委',
  ),
  other(
    'measure departments empty',
    () => 'measures/2/departments',
    () => '',
  ),
  other(
    'measure title changed',
    () => 'measures/8/text',
    () => '9.改进后勤服务工作。落实后勤服务保障，推进食堂建设。',
  ),
  other(
    'measure progress empty',
    (input) => `measures/${input.random.whole(0, 17)}/progress`,
    () => '',
  ),
];
