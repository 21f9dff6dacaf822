import { CODE_TITLES } from '../../audit';
import type { Consolidation, ManyFinding, Submission } from '../../consolidate';
import type { ListedFinding } from '../jobs/audit';
import { ndjsonFormat } from './ndjson';
import { oneLine } from './one-line';
import { padded } from './width';

/** A file that could not be read, under the name that it was given by. */
export interface UnreadFile {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

export interface ConsolidationOutput {
  readonly consolidation: Consolidation;
  /** The submissions of this run, in the order of the files, each with the name that it was given by. */
  readonly read: readonly { readonly file: string; readonly submission: Submission }[];
  readonly unread: readonly UnreadFile[];
  readonly out: string;
}

const LEVELS = { error: '强制性', warning: '核实性', info: '提示' } as const;

/** For a person: who has reported, then what contradicts; the units' own findings are in the workbook. */
export function consolidationText({ consolidation, unread, out }: ConsolidationOutput): string {
  const { units, findings, rows, unmatched, moreUnmatched, period } = consolidation;
  const schools = rows.filter(({ kind }) => kind === 'schools');
  const foreign = unmatched.length + moreUnmatched.reduce((sum, { count }) => sum + count, 0);
  const width = Math.max(...units.map(({ unit }) => unit.length)) * 2 + 2;
  return [
    ...unread.map(({ file, code, message }) => `${file}：无法读取（${code}）。${message}`),
    `报送情况${period === null ? '' : `（${period}）`}`,
    ...units.map(
      ({ unit, state, files, counts, reason }) =>
        `  ${padded(unit, width)}${padded(state, 8)}${
          files.length === 0
            ? ''
            : `强制性 ${counts.error} 项，核实性 ${counts.warning} 项，提示 ${counts.info} 项 · ${files.join('、')}`
        }${reason === '' ? '' : ` · ${reason}`}`,
    ),
    ...(findings.length === 0 ? [] : ['差异']),
    ...findings.map(
      ({ level, text, advice, rule, source }) => `  ${LEVELS[level]} · ${text}${advice}（${rule}，依据：${source}）`,
    ),
    `合计 ${out} · 方案学校 ${schools.length} 所，有数据 ${schools.filter((row) => row.units.length > 0).length} 所，未匹配 ${foreign} 行`,
  ]
    .map((line) => `${oneLine(line)}\n`)
    .join('');
}

/** For machines: every file as the audit tells it, then the findings about several files, units, and the outcome. */
export function consolidationNdjson({ consolidation, read, unread, out }: ConsolidationOutput): string {
  const format = ndjsonFormat();
  const { units, files, findings, rows, unmatched, period, log } = consolidation;
  const names = new Map(read.map(({ file, submission }) => [submission.fileName, file]));
  const lines = [
    ...findings.map((finding) => manyLine(finding, names)),
    ...units.map(({ unit, state, period: own, files: standing, counts, reason }) => ({
      type: 'unit',
      unit,
      state,
      period: own,
      files: standing,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      reason,
    })),
    ...files.map(({ fileName, unit, fate, note }) => ({
      type: 'file',
      file: names.get(fileName) ?? fileName,
      unit,
      fate,
      note,
    })),
    {
      type: 'consolidation',
      out,
      period,
      schools: rows.filter(({ kind }) => kind === 'schools').length,
      reported: rows.filter(({ kind, units: from }) => kind === 'schools' && from.length > 0).length,
      unmatched: unmatched.length,
      changes: log.length,
      errors: count(findings, 'error'),
      warnings: count(findings, 'warning'),
      infos: count(findings, 'info'),
    },
  ];
  return [
    ...unread.map((one) => format.one({ kind: 'unreadable', ...one })),
    ...read.map(({ file, submission }) => format.one({ kind: 'audited', file, outcome: outcomeOf(submission) })),
    ...lines.map((line) => `${JSON.stringify(line)}\n`),
  ].join('');
}

function count(findings: readonly ManyFinding[], level: ManyFinding['level']): number {
  return findings.filter((finding) => finding.level === level).length;
}

function manyLine(finding: ManyFinding, names: ReadonlyMap<string, string>): object {
  const [first] = finding.origins;
  const { rule, level, text, found, expected, source, units, origins } = finding;
  return {
    type: 'finding',
    file: first ? (names.get(first.file) ?? first.file) : null,
    sheet: first && first.sheet !== '' ? first.sheet : null,
    cell: first && first.cell !== '' ? first.cell : null,
    rule,
    level,
    message: text,
    found,
    expected,
    source,
    fixable: false,
    units,
    origins: origins.map((origin) => ({ ...origin, file: names.get(origin.file) ?? origin.file })),
  };
}

function outcomeOf({ unit, period, verdict, tables, counts, findings }: Submission) {
  return {
    unit,
    period,
    verdict,
    tables,
    counts,
    findings: findings.map((finding): ListedFinding => ({
      ...finding,
      title: CODE_TITLES[finding.rule] ?? '',
      explanation: finding.explanation && !finding.explanation.isVoid ? finding.explanation.text : '',
      explainedBy: finding.explanation?.by ?? '',
      voided: finding.explanation?.isVoid ? finding.explanation.text : '',
      caused: 0,
      consequences: [],
    })),
    notes: [],
    previousFailed: null,
    reportSheet: null,
  };
}
