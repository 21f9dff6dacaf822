import { yichunPlan as plan } from '../../src/plan';
import { figure, words, shownIn, textForms, summary, stageOf, shortSum, type FaultKind } from './fault-kinds';
import { OTHER_FAULTS } from './other-faults';

/** Every kind of fault of the tuned set. */
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
  ...OTHER_FAULTS,
];
