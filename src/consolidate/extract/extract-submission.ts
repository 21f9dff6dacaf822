import { readAliases, type AuditResult, type Finding } from '../../audit';
import type { Plan } from '../../plan';
import { isEntryTable, type FormLine, type Recognition, type RecognizedTable } from '../../recognize';
import { takeNumber } from '../../reports/facts/taken';
import {
  areaName,
  fullCellName,
  isoDay,
  readDate,
  squeezed,
  standingArea,
  standingName,
  type WorkbookSnapshot,
} from '../../workbook';
import type { CarriedFinding, StatedTotal, StatedUnit, Submission } from '../types';
import { readRows, SUMMED_FIELDS } from './rows';

export interface ExtractOptions {
  readonly fileName: string;
  /** ISO day or date and time at which the file arrived. */
  readonly receivedOn: string;
  /** Digest of the file's bytes. */
  readonly fingerprint: string;
}

/** So many findings go into a return notice; who has more must begin with these. */
const MOST_FINDINGS = 500;

/**
 * What a consolidation needs of one workbook, small enough to leave a worker. Rows of sheets that this program
 * generated never take part: recognition does not see them.
 */
export function extractSubmission(
  recognition: Recognition,
  snapshot: WorkbookSnapshot,
  audit: AuditResult,
  plan: Plan,
  options: ExtractOptions,
): Submission {
  const { rows, more, moreSums } = readRows(recognition.tables, plan, readAliases(snapshot.parts));
  const reported = formLine(recognition, 'reportedOn');
  const builder = plan.builders.find(({ name }) => name === recognition.unit?.value);
  const periods = recognition.periods.map(({ value, at }) => ({
    text: value.text,
    at: at ? fullCellName(at) : '文件名',
  }));
  return {
    status: 'read',
    ...options,
    unit: builder?.name ?? null,
    statedUnit: builder ? null : (recognition.statedUnit?.value ?? recognition.unit?.value ?? null),
    period: periods[0]?.text ?? null,
    periods,
    reportedOn: reported === null ? null : dayOf(reported),
    contact: formLine(recognition, 'preparedBy'),
    phone: formLine(recognition, 'phone'),
    verdict: audit.verdict,
    counts: audit.counts,
    findings: audit.findings.slice(0, MOST_FINDINGS).map(carried),
    moreFindings: Math.max(0, audit.findings.length - MOST_FINDINGS),
    tables: recognition.tables.filter(isEntryTable).map(({ kind, sheet, area, dataRows }) => ({
      kind,
      sheet: sheet.name,
      range: areaName(standingArea(sheet, area)),
      rows: dataRows.length,
    })),
    rows,
    moreRows: more,
    moreSums,
    units: recognition.tables.flatMap(statedUnits),
    totals: recognition.tables.flatMap(statedTotals),
    isZeroReport:
      more === 0 && rows.every(({ figures }) => Object.keys(figures).length === 0) && saysZero(snapshot, options),
  };
}

function formLine(recognition: Recognition, label: FormLine['label']): string | null {
  return recognition.formLines.find((line) => line.label === label && line.value !== '')?.value ?? null;
}

function dayOf(text: string): string | null {
  const reading = readDate(text, 'General');
  return reading.kind === 'date' && reading.serial !== null ? isoDay(reading.serial) : null;
}

function carried(finding: Finding): CarriedFinding {
  const { rule, level, identity, text, found, expected, source, advice, subject, count, explanation, place } = finding;
  return {
    rule,
    level,
    identity,
    text,
    found,
    expected,
    source,
    advice,
    subject,
    count,
    explanation,
    sheet: place.sheet,
    cell: place.area ? areaName(place.area) : null,
    fixable: finding.fix !== null,
  };
}

function statedUnits(table: RecognizedTable): readonly StatedUnit[] {
  return table.columns.flatMap(({ field, unit, factor, unitAt, column }) =>
    unit === null
      ? []
      : [
          {
            field,
            unit,
            factor,
            sheet: unitAt?.sheet ?? table.sheet.name,
            at: unitAt
              ? standingName(table.sheet, unitAt.row, unitAt.column)
              : standingName(table.sheet, table.headerRows.last, column),
          },
        ],
  );
}

function statedTotals(table: RecognizedTable): readonly StatedTotal[] {
  const row = table.totalRow;
  if (row === null || table.kind !== 'schools') return [];
  return SUMMED_FIELDS.flatMap((field) => {
    const taken = takeNumber(table, row, field);
    if (typeof taken.value !== 'number') return [];
    const column = table.byField.get(field)?.column ?? 0;
    return [{ field, value: taken.value, sheet: table.sheet.name, at: standingName(table.sheet, row, column) }];
  });
}

/** 零报送 counts only where the unit says so; an unfilled form is not one, nor is a form that explains 零报送. */
function saysZero(snapshot: WorkbookSnapshot, { fileName }: ExtractOptions): boolean {
  if (/零(?:报送|上报|报告)/u.test(fileName)) return true;
  return snapshot.sheets.some(({ values }) =>
    values.some((value) => typeof value === 'string' && value.includes('零') && ZERO_REPORT.test(squeezed(value))),
  );
}

const ZERO_REPORT =
  /^(?:本[期月季年度]+)?(?:无变动|无变化|无数据|无进展|无)?[,，、:]?零(?:报送|上报|报告)(?::?[是√☑✓])?[。.!]?$/u;
