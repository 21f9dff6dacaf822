import { consolidate, type ConsolidationInput, type ManyFinding, type StoredState } from '../../src/consolidate';
import { sheetFromGrid, workbookOf } from '../../src/workbook';
import { extracted, plan, submission, type MadeUpFile } from './made-up';

const JUNE = { period: '2023年6月' };
const found = (files: readonly ConsolidationInput[], previous: StoredState | null = null): readonly ManyFinding[] =>
  consolidate(files, plan, previous).findings;
const of = (rule: string, message: string, findings: readonly ManyFinding[]) =>
  findings.filter((one) => one.rule === rule && one.message === message);

describe('D02 the same school from two units', () => {
  const row = (seats: number, builder: string | null) => [1, '赣西中等职业技术学校', 56, seats, 200, builder, null];
  const yuanzhou = submission({ unit: '袁州区', rows: [row(2800, '袁州区')] });
  const city = submission({ unit: '市本级', rows: [row(2900, null)] });

  it('counts it once, from the plan’s builder, and asks', () => {
    const outcome = consolidate([city, yuanzhou], plan);
    expect(outcome.rows.find(({ item }) => item === 'S1.2')).toMatchObject({
      units: ['袁州区'],
      figures: { plannedSeats: { value: 2800 } },
    });
    const [finding] = of('D02', 'twoUnits', outcome.findings);
    expect(finding).toMatchObject({ level: 'error', subject: '赣西中等职业技术学校', units: ['袁州区', '市本级'] });
    expect(finding?.question?.choices).toHaveLength(2);
    expect(finding?.origins.map(({ file, cell }) => `${file} ${cell}`)).toEqual(['袁州区.xlsx A5', '市本级.xlsx A5']);
  });

  it('follows the answer of a person, and keeps it', () => {
    const question = of('D02', 'twoUnits', found([city, yuanzhou]))[0]?.question;
    const other = question?.choices.find(({ id }) => id !== question.suggested)?.id ?? '';
    const outcome = consolidate([city, yuanzhou], plan, null, { decisions: { schools: { 'S1.2': other } } });
    const later = consolidate([], plan, outcome.state);
    for (const { rows } of [outcome, later])
      expect(rows.find(({ item }) => item === 'S1.2')?.figures.plannedSeats?.value).toBe(2900);
    const asked = of('D02', 'twoUnits', outcome.findings)[0]?.question;
    expect([asked?.suggested, asked?.choices]).toEqual([other, question?.choices]);
  });
});

describe('D04 the same unit twice', () => {
  const file = (extra: Partial<MadeUpFile>, seats: number) =>
    submission({ unit: '袁州区', ...JUNE, rows: [[1, '数圆小学', 24, seats, 20, '袁州区', null]], ...extra });
  const first = file({ fileName: '初报.xlsx', reportedOn: '2023年6月28日', receivedOn: '2023-07-03' }, 1000);
  const second = file({ fileName: '改报.xlsx', reportedOn: '2023年6月30日', receivedOn: '2023-07-01' }, 1080);

  it('keeps both, counts the newer by the day that the form names, and asks which stands', () => {
    const outcome = consolidate([first, second], plan);
    expect(outcome.rows.find(({ name }) => name === '数圆小学')?.figures.plannedSeats?.value).toBe(1080);
    expect(outcome.files.map(({ fileName, fate }) => [fileName, fate])).toEqual([
      ['改报.xlsx', 'standing'],
      ['初报.xlsx', 'superseded'],
    ]);
    const [finding] = of('D04', 'twice', outcome.findings);
    expect(finding).toMatchObject({ level: 'error', units: ['袁州区'] });
    const other = finding?.question?.choices.find(({ id }) => id !== finding.question?.suggested)?.id ?? '';
    const chosen = consolidate([first, second], plan, null, { decisions: { units: { 袁州区: other } } });
    expect(chosen.rows.find(({ name }) => name === '数圆小学')?.figures.plannedSeats?.value).toBe(1000);
  });

  it('takes files of one unit with different schools as parts of one submission', () => {
    const part = submission({
      unit: '袁州区',
      ...JUNE,
      fileName: '二.xlsx',
      rows: [[1, '江丰小学', 36, 1600, 30, '袁州区', null]],
    });
    const outcome = consolidate([second, part], plan);
    expect(of('D04', 'twice', outcome.findings)).toEqual([]);
    expect(of('D04', 'inParts', outcome.findings)).toHaveLength(1);
    expect(outcome.files.every(({ fate }) => fate === 'standing')).toBe(true);
  });

  it('names the first few of many files in its sentence, and all of them as origins and choices', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      file({ fileName: `第${i + 1}次.xlsx`, receivedOn: `2023-07-${10 + i}` }, 1000 + i),
    );
    const [finding] = of('D04', 'twice', found(many));
    expect(finding?.text).toContain('第12次.xlsx、第11次.xlsx');
    expect(finding?.text).toContain('第4次.xlsx等11份');
    expect([finding?.origins.length, finding?.question?.choices.length]).toEqual([12, 12]);
  });

  it('counts the same bytes once, under whichever name they come', () => {
    const copy = { ...second, fileName: '改报(1).xlsx' };
    const outcome = consolidate([copy, second], plan);
    expect(of('D04', 'twice', outcome.findings)).toEqual([]);
    expect(of('D04', 'copy', outcome.findings)).toHaveLength(1);
    expect(outcome.files.map(({ fate }) => fate)).toEqual(['standing', 'sameFile']);
  });
});

describe('X07 periods', () => {
  const file = (unit: string, period: string | undefined, name: string) =>
    submission({ unit, ...(period ? { period } : {}), rows: [[1, name, 24, 1080, 20, unit, null]] });

  it('says which file is of another period, or of none', () => {
    const findings = found([
      file('袁州区', '2023年6月', '数圆小学'),
      file('经开区', '2023年6月', '江丰小学'),
      file('宜阳新区', '2023年5月', '枫林小学'),
      file('明月山区', undefined, '金园小学'),
    ]);
    expect(of('X07', 'differs', findings)).toMatchObject([
      { level: 'error', units: ['宜阳新区'], found: '2023年5月', expected: '2023年6月' },
    ]);
    expect(of('X07', 'none', findings)).toMatchObject([{ level: 'warning', units: ['明月山区'] }]);
  });

  it('is silent where all agree', () => {
    expect(found([file('袁州区', '2023年6月', '数圆小学')]).filter(({ rule }) => rule === 'X07')).toEqual([]);
  });
});

describe('X04 the sender is not the builder', () => {
  it.each([
    ['by its own row', '数圆小学', '经开区', 'row'],
    ['by the plan', '宜阳二中', null, 'plan'],
  ])('%s', (_, school, builder, message) => {
    const file = submission({ unit: '袁州区', rows: [[1, school, 54, 2700, 49.5, builder, null]] });
    expect(of('X04', message, found([file]))).toMatchObject([{ level: 'error', units: ['袁州区'], subject: school }]);
  });

  it('does not mind a city-wide table of the city itself', () => {
    const rows = ['数圆小学', '江丰小学', '枫林小学', '金园小学'].map((name, i) => [
      i + 1,
      name,
      24,
      1080,
      20,
      '袁州区',
      null,
    ]);
    expect(found([submission({ unit: '市本级', rows })]).filter(({ rule }) => rule === 'X04')).toEqual([]);
  });
});

describe('units of measure', () => {
  it('tells when units count in different units of measure, and converts', () => {
    const other = ['序号', '学校名称', '规划班数（个）', '规划学位（万个）', '规划用地（亩）', '建设主体', '备注'];
    const findings = found([
      submission({ unit: '袁州区', rows: [[1, '数圆小学', 24, 1080, 20, '袁州区', null]] }),
      submission({ unit: '经开区', header: other, rows: [[1, '江丰小学', 24, 0.108, 20, '经开区', null]] }),
    ]);
    expect(of('S05', 'headers', findings)).toMatchObject([{ level: 'info', expected: '个' }]);
  });

  it('suspects a figure that is 10,000 or 667 times the plan’s', () => {
    const file = submission({ unit: '宜阳新区', rows: [[1, '宜阳二中', 54, 0.27, 33000, '宜阳新区', null]] });
    expect(of('X06', 'slip', found([file])).map(({ found: told, expected }) => [told, expected])).toEqual([
      ['0.27', '2700'],
      ['33000', '49.5'],
    ]);
  });
});

describe('X05 the sum against its units', () => {
  it('is silent where everything that was reported is in the sum', () => {
    const file = submission({
      unit: '袁州区',
      rows: [
        [1, '数圆小学', 24, 1080, 20, '袁州区', null],
        [null, '合计', 24, 1080, 20, null, null],
      ],
    });
    expect(found([file]).filter(({ rule }) => rule === 'X05')).toEqual([]);
  });

  it('says by how much a unit’s own total differs from its rows', () => {
    const file = submission({
      unit: '袁州区',
      rows: [
        [1, '数圆小学', 24, 1080, 20, '袁州区', null],
        [null, '合计', 24, 1800, 20, null, null],
      ],
    });
    expect(of('X05', 'stated', found([file]))).toMatchObject([
      { level: 'warning', found: '1800', expected: '1080', origins: [{ cell: 'D6' }] },
    ]);
  });
});

describe('against the plan', () => {
  it('lists figures and builders that differ, with the plan’s place', () => {
    const file = submission({ unit: '宜阳新区', rows: [[1, '宜阳二中', 54, 2750, 49.5, '袁州区', null]] });
    expect(of('P03', 'differs', found([file])).map(({ found: told, expected }) => [told, expected])).toEqual([
      ['2750', '2700'],
      ['袁州区', '宜阳新区'],
    ]);
  });

  it('asks for a number where the plan has one, and not where its target is in words', () => {
    const snapshot = workbookOf([
      sheetFromGrid('目标完成情况', [
        ['目标完成情况（合成数据）'],
        ['填报单位：袁州区'],
        ['序号', '指标名称', '目标值', '本期完成'],
        [1, '义务教育巩固率', 97, '接近目标'],
        [2, '职普比', '大体相当', '大体相当'],
      ]),
    ]);
    const file = extracted(snapshot, '合成数据.xlsx');
    expect(of('V04', 'words', found([file])).map(({ subject, found: told }) => [subject, told])).toEqual([
      ['义务教育巩固率', '接近目标'],
    ]);
  });

  it('names the schools that nobody reported, by stage', () => {
    const missing = of('P02', 'missing', found([]));
    expect(missing.map(({ subject, expected }) => [subject, expected])).toEqual(
      plan.stages.map(({ id, name }) => [name, String(plan.schools.filter(({ stage }) => stage === id).length)]),
    );
  });
});

describe('against the previous consolidation', () => {
  const HEADER = [
    '序号',
    '学校名称',
    '规划班数',
    '规划学位',
    '规划用地',
    '建设主体',
    '项目状态',
    '已形成学位',
    '完成投资（万元）',
  ];
  const file = (period: string, receivedOn: string, status: string, seats: number, invested: number) =>
    submission({
      unit: '袁州区', fileName: `袁州区_${period}.xlsx`, period, receivedOn, header: HEADER,
      rows: [[1, '数圆小学', 24, 1080, 20, '袁州区', status, seats, invested]],
    }); // prettier-ignore
  const may = file('2023年5月', '2023-06-01', '主体封顶', 500, 1200);
  const first = consolidate([may], plan);

  it('C04: cumulative figures do not fall; C03: a status does not go back', () => {
    const june = file('2023年6月', '2023-07-01', '在建', 400, 1300);
    const findings = found([june], first.state);
    expect(of('C04', 'falls', findings)).toMatchObject([{ level: 'error', found: '400', expected: '500' }]);
    expect(of('C03', 'back', findings)).toMatchObject([{ level: 'warning', found: '在建', expected: '主体封顶' }]);
  });

  it('is silent where all went on', () => {
    const june = file('2023年6月', '2023-07-01', '装修施工', 500, 1300);
    expect(found([june], first.state).filter(({ rule }) => rule.startsWith('C'))).toEqual([]);
  });

  it('A10: 上期 is what the unit reported then', () => {
    const header = ['序号', '指标名称', '计量单位', '2025年目标', '上年完成', '本期完成'];
    const indicator = (period: string, receivedOn: string, previous: number | null, actual: number) =>
      submission({
        unit: '市本级', fileName: `${period}.xlsx`, period, receivedOn, header,
        rows: [[1, '学前三年毛入园率', '%', 93, previous, actual]],
      }); // prettier-ignore
    const before = consolidate([indicator('2023年5月', '2023-06-01', null, 91)], plan);
    expect(of('A10', 'previous', found([indicator('2023年6月', '2023-07-01', 90, 92)], before.state))).toMatchObject([
      { level: 'error', found: '90', expected: '91' },
    ]);
    expect(of('A10', 'previous', found([indicator('2023年6月', '2023-07-01', 91, 92)], before.state))).toEqual([]);
  });
});
