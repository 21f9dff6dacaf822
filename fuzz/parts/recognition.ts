import fc from 'fast-check';
import { auditWorkbook, type Finding } from '../../src/audit';
import { chosenEdits, proposeFill } from '../../src/fill';
import { yichunPlan as plan } from '../../src/plan';
import { FIELDS, recognizeWorkbook } from '../../src/recognize';
import { applyEdits, sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';
import { must, same, type FuzzPart } from '../part';

const words = FIELDS.flatMap((field) => field.words);
const names = plan.schools.flatMap(({ name }) => name ?? []);
const builders = plan.builders.map(({ name }) => name);
const label = fc.constantFrom(
  '附件2', '附件3', '学校建设项目表（2023年6月）', '填报单位：', '合计', '小计：', '总计', '一、高中阶段', '二、初中', '（一）', '单位：万元', '㎡', '万个',
); // prettier-ignore
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...names, ...builders) },
  { weight: 2, arbitrary: label },
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 4000 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<CellValue>(null, '', '２７００', '约540', '—', '#REF!', '2023.2.30', '1350+900', '=A1'),
  },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.string({ unit: 'binary', maxLength: 6 }), fc.boolean()) },
);
/** Header above rows like a table's own, so that most grids are recognized as something. */
const table = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 9 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
  )
  .map(([header, rows]): readonly CellValue[][] => [header, ...rows]);
const grid = fc.oneof(
  fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }),
  table,
  fc.tuple(table, table).map(([a, b]) => [...a, [], ...b]),
);
const merge = fc
  .tuple(fc.nat(10), fc.nat(8), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

function flat(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((each) => [each, ...flat(each.consequences)]);
}

/** Any workbook is recognized, audited and offered fills without harm, and twice alike. */
export const recognition: FuzzPart = {
  name: 'recognition',
  property: () =>
    fc.property(
      fc.array(grid, { minLength: 1, maxLength: 2 }),
      fc.array(merge, { maxLength: 3 }),
      fc.nat(4),
      (grids, merges, offset) => {
        const sheets = grids.map((rows, i) =>
          sheetFromGrid(
            `表${i}`,
            rows.map((row) => [...row]),
            { top: offset, left: offset, merges, hiddenRows: [3] },
          ),
        );
        const workbook = workbookOf(sheets);
        const found = recognizeWorkbook(workbook, plan);
        same(recognizeWorkbook(workbook, plan), found, 'another recognition of the same workbook');
        for (const { area, roles, dataRows } of found.tables) {
          must(area.top <= area.bottom && area.left <= area.right && area.top >= 0, 'a table without cells');
          must(roles.length === area.bottom - area.top + 1, 'a row without a role');
          must(
            dataRows.every((row) => row >= area.top && row <= area.bottom),
            'a data row outside its table',
          );
        }
        const all = flat(auditWorkbook(workbook, plan).findings);
        must(new Set(all.map(({ identity }) => identity)).size === all.length, 'two findings with one identity');
        for (const { text, advice, source } of all) {
          must(text.length > 1 && advice.length > 1 && source.length > 1, 'a finding that says nothing');
          must(!/undefined|NaN|\[object/u.test(text + advice), `a finding says: ${text} ${advice}`);
        }
        const proposal = proposeFill(workbook, found, plan, { newColumns: true });
        const filled = applyEdits(
          workbook,
          chosenEdits(proposal).map(({ edit }) => edit),
        );
        must(filled.ok, 'a fill that cannot be applied');
      },
    ),
};
