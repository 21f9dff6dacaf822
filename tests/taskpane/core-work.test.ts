import { createMemoryPort } from '../../src/excel/memory-port';
import { createSession } from '../../src/taskpane';
import { createWork } from '../../src/taskpane/work/create-work';
import { FILE_JOBS } from '../../src/taskpane/work/file-jobs';
import { JOBS } from '../../src/taskpane/work/jobs';
import { slicedRunner } from '../../src/taskpane/work/runner';
import { editXlsx, snapshotToXlsx } from '../../src/files';
import { storeBaseline } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { applyEdits, sheetFromGrid, workbookOf, type Edit } from '../../src/workbook';
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
    expect(session.store.get().questions[0]?.choices).toEqual(question.choices);

    const later = createSession(port, session.work);
    await later.readSubmissions([]);
    await later.combine();
    expect(seats()).toBe(1600);
  });

  describe('files that bring captured baselines along', () => {
    const HOME = workbookOf([sheetFromGrid('首页', [['汇总簿（合成数据）']])]);
    const baseline = (source: string) =>
      storeBaseline({ ...yichunPlan, baseline: { source, capturedOn: '2023-06-30', accepted: [] } });
    const file = (name: string, unit: string, ...kept: readonly Edit[]): File => {
      const grid = [
        ['学校建设表（合成数据）'],
        [`填报单位：${unit}`, null, null, '2023年6月'],
        ['序号', '学校名称', '规划班数（个）', '规划学位（个）'],
        [1, '江丰小学', 36, 1600],
      ];
      const edited = editXlsx(snapshotToXlsx(workbookOf([sheetFromGrid('附件2', grid)])), kept);
      if (!edited.ok) throw new Error(edited.message);
      return new File([edited.bytes as BlobPart], name, { lastModified: Date.UTC(2023, 5, 30) });
    };
    const consolidated = async (home: typeof HOME, ...files: readonly File[]) => {
      const port = createMemoryPort(home);
      const session = createSession(port, pane().session.work);
      await session.readSubmissions(files);
      await session.combine();
      return { port, state: session.store.get() };
    };

    it('are put together by the baseline that they agree on, which the workbook then keeps', async () => {
      const ours = baseline('存档件（合成数据）');
      const { port, state } = await consolidated(
        HOME,
        file('甲.xlsx', '袁州区', ours),
        file('乙.xlsx', '经开区', ours),
      );
      expect(state.conflict).toBeNull();
      expect(state.consolidated?.notes[0]).toContain('存档件（合成数据），2023-06-30登记');
      expect(state.basis).toContain('存档件（合成数据）');
      expect(port.workbook.parts['plancheck-baseline']).toContain('存档件（合成数据）');
    });

    it('that differ: nobody chooses between them, and the clerk is warned', async () => {
      const { port, state } = await consolidated(
        HOME,
        file('甲.xlsx', '袁州区', baseline('甲存档件（合成数据）')),
        file('乙.xlsx', '经开区', baseline('乙存档件（合成数据）')),
      );
      expect(state.conflict).toEqual({
        used: null,
        unused: ['甲存档件（合成数据），2023-06-30登记', '乙存档件（合成数据），2023-06-30登记'],
      });
      expect(state.notice).toMatchObject({ intent: 'warning', text: expect.stringContaining('方案基准不一致') });
      expect(port.workbook.parts['plancheck-baseline']).toBeUndefined();
    });

    it('that differ from the one of the open workbook: this one stays, and the clerk is warned', async () => {
      const own = applyEdits(HOME, [baseline('本市存档件（合成数据）')]);
      if (!own.ok) throw new Error('not kept');
      const { port, state } = await consolidated(
        own.value,
        file('甲.xlsx', '袁州区', baseline('甲存档件（合成数据）')),
      );
      expect(state.conflict).toMatchObject({ used: '本市存档件（合成数据），2023-06-30登记' });
      expect(port.workbook.parts['plancheck-baseline']).toContain('本市存档件（合成数据）');
    });

    it('a file taken out again does not count', async () => {
      const session = createSession(createMemoryPort(HOME), pane().session.work);
      await session.readSubmissions([
        file('甲.xlsx', '袁州区', baseline('甲存档件（合成数据）')),
        file('乙.xlsx', '经开区', baseline('乙存档件（合成数据）')),
      ]);
      session.dropSubmission(1);
      await session.combine();
      expect(session.store.get().conflict).toBeNull();
    });
  });

  it('knows the plan, its notes and the rule profiles', async () => {
    const { session } = pane();
    const plan = await session.work.settings?.plan();
    expect(plan?.notes.length).toBeGreaterThan(5);
    const settings = session.work.settings;
    expect(settings?.profiles.map(({ id }) => id)).toEqual(['free', 'district', 'city']);
    for (const profile of settings?.profiles ?? [])
      expect(settings?.readProfile(settings.profilePart(profile))).toEqual(profile);
    expect((await settings?.rules())?.length).toBeGreaterThan(35);
  });

  it('audits as the profile says that was adjusted, and takes it up again when the workbook is opened later', async () => {
    const { port, session } = pane();
    const district = session.work.settings?.profiles.find(({ id }) => id === 'district');
    if (!district) throw new Error('no such profile');
    await session.chooseProfile({ ...district, requiredTables: ['schools', 'funds'] });
    const asked = async (one: ReturnType<typeof createSession>) =>
      (await one.audit())?.result.findings.filter(({ rule }) => rule === 'S01').map(({ expected }) => expected);
    expect(await asked(session)).toEqual(['经费安排表']);
    const reopened = createSession(port, session.work);
    expect(await asked(reopened)).toEqual(['经费安排表']);
    await reopened.loadProfile();
    expect(reopened.store.get().settings.profile?.requiredTables).toEqual(['schools', 'funds']);
  });

  it('keeps a name that was registered, shows it, and takes it back', async () => {
    const { port, session } = pane();
    const audited = await session.audit();
    const stranger = audited?.result.findings.find(({ found, fix }) => found === '乙区二中' && fix?.kind === 'choice');
    if (stranger?.fix?.kind !== 'choice') throw new Error('nothing offered');
    const choice = stranger.fix.choices.findIndex(({ label }) => label.startsWith('登记为'));
    session.previewFix(stranger, choice);
    expect(await session.apply(new Set([0]))).toBe(true);
    expect(port.workbook.sheets).toEqual(WORKBOOK.sheets);
    const after = session.store.get().audited;
    expect(after?.names).toEqual([{ name: '乙区二中', school: expect.any(String) }]);
    expect(after?.result.findings.some(({ rule, found }) => rule === 'P01' && found === '乙区二中')).toBe(false);
    await session.withdrawName('乙区二中');
    expect(session.store.get().audited?.names).toEqual([]);
  });

  it('compares with the previous submission of the same unit, and says why it does not with another', async () => {
    const { session } = pane();
    await session.audit();
    const earlier = workbookOf([
      sheetFromGrid('附件2', [
        ['学校建设表（合成数据）'],
        ['填报单位：袁州区'],
        ['序号', '学校名称', '规划班数（个）', '规划学位（个）', '规划用地（亩）', '建设主体', '备注'],
        ['二、初中'],
        [1, '甲区一中', 60, 3000, 50, '袁州区'],
        [2, '乙区二中', 36, 1800, 40, '袁州区'],
        [3, '丙区三中', 36, 1800, 40, '袁州区'],
      ]),
    ]);
    const file = (snapshot: typeof earlier, name: string) =>
      Object.assign(new File([], name), {
        arrayBuffer: () => Promise.resolve(snapshotToXlsx(snapshot).slice().buffer),
      });
    await session.choosePrevious(file(earlier, '袁州区3月.xlsx'));
    const compared = session.store.get().audited?.result;
    expect(compared?.previous).toBe('compared');
    expect(compared?.findings.filter(({ rule }) => rule === 'C04' || rule === 'C08').length).toBeGreaterThan(0);
    await session.dropPrevious();
    expect(session.store.get().audited?.result.findings.some(({ rule }) => rule === 'C08')).toBe(false);
    await session.choosePrevious(file(workbookOf([sheetFromGrid('食堂', [['菜名']])]), '别的.xlsx'));
    expect(session.store.get().settings.previous).toBeNull();
    expect(session.store.get().notice?.text).toContain('别的.xlsx');
  });

  it('writes the explanations as a sheet on request', async () => {
    const { port, session } = pane();
    const audited = await session.audit();
    const warning = audited?.result.findings.find(({ level }) => level === 'warning');
    if (!warning) throw new Error('no warning');
    await session.explain(warning, '已经逐项核对，情况属实', '张三');
    await session.writeExplanationSheet();
    const sheet = port.written.find(({ name }) => name === '审核说明');
    const texts = sheet?.cells.flatMap(({ content }) => (content.kind === 'value' ? [String(content.value)] : []));
    expect(texts).toEqual(expect.arrayContaining(['已经逐项核对，情况属实', '张三', '有效']));
  });
});
