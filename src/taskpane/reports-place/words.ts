/** The words of 报表. */
export const REPORTS = {
  intro: '选择要生成的报表。报表写在新的工作表中，再次生成时更新同一张表，您的工作表不会被改动。',
  choose: '报表',
  all: '全选',
  start: (count: number) => `生成 ${count} 张报表`,
  made: '已生成：',
  stale: '生成后工作簿又有改动。公式已随之变动；综述文字和说明请再次生成。',
  summary: '综述文字',
  copy: '复制综述',
  copied: '综述已复制。',
  copyFailed: '无法写入剪贴板，请选中文字后按 Ctrl+C 复制。',
} as const;
