import { builder } from '../../../src/audit/rules/builder';
import { measureState } from '../../../src/audit/rules/measure-state';
import { reportingUnit } from '../../../src/audit/rules/reporting-unit';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, type Desk } from '../rule-desk';

type Row = readonly CellValue[];

describe('the builder of a school', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位 | 建设主体';
  const NAMES = ['合成甲学校', '合成乙学校', '合成丙学校', '合成丁学校', '合成戊学校'];
  const of = (names: readonly CellValue[], desk: Desk = {}, schools = NAMES) =>
    reportsOf(
      builder,
      { grid: gridOf(HEADER, ...names.map((name, i): Row => [schools[i] ?? '', 24, 1080, name])) },
      desk,
    ).map(({ message, level, id, found, expected, place: { area } }) =>
      [(area?.top ?? 0) + 1, message, level, id, found, expected].filter((part) => part !== '').join(' '),
    );
  test.each<[readonly CellValue[], readonly string[]]>([
    [['袁州区', '宜阳新区', '袁州区政府'], []],
    [['袁州区', '宜阳新区', '锦江新城'], ['4 unknown error V12 锦江新城']],
    [
      ['袁州区', '宜阳新区', '袁州区城建局'],
      [expect.stringMatching(/^4 unknown error V12 袁州区城建局/u) as unknown as string],
    ],
    [
      ['甲公司', '乙公司', '丙公司'],
      ['2 unknown warning V12 甲公司', '3 unknown warning V12 乙公司', '4 unknown warning V12 丙公司'],
    ],
    [
      ['甲公司', '乙公司'],
      ['2 unknown error V12 甲公司', '3 unknown error V12 乙公司'],
    ],
    [['袁州区', '宜阳新区', null], []],
    [['袁州区', '宜阳新区', '—'], []],
    [['袁州区', '宜阳新区', '/'], []],
    [['袁州区', '宜阳新区', '#REF!'], []],
    [['袁州区', '宜阳新区', '锦江/新城'], ['4 unknown error V12 锦江/新城']],
  ])('%j', (names, expected) => expect(of(names)).toEqual(expected));

  test('as the plan names it', () => {
    const plan = ['宜阳二中', '赣西中等职业技术学校', '江丰小学'];
    expect(of(['宜阳新区', '袁州区', '经开区'], {}, plan)).toEqual([]);
    expect(of(['宜阳新区管委会', '袁州区', '经开区'], {}, plan)).toEqual([]);
    expect(of(['袁州区', '袁州区', '经开区'], {}, plan)).toEqual(['2 otherThanPlan error P03 袁州区 宜阳新区']);
    expect(of(['锦江新城', '袁州区', '经开区'], {}, plan)).toEqual(['2 unknown error V12 锦江新城 宜阳新区']);
  });

  test('as the unit that reports, where more than half of the rows are its own', () => {
    const by = (unit: string, ...names: readonly string[]) => of(names, { unit });
    expect(by('袁州区', '袁州区', '袁州区', '宜阳新区')).toEqual(['4 otherThanUnit error X04 宜阳新区 袁州区']);
    expect(by('袁州区', '袁州区', '宜阳新区')).toEqual([]);
    expect(by('袁州区', '宜阳新区', '宜阳新区', '袁州区')).toEqual([]);
    expect(by('市本级', '市本级', '市本级', '市本级', '市本级', '袁州区')).toEqual([]);
    expect(
      of(['市本级', '市本级', '市本级', '市本级', '市本级', '袁州区'], { unit: '市本级' }, [...NAMES, '合成己学校']),
    ).toEqual(['7 otherThanUnit warning X04 袁州区 市本级']);
    expect(by('袁州区', '袁州区', '袁州区', '锦江新城')).toEqual(['4 unknown error V12 锦江新城']);
  });

  test('is chosen from the plan’s, what comes near first', () => {
    const choices = (name: string, desk: Desk = {}, school = NAMES[0] ?? '') => {
      const [one] = reportsOf(
        builder,
        {
          grid: gridOf(
            HEADER,
            [school, 24, 1080, name],
            ['合成乙学校', 24, 1080, '袁州区'],
            ['合成丙学校', 24, 1080, '袁州区'],
          ),
        },
        desk,
      );
      const fix = one?.repair?.();
      return fix?.kind === 'choice' ? fix.choices.map(({ label }) => label) : [];
    };
    expect(choices('锦江新城')).toEqual(['市本级', '袁州区', '宜阳新区', '经开区', '明月山区']);
    expect(choices('锦江新城', { unit: '经开区' })).toEqual(['经开区', '市本级', '袁州区', '宜阳新区', '明月山区']);
    expect(choices('开发区')).toEqual(['经开区', '市本级', '袁州区', '宜阳新区', '明月山区']);
    expect(choices('锦江新城', {}, '宜阳二中')).toEqual(['宜阳新区', '市本级', '袁州区', '经开区', '明月山区']);
    expect(choices('袁州区', {}, '宜阳二中')).toEqual(['宜阳新区']);
    expect(choices('宜阳新区', { unit: '袁州区' })).toEqual(['袁州区']);
  });
});

describe('the unit that a sheet states', () => {
  const schools = (line: string, builders: readonly [string, string], title = '学校建设项目表') =>
    `|   | A | B | C | D | E |\n| 1 | ${title} |\n| 2 | ${line} |\n| 3 | 序号 | 学校名称 | 规划班数 | 规划学位 | 建设主体 |\n| 4 | 1 | 合成甲学校 | 56 | 2800 | ${builders[0]} |\n| 5 | 2 | 合成乙学校 | 54 | 2700 | ${builders[1]} |`;
  const funds = (line: string, title = '经费安排表') =>
    `|   | A | B |\n| 1 | ${title} |\n| 2 | ${line} |\n| 3 | 项目名称 | 金额（万元） |\n| 4 | 教育教学质量奖 | 400 |\n| 5 | 教育信息化提升专项 | 100 |`;
  const of = (grid: string, more: Readonly<Record<string, string>> = {}, sheet = 'Sheet1') =>
    reportsOf(reportingUnit, { grid, more, sheet }).map(({ message, level, found, expected, place }) =>
      [place.sheet, message, level, found, expected].join(' '),
    );
  const by = (unit: string) => `填报单位：${unit}`;

  test.each<[string, string, readonly [string, string], string, readonly string[]]>([
    ['its own builder', '袁州区', ['袁州区', '袁州区'], '', []],
    ['another', '明月山区', ['袁州区', '袁州区'], '', ['Sheet1 otherBuilders warning 明月山区 袁州区']],
    ['two others', '明月山区', ['袁州区', '经开区'], '', ['Sheet1 otherBuilders warning 明月山区 袁州区、经开区']],
    ['one row of its own', '明月山区', ['袁州区', '明月山区'], '', []],
    ['one row that names any', '明月山区', ['袁州区', ''], '', []],
    ['the city’s', '明月山区', ['市本级', '市本级'], '', ['Sheet1 otherBuilders info 明月山区 市本级']],
    [
      'the city’s and another’s',
      '明月山区',
      ['市本级', '袁州区'],
      '',
      ['Sheet1 otherBuilders warning 明月山区 市本级、袁州区'],
    ],
    ['for the city', '市教体局', ['袁州区', '袁州区'], '', []],
    ['another one in the title', '宜阳新区', ['', ''], '袁州区学校表', ['Sheet1 otherTitle warning 宜阳新区 袁州区']],
    ['the city in the title', '宜阳新区', ['', ''], '宜春市本级学校表', []],
    ['itself in the title', '宜阳新区', ['', ''], '宜阳新区学校表', []],
    ['another one in the title, its own rows', '宜阳新区', ['宜阳新区', '宜阳新区'], '袁州区学校表', []],
    [
      'another one in the title, one row',
      '宜阳新区',
      ['宜阳新区', ''],
      '袁州区学校表',
      ['Sheet1 otherTitle warning 宜阳新区 袁州区'],
    ],
    ['nobody that builds', '合成局', ['袁州区', '袁州区'], '', []],
  ])('%s', (_, unit, builders, title, expected) =>
    expect(of(schools(by(unit), builders, title === '' ? undefined : title))).toEqual(expected),
  );

  test('the name of the sheet speaks as a title does', () => {
    expect(of(schools(by('宜阳新区'), ['', '']), {}, '袁州区')).toEqual(['袁州区 otherTitle warning 宜阳新区 袁州区']);
    expect(of(schools(by('宜阳新区'), ['', '']), {}, '宜阳新区')).toEqual([]);
  });

  test('several sheets agree, unless each has rows or a title of its own', () => {
    const none: readonly [string, string] = ['', ''];
    expect(of(schools(by('袁州区'), none), { 附件3: funds(by('袁州区')) })).toEqual([]);
    expect(of(schools(by('袁州区'), none), { 附件3: funds(by('宜阳新区')) })).toEqual([
      '附件3 otherSheets warning 宜阳新区 袁州区',
    ]);
    expect(of(schools(by('袁州区'), none), { 附件3: funds(by('宜阳新区'), '宜阳新区经费安排表') })).toEqual([]);
    expect(of(schools(by('袁州区'), none), { 附件3: funds(by('宜阳新区')), 附件4: funds(by('宜阳新区')) })).toEqual([
      'Sheet1 otherSheets warning 袁州区 宜阳新区',
    ]);
    expect(of(schools(by('袁州区'), none), { Sheet2: schools(by('宜阳新区'), none) })).toEqual([]);
    expect(
      of(schools(by('明月山区'), ['袁州区', '袁州区']), { 附件3: funds(by('袁州区')), 附件4: funds(by('袁州区')) }),
    ).toEqual(['Sheet1 otherBuilders warning 明月山区 袁州区']);
  });

  test('a cover speaks for the sheets that say nothing themselves', () => {
    const cover = (unit: string) => `|   | A |\n| 1 | 封面 |\n| 2 | ${by(unit)} |`;
    expect(of(cover('明月山区'), { 附件2: schools('', ['袁州区', '袁州区']) }, '封面')).toEqual([
      '封面 otherBuilders warning 明月山区 袁州区',
    ]);
    expect(of(cover('袁州区'), { 附件2: schools('', ['袁州区', '袁州区']) }, '封面')).toEqual([]);
    expect(
      of(cover('明月山区'), { 附件2: schools(by('袁州区'), ['袁州区', '袁州区']) }, '封面').map(
        (one) => one.split(' ')[1],
      ),
    ).not.toContain('otherBuilders');
  });
});

describe('the state of a measure', () => {
  const of = (...rows: readonly (readonly [state: CellValue, note: CellValue])[]) =>
    reportsOf(measureState, {
      grid: gridOf(
        '序号 | 工作举措 | 责任部门 | 推进情况 | 状态',
        ...rows.map(([state, note], i): Row => [i + 1, `合成的第${i + 1}条举措，与方案无关`, '合成局', note, state]),
      ),
      sheet: '附件1',
    }).map(({ message, id, found, place: { area } }) => [(area?.top ?? 0) + 1, message, id, found].join(' '));
  const filled = (...states: readonly CellValue[]) => of(...states.map((state) => [state, '已开展'] as const));
  test.each<[readonly CellValue[], readonly string[]]>([
    [['推进中', '推进中', '推进中', '推进中', '已完成', '已完成'], []],
    [['甲类', '甲类', '乙类', '乙类', '甲类', '丙类'], ['7 unknown V13 丙类']],
    [['甲类', '甲类', '乙类', '丙类', '丁类', '戊类'], []],
    [['甲类', '甲类', '甲类', '甲类', '乙类', '丙类', '丁类', '戊类', '己类'], []],
    [['甲类', '甲类', null, null, null, '丙类'], []],
  ])('%j', (states, expected) => expect(filled(...states)).toEqual(expected));

  test.each<[string, string, boolean]>([
    ['已完成', '尚未启动', true],
    ['已完成', '该项工作未开展', true],
    ['全部完成', '暂未实施', true],
    ['已办结', '尚未启动', true],
    ['已完成', '部分学校尚未启动', false],
    ['基本完成', '尚未启动', false],
    ['已完成', '已完成', false],
    ['未启动', '已完成', true],
    ['尚未开展', '各项工作均已完成全部任务', true],
    ['没有实施', '已办结', true],
    ['未启动', '已完成方案起草', false],
    ['未启动', '正在推进', true],
    ['推进中', '已完成', false],
  ])('%s beside %s: %p', (state, note, isAgainst) =>
    expect(
      of([state, note], ['推进中', '正在推进'], ['推进中', '正在推进']).filter((one) => one.includes('against')),
    ).toHaveLength(isAgainst ? 1 : 0),
  );
});
