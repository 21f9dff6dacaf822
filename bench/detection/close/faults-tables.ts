import { yichunPlan } from '../../../src/plan';
import { numberIn, shown, type Cell } from '../proof/book';
import { inRow, rewritten, type, typedSumsOf, type Fault, type Scene } from '../proof/fault';
import { bound, cellsOf, isNumeric, lineFault, one, retype } from './places';

type Beside = (field: string) => Cell | null;
const has = (cell: Cell | null): boolean => cell !== null && shown(cell) !== null;

const FUNDS: readonly Fault[] = [
  rewritten('fund-alike', 'fund', (text) => text.replace('教育', '教肓').replace('教师', '教帅').replace('双减', '双检').replace('内涵', '内函')),
  rewritten('fund-unknown', 'fund', () => '校园足球发展专项'),
  rewritten('fund-blank', 'fund', () => null),
  rewritten('fund-letters-lost', 'fund', (text) => text.replace('提升', '').replace('质量', '').replace('研究专项', '专项').replace('办学', '')),
  inRow('fund-spent-over-granted', 'spent', (_, beside) => has(beside('amount')), (cell, beside, scene) => [...retype(scene, cell, numberIn(beside('amount') ?? cell) + 20), beside('amount'), beside('issued')]),
  inRow('fund-spent-over-issued', 'spent', (_, beside) => numberIn(beside('issued') ?? _) < numberIn(beside('amount') ?? _), (cell, beside, scene) => [...retype(scene, cell, numberIn(beside('issued') ?? cell) + 1), beside('issued')]),
  inRow('fund-issued-over-granted', 'issued', (_, beside) => has(beside('amount')), (cell, beside) => [type(cell, numberIn(beside('amount') ?? cell) + 30), beside('amount')]),
  inRow('fund-in-yuan', 'amount', isNumeric, (cell) => [type(cell, numberIn(cell) * 10_000)]),
  inRow('fund-against-plan', 'amount', ({ id }) => id === 'F01' || id === 'F06', (cell) => [type(cell, numberIn(cell) + 50)]),
  inRow('funds-not-thousand', 'amount', ({ id }) => id !== 'F01' && id !== 'F06', (cell, _, scene) => {
    const others = bound(scene, cell);
    return [type(cell, numberIn(cell) + 15), ...others];
  }),
  {
    id: 'spent-differs-between-sheets',
    seed(scene) {
      const cell = one(scene, cellsOf(scene, ['spentAgain']).flatMap(({ id }) => scene.book.find('spent').find((each) => each.id === id) ?? []));
      if (!cell) return null;
      const others = bound(scene, cell);
      return [type(cell, numberIn(cell) - 5), ...others];
    },
  },
]; // prettier-ignore

const isShare = (_: Cell, beside: Beside): boolean => shown(beside('unit') ?? _) === '%';

const TARGETS: readonly Fault[] = [
  rewritten('indicator-alike', 'indicator', (text) => text.replace('学前', '学钱').replace('巩固', '巩因').replace('新增', '新曾').replace('优化', '优华')),
  rewritten('indicator-unknown', 'indicator', () => '教师本科率'),
  rewritten('unit-per-mille', 'unit', (text) => text.replace('%', '‰')),
  rewritten('unit-for-seats', 'unit', (text) => (text === '万个' ? '个' : text)),
  rewritten('unit-for-schools', 'unit', (text) => (text === '所' ? '万所' : text)),
  rewritten('unit-blank', 'unit', () => null),
  rewritten('target-words-changed', 'target', (text) => text.replace('大体相当', '基本相等').replace('国家', '全省')),
  rewritten('met-against-figures', 'met', (text, cell, scene) => (has(scene.book.beside(cell, 'gap')) && text === '否' ? '是' : text)),
  rewritten('met-unknown', 'met', () => '√？'),
  inRow('target-as-fraction', 'target', isShare, (cell) => [type(cell, numberIn(cell) / 100)]),
  inRow('result-as-fraction', 'now', isShare, (cell) => [type(cell, Number((numberIn(cell) / 100).toFixed(4)))]),
  inRow('retention-over-hundred', 'now', ({ id }) => id === 'T02', (cell) => [type(cell, 106.4)]),
  inRow('target-one-more', 'target', (cell) => isNumeric(cell), (cell) => [type(cell, numberIn(cell) + 1)]),
  inRow('target-in-pupils', 'target', (cell, beside) => shown(beside('unit') ?? cell) === '万个', (cell) => [type(cell, Math.round(numberIn(cell) * 10_000))]),
  inRow('result-in-pupils', 'now', (cell, beside) => shown(beside('unit') ?? cell) === '万个' && numberIn(cell) > 0, (cell) => [type(cell, Math.round(numberIn(cell) * 10_000))]),
  inRow('result-blank', 'now', () => true, (cell) => [type(cell, null)]),
  inRow('half-a-school', 'now', (cell, beside) => shown(beside('unit') ?? cell) === '所' && numberIn(cell) > 0, (cell) => [type(cell, numberIn(cell) + 0.5)]),
  {
    id: 'schools-in-all-not-the-parts',
    seed({ book }) {
      const cell = book.find('now').find(({ id }) => id === 'T06');
      const parts = book.find('now').filter(({ id }) => /^T(?:0[7-9]|1[0-3])$/u.test(id));
      return cell ? [type(cell, numberIn(cell) + 4), ...parts] : null;
    },
  },
  {
    id: 'seats-in-all-not-the-parts',
    seed({ book }) {
      const cell = book.find('now').find(({ id }) => id === 'T14');
      const parts = book.find('now').filter(({ id }) => /^T1[5-9]$/u.test(id));
      return cell ? [type(cell, Number((numberIn(cell) + 0.8).toFixed(2))), ...parts] : null;
    },
  },
]; // prettier-ignore

const DUTIES: readonly Fault[] = [
  rewritten('measure-other-figure', 'title', (text) => text.replace('39所', '36所')),
  rewritten('measure-seats-changed', 'title', (text) => text.replace('5.18万个', '5.81万个')),
  rewritten('measure-unknown', 'title', () => '开展校园文化建设行动。'),
  rewritten('measure-blank', 'title', () => null),
  rewritten('department-left-out', 'dept', (text) => (text.includes('\n') ? text.split('\n').slice(1).join('\n') : text)),
  rewritten('department-alike', 'dept', (text) => text.replace('组织', '组只').replace('人社', '人杜').replace('科技', '料技').replace('财政', '财证')),
  rewritten('department-unknown', 'dept', (text, { id }) => (yichunPlan.measures.some((one) => one.id === id && one.departmentsShown) ? '市园林局' : text)),
  rewritten('department-blank', 'dept', () => null),
  rewritten('department-doubled', 'dept', (text) => `${text}\n${text.split('\n')[0] ?? ''}`),
  rewritten('duty-state-unknown', 'state', () => '还行'),
  rewritten('duty-state-blank', 'state', () => null),
  rewritten('duty-progress-blank', 'progress', () => null),
  rewritten('duty-progress-placeholder', 'progress', () => '{{本期进展}}'),
  rewritten('heading-changed', 'heading', (text) => text.replace('教师', '学生').replace('考核', '考试').replace('项目', '工程')),
  inRow('tally-wrong', 'count', (cell) => numberIn(cell) > 0, (cell) => [type(cell, numberIn(cell) + 2)]),
]; // prettier-ignore

/** Removes a row of a table; what still tells of it is where the mending begins. */
function rowLost(id: string, field: string): Fault {
  return {
    id,
    seed(scene) {
      const cells = cellsOf(scene, [field]);
      const at = scene.random.whole(1, Math.max(1, cells.length - 2));
      const cell = cells[at];
      const next = cells[at + 1];
      if (!cell || !next || next.page !== cell.page || next.row !== cell.row + 1 || bookOfTwo(cell)) return null;
      const number = scene.book.beside(next, 'seq');
      const typed = cell.page.inRow(cell.row).flatMap((each) => typedSumsOf(scene.book, each));
      const notes = cell.page.cells.filter(
        ({ field: name, value }) => name === 'note' && /共\d+所/u.test(String(value)),
      );
      const { page } = cell;
      page.deleteRow(cell.row, scene.book);
      const totals = scene.book.find('amount', 'total').filter((each) => each.page === page);
      return [number, next, ...typed, ...notes, ...totals];
    },
  };
}

/** Another table stands beside, whose rows would go along. */
const bookOfTwo = ({ page, row }: Cell): boolean => page.inRow(row).some(({ field }) => field.startsWith('by'));

function rowDoubled(id: string, field: string): Fault {
  return {
    id,
    seed(scene: Scene) {
      const cell = one(scene, cellsOf(scene, [field]).filter((each) => !bookOfTwo(each)));
      if (!cell) return null;
      const { page, row } = cell;
      const cells = page.inRow(row);
      const values = cells.map((each) => [each, shown(each)] as const);
      page.insertRow(row + 1);
      const copies = values.map(([each, value]) => {
        const copy = page.put(row + 1, each.column, value, each.field, each.kind, each.id);
        copy.format = each.format;
        if (each.calc?.asFormula) {
          const of = each.calc.of.map((part) => part);
          copy.calc = { ...each.calc, of };
        }
        return copy;
      });
      // The copy's own formulas look at its own row.
      for (const copy of copies)
        if (copy.calc) copy.calc.of = copy.calc.of.map((part) => copies.find(({ column }) => column === part.column) ?? part);
      return [cell, copies.find(({ field: name }) => name === field), ...copies.filter(({ field: name }) => name === 'seq')];
    },
  }; // prettier-ignore
}

const TABLES: readonly Fault[] = [
  rowLost('school-row-lost', 'name'),
  rowLost('fund-row-lost', 'fund'),
  rowLost('target-row-lost', 'indicator'),
  rowDoubled('school-row-doubled', 'name'),
  rowDoubled('fund-row-doubled', 'fund'),
  rowDoubled('target-row-doubled', 'indicator'),
  inRow('rank-doubled', 'rank', (cell) => numberIn(cell) > 1, (cell) => [type(cell, numberIn(cell) - 1)]),
  inRow('rank-out-of-range', 'rank', isNumeric, (cell) => [type(cell, 99)]),
  inRow('summary-count-wrong', 'byCount', isNumeric, (cell) => [type(cell, numberIn(cell) + 1)]),
  rewritten('summary-key-alike', 'by', (text) => text.replace('袁州', '袁洲').replace('宜阳', '宜洋').replace('小学', '小字').replace('市本', '市木')),
  rewritten('stage-heading-alike', 'stage', (text) => text.replace('小学', '小字').replace('初中', '初钟').replace('幼儿', '幼几'), 'heading'),
  rewritten('stage-heading-other', 'stage', (text) => (text.endsWith('小学') ? text.replace('小学', '初中') : text.replace('初中', '小学')), 'heading'),
  {
    id: 'builders-merged',
    seed({ book }) {
      const cells = book.find('builder').filter((cell, i, all) => all[i + 1]?.row === cell.row + 1 && shown(all[i + 1] ?? cell) === shown(cell));
      const [cell] = cells;
      const below = cell && cell.page.at(cell.row + 1, cell.column);
      if (!cell || !below) return null;
      type(below, null);
      cell.page.merge(cell.row, cell.column, below.row, cell.column);
      return [cell, below];
    },
  },
  {
    id: 'column-hidden',
    seed(scene) {
      const cell = one(scene, scene.book.cells().filter(({ kind, field }) => kind === 'header' && ['seats', 'land', 'prior', 'issued', 'now', 'state', 'q2'].includes(field)));
      if (!cell) return null;
      cell.page.hiddenColumns.add(cell.column);
      return [cell, ...cell.page.cells.filter(({ column, kind }) => column === cell.column && kind !== 'line')];
    },
  },
]; // prettier-ignore

const LINES: readonly Fault[] = [
  lineFault('seats-header-wan', 'seats', (text) => text.replace('个', '万个')),
  lineFault('land-header-square', 'land', (text) => text.replace('亩', '㎡')),
  lineFault('money-header-yuan', 'amount', (text) => text.replace('万元', '元')),
  lineFault('header-blank', 'seats', () => null),
  lineFault('name-header-blank', 'name', () => null),
  lineFault('fund-header-blank', 'amount', () => null),
  lineFault('land-header-twice', 'land', (text) => text.replace('规划用地', '规划学位').replace(/^用地/u, '学位').replace('占地（亩）', '学位数（个）').replace('亩', '个')),
  lineFault('unit-line-yuan', 'unitLine', (text) => text.replace('万元', '元')),
  lineFault('people-without-name', 'people', (text) => text.replace(/填报人：[^\u3000]+/u, '填报人：')),
  lineFault('people-without-checker', 'people', (text) => text.replace(/审核人：[^\u3000]+/u, '审核人：')),
  lineFault('people-without-date', 'people', (text) => text.replace(/填报日期：.+/u, '填报日期：')),
  lineFault('people-date-impossible', 'people', (text) => text.replace(/填报日期：.+/u, '填报日期：2023年9月31日')),
  lineFault('reporter-blank', 'reporter', (text) => text.replace(/填报单位：[^\u3000]+/u, '填报单位：')),
  lineFault('cover-without-person', 'cover2', () => null),
  lineFault('cover-without-unit', 'cover1', () => null),
  lineFault('cover-other-unit', 'cover1', () => '袁州区'),
  lineFault('cover-other-period', 'cover0', () => '2023年8月'),
  lineFault('sheet-other-period', 'reporter', (text) => text.replace('报告期：2023年9月', '报告期：2023年6月')),
  lineFault('note-count-wrong', 'note', (text) => text.replace(/共(\d+)所/u, (_, n: string) => `共${Number(n) + 2}所`)),
  lineFault('note-done-wrong', 'note', (text) => text.replace(/已完工(\d+)所/u, (_, n: string) => `已完工${Number(n) + 3}所`)),
  lineFault('note-seats-wrong', 'note', (text) => text.replace(/学位(\d+)个/u, (_, n: string) => `学位${Number(n) + 450}个`)),
]; // prettier-ignore

export const TABLE_FAULTS: readonly Fault[] = [...FUNDS, ...TARGETS, ...DUTIES, ...TABLES, ...LINES];
