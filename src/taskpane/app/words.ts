import type { PlaceId } from '../session';

/** The shell's words. */
export const PRODUCT = '规划表校核';

export const PLACES: Readonly<Record<PlaceId, { readonly title: string; readonly about: string }>> = {
  audit: { title: '审核', about: '检查整个工作簿能否报送' },
  fill: { title: '填报', about: '计算小计、合计和能推算的空格' },
  reports: { title: '报表', about: '生成上报用的汇总表' },
  consolidation: { title: '汇总', about: '把各单位的报送文件合成一份' },
  settings: { title: '设置', about: '使用帮助、规则、方案说明和诊断信息' },
};

export const SHELL = {
  places: '功能',
  cancel: '取消',
  dismiss: '关闭提示',
  undo: '撤消',
  loading: '正在载入…',
  broken: '窗格显示出错。工作簿没有改动，请关闭窗格后重新打开。',
} as const;

export const PREVIEW = {
  look: '定位',
  lookAt: (where: string) => `定位到 ${where}`,
  heading: '请确认改动',
  apply: (count: number) => `写入 ${count} 处`,
  cancel: '不写入',
  all: '全选',
  before: '改前',
  after: '改后',
  nothing: '没有可以写入的改动。',
  skipped: (count: number) => `另有 ${count} 处不写入：`,
  wholeGroup: (title: string) => `本组：${title}`,
  group: (title: string, ticked: number, count: number) => `${title}（已选 ${ticked}/${count}）`,
  promise: '只改下列单元格，写入后可以撤消。',
} as const;
