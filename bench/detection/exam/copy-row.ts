import { rowOf } from './fault';
import { shown, type Cell } from './draft';

/** Copies the row of `cell` to just below `at`; totals that add the row at `at` add the copy too. */
export function copyBelow(cell: Cell, at: Cell): Cell[] {
  const { page } = cell;
  const originals = rowOf(cell).filter((one) => one.role === 'row');
  const neighbours = rowOf(at);
  page.insertRow(at.row + 1);
  return originals.map((original) => {
    const copy = page.put(at.row + 1, original.column, shown(original), {
      field: original.field, role: original.role, entry: original.entry, table: original.table, format: original.format,
    }); // prettier-ignore
    const neighbour = neighbours.find((one) => one.column === original.column);
    for (const over of page.cells.values()) {
      if (neighbour && over.recipe && over.row !== at.row && over.parts.includes(neighbour))
        over.parts = [...over.parts, copy];
    }
    return copy;
  });
}
