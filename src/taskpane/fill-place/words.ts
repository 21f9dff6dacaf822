/** The words of 填报. */
export const FILL = {
  start: '计算填报',
  again: '重新计算',
  intro: '计算小计、合计和能由方案推算的空格。先列出全部改动，由您选择后才写入，写入后可以撤消。',
  nothing: '没有需要填报的内容：小计、合计都已齐全。',
  preview: (count: number) => `预览所选 ${count} 处`,
  skipped: '以下不能填报：',
  stale: '表格已改动，请重新计算。',
  newColumns: '同时提供表中没有的计算列（完成率、差额等）',
  clear: '清除记录',
  clearAsk: '清除后不能再用本程序撤消。确定清除？',
  keep: '保留',
  undo: '撤消',
  journal: '已写入的改动',
  places: (count: number) => `${count} 处`,
  groups: '可以填报的内容',
} as const;

/** The words of 登记方案基准. */
export const BASELINE = {
  heading: '登记方案基准',
  about: '公开文本缺少部分数字。打开方案附件原件后登记，审核、填报、报表和模板即以其为准。',
  kept: (source: string) => `本工作簿已登记：${source}。`,
  source: '登记依据',
  sourceHint: '如“方案附件（市教体局存档件）”',
  start: '核对当前工作簿',
  summary: (filled: number, differences: number) =>
    `可补登 ${filled} 格；与公开文本核对，差异和缺项 ${differences} 处。`,
  open: (count: number) => `其中 ${count} 处与公开数字不符，确需登记的请逐项勾选；依据和所选项目一并记录。`,
  accept: '确认以工作簿为准',
  acceptFile: '确认以文件为准',
  keep: '登记到本工作簿',
  drop: '放弃',
  others: (count: number) => `其他差异和缺项 ${count} 处`,
  look: '定位',
} as const;

/** The words of 报送模板. */
export const TEMPLATE = {
  heading: '报送模板',
  about: '为填报单位生成空白报送表，含说明、四张表、下拉选项和公式。规划数取自公开文本。',
  aboutBaseline: (source: string) =>
    `为填报单位生成空白报送表，含说明、四张表、下拉选项和公式。规划数取自本工作簿登记的方案基准（${source}），并随模板保存。`,
  unit: '填报单位',
  choose: '请选择',
  cityWide: '全市（列出全部学校）',
  open: '在新工作簿中打开',
  download: '存为文件',
  file: (unit: string | null) => `报送模板-${unit ?? '全市'}.xlsx`,
  downloaded: (name: string) => `已生成 ${name}，由浏览器保存。`,
} as const;
