import { viewWorkbook } from '../audit/context';
import type { TableView } from '../audit/views/table-view';
import type { Plan } from '../plan';
import type { Recognition } from '../recognize';
import type { Edit, ProposedEdit, WorkbookSnapshot } from '../workbook';
import { hindranceOn, TableCollector } from './collector';
import { FILL_KINDS, type FillGroup, type FillKind, type FillProposal } from './proposal';
import { fillSums } from './sums/fill-sums';
import { sectionTree } from './sums/section-tree';
import { fillTextNumbers } from './text-numbers';

export interface FillOptions {
  /** Derived columns that the workbook lacks are offered, too. */
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
  _options: FillOptions = {},
): FillProposal {
  const collectors = viewWorkbook(workbook, recognition).tables.map((view) => proposeTable(view, plan));
  const inPlace = collectors.map((collector) => collector.finish(IN_PLACE));
  const upwards = [...collectors].sort((a, b) => b.view.table.area.top - a.view.table.area.top);
  const inserting = upwards.flatMap((collector) => collector.finish(INSERTING).groups);
  return {
    groups: [...inPlace.flatMap(({ groups }) => groups), ...inserting],
    refused: inPlace.flatMap(({ refused }) => refused),
  };
}

function proposeTable(view: TableView, plan: Plan): TableCollector {
  const out = new TableCollector(view);
  const hindrance = hindranceOn(view.sheet);
  if (hindrance !== null) {
    out.refuseTable(hindrance);
    return out;
  }
  fillTextNumbers(out);
  fillSums(out, sectionTree(view.table, plan), new Set());
  return out;
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
