import type { Plan } from '../../plan';
import type { SheetSpec } from '../../workbook';
import { columnArea, listOf } from './limits';
import { SheetDraft } from './sheet-draft';

const COLUMNS = [
  { title: '一级标题', width: 16 },
  { title: '工作举措', width: 56 },
  { title: '责任部门', width: 20 },
  { title: '进展情况', width: 40 },
  { title: '完成情况', width: 11 },
  { title: '存在问题', width: 24 },
  { title: '下步打算', width: 24 },
] as const;
const STATES = ['未启动', '推进中', '已完成', '长期坚持'] as const;

/** Annex 1 in the plan's form with columns for progress. */
export function measuresSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, COLUMNS);
  draft.wide('annexNumber', '附件1');
  draft.wide('title', '重点举措责任分工及进展情况表');
  draft.wide('unitLine', unit === null ? '' : `填报单位：${unit}`);
  draft.header();
  const top = draft.row;
  let headingTop = top;
  plan.measures.forEach((measure, i) => {
    const { row } = draft;
    const isFirst = plan.measures[i - 1]?.heading !== measure.heading;
    if (isFirst) headingTop = row;
    const text = `${measure.sequence}.${measure.title}。${measure.text}`;
    const departments = measure.departments.join('\n');
    draft.put(row, 0, 'body', isFirst ? measure.heading : null);
    draft.put(row, 1, 'body', text);
    draft.put(row, 2, measure.departmentsShown ? 'body' : 'input', departments);
    for (let column = 3; column < COLUMNS.length; column++) draft.put(row, column, 'input', null);
    const lines = Math.max(Math.ceil((text.length * 2) / 54), measure.departments.length, 2);
    draft.height(row, Math.min(409, 8 + lines * 17));
    const isLast = plan.measures[i + 1]?.heading !== measure.heading;
    if (isLast && row > headingTop) draft.merge({ top: headingTop, left: 0, bottom: row, right: 0 });
    draft.row++;
  });
  if (plan.measures.length > 0) draft.validate(listOf(columnArea(4, top, draft.row - 1), STATES, true));
  return draft.finish();
}
