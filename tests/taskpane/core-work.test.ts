import { createMemoryPort } from '../../src/excel/memory-port';
import { createSession } from '../../src/taskpane';
import { createWork } from '../../src/taskpane/work/create-work';
import { FILE_JOBS } from '../../src/taskpane/work/file-jobs';
import { JOBS } from '../../src/taskpane/work/jobs';
import { slicedRunner } from '../../src/taskpane/work/runner';
import { snapshotToXlsx } from '../../src/files';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { madeUpPort } from './made-up-port';

/** A made-up table (合成数据): the subtotal of classes is short by ten, one number is text. */
const WORKBOOK = workbookOf([
  sheetFromGrid('附件2', [
    ['学校建设表（合成数据）'],
    ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'],
    ['二、初中'],
    ['小计：', null, 80, 4500, 90],
    [1, '甲区一中', 54, '2700', 50, '袁州区'],
    [2, '乙区二中', 36, 1800, 40, '袁州区'],
  ]),
]);

function pane() {
  const port = madeUpPort(WORKBOOK);
  const work = createWork(
    slicedRunner(() => Promise.resolve(JOBS)),
    slicedRunner(() => Promise.resolve(FILE_JOBS)),
  );
  return { port, session: createSession(port, work) };
}

describe('the pane over the real core', () => {
  it('finds the wrong subtotal and names the rule', async () => {
    const { session } = pane();
    const audited = await session.audit();
    expect(audited?.result.tables).toMatchObject([{ kind: 'schools', sheet: '附件2', rows: 2 }]);
    const subtotal = audited?.result.findings.find(({ rule }) => audited.ruleTitles[rule] === '小计不符');
    expect(subtotal?.found).toBe('80');
    expect(subtotal?.expected).toBe('90');
  });

  it('fills, keeps the way back in the workbook, and takes it back after the pane was closed', async () => {
    const { port, session } = pane();
    await session.planFill();
    const groups = session.store.get().fill?.preview.groups ?? [];
    expect(groups.length).toBeGreaterThan(0);
    await session.previewFill(new Set(groups.filter(({ ticked }) => ticked).map(({ id }) => id)));
    const edits = session.store.get().preview?.edits ?? [];
    expect(edits.length).toBeGreaterThan(0);
    expect(await session.apply(new Set(edits.keys()))).toBe(true);
    expect(port.workbook.sheets[0]?.formulas.size).toBeGreaterThan(0);

    const reopened = createSession(port, session.work);
    await reopened.audit();
    expect(reopened.store.get().changes).toHaveLength(1);
    await reopened.undo();
    expect(port.workbook.sheets).toEqual(WORKBOOK.sheets);
    expect(port.workbook.parts).toEqual({});
  });

  it('keeps an explanation that the next audit counts', async () => {
    const { session } = pane();
    const audited = await session.audit();
    const warning = audited?.result.findings.find(({ level }) => level === 'warning');
    expect(warning).toBeDefined();
    if (!warning) return;
    expect(await session.explain(warning, '已批', '张三')).toBe(false);
    expect(await session.explain(warning, '已经市教体局批复', '张三')).toBe(true);
    expect(session.store.get().audited?.result.counts.explained).toBe(1);
    await session.undo();
    expect(session.store.get().audited?.result.counts.explained).toBe(0);
  });

  it('makes the chosen reports, and the 综述 as text', async () => {
    const { session } = pane();
    const choices = (await session.work.reports?.choices()) ?? [];
    expect(choices.map(({ id }) => id)).toContain('项目进度台账');
    await session.makeReports(['综述', '项目进度台账']);
    const made = session.store.get().reports;
    expect(made?.sheets).toEqual(expect.arrayContaining(['综述', '项目进度台账']));
    expect(made?.summaryText).not.toBe('');
  });

  it('names what is wrong with each file, and still writes the sum', async () => {
    const { session } = pane();
    await session.readSubmissions([new File(['不是工作簿'], '袁州区.xlsx')]);
    expect(session.store.get().submissions[0]).toMatchObject({ state: 'failed', file: '袁州区.xlsx' });
    await session.combine();
    expect(session.store.get().consolidated?.notes[0]).toContain('未报');
  });

  it('asks which of two files of a unit stands, and counts by the answer', async () => {
    const port = createMemoryPort(workbookOf([sheetFromGrid('首页', [['汇总簿（合成数据）']])]));
    const session = createSession(port, pane().session.work);
    const file = (name: string, seats: number, on: string): File => {
      const grid = [
        ['学校建设表（合成数据）'],
        ['填报单位：袁州区', null, null, '2023年6月'],
        ['序号', '学校名称', '规划班数（个）', '规划学位（个）'],
        [1, '江丰小学', 36, seats],
        [`填报日期：${on}`],
      ];
      const bytes = snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid)]));
      return new File([bytes as BlobPart], name, { lastModified: Date.UTC(2023, 5, 30) });
    };
    await session.readSubmissions([file('初报.xlsx', 1600, '2023年6月28日'), file('更正.xlsx', 1620, '2023年6月30日')]);
    await session.combine();
    const seats = (): unknown => {
      const sheet = port.workbook.sheets.find(({ name }) => name === '汇总表');
      const values = sheet?.values ?? [];
      return values[values.findIndex((value) => value === '江丰小学') + 2];
    };
    expect(seats()).toBe(1620);
    const [question] = session.store.get().questions;
    expect(question?.choices).toHaveLength(2);
    const other = question?.choices.find(({ id }) => id !== question.standing);
    if (!question || !other) throw new Error('nothing was asked');
    session.decide(question, other.id);
    await session.combine();
    expect(seats()).toBe(1600);
    expect(session.store.get().questions[0]?.standing).toBe(other.id);

    const later = createSession(port, session.work);
    await later.readSubmissions([]);
    await later.combine();
    expect(seats()).toBe(1600);
  });

  it('knows the plan, its notes and the rule profiles', async () => {
    const { session } = pane();
    const plan = await session.work.settings?.plan();
    expect(plan?.notes.length).toBeGreaterThan(5);
    for (const { id } of session.work.settings?.profiles ?? []) {
      expect(session.work.settings?.profilePart(id)).toContain(`"id":"${id}"`);
    }
  });
});
