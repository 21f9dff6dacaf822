import fc from 'fast-check';
import type { Finding } from '../../src/audit';
import type { HostProblemCode } from '../../src/excel/port';
import { problemLine } from '../../src/taskpane/messages';
import { createSession, findingsById, listRows, NO_FILTER } from '../../src/taskpane/session';
import { applicable, freeEdits } from '../../src/taskpane/session/applicable';
import { sheetFromGrid, workbookOf, type ProposedEdit } from '../../src/workbook';
import { answerWith, finding, madeUpAudit, MADE_UP, TEXT_NUMBER } from './made-up-findings';
import { madeUpPort } from './made-up-port';
import { madeUpWork } from './made-up-work';

const CODES: readonly HostProblemCode[] = [
  'cellEditing', 'protected', 'tooLarge', 'tooOld', 'cancelled', 'changedSince', 'rolledBack', 'notRolledBack',
  'notFound', 'unknown',
]; // prettier-ignore

describe('problems of the host', () => {
  it.each(CODES)('%s is exactly one Chinese line that shows no detail', (code) => {
    const line = problemLine({ code, where: '附件2', detail: 'RichApi.Error 0x80' }, '写入');
    expect(line).toMatch(/^(Excel |[\u4e00-\u9fff“])[^\n]*。$/);
    expect(line).not.toContain('RichApi');
  });

  it('lists the cells that could not be restored', () => {
    const left = [{ sheet: '2025年汇总', row: 2, column: 1 }];
    expect(problemLine({ code: 'notRolledBack', left }, '写入')).toContain("'2025年汇总'!B3");
  });
});

describe('changes that may be written', () => {
  const edit = (sheet: string, row: number, column = 0): ProposedEdit => ({
    edit: { kind: 'content', sheet, row, column, content: { kind: 'value', value: 1 } },
    before: { kind: 'empty' },
    reason: '合成数据',
  });
  const workbook = workbookOf([
    sheetFromGrid('甲', [[1], [2], [3]], { hiddenRows: [1], hiddenColumns: [2] }),
    sheetFromGrid('乙', [[1]], { isProtected: true }),
    sheetFromGrid('丙', [[1]], { visibility: 'hidden' }),
  ]);

  it('leave out, with the reason, what is protected, hidden or gone', () => {
    const { edits, skipped } = applicable(workbook, [
      edit('甲', 0), edit('甲', 1), edit('甲', 0, 2), edit('乙', 0), edit('丙', 0), edit('丁', 0),
    ]); // prettier-ignore
    expect(edits).toEqual([edit('甲', 0)]);
    expect(skipped.map(({ why }) => why)).toEqual([
      '所在行已隐藏', '所在列已隐藏', '工作表受保护', '工作表已隐藏', '工作表已不存在',
    ]); // prettier-ignore
  });

  it('hold each cell once', () => {
    expect(applicable(workbook, [edit('甲', 0), edit('甲', 0)]).edits).toHaveLength(1);
  });

  it('stand or fall together from the first inserted row on', () => {
    const insert: ProposedEdit = {
      edit: { kind: 'insertRows', sheet: '甲', row: 2, count: 1 },
      before: null,
      reason: '合成数据',
    };
    expect(freeEdits([edit('甲', 0), insert, edit('甲', 2)])).toBe(1);
    expect(freeEdits([edit('甲', 0)])).toBe(1);
  });
});

describe('the list', () => {
  const findings = fc.array(
    fc.record({
      level: fc.constantFrom('error', 'warning', 'info'),
      sheet: fc.constantFrom('学校建设表', '经费表', null),
      rule: fc.constantFrom('A01', 'V01', 'X99'),
      identity: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 40 },
  );
  const made = (parts: typeof findings extends fc.Arbitrary<infer Value> ? Value : never): readonly Finding[] =>
    parts.map(({ level, sheet, rule, identity }) =>
      finding({ level: level as Finding['level'], rule, identity, place: { sheet, area: null } }),
    );

  it('shows each finding exactly once, however it is grouped', () => {
    fc.assert(
      fc.property(findings, fc.constantFrom('sheet', 'rule', 'subject'), (parts, groupBy) => {
        const all = made(parts);
        const audited = { ...answerWith(all), snapshot: MADE_UP, took: 0 };
        const rows = listRows(audited, { ...NO_FILTER, groupBy: groupBy as 'sheet' }, new Set());
        const shown = rows.flatMap((row) => (row.kind === 'finding' ? [row.finding] : []));
        expect(new Set(shown)).toEqual(new Set(all));
        expect(shown).toHaveLength(all.length);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });

  it('gives every finding an id of its own', () => {
    fc.assert(fc.property(findings, (parts) => findingsById(made(parts)).size === parts.length));
  });
});

describe('the session', () => {
  const open = () => {
    const port = madeUpPort(MADE_UP);
    return {
      port,
      session: createSession(
        port,
        madeUpWork((snapshot) => Promise.resolve(madeUpAudit(snapshot))),
      ),
    };
  };

  it('writes nothing when a cell no longer holds what the preview showed', async () => {
    const { port, session } = open();
    await session.audit();
    session.previewFix(TEXT_NUMBER);
    const changed = workbookOf([sheetFromGrid('学校建设表', [[null], [null], [null], [null], [1, 2, '2800']])]);
    port.workbook = changed;
    expect(await session.apply(new Set([0]))).toBe(false);
    expect(port.workbook).toBe(changed);
    expect(session.store.get().notice?.text).toContain('没有写入任何内容');
  });

  it('leaves a cell alone that someone changed after the write, and names it', async () => {
    const { port, session } = open();
    await session.audit();
    session.previewFix(TEXT_NUMBER);
    await session.apply(new Set([0]));
    const [first, ...others] = port.workbook.sheets;
    if (!first) throw new Error('no sheet');
    const values = first.values.map((value) => (value === 2700 ? 2701 : value));
    port.workbook = { ...port.workbook, sheets: [{ ...first, values }, ...others] };
    await session.undo();
    expect(port.workbook.sheets[0]?.values[14]).toBe(2701);
    expect(session.store.get().notice?.text).toContain('学校建设表!C5');
  });

  it('takes what was said along to no other place, except where something is amiss', () => {
    const { session } = open();
    for (const [intent, isLeft] of [
      ['success', false],
      ['warning', false],
      ['error', true],
    ] as const) {
      session.go('audit');
      session.notify(intent, '合成数据');
      session.go('audit');
      expect(session.store.get().notice?.intent).toBe(intent);
      session.go('fill');
      expect(session.store.get().notice !== null).toBe(isLeft);
    }
  });

  it('takes its own writing for no change of the workbook, and a later one for one', async () => {
    const { port, session } = open();
    let time = 0;
    const timed = createSession(port, session.work, () => time);
    await timed.watch();
    await timed.audit();
    timed.previewFix(TEXT_NUMBER);
    await timed.apply(new Set([0]));
    port.change(port.workbook);
    expect(timed.store.get().isStale).toBe(false);
    time = 5_000;
    port.change(port.workbook);
    expect(timed.store.get().isStale).toBe(true);
  });
});
