import { yichunPlan } from '../../../src/plan';
import type { Spot } from './draft';
import { BUILDERS } from './figures';
import { change, isShown, isTyped, lineOf, pick, type Bench, type Fault, type Test } from './fault';

/** Two schools of one list, the second one getting the first one's name. */
function doubled(id: string, to: (name: string) => string): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'school', 'name');
      const other =
        spot && pick(bench, 'school', 'name', (_, s) => s.tag.table === spot.tag.table && s.tag.key !== spot.tag.key);
      if (!spot || !other) return null;
      const name = to(lineOf(bench, spot).name);
      draft.set(other, name);
      return [spot, other];
    },
  };
}

function renamed(id: string, to: (name: string, bench: Bench) => string | undefined): Fault {
  return change(id, 'school', 'name', (value, bench) => {
    const name = to(String(value), bench);
    return name === value ? undefined : name;
  });
}

/** Its stage stands in the row, whether as a cell or as the group's heading. */
function swapNames(id: string, areTwo: (bench: Bench, a: Spot, b: Spot) => boolean): Fault {
  return {
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = pick(bench, 'school', 'name', isShownRow);
      const other =
        spot &&
        pick(
          bench,
          'school',
          'name',
          (b, s, v) => s.tag.table === spot.tag.table && isShownRow(b, s, v) && areTwo(b, spot, s),
        );
      if (!spot || !other) return null;
      const [a, b] = [draft.show(spot), draft.show(other)];
      draft.set(spot, b);
      draft.set(other, a);
      const figures = [spot, other].flatMap((name) =>
        ['classes', 'seats', 'land'].flatMap((field) => draft.beside(name, field) ?? []),
      );
      return [spot, other, ...figures];
    },
  };
}

/** The row shows a planned figure that belongs to the school, so that another name there can be seen. */
const isShownRow: Test = (bench, spot) =>
  ['classes', 'seats', 'land'].some((field) => lineOf(bench, spot).shown.has(field) && bench.draft.beside(spot, field));

export const ROW_FAULTS: readonly Fault[] = [
  renamed('school-name-missing', () => ''),
  renamed('school-not-in-the-plan', (_, { random }) =>
    random.pick(['宜春市滨江实验学校', '秀江外国语小学', '宜春市第二十一中学', '高安市城北小学']),
  ),
  renamed('letter-wrong-in-the-name', (name) => {
    const wrong: Readonly<Record<string, string>> = {
      春: '舂',
      袁: '元',
      幼: '幻',
      第: '弟',
      赣: '贛',
      阳: '杨',
      宜: '宣',
      枫: '风',
      圆: '园',
    };
    const letter = [...name].find((one) => wrong[one] !== undefined);
    return letter && name.replace(letter, wrong[letter] ?? letter);
  }),
  renamed('name-cut-to-its-place', (name) =>
    /街道中心幼儿园$/u.test(name) ? name.replace(/街道中心幼儿园$/u, '') : undefined,
  ),
  renamed('ordinal-wrong-in-the-name', (name) =>
    /第[二三十]/u.test(name) && !/第十[一二三四五六七]/u.test(name) ? name.replace(/第[二三十]/u, '第九') : undefined,
  ),
  renamed('placeholder-for-the-name', (_, { random }) =>
    random.pick(['XX学校', '××小学', '{{学校名称}}', '示例：第一小学']),
  ),
  renamed('two-schools-in-one-cell', (name) => `${name}、宜春市第六小学`),
  renamed('number-for-the-name', (_, { random }) => String(random.whole(100, 900))),
  doubled('school-listed-twice', (name) => name),
  doubled('school-listed-twice-with-other-brackets', (name) => name.replace('（', '(').replace('）', ')')),
  doubled('school-listed-twice-without-the-city', (name) => name.replace(/^宜春市/u, '').replace(/（暂名）/u, '')),
  swapNames(
    'names-exchanged',
    (b, one, other) =>
      one.tag.key !== other.tag.key &&
      lineOf(b, one).stage === lineOf(b, other).stage &&
      lineOf(b, one).seats !== lineOf(b, other).seats,
  ),
  swapNames('names-exchanged-between-stages', (b, one, other) => lineOf(b, one).stage !== lineOf(b, other).stage),
  change('stage-wrong', 'school', 'stage', (value, { random }) =>
    random.pick(yichunPlan.stages.map((stage) => stage.name).filter((name) => name !== value)),
  ),
  change('stage-not-a-stage', 'school', 'stage', (_, { random }) => random.pick(['大学', '成人', '其它', '托育'])),
  change(
    'stage-missing',
    'school',
    'stage',
    () => null,
    (b, s) =>
      !b.draft.pages.some((page) =>
        page.merges.some(
          (area) => page === s.page && area.top <= s.row && area.bottom >= s.row && area.left === s.column,
        ),
      ),
  ),
  change(
    'builder-wrong',
    'school',
    'builder',
    (value, { random }) => random.pick(BUILDERS.filter((name) => name !== value)),
    isShown,
  ),
  change('builder-unknown', 'school', 'builder', (_, { random }) =>
    random.pick(['高新区', '樟树市', '丰城市', '北湖区']),
  ),
  change(
    'builder-missing',
    'school',
    'builder',
    () => null,
    (b, s) =>
      isTyped(b, s) &&
      b.draft
        .find('school', 'builder')
        .filter((one) => one.tag.table === s.tag.table)
        .every((one) => b.draft.show(one) !== null),
  ),
  change('number-for-a-builder', 'school', 'builder', (_, { random }) => random.whole(1, 60)),
  change(
    'two-builders-in-one-cell',
    'school',
    'builder',
    (value) => `${String(value)}、${value === '经开区' ? '袁州区' : '经开区'}`,
    isShown,
  ),
  {
    id: 'school-of-another-unit',
    seed(bench) {
      const { draft, random } = bench;
      const unit = draft
        .find('info', 'unit')
        .find((spot) => BUILDERS.some((name) => String(draft.show(spot)).endsWith(name)));
      const own = unit && BUILDERS.find((name) => String(draft.show(unit)).endsWith(name));
      const spot =
        own &&
        pick(
          bench,
          'school',
          'builder',
          (_, s, value) =>
            value === own && (draft.pages.length === 1 || s.page === unit.page || draft.pages[0]?.name === '封面'),
        );
      if (!spot) return null;
      draft.set(spot, random.pick(BUILDERS.filter((name) => name !== own)));
      return [spot];
    },
  },
  ...(['sequence-skips', 'sequence-repeats', 'sequence-is-text'] as const).map((id): Fault => ({
    id,
    seed(bench) {
      const { draft } = bench;
      const spot = pick(
        bench,
        'school',
        'seq',
        (b, s, value) => Number(value) > 2 && s.row > 0 && b.draft.beside(s, 'name') !== null,
      );
      if (!spot) return null;
      const value = Number(draft.show(spot));
      draft.set(spot, id === 'sequence-skips' ? value + 5 : id === 'sequence-repeats' ? value - 1 : '补');
      return [spot];
    },
  })),
  {
    id: 'remark-parts-off',
    seed(bench) {
      const spot = pick(bench, 'school', 'remark', (_, __, value) => /\d班.*\d班/u.test(String(value)));
      if (!spot) return null;
      const { draft } = bench;
      draft.set(spot, String(draft.show(spot)).replace('1350', '1530').replace('156人', '256人'));
      return [spot, draft.beside(spot, 'seats')].flatMap((one) => one ?? []);
    },
  },
  {
    id: 'row-emptied-but-for-its-number',
    seed(bench) {
      const spot = pick(
        bench,
        'school',
        'seq',
        (b, s) => lineOf(b, s).shown.has('builder') && b.draft.find('info', 'unit').length > 0,
      );
      if (!spot) return null;
      const { draft } = bench;
      const row = draft.spots.filter(
        (one) =>
          one.page === spot.page &&
          one.tag.table === spot.tag.table &&
          one.row === spot.row &&
          one.tag.row === 'school',
      );
      for (const cell of row) if (cell.tag.field !== 'seq' && !isMerged(cell)) draft.set(cell, null);
      return row;
    },
  },
  {
    id: 'row-hidden',
    seed(bench) {
      const spot = pick(bench, 'school', 'name');
      if (!spot) return null;
      spot.page.hiddenRows.add(spot.row);
      return bench.draft.spots.filter((one) => one.page === spot.page && one.row === spot.row);
    },
  },
];

function isMerged(spot: Spot): boolean {
  return spot.page.merges.some(
    (area) => spot.row >= area.top && spot.row <= area.bottom && spot.column >= area.left && spot.column <= area.right,
  );
}
