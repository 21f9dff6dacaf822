/** Why a file could not be opened. The codes are stable: they go into ndjson output and consolidation workbooks. */
export type FailureCode = keyof typeof MESSAGES;

export interface OpenFailure {
  readonly ok: false;
  readonly code: FailureCode;
  /** One plain Chinese line: what is wrong and what to ask the sender for. */
  readonly message: string;
}

const RESEND = '请报送单位用 Excel 或 WPS 打开原文件，另存为 .xlsx 后重新报送。';

/** Every message that opening a file can end with; `detail` is a sheet's name, a size or a count. */
const MESSAGES = {
  tooLarge: (detail: string) =>
    `文件过大（${detail}），无法打开。请报送单位删除与报表无关的图片、附件和空白行后重新报送。`,
  emptyFile: () => '文件是空的（0 字节），可能没有传完。请报送单位重新发送。',
  notFound: () => '找不到该文件，可能已被移走或改名。请核对路径后再试。',
  noPermission: () => '没有读取该文件的权限。请检查文件权限，或确认文件没有被其他程序独占。',
  notAFile: () => '这是文件夹或设备，不是文件。请指定一个 Excel 文件。',
  readFailed: () => '读取文件时出错，磁盘或网络位置可能已断开。请复制到本机后再试。',
  text: () => `这是文本文件，不是 Excel 工作簿。${RESEND}`,
  csv: () => '这是 CSV 文本文件，不是 Excel 工作簿。请报送单位在 Excel 中打开，另存为 .xlsx 后重新报送。',
  html: () => `这是网页（HTML）文件，只是扩展名写成了 Excel。${RESEND}`,
  xmlSpreadsheet: () => `这是 XML 格式的旧式表格，不是 Excel 工作簿。${RESEND}`,
  password: () => '文件设有打开密码，无法读取。请报送单位取消密码后重新报送。',
  ancient: () => `这是 Excel 4.0 或更早版本的文件，无法确认内容是否完整。${RESEND}`,
  wpsTable: () => '这是 WPS 表格专用格式（.et）。请报送单位在 WPS 中另存为 .xlsx 后重新报送。',
  wpsText: () => '这是 WPS 文字文件，不是表格。请报送单位确认发送的是 Excel 报表。',
  word: () => '这是 Word 文档，不是 Excel 工作簿。请报送单位确认发送的是 Excel 报表。',
  powerPoint: () => '这是演示文稿，不是 Excel 工作簿。请报送单位确认发送的是 Excel 报表。',
  openDocument: () => `这是 OpenDocument 表格（.ods），暂不支持。${RESEND}`,
  openDocumentOther: () => '这是 OpenDocument 文档，不是 Excel 工作簿。请报送单位确认发送的是 Excel 报表。',
  otherOffice: () => `这是其他办公软件的文件，不是 Excel 工作簿。${RESEND}`,
  pdf: () => '这是 PDF 文件，无法读取其中的表格。请报送单位发送 Excel 原件。',
  ofd: () => '这是 OFD 版式文件，无法读取其中的表格。请报送单位发送 Excel 原件。',
  image: () => '这是图片，无法读取其中的表格。请报送单位发送 Excel 原件。',
  archive: () => '这是压缩包，不是 Excel 工作簿。请先解压，再逐个选择其中的 Excel 文件。',
  unknownFormat: () => `无法识别的文件格式，不是 Excel 工作簿。${RESEND}`,
  truncated: () => '文件不完整，可能没有传完。请报送单位重新发送。',
  damaged: () => `文件已损坏，无法读取。${RESEND}`,
  incomplete: () =>
    '旧格式（.xls）文件的内部记录前后不符，可能缺少部分单元格，没有采用。请报送单位用 Excel 或 WPS 打开原文件，核对内容齐全后另存为 .xlsx 重新报送。',
  encoding: () =>
    '旧格式（.xls）文件的文字编码无法识别，中文会成乱码，没有采用。请报送单位用 Excel 或 WPS 打开原文件，核对文字无误后另存为 .xlsx 重新报送。',
  checksum: () => '文件内容与校验码不符，传送中可能已损坏。请报送单位重新发送。',
  tooManyEntries: (detail: string) => `文件内部条目过多（${detail}），不是正常的 Excel 工作簿。${RESEND}`,
  bomb: () => `文件解压后异常庞大，疑似恶意文件，已拒绝打开。${RESEND}`,
  suspiciousPackage: () => `文件内部结构异常，疑似被篡改，已拒绝打开。${RESEND}`,
  doctype: () => `文件内含不允许的 DOCTYPE 声明，疑似恶意文件，已拒绝打开。${RESEND}`,
  tooDeep: () => `文件内部嵌套过深，不是正常的 Excel 工作簿。${RESEND}`,
  tooManySheets: (detail: string) => `工作表过多（${detail}），无法读取。请报送单位只保留需要报送的工作表。`,
  sameSheetName: (detail: string) => `有多个工作表都叫“${detail}”，无法分清。请报送单位改成不同的名称后重新报送。`,
  tooSpread: (detail: string) =>
    `工作表“${detail}”的内容分布范围过大，无法读取。请报送单位删除远离表格的零散内容后重新报送。`,
  tooManyMerges: (detail: string) => `工作表“${detail}”的合并单元格过多，无法读取。${RESEND}`,
  tooManyStrings: () => `文件中的文字条目过多，无法读取。${RESEND}`,
  tooManyStyles: () => `文件中的单元格样式过多，无法读取。${RESEND}`,
  tooManyFormulas: (detail: string) =>
    `工作表“${detail}”的公式过多或过长，无法读取。请报送单位将公式粘贴为数值后重新报送。`,
  noSheets: () => '文件中没有任何工作表。请报送单位确认发送的是 Excel 报表。',
  brokenSheet: (detail: string) => `工作表“${detail}”已损坏，无法读取。${RESEND}`,
  unreadable: () => `文件无法读取，可能已损坏。${RESEND}`,
  timeout: (detail: string) => `读取超过 ${detail} 秒仍未完成，已停止。请报送单位删除无关内容后重新报送。`,
  outOfMemory: () => '读取该文件所需内存超出限制，已停止。请报送单位删除无关内容后重新报送。',
  crashed: () => '处理该文件的进程意外退出。请重试；仍不行请报送单位另存为 .xlsx 后重新报送。',
  cancelled: () => '已取消。',
} as const satisfies Record<string, (detail: string) => string>;

export function failure(code: FailureCode, detail = ''): OpenFailure {
  return { ok: false, code, message: MESSAGES[code](detail) };
}

/**
 * Thrown inside this folder to leave a parser from any depth; `openFile` turns it into a value.
 * It never leaves `src/files`.
 */
export class Refusal extends Error {
  constructor(
    readonly code: FailureCode,
    readonly detail = '',
  ) {
    super(code);
  }
}
