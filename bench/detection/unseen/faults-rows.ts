import type { CellValue } from '../../../src/workbook';
import type { Cell } from './draft';
import { inRow, insertBelow, oneOf, typing, type Case, type Fault } from './fault';
import { planned, UNITS } from './figures';

/** Slips of the input method: characters that sound or look alike. */
const ALIKE: readonly (readonly [right: string, wrong: string])[] = [
  ['峰', '锋'],
  ['岭', '领'],
  ['金湖', '金胡'],
  ['运', '远'],
  ['圆', '园'],
  ['枫', '疯'],
  ['宜阳', '宜扬'],
  ['灵泉', '灵全'],
  ['秀江', '绣江'],
  ['凤凰', '风凰'],
  ['特殊', '特珠'],
  ['春雨', '春语'],
  ['珠泉', '株泉'],
  ['年坪', '年平'],
  ['袁河', '元河'],
  ['化成', '化城'],
  ['职业', '职叶'],
  ['北湖', '北胡'],
  ['下浦', '下蒲'],
];

const misspelt = (name: string): string | null => {
  const pair = ALIKE.find(([right]) => name.includes(right));
  return pair ? name.replace(pair[0], pair[1]) : null;
};

const names = ({ draft }: Case): Cell[] => draft.cells('name');
const insertable = (at: Case): Cell[] => names(at).filter(({ page }) => page.takesRows);
const shorter = (name: string): string =>
  name.includes('（') ? name.replace(/（[^）]*）/u, '') : name.replace(/^(宜春市|袁州区)/u, '');

/** A school's row once more, directly below, under the name that `rename` gives it. */
function twice(id: string, rename: (name: string) => string): Fault {
  return {
    id,
    seed(at) {
      const cell = oneOf(
        insertable(at).filter((one) => rename(one.text()) !== '' && !one.text().startsWith('暂名')),
        at.random,
      );
      if (!cell) return null;
      const made = insertBelow(cell, 'again', (like) =>
        like.mark?.field === 'name'
          ? rename(like.text())
          : like.mark?.field === 'stage' && isMerged(like)
            ? null
            : like.shown(),
      );
      return [cell, ...(made.get('name') ? [made.get('name') as Cell] : [])];
    },
  };
}

const isMerged = (cell: Cell): boolean =>
  cell.page.merges.some(({ left, top, bottom }) => left === cell.column && top <= cell.row && bottom > cell.row);

/** A row that is no school of the plan, pasted among those that are. */
function pasted(id: string, value: (like: Cell, at: Case) => CellValue): Fault {
  return {
    id,
    seed(at) {
      const cell = oneOf(
        insertable(at).filter((one) => !/^S6/u.test(one.mark?.key ?? '')),
        at.random,
      );
      if (!cell) return null;
      const name = insertBelow(cell, 'pasted', (like) => value(like, at)).get('name');
      return name ? [name] : null;
    },
  };
}

const INVENTED = ['宜春市滨江外国语实验学校', '博雅国际双语学校', '高安路育才学校', '锦绣新城第一实验学校'];

const schools: readonly Fault[] = [
  typing('name-misspelt', (at) => names(at).filter((cell) => misspelt(cell.text()) !== null), (cell) => misspelt(cell.text())),
  typing('name-erased', names, () => null),
  typing('name-as-placeholder', names, (_, { random }) => random.pick(['×××学校', 'XX学校', '学校名称'])),
  {
    id: 'name-of-another-school-of-the-table',
    seed(at) {
      const cell = oneOf(names(at), at.random);
      const others = names(at).filter((other) => other !== cell && other.mark?.table === cell?.mark?.table);
      const other = oneOf(others, at.random);
      if (!cell || !other) return null;
      cell.enter(other.value);
      return [cell, other];
    },
  },
  twice('school-twice', (name) => name),
  twice('school-twice-in-short', (name) => (shorter(name) === name ? '' : shorter(name))),
  pasted('school-that-no-plan-knows', (like, { random }) => {
    if (like.mark?.field === 'name') return random.pick(INVENTED);
    return like.mark?.field === 'remark' || (like.mark?.field === 'stage' && isMerged(like)) ? null : like.shown();
  }),
  pasted('example-row-left', (like) => {
    if (like.mark?.field === 'name') return '（填写示例）某某小学';
    return like.mark?.field === 'remark' || (like.mark?.field === 'stage' && isMerged(like)) ? null : like.shown();
  }),
  pasted('header-row-pasted', (like) => like.page.cells.find(({ mark, column }) => mark?.role === 'header' && mark.field === like.mark?.field && column === like.column)?.text() ?? null),
]; // prettier-ignore

/** Kinds of school that the name itself tells. */
const toldStage = (name: string): string | null => {
  if (name.endsWith('幼儿园')) return '幼儿园';
  if (name.endsWith('小学')) return '小学';
  return /中学$|二中$/u.test(name) ? '中学' : null;
};

const WRONG_STAGE: Readonly<Record<string, string>> = { 幼儿园: '小学', 小学: '幼儿园', 中学: '小学' };

const places: readonly Fault[] = [
  typing('stage-against-the-name', (at) => at.draft.cells('stage').filter((cell) => cell.value !== null && !isMerged(cell) && toldStage(at.draft.beside(cell, 'name')?.text() ?? '')), (cell, at) => WRONG_STAGE[toldStage(at.draft.beside(cell, 'name')?.text() ?? '') ?? ''] ?? null),
  {
    id: 'rows-in-each-others-section',
    seed({ draft, random }) {
      const cells = draft.cells('name').filter(({ page }) => draft.cells('heading', 'other').some((head) => head.page === page));
      const of = (stage: string) => oneOf(cells.filter(({ mark }) => mark?.key.startsWith(`${stage}.`)), random);
      const [a, b] = [of('S3'), of('S5')];
      if (!a || !b) return null;
      for (const left of a.page.cells.filter(({ row, mark }) => row === a.row && mark?.field !== 'seq')) {
        const right = b.page.at(b.row, left.column);
        [left.value, right.value] = [right.value, left.value];
      }
      return [a, b];
    },
  },
  {
    id: 'number-twice',
    seed(at) {
      const all = at.draft.cells('seq');
      const cell = oneOf(all.filter((one) => (one.number() ?? 0) > 1), at.random);
      const above = cell && all.find((one) => one.page === cell.page && one.column === cell.column && one.row === cell.row - 1);
      if (!cell || !above) return null;
      cell.enter(above.number());
      return [cell, above];
    },
  },
  {
    id: 'number-left-out',
    seed(at) {
      const cells = at.draft.cells('seq').filter((cell) => (cell.number() ?? 0) > 2);
      const last = cells.filter((cell) => !cells.some((one) => one.page === cell.page && one.mark?.table === cell.mark?.table && one.column === cell.column && one.row > cell.row));
      const cell = oneOf(last, at.random);
      cell?.enter((cell.number() ?? 0) + 1);
      return cell ? [cell] : null;
    },
  },
  typing('builder-blank', (at) => at.draft.cells('unit'), () => null),
  typing('builder-misspelt', (at) => at.draft.cells('unit').filter(({ value }) => /袁州|宜阳|经开|明月/u.test(String(value))), (cell) => cell.text().replace('袁州', '袁洲').replace('宜阳', '宜杨').replace('经开', '经升').replace('明月', '名月')),
  typing('builder-unheard-of', (at) => at.draft.cells('unit'), (_, { random }) => random.pick(['教育局', '某某建设公司', '高新技术区', '县政府'])),
  typing('builder-against-the-plan', (at) => at.draft.cells('unit').filter(({ mark }) => planned(mark?.key ?? '')?.builder.value), (cell, { random }) => random.pick(UNITS.filter((unit) => !cell.text().includes(unit)))),
  typing('builder-of-another-unit', (at) => at.draft.cells('unit').filter((cell) => {
    const unit = at.draft.cells('reportingUnit', 'line').find(({ page }) => page === cell.page)?.text().replace('填报单位：', '');
    return unit !== undefined && cell.text().includes(unit) && !planned(cell.mark?.key ?? '')?.builder.value;
  }), (cell, { random }) => random.pick(UNITS.filter((unit) => !cell.text().includes(unit)))),
  typing('phone-of-ten-digits', (at) => [...at.draft.cells('phone'), ...at.draft.cells('contact', 'line')], (cell) => cell.text().slice(0, -1)),
]; // prettier-ignore

/** The remark that the plan gives a school, cut into the part that speaks of progress. */
const remarkOf = (cell: Cell | undefined): string => planned(cell?.mark?.key ?? '')?.remark.value ?? '';

const remarks: readonly Fault[] = [
  inRow('parts-of-the-school-do-not-add-up', ['remark', 'classes', 'seats'], ([remark]) => remark?.mark?.key === 'S2.10', ([remark], { random }) => {
    const [right, wrong] = random.pick([['30班', '32班'], ['1350人', '1530人'], ['900人', '960人']] as const);
    remark?.enter(remark.text().replace(right, wrong));
    return [0, 1, 2];
  }),
  inRow('parts-of-the-special-school-do-not-add-up', ['remark', 'classes', 'seats'], ([remark]) => remark?.mark?.key === 'S6.1', ([remark], { random }) => {
    const [right, wrong] = random.pick([['12班', '14班'], ['156人', '165人'], ['180人', '190人']] as const);
    remark?.enter(remark.text().replace(right, wrong));
    return [0, 1, 2];
  }),
  inRow('kind-against-the-remark', ['kind', 'remark'], ([kind]) => /^(迁建|.*扩建|回购)/u.test(remarkOf(kind)) , ([kind]) => {
    kind?.enter('新建');
    return [0, 1];
  }),
  inRow('status-against-the-remark', ['status', 'remark'], ([status]) => /基本完工|^已完工/u.test(remarkOf(status)), ([status]) => {
    status?.enter('未开工');
    return [0, 1];
  }),
]; // prettier-ignore

const statuses: readonly Fault[] = [
  typing(
    'status-unheard-of',
    (at) => at.draft.cells('status'),
    (_, { random }) => random.pick(['快完了', '差不多', '一般', '见附件']),
  ),
  typing(
    'status-blank',
    (at) => at.draft.cells('status'),
    () => null,
  ),
  typing(
    'status-as-number',
    (at) => at.draft.cells('status'),
    (_, { random }) => random.whole(2, 9),
  ),
];

export const ROW_FAULTS: readonly Fault[] = [...schools, ...places, ...remarks, ...statuses];
