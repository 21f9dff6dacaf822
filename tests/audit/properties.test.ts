import fc from 'fast-check';
import { auditWorkbook, type Finding } from '../../src/audit';
import { applyEdits, invertEdits, type CellValue, type Edit, type WorkbookSnapshot } from '../../src/workbook';
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
const anyGrid = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 14 });

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
      fc.property(anyGrid, fc.constantFrom(0, 3), (grid, top) => {
        const workbook = workbookOfGrid(grid, {
          top,
          left: top,
          merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
          hiddenRows: [2],
        });
        expect(JSON.stringify(audit(workbook))).toBe(JSON.stringify(audit(workbook)));
      }),
      { numRuns: 150 },
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

  test('an automatic fix removes its finding, adds none, and can be undone to the cell', () => {
    fc.assert(
      fc.property(spoiltWorkbook, (workbook) => {
        const before = audit(workbook);
        const known = new Set(flat(before.findings).map((finding) => `${finding.rule} ${finding.place.area?.top}`));
        for (const finding of flat(before.findings)) {
          if (finding.fix?.kind !== 'auto') continue;
          const edits: readonly Edit[] = finding.fix.edits.map((each) => each.edit);
          const after = applyEdits(workbook, edits);
          const inverse = invertEdits(workbook, edits);
          if (!after.ok || !inverse.ok) throw new Error('the fix cannot be applied');
          const left = flat(audit(after.value).findings);
          expect(left.map((each) => each.identity)).not.toContain(finding.identity);
          const added = left.filter(
            (each) => each.level === 'error' && !known.has(`${each.rule} ${each.place.area?.top}`),
          );
          expect(added.map((each) => each.text)).toEqual([]);
          const undone = applyEdits(after.value, inverse.value);
          if (!undone.ok) throw new Error('the fix cannot be undone');
          expect(undone.value.sheets[0]?.values).toEqual(workbook.sheets[0]?.values);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('inserting rows changes addresses only', () => {
    fc.assert(
      fc.property(spoiltWorkbook, fc.constantFrom(0, 2, 3), fc.integer({ min: 1, max: 3 }), (workbook, row, count) => {
        const moved = applyEdits(workbook, [{ kind: 'insertRows', sheet: '附件2', row, count }]);
        if (!moved.ok) throw new Error('not inserted');
        expect(identities(moved.value)).toEqual(identities(workbook));
      }),
      { numRuns: 40 },
    );
  });

  test('sorting the schools of a section changes addresses only', () => {
    const grid = changed(districtGrid(), [9, 4, '20'], [10, 3, 600]).map((row) => row.slice(1));
    const sorted = grid.map((row) => [...row]);
    [sorted[9], sorted[11]] = [sorted[11] ?? [], sorted[9] ?? []];
    expect(identities(workbookOfGrid(sorted))).toEqual(identities(workbookOfGrid(grid)));
  });
});

function identities(workbook: WorkbookSnapshot): readonly string[] {
  return flat(audit(workbook).findings)
    .map((finding) => finding.identity)
    .sort();
}
