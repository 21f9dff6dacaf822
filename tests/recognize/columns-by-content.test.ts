import { recognizeWorkbook } from '../../src/recognize';
import { yichunPlan as plan } from '../../src/plan';
import { sheetFromGrid, workbookOf, type Area, type CellValue } from '../../src/workbook';

/** Columns whose words leave open what they are: what stands below, above and beside them decides. 合成数据. */
const NAMES = ['江丰小学', '枫林小学', '金园小学', '数圆小学'];

function fieldsOf(
  head: readonly (readonly CellValue[])[],
  rows: readonly (readonly CellValue[])[],
  merges: readonly Area[] = [],
) {
  const grid = [...head, ...rows.map((row, i) => [NAMES[i] ?? null, ...row])];
  const recognition = recognizeWorkbook(workbookOf([sheetFromGrid('学校', grid, { merges })]), plan);
  const [table] = recognition.tables;
  return {
    kind: table?.kind,
    of: (header: string) => table?.columns.find((column) => column.header.endsWith(header))?.field ?? null,
  };
}

test('阶段 is a stage or a state of building', () => {
  const states = fieldsOf(
    [['学校名称', '学位', '阶段']],
    [
      [810, '施工'],
      [540, '完工'],
      [540, '前期'],
      [720, '施工'],
    ],
  );
  expect(states.of('阶段')).toBe('status');
  const stages = fieldsOf(
    [['学校名称', '学位', '阶段']],
    [
      [810, '小学'],
      [540, '小学'],
      [540, '初中'],
      [720, '小学'],
    ],
  );
  expect(stages.of('阶段')).toBe('stage');
});

test('动工情况 in short words is the state, in sentences a note', () => {
  const states = fieldsOf(
    [['学校名称', '学位', '动工情况']],
    [
      [810, '未动工'],
      [540, '已动工'],
      [540, '主体封顶'],
    ],
  );
  expect(states.of('动工情况')).toBe('status');
  const notes = fieldsOf(
    [['学校名称', '学位', '动工情况']],
    [
      [810, '已完成场地平整，正在办理施工许可'],
      [540, '教学楼主体施工至三层，食堂基础完成'],
    ],
  );
  expect(notes.of('动工情况')).toBe('progressNote');
});

test('业主 is the builder where builders stand below it, and nobody known where companies do', () => {
  const builders = fieldsOf(
    [['学校名称', '学位', '业主']],
    [
      [810, '袁州区'],
      [540, '经开区'],
      [540, '市本级'],
    ],
  );
  expect(builders.of('业主')).toBe('builder');
  const companies = fieldsOf(
    [['学校名称', '学位', '业主']],
    [
      [810, '城投公司'],
      [540, '城建公司'],
      [540, '某局'],
    ],
  );
  expect(companies.of('业主')).toBeNull();
});

test('the state and the share of progress stand side by side, in a list of one school as well', () => {
  const one = fieldsOf([['学校名称', '学位', '建设进度', '形象进度（%）', '完成率']], [[810, '主体封顶', 57, 0.5]]);
  expect([one.of('建设进度'), one.of('形象进度（%）'), one.of('完成率')]).toEqual(['status', 'progressShare', 'rate']);
  const grouped = fieldsOf(
    [
      ['学校名称', '学位', '形象进度', null],
      [null, null, '状态', '百分比'],
    ],
    [
      [810, '在建', 34],
      [540, '主体封顶', 61],
      [540, '未开工', 0],
    ],
    [
      { top: 0, bottom: 1, left: 0, right: 0 },
      { top: 0, bottom: 1, left: 1, right: 1 },
      { top: 0, bottom: 0, left: 2, right: 3 },
    ],
  );
  expect([grouped.of('状态'), grouped.of('百分比')]).toEqual(['status', 'progressShare']);
});

test('累计完成 is money where the table counts money and speaks of it', () => {
  const head = [['单位：个、万元'], ['学校名称', '学位', '总投资', '上年末累计', '本年完成', '累计完成']];
  const money = fieldsOf(head, [
    [810, 4000, 1200, 300, 1500],
    [540, 3000, 0, 100, 100],
  ]);
  expect([money.of('上年末累计'), money.of('本年完成'), money.of('累计完成')]).toEqual([
    'investedBefore',
    'investedThisYear',
    'invested',
  ]);
  const other = fieldsOf(
    [['单位：个、万元'], ['学校名称', '学位', '上年末累计']],
    [
      [810, 300],
      [540, 0],
    ],
  );
  expect(other.of('上年末累计')).toBeNull();
});

test('新增学位 beside 学位数 is what was formed where many schools have none', () => {
  const formed = fieldsOf(
    [['学校名称', '学位数', '新增学位']],
    [
      [810, 0],
      [540, 540],
      [540, 0],
      [720, 0],
    ],
  );
  expect(formed.of('新增学位')).toBe('formedSeats');
  const added = fieldsOf(
    [['学校名称', '学位数', '新增学位']],
    [
      [810, 300],
      [540, 540],
      [540, 200],
      [720, 720],
    ],
  );
  expect(added.of('新增学位')).toBeNull();
});

test('what was paid for each school is a list of schools, whatever it calls them', () => {
  const paid = fieldsOf(
    [['项目名称', '总投资（万元）', '以前年度支付（万元）', '累计支付（万元）', '支付率']],
    [
      [4000, 1200, 1500, 0.375],
      [3000, 0, 100, 0.033],
      [5000, 800, 900, 0.18],
    ],
  );
  expect(paid.kind).toBe('schools');
  expect(paid.of('总投资（万元）')).toBe('plannedInvestment');
});
