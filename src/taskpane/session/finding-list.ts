import { LEVELS, type Finding, type Level } from '../../audit';
import type { Audited, Filter, GroupBy } from './state';

/** One line of the list: a group's heading or a finding. */
export type ListRow =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly title: string;
      readonly counts: Readonly<Record<Level, number>>;
      readonly isCollapsed: boolean;
    }
  | { readonly kind: 'finding'; readonly id: string; readonly finding: Finding };

/** Findings under an id that is theirs alone, in their order; stays the same over audits while the fault is the same. */
export function findingsById(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const id = `${finding.rule}/${finding.message}/${finding.identity}`;
    let own = id;
    for (let n = 2; byId.has(own); n++) own = `${id}#${n}`;
    byId.set(own, finding);
  }
  return byId;
}

/** True for a warning that was explained and whose value has not changed since. */
export function isExplained({ explanation }: Finding): boolean {
  return explanation !== null && !explanation.isVoid;
}

function passes(finding: Finding, filter: Filter, needle: string): boolean {
  if (!filter.levels.has(finding.level)) return false;
  if (filter.sheet !== '' && finding.place.sheet !== filter.sheet) return false;
  if (filter.rule !== '' && finding.rule !== filter.rule) return false;
  if (filter.state === 'explained' && !isExplained(finding)) return false;
  if (filter.state === 'voided' && !finding.explanation?.isVoid) return false;
  if (filter.state === 'fixable' && finding.fix === null) return false;
  if (filter.state === 'open' && (isExplained(finding) || finding.level === 'info')) return false;
  if (needle === '') return true;
  const { text, subject, unit, rule, place, found, expected } = finding;
  return [text, subject, unit, rule, place.sheet ?? '', found, expected].some((part) =>
    part.toLowerCase().includes(needle),
  );
}

const WHOLE_WORKBOOK = '整个工作簿';

function groupOf(finding: Finding, groupBy: GroupBy, { ruleTitles: titles, result }: Audited): string {
  if (groupBy === 'sheet') return finding.place.sheet ?? WHOLE_WORKBOOK;
  if (groupBy === 'rule') return `${titles[finding.rule] ?? '其他'}（${finding.rule}）`;
  if (groupBy === 'unit') return finding.unit || result.unit || '未指明单位';
  return finding.subject || '未指明学校或项目';
}

/** The lines to show: groups in the order in which the workbook, or the severity, brings them. */
export function listRows(audited: Audited, filter: Filter, collapsed: ReadonlySet<string>): readonly ListRow[] {
  const needle = filter.search.trim().toLowerCase();
  const groups = new Map<string, { id: string; finding: Finding }[]>();
  if (filter.groupBy === 'sheet') {
    for (const name of [WHOLE_WORKBOOK, ...audited.snapshot.sheets.map((sheet) => sheet.name)]) groups.set(name, []);
  }
  for (const [id, finding] of findingsById(audited.result.findings)) {
    if (!passes(finding, filter, needle)) continue;
    const title = groupOf(finding, filter.groupBy, audited);
    const group = groups.get(title);
    if (group) group.push({ id, finding });
    else groups.set(title, [{ id, finding }]);
  }
  const rows: ListRow[] = [];
  for (const [title, members] of groups) {
    if (members.length === 0) continue;
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { finding } of members) counts[finding.level]++;
    const isCollapsed = collapsed.has(title);
    rows.push({ kind: 'group', id: `group:${title}`, title, counts, isCollapsed });
    if (!isCollapsed) for (const member of members) rows.push({ kind: 'finding', ...member });
  }
  return rows;
}

/** The one finding to begin with: the first error, else the first warning without a reason. */
export function firstToMend(findings: readonly Finding[]): { id: string; finding: Finding } | null {
  const all = [...findingsById(findings)];
  const first =
    all.find(([, finding]) => finding.level === 'error') ??
    all.find(([, finding]) => finding.level === 'warning' && !isExplained(finding));
  return first ? { id: first[0], finding: first[1] } : null;
}

/** Sheets and rules that have findings, for the filter's choices. */
export function filterChoices(audited: Audited): {
  readonly sheets: readonly string[];
  readonly rules: readonly { readonly id: string; readonly title: string }[];
} {
  const sheets = new Set<string>();
  const rules = new Set<string>();
  for (const { place, rule } of audited.result.findings) {
    if (place.sheet !== null) sheets.add(place.sheet);
    rules.add(rule);
  }
  return {
    sheets: audited.snapshot.sheets.map((sheet) => sheet.name).filter((name) => sheets.has(name)),
    rules: [...rules].sort().map((id) => ({ id, title: audited.ruleTitles[id] ?? id })),
  };
}

/** True while the filter hides anything. */
export function isNarrowed(filter: Filter): boolean {
  return (
    filter.levels.size < LEVELS.length ||
    filter.sheet !== '' ||
    filter.rule !== '' ||
    filter.state !== 'all' ||
    filter.search.trim() !== ''
  );
}
