import fc from 'fast-check';
import { buildReports, REPORT_IDS } from '../../src/reports';
import {
  cellName,
  madeSheetOf,
  sheetFromGrid,
  withAdditions,
  type CellValue,
  type SheetSpec,
} from '../../src/workbook';
import { inputFrom, rawWorkbook, shown, type RawProject, type RawWorkbook } from './made-up-workbook';

/** What a person does to a report between two makings; positions are fractions of the sheet's size. */
interface Changes {
  /** Empty lines put in, one after another. */
  readonly inserts: readonly { readonly what: 'row' | 'column'; readonly at: number }[];
  /** Cells filled in, wherever they are free. */
  readonly notes: readonly { readonly row: number; readonly column: number }[];
}

const position = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const changes: fc.Arbitrary<Changes> = fc.record({
  inserts: fc.array(fc.record({ what: fc.constantFrom('row' as const, 'column' as const), at: position }), {
    maxLength: 5,
  }),
  notes: fc.array(fc.record({ row: position, column: position }), { minLength: 1, maxLength: 12 }),
});

const IDS = REPORT_IDS.filter((id) => id !== '报送情况' && id !== '审核报告');
const SCHOOLS = ['合成甲校', '合成乙校', '合成丙校', '合成丁校'] as const;

function withSchools(raw: RawWorkbook, names: readonly string[]): RawWorkbook {
  const [first] = raw.projects;
  if (!first) throw new Error('no project');
  const projects = names.map((name, i): RawProject => ({ ...(raw.projects[i] ?? first), stage: 1, name }));
  return { ...raw, projects };
}

/** A sheet as a grid, where rows and columns can be put in. */
function gridOf(spec: SheetSpec): CellValue[][] {
  const height = Math.max(...spec.cells.map(({ row }) => row)) + 4;
  const width = Math.max(...spec.cells.map(({ column }) => column)) + 4;
  const grid = Array.from({ length: height }, () => Array<CellValue>(width).fill(null));
  // Nobody can type into a cell that a merged one covers: it holds an empty text, not nothing.
  for (const { top, left, bottom, right } of spec.merges)
    for (let row = top; row <= bottom; row++) grid[row]?.fill('', left, right + 1);
  for (const cell of spec.cells) {
    const row = grid[cell.row];
    if (row && shown(cell) !== '') row[cell.column] = shown(cell);
  }
  return grid;
}

function insert(grid: CellValue[][], what: 'row' | 'column', at: number): void {
  const width = grid[0]?.length ?? 0;
  if (what === 'row') grid.splice(Math.floor(at * grid.length), 0, Array<CellValue>(width).fill(null));
  else for (const row of grid) row.splice(Math.floor(at * width), 0, null);
}

/** The school in the row of the ledger; its names are unique words. */
const schoolIn = (row: readonly CellValue[]): string | undefined => SCHOOLS.find((name) => row.includes(name));

describe('a report between whose lines a person put lines of their own, made again', () => {
  test('keeps every note of the person and all figures of its own', () => {
    fc.assert(
      fc.property(rawWorkbook, rawWorkbook, fc.constantFrom(...IDS), changes, (one, two, id, { inserts, notes }) => {
        const specOf = (raw: RawWorkbook): SheetSpec => {
          const spec = buildReports(inputFrom(raw), [id]).find(({ name }) => name === id);
          if (!spec) throw new Error(id);
          return spec;
        };
        const before = specOf(withSchools(one, SCHOOLS));
        const after = specOf(withSchools(two, ['合成戊校', '合成丁校', '合成甲校', '合成丙校']));
        const grid = gridOf(before);
        // Inside its merged cells the overview takes no column.
        for (const { what, at } of inserts) insert(grid, what, id === '综述' && what === 'column' ? 0 : at);
        const beside = new Map<string, string | undefined>();
        for (const [i, note] of notes.entries()) {
          const row = grid[Math.floor(note.row * grid.length)] ?? [];
          const column = Math.floor(note.column * row.length);
          if (row[column] !== null) continue;
          row[column] = `批注${i}`;
          beside.set(`批注${i}`, id === '项目进度台账' ? schoolIn(row) : undefined);
        }
        const again = withAdditions(after, sheetFromGrid(id, grid), madeSheetOf(before));
        const own = new Map(after.cells.map((cell) => [cellName(cell.row, cell.column), shown(cell)]));
        const kept = again.kept ?? [];
        // What is kept stands where the sheet says nothing itself, each in a cell of its own.
        const places = kept.map(({ row, column }) => cellName(row, column));
        expect(new Set(places).size).toBe(places.length);
        expect(places.filter((place) => (own.get(place) ?? '') !== '')).toEqual([]);
        const texts = kept.map(({ content }) => (content.kind === 'value' ? String(content.value) : ''));
        // Nothing of the first making is taken for the person's.
        expect(texts.filter((text) => !/^批注\d+$|^（原“.*”行）$/u.test(text))).toEqual([]);
        for (const [note, school] of beside) {
          expect(texts).toContain(note);
          if (school === undefined || school === '合成乙校') continue;
          const { row } = kept[texts.indexOf(note)] ?? { row: -1 };
          expect([note, own.get(cellName(row, 2))]).toEqual([note, school]);
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
