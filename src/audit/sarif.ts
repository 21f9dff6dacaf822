import { areaName, quoteSheetName } from '../workbook';
import type { AuditResult, Finding, Level } from './finding';
import { isExplained } from './explanations';
import { RULES } from './rules';

/** One file's outcome for {@link toSarif}. */
export interface SarifFile {
  /** As the caller names it; becomes the artifact's address. */
  readonly file: string;
  readonly result: AuditResult;
}

const LEVEL: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The findings of one or more files as a SARIF 2.1.0 log (plain data, ready for JSON). Cells are logical locations,
 * because SARIF's regions count lines of text. Consequences stand in `relatedLocations` of their cause.
 */
export function toSarif(files: readonly SarifFile[], version: string): unknown {
  const rules = RULES.flatMap((rule) => rule.ids.map((id) => ({ id, rule }))).filter(
    ({ id }, i, all) => all.findIndex((each) => each.id === id) === i,
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'plancheck',
            version,
            rules: rules.map(({ id, rule }) => ({
              id,
              name: rule.name,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.protects },
              defaultConfiguration: { level: LEVEL[rule.level] },
            })),
          },
        },
        artifacts: files.map(({ file }) => ({ location: { uri: encodeURI(file) } })),
        results: files.flatMap(({ file, result }) => result.findings.map((finding) => resultOf(file, finding))),
      },
    ],
  };
}

function resultOf(file: string, finding: Finding): unknown {
  return {
    ruleId: finding.rule,
    level: LEVEL[finding.level],
    message: { text: `${finding.text}${finding.advice}` },
    locations: [locationOf(file, finding)],
    ...(finding.consequences.length > 0
      ? {
          relatedLocations: finding.consequences.map((each) => ({
            ...locationOf(file, each),
            message: { text: each.text },
          })),
        }
      : {}),
    partialFingerprints: { identity: finding.identity },
    ...(finding.explanation && isExplained(finding)
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.explanation.text }] }
      : {}),
    properties: { found: finding.found, expected: finding.expected, source: finding.source, count: finding.count },
  };
}

function locationOf(
  file: string,
  finding: Finding,
): { readonly physicalLocation: unknown; readonly logicalLocations: unknown } {
  const { sheet, area } = finding.place;
  const cell = area ? areaName(area) : '';
  const name = sheet === null ? '工作簿' : cell === '' ? sheet : `${quoteSheetName(sheet)}!${cell}`;
  return {
    physicalLocation: { artifactLocation: { uri: encodeURI(file) } },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'member' }],
  };
}
