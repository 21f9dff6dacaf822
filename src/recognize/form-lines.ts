import type { Plan } from '../plan';
import { dayOfSerial, isDateFormat, formatAt, squeezed, folded, trimmed, readDate, type CellRef } from '../workbook';
import type { SheetView } from './sheet-view';
import type { FormLine, Period, Stated } from './types';

const LABELS: readonly (readonly [FormLine['label'], RegExp])[] = [
  ['reportingUnit', /^(?:填报单位|报送单位|编报单位|上报单位|填表单位|单位名称|申报单位|填报区|报表单位|汇总单位)/u],
  ['preparedBy', /^(?:填报人员?|填表人|制表人?|经办人|编制人)/u],
  ['phone', /^(?:联系电话|电话|联系方式|手机)/u],
  ['reviewedBy', /^(?:审核人员?|复核人|审核|审核领导)/u],
  ['head', /^(?:单位负责人|负责人|分管领导|主管领导|单位领导|主要负责人)/u],
  ['reportedOn', /^(?:填报日期|填表日期|报送日期|填报时间|上报日期|报送时间|制表日期|日期)/u],
  ['period', /^(?:报告期|填报期|报表期|统计期|统计时间|数据截止|截止时间|截至时间|数据时间|填报月份|报告月份)/u],
];

/** What one row says about the submission outside the tables, in the columns asked for; several lines may share a cell. */
export function readFormLines(
  view: SheetView,
  row: number,
  isAsked: (column: number) => boolean = () => true,
): readonly FormLine[] {
  const lines: FormLine[] = [];
  for (let column = view.left; column <= view.right; column++) {
    const value = view.value(row, column);
    if (typeof value !== 'string' || value.trim() === '' || !isAsked(column)) continue;
    const at: CellRef = { sheet: view.sheet.name, row, column };
    for (const piece of splitLabels(value)) {
      const bare = folded(piece).trim();
      const found = LABELS.find(([, pattern]) => pattern.test(squeezed(bare)));
      if (!found) continue;
      const [label, pattern] = found;
      const rest = squeezed(bare)
        .replace(pattern, '')
        .replace(/^\((?:盖章|公章|签字|签章|签名|章)\)/u, '');
      const stated = /^[:：]/u.test(rest) ? rest.replace(/^[:：]+/u, '') : rest === '' ? null : undefined;
      if (stated === undefined) continue;
      if (stated !== null && stated !== '') lines.push({ label, value: stated.replace(/[_＿]+/gu, ''), at });
      else lines.push({ label, ...valueBeside(view, row, column, at) });
    }
  }
  return lines;
}

/** `填报单位：袁州区   单位：亩` holds two lines. */
function splitLabels(text: string): readonly string[] {
  return text
    .split(
      /(?:\s{2,}|\u3000+|[\r\n;；]+)|\s+(?=(?:填报|填表|审核|联系|单位负责|负责人|报告期|单位)[^\s:：]{0,6}[:：])/u,
    )
    .filter((piece) => piece.trim() !== '');
}

/** The value to the right of a label; empty where the next cell is another label or nothing. */
function valueBeside(view: SheetView, row: number, column: number, at: CellRef): Pick<FormLine, 'value' | 'at'> {
  const area = view.merge(row, column);
  const start = (area?.right ?? column) + 1;
  for (let next = start; next <= Math.min(start + 2, view.right); next++) {
    const value = view.value(row, next);
    if (value === null || value === '') continue;
    const place = { ...at, column: next };
    if (typeof value === 'number') {
      const isDate = isDateFormat(formatAt(view.sheet, row, next));
      const { year, month, day } = dayOfSerial(value);
      return { value: isDate ? `${year}年${month}月${day}日` : String(value), at: place };
    }
    const text = trimmed(String(value));
    return LABELS.some(([, pattern]) => pattern.test(squeezed(text)) && /[:：]/u.test(text))
      ? { value: '', at }
      : { value: text, at: place };
  }
  return { value: '', at };
}

/** `2023年6月`, `2023年第二季度`, `截至2023年6月30日`, `2023.06` → the period; `null` where the text names none. */
export function readPeriod(text: string): Period | null {
  const bare = squeezed(text);
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
  const month = /(20[1-4]\d)[年.\-/](\d{1,2})月?/u.exec(bare) ?? /(20\d\d)(0[1-9]|1[0-2])(?!\d)/u.exec(bare);
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
