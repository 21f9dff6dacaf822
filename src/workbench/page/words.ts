/** Everything that the workbench page says to its user. */
export const WORDS = {
  page: '规划表校核 · 工作台',
  loading: '正在载入表格…',
  opening: (name: string) => `正在打开 ${name}…`,
  opened: (name: string) => `已打开 ${name}`,
  saved: (name: string) => `已存为 ${name}`,
  newWorkbook: '新工作簿.xlsx',
  noGrid: '表格没有载入。请刷新页面再试一次。',
  notSaved: (name: string) => `没有存成 ${name}。请再试一次。`,
  refused: (name: string, why: string, code: string) => `没有打开 ${name}：${why}（代码 ${code}）`,
  unreadable: (name: string) => `没有打开 ${name}：读取时出错，请确认它没有被移走或改名，再选一次。（代码 readFailed）`,
  oneAtATime: (others: number) => `一次只能打开一个文件，另外 ${others} 个没有打开。`,
  discard: (open: string, next: string) => `${open} 的修改还没有另存。打开 ${next} 后，这些修改不再保留。`,
  retry: '改正后按 Enter，或按 Esc 放弃。',
  locked: '此单元格受保护，不能改动。',
  notListed: (items: readonly string[]) =>
    `请从清单中选填：${items.slice(0, 8).join('、')}${items.length > 8 ? ' 等' : ''}。`,
  choose: '从清单中选择（Alt+↓）',
  choicesOf: (cell: string) => `${cell} 可选填的内容`,
  outOfBounds: (isWhole: boolean) => `请填${isWhole ? '规定范围内的整数' : '规定范围内的数'}。`,
} as const;
