import { yichunPlan } from '../../../src/plan';
import type { CellValue } from '../../../src/workbook';
import type { Draft, Spot } from './draft';
import { serial, type Day } from './figures';
import { builderShown, isPositive, isShown, pickCell, replacing, schools, type Fault } from './fault';

const name = schools('name');
const status = schools('status');

/** A day written as the cell's neighbours are. */
function like(value: CellValue, [year, month, day]: Day): CellValue {
  if (typeof value === 'number') return serial([year, month, day]);
  const text = String(value);
  if (text.includes('年')) return `${year}年${month}月`;
  return text.includes('-') ? `${year}-${String(month).padStart(2, '0')}` : `${year}.${month}`;
}

const isFilled = (value: CellValue): boolean => value !== null && value !== '';

/** A date that is put where it cannot be; the places are this date and the ones it contradicts. */
function dated(
  id: string,
  field: string,
  against: readonly string[],
  day: Day,
  isFit: (value: CellValue) => boolean = isFilled,
): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickCell(draft, random, schools(field), (value, _, spot) => {
        return isFit(value) && against.every((one) => isFilled(shownBeside(draft, spot, one)));
      });
      if (!at) return null;
      draft.change(at, like(draft.shown(at), day));
      return [at, ...against.flatMap((one) => draft.beside(at, one) ?? [])];
    },
  };
}

function shownBeside(draft: Draft, at: Spot, field: string): CellValue {
  const other = draft.beside(at, field);
  return other ? draft.shown(other) : null;
}

/** A state that its row contradicts. */
function stated(id: string, from: RegExp, to: string, against: string): Fault {
  return {
    id,
    seed(draft, random) {
      const at = pickCell(draft, random, status, (value, _, spot) => {
        return (
          from.test(String(value)) &&
          isFilled(shownBeside(draft, spot, against)) &&
          shownBeside(draft, spot, against) !== 0
        );
      });
      const other = at && draft.beside(at, against);
      if (!at || !other) return null;
      draft.change(at, to);
      return [at, other];
    },
  };
}

/** Names, states, dates and the order of rows. */
export const ROW_FAULTS: readonly Fault[] = [
  replacing('school-name-mistyped', name, (value) => {
    const text = String(value);
    const swaps = [
      ['袁', '园'],
      ['春', '椿'],
      ['宜', '宣'],
      ['第', '弟'],
      ['园', '圆'],
      ['小学', '小小学'],
      ['中学', '中'],
      ['学校', '校'],
    ] as const;
    const swap = swaps.find(([from]) => text.includes(from));
    return swap ? text.replace(swap[0], swap[1]) : `${text}分`;
  }),
  replacing('school-not-in-plan', name, (_, random) =>
    random.pick(['宜春市第九中学', '明德实验小学', '阳光花园幼儿园']),
  ),
  replacing('school-name-missing', name, () => null),
  replacing('number-for-name', name, (_, random) => random.whole(10, 400)),
  replacing('line-break-in-name', name, (value) => String(value).replace(/^(.{3})/u, '$1\n')),
  {
    id: 'school-twice',
    seed(draft, random) {
      const at = pickCell(draft, random, name);
      const other =
        at && pickCell(draft, random, name, (value, _, spot) => spot.leaf === at.leaf && value !== draft.shown(at));
      if (!at || !other) return null;
      draft.change(other, draft.shown(at));
      return [other, at];
    },
  },
  replacing('builder-mistyped', schools('builder'), (value) =>
    String(value).replace('袁', '元').replace('宜', '宣').replace('经', '径').replace('本', '木').replace('明', '名'),
  ),
  replacing('builder-unknown', schools('builder'), (_, random) => random.pick(['丰城市', '区教体局基建股', '高新区'])),
  replacing(
    'builder-missing',
    schools('builder'),
    () => null,
    (_, of) => builderShown(of) !== null,
  ),
  replacing('same-as-above', schools('builder'), () => '同上'),
  replacing('status-in-own-words', status, (_, random) => random.pick(['快完了', '差不多', '正常'])),
  replacing('status-missing', status, () => null),
  replacing('number-for-status', status, (_, random) => random.whole(2, 60)),
  stated('not-started-with-start', /在建|封顶|装修/u, '未开工', 'start'),
  {
    id: 'in-use-without-dates',
    seed(draft, random) {
      const at = pickCell(draft, random, status, (value) => value === '未开工');
      const dates = at ? ['start', 'done'].flatMap((field) => draft.beside(at, field) ?? []) : [];
      if (!at || dates.length === 0) return null;
      draft.change(at, '投入使用');
      return [at, ...dates];
    },
  },
  stated('not-started-though-complete', /投入使用|已完工/u, '未开工', 'done'),
  stated('not-started-though-spent', /在建|封顶|装修/u, '未开工', 'spent'),
  stated('state-against-words', /投入使用|已完工/u, '在建', 'progress'),
  {
    id: 'state-against-remark',
    seed(draft, random) {
      const at = pickCell(draft, random, status, (_, __, spot) => {
        return /(^|，)(基本完工|已完工)/u.test(String(shownBeside(draft, spot, 'remark')));
      });
      const remark = at && draft.beside(at, 'remark');
      if (!at || !remark) return null;
      draft.change(at, '未开工');
      return [at, remark];
    },
  },
  {
    id: 'done-without-date',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('done'), isFilled);
      const state = at && draft.beside(at, 'status');
      if (!at || !state) return null;
      draft.change(at, null);
      return [at, state];
    },
  },
  {
    id: 'started-without-date',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('start'), isFilled);
      const state = at && draft.beside(at, 'status');
      if (!at || !state) return null;
      draft.change(at, null);
      return [at, state];
    },
  },
  dated('done-before-start', 'done', ['start'], [2021, 12, 20]),
  dated('due-before-start', 'due', ['start'], [2021, 9, 30]),
  dated('done-after-report', 'done', ['status'], [2025, 5, 10]),
  dated('start-after-report', 'start', ['status'], [2025, 3, 1]),
  dated('year-mistyped-far', 'due', [], [2042, 12, 31]),
  dated('year-mistyped-old', 'start', [], [1922, 6, 1]),
  replacing('month-thirteen', schools('due'), () => '2024年13月', isFilled),
  replacing('day-that-is-none', schools('start'), () => '2023-02-30', isFilled),
  replacing('word-for-date', schools('done'), (_, random) => random.pick(['已完', '待定', '年底']), isFilled),
  replacing('number-for-date', schools('start'), (_, random) => random.whole(2, 40), isFilled),
  {
    id: 'date-shown-as-number',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('start'), (value) => typeof value === 'number');
      if (!at) return null;
      draft.reformat(at, null);
      return [at];
    },
  },
  replacing(
    'sequence-twice',
    schools('sequence'),
    (value) => Number(value) - 1,
    (value) => Number(value) > 1,
  ),
  replacing(
    'sequence-jumps',
    schools('sequence'),
    (value) => Number(value) + 10,
    (value) => Number(value) > 1,
  ),
  replacing('stage-of-another', schools('stage'), (value) => (value === '初中' ? '小学' : '初中')),
  replacing('heading-of-another-stage', { table: 'schools', field: 'heading' }, (value) =>
    String(value).includes('幼儿园') ? '三、小学' : '五、幼儿园',
  ),
  {
    id: 'figures-shifted-right',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('classes'), (_, of, spot) => {
        return (
          isShown(of, 'seats') &&
          draft.tag({ ...spot, column: spot.column + 1 })?.field === 'seats' &&
          draft.tag({ ...spot, column: spot.column + 2 })?.field === 'land'
        );
      });
      if (!at) return null;
      const spots = [0, 1, 2].map((n) => ({ ...at, column: at.column + n }));
      const [a, b] = spots.map((spot) => draft.shown(spot));
      [null, a ?? null, b ?? null].forEach((value, i) => draft.change(spots[i] ?? at, value));
      return spots;
    },
  },
  {
    id: 'row-hidden',
    seed(draft, random) {
      const at = pickCell(draft, random, name);
      if (!at) return null;
      draft.leaf(at.leaf).hiddenRows.add(at.row);
      return [at];
    },
  },
  {
    id: 'cells-merged-down',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('seats'), (value, of, spot) => {
        return (
          isPositive(value) && draft.tag({ ...spot, row: spot.row + 1 })?.role === 'detail' && isShown(of, 'seats')
        );
      });
      if (!at) return null;
      draft.merge(at.leaf, at.row, at.column, at.row + 1, at.column);
      const below = { ...at, row: at.row + 1 };
      draft.change(below, null);
      return [at, below];
    },
  },
  {
    id: 'remark-of-another-school',
    seed(draft, random) {
      const at = pickCell(draft, random, schools('remark'));
      if (!at) return null;
      const other = yichunPlan.schools.find(({ id }) => id === 'S2.10')?.remark.value ?? '';
      if (draft.shown(at) === other || draft.beside(at, 'seats') === null) return null;
      draft.change(at, other);
      return [at];
    },
  },
];
