import { VERSION } from '../app/version';
import type { HostAbilities } from '../../excel/port';
import type { PaneState } from '../session';

/**
 * What support needs to know, in lines of plain text. Sizes and codes only: no sheet's name, no cell's content,
 * nothing by which a unit could be known.
 */
export function diagnosticsText(state: PaneState, abilities: HostAbilities, agent: string): string {
  const { audited } = state;
  const lines = [
    `version ${VERSION}`,
    `host ${abilities.name} api ${abilities.api || '-'} parts ${abilities.canStoreParts} charts ${abilities.canDrawCharts}`,
    `browser ${agent}`,
  ];
  if (audited) {
    const { snapshot, result } = audited;
    lines.push(`audit ${Math.round(audited.took)} ms verdict ${result.verdict} stale ${state.isStale}`);
    lines.push(`sheets ${snapshot.sheets.map((sheet) => `${sheet.rowCount}x${sheet.columnCount}`).join(' ')}`);
    lines.push(`tables ${result.tables.map(({ kind, rows }) => `${kind}:${rows}`).join(' ') || '-'}`);
    const { error, warning, info, explained } = result.counts;
    lines.push(`findings error ${error} warning ${warning} info ${info} explained ${explained}`);
    lines.push(`rules ${[...new Set(result.findings.map(({ rule }) => rule))].sort().join(' ') || '-'}`);
  }
  lines.push(`changes ${state.changes.length}`, `problems ${state.problems.join(' | ') || '-'}`);
  return lines.join('\n');
}
