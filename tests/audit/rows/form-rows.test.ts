import { FREE_PROFILE, type Profile } from '../../../src/audit';
import { submissionForm } from '../../../src/audit/rules/submission-form';
import { reportsOf } from '../rule-desk';

/** A list of schools with these cells above and below it. */
const list = (above: string, below = ''): string => `
  |   | A | B | C | D |
  | 1 | ${above} |
  | 2 | 序号 | 学校名称 | 规划班数 | 规划学位 |
  | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 |
  | 4 | 2 | 宜阳二中 | 54 | 2700 |
  | 5 | ${below} |`;
const of = (grid: string, more: Readonly<Record<string, string>> = {}, profile: Profile = FREE_PROFILE) =>
  reportsOf(submissionForm, { grid, more }, { profile }).map(({ message, level, found, expected }) =>
    [message, level, found, expected].filter((part) => part !== '').join(' '),
  );

describe('periods of several sheets', () => {
  const sheets = (...periods: readonly string[]) =>
    of(list(periods[0] ?? ''), Object.fromEntries(periods.slice(1).map((period, i) => [`表${i + 2}`, list(period)])));
  test.each<[readonly string[], readonly string[]]>([
    [['2023年6月', '2023年6月'], []],
    [['2023年6月', '2023年5月'], ['periods error 2023年5月 2023年6月']],
    [['2023年6月', '2022年6月'], ['periods error 2022年6月 2023年6月']],
    [['2023年6月', '2023年5月', '2023年5月'], ['periods error 2023年6月 2023年5月']],
    [
      ['2023年6月', '2023年5月', '2023年6月', '2023年5月'],
      ['periods error 2023年5月 2023年6月', 'periods error 2023年5月 2023年6月'],
    ],
    [['2023年第二季度', '2023年4月'], []],
    [['2023年4月', '2023年第二季度'], []],
    [['2023年第二季度', '2023年7月'], ['periods error 2023年7月 2023年第二季度']],
    [['2023年第二季度', '2023年第三季度'], ['periods error 2023年第三季度 2023年第二季度']],
    [['2023年第二季度', '2022年第二季度'], ['periods error 2022年第二季度 2023年第二季度']],
    [['合成数据', '2023年6月'], []],
  ])('%j', (periods, expected) => expect(sheets(...periods)).toEqual(expected));
});

describe('who hands in', () => {
  const by = (unit: string) => of(list(`填报单位：${unit}`, '填报人：张三'));
  test.each<[string, readonly string[]]>([
    ['袁州区', []],
    ['袁州区教体局', []],
    ['锦江新城管委会', ['strangeUnit warning 锦江新城管委会']],
    ['锦江新城', ['strangeUnit warning 锦江新城']],
    ['锦江投资公司', ['strangeUnit info 锦江投资公司']],
    ['锦江投资公司（盖章）', ['strangeUnit info 锦江投资公司']],
    ['锦江投资公司（本部）', ['strangeUnit info 锦江投资公司(本部)']],
    ['锦江（公司）新城', ['strangeUnit warning 锦江(公司)新城']],
    ['锦江规划局', ['strangeUnit info 锦江规划局']],
    ['局外人', ['strangeUnit warning 局外人']],
  ])('%s', (unit, expected) => expect(by(unit)).toEqual(expected));

  test('nobody, in what counts as handed in', () => {
    const submission = { ...FREE_PROFILE, isSubmission: true };
    expect(of(list('合成数据'))).toEqual([]);
    expect(of(list('合成数据'), {}, submission)).toEqual(['noUnit warning']);
    expect(of(list('合成数据', '填报人：张三'))).toEqual(['noUnit warning']);
    expect(of(list('合成数据', '填报人：张三'), {}, { ...FREE_PROFILE, isSubmission: false })).toEqual([]);
    expect(reportsOf(submissionForm, { grid: list('合成数据') }, { profile: submission, unit: '袁州区' })).toEqual([]);
  });

  test('which tables a profile asks for', () => {
    const asks: Profile = { ...FREE_PROFILE, isSubmission: true, requiredTables: ['schools', 'funds'] };
    const funds = '|   | A | B |\n| 1 | 项目名称 | 金额（万元） |\n| 2 | 教育教学质量奖 | 400 |';
    expect(of(list('填报单位：袁州区'), {}, asks)).toEqual([expect.stringMatching(/^noTable error /u)]);
    expect(of(list('填报单位：袁州区'), { 附件3: funds }, asks)).toEqual([]);
  });
});

describe('what was left open', () => {
  test.each<[string, readonly string[]]>([
    ['填报人：张三 | 审核人：李四', []],
    ['填报人： | 审核人：李四', ['open warning']],
    ['填报人：张三 | 联系电话：', ['open info']],
    ['填报人：张三 | 审核人：{{姓名}}', ['mark warning {{姓名}}']],
  ])('%s', (below, expected) => expect(of(list('填报单位：袁州区', below))).toEqual(expected));
});
