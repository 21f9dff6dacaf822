/** Everything that the workbench page says to its user. */
export const WORDS = {
  loading: '正在载入表格…',
  opening: (name: string) => `正在打开 ${name}…`,
  opened: (name: string) => `已打开 ${name}`,
  saved: (name: string) => `已存为 ${name}`,
  noGrid: '表格没有载入。请刷新页面再试一次。',
  discard: '当前表格的修改还没有另存。仍要打开另一个文件吗？再选一次即打开。',
  retry: '改正后按 Enter，或按 Esc 放弃。',
  locked: '此单元格受保护，不能改动。',
  notListed: (items: readonly string[]) =>
    `请从清单中选填：${items.slice(0, 8).join('、')}${items.length > 8 ? ' 等' : ''}。`,
  outOfBounds: (isWhole: boolean) => `请填${isWhole ? '规定范围内的整数' : '规定范围内的数'}。`,
} as const;
