import type { Plan } from '../../plan';
import type { RecognizedTable, Section } from '../../recognize';
import { trimmed } from '../../workbook';

/** A section as sums see it. */
export interface SumSection {
  readonly section: Section;
  /** `初中`, or the heading as it stands. */
  readonly label: string;
  /** Sections under it (（一）… below 一、…). */
  readonly children: readonly SumSection[];
}

/** The sections that are part of no other. A section's rows hold those of its parts, too. */
export function sectionTree(table: RecognizedTable, plan: Plan): readonly SumSection[] {
  const owner = new Map<number, { section: Section; children: SumSection[] }>();
  const roots: SumSection[] = [];
  for (const section of table.sections) {
    const children: SumSection[] = [];
    const node: SumSection = { section, label: labelOf(section, plan), children };
    const first = section.rows[0];
    const parent = first === undefined ? undefined : owner.get(first);
    if (parent && parent.section.rows.length > section.rows.length) parent.children.push(node);
    else roots.push(node);
    for (const row of section.rows) if (!owner.has(row)) owner.set(row, { section, children });
  }
  return roots;
}

function labelOf(section: Section, plan: Plan): string {
  const stage = plan.stages.find(({ id }) => id === section.stage);
  return stage?.name ?? trimmed(section.label).replace(/[:：]$/u, '');
}
