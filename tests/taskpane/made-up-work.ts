import type { PlanInfo, Work } from '../../src/taskpane/work/work';
import type { Edit } from '../../src/workbook';
import { allowedLevels, PROFILES, profilePart } from '../../src/audit/profiles';
import { TEXT_NUMBER } from './made-up-findings';

const explanation = (text: string | null): readonly Edit[] => [
  { kind: 'storePart', name: 'plancheck-explanations', text },
];

const CHOICES = known([
  { id: 'targets', title: '目标完成情况', about: '各项指标的目标、完成和差距' },
  { id: 'ledger', title: '项目进度台账', about: '一校一行，含进度和存在问题' },
]);

/** A promise that React may read at once: what suspends inside a user event is, in tests, not always gone on with. */
function known<T>(value: T): Promise<T> {
  return Object.assign(Promise.resolve(value), { status: 'fulfilled', value });
}

const PLAN: Promise<PlanInfo> = known({
  title: '教育提升专项行动方案（合成数据）',
  issuedBy: '某市人民政府',
  notes: [{ id: 'PN1', kind: 'contradiction', text: '正文与附件不一致。', evidence: '正文 0.25 万，附件 2400' }],
});

const RULES = known([{ ids: ['A01', 'A02'], title: '小计不符', level: 'error' as const }]);

/** A core that answers from made-up data, with every place. */
export function madeUpWork(audit: Work['audit']): Work {
  return {
    audit,
    explanations: {
      fewest: 5,
      explain: (_, __, { text }) => ({ ok: true, value: explanation(text) }),
      withdraw: () => ({ ok: true, value: explanation(null) }),
    },
    fill: {
      chosen: ({ groups }, ticked) =>
        Promise.resolve(groups.filter(({ id }) => ticked.has(id)).flatMap((group) => group.edits)),
      plan: () =>
        Promise.resolve({
          groups: [
            {
              id: 'subtotals',
              title: '学校建设表 · 小计',
              ticked: true,
              needs: [],
              edits: TEXT_NUMBER.fix?.kind === 'auto' ? TEXT_NUMBER.fix.edits : [],
            },
          ],
          skipped: [{ where: '经费表!B3', why: '金额未填，合计无法计算' }],
        }),
    },
    templates: {
      units: () => Promise.resolve(['袁州区', '经开区']),
      make: (_, unit) => Promise.resolve(Uint8Array.of(unit === '经开区' ? 2 : 1)),
    },
    reports: {
      explanations: () => Promise.resolve({ ok: true, value: { sheets: [], summaryText: '', notes: [] } }),
      choices: () => CHOICES,
      generate: (_, __, ids) =>
        Promise.resolve({
          ok: true,
          value: {
            sheets: ids.map((name) => ({
              name,
              cells: [],
              merges: [],
              columnWidths: [],
              rowHeights: {},
              freeze: null,
              charts: [],
              validations: [],
              conditionalFormats: [],
              print: {
                orientation: 'landscape' as const,
                repeatRows: null,
                area: { top: 0, left: 0, bottom: 0, right: 0 },
                pagesTall: 0,
                margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 },
              },
              locked: false,
            })),
            summaryText: '截至 2023 年 6 月，已建成学校 2 所（合成数据）。',
            notes: ['普通高中学位正文与附件2不一致，两数并列。'],
          },
        }),
    },
    consolidation: {
      async read(files, _, onFile, isDropped) {
        for (const [index, file] of files.entries()) {
          if (isDropped(index)) continue;
          const blank = { file: file.name, unit: null, period: null, verdict: null, counts: null };
          onFile(index, { ...blank, state: 'reading', message: null });
          await Promise.resolve();
          if (file.name.includes('坏')) {
            onFile(index, { ...blank, state: 'failed', message: '文件已损坏，请报送单位重新发送。' });
          } else {
            const counts = { error: 0, warning: 1, info: 0 };
            onFile(index, {
              ...blank,
              state: 'read',
              message: null,
              unit: '袁州区',
              period: '2023年6月',
              verdict: 'explain',
              counts,
            });
          }
        }
      },
      combine: (_, chosen, decisions) =>
        Promise.resolve(
          chosen.length === 0
            ? { ok: false, message: '没有可以汇总的文件。' }
            : {
                ok: true,
                value: {
                  sheets: [],
                  parts: {},
                  conflict: null,
                  notes: ['未报：经开区、明月山区'],
                  questions: [
                    {
                      about: 'unit',
                      key: '袁州区',
                      text: '袁州区报送了两份，现以更正.xlsx 为准。',
                      choices: [
                        { id: 'new', label: '更正.xlsx' },
                        { id: 'old', label: '初报.xlsx' },
                      ],
                      standing: decisions.units['袁州区'] ?? 'new',
                    },
                  ],
                },
              },
        ),
    },
    settings: {
      profiles: PROFILES,
      profilePart,
      readProfile: () => null,
      allowed: allowedLevels,
      rules: () => RULES,
      plan: () => PLAN,
    },
  };
}
