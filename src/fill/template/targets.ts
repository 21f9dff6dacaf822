import type { Plan, PlanIndicator } from '../../plan';
import { cellName, type SheetSpec } from '../../workbook';
import { columnArea, listOf } from './limits';
import { SheetDraft } from './sheet-draft';

const TARGET = 3;
const ACTUAL = 5;

/** The targets of the text with what has been reached. */
export function targetsSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, [
    { title: '序号', width: 6 },
    { title: '指标名称', width: 26 },
    { title: '计量单位', width: 9 },
    { title: `${plan.lastYear}年目标`, width: 16 },
    { title: '上年完成', width: 12 },
    { title: '本期完成（累计）', width: 12 },
    { title: '完成率（%）', width: 10 },
    { title: '与目标差距', width: 11 },
    { title: '是否达到', width: 9 },
    { title: '责任单位', width: 16 },
    { title: '备注', width: 28 },
  ]);
  draft.wide('title', '目标完成情况表');
  draft.wide('unitLine', unit === null ? '' : `填报单位：${unit}`);
  draft.header();
  const top = draft.row;
  plan.indicators.forEach((indicator, i) => {
    putIndicator(draft, indicator, i + 1);
    draft.row++;
  });
  if (plan.indicators.length > 0) draft.validate(listOf(columnArea(8, top, draft.row - 1), ['是', '否'], true));
  return draft.finish({ freezeColumns: 2 });
}

function putIndicator(draft: SheetDraft, indicator: PlanIndicator, sequence: number): void {
  const { row } = draft;
  const isText = indicator.target === null;
  const format = indicator.unit === '万个' ? '0.00##' : indicator.unit === '%' ? '0.0#' : '0';
  draft.height(row, 24);
  draft.put(row, 0, 'bodyCentre', sequence);
  draft.put(row, 1, 'body', indicator.name);
  draft.put(row, 2, 'bodyCentre', indicator.unit);
  if (isText) draft.put(row, TARGET, 'body', indicator.targetText);
  else draft.put(row, TARGET, 'number', indicator.target, format);
  draft.put(row, 4, 'input', null, isText ? undefined : format);
  draft.put(row, ACTUAL, 'input', null, isText ? undefined : format);
  const [target, actual] = [cellName(row, TARGET), cellName(row, ACTUAL)];
  const guard = `=IF(COUNT(${target},${actual})<2,""`;
  // Of a target in words these come to nothing: it is no number to count.
  draft.put(
    row,
    6,
    'number',
    { formula: `${guard},IF(${target}=0,"",ROUND(${actual}/${target}*100,1)))`, cached: '' },
    '0.0',
  );
  draft.put(row, 7, 'number', { formula: `${guard},ROUND(${target}-${actual},6))`, cached: '' }, format);
  if (isText) draft.put(row, 8, 'input', null);
  else draft.put(row, 8, 'bodyCentre', { formula: `${guard},IF(${actual}>=${target},"是","否"))`, cached: '' });
  draft.put(row, 9, 'input', null);
  draft.put(row, 10, 'input', null);
}
