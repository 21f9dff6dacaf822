import fc from 'fast-check';
import { auditWorkbook, type Finding } from '../../src/audit';
import { sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../src/workbook';
import { changed, districtGrid, plan, workbookOfGrid } from './workbooks';

const flat = (findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((each) => [each, ...flat(each.consequences)]);
const audit = (workbook: WorkbookSnapshot) => auditWorkbook(workbook, plan);

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null, '', '序号', '学校名称', '规划班数(个)', '规划学位(万个)', '规划用地(㎡)', '建设主体', '项目状态', '开工日期', '合计', '小计：',
    '一、高中阶段', '二、初中', '宜阳二中', '春华中学', '袁州区', '已完工', '项目名称', '金额（万元）', '指标名称', '目标值', '工作举措', '责任部门',
    '#REF!', '—', '２７００', '1350+900', '=SUM(A1:C9)', '=A1', '=[x.xlsx]a!B2', '2023.2.30', '填报单位：袁州区', '2023年6月',
  ), // prettier-ignore
  fc.string({ maxLength: 8 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
);
const anyFormula = fc.record({
  formula: fc.constantFrom('=SUM(C6:C7)', '=C5', '=C5+D5*2', '=SUM(', '=#REF!+1', "='[上期.xlsx]表 1'!B2", '=SUM(A:A)', '=SUBTOTAL(9,$C$1:XFD1048576)', '=表1!A1', '={1,2}'),
  value: anyCell,
}); // prettier-ignore
type GridCell = CellValue | { readonly formula: string; readonly value: CellValue };
const anyContent: fc.Arbitrary<GridCell> = fc.oneof({ weight: 5, arbitrary: anyCell }, anyFormula);
const wildGrid = fc.array(fc.array(anyContent, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 });

/** A real table with a few cells of any kind in it: gets further into the rules than noise does. */
const brokenDistrict = fc.array(fc.tuple(fc.nat(13), fc.nat(6), anyContent), { maxLength: 8 }).map((changes) => {
  const grid: GridCell[][] = districtGrid();
  for (const [row, column, cell] of changes) {
    const line = (grid[row] ??= []);
    while (line.length < column) line.push(null);
    line[column] = cell;
  }
  return grid;
});

const anyArea = fc
  .tuple(fc.nat(14), fc.nat(8), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const anyFormat = fc.constantFrom(
  null,
  'General',
  '@',
  '0.0%',
  'yyyy-mm-dd',
  '#,##0"亩"',
  '[红色]0;;;@',
  ';;;',
  '"',
  '',
);
const anySheet = fc.record({
  grid: fc.oneof(wildGrid, brokenDistrict),
  options: fc.record({
    top: fc.constantFrom(0, 3),
    left: fc.constantFrom(0, 2),
    visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
    isProtected: fc.boolean(),
    merges: fc.array(anyArea, { maxLength: 4 }),
    hiddenRows: fc.array(fc.nat(16), { maxLength: 3 }),
    hiddenColumns: fc.array(fc.nat(9), { maxLength: 2 }),
    formats: fc.array(fc.array(anyFormat, { maxLength: 8 }), { maxLength: 14 }),
  }),
});
const anyParts: fc.Arbitrary<Readonly<Record<string, string>>> = fc.dictionary(
  fc.constantFrom('explanations', 'aliases', 'profile', 'baseline', 'generated'),
  fc.oneof(fc.constantFrom('', '{', 'null', '[]', '{"items":{"x":null}}', '{"version":1,"items":[]}'), fc.json()),
  { maxKeys: 3 },
);

/** Cells of the district that can be spoilt, with what a person might type there. */
const spoilt = fc.array(
  fc.tuple(
    fc.constantFrom(5, 6, 9, 10, 11),
    fc.constantFrom(1, 2, 3, 4, 5),
    fc.oneof(
      fc.integer({ min: -50, max: 5000 }),
      fc.constantFrom<CellValue>(
        '540',
        '５４０',
        '5,400',
        '540个',
        '约540',
        '—',
        null,
        36.5,
        '袁洲区',
        '江丰小学 ',
        '江峰小学',
        '#N/A',
        '待定说明',
      ),
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
const spoiltWorkbook = spoilt.map((changes) => workbookOfGrid(changed(districtGrid(), ...changes)));

describe('properties of the audit', () => {
  test('never throws, whatever a workbook holds, and is deterministic', () => {
    fc.assert(
      fc.property(fc.array(anySheet, { minLength: 1, maxLength: 3 }), anyParts, (sheets, parts) => {
        const build = (): WorkbookSnapshot => ({
          ...workbookOf(
            sheets.map(({ grid, options }, i) => sheetFromGrid(i === 0 ? '附件2' : `表${i}`, grid, options)),
          ),
          parts,
          externalLinks: ['上期.xlsx'],
        });
        // Built twice, so that nothing remembered about the first can make the second alike.
        expect(JSON.stringify(audit(build()))).toBe(JSON.stringify(audit(build())));
      }),
      { numRuns: 200 },
    );
  });

  test('every finding has a place, a text, a source, advice and an identity of its own', () => {
    fc.assert(
      fc.property(spoiltWorkbook, (workbook) => {
        const all = flat(audit(workbook).findings);
        expect(new Set(all.map((finding) => finding.identity)).size).toBe(all.length);
        for (const finding of all) {
          expect([finding.text, finding.source, finding.advice].every((text) => text.length > 1)).toBe(true);
          expect(finding.text).not.toMatch(/undefined|NaN|Infinity|null/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
