/** Everything that the workbench page says to its user. */
export const WORDS = {
  loading: '正在载入表格…',
  opening: (name: string) => `正在打开 ${name}…`,
  opened: (name: string) => `已打开 ${name}`,
  saved: (name: string) => `已存为 ${name}`,
  noGrid: '表格没有载入。请刷新页面再试一次。',
  choose: '选择样例…',
  discard: '当前表格的修改还没有另存。仍要打开另一个文件吗？再选一次即打开。',
} as const;
