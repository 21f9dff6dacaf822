import type { LevelChoice } from '../../audit';
import type { EntryKind } from '../../recognize';

export const LEVEL_CHOICES: Readonly<Record<LevelChoice, string>> = {
  error: '强制性',
  warning: '核实性',
  info: '提示',
  off: '不检查',
};

export const TABLES: Readonly<Record<EntryKind, string>> = {
  schools: '学校建设表',
  funds: '经费表',
  responsibilities: '责任清单',
  indicators: '目标指标表',
};

/** The words of 设置. */
export const SETTINGS = {
  profile: '规则方案',
  profileHint: '更改后请重新审核。设置随工作簿保存。',
  required: '必须有的表',
  thresholds: {
    classSizeSlack: '每班学位与方案口径允许相差（个）',
    mergeFrom: '同列同类问题满几处合为一条',
  },
  between: (least: number, most: number) => `请填 ${least} 至 ${most} 的数。`,
  norms: '按方案以外的标准提示班额、生均用地',
  levels: '逐条设置规则级别',
  ownProfile: '按工作簿自身情况',
  plan: '方案',
  baseline: '已登记方案基准',
  noBaseline: '未登记方案基准，按公开文本核对。',
  loadBaseline: '载入方案基准文件',
  loadBaselineHint: '别处登记后存成的 .plan.json 文件。先与公开数字核对，确认后随本工作簿保存。',
  notes: '方案说明',
  showNotes: '查看方案自身的差异与缺项',
  diagnostics: '诊断信息',
  diagnosticsAbout: '不含表名和单元格内容，可交给技术人员。',
  copy: '复制诊断信息',
  copied: '诊断信息已复制。',
  copyFailed: '无法写入剪贴板，请选中文字后按 Ctrl+C 复制。',
  keys: '快捷键',
  keyList: [
    ['↑ ↓', '上一条、下一条'],
    ['Enter', '定位到单元格'],
    ['空格', '展开、收起'],
    ['F', '改正'],
    ['E', '写说明'],
    ['Ctrl+Z', '撤消上一次写入（焦点在窗格内时）'],
    ['Ctrl+Alt+Shift+A', '一键审核（焦点在表格内时）'],
    ['Ctrl+Alt+Shift+G', '打开窗格（焦点在表格内时）'],
    ['F6', '在表格和窗格之间切换'],
  ],
  noteKinds: { contradiction: '方案自身不一致', gap: '方案未规定', loss: '公开文本缺失', remark: '阅读须知' },
} as const;
