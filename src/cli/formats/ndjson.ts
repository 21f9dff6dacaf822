import type { FileReport, ReportFormat } from './report';

/** One JSON object a line: the findings of a file, then its summary; or that it could not be read. */
export function ndjsonFormat(): ReportFormat {
  return {
    begin: () => '',
    one: (report) =>
      linesOf(report)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    end: () => '',
  };
}

function linesOf(report: FileReport): readonly object[] {
  const { file } = report;
  if (report.kind === 'unreadable') {
    return [{ type: 'unreadable', file, code: report.code, message: report.message }];
  }
  const { unit, tables, counts, findings } = report.outcome;
  return [
    ...findings.map(({ sheet, cell, rule, level, text, found, expected, source, fixable }) => ({
      type: 'finding',
      file,
      sheet,
      cell,
      rule,
      level,
      message: text,
      found,
      expected,
      source,
      fixable,
    })),
    {
      type: 'summary',
      file,
      unit,
      tables: tables.map(({ kind, sheet, range, rows }) => ({ kind, sheet, range, rows })),
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
    },
  ];
}
