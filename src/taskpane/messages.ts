import { NEEDED_API } from '../excel';
import type { HostProblem, HostProblemCode } from '../excel/port';
import { cellName, quoteSheetName } from '../workbook';

/** What the user wanted when the host refused; its name as it stands on the button. */
export type Wish =
  | '一键审核'
  | '写入'
  | '撤消'
  | '定位'
  | '标记'
  | '计算填报'
  | '登记方案基准'
  | '在新工作簿中打开'
  | '存为文件'
  | '生成报表'
  | '汇总'
  | '保存说明'
  | '保存设置';

type Line = (problem: HostProblem, wish: Wish) => string;

const place = (problem: HostProblem): string => (problem.where ? `“${problem.where}”` : '该工作表');

/** One line per problem: what stands in the way, and what to do about it. */
const LINES: Readonly<Record<HostProblemCode, Line>> = {
  cellEditing: (_, wish) => `请先按 Enter 或 Esc 结束单元格编辑，再点一次“${wish}”。`,
  protected: (problem, wish) => `${place(problem)}受保护，不能${wish}。请先撤消工作表保护，再点一次“${wish}”。`,
  tooLarge: (problem, wish) =>
    `${problem.where ? place(problem) : '工作簿'}的数据量超出 Excel 一次能传送的上限。请删去表外多余的行列，再点一次“${wish}”。`,
  tooOld: () =>
    `此版 Excel 缺少所需功能（ExcelApi ${NEEDED_API}）。请升级到 Excel 2021、Microsoft 365 或网页版 Excel。`,
  cancelled: (_, wish) => `已取消“${wish}”，工作簿没有改动。`,
  changedSince: (problem) => `${place(problem)}在预览之后已改动，没有写入任何内容。请重新审核后再试。`,
  rolledBack: (_, wish) => `“${wish}”中途失败，已写入的内容已全部恢复原样。请再点一次“${wish}”。`,
  notRolledBack: (problem) => `写入中途失败，以下单元格未能恢复，请人工核对：${leftCells(problem)}。`,
  unsaved: (_, wish) => `当前工作簿的改动没有另存，因此没有打开新工作簿。另存后再点一次“${wish}”。`,
  notFound: (problem) => `找不到${place(problem)}，可能已被删除、改名或隐藏。请重新审核。`,
  unknown: (_, wish) => `Excel 没有完成“${wish}”。请再试一次；仍不行时，在“设置”中复制诊断信息交给技术人员。`,
};

/** Most cells that one line lists before it only counts. */
const LISTED = 8;

function leftCells(problem: HostProblem): string {
  const cells = (problem.left ?? []).map((at) => `${quoteSheetName(at.sheet)}!${cellName(at.row, at.column)}`);
  if (cells.length === 0) return problem.where ?? '（未知）';
  return cells.length <= LISTED ? cells.join('、') : `${cells.slice(0, LISTED).join('、')} 等 ${cells.length} 格`;
}

/** The one line that the pane shows for a problem of the host. */
export function problemLine(problem: HostProblem, wish: Wish): string {
  return LINES[problem.code](problem, wish);
}
