import type { AuditResult, Finding } from '../../audit';
import type { HostResult } from '../../excel/port';
import { readJournal, type JournalEntry } from '../../fill';
import { PARTS, type CellRef, type WorkbookSnapshot } from '../../workbook';
import { announce, fail, runTask, type Desk } from './desk';
import { findingsById } from './finding-list';
import { NO_FILTER, type Audited, type Filter } from './state';

export const VERDICTS: Readonly<Record<AuditResult['verdict'], string>> = {
  pass: '可以报送',
  explain: '需说明',
  mend: '需修改',
  nothingFound: '没有找到方案中的表',
};

/** Reads the workbook and audits it. `isQuiet` keeps the list where it is: after a fix, not after a click. */
export async function runAudit(desk: Desk, isQuiet = false, onlySheet = ''): Promise<Audited | null> {
  const started = desk.now();
  const { settings } = desk.store.get();
  const outcome = await runTask(desk, '审核', '一键审核', true, async (run): Promise<HostResult<Audited>> => {
    const read = await desk.port.readSnapshot(run.host, run.signal);
    if (!read.ok) return read;
    const answer = await desk.work.audit(read.value, settings, run);
    return { ok: true, value: { ...answer, snapshot: read.value, took: desk.now() - started } };
  });
  if (outcome === null) return null;
  if (!outcome.ok) {
    fail(desk, outcome.problem, '一键审核');
    return null;
  }
  show(desk, outcome.value, isQuiet, onlySheet);
  return outcome.value;
}

function show(desk: Desk, audited: Audited, isQuiet: boolean, onlySheet: string): void {
  const before = desk.store.get();
  const ids = [...findingsById(audited.result.findings).keys()];
  const keep = (id: string | null): string | null => (id !== null && ids.includes(id) ? id : null);
  desk.store.set({
    audited,
    basis: audited.basis,
    changes: changesOf(before.changes, audited.snapshot),
    isMarked: desk.port.abilities.canStoreParts ? audited.snapshot.parts[PARTS.marks] !== undefined : before.isMarked,
    isStale: false,
    explaining: null,
    ...(isQuiet
      ? {
          filter: standing(before.filter, audited.snapshot),
          activeId: keep(before.activeId) ?? neighbour(before, ids),
          openId: keep(before.openId),
        }
      : {
          filter: { ...NO_FILTER, groupBy: before.filter.groupBy, sheet: onlySheet },
          collapsed: new Set<string>(),
          activeId: null,
          openId: null,
          preview: null,
        }),
  });
  announce(desk, spokenVerdict(audited.result));
}

/** The filter without a sheet that is gone. */
function standing(filter: Filter, { sheets }: WorkbookSnapshot): Filter {
  return sheets.some(({ name }) => name === filter.sheet) ? filter : { ...filter, sheet: '' };
}

/** The way back that the workbook keeps; what was too much for it stays known while the pane lives. */
export function changesOf(known: readonly JournalEntry[], { parts }: WorkbookSnapshot): readonly JournalEntry[] {
  const { entries } = readJournal(parts);
  return entries.length > 0 ? entries : known;
}

/** The finding that now stands nearest to where the one that went away stood. */
function neighbour(
  before: { audited: Audited | null; activeId: string | null },
  ids: readonly string[],
): string | null {
  if (before.activeId === null || !before.audited) return null;
  const old = [...findingsById(before.audited.result.findings).keys()];
  const from = old.indexOf(before.activeId);
  const left = new Set(ids);
  const next = old.slice(from + 1).find((id) => left.has(id));
  return next ?? old.slice(0, Math.max(from, 0)).findLast((id) => left.has(id)) ?? null;
}

/** `需修改。强制性 3 项，核实性 5 项，提示 2 项。` */
export function spokenVerdict({ verdict, counts }: AuditResult): string {
  if (verdict === 'nothingFound') return `${VERDICTS.nothingFound}。`;
  return `${VERDICTS[verdict]}。强制性 ${counts.error} 项，核实性 ${counts.warning} 项，提示 ${counts.info} 项。`;
}

/** The cell that a finding points at; `null` for one about the whole workbook. */
export function cellOf({ place }: Finding): CellRef | null {
  if (place.sheet === null) return null;
  return { sheet: place.sheet, row: place.area?.top ?? 0, column: place.area?.left ?? 0 };
}

/** Brings the cell of a finding into view. */
export async function jumpTo(desk: Desk, finding: Finding): Promise<void> {
  const at = cellOf(finding);
  if (!at) return announce(desk, '此项针对整个工作簿，没有可定位的单元格');
  const selected = await desk.port.select(at);
  if (!selected.ok) fail(desk, selected.problem, '定位');
}
