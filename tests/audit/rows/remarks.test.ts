import { FREE_PROFILE } from '../../../src/audit';
import { kindRemark } from '../../../src/audit/rules/kind-remark';
import { mixedText } from '../../../src/audit/rules/mixed-text';
import { notWhole } from '../../../src/audit/rules/not-whole';
import { numberSign } from '../../../src/audit/rules/number-sign';
import { outsideNorms } from '../../../src/audit/rules/outside-norms';
import { phoneNumber } from '../../../src/audit/rules/phone-number';
import { placeholder } from '../../../src/audit/rules/placeholder';
import { remarkSplit } from '../../../src/audit/rules/remark-split';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said } from '../rule-desk';

type Row = readonly CellValue[];

describe('a remark that says how a school is made up', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位 | 备注';
  const of = (name: string, classes: CellValue, seats: CellValue, remark: string) =>
    said(remarkSplit, { grid: gridOf(HEADER, [name, classes, seats, remark], ['枫林小学', 12, 540, '小学']) });
  test.each<[CellValue, CellValue, string, readonly string[]]>([
    [48, 2250, '小学30班1350人；初中18班900人', []],
    [48, 2250, '小学30个班，1350人；初中18个班，约900人', []],
    [48, 2250, '小学30班（共1350个），初中18班（900个）', []],
    [48, 2250, '小学３０班１３５０人；初中１８班９００人', []],
    [50, 2250, '小学30班1350人；初中18班900人', ['B2 classes 50→48']],
    [48, 2300, '小学30班1350人；初中18班900人', ['C2 seats 2300→2250']],
    [50, 2300, '小学30班1350人；初中18班900人', ['B2 classes 50→48', 'C2 seats 2300→2250']],
    [null, 2250, '小学30班1350人；初中18班900人', []],
    [50, 2250, '小学30班1350人', []],
    [50, 2250, '小学30班；初中18班', []],
    [50, 2250, '小学一部、初中一部', []],
  ])('%p classes, %p seats: %s', (classes, seats, remark, expected) =>
    expect(of('合成学校', classes, seats, remark)).toEqual(expected),
  );
  test('that the plan has with these figures is the plan’s own', () => {
    const plan = '小学30班1350人；初中18班900人';
    expect(of('宜春市银岭学校（暂名）', 48, 2250, '小学30班1350人；初中19班900人')).toEqual(['D2 classes 48→49']);
    expect(of('宜春市银岭学校（暂名）', 48, 2250, '小学30班1350人；初中18班950人')).toEqual(['D2 seats 2250→2300']);
    expect(of('宜春市银岭学校（暂名）', 48, 2300, plan)).toEqual(['C2 seats 2300→2250']);
    // 12 and 15 classes of 156 and 180 pupils; 27 and 336 in all.
    expect(of('宜春市特殊教育学校', 27, 336, '学前12班，156人；高中14班，180人')).toEqual(['D2 classes 27→26']);
  });
  test('rests on the figure, and gives it its right value', () => {
    const [one] = reportsOf(remarkSplit, {
      grid: gridOf(HEADER, ['合成学校', 50, 2250, '小学30班1350人；初中18班900人'], ['枫林小学', 12, 540, null]),
    });
    expect(one).toMatchObject({ causes: { corrected: [48] }, leansOn: [{ columns: [1], rows: [1] }] });
    expect([one?.leansOn[0]?.has(1), one?.leansOn[0]?.has(2)]).toEqual([true, false]);
    expect(
      said(remarkSplit, {
        grid: gridOf('学校名称 | 规划学位（万个） | 备注', ['合成学校', 0.23, '小学30班1350人；初中18班900人']),
      }),
    ).toEqual(['B2 seats 0.23→2250']);
  });
});

describe('a school called new', () => {
  const of = (kind: string, remark: CellValue, name = '合成学校') =>
    reportsOf(kindRemark, {
      grid: gridOf(
        '学校名称 | 规划班数 | 规划学位 | 建设性质 | 备注',
        [name, 30, 1350, kind, remark],
        ['枫林小学', 12, 540, '新建', null],
      ),
    }).map(({ message, level, found }) => `${message} ${level} ${found}`);
  test.each<[string, CellValue, readonly string[]]>([
    ['新建', '扩建', ['differs warning 新建']],
    ['新建', '改扩建', ['differs warning 新建']],
    ['新建', '迁建', ['differs info 新建']],
    ['新建', '回购小区配套园', ['differs info 新建']],
    ['新建项目', '改造', ['differs info 新建项目']],
    ['新 建', '改造', ['differs info 新建']],
    ['改扩建', '扩建', []],
    ['新建、改扩建', '扩建', []],
    ['新建', '小区配建', []],
    ['新建', '随棚户区改造实施', []],
    ['新建', '随棚户区改造实施，原校扩建', ['differs warning 新建']],
    ['新建', '扩建，部分新建', []],
    ['新建', `扩建${'，其他情况另行说明'.repeat(5)}`, []],
    ['新建', null, []],
  ])('%s: %s', (kind, remark, expected) => expect(of(kind, remark)).toEqual(expected));
  test('where the row says nothing, by the plan’s remark', () => {
    expect(of('新建', null, '金园小学')).toEqual(['planDiffers info 新建']);
    expect(of('新建', '小区配建', '金园小学')).toEqual([]);
    const [one] = reportsOf(kindRemark, {
      grid: gridOf('学校名称 | 规划学位 | 建设性质', ['金园小学', 900, '新建'], ['枫林小学', 540, '新建']),
    });
    expect(one?.source).toContain('金园小学');
    expect(one?.leansOn).toMatchObject([{ columns: [2], rows: [1] }]);
  });
});

describe('telephone numbers', () => {
  const grid = (phone: string) => `
    |   | A | B | C | D |
    | 1 | 填报单位：袁州区 |
    | 2 | 序号 | 学校名称 | 规划班数 | 规划学位 |
    | 3 | 1 | 赣西中等职业技术学校 | 56 | 2800 |
    | 4 | 填报人：张三 |  | 联系电话：${phone} |`;
  const of = (phone: string) => said(phoneNumber, { grid: grid(phone) }).length;
  test.each([
    '13800001234', '+8613800001234', '86-13800001234', '138-0000-1234', '138 0000 1234', '0795-3250001', '(0795)3250001', '0795 3250001', '07953250001',
    '010-66000001', '(010)66000001', '02787650001', '3250001', '66000001', '400-800-1234', '4008001234', '8008001234', '0795-3250001-8012',
    '0795-3250001转8012', '13800001234、0795-3250001', '13800001234 0795-3250001', '1380000123413900001234', '138****1234', '138xxxx1234', '66012', '内线8012', '0795—3250001',
  ])('%s can be one', (phone) => expect(of(phone)).toBe(0)); // prettier-ignore
  test.each([
    '1380000123',
    '138000012345',
    '12800001234',
    '0795-32500',
    '0195-3250001',
    '1950001',
    '13800001234-',
    '9250001',
    '400-80-1234',
  ])('%s', (phone) => expect([of(phone), of(`${phone}（办公室）`)]).toEqual(phone.endsWith('-') ? [0, 0] : [1, 1]));
  test('in a column of their own, kept as numbers', () => {
    const column = (header: string, phone: CellValue) =>
      said(phoneNumber, {
        grid: gridOf(
          `学校名称 | 规划班数 | 规划学位 | ${header}`,
          ['江丰小学', 18, 810, phone],
          ['枫林小学', 12, 540, '13800001234'],
        ),
      });
    expect(column('联系电话', 13_800_001_234)).toEqual([]);
    expect(column('联系电话', 7_953_250_001)).toEqual([]);
    expect(column('手机', '7953250001')).toEqual(['D2 wrong 7953250001']);
    expect(column('座机', 1_380_000_123)).toEqual(['D2 wrong 1380000123']);
    expect(column('联系方式', '张三 1380000123')).toEqual(['D2 wrong 张三 1380000123']);
    expect(column('网址', '1380000123')).toEqual([]);
    expect(column('联系电话', null)).toEqual([]);
  });
});

describe('norms that stand outside of the plan', () => {
  const of = (stage: string, name: string, classes: CellValue, seats: CellValue, land: CellValue, norms = true) =>
    said(
      outsideNorms,
      {
        grid: gridOf(
          '学校名称 | 规划班数 | 规划学位 | 规划用地',
          [stage],
          [name, classes, seats, land],
          ['合成学校', 1, 20, 50],
        ),
      },
      { profile: { ...FREE_PROFILE, norms } },
    );
  const VOCATIONAL = '赣西中等职业技术学校';
  test.each<[string, string, CellValue, CellValue, CellValue, readonly string[]]>([
    ['一、高中阶段', VOCATIONAL, 56, 2800, 200, []],
    ['一、高中阶段', VOCATIONAL, 56, 2800, 138.6, []],
    ['一、高中阶段', VOCATIONAL, 56, 2800, 138.5, ['D3 land 33.0→33']],
    ['一、高中阶段', VOCATIONAL, 56, 2800, 100, ['D3 land 23.8→33']],
    ['一、高中阶段', '宜春市第十中学', 48, 2400, 50, []],
    ['一、高中阶段', VOCATIONAL, 56, 0, 100, []],
    ['一、高中阶段', VOCATIONAL, 56, null, 100, []],
    ['一、高中阶段', VOCATIONAL, 20, 2800, 200, []],
    ['三、小学', '合成小学', 10, 450, 20, []],
    ['三、小学', '合成小学', 10, 455, 20, []],
    ['三、小学', '合成小学', 10, 456, 20, ['C3 size 45.6→45']],
    ['三、小学', '合成小学', 0, 456, 20, []],
    ['三、小学', '合成小学', null, 456, 20, []],
    ['二、初中', '合成中学', 10, 505, 20, []],
    ['二、初中', '合成中学', 10, 506, 20, ['C3 size 50.6→50']],
    ['五、幼儿园', '合成幼儿园', 10, 356, 20, ['C3 size 35.6→35']],
  ])('%s %s of %p classes, %p seats on %p 亩', (stage, name, classes, seats, land, expected) =>
    expect(of(stage, name, classes, seats, land)).toEqual(expected),
  );
  test('are left out where the profile says so, and go by the school where no heading says the stage', () => {
    expect(of('三、小学', '合成小学', 10, 600, 20, false)).toEqual([]);
    const bare = (name: string) =>
      said(outsideNorms, { grid: gridOf('学校名称 | 规划班数 | 规划学位', [name, 10, 600], ['合成学校', 1, 20]) });
    expect(bare('江丰小学')).toEqual(['C2 size 60.0→45']);
    expect(bare('合成小学')).toEqual([]);
    const [one] = reportsOf(outsideNorms, {
      grid: gridOf('学校名称 | 规划班数 | 规划学位', ['江丰小学', 10, 600], ['合成学校', 1, 20]),
    });
    expect(one).toMatchObject({ merges: true, level: 'info', leansOn: [{ rows: [1] }] });
  });
});

describe('what stands for a number', () => {
  const HEADER = '学校名称 | 规划班数 | 规划学位 | 开工日期';
  const rows = (classes: CellValue, begun: CellValue = null): Row[] => [
    ['江丰小学', classes, 810, begun],
    ['枫林小学', 12, 540, null],
    ['合计', 30, 1350],
  ];
  const odd = (classes: CellValue, begun: CellValue = null) =>
    [placeholder, numberSign, notWhole, mixedText].flatMap((rule) =>
      said(rule, { grid: gridOf(HEADER, ...rows(classes, begun)) }),
    );
  test.each<[CellValue, readonly string[]]>([
    [18, []],
    [0, []],
    ['—', ['B2 number —']],
    ['无', ['B2 number 无']],
    [-18, ['B2 negative -18']],
    [18.5, ['B2 fraction 18.5']],
    [18.000_000_1, []],
    ['约18', ['B2 approximate 约18→18']],
    ['约-18', ['B2 unreadable 约-18']],
    ['18个', ['B2 withUnit 18个→18']],
    ['1O', ['B2 letterForDigit 1O→10']],
    ['10+8', ['B2 sum 10+8→18']],
    ['十八', ['B2 chineseDigits 十八→18']],
    ['待定', ['B2 number 待定']],
    ['见备注', ['B2 unreadable 见备注']],
    ["'18", []],
  ])('%p', (classes, expected) => expect(odd(classes)).toEqual(expected));
  test('dashes for dates', () => expect(odd(18, '—')).toEqual(['D2 date —']));

  test('how bad it is, and how it is mended', () => {
    const [dash] = reportsOf(placeholder, { grid: gridOf(HEADER, ...rows('—')) });
    expect(dash).toMatchObject({ level: 'warning', merges: true, causes: { corrected: [0], blocks: true } });
    expect(dash?.repair?.()).toMatchObject({
      choices: [
        { edits: [{ edit: { content: { kind: 'empty' } } }] },
        { edits: [{ edit: { content: { value: 0 } } }] },
      ],
    });
    const [date] = reportsOf(placeholder, { grid: gridOf(HEADER, ...rows(18, '—')) });
    expect(date).toMatchObject({ level: 'info', merges: true, causes: { blocks: true } });
    const [negative] = reportsOf(numberSign, { grid: gridOf(HEADER, ...rows(-18)) });
    expect(negative).toMatchObject({ causes: { corrected: [18] }, leansOn: [] });
    expect(negative?.repair?.()).toMatchObject({ choices: [{ edits: [{ edit: { content: { value: 18 } } }] }, {}] });
    const [total] = reportsOf(numberSign, {
      grid: gridOf(HEADER, ['江丰小学', 18, 810], ['枫林小学', 12, 540], ['合计', -30, 1350]),
    });
    expect(total?.leansOn).toMatchObject([{ columns: [1] }]);
    const parts = reportsOf(notWhole, {
      grid: gridOf(HEADER, ['江丰小学', 18.5, 810], ['枫林小学', 12, 540], ['合计', 30.5, 1350]),
    });
    expect(parts.map(({ stage, causes }) => [stage, causes])).toEqual([
      ['value', { blocks: true }],
      ['total', { blocks: true }],
    ]);
    const [unit] = reportsOf(mixedText, { grid: gridOf(HEADER, ...rows('18个')) });
    expect(unit).toMatchObject({ level: 'error', merges: true, causes: { corrected: [18] } });
    expect(unit?.repair?.()?.kind).toBe('auto');
    const [about] = reportsOf(mixedText, { grid: gridOf(HEADER, ...rows('约18')) });
    expect(about).toMatchObject({ level: 'error', merges: false });
    expect(about?.repair?.()).toMatchObject({
      kind: 'choice',
      choices: [{ edits: [{ edit: { content: { value: 18 } } }] }, {}],
    });
  });

  test('in other tables', () => {
    const funds = (balance: CellValue) =>
      said(numberSign, {
        grid: gridOf(
          '项目名称 | 金额（万元） | 已支出 | 结余',
          ['教育教学质量奖', 400, 500, balance],
          ['教育信息化提升专项', 100, 50, 50],
        ),
        sheet: '附件3',
      });
    expect(funds(-100)).toEqual([]);
    const indicators = (target: CellValue, unit = '%', name = '义务教育巩固率') => {
      const grid = gridOf(
        '指标名称 | 计量单位 | 2025年目标 | 本期完成 | 差距',
        [name, unit, target, 96, -1],
        ['学前三年毛入园率', '%', 93, 91, 2],
      );
      return [placeholder, numberSign, mixedText].flatMap((rule) =>
        reportsOf(rule, { grid, sheet: '目标' }).map(({ message, level }) => `${message} ${level}`),
      );
    };
    expect(indicators(97)).toEqual([]);
    expect(indicators('约97')).toEqual(['approximate warning']);
    expect(indicators('—')).toEqual(['number warning']);
    expect(indicators('—', '文字', '职普比')).toEqual([]);
    expect(indicators('大体相当', '文字', '职普比')).toEqual([]);
    expect(indicators(-97)).toEqual(['negative error']);
    const wan = reportsOf(mixedText, {
      grid: gridOf('学校名称 | 规划班数 | 规划学位', ['江丰小学', 18, '0.081万个'], ['枫林小学', 12, 540]),
    });
    expect(wan.map(({ expected }) => expected)).toEqual(['810']);
  });
});
