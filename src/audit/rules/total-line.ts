import { columnName, formulaAt, isBlank, isErrorValue, readNumber, standingName, type CellValue } from '../../workbook';
import { ownSheets, type AuditContext } from '../context';
import { additionOf, copiedFormula, referencesOf, relativeForm, sumOfRows } from '../formula';
import { anyCellPlace, areaPlace } from '../places';
import { clean, shown } from '../precision';
import { putFormula } from '../repairs';
import { defineRule, type LeansOn, type ReportPlace } from '../rule';
import { isSum, sumOfMembers, totalLinesOf, type TotalFigure, type TotalLine } from '../views/total-lines';

/** Figures whose total is no sum: rates, averages, years, numbers of telephones. */
const NO_SUM =
  /率|比例|占比|比重|[%％]|平均|人均|生均|均价|单价|班额|年份|年度$|日期|时间|电话|手机|序号|编号|编码|代码|名次|排名|位次|^(?:NO|N[oO]|№|#|＃)[.．:：]?$/u;
/** An average or a count among sums, over one range. */
const OTHER_AGGREGATE = /^=(?:AVERAGE|MEDIAN|COUNTA?|PRODUCT)\([$A-Z\d:,]+\)$/iu;
/** Rows that show how a rate is worked out. */
const LEAST_RATES = 3;
/** A figure further off than this share of the sum is probably meant as something else. */
const MOST_OFF = 0.25;

interface Words {
  readonly label: string;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
}

/** 合计行: every total that is beside others, in columns that nobody knows and in tables that are none of the plan's. */
export const totalLine = defineRule({
  ids: ['F08', 'A18', 'S13', 'S11'],
  name: 'total-line',
  level: 'warning',
  group: 'arithmetic',
  stage: 'total',
  tables: [],
  title: '合计行中有一格与其他各格不同',
  protects: '一行合计里单单一格算法不同或空着，看表的人不会逐格去核。',
  fixable: 'auto',
  source: '同一行（列）其他合计的算法，和所加各格',
  whenToExplain: '该格确实另有算法的，写明。',
  messages: {
    other: (d: Words) => `${d.label}${d.field}的公式 ${d.found} 与同行其他各格不一致，应为 ${d.expected}。`,
    differs: (d: Words) => `${d.label}${d.field}为 ${d.found}，所加各格之和为 ${d.expected}。`,
    words: (d: Words) => `${d.label}${d.field}“${d.found}”是文字，不能参加计算，应填 ${d.expected}。`,
    blank: (d: Words) => `${d.label}${d.field}没有填，其他各格都已填；所加各格之和为 ${d.expected}。`,
    typed: (d: Words) => `${d.label}${d.field}是手工数 ${d.found}，同行其他合计都是公式，建议用 ${d.expected}。`,
    rate: (d: Words) => `${d.label}${d.field}没有填，上下各行都按公式算出，应为 ${d.expected}。`,
  },
  advice: {
    other: '改为与其他各格一致的求和公式。',
    differs: '核对后改正，或改为求和公式。',
    words: '只填数字，说明写入备注。',
    blank: '补填，或填上求和公式。',
    typed: '一键改为求和公式；确需手工填的写审核说明。',
    rate: '填上与各行相同的公式。',
  },
  *check(context, report) {
    for (const [position, sheet] of ownSheets(context)) {
      const lines = totalLinesOf(sheet, context.tables);
      const sure = sumsByColumn(lines);
      for (const line of lines) {
        const sureLine = sure(line);
        const way = commonWay(line) ?? loneWay(line);
        if (way === null) continue;
        for (const figure of line.figures) {
          const fault = faultOf(figure, way, sureLine);
          if (fault === null) continue;
          const { row, column, word } = figure;
          const field = word === '' ? standingName(sheet, row, column) : `“${word}”`;
          const data = { label: line.label, field, found: fault.found, expected: fault.expected };
          yield report(fault.message, data, placeOf(context, position, line, figure), {
            id: IDS[fault.message],
            level:
              fault.message === 'rate' || fault.message === 'typed' || (fault.message === 'blank' && !figure.isKnown)
                ? 'info'
                : 'warning',
            found: fault.found,
            expected: fault.expected,
            leansOn: leansOnMembers(line, column),
            causes: { blocks: true },
            repair: () =>
              line.view &&
              (fault.message === 'rate'
                ? putFormula(line.view, row, column, fault.expected, '填上与各行相同的公式')
                : putFormula(line.view, row, column, sumOfRows(line.rows, column), '改为求和公式')),
          });
        }
      }
    }
  },
});

const IDS = { other: 'F08', differs: 'A18', words: 'A18', blank: 'S13', rate: 'S13', typed: 'S11' } as const;

/** How most of the line's totals come about: by one formula, or as typed sums. */
interface Way {
  readonly formula: {
    readonly text: string;
    readonly form: string;
    readonly row: number;
    readonly column: number;
  } | null;
  /** The line has this one sum. */
  readonly isLone?: boolean;
}

/** `null` where fewer than two totals show that the line adds up anything. */
function commonWay({ figures, view }: TotalLine): Way | null {
  const counts = new Map<string, TotalFigure[]>();
  let additions = 0;
  for (const figure of figures) {
    if (figure.formula === null || additionOf(figure.formula) === null) continue;
    additions++;
    const form = relativeForm(figure.formula, figure.row, figure.column);
    counts.set(form, [...(counts.get(form) ?? []), figure]);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const [form = '', alike = []] = best ?? [];
  const [first] = alike;
  if (first && alike.length >= 2 && alike.length * 5 >= additions * 3)
    return { formula: { text: first.formula ?? '', form, row: first.row, column: first.column } };
  const sums = figures.filter((figure) => figure.value !== 0 && isSum(figure));
  // In a table of the plan the row is known to be its total.
  return sums.length >= (view && additions > 0 ? 1 : 2) ? { formula: null } : null;
}

/** Fewer entries may have a total that means something else. */
const FEWEST_OF_LONE = 3;

/** Outside the plan's tables, one column of whole numbers above its 合计, beside shares at most: a tally. */
function loneWay({ view, figures, label }: TotalLine): Way | null {
  const [only, ...others] = figures.filter(({ isNoSum, word }) => !isNoSum && !NO_SUM.test(word));
  if (view !== null || !only || others.length > 0 || !/[合总共]计$/u.test(label)) return null;
  const isTally = only.members.every((member) => Number.isInteger(member) && Number(member) >= 0);
  return isTally && only.members.length >= FEWEST_OF_LONE && !areNumbered(only.members)
    ? { formula: null, isLone: true }
    : null;
}

/** The table has this one line of sums, whatever it is called. */
function isOnlySum({ view }: TotalLine): boolean {
  return view?.table.totalRow === null && view.table.sections.filter((each) => each.subtotalRow !== null).length === 1;
}

/** A line beside the others of its table: where their figures in a column are sums, so is this line's. */
interface SureLine extends TotalLine {
  isSummedUp(column: number): boolean;
}

/** Other lines of the same table that show that a column is summed up. */
const LEAST_LINES = 2;

/** For each table, how many of its lines sum up a column; counted once a sheet, and only where somebody asks. */
function sumsByColumn(lines: readonly TotalLine[]): (line: TotalLine) => SureLine {
  const counts = new Map<TotalLine['view'], Map<number, number>>();
  const count = (): void => {
    for (const { view, figures } of lines) {
      if (view === null) continue;
      const own = counts.get(view) ?? new Map<number, number>();
      counts.set(view, own);
      for (const figure of figures)
        if (figure.value !== 0 && isSum(figure)) own.set(figure.column, (own.get(figure.column) ?? 0) + 1);
    }
  };
  return (line) => ({
    ...line,
    isSummedUp: (column) => {
      if (counts.size === 0) count();
      return (counts.get(line.view)?.get(column) ?? 0) >= LEAST_LINES;
    },
  });
}

interface Fault {
  readonly message: keyof typeof IDS;
  readonly found: string;
  readonly expected: string;
}

function faultOf(figure: TotalFigure, way: Way, line: SureLine): Fault | null {
  const { formula, value, members, word, isKnown } = figure;
  if (figure.isCovered) return null;
  if (figure.isNoSum || (!isKnown && NO_SUM.test(word))) return rateMissing(figure, line);
  const sum = sumOfMembers(members);
  const expected = sum === null ? '' : shown(clean(sum));
  if (formula !== null) {
    if (way.isLone && sum !== null && typeof value === 'number' && !isSum(figure) && isAggregate(formula))
      return { message: 'differs', found: shown(value), expected };
    if (way.formula === null || isSum(figure)) return null;
    const isOther = OTHER_AGGREGATE.test(formula);
    if (isKnown ? !isOther : additionOf(formula) === null && !isOther) return null;
    const { text, form, row, column } = way.formula;
    if (relativeForm(formula, figure.row, figure.column) === form) return null;
    const right = copiedFormula(text, figure.row - row, figure.column - column);
    return { message: 'other', found: formula, expected: right };
  }
  const isFilled = members.every((member) => !isBlank(member));
  if (sum === null || !isFilled) return null;
  if (isBlank(value)) {
    // Subtotals of known columns have a rule of their own.
    const isOwn = (!isKnown || line.label === '合计' || isOnlySum(line)) && !areNumbered(members);
    return isOwn && sum !== 0 ? { message: 'blank', found: '', expected } : null;
  }
  if (typeof value === 'number' && isSum(figure) && isTypedAmongFormulas(figure, way, line))
    return { message: 'typed', found: shown(value), expected: sumOfRows(line.rows, figure.column) };
  if (isKnown) return null;
  if (typeof value === 'number') {
    if (isSum(figure)) return null;
    if (!way.isLone && isOtherwiseMeant(value, sum, members, way, line, figure.column)) return null;
    return { message: 'differs', found: shown(value), expected };
  }
  const isFigure = typeof value === 'string' && !isErrorValue(value) && readNumber(value).kind === 'number';
  return isFigure ? { message: 'words', found: value, expected } : null;
}

/** A rate that every row works out in one way and the total line leaves open. */
function rateMissing({ row, column, value, formula }: TotalFigure, { sheet, rows }: TotalLine): Fault | null {
  const [first] = rows;
  if (first === undefined || formula !== null || !isBlank(value) || rows.length < LEAST_RATES) return null;
  const own = formulaAt(sheet, first, column);
  if (own === null || additionOf(own) !== null || referencesOf(own).length < 2) return null;
  const form = relativeForm(own, first, column);
  const isSame = (each: number): boolean => {
    const formulaThere = formulaAt(sheet, each, column);
    return formulaThere !== null && relativeForm(formulaThere, each, column) === form;
  };
  if (!rows.every(isSame)) return null;
  return { message: 'rate', found: '', expected: copiedFormula(own, row - first, 0) };
}

/** Adds up, if not all or not only what it should, or takes an average or a count in its place. */
function isAggregate(formula: string): boolean {
  return additionOf(formula) !== null || OTHER_AGGREGATE.test(formula);
}

/** 1, 2, 3 …: the rows are numbered, under whatever header; two rows may have such figures by chance. */
function areNumbered(members: readonly CellValue[]): boolean {
  return members.length >= 3 && members.every((member, at) => member === Number(members[0]) + at);
}

/** Two other totals of the row at least are formulas, a sum among them, and none is typed. */
function isTypedAmongFormulas(figure: TotalFigure, way: Way, { figures, rows, label, view }: TotalLine): boolean {
  const isWorkedOut =
    way.formula !== null || figures.some(({ formula }) => formula !== null && additionOf(formula) !== null);
  if (!isWorkedOut || rows.length < 2 || label !== '合计' || view === null) return false;
  const others = figures.filter((other) => other !== figure && !other.isCovered && !NO_SUM.test(other.word));
  const typed = others.filter(({ formula, value }) => formula === null && typeof value === 'number');
  return typed.length === 0 && others.filter(({ formula }) => formula !== null).length >= 2;
}

/** So many sums beside it leave no doubt that the line adds up. */
const SURE_SUMS = 5;

/** An average, the largest of the figures, the number of rows: beside sums by formula, what is larger than each is a sum. */
function isOtherwiseMeant(
  value: number,
  sum: number,
  members: readonly CellValue[],
  way: Way,
  line: SureLine,
  column: number,
): boolean {
  const { figures } = line;
  if (Math.abs(value - sum) <= Math.abs(sum) * MOST_OFF) return false;
  const numbers = members.filter((member) => typeof member === 'number');
  const largest = Math.max(0, ...numbers);
  if (way.formula !== null && value > largest) return false;
  const others = figures.filter((figure) => figure.value !== 0 && typeof figure.value === 'number');
  const sums = others.filter((figure) => isSum(figure)).length;
  if ((sums < SURE_SUMS || sums < others.length - 2) && !line.isSummedUp(column)) return true;
  // Typed among many sums: only what could be an average, a count or one of the figures is something else.
  const counted = numbers.filter((number) => number !== 0).length;
  const averages = [numbers.length, counted].map((count) => sum / Math.max(1, count));
  return (
    [numbers.length, counted, members.length, ...numbers].includes(value) ||
    averages.some((average) => Math.abs(value - average) <= Math.max(0.5, average * 0.01))
  );
}

function placeOf(context: AuditContext, position: number, line: TotalLine, figure: TotalFigure): ReportPlace {
  const { row, column, word } = figure;
  const { view, sheet } = line;
  if (view && view.table.columns.every((each) => each.column !== column)) {
    const area = { top: row, bottom: row, left: column, right: column };
    return areaPlace(view, area, `${view.rowKey(row)}|${word || columnName(column)}`);
  }
  return anyCellPlace(context, position, sheet, { sheet: sheet.name, row, column }, 'total');
}

/**
 * What is wrong with one of the cells that are added, or with one that such a cell is worked out from, explains why the
 * total is another.
 */
function leansOnMembers({ sheet, rows }: TotalLine, column: number): readonly LeansOn[] {
  const own = new Set(rows);
  if (own.size === 0) return [];
  const columns = new Set([column]);
  for (const row of rows) {
    const formula = formulaAt(sheet, row, column);
    if (formula === null) continue;
    for (const reference of referencesOf(formula))
      if (reference.sheet === null && reference.area.top === row && reference.area.bottom === row)
        for (let each = reference.area.left; each <= reference.area.right; each++) columns.add(each);
    break;
  }
  return [{ sheet: sheet.name, columns: [...columns], has: (row) => own.has(row) }];
}
