import { numberIn, shown, type Cell } from '../proof/book';
import { inRow, pickCell, retyped, rewritten, type, type Fault } from '../proof/fault';
import { TrialBook } from './book';
import { anyCell, reworded, textOf } from './kit';

const num = (cell: Cell | null): number => (cell ? numberIn(cell) : 0);
const isTarget = (cell: Cell): boolean => num(cell) > 0;

const FUNDS: readonly Fault[] = [
  retyped('amount against the plan', 'amount', (v) => v * 0.75, (c) => c.id === 'F01' || c.id === 'F06'),
  inRow('more issued than granted', 'issued', (c, b) => b('amount') !== null, (c, b) => [type(c, num(b('amount')) * 1.2), b('amount')]),
  inRow('more spent than issued', 'spent', (c, b) => b('issued') !== null, (c, b) => [type(c, num(b('issued')) * 1.3), b('issued')]),
  inRow('rest mistyped', 'rest', (c) => c.calc !== null && num(c) > 0, (c, b) => [type(c, num(c) + 6), b('issued'), b('spent')]),
  inRow('rate of funds mistyped', 'fRate', (c) => c.calc !== null, (c) => [type(c, Number((100 - num(c) / 2).toFixed(1)))]),
  rewritten('fund with a wrong character', 'fund', (t) => t.replace('专项', '专顶').replace('教学', '教字')),
  { id: 'contents of two funds exchanged', seed({ book, random }) {
    const [cell, other] = random.shuffled(book.find('content')); if (!cell || !other) return null;
    const [a, b] = [shown(cell), shown(other)]; return [type(cell, b), type(other, a)]; } },
  { id: 'funds do not come to the whole', seed(scene) { const cell = pickCell(scene, 'amount', (c) => c.id !== 'F01' && c.id !== 'F06'); const total = scene.book.find('amount', 'total')[0]; return cell ? [type(cell, num(cell) + 40), ...(total?.calc?.asFormula === false ? [total] : [])] : null; } },
]; // prettier-ignore

const TARGETS: readonly Fault[] = [
  retyped('target against the plan', 'target', (v) => (v > 50 ? v - 2 : Number((v + 1).toFixed(2))), isTarget),
  retyped('per cent as a share', ['target', 'now'], (v) => Number((v / 100).toFixed(4)), (c) => num(c) > 90),
  rewritten('target in words otherwise', 'target', () => '1:2'),
  rewritten('unit of a target wrong', 'tunit', (t) => (t === '所' ? '万个' : t === '万个' ? '所' : t === '%' ? '个' : t)),
  rewritten('indicator misspelled', 'indicator', (t) => t.replace('率', '卒').replace('新增', '新曾').replace('教育', '教肓')),
  inRow('rate of a target above all', 'now', (c, b) => c.id === 'T02' && b('target') !== null, (c, b) => [type(c, num(c) + 20), b('before')]),
  inRow('fewer than the year before', 'now', (c, b) => num(b('before')) > 0.2 && num(b('before')) < 50 && c.calc === null, (c, b) => [type(c, Number((num(b('before')) / 2).toFixed(num(b('before')) % 1 === 0 ? 0 : 4)) - (num(b('before')) === 1 ? 1 : 0)), b('before')]),
  inRow('gap with the wrong sign', 'gap', (c) => num(c) > 0, (c) => [type(c, -num(c))]),
  inRow('rate of a target mistyped', 'tRate', (c) => num(c) > 0, (c) => [type(c, Number((num(c) * 1.3 + 1).toFixed(1)))]),
  inRow('said to be reached', 'reached', (c, b) => textOf(c) === '否' && num(b('target')) > num(b('now')), (c) => [type(c, '是')]),
  inRow('whole is not its parts', 'now', (c) => c.calc?.op === 'sum' && num(c) > 0, (c) => { const of = c.calc?.of ?? []; return [type(c, Number((num(c) + (Number.isInteger(num(c)) ? 2 : 0.2)).toFixed(4))), ...of]; }),
  inRow('result in units of one', 'now', (c, b) => textOf(b('tunit')) === '万个' && num(c) > 0, (c) => [type(c, Math.round(num(c) * 10_000))]),
]; // prettier-ignore

const MEASURES: readonly Fault[] = [
  { id: 'planned department left out', seed(scene) { const cell = pickCell(scene, 'depts', (c) => ['R01', 'R04', 'R07', 'R12', 'R02'].includes(c.id)); return cell ? [type(cell, textOf(cell).split('、').slice(0, -1).join('、'))] : null; } },
  { id: 'department otherwise than planned', seed(scene) { const cell = pickCell(scene, 'depts', (c) => ['R03', 'R05', 'R09', 'R18'].includes(c.id)); return cell ? [type(cell, '市商务局')] : null; } },
  rewritten('department misspelled', 'depts', (t) => t.replace('市教体局', '市教体居').replace('市委', '巿委').replace('科技局', '科枝局').replace('高校', '高校校')),
  rewritten('number in a measure wrong', 'measure', (t) => t.replace('39所', '93所').replace('“双减”', '“双增”').replace('四个', '五个')),
  rewritten('measure cut short', 'measure', (t) => t.slice(0, t.indexOf('。') + 6)),
  rewritten('heading of another section', 'mheading', (t) => (t.startsWith('三') ? '四、提升办学管理水平' : '三、加强教师队伍建设')),
  inRow('not started, the text says done', 'mtext', (c, b) => textOf(b('mstatus')) === '未启动', (c, b) => [type(c, '已完成全部任务并通过验收'), b('mstatus')]),
  { id: 'two measures exchanged', seed({ book, random }) {
    const cell = random.pick([...book.find('measure'), null]); const other = cell && book.find('measure').find((c) => c !== cell); if (!cell || !other) return null;
    const [a, b] = [shown(cell), shown(other)]; return [type(cell, b), type(other, a)]; } },
]; // prettier-ignore

const DIGESTS: readonly Fault[] = [
  retyped('number of schools wrong', 'dcount', (v) => v + 1),
  { id: 'digest figure otherwise than the list', seed(scene) { const cell = pickCell(scene, ['dseats', 'dclasses', 'dinvest', 'dland', 'dformed', 'dtotal', 'dcurrent'], (c) => num(c) > 20); return cell ? [type(cell, num(cell) - 15)] : null; } },
  rewritten('digest row named twice', 'dname', (t) => (t === '小学' ? '初中' : t === '袁州区' ? '宜阳新区' : t)),
  { id: 'digest row left out', seed(scene) { const cell = pickCell(scene, 'dname', (c) => c.page.at(c.row - 1, c.column)?.kind === 'item'); if (!cell) return null; const { page, row } = cell; page.deleteRow(row, scene.book); return [...page.inRow(row), ...page.inRow(row - 1)].filter((c) => /^(?:dno|dname|dcount)$/u.test(c.field)); } },
]; // prettier-ignore

const FRAME: readonly Fault[] = [
  { id: 'column heading blank', seed(scene) { const c = anyCell(scene, 'head:seats') ?? anyCell(scene, 'head:amount') ?? anyCell(scene, 'head:target'); return c ? [type(c, null)] : null; } },
  { id: 'two column headings exchanged', seed(scene) {
    const [x, y] = scene.random.pick([['classes', 'seats'], ['issued', 'spent'], ['start', 'due'], ['prior', 'current']] as const); const a = anyCell(scene, `head:${x}`); const b = a && scene.book.cells().find((c) => c.page === a.page && c.field === `head:${y}`);
    if (!a || !b) return null; const [p, q] = [shown(a), shown(b)]; return [type(a, q), type(b, p)]; } },
  reworded('unit of a heading wrong', /^head:/u, (t) => t.replace('（亩）', '（平方米）').replace('(亩)', '(公顷)').replace('（万元）', '（元）').replace('（千万元）', '（元）').replace('（千人）', '（人）')),
  reworded('unit line wrong', 'unitLine', (t) => t.replace('千万元', '元').replace('千元', '元').replace(/(?<!千)万元/u, '元').replace('学位单位：万个', '学位单位：个')),
  reworded('year of the target’s heading wrong', 'head:target', (t) => t.replace('2025', '2035')),
  reworded('another city in the title', 'title', (t) => t.replace('宜春', '新余').replace('袁州区', '渝水区')),
  reworded('period that does not exist', /^(?:reporter|unitLine|title|cover:报告期)$/u, (t) => t.replace(/(\d{4})年\d+月/u, '$1年13月')),
  reworded('filled in before the period ended', /^(?:footer|cover:填报日期)$/u, (t) => t.replace(/2023年(\d+)月/u, '2023年1月')),
  reworded('filled in by nobody', 'footer', (t) => t.replace(/填报人：[^\u3000]+/u, '填报人：')),
  reworded('placeholder left in', /^(?:title|cover:填报单位|reporter)$/u, (t) => t.replace(/宜春市?|袁州区|市教体局/u, '××')),
  reworded('seats in the note wrong', 'note', (t) => t.replace(/规划学位(\d+)/u, (_, d: string) => `规划学位${Number(d) + 900}`)),
  reworded('number of schools in the note wrong', 'note', (t) => t.replace(/学校(\d+)所/u, (_, d: string) => `学校${Number(d) + 1}所`)),
  reworded('amount in the note wrong', 'note', (t) => t.replace(/(已拨付|总投资)(\d+)/u, (_, w: string, d: string) => `${w}${Number(d) + 100}`)),
  reworded('section heading of another stage', 'heading', (t) => (t.endsWith('小学') ? '三、初中' : t.endsWith('幼儿园') ? '五、小学' : t)),
  reworded('label of a total missing', 'label', () => null),
  { id: 'total row left out', seed(scene) {
    const cell = anyCell(scene, 'label', (c) => c.kind === 'subtotal' || c.id === 'funds'); if (!cell) return null; const { page, row } = cell;
    for (const c of page.inRow(row)) type(c, null); return [cell]; } },
  { id: 'column of figures hidden', seed(scene) { const cell = pickCell(scene, ['seats', 'spent', 'invest', 'now']); if (!cell) return null; cell.page.hiddenColumns.add(cell.column); return cell.page.cells.filter((c) => c.column === cell.column); } },
  { id: 'row of figures hidden', seed(scene) { const cell = pickCell(scene, ['name', 'fund', 'indicator']); if (!cell || !(scene.book instanceof TrialBook)) return null; scene.book.hideRow(cell.page, cell.row); return cell.page.inRow(cell.row); } },
  { id: 'figures of two rows merged', seed(scene) {
    const cell = pickCell(scene, ['seats', 'amount', 'invest'], (c) => c.calc === null && c.page.at(c.row + 1, c.column)?.kind === 'item'); const below = cell?.page.at(cell.row + 1, cell.column);
    if (!cell || !below) return null; cell.page.merge(cell.row, cell.column, below.row, below.column); type(below, null); return [cell, below]; } },
  { id: 'stray number beside the table', seed(scene) {
    const cell = pickCell(scene, ['seats', 'amount', 'now']); if (!cell) return null; const right = Math.max(...cell.page.cells.map((c) => c.column)) + 2;
    return [cell.page.put(cell.row, right, 4180, 'stray')]; } },
]; // prettier-ignore

export const TABLE_FAULTS: readonly Fault[] = [...FUNDS, ...TARGETS, ...MEASURES, ...DIGESTS, ...FRAME];
