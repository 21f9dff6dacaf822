import { createEngine } from '../../src/workbench/host/headless/univer-engine';
import type { SheetSpec } from '../../src/workbook';

export type Calculated = string | number | boolean | null;

interface CellLike {
  readonly f?: string;
  readonly v?: string | number;
}

/**
 * Calculates the formulas of generated sheets in an engine that knows nothing of the known values, and gives what each
 * formula cell shows: sheet → `row,column` → value.
 */
export async function calculate(specs: readonly SheetSpec[]): Promise<Map<string, Map<string, Calculated>>> {
  const engine = createEngine();
  try {
    const { univerAPI } = engine;
    const sheets = Object.fromEntries(
      specs.map((spec) => {
        const cellData: Record<number, Record<number, CellLike>> = {};
        for (const { row, column, content } of spec.cells) {
          if (content.kind === 'empty') continue;
          const line = (cellData[row] ??= {});
          if (content.kind === 'formula') line[column] = { f: content.formula };
          else line[column] = { v: typeof content.value === 'boolean' ? Number(content.value) : content.value };
        }
        const rows = Math.max(...spec.cells.map((cell) => cell.row)) + 2;
        const columns = Math.max(...spec.cells.map((cell) => cell.column)) + 2;
        return [spec.name, { id: spec.name, name: spec.name, cellData, rowCount: rows, columnCount: columns }];
      }),
    );
    const workbook = univerAPI.createWorkbook({
      id: 'reports',
      name: 'reports',
      sheetOrder: Object.keys(sheets),
      sheets,
    });
    const formulas = univerAPI.getFormula();
    const ended = new Promise<void>((resolve) => {
      formulas.calculationEnd(() => resolve());
    });
    formulas.executeCalculation();
    await ended;
    return new Map(
      specs.map((spec) => {
        const sheet = workbook.getSheetByName(spec.name);
        const cells = spec.cells.filter(({ content }) => content.kind === 'formula');
        return [
          spec.name,
          new Map(
            cells.map(({ row, column }): [string, Calculated] => [
              `${row},${column}`,
              sheet?.getRange(row, column).getValue() ?? null,
            ]),
          ),
        ];
      }),
    );
  } finally {
    engine.dispose();
  }
}
