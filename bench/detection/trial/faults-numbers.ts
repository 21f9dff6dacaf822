import { cellName, columnName } from '../../../src/workbook';
import { formulaTextOf, numberIn, shown } from '../proof/book';
import { isInPlan, pickCell, transposed, type, type Fault } from '../proof/fault';
import { doubled, MONEY, notNumber, pickSum, ratio, reformed, SIZE, slip, sumCells, twinsOf } from './kit';

const wide = (text: string): string => text.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 10;

/** Accuracy: the number is a number and not the right one. */
const ACCURACY: readonly Fault[] = [
  slip('seats ten times', 'seats', (v) => ratio(v, 10), () => true),
  slip('money ten times', MONEY, (v) => ratio(v, 10)),
  slip('seats transposed', 'seats', (v) => transposed(v)),
  slip('land transposed', 'land', (v) => transposed(v)),
  slip('money transposed', MONEY, (v) => transposed(v)),
  slip('a digit left out', [...SIZE, ...MONEY], (v) => (v >= 100 && Number.isInteger(v) ? Number(String(v).slice(0, -2) + String(v).slice(-1)) : null)),
  slip('a digit typed twice', [...SIZE, ...MONEY], (v) => { const t = String(v); return Number(t[0] + t); }),
  slip('neighbouring key', [...SIZE, ...MONEY], (v) => { const t = String(v); const d = Number(t[0]); return Number(String(d === 9 ? 8 : d + 1) + t.slice(1)); }),
  slip('last digit otherwise', ['classes', 'land'], (v) => ratio(v + 1, 1), (c) => isInPlan(c)),
  slip('decimal point lost', ['land', 'seats', 'invest'], (v) => (Number.isInteger(v) ? null : Number(String(v).replace('.', '')))),
  slip('square metres instead of mu', 'land', (v) => Math.round(v * 666.67), () => true),
  slip('yuan in a wan-yuan column', MONEY, (v) => ratio(v, 10_000), () => true),
  slip('minus sign', [...SIZE, ...MONEY, 'formed'], (v) => -v, () => true),
  slip('half a class', 'classes', (v) => v + 0.5, () => true),
  slip('zero instead of the figure', ['classes', 'seats', 'invest', 'amount'], () => 0, () => true),
  slip('figure left blank', [...SIZE, 'invest', 'amount', 'target'], () => '', () => true),
  {
    id: 'classes and seats exchanged',
    seed(scene) {
      const cell = pickCell(scene, 'classes', (c) => scene.book.beside(c, 'seats') !== null);
      const other = cell && scene.book.beside(cell, 'seats');
      if (!cell || !other) return null;
      const [a, b] = [shown(cell), shown(other)];
      return [type(cell, b), type(other, a)];
    },
  },
  {
    id: 'two schools’ seats exchanged',
    seed(scene) {
      const cells = scene.book.find('seats').filter((c) => isInPlan(c));
      const [cell] = scene.random.shuffled(cells);
      const other = cells.find((c) => cell && c.page === cell.page && shown(c) !== shown(cell));
      if (!cell || !other) return null;
      const [a, b] = [shown(cell), shown(other)];
      return [type(cell, b), type(other, a)];
    },
  },
]; // prettier-ignore

/** Syntactic form: a figure that a sum passes over. */
const FORM: readonly Fault[] = [
  notNumber('number as text', (v) => String(v)),
  notNumber('number with its unit', (v, c) => `${v}${c.field === 'land' ? '亩' : c.field === 'classes' ? '个' : c.field === 'percent' ? '%' : MONEY.some((f) => f === c.field) ? '万元' : '个'}`),
  notNumber('full-width digits', (v) => wide(String(v))),
  notNumber('space within a number', (v) => `${String(v)[0]} ${String(v).slice(1)}`, isWhole),
  notNumber('letter O for nought', (v) => (String(v).includes('0') ? String(v).replace('0', 'O') : String(v).replace(/\d$/u, 'l'))),
  notNumber('about so many', (v) => `约${v}`),
  notNumber('two numbers in one cell', (v) => `${Math.floor(v / 2)}+${v - Math.floor(v / 2)}`, isWhole),
  notNumber('Chinese comma for the point', (v) => String(v).replace('.', '，'), (v) => !Number.isInteger(v)),
  notNumber('not yet known', () => '待定', undefined, ['classes', 'seats', 'invest', 'amount', 'now']),
  notNumber('error value', () => '#N/A', undefined, [...SIZE, ...MONEY]),
]; // prettier-ignore

/** Sums and formulas. */
const SUMS: readonly Fault[] = [
  ...([['typed', false], ['formula', true]] as const).flatMap(([word, isFormula]): Fault[] => [
    { id: `${word} sum overwritten, digits exchanged`, seed(scene) { const cell = pickSum(scene, isFormula); const next = cell && transposed(numberIn(cell)); return cell && next !== null ? [type(cell, next)] : null; } },
    { id: `${word} sum overwritten, one row left out`, seed(scene) { const cell = pickSum(scene, isFormula); const part = cell?.calc?.of.find((c) => numberIn(c) > 0); return cell && part ? [type(cell, ratio(numberIn(cell) - numberIn(part), 1))] : null; } },
    { id: `${word} sum blank`, seed(scene) { const cell = pickSum(scene, isFormula); return cell ? [type(cell, null)] : null; } },
  ]),
  { id: 'sum as text', seed(scene) { const cell = pickSum(scene, null); return cell ? [type(cell, String(numberIn(cell)))] : null; } },
  { id: 'sum a few too many', seed(scene) { const cell = pickSum(scene, null, (c) => c.field !== 'land'); return cell ? [type(cell, ratio(numberIn(cell) + scene.random.whole(1, 9), 1))] : null; } },
  { id: 'range ends a row early', seed(scene) { const cell = pickSum(scene, true, (c) => numberIn(c.calc?.of.at(-1) ?? c) > 0); if (!cell?.calc) return null; cell.calc.of = cell.calc.of.slice(0, -1); return [cell]; } },
  { id: 'a row in the middle passed over', seed(scene) { const cell = pickSum(scene, true); const part = cell?.calc?.of.slice(1, -1).find((c) => numberIn(c) > 0); if (!cell?.calc || !part) return null; cell.calc.of = cell.calc.of.filter((c) => c !== part); return [cell]; } },
  { id: 'a row added twice', seed(scene) { const cell = pickSum(scene, true); const part = cell?.calc?.of.find((c) => numberIn(c) > 0); if (!cell?.calc || !part) return null; cell.calc.of = [...cell.calc.of, part]; return [cell]; } },
  { id: 'hard number in a formula', seed(scene) { const cell = pickSum(scene, true); const text = cell && formulaTextOf(cell); return cell && text ? [reformed(cell, `${text}+50`, ratio(numberIn(cell) + 50, 1))] : null; } },
  { id: 'sum of the column beside', seed(scene) {
    const cell = pickSum(scene, true, (c) => sumCells(scene.book, true).some((o) => o.row === c.row && o.page === c.page && Math.abs(o.column - c.column) === 1 && numberIn(o) !== numberIn(c)));
    const beside = cell && sumCells(scene.book, true).find((o) => o.row === cell.row && o.page === cell.page && Math.abs(o.column - cell.column) === 1 && numberIn(o) !== numberIn(cell));
    if (!cell?.calc || !beside?.calc) return null; cell.calc.of = beside.calc.of; return [cell]; } },
  { id: 'broken reference', seed(scene) { const cell = pickSum(scene, true); return cell ? [reformed(cell, '=SUM(#REF!)', '#REF!')] : null; } },
  { id: 'function name misspelled', seed(scene) { const cell = pickSum(scene, true); const text = cell && formulaTextOf(cell); return cell && text ? [reformed(cell, text.replace('SUM', 'SUMM'), '#NAME?')] : null; } },
  { id: 'circular sum', seed(scene) { const cell = pickSum(scene, true); if (!cell?.calc) return null; const rows = [cell, ...cell.calc.of].map(({ row }) => row); return [reformed(cell, `=SUM(${cellName(Math.min(...rows), cell.column)}:${cellName(Math.max(...rows), cell.column)})`, 0)]; } },
  { id: 'sum from another workbook', seed(scene) { const cell = pickSum(scene, true); if (!cell) return null; scene.book.externalLinks = ['上报汇总(旧).xlsx']; return [reformed(cell, `='[上报汇总(旧).xlsx]Sheet1'!$${columnName(cell.column)}$40`, ratio(numberIn(cell) - 20, 1))]; } },
  { id: 'formula left stale', seed(scene) { const cell = pickSum(scene, true); if (!cell) return null; cell.value = ratio(numberIn(cell) - 45, 1); cell.isStale = true; return [cell]; } },
  { id: 'formula as text', seed(scene) { const cell = pickSum(scene, true); const text = cell && formulaTextOf(cell); return cell && text ? [type(cell, text.slice(1))] : null; } },
  { id: 'row formula overwritten', seed(scene) { const cell = pickCell(scene, ['total', 'rest', 'gap', 'invest'], (c) => c.calc !== null && numberIn(c) > 2); return cell ? [type(cell, ratio(numberIn(cell) + Math.max(1, Math.round(numberIn(cell) * 0.1)), 1)), ...(twinsOf(scene.book, cell))] : null; } },
  { id: 'row formula of the row below', seed(scene) {
    const cell = pickCell(scene, ['rate', 'fRate', 'rest', 'total', 'tRate', 'gap'], (c) => { const below = c.page.at(c.row + 1, c.column); return c.calc?.asFormula === true && below?.calc != null && below.kind === 'item' && numberIn(below) !== numberIn(c); });
    const below = cell?.page.at(cell.row + 1, cell.column); if (!cell?.calc || !below?.calc) return null; cell.calc = { ...below.calc }; return [cell]; } },
  { id: 'row doubled', seed(scene) { const cell = pickCell(scene, ['name', 'fund', 'indicator', 'measure']); if (!cell) return null; const old = scene.book.beside(cell, cell.field); return [cell, old, ...doubled(scene.book, cell).filter((c) => c.field === cell.field || /no$/u.test(c.field))]; } },
  { id: 'row left out of the serial', seed(scene) {
    const cell = pickCell(scene, ['name', 'fund', 'indicator', 'measure'], (c) => c.page.at(c.row - 1, c.column)?.kind === 'item' && c.page.at(c.row + 1, c.column)?.kind === 'item' && !c.page.inRow(c.row).some((o) => o.field === 'mheading' && o.value !== null));
    if (!cell) return null; const { page, row } = cell; page.deleteRow(row, scene.book); return [...page.inRow(row), ...page.inRow(row - 1)].filter((c) => c.field === cell.field || /no$/u.test(c.field)); } },
]; // prettier-ignore

export const NUMBER_FAULTS: readonly Fault[] = [...ACCURACY, ...FORM, ...SUMS];
