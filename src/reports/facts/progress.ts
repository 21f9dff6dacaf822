import {
  PROGRESS as SAID,
  PROGRESS_WORDS,
  progressOf as progressSaid,
  type Progress as Said,
} from '../../audit/progress';
import { quoted } from '../paper/live';
import type { Taken } from './taken';

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

const CLASS_OF: Readonly<Record<Said, Progress>> = {
  notStarted: '未开工',
  sitePreparation: '未开工',
  building: '在建',
  structure: '在建',
  fitOut: '在建',
  substantiallyComplete: '基本完工',
  complete: '已完工',
  inUse: '投入使用',
};

/** The words of the status list, whose class a formula tells by itself. */
const STANDARD: ReadonlyMap<string, Progress> = new Map(
  SAID.map((said) => [PROGRESS_WORDS[said], CLASS_OF[said]] as const),
);

/** The class of a reported status or note; `null` where its words leave it open. */
export function progressOf(text: string): Progress | null {
  const said = progressSaid(text);
  return said === null ? null : CLASS_OF[said];
}

/** What says how far a project is. */
export interface ProgressSources {
  /** The table has a column for the status: then nothing else counts. */
  readonly hasStatus: boolean;
  readonly status: Taken;
  readonly progressNote: Taken;
  readonly remark: Taken;
}

/** The class of a project; {@link UNCLASSED} for a status in no known words, empty where nothing is said. */
export function progressClass({ hasStatus, status, progressNote, remark }: ProgressSources): string {
  if (hasStatus) return status.value === null ? '' : (progressOf(String(status.value)) ?? UNCLASSED);
  const said = [progressNote, remark].map(({ value }) => (value === null ? null : progressOf(String(value))));
  return said.find((progress) => progress !== null) ?? '';
}

/** The cells (of the ledger's own row) that hold what {@link ProgressSources} says. */
type Cells = Readonly<Record<'status' | 'progressNote' | 'remark', string>>;

/**
 * Class of a project, following later edits: the standard words are told by the formula itself; other words keep the
 * class that they had when the sheet was made, and a new status becomes {@link UNCLASSED}. A status written into the
 * ledger where the workbook has no column for it counts before the notes.
 */
export function progressFormula(cells: Cells, sources: ProgressSources): string {
  const { hasStatus, status, progressNote, remark } = sources;
  if (hasStatus) return `IF(${cells.status}="","",${classFormula(cells.status, status, `"${UNCLASSED}"`)})`;
  const noted = classFormula(cells.progressNote, progressNote, classFormula(cells.remark, remark, '""'));
  return classFormula(cells.status, status, noted);
}

/** Class of the words in one cell; `otherwise` where they are unknown. */
function classFormula(cell: string, { value }: Taken, otherwise: string): string {
  const text = value === null ? '' : String(value);
  const among = (wanted: Progress): string => {
    const words = [...STANDARD].filter(([, progress]) => progress === wanted).map(([word]) => word);
    return `OR(${words.map((word) => `${cell}=${quoted(word)}`).join(',')})`;
  };
  const known = STANDARD.has(text) ? null : progressOf(text);
  const rest = known ? `IF(${holds(cell, text)},${quoted(known)},${otherwise})` : otherwise;
  const same = `OR(${(['基本完工', '已完工', '投入使用'] as const).map((word) => `${cell}=${quoted(word)}`).join(',')})`;
  return `IF(${among('未开工')},"未开工",IF(${among('在建')},"在建",IF(${same},${cell},${rest})))`;
}

/** Excel takes at most 255 characters of text in one piece. */
const LONGEST = 200;

/** Whether a cell holds the text, by its first characters; `*` and `?` mean themselves. */
function holds(cell: string, text: string): string {
  const start = quoted(text.slice(0, LONGEST));
  const own = text.length <= LONGEST ? cell : `LEFT(${cell},${LONGEST})`;
  return /[~*?]/u.test(start) ? `EXACT(${own},${start})` : `${own}=${start}`;
}
