import { statusDate } from '../../../src/audit/rules/status-date';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf } from '../rule-desk';

type Row = readonly CellValue[];

describe('a state against money and notes of progress', () => {
  const HEADER = '学校名称 | 规划学位 | 项目状态 | 总投资 | 完成投资 | 进展情况 | 已形成学位';
  const REST: readonly Row[] = [
    ['枫林小学', 540, '在建', 5000, 900, '正在施工', 0],
    ['数圆小学', 540, '在建', 5000, 900, '正在施工', 0],
    ['年坪小学', 180, '投入使用', 5000, 4900, '已招生', 180],
  ];
  const of = (
    state: CellValue,
    whole: CellValue,
    spent: CellValue,
    note: CellValue = null,
    formed: CellValue = 0,
    rest = REST,
  ) =>
    reportsOf(statusDate, { grid: gridOf(HEADER, ['江丰小学', 810, state, whole, spent, note, formed], ...rest) }).map(
      ({ message, level, found, place: { field } }) => `${field ?? ''} ${message} ${level} ${found}`,
    );
  test.each<[CellValue, CellValue, CellValue, readonly string[]]>([
    ['未开工', 5000, 0, []],
    ['未开工', 5000, 1250, ['invested money info 1250']],
    ['未开工', 5000, 1251, ['invested money warning 1251']],
    ['未开工', null, 1251, ['invested money info 1251']],
    ['前期', 5000, 1251, []],
    ['已完工', 5000, 0, ['invested noMoney warning 0']],
    ['投入使用', 5000, 0, ['invested noMoney warning 0']],
    ['在建', 5000, 0, []],
    ['已完工', 5000, null, []],
  ])('%s, %p planned, %p spent', (state, whole, spent, expected) =>
    expect(of(state, whole, spent, null, null)).toEqual(expected),
  );

  test('in a column that nobody fills nothing is missing', () => {
    const rest = REST.map((row) => row.map((cell, i) => (i === 4 ? 0 : cell)));
    expect(of('已完工', 5000, 0, null, 810, rest).filter((one) => one.includes('noMoney'))).toEqual([]);
  });

  test.each<[CellValue, string, boolean]>([
    ['在建', '未开工，正在协调', true],
    ['在建', '该项目尚未开工', true],
    ['在建', '目前，暂未动工', true],
    ['在建', '截至目前未启动', true],
    ['主体封顶', '项目还未实施', true],
    ['在建', '二期尚未开工', false],
    ['在建', '正在施工', false],
    ['前期', '未开工', false],
    ['未开工', '未开工', false],
    ['见备注', '未开工', false],
  ])('%s: “%s” speaks against it: %p', (state, note, isAgainst) =>
    expect(of(state, 5000, 100, note).filter((one) => one.includes(' note '))).toEqual(
      isAgainst ? [`status note warning ${String(state)}`] : [],
    ),
  );

  test.each<[CellValue, CellValue, readonly string[]]>([
    ['投入使用', 0, ['formedSeats noneFormed warning 0']],
    ['投入使用', 810, []],
    ['投入使用', null, []],
    ['已完工', 0, []],
    ['未开工', 5, ['formedSeats formed warning 5']],
    ['前期', 5, ['formedSeats formed warning 5']],
    ['在建', 5, []],
  ])('%s, %p seats formed', (state, formed, expected) =>
    expect(of(state, 5000, state === '未开工' ? 0 : 4000, null, formed)).toEqual(expected),
  );
  test('seats that no school has formed may not have been filled in yet', () => {
    const rest = REST.slice(0, 2);
    expect(of('投入使用', 5000, 4000, null, 0, rest)).toEqual(['formedSeats noneFormed info 0']);
  });
});
