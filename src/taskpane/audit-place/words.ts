import type { Level } from '../../audit';
import type { FindingState, GroupBy } from '../session';

/** The words of 审核. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { error: '强制性', warning: '核实性', info: '提示' };

export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  all: '全部状态',
  open: '待处理',
  fixable: '可改正',
  explained: '已说明',
};

export const GROUP_WORDS: Readonly<Record<GroupBy, string>> = {
  sheet: '按工作表',
  rule: '按规则',
  subject: '按学校或项目',
};

export const AUDIT = {
  start: '一键审核',
  again: '重新审核',
  intro: '检查整个工作簿：数据是否完整、合计是否相符、是否与方案一致。只读取，不改动表格。',
  exampleTitle: '结果示例（合成数据）',
  exampleText: '初中规划班数小计应为 460，表中为 450，差 10。',
  examplePlace: '学校建设表!C18 · 小计不符',
  exampleSource: '附件2 · 二、初中 · 小计',
  steps: ['点“一键审核”', '按 ↑ ↓ 逐条查看，按 Enter 定位到单元格', '按 F 改正，按 E 写说明'],
  reading: '正在审核，请稍候…',
  first: '先处理',
  explained: (count: number) => `其中已说明 ${count} 项`,
  passText: '没有强制性错误，可以报送。',
  nothingFoundText: '没有认出方案中的表（学校建设、经费、责任分工、目标指标）。请确认打开的是填报工作簿，表头完整。',
  stale: '表格已改动，以下是改动前的结果。',
  noMatch: '没有符合筛选条件的项目。',
  clearFilter: '清除筛选',
  list: '审核结果',
  search: '搜索结果',
  searchHint: '搜索学校、单元格内容',
  bySheet: '工作表',
  byRule: '规则',
  byState: '状态',
  groupBy: '分组',
  allSheets: '全部工作表',
  allRules: '全部规则',
  filters: '筛选',
  showLevel: (level: string, count: number) => `${level} ${count} 项，按下时显示`,
  found: '表中',
  expected: '应为',
  source: '依据',
  advice: '建议',
  rule: '规则',
  jump: '定位',
  fix: '改正',
  fixAll: (count: number) => `改正同类 ${count} 项`,
  explain: '写说明',
  editExplanation: '修改说明',
  withdraw: '撤回说明',
  explanation: '审核说明',
  voided: '数值已变，原说明作废',
  consequences: (count: number) => `由此引起 ${count} 项，改正后随之消失：`,
  cells: (count: number) => `共 ${count} 格`,
  recognized: '识别结果',
  recognizedAs: (kind: string, rows: number) => `${kind}，${rows} 行`,
  notRecognized: '未识别',
  basis: (source: string) => `按登记的方案基准审核（${source}）`,
  mark: '在表中标记',
  unmark: '清除标记',
  explainText: '说明理由',
  explainBy: '说明人',
  explainHint: (fewest: number) => `至少 ${fewest} 个字，随工作簿保存并打印在审核报告中`,
  explainSave: '保存说明',
  explainCancel: '取消',
  tooShort: (fewest: number) => `请至少写 ${fewest} 个字。`,
  whole: '整个工作簿',
} as const;

export const TABLE_WORDS: Readonly<Record<string, string>> = {
  schools: '学校建设表',
  funds: '经费表',
  responsibilities: '责任清单',
  indicators: '目标指标表',
};
