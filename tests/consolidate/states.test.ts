import { consolidate, type ConsolidationInput } from '../../src/consolidate';
import { plan, submission, type MadeUpFile } from './made-up';

const one = (extra: Partial<MadeUpFile> = {}) =>
  submission({ unit: '袁州区', period: '2023年6月', rows: [[1, '数圆小学', 24, 1080, 20, '袁州区', null]], ...extra });
const failed = (fileName: string): ConsolidationInput => ({
  status: 'failed',
  fileName,
  receivedOn: '2023-07-01',
  code: 'truncated',
  message: '文件不完整，可能没有传完。请报送单位重新发送。',
});
const stateOf = (files: readonly ConsolidationInput[], unit = '袁州区') =>
  consolidate(files, plan).units.find((status) => status.unit === unit);

describe('the state of a unit', () => {
  it('is 未报 for every unit of the plan that sent nothing', () => {
    expect(consolidate([one()], plan).units.map(({ unit, state }) => [unit, state])).toEqual([
      ['市本级', '未报'],
      ['袁州区', '通过'],
      ['宜阳新区', '未报'],
      ['经开区', '未报'],
      ['明月山区', '未报'],
    ]);
  });

  it.each([
    ['通过', { verdict: 'pass', counts: { error: 0, warning: 2, info: 1, explained: 2 } }, ''],
    ['已报', { verdict: 'explain', counts: { error: 0, warning: 2, info: 0, explained: 1 } }, '1项核实性'],
    ['退回', { verdict: 'mend', counts: { error: 3, warning: 0, info: 0, explained: 0 } }, '3项强制性'],
  ] as const)('is %s by its audit', (state, audit, reason) => {
    expect(stateOf([one({ audit })])).toMatchObject({ state, reason: expect.stringContaining(reason) });
  });

  it('is 零报送 only where the unit says so; an empty form is 退回', () => {
    const empty = one({ rows: [], fileName: '袁州区.xlsx' });
    const zero = one({ rows: [['零报送']], fileName: '袁州区.xlsx' });
    expect(stateOf([empty])).toMatchObject({
      state: '退回',
      reason: expect.stringContaining('没有找到可以汇总的内容'),
    });
    expect(stateOf([zero])).toMatchObject({ state: '零报送', reason: '' });
    const explained = one({ rows: [['确无内容的单位须零报送']] });
    expect(stateOf([explained])).toMatchObject({ state: '退回' });
  });

  it('is 退回, with the words of the failure, where its only file cannot be opened', () => {
    expect(stateOf([failed('袁州区报表.xlsx')])).toMatchObject({
      state: '退回',
      files: [],
      times: 1,
      reason: expect.stringContaining('没有传完'),
    });
  });

  it('does not suffer from a broken file beside a good one; both are listed', () => {
    const outcome = consolidate([failed('袁州区1.xlsx'), one()], plan);
    expect(outcome.units.find(({ unit }) => unit === '袁州区')).toMatchObject({ state: '通过', times: 2 });
    expect(outcome.files.filter(({ unit }) => unit === '袁州区').map(({ fate }) => fate)).toEqual([
      'standing',
      'failed',
    ]);
  });

  it('never lets an empty newer file push out a filled older one', () => {
    const empty = one({ rows: [], fileName: '袁州区_新.xlsx', receivedOn: '2023-07-09' });
    expect(consolidate([one(), empty], plan).rows.find(({ name }) => name === '数圆小学')?.units).toEqual(['袁州区']);
  });

  it('knows last month’s table from a late one', () => {
    const may = one({ period: '2023年5月', fileName: '袁州区_5月.xlsx' });
    const others = ['经开区', '宜阳新区'].map((unit) =>
      one({ unit, rows: [[1, unit === '经开区' ? '江丰小学' : '枫林小学', 1, 1, 1, unit, null]] }),
    );
    expect(stateOf([may, ...others])).toMatchObject({ state: '退回', reason: expect.stringContaining('请改报本期') });
    const before = consolidate([may], plan);
    expect(consolidate(others, plan, before.state).units.find(({ unit }) => unit === '袁州区')).toMatchObject({
      state: '未报',
    });
  });
});

describe('files of nobody', () => {
  it('are listed under their names and still counted', () => {
    const outcome = consolidate(
      [submission({ fileName: '报表.xlsx', rows: [[1, '数圆小学', 24, 1080, 20, null, null]] }), failed('x.xlsx')],
      plan,
    );
    expect(outcome.units.filter(({ isExpected }) => !isExpected).map(({ unit }) => unit)).toEqual([
      '单位不明（x.xlsx）',
      '单位不明（报表.xlsx）',
    ]);
    expect(outcome.rows.find(({ name }) => name === '数圆小学')?.figures.plannedSeats?.value).toBe(1080);
  });
});
