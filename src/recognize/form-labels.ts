import { folded, squeezed } from '../workbook';
import type { FormLine } from './types';

/** Words before the answers that a workbook gives about itself, as offices write them. */
const WORDS: Readonly<Record<FormLine['label'], string>> = {
  reportingUnit:
    '(?:填报|报送|编报|上报|填表|填写|编制|编表|制表|报表|汇总|申报|呈报|报告)(?:单位|部门|机构|区县|县区)(?:名称|全称)?|单位(?:名称|全称)|单位(?=\\((?:盖章|公章|签章|盖单位公章|章)\\))|填报区',
  preparedBy:
    '(?:填报|填表|填写|制表|编制|编报|编表|经办|统计|报送|上报)(?:人员?|者)|制表|填报|填表|统计员|经办|具体经办人|填报联系人',
  phone:
    '(?:填报人|填表人|经办人|联系人|单位|办公)?(?:联系)?(?:电话|手机)(?:号码?)?|(?:填报人|填表人|经办人|联系人)?联系方式|座机',
  reviewedBy: '(?:审核|复核|核对|校核|审定|审批|审签|核稿)(?:人员?|领导|负责人)|审核|复核|校核',
  head: '(?:填报|单位|部门|科室|统计|主要|分管|主管)?(?:单位)?负责人|(?:单位)?(?:主要|分管|主管|单位)领导|分管副?局长|单位法人|签发人?|领导签字',
  reportedOn:
    '(?:填报|填表|填写|报送|上报|报出|报告|编报|编制|编表|制表|呈报|提交|申报|汇总|制发)(?:日期|时间)|日期|时间',
  period:
    '(?:报告|填报|报表|报送|统计|数据)期(?:间|别|次|数)?|(?:统计|数据|报表|填报)?所属(?:时期|期间|期)|统计(?:时间|日期|月份|截[止至](?:日期|时间)?)|数据(?:截[止至](?:日期|时间)?|时间)|截[止至](?:时间|日期)|(?:填报|报告|报表|报送|统计)月份',
};

/** What may follow the word before the colon: `（盖章）`, `签字`. */
const TAIL = '(?:签字|签名|签章|盖章|公章|印章)?(?:\\([^()]{1,12}\\))?(?:签字|签名|签章|盖章|公章)?';

const LABELS = (Object.keys(WORDS) as FormLine['label'][]).map((label) => ({
  label,
  bare: new RegExp(`^(?:${WORDS[label]})${TAIL}$`, 'u'),
  /** `填报单位（盖章）袁州区`: bracket and answer without a colon. */
  bracketed: new RegExp(`^((?:${WORDS[label]})\\((?:盖章|公章|盖公章|签字|签章|签名|章)\\))([^:(].*)$`, 'u'),
}));

/** One `label：answer` of a cell. */
export interface LabelledPiece {
  /** `null` for words that say nothing about who hands in, as in `单位：亩`. */
  readonly label: FormLine['label'] | null;
  /** The word as it stands, without spaces and brackets: `填表人`. */
  readonly word: string;
  /** What stands behind the colon, trimmed; empty where nothing does, `null` for a word without colon. */
  readonly answer: string | null;
}

/** Longer texts explain how to fill in; they are no lines of a form. */
const LONGEST = 160;

/** Takes a cell apart: `填报单位：袁州区   填报日期：2023年6月28日` holds two pieces, `袁州区` none. */
export function readLabelled(text: string): readonly LabelledPiece[] {
  if (text.length > LONGEST || /^\s*(?:注|备注|说明|填[报表]说明|\d+[.、])/u.test(text)) return [];
  const segments = folded(text).split(':');
  if (segments.length === 1) {
    const bare = squeezed(text);
    const label = labelOfWord(bare);
    if (label !== null) return [{ label, word: withoutBrackets(bare), answer: null }];
    for (const { label: named, bracketed } of LABELS) {
      const [, word, answer] = bracketed.exec(bare) ?? [];
      if (word !== undefined && answer !== undefined)
        return [{ label: named, word: withoutBrackets(word), answer: answerOf(answer) }];
    }
    return [];
  }
  const pieces: { label: FormLine['label'] | null; word: string; answer: string }[] = [];
  segments.forEach((segment, position) => {
    const open = pieces.at(-1);
    const lead = position < segments.length - 1 ? leadOf(segment, position === 0) : null;
    const said = lead ? segment.slice(0, lead.start) : segment;
    // A colon within an answer, as in 10:30, leads to nothing new.
    if (open) open.answer += open.answer === '' || position === 0 ? said : `:${said}`;
    if (lead) pieces.push({ label: lead.label, word: lead.word, answer: '' });
  });
  return pieces.map((piece) => ({ ...piece, answer: answerOf(piece.answer) }));
}

interface Lead {
  readonly start: number;
  readonly label: FormLine['label'] | null;
  readonly word: string;
}

/** The words before a colon: the longest end of the segment that is a known label, else its last word. */
function leadOf(segment: string, isFirst: boolean): Lead | null {
  const starts = [0, ...[...segment.matchAll(/[\s;,、。|]+/gu)].map((gap) => gap.index + gap[0].length)];
  for (const start of starts) {
    const word = squeezed(segment.slice(start));
    const label = labelOfWord(word);
    if (label !== null) return { start, label, word: withoutBrackets(word) };
  }
  const start = isFirst ? 0 : (starts.at(-1) ?? 0);
  const word = squeezed(segment.slice(start));
  if (!isFirst && (starts.length === 1 || !/^[\p{Script=Han}()]{2,12}$/u.test(word))) return null;
  return { start, label: null, word };
}

function labelOfWord(word: string): FormLine['label'] | null {
  return word.length > 24 ? null : (LABELS.find(({ bare }) => bare.test(word))?.label ?? null);
}

const withoutBrackets = (word: string): string => word.replace(/\([^)]*\)/gu, '');

/** `张  三   （签字）` → `张三`; lines to write on, and what stands apart behind the answer, are no part of it. */
function answerOf(text: string): string {
  const bare = text
    .replace(/[_]+/gu, ' ')
    .replace(/\((?:盖章|公章|签字|签章|签名|章)\)/gu, ' ')
    .trim();
  const [first = '', second = ''] = bare.split(/\s{2,}|\n/u);
  // Names of two characters are often spread: 张  三. Dates are as well: 2023年  6月  28日.
  const answer = first.length <= 1 && second.length <= 2 ? first + second : /^[\d年]+$/u.test(first) ? bare : first;
  const said = squeezed(answer).replace(/[;,、。|]+$/u, '');
  return /^(?:20)?年?月?日?$/u.test(said) ? '' : said;
}

const MARK =
  /\{\{[^}]*\}\}|\$\{[^}]*\}|\{%.*%\}|<%.*%>|^\{[^{}]+\}$|^[<[【〔《][^<>]*(?:填|单位|名称|姓名|日期|电话|人)[>\]】〕》]$|^#[^#]+#$|^(?:请|待|此处|在此)(?:填写?|输入|录入|补充?)|^(?:某某|XX|××|xx|\*\*)|(?:某某|[X×x*]{2,})(?:区|县|市|局|单位|公司|学校|同志)|^20[X×x*]{2}/u;

/** What a template leaves for the answer: `{{单位名称}}`, `XX区`, `请填写`; not an answer. */
export function isTemplateMark(answer: string): boolean {
  return MARK.test(squeezed(answer));
}
