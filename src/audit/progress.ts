import { squeezed } from '../workbook';

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

const PATTERNS: readonly (readonly [Progress, RegExp])[] = [
  ['notStarted', /未开工|未动工|未启动|尚未开工|没有开工|未建|待开工|待建|拟建|未实施/u],
  ['substantiallyComplete', /基本(?:完工|建成|完成|竣工)|主体完工|接近完工|待验收|预验收|扫尾/u],
  ['inUse', /(?<!未|拟|待|计划|预计)(?:投入使用|已启用|已交付使用|已招生|已开学|已使用|投用|启用)/u],
  ['fitOut', /装修|装饰|装潢|内外装|附属工程|室外工程|配套工程/u],
  ['structure', /封顶|主体(?:已)?(?:完成|结构完成|建成|工程完成)/u],
  [
    'complete',
    /(?<!未|预计|计划|拟)(?:已?(?:全面)?(?:完工|竣工|建成|完成建设)|已完成|通过验收|已验收|^完成$|^已交付$|^交付$)/u,
  ],
  ['sitePreparation', /前期|征地|拆迁|土地平整|场平|设计|招标|招投标|立项|报建|可研|选址|规划中|筹备|手续|勘察|办理/u],
  ['building', /在建|施工|建设中|基础|地基|桩基|主体|正在建|推进中|已开工|开工建设|续建|土建|砌体|地下室|结构|^开工$/u],
];

/** What the words of a status cell mean; `null` where they say nothing about it. */
export function progressOf(text: string): Progress | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const found = readProgress(text);
  if (known.size < 5000) known.set(text, found);
  return found;
}

const known = new Map<string, Progress | null>();

function readProgress(text: string): Progress | null {
  const bare = squeezed(text);
  if (bare === '') return null;
  for (const [progress, pattern] of PATTERNS) if (pattern.test(bare)) return progress;
  return null;
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
