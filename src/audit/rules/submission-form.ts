import { isSamePeriod } from '../../recognize';
import type { Plan } from '../../plan';
import { findSheet, squeezed } from '../../workbook';
import { sheetPlace, workbookPlace } from '../places';
import type { AuditContext } from '../context';
import { defineRule } from '../rule';

const TABLE = {
  schools: '学校建设项目表',
  funds: '经费安排表',
  responsibilities: '责任清单',
  indicators: '目标完成情况表',
} as const;

/** 填报信息: who reports, for which period, with which tables. Only where the workbook is a submission. */
export const submissionForm = defineRule({
  ids: ['S08', 'S01', 'X07'],
  name: 'submission-form',
  level: 'warning',
  group: 'structure',
  stage: 'note',
  tables: [],
  title: '填报信息不全或不一致',
  protects: '缺了单位、人员和日期，报表无法登记，也无人负责。',
  fixable: 'none',
  source: '报送要求',
  whenToExplain: '另有盖章纸质件、由系统登记等情况，写明。',
  messages: {
    open: (d: { label: string }) => `“${d.label}”没有填写。`,
    mark: (d: { label: string; mark: string }) => `“${d.label}”还是模板里的“${d.mark}”，没有填写。`,
    notName: (d: { label: string; text: string }) => `“${d.label}”填的是“${d.text}”，不是姓名。`,
    noUnit: () => '没有填报单位，不知道是谁报的。',
    noTable: (d: { table: string }) => `工作簿缺少“${d.table}”。`,
    twoRows: (d: { sheet: string }) => `“${d.sheet}”每一项占两行（计划、实际），没有审核。`,
    lying: (d: { sheet: string }) => `“${d.sheet}”的表像是横着排的（每列一项），但看不准，没有审核。`,
    periods: (d: { sheet: string; found: string; expected: string }) =>
      `“${d.sheet}”的报告期为 ${d.found}，其他表为 ${d.expected}。`,
    strangeUnit: (d: { unit: string }) => `填报单位“${d.unit}”不是方案的建设主体。`,
  },
  advice: {
    open: '补填。',
    mark: '换成实际内容。',
    notName: '改为姓名。',
    noUnit: '补填填报单位。',
    noTable: '补上该表；本期不要求的写明。',
    twoRows: '改成一项一行，把“计划”和“实际”分成两列，再审核。',
    lying: '复制整张表，用“选择性粘贴 → 转置”改成每行一项，再审核。',
    periods: '核对后统一报告期。',
    strangeUnit: '填写规范的单位名称。',
  },
  *check(context, report) {
    const { recognition, profile, workbook } = context;
    const isSubmission = profile.isSubmission ?? recognition.purpose === 'submission';
    const positionOf = (sheet: string): number => workbook.sheets.findIndex((each) => each.name === sheet);
    for (const { sheet, reason } of recognition.unrecognized) {
      const at = findSheet(workbook, sheet);
      if ((reason !== 'lying' && reason !== 'twoRows') || !at) continue;
      yield report(
        reason,
        { sheet },
        sheetPlace(positionOf(sheet), sheet, { sheet, row: at.top, column: at.left }, `lying|${sheet}`),
        { id: 'S01' },
      );
    }
    const periods = recognition.periods.filter((each) => each.at !== null);
    const usual = recognition.periods.find((each) => each.at !== null)?.value;
    for (const stated of periods) {
      if (!usual || !stated.at || isSamePeriod(stated.value, usual)) continue;
      const { sheet } = stated.at;
      yield report(
        'periods',
        { sheet, found: stated.value.text, expected: usual.text },
        sheetPlace(positionOf(sheet), sheet, stated.at, `period|${sheet}`),
        {
          id: 'X07',
          level: 'error',
          found: stated.value.text,
          expected: usual.text,
          source: '各表报告期应一致',
        },
      );
    }
    if (recognition.statedUnit && !recognition.unit && recognition.statedUnit.at) {
      const { value, at } = recognition.statedUnit;
      // A bureau or a company reports what it looks after, though it builds no school itself.
      const level = isBody(context.plan, value) ? 'info' : 'warning';
      yield report('strangeUnit', { unit: value }, sheetPlace(positionOf(at.sheet), at.sheet, at, 'statedUnit'), {
        level,
        found: value,
      });
    }
    if (!isSubmission) return;
    for (const { label, word, value, mark, at } of recognition.formLines) {
      const isPerson = label === 'preparedBy' || label === 'reviewedBy' || label === 'head';
      if (value !== '' && !(isPerson && NO_NAME.test(squeezed(value)))) continue;
      const place = sheetPlace(positionOf(at.sheet), at.sheet, at, `form|${label}|${at.sheet}`);
      if (value !== '') yield report('notName', { label: word, text: value }, place, { found: value });
      else if (mark !== null) yield report('mark', { label: word, mark }, place, { found: mark });
      else yield report('open', { label: word }, place, { level: label === 'phone' ? 'info' : 'warning' });
    }
    const isAskedFor = recognition.formLines.some(({ label }) => label === 'reportingUnit');
    if (!recognition.unit && !recognition.statedUnit && !context.unit && !isAskedFor)
      // Who lists the whole city's schools is known by that; who hands in for several units, by the units of its rows.
      yield report('noUnit', undefined, workbookPlace('noUnit'), {
        // Duties, funds and targets are kept for the whole city; whose they are need not be said.
        level: context.isCityWide || isJoint(context) || context.tablesOf('schools').length === 0 ? 'info' : 'warning',
      });
    for (const kind of profile.requiredTables) {
      if (recognition.tables.some((table) => table.kind === kind)) continue;
      yield report('noTable', { table: TABLE[kind] }, workbookPlace(`noTable|${kind}`), {
        id: 'S01',
        level: 'error',
        expected: TABLE[kind],
      });
    }
  },
});

/** Digits and signs alone name nobody. */
const NO_NAME = /^[\d.,%¥+-]+(?:元|个|人|所|%)?$/u;

/** Every row says whose school it is, and it is not always the same unit. */
function isJoint({ tables, index }: AuditContext): boolean {
  const named = new Set<string | null>();
  for (const view of tables)
    if (view.kind === 'schools')
      for (const row of view.table.dataRows) named.add(index.builder(view.text(row, 'builder'))?.id ?? null);
  return named.size >= 2 && !named.has(null);
}

/** An office or a company by its name: 自然资源局, 教育建设投资有限公司, or one of the plan's own departments. */
function isBody(plan: Plan, text: string): boolean {
  const bare = squeezed(text).replace(/\([^()]*\)$/u, '');
  return (
    /(?:局|委|委员会|办|办公室|公司|集团|中心|指挥部|领导小组|专班|部|处|院|政府)$/u.test(bare) ||
    plan.measures.some(({ departments }) => departments.some((name) => squeezed(name) === bare))
  );
}
