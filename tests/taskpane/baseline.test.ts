import { createSession } from '../../src/taskpane';
import { createWork } from '../../src/taskpane/work/create-work';
import { FILE_JOBS } from '../../src/taskpane/work/file-jobs';
import { JOBS } from '../../src/taskpane/work/jobs';
import { slicedRunner } from '../../src/taskpane/work/runner';
import { sheetFromGrid, workbookOf, type CellValue } from '../../src/workbook';
import { madeUpPort } from './made-up-port';

/** Annex 2 as the city's archive might have it (合成数据): 第十中学 with another number of seats than published. */
const annex = (seats: number, land: number) =>
  workbookOf([
    sheetFromGrid('附件2', [
      ['合成数据'],
      ['序号', '学校名称', '规划班数(个)', '规划学位(个)', '规划用地(亩)', '建设主体', '备注'],
      ['一、高中阶段'],
      ['小计：', null, 164, 8200, 491.4],
      [1, '宜春市职业中等专业学校（开放大学）', 60, 3000, 91.4, '市本级', '原职院南校区改造新设'],
      [2, '赣西中等职业技术学校', 56, 2800, 200, '袁州区', '一期装修施工，二期主体封顶'],
      [3, '宜春市第十中学', 48, seats, land, '市本级', null],
    ] satisfies CellValue[][]),
  ]);

function pane(workbook = annex(2400, 200)) {
  const port = madeUpPort(workbook);
  const work = createWork(
    slicedRunner(() => Promise.resolve(JOBS)),
    slicedRunner(() => Promise.resolve(FILE_JOBS)),
  );
  return { port, session: createSession(port, work) };
}

describe('登记方案基准 in the pane', () => {
  it('takes over what the public text lost, keeps it in the workbook, and audit and reports name its source', async () => {
    const { port, session } = pane();
    await session.captureBaseline('附件存档件');
    expect(session.store.get().capture?.result.open).toEqual([]);
    expect(session.store.get().capture?.result.filled).toBeGreaterThan(0);
    expect(port.workbook.parts).toEqual({});
    await session.keepBaseline();
    expect(session.store.get().basis).toContain('附件存档件');
    expect(port.workbook.parts['plancheck-baseline']).toContain('附件存档件');

    const reopened = pane(port.workbook).session;
    const audited = await reopened.audit();
    expect(audited?.basis).toContain('附件存档件');
    const made = await reopened.work.reports?.generate(
      port.workbook,
      { profile: null, previous: null },
      ['目标完成情况'],
      {
        progress: () => undefined,
        signal: new AbortController().signal,
      },
    );
    expect(JSON.stringify(made?.ok === true ? made.value.sheets : [])).toContain('附件存档件');
  });

  it('a contradiction of a published figure needs an explicit yes, which is recorded; what follows is asked, too', async () => {
    const { port, session } = pane(annex(2500, 200));
    await session.captureBaseline('附件存档件');
    const open = () => session.store.get().capture?.result.open.map(({ id }) => id);
    expect(open()).toEqual(['S1.3.plannedSeats']);
    await session.keepBaseline();
    expect(port.workbook.parts).toEqual({});
    await session.acceptDifference('S1.3.plannedSeats', true);
    expect(open()).toEqual(['S1.sum.plannedSeats']);
    await session.acceptDifference('S1.sum.plannedSeats', true);
    await session.keepBaseline();
    expect(port.workbook.parts['plancheck-baseline']).toContain('公开文本为 2400，工作簿为 2500');
  });

  describe('from a plan file that was captured elsewhere', () => {
    const fileOf = (text: string, name = '基准.plan.json') => new File([text], name);
    const captured = async (seats: number): Promise<File> => {
      const { port, session } = pane(annex(seats, 200));
      await session.captureBaseline('附件存档件（合成数据）');
      for (const id of ['S1.3.plannedSeats', 'S1.sum.plannedSeats']) await session.acceptDifference(id, true);
      await session.keepBaseline();
      return fileOf(port.workbook.parts['plancheck-baseline'] ?? '');
    };
    const HOME = workbookOf([sheetFromGrid('首页', [['合成数据']])]);

    it('is kept in the open workbook, whatever that holds, and names its own source', async () => {
      const { port, session } = pane(HOME);
      await session.loadBaseline(await captured(2400));
      expect(session.store.get().capture?.result.open).toEqual([]);
      expect(port.workbook.parts).toEqual({});
      await session.keepBaseline();
      expect(session.store.get().basis).toContain('附件存档件（合成数据）');
      expect((await pane(port.workbook).session.audit())?.basis).toContain('附件存档件（合成数据）');
      await session.undo();
      expect(port.workbook.parts).toEqual({});
    });

    it('a contradiction that was accepted there needs a yes here as well, which is recorded', async () => {
      const { port, session } = pane(HOME);
      await session.loadBaseline(await captured(2500));
      const open = session.store.get().capture?.result.open.map(({ id }) => id) ?? [];
      expect(open).toEqual(['S1.3.plannedSeats', 'S1.sum.plannedSeats']);
      await session.keepBaseline();
      expect(port.workbook.parts).toEqual({});
      for (const id of open) await session.acceptDifference(id, true);
      await session.keepBaseline();
      expect(port.workbook.parts['plancheck-baseline']).toContain('公开文本为 2400，文件为 2500');
    });

    it('says what is wrong with a file that is none, and where', async () => {
      const { session } = pane(HOME);
      await session.loadBaseline(fileOf('不是', '别的.json'));
      expect(session.store.get().notice?.text).toContain('“别的.json”不是可用的方案基准文件：不是 JSON 文件');
      await session.loadBaseline(fileOf('{"schemaVersion":1}'));
      expect(session.store.get().notice?.text).toContain('stages');
      expect(session.store.get().capture).toBeNull();
    });
  });

  it('is taken back as any other change, also after the pane was closed', async () => {
    const { port, session } = pane();
    await session.captureBaseline('附件存档件');
    await session.keepBaseline();
    const reopened = pane(port.workbook);
    await reopened.session.recall();
    expect(reopened.session.store.get().basis).toContain('附件存档件');
    await reopened.session.undo();
    expect(reopened.port.workbook.parts).toEqual({});
    expect(reopened.session.store.get().basis).toBeNull();
  });

  it('says so where the workbook is none of the annexes', async () => {
    const { session } = pane(workbookOf([sheetFromGrid('表', [['甲', '乙']])]));
    await session.captureBaseline('附件存档件');
    expect(session.store.get().capture).toBeNull();
    expect(session.store.get().notice?.text).toContain('没有找到方案的任何一张表');
  });

  it('the journal can be cleared; what was written stays', async () => {
    const { port, session } = pane();
    await session.captureBaseline('附件存档件');
    await session.keepBaseline();
    await session.clearJournal();
    expect(session.store.get().changes).toEqual([]);
    expect(Object.keys(port.workbook.parts)).toEqual(['plancheck-baseline']);
  });
});
