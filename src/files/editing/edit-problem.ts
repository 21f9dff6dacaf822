import { failure, type OpenFailure } from '../failure';

export type EditProblemCode = keyof typeof MESSAGES;

/** Why a file was left as it is. */
export interface EditFailure {
  readonly ok: false;
  readonly code: EditProblemCode | OpenFailure['code'];
  /** One plain Chinese line. */
  readonly message: string;
}

const MESSAGES = {
  xlsNotEditable: () => '旧式 .xls 文件不能直接修改。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  noSuchSheet: (where: string) => `文件中没有工作表“${where}”，未作修改。`,
  arrayFormula: (where: string) => `${where} 属于多单元格数组公式或模拟运算表，不能单独修改，未作修改。`,
  tableHeader: (where: string) => `${where} 是表格（超级表）的标题行，修改后文件会损坏，未作修改。`,
  cannotShift: (where: string) => `工作表“${where}”含有不能随行移动的内容（如控件、数据透视表），未作修改。`,
  noRoom: (where: string) => `工作表“${where}”的末行之后没有空位，不能插入行，未作修改。`,
  badFormat: (where: string) => `${where} 的数字格式无法写入，未作修改。`,
} as const satisfies Record<string, (where: string) => string>;

/** Thrown inside this folder only, to leave an edit from any depth with nothing written. */
export class CannotEdit extends Error {
  constructor(
    readonly code: EditProblemCode,
    readonly where = '',
  ) {
    super(code);
  }
}

export function editFailure(code: EditProblemCode, where = ''): EditFailure {
  return { ok: false, code, message: MESSAGES[code](where) };
}

/** A file that could not even be opened. */
export function openingFailure(code: OpenFailure['code'], detail: string): EditFailure {
  return failure(code, detail);
}
