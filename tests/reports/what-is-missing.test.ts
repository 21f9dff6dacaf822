import { auditWorkbook } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import { buildReports, REPORTS, summaryText, type ReportInput, type Submission } from '../../src/reports';
import { sheetFromGrid, workbookOf, type CellValue, type WorkbookSnapshot } from '../../src/workbook';
import { Sheets, shown } from './made-up-workbook';

function inputOf(snapshot: WorkbookSnapshot, more: Partial<ReportInput> = {}): ReportInput {
  const recognition = recognizeWorkbook(snapshot, yichunPlan);
  return { recognition, plan: yichunPlan, snapshot, audit: null, madeOn: '2023-07-01', ...more };
}

function schools(rows: readonly (readonly CellValue[])[], header: readonly string[] = HEADER): WorkbookSnapshot {
  return workbookOf([sheetFromGrid('附件2', [['学校建设项目表（合成数据）'], header, ...rows])]);
}
const HEADER = ['序号', '学校名称', '规划班数', '规划学位', '规划用地（亩）', '建设主体', '项目状态', '备注'];
const empty = workbookOf([sheetFromGrid('Sheet1', [[null]])]);

describe('an empty workbook', () => {
  const specs = buildReports(inputOf(empty), [...REPORTS.map(({ id }) => id)]);
  const sheets = new Sheets(specs);

  test('gives every report', () => {
    expect(specs.map(({ name }) => name)).toEqual(REPORTS.map(({ id }) => id));
  });

  test('shows no reported figure and no 0 in its place', () => {
    for (const column of [3, 5, 8, 9, 11, 12, 13, 14, 15]) {
      expect(sheets.at('分学段汇总', sheets.rowOf('分学段汇总', '合计'), column)).toBe('');
    }
    for (const column of [3, 4, 5, 6, 7]) {
      expect(sheets.at('经费安排及执行', sheets.rowOf('经费安排及执行', '合计'), column)).toBe('');
    }
    const zeros = specs
      .filter(({ name }) => !['按部门', '报送情况'].includes(name))
      .flatMap(({ name, cells }) =>
        cells.filter((cell) => shown(cell) === 0).map(({ row, column }) => [name, row, column]),
      );
    expect(zeros).toEqual([]);
  });

  test('still shows the plan, and says where the plan is silent', () => {
    const row = sheets.rowOf('分学段汇总', '专门学校');
    expect(sheets.at('分学段汇总', row, 4)).toBe('方案未列示');
    expect(sheets.at('分学段汇总', row, 7)).toBe(300);
    expect(sheets.at('分学段汇总', sheets.rowOf('分学段汇总', '高中阶段'), 6)).toBe(8300);
    expect(sheets.at('经费安排及执行', 4, 9)).toBe('方案为400万元');
    expect(sheets.at('经费安排及执行', 5, 9)).toBe('金额方案未列示');
  });

  test('draws no chart without figures, but the plan’s own', () => {
    expect(specs.flatMap(({ charts }) => charts.map(({ name }) => name))).toEqual(['目标与完成图']);
  });

  test('the overview says that nothing was reported', () => {
    const text = summaryText(inputOf(empty));
    expect(text).toContain('未见上报的学校建设项目');
    expect(text).toContain('各项安排金额未报');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });
});

describe('what a cell does not clearly say', () => {
  const sheets = new Sheets(
    buildReports(
      inputOf(
        schools([
          ['二、初中'],
          [1, '宜阳二中', '54个', '2700', 49.5, '宜阳新区', '在建', '基本完工'],
          [2, '春雨学校（暂名）', '约30', '1350+900', '—', null, null, null],
          [3, null, null, null, null, null, '说不清', null],
        ]),
      ),
    ),
  );
  const row = sheets.rowOf('分学段汇总', '初中');

  test('digits typed as text are counted, guesses are shown as they stand and left out', () => {
    expect(sheets.at('分学段汇总', row, 5)).toBe(54);
    expect(sheets.at('分学段汇总', row, 8)).toBe(2700);
    expect(sheets.at('项目进度台账', 5, 4)).toBe('约30');
    expect(sheets.at('项目进度台账', 5, 5)).toBe('1350+900');
    const notes = Array.from({ length: 12 }, (_, i) => String(sheets.at('项目进度台账', 7 + i, 0))).join('');
    expect(notes).toContain('有2格不是可计算的数字或日期');
  });

  test('a row without a name is a project; a sign for nothing is a blank', () => {
    expect(sheets.at('分学段汇总', row, 3)).toBe(3);
    expect(sheets.at('项目进度台账', 5, 6)).toBe('');
  });

  test('a status in no known words is not classed, and the report by builders says so', () => {
    expect(sheets.at('项目进度台账', 6, 20)).toBe('待归类');
    const total = sheets.rowOf('分建设主体汇总', '（建设主体未明）');
    expect(sheets.at('分建设主体汇总', total, 13)).toBe('状态未报或待归类2个');
  });

  test('without a column for the status the notes tell how far a school is, in all reports alike', () => {
    const header = ['序号', '学校名称', '规划学位', '建设主体', '本期进展', '备注'];
    const rows = [
      ['二、初中'],
      [1, '宜阳二中', 2700, '宜阳新区', null, '已完工'],
      [2, '春雨学校（暂名）', 630, '宜阳新区', '一期已完工，二期尚在施工。', '迁建'],
      [3, '北湖学校（暂名）', 1500, '宜阳新区', '按计划推进。', '改扩建'],
    ];
    const own = new Sheets(buildReports(inputOf(schools(rows, header))));
    expect([4, 5, 6].map((line) => own.at('项目进度台账', line, 20))).toEqual(['已完工', '在建', '']);
    const target = own.rowOf('目标完成情况', '新增学位-初中', 1);
    expect([own.at('目标完成情况', target, 5), own.at('目标完成情况', target, 10)]).toEqual([
      0.27,
      '按台账形象进度推算',
    ]);
    expect(own.at('目标差额', own.rowOf('目标差额', '新增学位-初中', 1), 4)).toBe(2700);
    expect(summaryText(inputOf(schools(rows, header)))).toContain('已完工（含投入使用）1个');
    const notes = Array.from({ length: 12 }, (_, i) => String(own.at('项目进度台账', 7 + i, 0))).join('');
    expect(notes).toContain('没有项目状态列的表，进度按本期进展、备注中的文字归类');
  });

  test('without a planned day nobody is called late', () => {
    expect(sheets.at('分建设主体汇总', sheets.rowOf('分建设主体汇总', '合计'), 12)).toBe('');
  });
});

describe('units', () => {
  test('万个 and ㎡ are counted in 个 and 亩', () => {
    const header = ['序号', '学校名称', '规划学位（万个）', '规划用地（㎡）', '建设主体'];
    const sheets = new Sheets(
      buildReports(inputOf(schools([['二、初中'], [1, '宜阳二中', 0.27, 20_000, '宜阳新区']], header))),
    );
    const row = sheets.rowOf('分建设主体汇总', '宜阳新区');
    expect(sheets.at('分建设主体汇总', row, 3)).toBe(2700);
    expect(sheets.at('分建设主体汇总', row, 4)).toBeCloseTo(30, 6);
  });
});

describe('the plan’s contradictions', () => {
  const sheets = new Sheets(buildReports(inputOf(empty)));

  test('stand beside the figures with the numbers of the notes', () => {
    const stage = (name: string) => sheets.at('分学段汇总', sheets.rowOf('分学段汇总', name), 16);
    expect(stage('其中：普通高中')).toContain('学位附件2比正文少100个（PN05');
    expect(stage('初中')).toContain('学校附件2比正文少1所');
    expect(stage('幼儿园')).toContain('学位附件2比正文少290个');
    expect(sheets.at('目标完成情况', sheets.rowOf('目标完成情况', '新增学位-普通高中', 1), 10)).toContain('PN05');
  });

  test('a school counted in one stage with seats of another has a line of its own', () => {
    const row = sheets.rowOf('分学段汇总', '其中：小学部');
    expect([sheets.at('分学段汇总', row, 4), sheets.at('分学段汇总', row, 7)]).toEqual([30, 1350]);
  });
});

describe('the audit report', () => {
  const snapshot = schools([
    ['二、初中'],
    ['小计：', null, 80, 4500, null, null, null, null],
    [1, '宜阳二中', 54, 2700, 49.5, '宜阳新区', '在建', null],
    [2, '宜春市春华中学（暂名）', 36, 1800, 40, '快完了', '快完了', null],
  ]);
  const audit = auditWorkbook(snapshot, yichunPlan);
  const spec = buildReports(inputOf(snapshot, { audit }), ['审核报告'])[0];
  const text = spec?.cells.map((cell) => String(shown(cell))) ?? [];

  test('states the verdict and the audit’s own counts', () => {
    expect(audit.counts.error).toBeGreaterThan(0);
    expect(text).toContain('结论：不通过（有强制项）');
    expect(text.some((line) => line.startsWith(`强制${audit.counts.error}项，核实${audit.counts.warning}项`))).toBe(
      true,
    );
  });

  test('lists errors first and every finding with its place', () => {
    const levels = spec?.cells.filter((cell) => cell.column === 1 && cell.role === 'bodyCentre').map(shown) ?? [];
    const order = ['强制', '核实', '提示'];
    expect(levels.map((level) => order.indexOf(String(level)))).toEqual(
      levels.map((level) => order.indexOf(String(level))).toSorted(),
    );
    const subtotal = audit.findings.find((finding) => finding.text.includes('小计') && finding.expected === '90');
    expect(subtotal).toBeDefined();
    expect(text).toContain(subtotal?.text);
  });
});

describe('who has handed in', () => {
  const one: Submission = {
    unit: '袁州区', period: '2023年6月', dueOn: '2023-06-25', handedInOn: '2023-06-28', times: 2, state: '退回',
    errors: 3, warnings: 1, explained: 0, returnReason: '小计不符', reminders: null, lastReminder: null,
    contact: null, phone: null,
  }; // prettier-ignore
  const sheets = new Sheets(buildReports(inputOf(empty, { submissions: [one] }), ['报送情况']));

  test('every unit of the plan has a line; late days are told in calendar days', () => {
    expect(yichunPlan.builders.map((builder) => sheets.rowOf('报送情况', builder.name, 1))).toEqual([4, 5, 6, 7, 8]);
    expect(sheets.at('报送情况', 5, 5)).toBe(3);
    expect(sheets.at('报送情况', 4, 5)).toBe('');
    expect(sheets.at('报送情况', 9, 0)).toBe('应报5，已报1（其中零报送0），通过0，退回1，未报4。');
  });
});
