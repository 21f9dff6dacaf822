import fc from 'fast-check';
import { fieldOf, recognizeWorkbook, type FieldId } from '../../src/recognize';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';
import { yichunPlan as plan } from '../../src/plan';

/** The same content, whatever the order and the words of the columns, the offset, and where subtotals stand. */
const SCHOOLS = [
  {
    stage: 'S2',
    name: '宜阳二中',
    plannedClasses: 54,
    plannedSeats: 2700,
    plannedLand: 49.5,
    builder: '宜阳新区',
    remark: '基本完工',
  },
  {
    stage: 'S2',
    name: '北湖学校（暂名）',
    plannedClasses: 30,
    plannedSeats: 1500,
    plannedLand: 33,
    builder: '袁州区',
    remark: null,
  },
  {
    stage: 'S3',
    name: '枫林小学',
    plannedClasses: 24,
    plannedSeats: 1080,
    plannedLand: 20.5,
    builder: '经开区',
    remark: '扩建',
  },
  {
    stage: 'S5',
    name: '华帝禧园幼儿园',
    plannedClasses: 9,
    plannedSeats: 270,
    plannedLand: 5,
    builder: '袁州区',
    remark: null,
  },
] as const;
const FIELDS = [
  'sequence',
  'schoolName',
  'plannedClasses',
  'plannedSeats',
  'plannedLand',
  'builder',
  'remark',
] as const;
type Field = (typeof FIELDS)[number];
/** Words that other tables' columns share are only clear beside the table's own, so two are left to their own tables. */
const wordsOf = (field: Field) => fieldOf(field as FieldId).words.filter((word) => !['项目', '名称'].includes(word));

const layout = fc.record({
  order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length }),
  words: fc.record(
    Object.fromEntries(FIELDS.map((field) => [field, fc.constantFrom(...wordsOf(field))])) as Record<
      Field,
      fc.Arbitrary<string>
    >,
  ),
  top: fc.integer({ min: 0, max: 4 }),
  left: fc.integer({ min: 0, max: 3 }),
  subtotal: fc.constantFrom('above', 'below', 'none'),
  sections: fc.constantFrom('heading', 'merged', 'column'),
  total: fc.boolean(),
  title: fc.boolean(),
  units: fc.boolean(),
  blankBetween: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function draw(shape: Layout): { readonly grid: CellValue[][]; readonly width: number } {
  const order: readonly (Field | 'stage')[] = shape.sections === 'heading' ? shape.order : ['stage', ...shape.order];
  const width = order.length;
  const pad = Array.from({ length: shape.left }, () => null);
  const grid: CellValue[][] = Array.from({ length: shape.top }, () => []);
  const push = (cells: readonly CellValue[]): void => void grid.push([...pad, ...cells]);
  const line = (values: Partial<Record<Field | 'stage', CellValue>>): void =>
    push(order.map((field) => values[field] ?? null));
  if (shape.title) push(['学校建设项目情况表（合成数据）']);
  push(
    order.map((field) => {
      if (field === 'stage') return '学段';
      const unit = { plannedClasses: '(个)', plannedSeats: '（个）', plannedLand: '（亩）' }[field as string];
      return shape.words[field] + (shape.units ? (unit ?? '') : '');
    }),
  );
  const sum = (rows: readonly (typeof SCHOOLS)[number][], label: string, stage?: string): void =>
    line({
      ...(stage !== undefined && shape.sections === 'column' ? { stage } : {}),
      schoolName: label,
      plannedClasses: rows.reduce((total, row) => total + row.plannedClasses, 0),
      plannedSeats: rows.reduce((total, row) => total + row.plannedSeats, 0),
      plannedLand: rows.reduce((total, row) => total + row.plannedLand, 0),
    });
  for (const stage of plan.stages) {
    const rows = SCHOOLS.filter((school) => school.stage === stage.id);
    if (rows.length === 0) continue;
    if (shape.sections === 'heading') push([stage.heading]);
    if (shape.subtotal === 'above') sum(rows, '小计：', stage.name);
    rows.forEach((row, index) => {
      const shownStage =
        shape.sections === 'column' || (shape.sections === 'merged' && (index === 0 || shape.subtotal === 'above'));
      line({
        sequence: index + 1,
        ...(shownStage ? { stage: stage.name } : {}),
        schoolName: row.name,
        plannedClasses: row.plannedClasses,
        plannedSeats: row.plannedSeats,
        plannedLand: row.plannedLand,
        builder: row.builder,
        remark: row.remark,
      });
    });
    if (shape.subtotal === 'below') sum(rows, '小 计', stage.name);
    if (shape.blankBetween) push([]);
  }
  if (shape.total) sum(SCHOOLS, '合  计');
  push([]);
  push(['注：本表为合成数据。']);
  return { grid, width };
}

test('any order, words, offset and place of subtotals give the same content', () => {
  fc.assert(
    fc.property(layout, (shape) => {
      const { grid } = draw(shape);
      const { tables, unrecognized } = recognizeWorkbook(workbookOf([sheetFromGrid('表', grid)]), plan);
      expect(unrecognized).toEqual([]);
      expect(tables.map((table) => table.kind)).toEqual(['schools']);
      const [table] = tables;
      if (!table) return;
      const read = table.sections.flatMap((section) =>
        section.rows.map((row) => ({
          stage: section.stage,
          ...Object.fromEntries(
            FIELDS.filter((field) => field !== 'sequence').map((field) => {
              const column = table.byField.get(field as FieldId)?.column ?? -1;
              return [field === 'schoolName' ? 'name' : field, grid[row]?.[column] ?? null];
            }),
          ),
        })),
      );
      expect(read).toEqual(SCHOOLS);
      expect(table.totalRow !== null).toBe(shape.total);
      expect(table.sections.every((section) => (section.subtotalRow !== null) === (shape.subtotal !== 'none'))).toBe(
        true,
      );
    }),
    { numRuns: 600 },
  );
});

test('recognition answers on any cells at all', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.constantFrom('学校名称', '规划班数', '小计', '合计', '一、初中', '项目名称', '金额', '注：', '#REF!'),
  );
  const area = fc.record({ top: fc.nat(12), left: fc.nat(6), height: fc.nat(3), width: fc.nat(3) });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }),
      fc.array(area, { maxLength: 4 }),
      (grid, areas) => {
        const merges = areas.map(({ top, left, height, width }) => ({
          top,
          left,
          bottom: top + height,
          right: left + width,
        }));
        const found = recognizeWorkbook(workbookOf([sheetFromGrid('表', grid, { merges })]), plan, {
          fileName: '袁州区_2023年6月.xlsx',
        });
        for (const table of found.tables) {
          expect(table.roles).toHaveLength(table.area.bottom - table.area.top + 1);
          expect(new Set(table.dataRows).size).toBe(table.dataRows.length);
        }
        expect(found.tables.length + found.unrecognized.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});
