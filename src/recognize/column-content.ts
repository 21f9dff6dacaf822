import { squeezed, type CellValue } from '../workbook';
import { labelOf } from './row-label';
import type { SheetView } from './sheet-view';
import type { FieldId, TableKind, ValueType } from './types';

/** What stands below a header, where its words leave open what the column is. Rows and columns are 0-based. */

/** Under a header that says nothing known, most of the next rows' texts are names of schools. */
export function holdsSchoolNames(view: SheetView, column: number, headerRow: number): boolean {
  let texts = 0;
  let names = 0;
  for (let row = headerRow + 1; row <= Math.min(headerRow + 40, view.bottom); row++) {
    const text = view.text(row, column).replace(/[(（][^()（）]*[)）]$/u, '');
    if (text === '' || /计[:：]?$/u.test(text)) continue;
    texts++;
    if (text.length >= 3 && /(?:学校|中学|小学|幼儿园|[一二三四五六七八九十]中|分校|校区|分园|园区)$/u.test(text))
      names++;
  }
  return names >= 2 && names * 10 >= texts * 6;
}

/** Under no header at all, most of the next rows' texts are names that the plan gives. */
export function holdsNames(
  view: SheetView,
  column: number,
  headerRow: number,
  isName: (text: string) => boolean,
): boolean {
  let texts = 0;
  let names = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    if (typeof value !== 'string' || labelOf(value) !== null) continue;
    texts++;
    if (isName(value)) names++;
  }
  return names >= 2 && names * 10 >= texts * 6;
}

/** The stage or the builder that a text stands for, and for nothing else; `null` for all other texts. */
export type GroupOf = (text: string) => string | null;

/**
 * Below the header stands one stage, or one builder, a row: at least two, none twice, and little else. `repeats` are
 * slips that may be among them, where nothing but groups can be meant.
 */
export function holdsGroups(
  view: SheetView,
  column: number,
  headerRow: number,
  groupOf: GroupOf,
  repeats = 0,
): boolean {
  const groups = new Set<string>();
  let texts = 0;
  let left = repeats;
  for (const value of valuesBelow(view, column, headerRow)) {
    if (typeof value !== 'string') return false;
    if (labelOf(value) !== null) continue;
    texts++;
    const group = groupOf(value);
    if (group === null) continue;
    if (groups.has(group) && left-- === 0) return false;
    groups.add(group);
  }
  return groups.size >= 2 && groups.size * 10 >= texts * 6;
}

/** False where figures stand below a column of words, or words below one of figures. */
export function fitsContent(view: SheetView, column: number, headerRow: number, type: ValueType): boolean {
  let figures = 0;
  let words = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    if (typeof value === 'number' || /^[\s\d.,，%％-]+$/u.test(String(value))) figures++;
    else words++;
  }
  if (type === 'number' || type === 'wholeNumber' || type === 'percent') return words <= figures;
  return type === 'date' || figures <= words;
}

/** Words for how a school comes about, as a whole cell. */
const BUILD_KIND =
  /^(?:新建|改扩建|改建|扩建|改造|配建|迁建|续建|回购|新增|置换|搬迁|移交|异地新建|整体搬迁|购置|租赁)(?:[、/及或和](?:新建|改建|扩建|改造|配建))?(?:项目|工程|类|学校)?$/u;

/** 类别 and 类型 may hold stages or kinds of building, whichever of both the header's word is a custom for. */
function stageOrKind(view: SheetView, column: number, headerRow: number, field: 'stage' | 'buildKind'): FieldId {
  let texts = 0;
  let kinds = 0;
  let stages = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    if (typeof value !== 'string') continue;
    texts++;
    if (BUILD_KIND.test(value.trim())) kinds++;
    if (/^(?:普通)?(?:高中|初中|小学|幼儿园|中职|学前|特殊教育|专门)/u.test(value.trim())) stages++;
  }
  if (field === 'stage') return kinds > 0 && kinds * 10 >= texts * 7 ? 'buildKind' : field;
  return stages > 0 && stages * 10 >= texts * 7 ? 'stage' : field;
}

/** Beside the measures, a column that says something else in each of many rows holds their titles, not their headings. */
export function holdsTitles(view: SheetView, column: number, headerRow: number): boolean {
  const seen = new Set<CellValue>();
  for (const value of valuesBelow(view, column, headerRow)) {
    if (typeof value !== 'string' || seen.has(value)) return false;
    seen.add(value);
  }
  return seen.size >= 10;
}

/**
 * 进度 may be a percentage or a state, 进展 a state or a text, 类别 a stage or a kind of building, 阶段 a stage or a
 * state: the cells below decide.
 */
export function fieldByContent(
  view: SheetView,
  kind: TableKind,
  header: { readonly column: number; readonly full: string; readonly unit: string | null },
  headerRow: number,
  field: FieldId,
): FieldId {
  const { column } = header;
  if (kind === 'responsibilities') return field === 'progressNote' ? noteOrState(view, column, headerRow) : field;
  if (kind !== 'schools') return field;
  if (field === 'stage' || field === 'buildKind') {
    const found = stageOrKind(view, column, headerRow, field);
    return found === 'stage' && holdsStates(view, column, headerRow) ? 'status' : found;
  }
  if (field === 'rate') return rateOrState(view, header, headerRow);
  if (field === 'progressShare') return holdsStates(view, column, headerRow) ? 'status' : field;
  if (field === 'status') return isShare(view, header, headerRow) ? 'progressShare' : field;
  return field === 'progressNote' && holdsStates(view, column, headerRow) ? 'status' : field;
}

/** 进度 in percent is how far the building is, unless it says that it is of something else; in words it is the state. */
function rateOrState(
  view: SheetView,
  { column, full }: { readonly column: number; readonly full: string },
  headerRow: number,
): FieldId {
  const texts = textsBelow(view, column, headerRow);
  if (texts !== null && texts.some((text) => STATE.test(text))) return 'status';
  return /^(?:项目|总|总体)?(?:完成)?进度$/u.test(squeezed(full).replace(/[(（].*$/u, '')) ? 'progressShare' : 'rate';
}

/** 形象进度 in percent: its header says so, or figures stand below it. */
function isShare(
  view: SheetView,
  { column, unit }: { readonly column: number; readonly unit: string | null },
  headerRow: number,
): boolean {
  let filled = 0;
  let figures = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    filled++;
    if (typeof value === 'number' || /^\s*[\d.]+\s*[%％]?\s*$/u.test(String(value))) figures++;
  }
  if (unit === '%' && figures * 2 >= filled) return true;
  return figures >= 2 && figures * 10 >= filled * 7;
}

/** Short words for how far a building is, and hardly anything else. */
function holdsStates(view: SheetView, column: number, headerRow: number): boolean {
  const texts = textsBelow(view, column, headerRow);
  if (texts === null) return false;
  const states = texts.filter((text) => text.length <= 6 && STATE.test(text)).length;
  return states * 10 >= texts.length * 7;
}

/** 落实情况 of tasks: 推进中, 已完成, 长期坚持 are states of a list, what was done is a text. */
function noteOrState(view: SheetView, column: number, headerRow: number): FieldId {
  const texts = textsBelow(view, column, headerRow);
  if (texts === null || texts.length < 3) return 'progressNote';
  const states = texts.filter((text) => TASK_STATE.test(text)).length;
  return states * 10 >= texts.length * 7 ? 'state' : 'progressNote';
}

const TASK_STATE =
  /^(?:正在|持续|有序|稳步|全面|加快)?(?:推进|实施|开展|进行|落实|办理)中?$|^(?:已|基本|部分|全部)?(?:完成|办结|落实|落实到位)$|^(?:未|尚未|暂未|没有)(?:启动|开始|开展|完成|推进)$|^(?:已启动|启动|长期坚持|常态化?推进|持续推进|按计划推进|正常推进|滞后|推进缓慢|取得阶段性成效)$/u;

/** Texts without figures, where most of what is filled is such; `null` elsewhere. */
function textsBelow(view: SheetView, column: number, headerRow: number): readonly string[] | null {
  const texts: string[] = [];
  let filled = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    filled++;
    if (typeof value === 'string' && !/\d|[%％]/u.test(value)) texts.push(value.trim());
  }
  return texts.length === 0 || texts.length * 10 < filled * 7 ? null : texts;
}

/** Hardly anything but figures, and in three of ten cells at least a zero. */
export function holdsZeros(view: SheetView, column: number, headerRow: number): boolean {
  let filled = 0;
  let others = 0;
  let zeros = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    filled++;
    if (typeof value !== 'number') others++;
    if (value === 0) zeros++;
  }
  return zeros > 0 && zeros * 10 >= filled * 3 && others * 5 <= filled;
}

/** In a third of the cells at least stands such a text. */
export function holdsSome(
  view: SheetView,
  column: number,
  headerRow: number,
  isSuch: (text: string) => boolean,
): boolean {
  let texts = 0;
  let such = 0;
  for (const value of valuesBelow(view, column, headerRow)) {
    texts++;
    if (typeof value === 'string' && isSuch(value)) such++;
  }
  return such > 0 && such * 3 >= texts;
}

/** What the column holds down to the first blank row: below it another table or the signatures may stand. */
function* valuesBelow(view: SheetView, column: number, headerRow: number): Generator<CellValue> {
  let seen = 0;
  for (let row = headerRow + 1; row <= Math.min(headerRow + 40, view.bottom); row++) {
    if (seen > 0 && isBlankRow(view, row)) return;
    const value = view.value(row, column);
    if (value === null || value === '') continue;
    seen++;
    yield value;
  }
}

function isBlankRow(view: SheetView, row: number): boolean {
  for (let column = view.left; column <= view.right; column++) if (!view.blank(row, column)) return false;
  return true;
}

/** Short words for how far a building is. */
const STATE =
  /开工|动工|在建|封顶|装修|完工|竣工|建成|使用|前期|施工|投用|停工|招标|立项|选址|拆迁|未启动|已启动|筹备|验收|基础|主体/u;
