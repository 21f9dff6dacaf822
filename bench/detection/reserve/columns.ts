import type { CellValue } from '../../../src/workbook';
import { dateOf, type Line } from './figures';

/** A field worked out from others of the same row. */
export interface RowCalc {
  readonly how: 'plus' | 'minus' | 'ratio' | 'percent';
  readonly of: readonly string[];
}

export interface Column {
  readonly field: string;
  /** One to three levels, outermost first. */
  readonly head: readonly string[];
  readonly format?: string;
  readonly value?: (line: Line) => CellValue;
  readonly calc?: RowCalc;
  readonly isSummed: boolean;
  /** For a row of units under the header. */
  readonly unit?: string;
}

const SUMMED = new Set([
  ...['classes', 'seats', 'land', 'invest', 'prevCum', 'monthDone', 'cum', 'yearPlan', 'yearDone'],
  ...['formed', 'area', 'supplied', 'left', 'landGap', 'seatGap', 'sum2', 'before', 'after'],
]);

const CALCS: Readonly<Record<string, RowCalc>> = {
  rate: { how: 'percent', of: ['cum', 'invest'] },
  rateShare: { how: 'ratio', of: ['cum', 'invest'] },
  yearRate: { how: 'percent', of: ['yearDone', 'yearPlan'] },
  left: { how: 'minus', of: ['invest', 'cum'] },
  landGap: { how: 'minus', of: ['land', 'supplied'] },
  seatGap: { how: 'minus', of: ['seats', 'formed'] },
  perClass: { how: 'ratio', of: ['seats', 'classes'] },
};

export function date(serial: number | null, style: DateStyle): CellValue {
  if (serial === null) return null;
  const at = dateOf(serial);
  const [year, month, dayOfMonth] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  if (style === 'words') return `${year}年${month}月`;
  if (style === 'longWords') return `${year}年${month}月${dayOfMonth}日`;
  if (style === 'dots') return `${year}.${month}.${dayOfMonth}`;
  return serial;
}

export type DateStyle = 'serial' | 'words' | 'longWords' | 'dots';

const DATES = ['start', 'due', 'done'] as const;

/**
 * A column by field, header words (levels parted by `/`) and what differs from the field's custom.
 * A cell's formula can be asked for with `live`; else a derived figure is typed.
 */
export function column(
  field: string,
  head: string,
  more: { dates?: DateStyle; format?: string; live?: boolean; unit?: string } = {},
): Column {
  const levels = head.split('/').map((word) => word.replaceAll('|', '\n'));
  const base = { field, head: levels, isSummed: SUMMED.has(field), ...(more.unit ? { unit: more.unit } : {}) };
  const isDate = DATES.some((one) => one === field);
  const format = more.format ?? (isDate && (more.dates ?? 'serial') === 'serial' ? 'yyyy"年"m"月"d"日"' : undefined);
  const worked = CALCS[field];
  const shape = format === undefined ? base : { ...base, format };
  if (worked && more.live !== false) return { ...shape, calc: worked };
  return { ...shape, value: (line) => valueOf(line, field, more.dates ?? 'serial') };
}

function valueOf(line: Line, field: string, style: DateStyle): CellValue {
  switch (field) {
    case 'start':
    case 'due':
    case 'done':
      return date(line[field], style);
    case 'percent':
      return `${line.percent}%`;
    case 'percentNumber':
      return line.percent;
    case 'rate':
      return Math.round((line.cum / line.invest) * 1000) / 10;
    case 'rateShare':
      return Math.round((line.cum / line.invest) * 1000) / 1000;
    case 'left':
      return line.invest - line.cum;
    case 'landGap':
      return Math.round((line.land - line.supplied) * 100) / 100;
    case 'seatGap':
      return line.seats - line.formed;
    case 'isOpen':
      return line.status === '投入使用' ? '是' : '否';
    case 'unitOwner':
      return line.builder === '市本级' ? '市城投公司' : `${line.builder}城投公司`;
    case 'problem':
      return line.status === '未开工' ? '征地拆迁进度慢' : '无';
    case 'seq':
    case 'blank':
      return null;
    default: {
      const value = (line as unknown as Readonly<Record<string, CellValue | undefined>>)[field];
      if (value === undefined) throw new Error(`no field ${field}`);
      return value;
    }
  }
}
