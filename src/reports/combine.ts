import type { AuditResult, Finding } from '../audit';
import type { Recognition, RecognizedTable } from '../recognize';
import type { ReportInput } from './context';

/** One of several workbooks that a report is made from. */
export interface ReportSource {
  /** As a person knows the file: its name without the folder. */
  readonly name: string;
  readonly recognition: Recognition;
  readonly audit: AuditResult | null;
}

type Combined = Required<Pick<ReportInput, 'recognition' | 'audit' | 'unitOf' | 'reporters'>>;

/**
 * Several workbooks as if they were one: the tables of all, sheets named as Excel names those of another file
 * (`[袁州区.xlsx]附件2`). A unit or a period is stated only where all agree;
 * else `reporters` says whose the workbooks are. One source stays as it is.
 */
export function combineSources(sources: readonly ReportSource[]): Combined {
  const [first] = sources;
  const units = new Map<RecognizedTable, string>();
  const unitOf = (table: RecognizedTable): string => units.get(table) ?? '';
  for (const { recognition } of sources) {
    const unit = statedIn(recognition);
    for (const table of recognition.tables) units.set(table, unit);
  }
  if (first && sources.length === 1)
    return { recognition: first.recognition, audit: first.audit, unitOf, reporters: null };
  const tables = sources.flatMap(({ name, recognition }) =>
    recognition.tables.map((table) => {
      const own = { ...table, sheet: { ...table.sheet, name: sheetOf(name, table.sheet.name) } };
      units.set(own, units.get(table) ?? '');
      return own;
    }),
  );
  const agreed = <T>(values: readonly T[], text: (value: T) => string): T | null =>
    values[0] !== undefined && new Set(values.map(text)).size === 1 ? values[0] : null;
  const period = agreed(
    sources.flatMap(({ recognition }) => recognition.periods[0] ?? []),
    (stated) => stated.value.text,
  );
  const names = sources.map(({ recognition }) => statedIn(recognition));
  const isOneUnit = agreed(names, (name) => name) !== null;
  return {
    recognition: {
      tables,
      unrecognized: sources.flatMap(({ name, recognition }) =>
        recognition.unrecognized.map((one) => ({ ...one, sheet: sheetOf(name, one.sheet) })),
      ),
      unit: agreed(
        sources.map(({ recognition }) => recognition.unit),
        (stated) => stated?.value ?? '',
      ),
      statedUnit: agreed(
        sources.map(({ recognition }) => recognition.statedUnit),
        (stated) => stated?.value ?? '',
      ),
      periods: period ? [period] : [],
      formLines: [],
      purpose: 'other',
    },
    audit: combineAudits(sources),
    unitOf,
    reporters: isOneUnit
      ? null
      : {
          units: [...new Set(names.filter((name) => name !== ''))],
          unnamed: names.filter((name) => name === '').length,
        },
  };
}

/** Whose a workbook is, as far as it says so. */
function statedIn({ unit, statedUnit }: Recognition): string {
  return unit?.value ?? statedUnit?.value ?? '';
}

function sheetOf(file: string, sheet: string): string {
  return `[${file}]${sheet}`;
}

const WORST = ['mend', 'explain', 'pass', 'nothingFound'] as const;

function combineAudits(sources: readonly ReportSource[]): AuditResult | null {
  const audits = sources.flatMap(({ name, audit }) => (audit ? [{ name, audit }] : []));
  if (audits.length === 0) return null;
  const moved = (finding: Finding, file: string): Finding => ({
    ...finding,
    place: { ...finding.place, sheet: finding.place.sheet === null ? `[${file}]` : sheetOf(file, finding.place.sheet) },
  });
  const sum = (key: 'error' | 'warning' | 'info' | 'explained'): number =>
    audits.reduce((total, { audit }) => total + audit.counts[key], 0);
  const first = audits[0]?.audit;
  const isOnePeriod = audits.every(({ audit }) => audit.period === first?.period);
  return {
    unit: null,
    period: isOnePeriod ? (first?.period ?? null) : null,
    tables: audits.flatMap(({ name, audit }) =>
      audit.tables.map((table) => ({ ...table, sheet: sheetOf(name, table.sheet) })),
    ),
    findings: audits.flatMap(({ name, audit }) => audit.findings.map((finding) => moved(finding, name))),
    counts: { error: sum('error'), warning: sum('warning'), info: sum('info'), explained: sum('explained') },
    verdict: WORST.find((verdict) => audits.some(({ audit }) => audit.verdict === verdict)) ?? 'nothingFound',
  };
}
