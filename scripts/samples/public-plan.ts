import type { SheetSpec } from '../../src/workbook';
import { SCHOOL_MEASURES, type Plan } from '../../src/plan';
import { SheetMaker } from './sheet-maker';

/** The published figures in the annexes' form: what the public text shows, blank elsewhere. Real data. */
export function publicPlanSheets(plan: Plan): readonly SheetSpec[] {
  return [targets(plan), responsibilities(plan), schools(plan), funds(plan)];
}

/** Says where the figures are from, below every table. */
function sourceNote(plan: Plan): string {
  return `注：来源：${plan.title}公开文本；空白格为公开存本未显示，不代表没有。`;
}

/** `宜春中心城区教育提升专项行动`, with 合成数据 where the plan itself is made up. */
function campaign(plan: Plan): string {
  const name = plan.title.replace(/方案.*$/u, '');
  return plan.title.includes('合成数据') ? `（合成数据）${name}` : name;
}

function targets(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('目标', [6, 26, 10, 14, 14, 30]);
  sheet.wide('title', `${campaign(plan)}目标`);
  sheet.heading([['序号', '指标名称', '计量单位', `${plan.lastYear}年目标`, '目标说明', '备注']]);
  plan.indicators.forEach((indicator, index) =>
    sheet.add('body', [
      index + 1,
      indicator.name,
      indicator.unit,
      indicator.target,
      indicator.targetText,
      indicator.source,
    ]),
  );
  sheet.wide('note', sourceNote(plan));
  return sheet.finish();
}

function responsibilities(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('附件1', [18, 80, 24]);
  sheet.wide('annexNumber', '附件1');
  sheet.wide('title', `${campaign(plan)}重点举措责任分工表`);
  sheet.heading([['一级标题', '工作举措', '责任部门']]);
  let start = sheet.row;
  plan.measures.forEach((measure, index) => {
    const isFirst = plan.measures[index - 1]?.heading !== measure.heading;
    if (isFirst) start = sheet.row;
    const row = sheet.add('body', [
      isFirst ? measure.heading : null,
      `${measure.sequence}.${measure.title}。${measure.text}`,
      measure.departments.length > 0 ? measure.departments.join('\n') : null,
    ]);
    if (plan.measures[index + 1]?.heading !== measure.heading) sheet.merge(start, 0, row, 0);
  });
  sheet.wide('note', sourceNote(plan));
  return sheet.finish();
}

function schools(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('附件2', [6, 36, 12, 12, 12, 12, 44]);
  sheet.wide('annexNumber', '附件2');
  sheet.wide('title', `${campaign(plan)}学校建设项目表`);
  sheet.heading([['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注']]);
  for (const stage of plan.stages) {
    sheet.wide('section', stage.heading);
    if (stage.hasSubtotal) {
      sheet.add('subtotal', [
        '小计：',
        null,
        ...SCHOOL_MEASURES.map((measure) => stage.subtotal[measure].value),
        null,
        null,
      ]);
    }
    for (const school of plan.schools.filter((one) => one.stage === stage.id)) {
      sheet.add('body', [
        school.sequence,
        school.name,
        ...SCHOOL_MEASURES.map((measure) => school[measure].value),
        school.builder.value,
        school.remark.value,
      ]);
    }
  }
  sheet.wide('note', sourceNote(plan));
  const uncertain = uncertainCells(plan);
  if (uncertain !== '') sheet.wide('note', `    公开文本中属于哪一格不能确定的数没有填入：${uncertain}。`);
  return sheet.finish();
}

/** `宜春市明珠中学规划用地47、…` */
function uncertainCells(plan: Plan): string {
  const titles = { plannedClasses: '规划班数', plannedSeats: '规划学位', plannedLand: '规划用地' } as const;
  return plan.schools
    .flatMap((school) =>
      SCHOOL_MEASURES.flatMap((measure) => {
        const { uncertain } = school[measure];
        return uncertain === undefined ? [] : [`${school.name ?? ''}${titles[measure]}${uncertain}`];
      }),
    )
    .join('、');
}

function funds(plan: Plan): SheetSpec {
  const sheet = new SheetMaker('附件3', [26, 80, 14]);
  sheet.wide('annexNumber', '附件3');
  sheet.wide('title', `${campaign(plan)}经费切块安排表`);
  sheet.heading(
    [
      ['项目名称', '具体内容', '金额'],
      [null, null, '（万元）'],
    ],
    [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 1, right: 1 },
    ],
  );
  for (const fund of plan.funds) sheet.add('body', [fund.name, fund.content, fund.amount.value]);
  sheet.add('total', ['合  计', null, plan.fundTotal.value]);
  sheet.wide('note', sourceNote(plan));
  return sheet.finish();
}
