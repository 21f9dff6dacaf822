import { PROGRESS_WORDS } from '../../audit/progress';
import type { Plan } from '../../plan';
import type { SheetSpec } from '../../workbook';
import { SheetDraft } from './sheet-draft';

const LINES = ['报告期', '填报人', '联系电话', '审核人', '单位负责人', '填报日期'] as const;

/** The cover: who reports, for which period, who answers for it. */
export function coverSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, [
    { title: '', width: 22 },
    { title: '', width: 46 },
  ]);
  draft.row = 2;
  draft.wide('title', '建设项目进展情况报表', 2);
  draft.wide('paragraph', plan.title, 2);
  draft.row++;
  draft.put(draft.row, 0, 'header', '填报单位：');
  draft.put(draft.row, 1, unit === null ? 'input' : 'body', unit);
  draft.height(draft.row++, 30);
  for (const line of LINES) {
    draft.put(draft.row, 0, 'header', `${line}：`);
    draft.put(draft.row, 1, 'input', null);
    draft.height(draft.row++, 30);
  }
  return draft.finish({ orientation: 'portrait' });
}

/** How to fill the workbook in. */
export function instructionsSheet(plan: Plan, unit: string | null, name: string): SheetSpec {
  const draft = new SheetDraft(name, [{ title: '', width: 96 }]);
  draft.wide('title', '填报说明', 2);
  const basis = plan.baseline
    ? `规划数取自登记的方案基准（${plan.baseline.source}，${plan.baseline.capturedOn}登记）。`
    : '规划数取自公开的方案文本；文本未列示的格留空，由填报单位按存档件补填。';
  const own =
    unit === null
      ? '本表为全市口径，各学校均已列出。'
      : `本表由${unit}填报。已列出方案写明由${unit}建设的学校；其他由${unit}建设的学校，请在各学段的空行中从列表选择。`;
  const paragraphs = [
    `一、依据《${plan.title}》填报。${basis}`,
    `二、${own}`,
    '三、先填封面。报告期写到月份，如 2023年6月；各表报告期以封面为准。',
    '四、只填开放的格，不插入、删除行列，不改表头。小计、合计、完成率、差距、结余由公式算出，不用填写。',
    '五、数字格只填数字，不写单位和“约”“无”等文字；没有数的留空，不填 0。日期填年月日，如 2023-06-30。',
    `六、项目状态从列表选择：${Object.values(PROGRESS_WORDS).join('、')}。已完工、投入使用的须填实际完工日期。`,
    '七、已形成学位填累计数，只计已投入使用的学位；基本完工而未使用的不计。',
    '八、填完后审核：强制性问题须改正，核实性问题改正或写明审核说明。',
  ];
  for (const text of paragraphs) draft.wide('paragraph', text, Math.ceil((text.length * 2.3) / 94) + 1);
  return draft.finish({ orientation: 'portrait' });
}
