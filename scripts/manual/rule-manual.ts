import { auditWorkbook, CODE_TITLES, RULES, type Finding, type Rule } from '../../src/audit';
import { yichunPlan } from '../../src/plan';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { parseGrid, workbookOfCase, type Case, type InvalidCase, type RuleCases } from '../../tests/audit/cases';

const LEVEL = { error: '强制性', warning: '核实性', info: '提示' } as const;
const GROUP = {
  structure: '表格结构',
  value: '单元格内容',
  arithmetic: '表内计算',
  crossTable: '表间核对',
  plan: '与方案核对',
  duplicate: '重复',
  consistency: '前后一致',
  formula: '公式',
} as const;
const TABLE = {
  schools: '学校建设（附件2）',
  funds: '经费（附件3）',
  responsibilities: '责任清单（附件1）',
  indicators: '目标完成情况',
  summary: '汇总表',
} as const;
const FIX = { auto: '一键改正', choice: '从候选中选择', none: '人工处理' } as const;

/** Catalogue ids that no rule answers for, with the reason. */
export const LEFT_OUT: readonly (readonly [ids: string, reason: string])[] = [
  ['S02', '工作表叫什么名字不影响认表，不作要求。'],
  ['S04', '列的次序不影响认列，不作要求。'],
  ['C05', '核实性问题有没有写审核说明，在结论里计数，不另作一条问题。'],
  ['X05、D02、D04', '涉及多个报送单位，由汇总功能检查。'],
];

/** The rule manual (Chinese, Markdown), made from the rules and their tables of cases. */
export function ruleManual(cases: ReadonlyMap<string, RuleCases>): string {
  const lines = [
    '# 审核规则手册',
    '',
    '本手册由规则本身和它们的测试用例生成（`npm run rule-docs`），与程序一致。例子均为合成数据。',
    '',
    '- **强制性**：不改正不能报送。**核实性**：改正，或写不少于 5 个字的审核说明。**提示**：供参考。',
    '- 一处错误只报一次，报在应当修改的那一格；由它引起的小计、合计、表间差异列在它下面。由核实性问题引起强制性问题的，按强制性计。',
    '- 方案自相矛盾或者没有公布的数，只作提示，不判错。',
    '- 全角括号、列的次序、表头用语不同、一个工作簿只有一张表，都不算问题。',
    '',
    '| 编号 | 规则 | 类别 | 级别 | 改正方式 |',
    '|---|---|---|---|---|',
    ...RULES.map(
      (rule) =>
        `| ${rule.ids.join('、')} | [${rule.title}](#${rule.name}) | ${GROUP[rule.group]} | ${LEVEL[rule.level]} | ${FIX[rule.fixable]} |`,
    ),
    '',
    ...RULES.flatMap((rule) => ruleText(rule, cases.get(rule.name))),
    '## 没有采用的规则',
    '',
    ...LEFT_OUT.map(([ids, reason]) => `- ${ids}：${reason}`),
    '',
  ];
  return lines.join('\n');
}

function ruleText(rule: Rule, cases: RuleCases | undefined): readonly string[] {
  const wrong = cases?.invalid ?? [];
  const right = cases?.valid[0];
  return [
    `## <a id="${rule.name}"></a>${rule.ids.join('、')} ${rule.title}`,
    '',
    ...(rule.ids.length > 1 ? [`- 编号：${rule.ids.map((id) => `${id} ${CODE_TITLES[id] ?? ''}`).join('；')}`] : []),
    `- 级别：${LEVEL[rule.level]}；类别：${GROUP[rule.group]}；改正方式：${FIX[rule.fixable]}`,
    `- 看哪些表：${rule.tables.length === 0 ? '不限，包括表外的单元格和整个工作簿' : rule.tables.map((kind) => TABLE[kind]).join('、')}`,
    `- 为什么：${rule.protects}`,
    `- 依据：${rule.source}`,
    ...(rule.whenToExplain === '' ? [] : [`- 何时可以写说明：${rule.whenToExplain}`]),
    '',
    '| 情形 | 报什么 | 怎么办 |',
    '|---|---|---|',
    ...wrong.flatMap((one) => examples(rule, one)),
    '',
    ...(wrong[0] ? ['错误示例：', '', ...gridText(wrong[0]), ''] : []),
    ...(right ? [`正确示例（${right.name}）：`, '', ...gridText(right), ''] : []),
  ];
}

/** What the audit really says about a case, so that the manual cannot say anything else. */
function examples(rule: Rule, one: InvalidCase): readonly string[] {
  const before =
    one.before === undefined
      ? {}
      : { previous: { workbook: workbookOf([sheetFromGrid('附件2', parseGrid(one.before))]) } };
  const findings = flat(auditWorkbook(workbookOfCase(one), yichunPlan, { ...one.audit, ...before }).findings);
  const messages = new Set(one.finds.map((each) => each.message));
  const own = findings.filter(
    (each) => rule.ids.includes(each.rule) && messages.has(each.message) && rule.messageIds.includes(each.message),
  );
  const [first] = own;
  return first
    ? [`| ${one.name} | ${LEVEL[first.level]} ${first.rule}：${escaped(first.text)} | ${escaped(first.advice)} |`]
    : [];
}

function flat(findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((each) => [each, ...flat(each.consequences)]);
}

function gridText(one: Case): readonly string[] {
  const lines = one.grid
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 9);
  const [head = '', ...rows] = lines;
  const cells = (line: string): string[] =>
    line
      .replace(/^\||\|$/gu, '')
      .split('|')
      .map((cell) => escaped(cell.trim()));
  const width = Math.max(...lines.map((line) => cells(line).length));
  const padded = (line: string): string =>
    `| ${Array.from({ length: width }, (_, i) => cells(line)[i] ?? '').join(' | ')} |`;
  return [padded(head), `|${'---|'.repeat(width)}`, ...rows.map(padded)];
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
