import type { Plan } from '../../plan';
import { fieldOf, FIELDS, type FieldId } from '../../recognize';
import { FORMATS, writtenDay } from '../../reports';
import { BLANK, type Live } from '../../reports/paper/live';
import { Paper } from '../../reports/paper/paper';
import { cellName, type SheetSpec } from '../../workbook';
import type { Consolidation, SumFigure, SumRow } from '../types';
import { columnTitle, putFigure } from './figures';

export const SCHOOL_SUM = '汇总表';

/** The annex's own columns; others follow where a unit reported them. */
const ANNEX: readonly FieldId[] = ['plannedClasses', 'plannedSeats', 'plannedLand', 'builder', 'remark'];
/** Order of the columns that follow the annex's; what is not named here comes last. */
const FURTHER: readonly FieldId[] = [
  'buildKind',
  'status',
  'startedOn',
  'plannedCompletion',
  'completedOn',
  'suppliedLand',
  'originalSeats',
  'formedSeats',
  'plannedInvestment',
  'invested',
  'progressNote',
  'problem',
  'nextStep',
  'isLagging',
  'updatedOn',
];
const SENDER_TITLE = '报送来源';
const WIDTHS: Readonly<Partial<Record<FieldId, number>>> = {
  plannedClasses: 9,
  plannedSeats: 9,
  plannedLand: 10,
  builder: 11,
  remark: 24,
  progressNote: 24,
  problem: 20,
};

/**
 * 汇总表 in the form of annex 2: every school of the plan under its stage, 小计 above its schools, 合计 at the end.
 * Reports count the names in it: for them, the lines of schools that nobody reported are left empty.
 */
export function schoolSumSheet(
  consolidation: Consolidation,
  plan: Plan,
  unreported: 'named' | 'empty' = 'named',
): SheetSpec {
  const rows = consolidation.rows.filter(({ kind }) => kind === 'schools');
  const extra = [...new Set([...FURTHER, ...FIELDS.map(({ id }) => id)])].filter(
    (id) => !ANNEX.includes(id) && id !== 'stage' && rows.some(({ figures }) => figures[id] !== undefined),
  );
  const fields = [...ANNEX, ...extra];
  const sender = 2 + fields.length;
  const paper = new Paper(SCHOOL_SUM, [5.5, 28, ...fields.map((field) => WIDTHS[field] ?? 12), 12]);
  const summed = fields.flatMap((field, i) => (fieldOf(field).summable ? [{ field, column: 2 + i }] : []));

  paper.line('annexNumber', '附件2');
  paper.line('title', `${plan.title.includes('中心城区') ? '中心城区' : ''}学校建设项目汇总表`);
  paper.line(
    'period',
    consolidation.period === null ? '（报告期：\u3000\u3000年\u3000\u3000月）' : `（${consolidation.period}）`,
  );
  paper.ends(
    `汇总单位：${plan.builders.find(({ isCity }) => isCity)?.name ?? ''}`,
    `制表日期：${writtenDay(consolidation.asOf)}`,
  );
  paper.tableHeader([
    { title: '序号', width: 5.5 },
    { title: '学校名称', width: 28 },
    ...fields.map((field) => ({ title: columnTitle(field), width: WIDTHS[field] ?? 12 })),
    { title: SENDER_TITLE, width: 12 },
  ]);

  const blocks: { readonly first: number; readonly last: number; readonly rows: readonly SumRow[] }[] = [];
  for (const stage of plan.stages) {
    const own = rows.filter((row) => row.stage === stage.id);
    paper.line('section', stage.heading);
    const subtotalRow = stage.hasSubtotal ? paper.row++ : null;
    const first = paper.row;
    const block = { first, last: first + own.length - 1, rows: own };
    if (own.length > 0) blocks.push(block);
    if (subtotalRow !== null) sumLine(paper, subtotalRow, 'subtotal', '小计：', own.length > 0 ? [block] : []);
    own.forEach((row, i) => schoolLine(paper, row, i + 1));
  }
  const totalRow = paper.row++;
  sumLine(paper, totalRow, 'total', '合\u3000计', blocks);
  paper.notes([
    '空格为没有单位报送；不能确定数值的照原样列出，不计入合计。每个数的出处见“来源”。',
    ...(consolidation.unmatched.length > 0
      ? [`另有${consolidation.unmatched.length}行未匹配到方案学校，未列入本表，见“未匹配”。`]
      : []),
  ]);
  return paper.finish({ freezeColumns: 2 });

  function schoolLine(target: Paper, row: SumRow, sequence: number): void {
    const at = target.row++;
    const isNamed = unreported === 'named' || row.units.length > 0;
    target.put(at, 0, 'bodyCentre', isNamed ? sequence : null);
    target.put(at, 1, 'body', isNamed ? row.name : null);
    fields.forEach((field, i) => putFigure(target, at, 2 + i, field, row.figures[field]));
    target.put(at, sender, 'bodyCentre', row.units.join('、'));
  }

  function sumLine(target: Paper, at: number, role: 'subtotal' | 'total', label: string, over: typeof blocks): void {
    target.put(at, 0, role, null);
    target.put(at, 1, role, label);
    fields.forEach((field, i) => {
      const column = 2 + i;
      const isSummed = summed.some((one) => one.column === column);
      const format = fieldOf(field).type === 'wholeNumber' ? FORMATS.whole : undefined;
      if (isSummed)
        target.put(at, column, role, sumOf(field, column, over), { ...(format ? { format } : {}), align: 'right' });
      else target.put(at, column, role, null);
    });
    target.put(at, sender, role, null);
  }

  function sumOf(field: FieldId, column: number, over: typeof blocks): Live | null {
    if (over.length === 0) return null;
    const ranges = over.map(({ first, last }) => `${cellName(first, column)}:${cellName(last, column)}`).join(',');
    const numbers = over.flatMap((block) => block.rows.flatMap((row) => numberIn(row.figures[field])));
    return {
      value: numbers.length === 0 ? BLANK : Number(numbers.reduce((sum, one) => sum + one, 0).toPrecision(12)),
      formula: `IF(COUNT(${ranges})=0,"",SUM(${ranges}))`,
    };
  }
}

function numberIn(figure: SumFigure | undefined): readonly number[] {
  return typeof figure?.value === 'number' ? [figure.value] : [];
}
