/** The words of 填报. */
export const FILL = {
  start: '计算填报',
  again: '重新计算',
  intro: '计算小计、合计和能由方案推算的空格。先列出全部改动，由您选择后才写入，写入后可以撤消。',
  nothing: '没有需要填报的内容：小计、合计都已齐全。',
  preview: (count: number) => `预览所选 ${count} 处`,
  skipped: '以下不能填报：',
  stale: '表格已改动，请重新计算。',
  undo: '撤消',
  journal: '已写入的改动',
  places: (count: number) => `${count} 处`,
  groups: '可以填报的内容',
} as const;
