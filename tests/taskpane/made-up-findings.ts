import type { AuditResult, Finding } from '../../src/audit';
import type { AuditAnswer } from '../../src/taskpane/work/work';
import { sheetFromGrid, valueAt, workbookOf, type WorkbookSnapshot } from '../../src/workbook';

/** A small made-up school table (合成数据) with a number stored as text in C5. */
export const MADE_UP: WorkbookSnapshot = workbookOf([
  sheetFromGrid('学校建设表', [
    ['合成数据', null, null],
    ['学校名称', '规划班数', '规划学位'],
    ['二、初中', null, null],
    ['小计：', 90, 4400],
    ['甲中学', 54, '2700'],
    ['乙中学', 36, 1800],
  ]),
  sheetFromGrid('经费表', [
    ['项目名称', '金额'],
    ['校舍', 200],
  ]),
]);

export function finding(patch: Partial<Finding> = {}): Finding {
  return {
    rule: 'A01',
    message: 'differs',
    level: 'error',
    group: 'arithmetic',
    identity: 'schools/初中/plannedSeats',
    place: { sheet: '学校建设表', area: { top: 3, left: 2, bottom: 3, right: 2 } },
    text: '初中规划学位小计应为 4500，表中为 4400，差 100。',
    found: '4400',
    expected: '4500',
    source: '附件2 · 二、初中 · 小计',
    advice: '请核对第 5-6 行。',
    subject: '初中',
    count: 1,
    fix: null,
    withheld: [],
    unit: '',
    basis: { value: patch.found ?? '4400', expected: patch.expected ?? '4500' },
    explanation: null,
    consequences: [],
    ...patch,
  };
}

/** The number stored as text: one right answer. */
export const TEXT_NUMBER = finding({
  rule: 'V01',
  message: 'textNumber',
  identity: 'schools/甲中学/plannedSeats',
  place: { sheet: '学校建设表', area: { top: 4, left: 2, bottom: 4, right: 2 } },
  text: '甲中学规划学位是文本“2700”，不参加合计。',
  found: '2700（文本）',
  expected: '2700（数值）',
  source: '数值列应为数值',
  advice: '改为数值。',
  subject: '甲中学',
  fix: {
    kind: 'auto',
    label: '改为数值',
    edits: [
      {
        edit: { kind: 'content', sheet: '学校建设表', row: 4, column: 2, content: { kind: 'value', value: 2700 } },
        before: { kind: 'value', value: '2700' },
        reason: '文本改为数值，合计才会计入。',
      },
    ],
  },
  consequences: [finding({ text: '初中规划学位小计未计入文本数字。' })],
});

export const QUESTIONED = finding({
  rule: 'P01',
  message: 'differsFromPlan',
  level: 'warning',
  group: 'plan',
  identity: 'schools/乙中学/plannedClasses',
  place: { sheet: '学校建设表', area: { top: 5, left: 1, bottom: 5, right: 1 } },
  text: '乙中学规划班数为 36，方案为 30，多 6。',
  found: '36',
  expected: '30',
  source: '附件2 · 二、初中 · 乙中学',
  advice: '核对后改正，或写明理由。',
  subject: '乙中学',
});

export const HINT = finding({
  rule: 'S11',
  message: 'blank',
  level: 'info',
  group: 'structure',
  identity: 'funds',
  place: { sheet: '经费表', area: null },
  text: '经费表没有合计行。',
  found: '',
  expected: '',
  source: '附件3',
  advice: '需要时请补上合计行。',
  subject: '',
});

/** An answer that holds these findings; the verdict follows from them. */
export function answerWith(findings: readonly Finding[], patch: Partial<AuditResult> = {}): AuditAnswer {
  const count = (level: Finding['level']): number => findings.filter((one) => one.level === level).length;
  const explained = findings.filter((one) => one.explanation !== null && !one.explanation.isVoid).length;
  const counts = { error: count('error'), warning: count('warning'), info: count('info'), explained };
  return {
    result: {
      unit: '袁州区',
      period: '2023年6月',
      tables: [{ kind: 'schools', sheet: '学校建设表', range: 'A2:C6', rows: 2 }],
      findings,
      counts,
      verdict: counts.error > 0 ? 'mend' : counts.warning > explained ? 'explain' : 'pass',
      ...patch,
    },
    basis: null,
    recognized: [
      {
        kind: 'schools',
        sheet: '学校建设表',
        range: 'A2:C6',
        rows: 2,
        confidence: 0.95,
        reasons: ['表头在第2行，认得 3 列。', '未认得的列：旁注。'],
      },
    ],
    names: [],
    notRecognized: [{ sheet: '经费表', detail: '只有 1 行，看不出是哪张表' }],
    ruleTitles: { A01: '小计不符', V01: '数字存为文本', P01: '与方案不一致', S11: '缺合计行' },
  };
}

/** The audit of {@link MADE_UP}: the text number stays until the cell holds a number. */
export function madeUpAudit(snapshot: WorkbookSnapshot): AuditAnswer {
  const sheet = snapshot.sheets[0];
  const isText = sheet !== undefined && typeof valueAt(sheet, 4, 2) === 'string';
  const reason = snapshot.parts['plancheck-explanations'];
  const questioned: Finding = reason
    ? {
        ...QUESTIONED,
        explanation: { text: reason, by: '张三', on: '2023-06-30T08:00:00Z', value: '36', isVoid: false },
      }
    : QUESTIONED;
  return answerWith([...(isText ? [TEXT_NUMBER] : []), questioned, HINT]);
}
