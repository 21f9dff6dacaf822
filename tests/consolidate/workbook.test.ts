import {
  consolidate,
  consolidationWorkbook,
  readStoredState,
  returnNotice,
  type ConsolidationInput,
} from '../../src/consolidate';
import { packLines, unpackLines } from '../../src/consolidate/packed-lines';
import { storeRows } from '../../src/consolidate/stored-rows';
import { openFile, workbookSpecToXlsx } from '../../src/files';
import { recognizeWorkbook } from '../../src/recognize';
import { formulaAt, serialOfDay, type SheetSpec, type WorkbookSnapshot } from '../../src/workbook';
import { plan, submission } from './made-up';

const YUANZHOU = submission({
  unit: '袁州区',
  fileName: '袁州区_2023年6月.xlsx',
  period: '2023年6月',
  receivedOn: '2023-07-02T08:00:00',
  rows: [
    [1, '数圆小学', 24, 1080, 20.5, '袁州区', { formula: '=1+1', value: '=HYPERLINK("http://x","点")' } as never],
    [2, '江丰小学', 36, '约1600', 30, '袁州区', '+在建'],
    [3, '某某学校', 12, 500, 10, '袁州区', '@x'],
  ],
  audit: { verdict: 'mend', counts: { error: 2, warning: 1, info: 0, explained: 0 } },
});
const YIYANG = submission({
  unit: '宜阳新区',
  fileName: '宜阳新区.xlsx',
  period: '2023年6月',
  rows: [[1, '宜阳二中', 54, 2700, 49.5, '宜阳新区', null]],
});
const BROKEN: ConsolidationInput = {
  status: 'failed',
  fileName: '经开区.xlsx',
  receivedOn: '2023-07-01',
  code: 'password',
  message: '文件设有打开密码，无法读取。请报送单位取消密码后重新报送。',
};
const FILES = [YUANZHOU, YIYANG, BROKEN];

function reopened(files: readonly ConsolidationInput[], previous?: WorkbookSnapshot): WorkbookSnapshot {
  const opened = openFile(bytesOf(files, previous), '汇总.xlsx');
  if (!opened.ok) throw new Error(opened.message);
  return opened.snapshot;
}

function bytesOf(files: readonly ConsolidationInput[], previous?: WorkbookSnapshot): Uint8Array {
  const stored = previous ? readStoredState(previous.parts) : null;
  if (stored && !stored.ok) throw new Error(stored.message);
  return workbookSpecToXlsx(consolidationWorkbook(consolidate(files, plan, stored?.state), plan));
}

const allTexts = (sheet: SheetSpec | undefined): readonly (string | number | boolean)[] =>
  (sheet?.cells ?? []).flatMap(({ content, cached }) => (content.kind === 'value' ? [content.value] : (cached ?? [])));

describe('the consolidation workbook', () => {
  const spec = consolidationWorkbook(consolidate(FILES, plan), plan);
  const sheet = (name: string) => spec.sheets.find((one) => one.name === name);

  it('holds states, sum, differences, unmatched rows, origins, log, notices and the reports over the sum', () => {
    expect(spec.sheets.map(({ name }) => name)).toEqual([
      '报送情况', '汇总表', '差异', '未匹配', '来源', '变动记录', '退回_袁州区', '退回_经开区',
      '综述', '目标完成情况', '目标差额', '分学段汇总', '分建设主体汇总', '项目进度台账', '部门责任清单', '按部门', '经费安排及执行', '审核报告',
    ]); // prettier-ignore
  });

  it('is read as the annex again: the same schools, sums that follow their rows', () => {
    const snapshot = reopened(FILES);
    const plain = { ...snapshot, parts: {} };
    const table = recognizeWorkbook({ ...plain, sheets: plain.sheets.filter(({ name }) => name === '汇总表') }, plan)
      .tables[0];
    expect(table?.kind).toBe('schools');
    expect(table?.dataRows).toHaveLength(plan.schools.length);
    expect(table?.sections).toHaveLength(plan.stages.length);
    const total = table?.totalRow ?? -1;
    expect(table && formulaAt(table.sheet, total, 3)).toMatch(/SUM\(/u);
  });

  it('keeps every text as text and carries nothing else over from what arrived', () => {
    const formulas = spec.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : [])),
    );
    expect(formulas.filter((formula) => /HYPERLINK|http|^=\+|^=@/u.test(formula))).toEqual([]);
    expect(allTexts(sheet('汇总表'))).toContain('=HYPERLINK("http://x","点")');
    const snapshot = reopened(FILES);
    expect(snapshot.externalLinks).toEqual([]);
    const sum = snapshot.sheets.find(({ name }) => name === '汇总表');
    const at = sum?.values.indexOf('=HYPERLINK("http://x","点")') ?? -1;
    expect(at).toBeGreaterThan(0);
    expect(sum?.formulas.has(at)).toBe(false);
  });

  it('says where every figure comes from', () => {
    const rows = allTexts(sheet('来源'));
    expect(rows).toEqual(
      expect.arrayContaining(['数圆小学', '规划学位', 1080, '袁州区', '袁州区_2023年6月.xlsx', '附件2', 'D5']),
    );
  });

  it('shows dates as dates where it says what was reported and from where', () => {
    const header = ['序号', '学校名称', '规划学位（个）', '开工日期', '建设主体'];
    const dated = submission({
      unit: '袁州区',
      header,
      rows: [
        [1, '数圆小学', 1080, '2023年3月6日', '袁州区'],
        [2, '某某学校', 500, '2023年4月7日', '袁州区'],
      ],
    });
    const { sheets } = consolidationWorkbook(consolidate([dated], plan), plan);
    const begun = sheets.find(({ name }) => name === '来源')?.cells.find(({ content }) => content.kind === 'value' && content.value === serialOfDay(2023, 3, 6)); // prettier-ignore
    expect(begun?.format).toMatch(/yyyy/u);
    expect(allTexts(sheets.find(({ name }) => name === '未匹配')).join()).toContain('开工日期：2023-04-07');
  });

  it('writes a notice to a unit that must mend, and to one whose file cannot be opened', () => {
    expect(allTexts(sheet('退回_经开区')).join()).toContain('打开密码');
    expect(returnNotice(consolidate(FILES, plan), '宜阳新区')).toBeNull();
    expect(returnNotice(consolidate(FILES, plan), '袁州区')?.sheets).toHaveLength(1);
  });

  it('is never summed or audited itself: all its sheets are marked', () => {
    const recognition = recognizeWorkbook(reopened(FILES), plan);
    expect(recognition.tables).toEqual([]);
    expect(new Set(recognition.unrecognized.map(({ reason }) => reason))).toEqual(new Set(['generated']));
  });
});

describe('going on with an earlier consolidation', () => {
  it('changes nothing when the same files come again, byte for byte', () => {
    const first = bytesOf(FILES);
    const again = bytesOf([...FILES].reverse(), reopened(FILES));
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });

  it('needs none of the earlier files', () => {
    expect(Buffer.from(bytesOf([], reopened(FILES))).equals(Buffer.from(bytesOf(FILES)))).toBe(true);
  });

  it('takes in a late file, replaces an older one, and logs both', () => {
    const better = submission({
      unit: '袁州区',
      fileName: '袁州区_改.xlsx',
      period: '2023年6月',
      receivedOn: '2023-07-05T10:00:00',
      rows: [[1, '数圆小学', 24, 1100, 20.5, '袁州区', null]],
    });
    const mingyue = submission({
      unit: '明月山区',
      period: '2023年6月',
      receivedOn: '2023-07-06',
      rows: [[1, '温汤镇下巩小学', 12, 540, 37.2, '明月山区', '迁建']],
    });
    const stored = readStoredState(reopened(FILES).parts);
    if (!stored.ok) throw new Error(stored.message);
    const outcome = consolidate([better, mingyue], plan, stored.state);
    expect(outcome.units.map(({ unit, state }) => [unit, state])).toEqual([
      ['市本级', '未报'],
      ['袁州区', '通过'],
      ['宜阳新区', '通过'],
      ['经开区', '退回'],
      ['明月山区', '通过'],
    ]);
    const fresh = outcome.log.filter(({ on }) => on === '2023-07-06').map(({ text }) => text);
    expect(fresh).toEqual(
      expect.arrayContaining([
        '收到袁州区的袁州区_改.xlsx：已计入。',
        '袁州区的状态由退回变为通过。',
        '“数圆小学”规划学位由1080变为1100。',
        '“温汤镇下巩小学”有了数据，由明月山区报送。',
      ]),
    );
  });

  it('goes on from a workbook of an earlier version, which kept its state as one text', () => {
    const stored = readStoredState(reopened(FILES).parts);
    if (!stored.ok) throw new Error(stored.message);
    const { files, ...whole } = stored.state;
    const asOneText = JSON.stringify({
      ...whole,
      files: files.map((one) => (one.status === 'read' ? { ...one, rows: storeRows(one.rows) } : one)),
    });
    expect(readStoredState({ 'plancheck-consolidation': asOneText })).toEqual(stored);
  });

  it('refuses a state of which files are missing', () => {
    const [first = '', ...files] = unpackLines(reopened(FILES).parts['plancheck-consolidation'] ?? '');
    expect(readStoredState({ 'plancheck-consolidation': packLines([first, ...files]) })).toMatchObject({ ok: true });
    expect(readStoredState({ 'plancheck-consolidation': packLines([first, ...files.slice(1)]) }).ok).toBe(false);
  });

  it('refuses a workbook without a state, and a damaged state, in words', () => {
    expect(readStoredState({})).toMatchObject({ ok: false });
    for (const text of [
      '',
      '{',
      '[]',
      '{"version":1}',
      '{"version":1,"planId":"x","period":null,"decisions":{"units":{},"schools":{}},"log":[],"files":[{}]}',
    ])
      expect(readStoredState({ 'plancheck-consolidation': text })).toMatchObject({ ok: false });
  });
});

describe('the reports over the sum', () => {
  const spec = consolidationWorkbook(consolidate(FILES, plan), plan);
  const texts = (name: string) =>
    (spec.sheets.find((one) => one.name === name)?.cells ?? []).flatMap(({ content, cached }) =>
      content.kind === 'value' ? [String(content.value)] : cached === undefined ? [] : [String(cached)],
    );

  it('count the schools that were reported, not those that the plan has', () => {
    const ledger = texts('项目进度台账');
    expect(ledger).toEqual(expect.arrayContaining(['数圆小学', '江丰小学', '宜阳二中']));
    expect(ledger).not.toContain('年坪小学');
  });

  it('say whose submissions they sum, and whose are missing', () => {
    const says = (name: string) => texts(name).filter((text) => /^(?:填报单位|汇总单位)/u.test(text));
    for (const name of ['综述', '目标完成情况', '分学段汇总', '项目进度台账', '审核报告'])
      expect([name, says(name)]).toEqual([name, ['汇总单位：市本级（应报5家，已汇总2家）']]);
    const summary = texts('综述').join('\n');
    expect(summary).toContain(
      '应报单位5家，已汇总2家；市本级、明月山区未报，经开区已报但未能计入，以下各数不含上述单位。',
    );
    expect(summary).not.toContain('本单位');
  });

  it('say how many of the summed files do not name their unit', () => {
    const nameless = submission({ fileName: '报表.xlsx', period: '2023年6月', rows: [[1, '温汤镇下巩小学', 12, 540]] });
    const { sheets } = consolidationWorkbook(consolidate([...FILES, nameless], plan), plan);
    const summary = allTexts(sheets.find(({ name }) => name === '综述')).join('\n');
    expect(summary).toContain('汇总单位：市本级（应报5家，已汇总2家，另1份材料未写明单位）');
    expect(summary).toContain('以下各数不含上述单位。另有1份材料未写明单位，其数已计入。');
  });

  it('audit the sum itself, in the cells of 汇总表, without faulting how it is made', () => {
    const audit = texts('审核报告');
    expect(audit).toContain('汇总表');
    expect(audit.filter((text) => ['X07', 'S11', 'S03', 'S05', 'A01', 'A02', 'A03', 'A04'].includes(text))).toEqual([]);
  });
});
