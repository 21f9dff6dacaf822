import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Level } from '../../audit';
import type { ListedFinding } from '../jobs/audit';
import type { FileReport, ReportFormat } from './report';

const LEVELS: Readonly<Record<Level, Result.level>> = { error: 'error', warning: 'warning', info: 'note' };
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * SARIF 2.1.0, one run over all files. A finding stands in a file's sheet and cell: SARIF knows lines of text only, so
 * the cell is a logical location, and the row its line.
 */
export function sarifFormat(version: string): ReportFormat {
  const reports: FileReport[] = [];
  return {
    begin: () => '',
    one: (report) => {
      reports.push(report);
      return '';
    },
    end: () => `${JSON.stringify(logOf(reports, version), null, 2)}\n`,
  };
}

function logOf(reports: readonly FileReport[], version: string): Log {
  const failed = reports.filter((report) => report.kind === 'unreadable');
  const found = reports.flatMap((report) =>
    report.kind === 'audited' ? report.outcome.findings.map((finding) => ({ file: report.file, finding })) : [],
  );
  const titles = new Map(found.map(({ finding }) => [finding.rule, finding.title]));
  const rules = [...titles].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'plancheck',
            version,
            language: 'zh-CN',
            rules: rules.map(([id, title]): ReportingDescriptor => ({ id, shortDescription: { text: title } })),
          },
        },
        columnKind: 'unicodeCodePoints',
        results: found.map(({ file, finding }) => resultOf(file, finding)),
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map((report) => ({
              level: 'error',
              descriptor: { id: report.code },
              message: { text: report.message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(report.file) } } }],
            })),
          },
        ],
      },
    ],
  };
}

function resultOf(file: string, finding: ListedFinding): Result {
  const { rule, level, text, advice, found, expected, source, fixable, explanation, consequences } = finding;
  return {
    ruleId: rule,
    level: LEVELS[level],
    message: { text: `${text}${advice}` },
    locations: [locationOf(file, finding)],
    ...(consequences.length === 0
      ? {}
      : {
          relatedLocations: consequences.map((one, index) => ({
            id: index + 1,
            ...locationOf(file, one),
            message: { text: `由此引起：${one.text}` },
          })),
        }),
    ...(explanation === ''
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: explanation }] }),
    partialFingerprints: { 'identity/v1': finding.identity },
    properties: { found, expected, source, fixable },
  };
}

function locationOf(file: string, { sheet, cell }: Pick<ListedFinding, 'sheet' | 'cell'>): Location {
  const row = cell === null ? undefined : /\d+/u.exec(cell)?.[0];
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(row === undefined ? {} : { region: { startLine: Number(row) } }),
    },
    ...(sheet === null
      ? {}
      : { logicalLocations: [{ fullyQualifiedName: cell === null ? sheet : `${sheet}!${cell}`, kind: 'member' }] }),
  };
}

function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
