import type { CellContent, SheetSpec } from '../../src/workbook';
import { recalculated } from './recalculate';
import { replaceCell } from './sheet-maker';

/** A fault put into the sample on purpose, and the rule that must find it at that cell. */
export interface SeededFault {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly rule: string;
  readonly what: string;
}

interface Seed {
  readonly sheet: string;
  /** Text in `column` that the row is found by. */
  readonly row: string;
  readonly column: number;
  readonly content: CellContent;
  readonly rule: string;
  readonly what: string;
}

const text = (value: string): CellContent => ({ kind: 'value', value });
const number = (value: number): CellContent => ({ kind: 'value', value });

const SEEDS: readonly Seed[] = [
  {
    sheet: '附件2',
    row: '北湖学校（暂名）',
    column: 3,
    content: text('1500'),
    rule: 'V01',
    what: '规划学位以文本存储，求和时不计入',
  },
  { sheet: '附件2', row: '江丰小学', column: 2, content: text('１８'), rule: 'V02', what: '规划班数用了全角数字' },
  {
    sheet: '附件2',
    row: '宜春市袁河小学',
    column: 3,
    content: number(1260),
    rule: 'P03',
    what: '规划学位 1620 误填为 1260（数字颠倒）',
  },
  {
    sheet: '附件2',
    row: '宜春市春华中学（暂名）',
    column: 5,
    content: text('袁洲区'),
    rule: 'V12',
    what: '建设主体写错字',
  },
  { sheet: '附件2', row: '北湖小学（暂名）', column: 13, content: number(-150), rule: 'V06', what: '完成投资为负数' },
  {
    sheet: '附件2',
    row: '赣西中等职业技术学校',
    column: 14,
    content: text(' 一期内外装修，二期主体已封顶。'),
    rule: 'V03',
    what: '文字前有空格',
  },
  {
    sheet: '附件2',
    row: '袁州区化成街道中心幼儿园',
    column: 4,
    content: text('—'),
    rule: 'V11',
    what: '用横线代替空格',
  },
  {
    sheet: '附件2',
    row: '袁州区下浦中心幼儿园',
    column: 12,
    content: number(540),
    rule: 'A11',
    what: '已形成学位 540 超过规划 450',
  },
  {
    sheet: '附件2',
    row: '宜春市第三小学',
    column: 11,
    content: { kind: 'empty' },
    rule: 'C01',
    what: '状态为已完工而没有完工日期',
  },
  {
    sheet: '附件2',
    row: '袁州区第二幼儿园（灵泉中心幼儿园）',
    column: 0,
    content: number(5),
    rule: 'A12',
    what: '序号不连续',
  },
  {
    sheet: '附件2',
    row: '袁州区中心幼儿园嘉豪分园',
    column: 9,
    content: text('2022.1.6'),
    rule: 'V09',
    what: '开工日期为文本',
  },
  {
    sheet: '附件2',
    row: '暂名袁山学校（八中分校）',
    column: 1,
    content: text('袁山实验中学'),
    rule: 'P01',
    what: '学校名称不在附件2名单',
  },
  {
    sheet: '附件3',
    row: '教育评价改革专项',
    column: 5,
    content: number(68),
    rule: 'A08',
    what: '已支出 68 万元超过安排 50 万元',
  },
  {
    sheet: '目标完成情况',
    row: '义务教育巩固率',
    column: 3,
    content: number(98),
    rule: 'P10',
    what: '目标值 97 被改为 98',
  },
];

/** Puts the faults in; sheets and the list of what was put where. */
export function withFaults(sheets: readonly SheetSpec[]): {
  readonly sheets: readonly SheetSpec[];
  readonly faults: readonly SeededFault[];
} {
  const faults: SeededFault[] = [];
  let changed = sheets;
  for (const seed of SEEDS) {
    const original = sheets.find((sheet) => sheet.name === seed.sheet);
    const anchor = original?.cells.find((cell) => cell.content.kind === 'value' && cell.content.value === seed.row);
    if (!anchor) throw new Error(`no row ${seed.row} on ${seed.sheet}`);
    changed = changed.map((sheet) =>
      sheet.name === seed.sheet ? replaceCell(sheet, anchor.row, seed.column, seed.content) : sheet,
    );
    faults.push({
      sheet: seed.sheet,
      cell: `${String.fromCharCode(65 + seed.column)}${anchor.row + 1}`,
      rule: seed.rule,
      what: seed.what,
    });
  }
  return { sheets: changed.map(recalculated), faults };
}
