import { isErrorValue, type CellValue } from './snapshot';
import { chineseNumber, folded, trimmed } from './reading-text';

/** What makes a typed number differ from a plain one. */
export type NumberTrait =
  | 'asText' // digits stored as text
  | 'fullWidth' // ２７００
  | 'separators' // 21,850 or 21，850
  | 'innerSpaces' // 21 850
  | 'unit' // 2700个
  | 'percentSign' // 93%
  | 'letterForDigit' // 27OO
  | 'chineseDigits' // 二十四
  | 'approximate' // 约2700
  | 'sum' // 1350+900
  | 'bracketNegative' // (120)
  | 'doubledPoint'; // 49..5

/** `certain`: one meaning only. `likely`: what anyone would take it for. `guess`: a person must say. */
export type Sureness = 'certain' | 'likely' | 'guess';

export type NumberReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'error'; readonly text: string }
  /** `—`, `无`, `待定`: a sign for "no number". */
  | { readonly kind: 'placeholder'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string }
  | {
      readonly kind: 'number';
      /** As written, before its unit is applied: `2.5万个` gives 2.5 with unit `万个`. */
      readonly value: number;
      readonly unit: string | null;
      readonly traits: readonly NumberTrait[];
      readonly sure: Sureness;
      /** Digits printed behind the point; what the precision of a comparison is taken from. */
      readonly decimals: number;
    };

const PLACEHOLDERS = new Set([
  '/', '\\', '-', '--', '---', '—', '——', '－', '–', '―', '一一', '~', '.', '。', '…', '……', '*', '?', '？', '无', '暂无', '没有', '待定',
  '未定', '未知', '不详', '同上', '空', '缺', '略', '无数据', '未填', '待填', '待补', '待核实', '待批', '未批', '不适用',
  'n/a', 'na', 'none', 'null', 'nil', 'nan', 'tbd', 'x', '×',
].map((word) => folded(word).toLowerCase())); // prettier-ignore

/** A quantity and the longest unit that its end can be read as: 二十四 and 班, 2700多 and 个. */
const WITH_UNIT =
  /^(.*?[\d.OoIl〇○零一二两三四五六七八九十百千)多余])\s*(万?[个人元亩名间套座栋]|万?平方米|万?平米|平方公里|公顷|所|班|位|生|学生|万|亿元|亿|(?<=\d\s*)[百千](?:个|人|名|元|座|个学位|学位|平方米|亩)|百元|千元|十万元|百万元|千万元|万亩|㎡|m2|万㎡|万m2|%|‰|个班|个学位|学位|万学位|万个学位|人次|万人次|百分点|个百分点|期|岁|年|月|公里|米)$/iu;

const BLANK: NumberReading = { kind: 'blank' };

/**
 * Reads a cell of a numeric column as a person typed it. A number stays what it is; text is read as
 * generously as a colleague would, and the traits say what was overlooked.
 */
export function readNumber(value: CellValue): NumberReading {
  if (value === null) return BLANK;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { kind: 'unreadable', text: String(value) };
    return { kind: 'number', value, unit: null, traits: [], sure: 'certain', decimals: decimalsOf(value) };
  }
  if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE' };
  if (isErrorValue(value)) return { kind: 'error', text: value };
  return readNumberText(value);
}

function readNumberText(text: string): NumberReading {
  const bare = trimmed(text);
  if (bare === '') return BLANK;
  const traits = new Set<NumberTrait>(['asText']);
  let rest = folded(bare).replace(/[\u200b\ufeff]/gu, '');
  if (/[\uff10-\uff19\uff0e\uff05\uff0d\uff0b]/u.test(bare)) traits.add('fullWidth');
  if (PLACEHOLDERS.has(rest.toLowerCase())) return { kind: 'placeholder', text: bare };

  const approximate = /^(?:(?:约|大约|近|超过?|逾|共|计|合计|≈|~|>|<|≥|≤)\s*)+(?=[\d(])|(?:左右|以上|以下|多|余)$/u;
  while (approximate.test(rest)) {
    rest = rest.replace(approximate, '').trim();
    traits.add('approximate');
  }
  const [, quantity, unit = null] = WITH_UNIT.exec(rest) ?? [];
  if (quantity !== undefined) {
    rest = quantity;
    traits.add(unit === '%' ? 'percentSign' : 'unit');
    if (/(?:多|余)$/u.test(rest)) {
      rest = rest.slice(0, -1);
      traits.add('approximate');
    }
  }
  const bracketed = /^\((.+)\)$/u.exec(rest);
  if (bracketed?.[1] !== undefined) {
    rest = `-${bracketed[1]}`;
    traits.add('bracketNegative');
  }
  const plain = plainNumber(rest, traits);
  if (plain === null || !Number.isFinite(plain.value)) return { kind: 'unreadable', text: bare };
  return { kind: 'number', ...plain, unit, traits: [...traits], sure: surenessOf(traits) };
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/iu;

interface Plain {
  readonly value: number;
  readonly decimals: number;
}

function plainNumber(rest: string, traits: Set<NumberTrait>): Plain | null {
  if (PLAIN.test(rest)) return finite(rest);
  if (/^[+-]?\d{1,3}(?:[,，、']\s?\d{3})+(?:\.\d+)?$/u.test(rest) || /^[+-]?\d+(?:,\d{3,4})+(?:\.\d+)?$/u.test(rest)) {
    traits.add('separators');
    return finite(rest.replace(/[,，、'\s]/gu, ''));
  }
  if (/^[+-]?[\d\s]+(?:\.[\d\s]+)?$/u.test(rest)) {
    traits.add('innerSpaces');
    return finite(rest.replace(/\s/gu, ''));
  }
  if (/^[+-]?\d+(?:\.\.|。|,\.|、\.|·|,(?=\d{1,2}$))\d+$/u.test(rest)) {
    traits.add('doubledPoint');
    return finite(rest.replace(/\.\.|。|,\.|、\.|·|,/u, '.'));
  }
  const sum = /^\d+(?:\.\d+)?(?:\s*\+\s*\d+(?:\.\d+)?)+$/u;
  if (sum.test(rest)) {
    traits.add('sum');
    const parts = rest.split('+');
    return {
      value: parts.reduce((total, part) => total + Number(part), 0),
      decimals: Math.max(...parts.map(printedDecimals)),
    };
  }
  if (/\d/u.test(rest) && /[OoIl〇○]/u.test(rest) && /^[+-]?[\dOoIl〇○.,]+$/u.test(rest)) {
    traits.add('letterForDigit');
    const digits = rest
      .replace(/[Oo〇○]/gu, '0')
      .replace(/[Il]/gu, '1')
      .replace(/,/gu, '');
    return PLAIN.test(digits) ? finite(digits) : null;
  }
  const chinese = chineseNumber(rest);
  if (chinese === null) return null;
  traits.add('chineseDigits');
  return { value: chinese, decimals: 0 };
}

function finite(text: string): Plain {
  return { value: Number(text), decimals: printedDecimals(text) };
}

function surenessOf(traits: ReadonlySet<NumberTrait>): Sureness {
  for (const trait of ['approximate', 'sum', 'letterForDigit', 'bracketNegative', 'doubledPoint'] as const) {
    if (traits.has(trait)) return 'guess';
  }
  return traits.has('unit') || traits.has('chineseDigits') || traits.has('percentSign') ? 'likely' : 'certain';
}

function printedDecimals(text: string): number {
  return /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
}

/** Decimals of a number as a person would write it; calculation dust such as 0.30000000000000004 is not counted. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(Number(value.toPrecision(12)));
  const point = text.indexOf('.');
  return point < 0 || text.includes('e') ? 0 : text.length - point - 1;
}
