import type { Plan } from '../plan';
import { dayOfSerial, isDateFormat, formatAt, squeezed, trimmed, readDate, type CellRef } from '../workbook';
import { isTemplateMark, readLabelled } from './form-labels';
import type { SheetView } from './sheet-view';
import type { FormLine, Period, Stated } from './types';

/** A line as read from its row; `colon` and `beside` help to say where an answer is missing. */
export interface ReadLine extends FormLine {
  /** The label stands alone in its cell, with a colon behind it. */
  readonly endsInColon: boolean;
  /** The answer stands in a cell of its own. */
  readonly isBeside: boolean;
}

/** What one row says about the submission outside the tables, in the columns asked for; several lines may share a cell. */
export function readFormLines(
  view: SheetView,
  row: number,
  isAsked: (column: number) => boolean = () => true,
): readonly ReadLine[] {
  const lines: ReadLine[] = [];
  const short: ReadLine[] = [];
  let isAnswered = false;
  let previous = -2;
  for (let column = view.left; column <= view.right; column++) {
    const value = view.value(row, column);
    if (value === null || value === '' || !isAsked(column)) continue;
    const isNext = (view.merge(row, previous)?.right ?? previous) === column - 1 && !isAnswered;
    previous = column;
    isAnswered = false;
    const at: CellRef = { sheet: view.sheet.name, row, column };
    const pieces = typeof value === 'string' ? readLabelled(value) : [];
    for (const { label, word, answer } of pieces) {
      // Words in neighbouring cells without answers between them are headers of columns.
      if (answer === null && (isNext || isHeader(view, row, column))) continue;
      if (answer) {
        if (label)
          lines.push({
            label: meantBy(label, word, answer),
            word,
            ...answered(answer),
            at,
            endsInColon: false,
            isBeside: false,
          });
        continue;
      }
      const found = valueBeside(view, row, column, at, label);
      if (found.isBeside && found.value !== '') {
        column = found.at.column;
        previous = column;
        isAnswered = true;
      }
      const blank = answer === null && !found.isBeside ? { ...at, column: rightOf(view, row, column) + 1 } : found.at;
      if (!label) continue;
      const line = {
        label: meantBy(label, word, found.value),
        word,
        ...answered(found.value),
        at: blank,
        endsInColon: answer === '',
        isBeside: found.isBeside,
      };
      // 日期 or 审核 alone in a cell may be anything; with an answer beside it, or beside who signs, it is a line.
      if (answer === null && word.length < 3 && (found.value === '' || word === '时间')) short.push(line);
      else lines.push(line);
    }
  }
  return lines.some(({ label }) => SIGNS.has(label)) || new Set(short.map(({ label }) => label)).size >= 3
    ? [...lines, ...short].sort((a, b) => a.at.column - b.at.column)
    : lines;
}

/** Who signs: a row with one of these is the foot of a form. */
const SIGNS: ReadonlySet<FormLine['label']> = new Set(['preparedBy', 'reviewedBy', 'head']);

/** 填报：袁州区教育局 names who reports, 填报：张三 who filled in. */
function meantBy(label: FormLine['label'], word: string, answer: string): FormLine['label'] {
  const isBody =
    label === 'preparedBy' &&
    word.length === 2 &&
    /(?:[区县市局委司部处校院府]|管委会|中心|集团)$/u.test(squeezed(answer));
  return isBody ? 'reportingUnit' : label;
}

/**
 * Where an answer is missing: in the label's own cell, or in the one beside it where the sheet's other labels have
 * their answers there.
 */
export function placedLines(lines: readonly ReadLine[]): readonly FormLine[] {
  const isApart = lines.some(({ endsInColon, isBeside }) => endsInColon && isBeside);
  return lines.map(({ endsInColon, isBeside, ...line }) =>
    isApart && endsInColon && !isBeside && line.value === '' && line.mark === null
      ? { ...line, at: { ...line.at, column: line.at.column + 1 } }
      : line,
  );
}

function answered(answer: string): Pick<FormLine, 'value' | 'mark'> {
  // `    年  月  日`: the day's frame without the day.
  if (/^(?:20)?年?月?日?$/u.test(squeezed(answer))) return { value: '', mark: null };
  return isTemplateMark(answer) ? { value: '', mark: answer } : { value: answer, mark: null };
}

const rightOf = (view: SheetView, row: number, column: number): number => view.merge(row, column)?.right ?? column;

/** A word without colon directly before another such word heads a column. */
function isHeader(view: SheetView, row: number, column: number): boolean {
  const next = view.value(row, rightOf(view, row, column) + 1);
  return typeof next === 'string' && readLabelled(next).some(({ answer }) => answer === null);
}

/** The value to the right of a label; empty where the next cell is another label or nothing. */
function valueBeside(
  view: SheetView,
  row: number,
  column: number,
  at: CellRef,
  label: FormLine['label'] | null,
): Pick<ReadLine, 'value' | 'at' | 'isBeside'> {
  const start = rightOf(view, row, column) + 1;
  for (let next = start; next <= Math.min(start + 2, view.right); next++) {
    const value = view.value(row, next);
    if (value === null || value === '') continue;
    const place = { ...at, column: next };
    if (typeof value === 'number') {
      const isDay = label === 'reportedOn' && Number.isInteger(value) && value >= 36_526 && value <= 73_050;
      const isDate = isDay || isDateFormat(formatAt(view.sheet, row, next));
      const { year, month, day } = dayOfSerial(value);
      return { value: isDate ? `${year}年${month}月${day}日` : String(value), at: place, isBeside: true };
    }
    const text = trimmed(String(value));
    // The day on which a form was filled in stands further right in the same line.
    if (next > start && label !== 'reportedOn' && label !== 'period' && readLoneDay(text) !== null)
      return { value: '', at, isBeside: false };
    return readLabelled(text).length > 0
      ? { value: '', at, isBeside: false }
      : { value: text, at: place, isBeside: true };
  }
  return { value: '', at, isBeside: false };
}

/** A day on its own below a table, as a letter is dated: `2023年6月28日`. */
export function readLoneDay(text: string): string | null {
  const bare = squeezed(text);
  return /^(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u.test(
    bare,
  )
    ? bare
    : null;
}

/** `2023年6月`, `2023年第二季度`, `截至2023年6月30日`, `2023.06` → the period; `null` where the text names none. */
export function readPeriod(text: string): Period | null {
  // Of `1-3季度` and `1至9月` the last counts.
  const bare = squeezed(text).replace(/(?<=20\d\d年)第?(?:1月?|一)[-—–~～至到]第?(?=[\d一二三四]{1,2}(?:季|月))/gu, '');
  const quarter = /(20\d\d)年?第?([一二三四1-4])季度?/u.exec(bare);
  if (quarter?.[1] !== undefined && quarter[2] !== undefined) {
    const number = '一二三四'.indexOf(quarter[2]) + 1 || Number(quarter[2]);
    return {
      year: Number(quarter[1]),
      month: number * 3,
      quarter: number,
      text: `${quarter[1]}年第${'一二三四'[number - 1] ?? ''}季度`,
    };
  }
  const month = /(20[1-4]\d)[年.\-/](\d{1,2})月?/u.exec(bare) ?? /(?<!\d)(20[1-4]\d)(0[1-9]|1[0-2])(?!\d)/u.exec(bare);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return {
      year: Number(month[1]),
      month: Number(month[2]),
      quarter: null,
      text: `${month[1]}年${Number(month[2])}月`,
    };
  }
  const chinese = readDate(
    /[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月/u.exec(bare)?.[0] ?? null,
    'General',
  );
  if (chinese.kind === 'date' && chinese.year !== null && chinese.month !== null) {
    return { year: chinese.year, month: chinese.month, quarter: null, text: `${chinese.year}年${chinese.month}月` };
  }
  return null;
}

/** The period that a row of a title block states, when the text is about a period and not about the plan's years. */
export function periodOfTitle(text: string, at: CellRef): Stated<Period> | null {
  if (text.length > 60) return null;
  const period = readPeriod(text);
  return period ? { value: period, at, from: '标题' } : null;
}

/** The plan's builder that a text means, or `null`: exact name or alias first, then the one name that it contains. */
export function builderIn(plan: Plan, text: string): string | null {
  const bare = squeezed(text);
  if (bare === '') return null;
  for (const builder of plan.builders) {
    if ([builder.name, ...builder.aliases].some((name) => squeezed(name) === bare)) return builder.name;
  }
  const named = plan.builders.filter((builder) =>
    [builder.name, ...builder.aliases].some((name) => bare.includes(squeezed(name))),
  );
  return named.length === 1 ? (named[0]?.name ?? null) : null;
}

/** The plan's builder that a reporting unit's name means; the city's own offices hand in for the city. */
export function unitMeant(plan: Plan, text: string): string | null {
  const named = builderIn(plan, text);
  if (named !== null) return named;
  const bare = squeezed(text);
  const isCityBureau =
    /^市|市教|市直|市属/u.test(bare) &&
    (plan.cityName === '' || !plan.builders.some((builder) => !builder.isCity && bare.includes(builder.name)));
  return isCityBureau ? (plan.builders.find((builder) => builder.isCity)?.name ?? null) : null;
}
