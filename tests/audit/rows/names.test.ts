import { schoolName } from '../../../src/audit/rules/school-name';
import { sectionOrder } from '../../../src/audit/rules/section-order';
import { MEMBERSHIP } from '../../../src/audit/rule';
import type { CellValue } from '../../../src/workbook';
import { gridOf, reportsOf, said, type Desk } from '../rule-desk';

type Row = readonly CellValue[];
const HEADER = '序号 | 学校名称 | 规划班数 | 规划学位';
const school = (name: CellValue, i = 1): Row => [i, name, 24, 1080];

describe('names of schools', () => {
  const under = (heading: string | null, ...names: readonly CellValue[]) =>
    gridOf(HEADER, ...(heading === null ? [] : [[heading]]), ...names.map((name, i) => school(name, i + 1)));
  const of = (heading: string | null, ...names: readonly CellValue[]) =>
    reportsOf(schoolName, { grid: under(heading, ...names) }).map(({ message, level, found, expected }) =>
      [message, level, found, expected].filter((part) => part !== '').join(' '),
    );

  test.each<[string | null, CellValue, readonly string[]]>([
    ['三、小学', '枫林小学', []],
    ['三、小学', '北湖小学', []],
    ['三、小学', '第二小学', ['renamed info 第二小学 宜春市第二小学']],
    ['三、小学', '北湖小学(暂名)', []],
    ['三、小学', '枫林小学校', ['misspelt error 枫林小学校 枫林小学']],
    ['三、小学', '合成实验小学', ['stranger error 合成实验小学']],
    ['二、初中', '合成实验中学', ['stranger warning 合成实验中学']],
    [null, '合成实验小学', ['stranger warning 合成实验小学']],
    ['三、小学', null, []],
    ['三、小学', '#REF!', []],
  ])('under %s: %s', (heading, name, expected) => expect(of(heading, '江丰小学', name)).toEqual(expected));

  test('a school that the table has already is not the one meant', () => {
    expect(of('三、小学', '枫林小学', '枫林小学校')).toEqual(['stranger error 枫林小学校']);
    expect(of('三、小学', '枫林小学校', '江丰小学')).toEqual(['misspelt error 枫林小学校 枫林小学']);
  });

  test('are not named one by one where hardly any is the plan’s', () => {
    const strangers = (count: number) =>
      ['甲', '乙', '丙', '丁', '戊', '己'].slice(0, count).map((one) => `合成实验${one}校`);
    const messages = (...names: readonly string[]) => new Set(of('三、小学', ...names).map((one) => one.split(' ')[0]));
    expect(messages(...strangers(5))).toEqual(new Set(['noPlanTable']));
    expect(messages(...strangers(4))).toEqual(new Set(['stranger']));
    expect(messages(...strangers(6), '江丰小学', '枫林小学')).toEqual(new Set(['noPlanTable']));
    expect(messages(...strangers(6), '江丰小学', '枫林小学', '数圆小学')).toEqual(new Set(['stranger']));
    expect(of('三、小学', ...strangers(5))).toEqual(['noPlanTable warning 合成实验甲校']);
  });

  describe('can be mended', () => {
    const choices = (grid: string, desk: Desk = {}) =>
      reportsOf(schoolName, { grid }, desk)
        .map(({ repair }) => repair?.() ?? null)
        .map((fix) => (fix?.kind === 'choice' ? fix.choices.map(({ label }) => label) : null));
    test('by the plan’s name, or by keeping the name as another of that school', () =>
      expect(choices(under('三、小学', '枫林小学校', '江丰小学'))).toEqual([['枫林小学', '登记为“枫林小学”']]));

    test('where nothing is alike, by one of the stage’s schools that are not listed yet', () => {
      const offered = (desk: Desk = {}) => choices(under('三、小学', '江丰小学', '枫林小学', '合成实验小学'), desk)[0];
      expect(offered()).toHaveLength(8);
      expect(offered()).toContain('登记为“数圆小学”');
      expect(offered()).not.toContain('登记为“枫林小学”');
      expect(choices(under('五、幼儿园', '合成实验幼儿园', '江丰小学'))[0]).toHaveLength(12);
      expect(choices(under(null, '江丰小学', '合成实验小学'))).toEqual([null]);
      // 温汤镇下巩小学 is another district's.
      expect(offered({ unit: '袁州区' })).not.toContain('登记为“温汤镇下巩小学”');
      expect(offered({ unit: '明月山区' })).toContain('登记为“温汤镇下巩小学”');
      expect(offered({ unit: '市本级' })).toContain('登记为“温汤镇下巩小学”');
    });

    test('on a sheet that cannot be written to, by another name alone', () => {
      const [one] = reportsOf(schoolName, {
        grid: under('三、小学', '枫林小学校', '江丰小学'),
        options: { isProtected: true },
      });
      const fix = one?.repair?.();
      expect(fix?.kind === 'choice' ? fix.choices.map(({ label }) => label) : null).toEqual(['登记为“枫林小学”']);
    });
  });
});

describe('headings of stages', () => {
  const lines = (...words: readonly string[]): Row[] =>
    words.map((word, i): Row => (/^[一二三四五六七]、|区$|设$/u.test(word) ? [word] : school(word, i)));
  const of = (...words: readonly string[]) => said(sectionOrder, { grid: gridOf(HEADER, ...lines(...words)) });
  const [J, K, P, Q] = ['宜阳二中', '宜春市明珠中学', '江丰小学', '枫林小学'];

  test.each<[readonly string[], readonly string[]]>([
    [['二、初中', J, K, '三、小学', P, Q], []],
    [['二、初中', J, '五、幼儿园', '华帝禧园幼儿园'], []],
    [['三、小学', P, '二、初中', J], ['A4 order 二、初中']],
    [
      ['三、小学', P, '一、高中阶段', '赣西中等职业技术学校', '二、初中', J],
      ['A4 order 一、高中阶段', 'A6 order 二、初中'],
    ],
    [['三、小学', P, '二、初中', J, '五、幼儿园', '华帝禧园幼儿园'], ['A4 order 二、初中']],
    [['二、初中', J, '三、小学', P, '二、初中', K], ['A6 twice 二、初中']],
    [['二、初中', J, '二、初中', K], ['A4 twice 二、初中']],
    [['二、初中', J, '七、老年大学', '合成老年大学'], ['A4 unknown 七、老年大学']],
    [['袁州区', P, Q, '宜阳新区', J], []],
  ])('%j', (words, expected) => expect(of(...words)).toEqual(expected));

  test.each<[string, readonly string[], readonly string[]]>([
    ['two schools of a stage that has no heading', ['二、初中', J, P, Q], ['A4 lost 二、初中→三、小学']],
    ['one in the middle', ['二、初中', J, P, K], []],
    ['one at the end', ['二、初中', J, K, P], ['A5 lost 二、初中→三、小学']],
    ['two apart', ['二、初中', P, J, Q, K], ['A3 lost 二、初中→三、小学']],
    ['the stage’s heading stands elsewhere', ['二、初中', J, P, Q, '三、小学', '数圆小学'], []],
    ['none that fits: the heading is wrong', ['二、初中', P, Q], []],
    ['schools that the plan has not', ['二、初中', J, '合成甲学校', '合成乙学校'], []],
    ['under a heading that means no stage', ['袁州区', J, P, Q, '宜阳新区', K], []],
  ])('%s', (_, words, expected) => expect(of(...words)).toEqual(expected));

  test('what a fault of them spoils', () => {
    const [unknown] = reportsOf(sectionOrder, {
      grid: gridOf(
        HEADER,
        ['二、初中'],
        school(J),
        ['七、老年大学'],
        ['小计：', null, 24, 1080],
        school('合成老年大学'),
      ),
    });
    expect(unknown?.causes.reaches).toMatchObject({ sheet: '附件2', columns: [MEMBERSHIP] });
    expect(unknown?.causes.reaches?.rows).toEqual(expect.arrayContaining([3, 4, 5]));
    const [order] = reportsOf(sectionOrder, { grid: gridOf(HEADER, ...lines('三、小学', P, '二、初中', J)) });
    expect(order).toMatchObject({ stage: 'row', level: 'warning', leansOn: [{ columns: [MEMBERSHIP], rows: [3] }] });
    expect([order?.leansOn[0]?.has(3), order?.leansOn[0]?.has(4)]).toEqual([true, false]);
    const [twice] = reportsOf(sectionOrder, { grid: gridOf(HEADER, ...lines('二、初中', J, '二、初中', K)) });
    expect(twice).toMatchObject({ stage: 'row', level: 'error', leansOn: [{ rows: [3] }] });
    expect(twice?.text).toContain('第 2 行');
    const [lost] = reportsOf(sectionOrder, { grid: gridOf(HEADER, ...lines('二、初中', J, P, Q)) });
    expect(lost).toMatchObject({
      stage: 'structure',
      level: 'error',
      causes: { reaches: { sheet: '附件2', rows: [2, 3, 4], columns: null } },
    });
  });
});
