import { planWording } from '../../../src/audit/rules/plan-wording';
import { cases } from '../cases';

const TEXTS: readonly string[] = [
  '推进中小学校党组织领导的校长负责制，选好配强教育部门和学校领导班子，提高办学治校能力。',
  '巩固提升学校党建“三化”建设水平，打造特色党建品牌。',
  '纵深推进教育系统全面从严治党，打造勤廉教育、勤廉学校。',
  '修编并实施《宜春中心城区教育发展专项规划（2020-2035年）》，到2025年，计划新增中小学幼儿园39所，计划新增学位5.18万个。改扩建一批中小学校，优化学位2.7万个。',
  '实施义务教育薄弱环节改善与能力提升工程，改善农村学校办学条件。支持宜春特殊教育学校向学前、高中两端延伸；办好宜春市青少年专门学校。',
];
const CONTENTS: readonly string[] = [
  '用于支持中小学校内涵建设，包括开展中小学校特色创评、职业学校分级评定等，鼓励学校打造特色品牌。',
  '用于支持中心城区中小学校开展“双减”课题研究，交流推广经验，支持学校拓展课后服务内容，提升课后服务水平。',
  '用于支持中心城区中小学校开展教育评价改革省级、市级试点工作。',
  '用于推进中心城区教师培训中心、学生综合实践活动中心，劳动、研学实践基地建设等工作。',
];
const changed = (list: readonly string[], at: number, from: string, to: string): readonly string[] =>
  list.map((text, i) => (i === at ? text.replace(from, to) : text));

const measures = (texts: readonly string[]): string => `
      |   | A | B | C | D |
      | 1 | 序号 | 工作举措 | 主要内容 | 责任部门 |
      | 2 | 1 | 加强党的全面领导 | ${texts[0] ?? ''} | 市教体局、市委组织部、市委宣传部 |
      | 3 | 2 | 提升党建“三化”水平 | ${texts[1] ?? ''} | 市委组织部、市委宣传部 |
      | 4 | 3 | 推进全面从严治党 | ${texts[2] ?? ''} | 市纪委监委 |
      | 5 | 4 | 实施扩容增量工程 | ${texts[3] ?? ''} | 市发改委、市财政局、市自然资源局、市住建局 |
      | 6 | 5 | 实施教育补短板工程 | ${texts[4] ?? ''} | 市委政法委 |`;

const funds = (contents: readonly string[]): string => `
      |   | A | B | C |
      | 1 | 项目名称 | 具体内容 | 金额（万元） |
      | 2 | 学校内涵提升专项 | ${contents[0] ?? ''} | 100 |
      | 3 | “双减”工作专项 | ${contents[1] ?? ''} | 100 |
      | 4 | 教育评价改革专项 | ${contents[2] ?? ''} | 100 |
      | 5 | “教育中心”建设专项 | ${contents[3] ?? ''} | 100 |`;

cases(planWording, {
  valid: [
    { name: '照抄原文', grid: measures(TEXTS), sheet: '附件1' },
    { name: '标点、引号不同', grid: measures(changed(TEXTS, 1, '“三化”', '"三化"')), sheet: '附件1' },
    {
      name: '摘录前面的整句',
      grid: measures(changed(TEXTS, 4, '支持宜春特殊教育学校向学前、高中两端延伸；办好宜春市青少年专门学校。', '')),
      sheet: '附件1',
    },
    {
      name: '各条都另写',
      grid: measures(TEXTS.map((text) => `${text.slice(0, 12)}等各项工作落到实处`)),
      sheet: '附件1',
    },
    { name: '用途照抄原文', grid: funds(CONTENTS), sheet: '附件3' },
  ],
  invalid: [
    {
      name: '数字被改',
      grid: measures(changed(TEXTS, 3, '39所', '36所')),
      sheet: '附件1',
      finds: [{ at: 'C5', message: 'changed', id: 'P19', level: 'warning' }],
      fixed: { C5: TEXTS[3] ?? '' },
    },
    {
      name: '小数点丢了',
      grid: measures(changed(TEXTS, 3, '2.7万', '27万')),
      sheet: '附件1',
      finds: [{ at: 'C5', message: 'changed' }],
    },
    {
      name: '没有抄完',
      grid: measures(changed(TEXTS, 0, '，选好配强教育部门和学校领导班子，提高办学治校能力。', '，选好')),
      sheet: '附件1',
      finds: [{ at: 'C2', message: 'cut', id: 'P19' }],
    },
    {
      name: '用途改了字',
      grid: funds(changed(CONTENTS, 2, '省级', '县级')),
      sheet: '附件3',
      finds: [{ at: 'B4', message: 'changed' }],
    },
  ],
});
