import { yichunPlan as plan } from '../../../src/plan';
import type { FieldKey, TableKey } from './field-rules';
import { HEADER_WORDS } from './field-rules';

/** A table as a careful engineer finds it: the header row by known words, one to three lines joined. 0-based. */
export interface FoundTable {
  readonly kind: TableKey;
  readonly columns: ReadonlyMap<FieldKey, number>;
  /** Rows with data, without headings and sums. */
  readonly rows: readonly number[];
  /** Rows of 小计 and 合计. */
  readonly sums: readonly { readonly row: number; readonly isTotal: boolean }[];
  /** Row of the section heading above each data row, -1 where there is none. */
  readonly headingOf: ReadonlyMap<number, number>;
}

const STAGES: ReadonlySet<string> = new Set(plan.stages.flatMap((stage) => [stage.name, ...stage.words]));

type Grid = readonly (readonly unknown[])[];

const bare = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFKC')
        .replace(/\s+/gu, '')
        .replace(/\([^)]*\)/gu, '')
    : '';

/** All tables of a sheet, top to bottom. */
export function findTables(grid: Grid): readonly FoundTable[] {
  const tables: FoundTable[] = [];
  for (let row = 0; row < grid.length; row++) {
    const header = headerAt(grid, row);
    if (!header) continue;
    const table = readBelow(grid, header);
    tables.push(table);
    row = header.last + Math.max(0, (table.rows.at(-1) ?? header.last) - header.last);
  }
  return tables;
}

interface Header {
  readonly kind: TableKey;
  readonly columns: ReadonlyMap<FieldKey, number>;
  readonly last: number;
}

function headerAt(grid: Grid, first: number): Header | null {
  let best: Header | null = null;
  for (let last = first; last < Math.min(first + 3, grid.length); last++) {
    if (last > first && grid[last]?.some((value) => typeof value === 'number')) break;
    for (const [kind, words] of Object.entries(HEADER_WORDS) as [TableKey, (typeof HEADER_WORDS)[TableKey]][]) {
      const columns = new Map<FieldKey, number>();
      const width = Math.max(...grid.slice(first, last + 1).map((line) => line.length));
      for (let column = 0; column < width; column++) {
        const lines = grid.slice(first, last + 1).map((line) => bare(line[column]));
        const found = Object.entries(words).find(
          ([key, pattern]) =>
            !columns.has(key as FieldKey) && [lines.join(''), lines.at(-1) ?? ''].some((text) => pattern.test(text)),
        );
        if (found) columns.set(found[0] as FieldKey, column);
      }
      if (columns.size >= 3 && columns.has('name') && columns.size > (best?.columns.size ?? 0))
        best = { kind, columns, last };
    }
  }
  return best;
}

function readBelow(grid: Grid, header: Header): FoundTable {
  const rows: number[] = [];
  const sums: { row: number; isTotal: boolean }[] = [];
  const headingOf = new Map<number, number>();
  let heading = -1;
  const [left, right] = [Math.min(...header.columns.values()), Math.max(...header.columns.values())];
  for (let row = header.last + 1; row < grid.length; row++) {
    // What stands beside the table is not the table's.
    const line = (grid[row] ?? []).map((value, column) => (column >= left && column <= right ? value : null));
    const own = [...header.columns.values()].map((column) => line[column] ?? null);
    const filled = own.filter((value) => value !== null && value !== '').length;
    const texts = line.map(bare).filter((text) => text !== '');
    if (texts.length === 0 && filled === 0) break;
    if (texts.some((text) => /^(?:填报?人|填报单位|审核人|注|说明)[:0-9]/u.test(text)) || headerAt(grid, row)) break;
    const word = texts.find((text) => /(?:小计|合计|总计):?$/u.test(text));
    const named = bare(line[header.columns.get('name') ?? -1]).replace(/^[一二三四五六、.\d]+/u, '');
    // A stage with figures beside it is a heading that carries its own subtotal.
    if (filled > 1 && STAGES.has(named)) {
      heading = row;
      sums.push({ row, isTotal: false });
    } else if (word !== undefined) sums.push({ row, isTotal: !word.includes('小计') });
    else if (filled <= 1 && texts.length === 1) heading = row;
    else {
      rows.push(row);
      headingOf.set(row, heading);
    }
  }
  return { kind: header.kind, columns: header.columns, rows, sums, headingOf };
}
