import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports, combineSources, REPORT_IDS, summaryText, type ReportInput } from '../../src/reports';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { shown } from './made-up-workbook';

/** A workbook with one school, which says whose it is or not (合成数据). */
function workbookOfUnit(unit: string | null) {
  return workbookOf([
    sheetFromGrid('附件2', [
      ['学校建设项目表（合成数据）'],
      [unit === null ? null : `填报单位：${unit}`],
      ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '建设主体', '项目状态'],
      ['二、初中'],
      [1, '宜阳二中', 54, 2700, null, '在建'],
    ]),
    sheetFromGrid('目标', [
      ['序号', '指标名称', '计量单位', '目标', '本期完成'],
      [1, '新增学位总数', '万个', 5.18, 1.2],
    ]),
  ]);
}

function inputOf(...units: readonly (string | null)[]): ReportInput {
  const sources = units.map((unit, i) => ({
    name: `${i + 1}.xlsx`,
    recognition: recognizeWorkbook(workbookOfUnit(unit), yichunPlan),
    audit: null,
  }));
  return { ...combineSources(sources), plan: yichunPlan, snapshot: workbookOf([]), madeOn: '2023-07-01' };
}

/** The lines that say whose figures the reports hold, each once. */
function senders(...units: readonly (string | null)[]): readonly string[] {
  const ids = REPORT_IDS.filter((id) => id !== '报送情况');
  const texts = buildReports(inputOf(...units), ids).flatMap(({ cells }) => cells.map((cell) => String(shown(cell))));
  return [...new Set(texts.filter((text) => text.startsWith('填报单位')))];
}

describe('the line 填报单位 of reports on several workbooks', () => {
  test.each([
    { name: 'two units are both named', units: ['袁州区', '宜阳新区'], says: '袁州区、宜阳新区（2个单位汇总）' },
    { name: 'one unit’s two workbooks are that unit’s', units: ['袁州区', '袁州区'], says: '袁州区' },
    {
      name: 'units outside the plan are named as they write themselves',
      units: ['合成学校', '合成学校'],
      says: '合成学校',
    },
    {
      name: 'a workbook that names nobody is counted, not ascribed to the others',
      units: ['袁州区', null],
      says: '袁州区（另1份材料未写明单位）',
    },
    {
      name: 'what is unknown beside several is counted as well',
      units: ['袁州区', null, '经开区', null],
      says: '袁州区、经开区（2个单位汇总，另2份材料未写明单位）',
    },
    {
      name: 'of many units the first five are named',
      units: ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区', '合成学校'],
      says: '市本级、袁州区、宜阳新区、经开区、明月山区等（6个单位汇总）',
    },
    { name: 'where no workbook says a name the line stays open', units: [null, null], says: '____________' },
  ])('$name', ({ units, says }) => {
    expect(senders(...units)).toEqual([`填报单位：${says}`]);
  });

  test('the overview says whose sum is held against the plan’s targets', () => {
    expect(summaryText(inputOf('袁州区', '宜阳新区'))).toContain('完成数为所列单位上报数的合计');
    expect(summaryText(inputOf('袁州区', '袁州区'))).toContain('完成数为本单位上报数');
    expect(summaryText(inputOf(null, null))).not.toContain('完成数为');
  });
});
