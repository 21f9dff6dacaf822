import { viewWorkbook } from '../audit/context';
import type { TableView } from '../audit/views/table-view';
import type { Plan } from '../plan';
import type { Recognition } from '../recognize';
import type { Edit, ProposedEdit, WorkbookSnapshot } from '../workbook';
import { offerDerivable } from './derivable';
import { fillDerived, hasOpenColumns, offerColumns } from './derived/fill-derived';
import { fillSequence } from './derived/fill-sequence';
import { hindranceOn, TableCollector } from './collector';
import { FILL_KINDS, type FillGroup, type FillKind, type FillProposal } from './proposal';
import { fillSums } from './sums/fill-sums';
import { missingSubtotals, offerSubtotals, offerTotal, rowsOfTotal, splitTotals } from './sums/missing-rows';
import { sectionTree } from './sums/section-tree';
import { fillTextNumbers } from './text-numbers';

export interface FillOptions {
  /** Offer derived columns that the workbook lacks, too. */
  readonly newColumns?: boolean;
}

/** Kinds whose edits insert rows or columns: they come last, from the bottom up, so that no other edit moves. */
const INSERTING: readonly FillKind[] = ['missing-total', 'missing-subtotals'];
const IN_PLACE = (Object.keys(FILL_KINDS) as FillKind[]).filter((kind) => !INSERTING.includes(kind));

/** Everything that can be computed in the workbook, in groups; nothing is written. Pure and repeatable. */
export function proposeFill(
  workbook: WorkbookSnapshot,
  recognition: Recognition,
  plan: Plan,
  options: FillOptions = {},
): FillProposal {
  const { tables } = viewWorkbook(workbook, recognition);
  const collectors = tables.map((view) => proposeTable(view, tables, plan, options));
  const inPlace = collectors.map((collector) => collector.finish(IN_PLACE));
  const upwards = [...collectors].sort((a, b) => b.view.table.area.top - a.view.table.area.top);
  const inserting = upwards.flatMap((collector) => collector.finish(INSERTING).groups);
  return {
    groups: [...inPlace.flatMap(({ groups }) => groups), ...inserting],
    refused: inPlace.flatMap(({ refused }) => refused),
  };
}

function proposeTable(view: TableView, tables: readonly TableView[], plan: Plan, options: FillOptions): TableCollector {
  const out = new TableCollector(view);
  const hindrance = hindranceOn(view.sheet);
  if (hindrance !== null) {
    out.refuseTable(hindrance);
    return out;
  }
  fillTextNumbers(out);
  fillSequence(out);
  fillDerived(out);
  offerDerivable(out, plan);
  const lies = view.sheet.standing !== undefined;
  if (options.newColumns && !lies) offerColumns(out);
  const roots = sectionTree(view.table, plan);
  const missing = missingSubtotals(out, roots, plan);
  const lacksTotal = isTotalMissing(view);
  const isAlone = tables.every((other) => other === view || !standsBeside(other, view));
  if (view.sheet.gathered) {
    // A form of one school has no sums.
    if (view.table.dataRows.length > 1 && (missing.length > 0 || lacksTotal))
      out.refuseTable('缺小计或合计，但这张表每项占两行，不能插入整行，请手工补上');
  } else if (lies) {
    // What an upright table gets as rows, this one would need as columns.
    if (missing.length > 0 || lacksTotal)
      out.refuseTable('缺小计或合计，但这张表横着排（每列一项），要插入的是整列，请手工插入后再填');
    if (options.newColumns && hasOpenColumns(view))
      out.refuseTable('这张表横着排（每列一项），不能在右侧增加计算列，请手工增加一行后再填');
  } else if (!isAlone && (missing.length > 0 || lacksTotal)) {
    out.refuseTable('缺小计或合计行，但同一行上还有另一张表，插入整行会打乱它，请手工调整');
  }
  const inserted = isAlone && !lies ? missing : [];
  fillSums(out, roots, new Set(inserted.map(({ at }) => at)));
  if (isAlone && !lies && lacksTotal) offerTotal(out, rowsOfTotal(out, roots));
  if (inserted.length > 0) {
    splitTotals(out, inserted, rowsOfTotal(out, roots));
    offerSubtotals(out, inserted);
  }
  return out;
}

function standsBeside(other: TableView, view: TableView): boolean {
  const [a, b] = [other.table.area, view.table.area];
  return other.sheet === view.sheet && a.top <= b.bottom && b.top <= a.bottom;
}

/** Funds have a total in the plan; of schools, a total is offered where there are several sections. */
function isTotalMissing({ kind, table }: TableView): boolean {
  if (table.totalRow !== null) return false;
  const hasSubtotal = table.sections.some(({ subtotalRow }) => subtotalRow !== null);
  if (kind === 'funds') return table.dataRows.length > 1 && !hasSubtotal;
  return kind === 'schools' && table.sections.length > 1;
}

/**
 * The edits of the chosen groups and of those that they need, in the order in which they must be applied.
 * Without `ids`: the groups that are ticked.
 */
export function chosenEdits(proposal: FillProposal, ids?: ReadonlySet<string>): readonly ProposedEdit[] {
  const chosen = new Set<string>();
  const choose = (group: FillGroup): void => {
    if (chosen.has(group.id)) return;
    chosen.add(group.id);
    for (const other of proposal.groups) if (group.needs.includes(other.id)) choose(other);
  };
  for (const group of proposal.groups) if (ids ? ids.has(group.id) : group.ticked) choose(group);
  const written = new Set<string>();
  return proposal.groups
    .filter(({ id }) => chosen.has(id))
    .flatMap(({ edits }) => edits)
    .filter(({ edit }) => isFirst(edit, written));
}

/** Two groups may propose the same cell; the first stands. After an insertion, places are no longer comparable. */
function isFirst(edit: Edit, written: Set<string>): boolean {
  if (edit.kind === 'insertRows' || edit.kind === 'deleteRows') written.clear();
  if (edit.kind !== 'content' && edit.kind !== 'format') return true;
  const place = `${edit.kind} ${edit.sheet} ${edit.row} ${edit.column}`;
  if (written.has(place)) return false;
  written.add(place);
  return true;
}
