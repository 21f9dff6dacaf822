import { fieldOf, type FieldId } from '../recognize';
import type { FileStatus, LogEntry, SumRow, UnitStatus } from './types';

/** What of two consolidations is compared. */
export interface Comparable {
  readonly period: string | null;
  readonly units: readonly UnitStatus[];
  readonly files: readonly FileStatus[];
  readonly rows: readonly SumRow[];
}

/** What changed from one consolidation to the next, in plain Chinese; nothing where nothing did. */
export function changesBetween(before: Comparable | null, now: Comparable, on: string): readonly LogEntry[] {
  const lines = before
    ? [
        ...periodChange(before, now),
        ...fileChanges(before, now),
        ...unitChanges(before, now),
        ...figureChanges(before, now),
      ]
    : firstTime(now);
  return lines.map((text) => ({ on, text }));
}

function firstTime({ period, files, units }: Comparable): readonly string[] {
  const waiting = units.filter(({ state, isExpected }) => isExpected && state === '未报');
  return [
    `首次汇总${period === null ? '' : `（${period}）`}：收到${files.length}个文件${
      waiting.length === 0 ? '' : `，${waiting.map(({ unit }) => unit).join('、')}未报`
    }。`,
    ...files.map(({ unit, fileName, note }) => `收到${unit}的${fileName}：${note}。`.replace(/。+$/u, '。')),
  ];
}

function periodChange(before: Comparable, now: Comparable): readonly string[] {
  return before.period === now.period ? [] : [`汇总的报告期由${before.period ?? '未定'}改为${now.period ?? '未定'}。`];
}

const fileKey = ({ unit, fileName, receivedOn }: FileStatus): string => [unit, fileName, receivedOn].join('\u0000');

function fileChanges(before: Comparable, now: Comparable): readonly string[] {
  const known = new Map(before.files.map((file) => [fileKey(file), file]));
  const lines: string[] = [];
  for (const file of now.files) {
    const old = known.get(fileKey(file));
    const note = file.note.replace(/。+$/u, '');
    if (!old) lines.push(`收到${file.unit}的${file.fileName}：${note}。`);
    else if (old.note !== file.note)
      lines.push(`${file.unit}的${file.fileName}由“${old.note.replace(/。+$/u, '')}”变为“${note}”。`);
  }
  const left = new Set(now.files.map(fileKey));
  for (const file of before.files) {
    if (!left.has(fileKey(file))) lines.push(`${file.unit}的${file.fileName}已由同名的新文件代替。`);
  }
  return lines;
}

function unitChanges(before: Comparable, now: Comparable): readonly string[] {
  const known = new Map(before.units.map(({ unit, state }) => [unit, state]));
  return now.units.flatMap(({ unit, state }) => {
    const old = known.get(unit) ?? '未报';
    return old === state ? [] : [`${unit}的状态由${old}变为${state}。`];
  });
}

/** Text of a figure in the log; long words are cut. */
function brief(value: string | number | undefined): string {
  const text = value === undefined ? '空' : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function figureChanges(before: Comparable, now: Comparable): readonly string[] {
  const known = new Map(before.rows.map((row) => [`${row.kind}|${row.item}`, row]));
  return now.rows.flatMap((row) => {
    const old = known.get(`${row.kind}|${row.item}`);
    const fields = new Set([...Object.keys(old?.figures ?? {}), ...Object.keys(row.figures)] as FieldId[]);
    const changed = [...fields].sort().filter((field) => old?.figures[field]?.value !== row.figures[field]?.value);
    if (changed.length === 0) return [];
    if (Object.keys(old?.figures ?? {}).length === 0) return [`“${row.name}”有了数据，由${row.units.join('、')}报送。`];
    return changed.map(
      (field) =>
        `“${row.name}”${fieldOf(field).title}由${brief(old?.figures[field]?.value)}变为${brief(row.figures[field]?.value)}。`,
    );
  });
}
