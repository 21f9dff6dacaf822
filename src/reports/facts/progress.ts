import { squeezed } from '../../workbook';
import { quoted } from '../paper/live';

/** The classes of progress that the reports count by, in the order of building. */
export const PROGRESS = ['未开工', '在建', '基本完工', '已完工', '投入使用'] as const;
export type Progress = (typeof PROGRESS)[number];

/** Counted as done in completion rates. */
export const DONE: readonly Progress[] = ['已完工', '投入使用'];
/** True for the name of a class that counts as done. */
export function isDone(progress: string): boolean {
  return progress === '已完工' || progress === '投入使用';
}

/** Work is going on; 基本完工 is not yet done. */
export const UNDER_WAY: readonly Progress[] = ['在建', '基本完工'];

/** What a status is called when its words mean none of the classes. */
export const UNCLASSED = '待归类';

const STANDARD: Readonly<Record<string, Progress>> = {
  未开工: '未开工',
  前期: '未开工',
  在建: '在建',
  主体封顶: '在建',
  装修施工: '在建',
  基本完工: '基本完工',
  已完工: '已完工',
  投入使用: '投入使用',
};

const NOT_YET = /未|拟|计划|预计|即将|待|尚|争取/u;

/** The class of a reported status; `null` where its words leave it open. */
export function progressOf(status: string): Progress | null {
  const text = squeezed(status);
  const standard = STANDARD[text];
  if (standard) return standard;
  if (/未开工|未动工|未开建|未启动|前期|筹建|选址|征地|招标|立项|设计阶段|规划中/u.test(text)) return '未开工';
  const isOpen = NOT_YET.test(text);
  if (/[一二三四五1-5]期|部分/u.test(text) && /完工|竣工|建成|封顶|装修|施工|在建/u.test(text)) return '在建';
  if (/基本(?:完工|建成|完成|竣工)/u.test(text)) return '基本完工';
  if (/封顶|装修|施工|在建|建设中|主体|基础|桩基|已开工|已动工/u.test(text)) return '在建';
  if (isOpen) return null;
  if (/投入使用|投用|启用|交付使用|已开学|已招生/u.test(text)) return '投入使用';
  if (/完工|竣工|建成/u.test(text)) return '已完工';
  return null;
}

/**
 * Class of the status in `cell`, following later edits: the standard words are told by the formula itself; other
 * words keep the class that they had when the sheet was made, and new words become {@link UNCLASSED}.
 */
export function progressFormula(cell: string, status: string | null): string {
  const among = (wanted: Progress): string => {
    const words = Object.keys(STANDARD).filter((word) => STANDARD[word] === wanted);
    const tests = words.map((word) => `${cell}=${quoted(word)}`);
    return tests.length === 1 ? (tests[0] ?? '') : `OR(${tests.join(',')})`;
  };
  const isOther = status !== null && STANDARD[status] === undefined && status.length <= 200;
  const known = isOther ? progressOf(status) : null;
  const rest = isOther && known ? `IF(${cell}=${quoted(status)},${quoted(known)},"${UNCLASSED}")` : `"${UNCLASSED}"`;
  const same = `OR(${(['基本完工', '已完工', '投入使用'] as const).map((word) => `${cell}=${quoted(word)}`).join(',')})`;
  return `IF(${cell}="","",IF(${among('未开工')},"未开工",IF(${among('在建')},"在建",IF(${same},${cell},${rest}))))`;
}
