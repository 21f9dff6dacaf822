import { squeezed } from '../workbook';
import type { FieldId } from '../recognize';

/** How far a school's building is; the order is the order of building. */
export const PROGRESS = [
  'notStarted',
  'sitePreparation',
  'building',
  'structure',
  'fitOut',
  'substantiallyComplete',
  'complete',
  'inUse',
] as const;
export type Progress = (typeof PROGRESS)[number];

/** The words of the list that a 状态 column may hold, in the order of building. */
export const PROGRESS_WORDS: Readonly<Record<Progress, string>> = {
  notStarted: '未开工',
  sitePreparation: '前期',
  building: '在建',
  structure: '主体封顶',
  fitOut: '装修施工',
  substantiallyComplete: '基本完工',
  complete: '已完工',
  inUse: '投入使用',
};

/** `一期已完工`: a part of a school is not a school; where a part is built or being built, the whole is in building. */
const PART = /[一二三四五1-5]期|部分/u;
const BUILT = /完工|竣工|建成|完成|封顶|主体|装修|施工|在建|投入使用|投用|启用|交付|验收/u;

/** What is only hoped for has not been reached: `预计9月投入使用`. The word reaches to the end of its clause. */
const NOT_YET = '(?<!(?:未|拟|待|尚|(?<!按)计划|预计|预期|即将|将|争取|力争|确保)[^，。；、,;]*)';

/** Words that speak of building and mean something else: papers that come before it, what is built. */
const PAPERWORK = /施工(?:图|招标|招投标|许可|单位|合同|准备|前)/gu;
const ASIDE =
  /(?:建设|实施|责任|项目)主体|设计(?:规模|班|学位|容量|能力)|基础教育|(?:框架|钢|砖混|混凝土)[^，。；、]{0,4}结构/gu;

const PART_BUILT = '(?<!(?:基础|桩基|地基|地下室)(?:工程)?已?)';

/** Tried in this order. */
const PATTERNS: readonly (readonly [Progress, RegExp])[] = [
  ['notStarted', /未开工|未动工|未开建|未启动|没有开工|未建|待开工|待建|拟建|未实施|未施工/u],
  ['substantiallyComplete', /基本(?:完工|建成|完成|竣工)|接近完工|待验收|预验收|扫尾|收尾/u],
  ['inUse', new RegExp(`${NOT_YET}(?:投入使用|启用|交付使用|已招生|已开学|已使用|投用)`, 'u')],
  ['fitOut', /装修|装饰|装潢|内外装|附属工程|室外工程|配套工程/u],
  ['structure', /封顶|主体(?:工程|结构)?(?:已)?(?:完工|完成|建成|竣工)|完成主体/u],
  ['building', /(?:完工|完成|进度)率?(?:达|约|为)?[1-9]?\d(?:\.\d+)?%/u],
  ['complete', new RegExp(`${PART_BUILT}已(?:全面|全部|经)?(?:完工|竣工|建成)`, 'u')],
  ['complete', new RegExp(`${NOT_YET}${PART_BUILT}(?:完工|竣工|建成|完成建设|通过验收|已验收)`, 'u')],
  ['building', /在建|施工|建设中|桩基|正在建|已开工|已动工|开工建设|续建|土建|砌体|地下室/u],
  [
    'sitePreparation',
    /前期|征地|拆迁|土地平整|场平|设计|招标|招投标|立项|报建|可研|选址|规划中|筹[备建]|手续|勘察|办理/u,
  ],
  ['complete', new RegExp(`${NOT_YET}(?:已完成|^完成$|已交付|^交付$)`, 'u')],
  ['building', /推进中|(?:基础|地基|主体|结构)(?:阶段|工程|部分)?已?(?:完工|竣工|完成)?$|^开工$/u],
];

/** What the words of a status or a remark say of a school; `null` where they say nothing about its building. */
export function progressOf(text: string): Progress | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const found = readProgress(text);
  if (known.size < 5000) known.set(text, found);
  return found;
}

const known = new Map<string, Progress | null>();

function readProgress(text: string): Progress | null {
  const bare = squeezed(text).replace(PAPERWORK, '手续').replace(ASIDE, '');
  if (bare === '') return null;
  if (PART.test(bare) && BUILT.test(bare)) return 'building';
  for (const [progress, pattern] of PATTERNS) if (pattern.test(bare)) return progress;
  return null;
}

/**
 * The columns that say how far a school is, the first one first. Where there is a column for the status, a blank in it
 * is a status not reported, whatever a note says; where there is none, what the notes say counts.
 */
export function progressFields(table: { readonly byField: ReadonlyMap<FieldId, unknown> }): readonly FieldId[] {
  return table.byField.has('status') ? ['status'] : ['progressNote', 'remark'];
}

const LIST: ReadonlySet<string> = new Set(Object.values(PROGRESS_WORDS));

/** True for a word that a 状态 list may hold: one of the list, or short words that mean one of it. */
export function isListed(text: string): boolean {
  if (LIST.has(text)) return true;
  const bare = squeezed(text);
  if (Object.values(PROGRESS_WORDS).includes(bare)) return true;
  return bare.length <= 14 && progressOf(bare) !== null;
}

export function progressRank(progress: Progress): number {
  return PROGRESS.indexOf(progress);
}

export function isFinished(progress: Progress | null): boolean {
  return progress === 'complete' || progress === 'inUse';
}
