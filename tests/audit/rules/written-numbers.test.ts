import { writtenNumbers } from '../../../src/audit/rules/written-numbers';
import { cases } from '../cases';

const annex = (...headings: readonly [string, string, string, string]) => `
      |   | A    | B        | C            | D            | E            | F        | G    |
      | 1 | 序号 | 学校名称 | 规划班数(个) | 规划学位(个) | 规划用地(亩) | 建设主体 | 备注 |
      | 2 | ${headings[0]} ||||||  |
      | 3 | 1 | 宜春市第十中学 | 48 | 2400 | 200 | 市本级 |  |
      | 4 | ${headings[1]} ||||||  |
      | 5 | 1 | 宜阳二中 | 54 | 2700 | 49.5 | 宜阳新区 |  |
      | 6 | ${headings[2]} ||||||  |
      | 7 | 1 | 江丰小学 | 18 | 810 | 20 | 袁州区 |  |
      | 8 | ${headings[3]} ||||||  |
      | 9 | 1 | 华帝禧园幼儿园 | 12 | 360 | 10 | 经开区 |  |`;

const measures = (...texts: readonly string[]) => `
      |   | A | B | C |
      | 1 | 工作举措 | 责任部门 | 进展情况 |
${texts.map((text, i) => `      | ${i + 2} | ${text} | 市教体局 | 正在推进 |`).join('\n')}`;

const SIX = [
  '1.加强党的全面领导',
  '2.提升党建“三化”水平',
  '3.推进全面从严治党',
  '4.实施扩容增量工程',
  '5.实施教育补短板工程',
  '6.实施资源整合工程',
] as const;
const changed = (at: number, text: string) => measures(...SIX.map((one, i) => (i === at ? text : one)));

cases(writtenNumbers, {
  valid: [
    { name: '标题连续编号', grid: annex('一、高中阶段', '二、初中', '三、小学', '四、幼儿园') },
    { name: '标题沿用方案原号，没有专门学校', grid: annex('一、高中阶段', '二、初中', '三、小学', '五、幼儿园') },
    { name: '标题都不编号', grid: annex('高中阶段', '初中', '小学', '幼儿园') },
    { name: '次序与方案不同，编号是方案原号', grid: annex('二、初中', '一、高中阶段', '三、小学', '五、幼儿园') },
    { name: '举措连续编号', grid: measures(...SIX), sheet: '附件1' },
    { name: '举措沿用方案原号，只列一部分', grid: measures(...SIX.filter((_, i) => i !== 2)), sheet: '附件1' },
    {
      name: '按部门排序，编号是方案原号',
      grid: measures(...[3, 4, 5, 0, 1, 2].map((at) => SIX[at] ?? '')),
      sheet: '附件1',
    },
    { name: '举措不编号', grid: measures(...SIX.map((text) => text.slice(2))), sheet: '附件1' },
    {
      name: '一级标题重复写在每一行',
      grid: `
      |   | A | B | C |
      | 1 | 一级标题 | 工作举措 | 责任部门 |
      | 2 | 一、加强党的全面领导 | 提升党建“三化”水平 | 市委组织部、市委宣传部 |
      | 3 | 二、推进教育项目建设 | 实施教育补短板工程 | 市委政法委 |
      | 4 | 一、加强党的全面领导 | 推进全面从严治党 | 市纪委监委 |
      | 5 | 三、加强教师队伍建设 | 完善教师分层培养制度 | 市人才办 |`,
      sheet: '附件1',
    },
  ],
  invalid: [
    {
      name: '标题编号重复',
      grid: annex('一、高中阶段', '二、初中', '三、小学', '一、幼儿园'),
      finds: [{ at: 'A8', message: 'heading', id: 'A21', found: '一、幼儿园', expected: '四、' }],
    },
    {
      name: '沿用方案原号的标题有一个写错',
      grid: annex('一、高中阶段', '一、初中', '三、小学', '五、幼儿园'),
      finds: [{ at: 'A4', message: 'heading', expected: '二、' }],
    },
    {
      name: '带括号的标题编号写错',
      grid: annex('（一）高中阶段', '（二）初中', '（四）小学', '（四）幼儿园'),
      finds: [{ at: 'A6', message: 'heading', expected: '（三）' }],
    },
    {
      name: '只有一个标题漏了编号',
      grid: annex('一、高中阶段', '二、初中', '小学', '四、幼儿园'),
      finds: [{ at: 'A6', message: 'none', expected: '三、' }],
    },
    {
      name: '举措编号跳号',
      grid: changed(4, '7.实施教育补短板工程'),
      sheet: '附件1',
      finds: [{ at: 'A6', message: 'item', id: 'A21', expected: '5.' }],
    },
    {
      name: '举措漏了编号',
      grid: changed(3, '实施扩容增量工程'),
      sheet: '附件1',
      finds: [{ at: 'A5', message: 'none', found: '实施扩容增量工程', expected: '4.' }],
    },
    {
      name: '一级标题编号重复',
      grid: `
      |   | A | B | C |
      | 1 | 一级标题 | 工作举措 | 责任部门 |
      | 2 | 一、加强党的全面领导 | 推进全面从严治党 | 市纪委监委 |
      | 3 | 二、推进教育项目建设 | 实施教育补短板工程 | 市委政法委 |
      | 4 | 二、加强教师队伍建设 | 完善教师分层培养制度 | 市人才办 |
      | 5 | 四、提升办学管理水平 | 实施减负提质行动 | 市教体局 |`,
      sheet: '附件1',
      finds: [{ at: 'A4', message: 'heading', expected: '三、' }],
    },
  ],
});
