import { join } from 'node:path';
import { auditWorkbook } from '../../src/audit';
import { readWorkbookFile } from '../../src/files/node';
import { yichunPlan } from '../../src/plan';
import {
  applyEdits,
  areaName,
  contentOf,
  parseArea,
  serialOfDay,
  setContent,
  type CellValue,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook';

const SAMPLE = join(__dirname, '../../samples/合成数据-袁州区-2023年6月-无误.xlsx');
const day = (year: number, month: number, date: number): number => serialOfDay(year, month, date);

let sample: WorkbookSnapshot;
beforeAll(async () => {
  const opened = await readWorkbookFile(SAMPLE);
  if (!opened.ok) throw new Error(opened.message);
  sample = opened.snapshot;
});

/** As a program that writes files but does not calculate leaves it: what depends on a changed cell is not stale but open. */
function uncalculated(sheet: SheetSnapshot): SheetSnapshot {
  const values = [...sheet.values];
  for (const index of sheet.formulas.keys()) values[index] = null;
  return { ...sheet, values };
}

function audited(cells: Readonly<Record<string, CellValue>>): readonly string[] {
  const edits = Object.entries(cells).map(([place, value]) => {
    const [sheet = '', cell = ''] = place.split('!');
    const area = parseArea(cell);
    if (!area) throw new Error(place);
    const isFormula = typeof value === 'string' && value.startsWith('=');
    const content = isFormula ? ({ kind: 'formula', formula: value } as const) : contentOf(value);
    return setContent({ sheet, row: area.top, column: area.left }, content);
  });
  const changed = applyEdits(sample, edits);
  if (!changed.ok) throw new Error('the sample cannot be changed');
  const workbook = { ...changed.value, sheets: changed.value.sheets.map(uncalculated) };
  return auditWorkbook(workbook, yichunPlan)
    .findings.filter(({ rule }) => rule !== 'P04')
    .map(({ rule, place }) => `${rule} ${place.sheet ?? ''}${place.area ? `!${areaName(place.area)}` : ''}`);
}

test('the sample without a fault gives no finding', () => expect(audited({})).toEqual([]));

/** What a clerk gets wrong, and the one cell to which the audit points. */
const FAULTS: readonly (readonly [what: string, cells: Readonly<Record<string, CellValue>>, finding: string])[] = [
  ['学位存成文本', { '附件2!D10': '1500' }, 'V01 附件2!D10'],
  ['学位带着单位', { '附件2!D10': '1500个' }, 'V04 附件2!D10'],
  ['学位带千分位逗号', { '附件2!D10': '1,500' }, 'V05 附件2!D10'],
  ['投资用了全角数字', { '附件2!N14': '５１００' }, 'V02 附件2!N14'],
  ['投资写成负数', { '附件2!N15': -150 }, 'V06 附件2!N15'],
  ['班数带小数', { '附件2!C16': 18.5 }, 'V07 附件2!C16'],
  ['学位多一个0', { '附件2!D16': 8100 }, 'A05 附件2!D16'],
  ['学位按万填', { '附件2!D16': 0.081 }, 'V07 附件2!D16'],
  ['用地按平方米填', { '附件2!E16': 14467 }, 'X06 附件2!E16'],
  ['投资按元填', { '附件2!N16': 43000000 }, 'X06 附件2!N16'],
  ['学位与方案差一位', { '附件2!D14': 1640 }, 'P03 附件2!D14'],
  ['日期是文本', { '附件2!J9': '2022-11-08' }, 'V09 附件2!J9'],
  ['不存在的日期', { '附件2!J9': '2022-02-30' }, 'V08 附件2!J9'],
  ['开工晚于计划和实际完工', { '附件2!J17': day(2023, 6, 10) }, 'C01 附件2!J17'],
  ['已投入使用的退回前期', { '附件2!I20': '前期' }, 'C01 附件2!I20'],
  ['在建的写成未开工', { '附件2!I9': '未开工' }, 'C01 附件2!I9'],
  ['投入使用而没有完工日期', { '附件2!L20': null }, 'C01 附件2!L20'],
  ['小计手填错', { '附件2!D13': 4950 }, 'A02 附件2!D13'],
  ['小计公式漏一行', { '附件2!D13': '=SUM(D14:D16)' }, 'F02 附件2!D13'],
  ['小计公式加了别的列', { '附件2!D13': '=SUM(C14:C17)' }, 'F02 附件2!D13'],
  ['小计公式夹带数字', { '附件2!D13': '=SUM(D14:D17)+100' }, 'F04 附件2!D13'],
  ['小计公式引用自己', { '附件2!D13': '=SUM(D13:D17)' }, 'F06 附件2!D13'],
  ['合计公式漏一段', { '附件2!D24': '=D5+D8+D13' }, 'F02 附件2!D24'],
  ['合计把小计和明细都加了', { '附件2!D24': '=SUM(D5:D23)' }, 'F03 附件2!D24'],
  ['合计引用的单元格已删除', { '附件2!D24': '=D5+#REF!' }, 'S12 附件2!D24'],
  ['校名写错一字', { '附件2!B14': '宜春市袁何小学' }, 'P01 附件2!B14'],
  ['同一所学校写了两次', { '附件2!B15': '北湖学校（暂名）' }, 'D01 附件2!B15'],
  ['建设主体写错字', { '附件2!F16': '袁洲区' }, 'V12 附件2!F16'],
  ['建设主体是别的区', { '附件2!F16': '宜阳新区' }, 'X04 附件2!F16'],
  ['序号跳号', { '附件2!A16': 5 }, 'A12 附件2!A16'],
  ['学段标题丢了', { '附件2!A12': null }, 'S09 附件2!A12'],
  ['学位空着', { '附件2!D16': null }, 'V15 附件2!D16'],
  ['目标值被改', { '目标完成情况!D5': 98 }, 'P10 目标完成情况!D5'],
  ['百分数填成小数', { '目标完成情况!F4': 0.904 }, 'V14 目标完成情况!F4'],
  ['完成率引用了上年完成', { '目标完成情况!G5': '=ROUND(E5/D5*100,1)' }, 'A09 目标完成情况!G5'],
  ['责任部门写错字', { '附件1!C5': '市委组织部\n市委宜传部' }, 'P08 附件1!C5'],
  ['举措空着', { '附件1!B6': null }, 'V15 附件1!B6'],
  [
    '举措抄成上一条',
    { '附件1!B6': '2.提升党建“三化”水平。巩固提升学校党建“三化”建设水平，打造特色党建品牌。' },
    'D05 附件1!B6',
  ],
  ['进展写未启动而状态已完成', { '附件1!E6': '已完成', '附件1!D6': '尚未启动' }, 'C02 附件1!E6'],
  ['经费多四个零', { '附件3!D6': 600000 }, 'X06 附件3!D6'],
  ['经费改大，合计不再是方案的', { '附件3!D6': 600 }, 'P09 附件3!D14'],
  ['支出超过安排', { '附件3!F6': 90 }, 'A08 附件3!F6'],
  ['结余公式引用错列', { '附件3!H6': '=D6-E6' }, 'F01 附件3!H6'],
  ['经费项目抄成上一项', { '附件3!B6': '教师队伍素质提升专项' }, 'D05 附件3!B6'],
  ['合计公式漏最后一行', { '附件3!D14': '=SUM(D4:D12)' }, 'F02 附件3!D14'],
  ['封面是别的单位', { '封面!B2': '宜阳新区教体局' }, 'X07 封面!B2'],
  ['封面是上月的报告期', { '封面!B3': '2023年5月' }, 'X07 封面!B3'],
  ['填报日期还是上年的', { '封面!B7': '2022年6月28日' }, 'V10 封面!B7'],
  ['用地表头的单位改了', { '附件2!E3': '规划用地（㎡）' }, 'S05 附件2!E3'],
  ['两列表头写反', { '附件2!C3': '规划学位（个）', '附件2!D3': '规划班数（个）' }, 'S14 附件2!C3:D3'],
];

describe('one fault, one finding, at the cell to change', () => {
  test.each(FAULTS)('%s', (_, cells, finding) => expect(audited(cells)).toEqual([finding]));
});
