import { squeezed } from '../workbook';
import { FIELDS, fieldsOf } from './fields';
import { TABLE_KINDS, type FieldDefinition, type FieldId, type TableKind } from './types';

/** A header taken apart: `规划用地（㎡）` → names `规划用地`, unit `㎡`. */
export interface HeaderText {
  /** Ways to read the name, best first: without brackets, with their contents, as it stands. */
  readonly names: readonly string[];
  readonly unit: string | null;
}

export interface HeaderMatch {
  readonly field: FieldId;
  /** 1 for a known word, less where a known word is only contained. */
  readonly confidence: number;
}

/** Units that a header may state, folded (`㎡` folds to `m2`). */
const UNITS = new Set(
  [
    ...FIELDS.flatMap((field) => [field.unit ?? '', ...Object.keys(field.unitFactors)]),
    ...['所', '%', '项', '条', '天', '班', '元', '万亩', '千亩', '分', '公里', '套', '栋', '间', '学位'],
  ]
    .filter((unit) => unit !== '')
    .map((unit) => squeezed(unit).toLowerCase()),
);

/** The unit's usual spelling: `m2` → `㎡`, `M2` → `㎡`, `％` → `%`. */
export function unitName(text: string): string {
  const unit = squeezed(text).toLowerCase();
  return unit.replace(/m2$|平方米$|平米$/u, '㎡');
}

/** True for a word that is a unit of measure. */
export function isUnit(text: string): boolean {
  return UNITS.has(
    squeezed(text)
      .toLowerCase()
      .replace(/^单位[:：]?/u, ''),
  );
}

/** Takes a header apart. `text` may hold several lines. */
export function parseHeader(text: string): HeaderText {
  const folded = squeezed(text)
    .replace(/[*★▲△#]+/gu, '')
    .replace(/[:：,，。;；]+$/u, '');
  let unit: string | null = null;
  const brackets: string[] = [];
  const bare = folded.replace(/[([【[{<〔]([^()[\]【】{}<>〔〕]*)[)\]】}>〕]/gu, (_, inner: string) => {
    const word = inner.replace(/^(?:计量)?单位[:：]?/u, '');
    if (isUnit(word) || (word.length <= 3 && /^[万千百]?[亩元人个顷]$|^[万千]?(?:m2|平方米)$/u.test(word)))
      unit ??= unitName(word);
    else brackets.push(inner);
    return '';
  });
  const tail = /^(.+?)[/,，、\-—_](?:单位[:：]?)?([^/,，、\-—_]{1,4})$/u.exec(bare);
  let name = bare;
  if (unit === null && tail?.[1] !== undefined && tail[2] !== undefined && isUnit(tail[2])) {
    unit = unitName(tail[2]);
    name = tail[1];
  }
  const names = [name, name + brackets.join(''), folded.replace(/[()[\]【】]/gu, '')].map((way) => way.toLowerCase());
  return { names: [...new Set(names)].filter((way) => way !== ''), unit };
}

interface KindWords {
  /** Word → the fields that it may name, each with its place among that field's words. */
  readonly exact: ReadonlyMap<string, readonly { readonly field: FieldId; readonly order: number }[]>;
  /** Words of two or more characters, longest first. */
  readonly contained: readonly { readonly word: string; readonly field: FieldDefinition }[];
  readonly composed: readonly { readonly field: FieldId; readonly pattern: RegExp }[];
  readonly withUnit: readonly {
    readonly field: FieldId;
    readonly pattern: RegExp;
    readonly units: ReadonlySet<string>;
  }[];
}

const WORDS: ReadonlyMap<TableKind, KindWords> = new Map(TABLE_KINDS.map((kind) => [kind, wordsOf(fieldsOf(kind))]));

function wordsOf(fields: readonly FieldDefinition[]): KindWords {
  const exact = new Map<string, { readonly field: FieldId; readonly order: number }[]>();
  for (const field of fields) {
    field.words.forEach((word, order) => {
      const key = parseHeader(word).names.at(-1) ?? '';
      const known = exact.get(key);
      if (!known) exact.set(key, [{ field: field.id, order }]);
      else if (!known.some((one) => one.field === field.id)) known.push({ field: field.id, order });
    });
  }
  const contained = [...exact]
    .filter(([word]) => word.length >= 2)
    .flatMap(([word, [first]]) => {
      const field = fields.find(({ id }) => id === first?.field);
      return field ? [{ word, field }] : [];
    })
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const composed = fields.flatMap(({ id, composed: pattern }) => (pattern ? [{ field: id, pattern }] : []));
  const withUnit = fields.flatMap(({ id, composedWithUnit: pattern, composedUnits, unitFactors }) =>
    pattern ? [{ field: id, pattern, units: new Set((composedUnits ?? Object.keys(unitFactors)).map(unitName)) }] : [],
  );
  return { exact, contained, composed, withUnit };
}

/** Words that turn the meaning of a header round when the known word does not hold them itself. */
const TURNS_MEANING =
  /比[上去]|较[上去]|是否|有无|待(?!遇)|尚|剩余|缺口|联系|电话|手机|负责人|责任人|签字|原|未|上年|上期|上月|去年|其中|增减|同比|环比|比重|占比|比例|百分|率|差|编码|代码|地址|面积|建筑|班主任|教师|教职工|在校|实有|已|审核|依据|文号|来源|上报/u;

/** What is planned is not yet so: 计划开工时间 is no 开工时间, but 拟建学位 are 规划学位. */
const PLANNED = /计划|预计|拟|规划/u;
const PRESENT = /现|目前|实际/u;
const ONE_PERIOD = /本月|当月|本期|当期|本季|本年|当年|年度|上月|上期|上季/u;
/** 学校数 counts schools and does not name one. */
const COUNTS = /[数量额率]|面积|规模/u;

/** Words beside a known word that make the header mean something else than the field. */
function turnsMeaning({ id, type, cumulative }: FieldDefinition, rest: string): boolean {
  if (TURNS_MEANING.test(rest)) return true;
  if (id.startsWith('planned') ? PRESENT.test(rest) : PLANNED.test(rest)) return true;
  if (cumulative && ONE_PERIOD.test(rest)) return true;
  if (type === 'date' && /学位|投资|资金|班/u.test(rest)) return true;
  return (type === 'text' || type === 'list' || type === 'date') && COUNTS.test(rest);
}

const byOrder = ({ field, order }: { readonly field: FieldId; readonly order: number }): HeaderMatch => ({
  field,
  confidence: 1 - 0.001 * Math.min(order, 20),
});

/**
 * The fields that a header may name in a table of this kind, best first; none where no known word fits. A word that
 * two fields share names both, the one sooner among whose words it stands a little more. A header without a unit may
 * be counted in any of `unitsOfTable`.
 */
export function matchHeader(
  kind: TableKind,
  header: HeaderText,
  unitsOfTable: readonly string[] = [],
): readonly HeaderMatch[] {
  const words = WORDS.get(kind);
  if (!words) return [];
  for (const name of header.names) {
    const fields = words.exact.get(name);
    if (fields) return fields.map(byOrder);
  }
  for (const name of header.names) {
    const fields = words.composed.filter(({ pattern }) => pattern.test(name));
    if (fields.length > 0) return fields.map(({ field }) => ({ field, confidence: 0.95 }));
  }
  const stated = header.unit === null ? unitsOfTable : [header.unit];
  if (stated.length > 0)
    for (const name of header.names) {
      const fields = words.withUnit.filter(
        ({ pattern, units }) => stated.some((unit) => units.has(unit)) && pattern.test(name),
      );
      if (fields.length > 0) return fields.map(({ field }) => ({ field, confidence: 0.94 }));
    }
  for (const name of header.names) {
    const fields = words.exact.get(name.replace(/^(?:20\d\d年?)?(?:\d{1,2}月)?/u, ''));
    if (fields) return fields.map(byOrder);
  }
  let best: HeaderMatch | null = null;
  for (const name of header.names) {
    if (name.length > 16) continue;
    for (const { word, field } of words.contained) {
      if (word.length >= name.length || !name.includes(word)) continue;
      if (turnsMeaning(field, name.replace(word, ''))) continue;
      const confidence = 0.45 + (0.5 * word.length) / name.length;
      if (!best || confidence > best.confidence) best = { field: field.id, confidence };
    }
  }
  return best && best.confidence >= 0.6 ? [best] : [];
}
