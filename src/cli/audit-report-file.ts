import { workbookSpecToXlsx } from '../files';
import { generatedPart, PARTS, type CellRole, type SheetSpec, type SpecCell } from '../workbook';
import { VERDICTS } from './formats/text';
import type { FileReport } from './formats/report';

const HEADER = ['序号', '文件', '填报单位', '报告期', '强制性', '核实性', '已说明', '提示', '结论'];
const WIDTHS = [6, 44, 14, 14, 9, 9, 9, 9, 44];

/** The 审核报告 of every file as one workbook, as bytes: an overview in front where there are several. */
export function auditReportFile(reports: readonly FileReport[]): Uint8Array {
  const sheets = reports.flatMap((report) =>
    report.kind === 'audited' && report.outcome.reportSheet ? [report.outcome.reportSheet] : [],
  );
  const named =
    sheets.length === 1 ? sheets : sheets.map((sheet, index) => ({ ...sheet, name: `${sheet.name}${index + 1}` }));
  const all = reports.length === 1 && named.length === 1 ? named : [overview(reports), ...named];
  return workbookSpecToXlsx({
    sheets: all,
    parts: { [PARTS.generated]: generatedPart(all.map(({ name }) => name)) },
  });
}

/** Every file a line, those that could not be read too. */
function overview(reports: readonly FileReport[]): SheetSpec {
  const right = HEADER.length - 1;
  const rows = reports.map((report, index) => [index + 1, report.file, ...lineOf(report)]);
  const cells: SpecCell[] = [{ row: 0, column: 0, role: 'title', content: { kind: 'value', value: '审核情况一览' } }];
  const add = (row: number, values: readonly (string | number | null)[], role: (column: number) => CellRole) =>
    values.forEach((value, column) =>
      cells.push({
        row,
        column,
        role: role(column),
        content: value === null ? { kind: 'empty' } : { kind: 'value', value },
      }),
    );
  add(1, HEADER, () => 'header');
  rows.forEach((values, index) =>
    add(index + 2, values, (column) => (column === 0 ? 'bodyCentre' : column >= 4 && column <= 7 ? 'number' : 'body')),
  );
  return {
    name: '审核情况',
    cells,
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    columnWidths: WIDTHS,
    rowHeights: {},
    freeze: { rows: 2, columns: 2 },
    charts: [],
    validations: [],
    conditionalFormats: [],
    print: {
      orientation: 'landscape',
      repeatRows: { first: 1, last: 1 },
      area: { top: 0, left: 0, bottom: rows.length + 1, right },
      pagesTall: 0,
      margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
    },
    locked: false,
  };
}

function lineOf(report: FileReport): readonly (string | number | null)[] {
  if (report.kind === 'unreadable')
    return [null, null, null, null, null, null, `无法审核（${report.code}）：${report.message}`];
  const { unit, period, counts, verdict } = report.outcome;
  return [unit, period, counts.error, counts.warning, counts.explained, counts.info, VERDICTS[verdict]];
}
