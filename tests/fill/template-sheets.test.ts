import { buildTemplate } from '../../src/fill';
import type { Plan } from '../../src/plan';
import { cellName, serialOfDay, type SheetSpec, type SpecCell } from '../../src/workbook';
import { first, PLAN } from './made-up-plan';

const sheetOf = (name: string, unit: string | null = '合成区', plan: Plan = PLAN): SheetSpec =>
  first(buildTemplate(plan, unit).sheets, (sheet) => sheet.name === name);
const textOf = ({ content }: SpecCell) =>
  content.kind === 'value' ? content.value : content.kind === 'formula' ? content.formula : null;
/** Cell → what it holds; with `role` or `format`, that of the cell. */
const grid = (sheet: SheetSpec) => new Map(sheet.cells.map((cell) => [cellName(cell.row, cell.column), cell]));
const texts = (sheet: SheetSpec, ...cells: readonly string[]) =>
  cells.map((cell) => {
    const found = grid(sheet).get(cell);
    return found ? textOf(found) : undefined;
  });
const roles = (sheet: SheetSpec, ...cells: readonly string[]) => cells.map((cell) => grid(sheet).get(cell)?.role);
const formats = (sheet: SheetSpec, ...cells: readonly string[]) => cells.map((cell) => grid(sheet).get(cell)?.format);
const cached = (sheet: SheetSpec, ...cells: readonly string[]) => cells.map((cell) => grid(sheet).get(cell)?.cached);
const column = (left: number, top: number, bottom: number) => ({ top, bottom, left, right: left });

describe('every sheet', () => {
  test.each(['填报说明', '封面', '目标完成情况', '附件1', '附件2', '附件3'])(
    '%s is locked and prints whole',
    (name) => {
      const sheet = sheetOf(name);
      const bottom = Math.max(...sheet.cells.map(({ row }) => row));
      const right = Math.max(...sheet.cells.map((cell) => cell.column));
      expect(sheet).toMatchObject({ locked: true, charts: [], conditionalFormats: [] });
      expect(sheet.print.area).toEqual({ top: 0, left: 0, bottom, right });
      expect(sheet.columnWidths).toHaveLength(right + 1);
      expect(sheet.columnWidths.every((width) => width > 0)).toBe(true);
      // No cell twice, and no row higher than Excel makes it.
      expect(grid(sheet).size).toBe(sheet.cells.length);
      expect(Math.max(...Object.values(sheet.rowHeights))).toBeLessThanOrEqual(409);
    },
  );

  test.each([
    ['目标完成情况', 2, 2],
    ['附件1', 3, 0],
    ['附件2', 3, 2],
    ['附件3', 3, 2],
  ])('%s repeats its header on every page and keeps it in sight', (name, row, columns) => {
    const sheet = sheetOf(name);
    expect(sheet.print).toMatchObject({ orientation: 'landscape', repeatRows: { first: row, last: row } });
    expect(sheet.freeze).toEqual({ rows: row + 1, columns });
    expect(sheet.rowHeights[row]).toBe(36);
  });

  test.each(['填报说明', '封面'])('%s has no header and stands upright', (name) => {
    expect(sheetOf(name).print).toMatchObject({ orientation: 'portrait', repeatRows: null });
    expect(sheetOf(name).freeze).toBeNull();
  });

  test('a text over the whole width is one cell, as high as its lines', () => {
    expect(sheetOf('附件3').merges).toEqual([0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: 9 })));
    expect([0, 1, 2].map((row) => sheetOf('附件3').rowHeights[row])).toEqual([undefined, undefined, undefined]);
    expect(sheetOf('封面').rowHeights[2]).toBe(42);
  });
});

describe('the cover', () => {
  test('names the unit, or leaves it to be filled in', () => {
    expect(texts(sheetOf('封面'), 'A3', 'A4', 'A6', 'B6', 'A7', 'A12', 'B7')).toEqual([
      '建设项目进展情况报表', '合成方案', '填报单位：', '合成区', '报告期：', '填报日期：', null,
    ]); // prettier-ignore
    expect(roles(sheetOf('封面'), 'B6', 'B7')).toEqual(['body', 'input']);
    expect(roles(sheetOf('封面', null), 'B6')).toEqual(['input']);
    expect([5, 6, 11].map((row) => sheetOf('封面').rowHeights[row])).toEqual([30, 30, 30]);
    expect(sheetOf('封面').columnWidths).toEqual([22, 46]);
  });
});

describe('the targets', () => {
  const sheet = sheetOf('目标完成情况');

  test('have formulas for what follows from them', () => {
    expect(texts(sheet, 'A4', 'B4', 'C4', 'D4', 'E4', 'F4')).toEqual([1, '合成率', '%', 93, null, null]);
    expect(texts(sheet, 'G4', 'H4', 'I4')).toEqual([
      '=IF(COUNT(D4,F4)<2,"",IF(D4=0,"",ROUND(F4/D4*100,1)))',
      '=IF(COUNT(D4,F4)<2,"",ROUND(D4-F4,6))',
      '=IF(COUNT(D4,F4)<2,"",IF(F4>=D4,"是","否"))',
    ]);
    expect(cached(sheet, 'G4', 'H4', 'I4')).toEqual(['', '', '']);
    expect(roles(sheet, 'D4', 'F4', 'G4', 'I4', 'J4', 'K4')).toEqual([
      'number',
      'input',
      'number',
      'bodyCentre',
      'input',
      'input',
    ]);
    expect(formats(sheet, 'D4', 'D5', 'D7', 'F5', 'G5', 'H5')).toEqual([
      '0.0#',
      '0.00##',
      '0',
      '0.00##',
      '0.0',
      '0.00##',
    ]);
  });

  test('in words are judged by a person', () => {
    expect(texts(sheet, 'D6', 'F6', 'I6')).toEqual(['大体相当', null, null]);
    expect(texts(sheet, 'G6', 'H6')).toEqual([
      expect.stringMatching(/^=IF\(COUNT\(D6,F6\)<2,""/u),
      expect.stringMatching(/^=IF\(COUNT\(D6,F6\)<2,""/u),
    ]);
    expect(cached(sheet, 'G6', 'H6')).toEqual(['', '']);
    expect(roles(sheet, 'D6', 'F6', 'I6')).toEqual(['body', 'input', 'input']);
    expect(formats(sheet, 'D6', 'E6', 'F6')).toEqual([undefined, undefined, undefined]);
  });

  test('are said to be reached or not from a list', () => {
    expect(sheet.validations).toEqual([{ kind: 'list', area: column(8, 3, 6), items: ['是', '否'], strict: true }]);
    expect(sheetOf('目标完成情况', null, { ...PLAN, indicators: [] }).validations).toEqual([]);
  });
});

describe('annex 1', () => {
  const sheet = sheetOf('附件1');

  test('names each heading once, over all its measures', () => {
    expect(texts(sheet, 'A5', 'A6', 'A7')).toEqual(['第一类', null, '第二类']);
    expect(sheet.merges.filter(({ right }) => right === 0)).toEqual([{ top: 4, left: 0, bottom: 5, right: 0 }]);
    expect(texts(sheet, 'B5', 'C5', 'C6')).toEqual(['1.举措一。短。', '甲局\n乙局\n丙局', null]);
    expect(roles(sheet, 'C5', 'C6', 'D5', 'G5')).toEqual(['body', 'input', 'input', 'input']);
  });

  test('has rows as high as their texts, two lines at least', () => {
    expect([4, 5, 6].map((row) => sheet.rowHeights[row])).toEqual([59, 144, 409]);
    const [one] = PLAN.measures;
    const single = sheetOf('附件1', null, { ...PLAN, measures: one ? [{ ...one, departments: [] }] : [] });
    expect(single.rowHeights[4]).toBe(42);
  });

  test('has a list for what has become of a measure', () => {
    expect(sheet.validations).toEqual([
      { kind: 'list', area: column(4, 4, 6), items: ['未启动', '推进中', '已完成', '长期坚持'], strict: true },
    ]);
    expect(sheetOf('附件1', null, { ...PLAN, measures: [] }).validations).toEqual([]);
  });
});

describe('annex 2', () => {
  /** 甲 in row 7; open rows 8 and 9 for 乙 and the school without a name; total in row 10. */
  const district = sheetOf('附件2');
  /** 甲, 乙, 丙 in rows 7 to 9, 丁 in row 11, total in row 12. */
  const city = sheetOf('附件2', null);

  test('of a unit has its schools and open rows for those that the plan gives to nobody', () => {
    expect(texts(district, 'A3', 'A5', 'A6', 'A7', 'B7', 'F7', 'G7')).toEqual([
      '填报单位：合成区', first(PLAN.stages, ({ id }) => id === 'S2').heading, '小计：', 1, '合成甲校', '合成区', '一期',
    ]); // prettier-ignore
    expect(texts(district, 'A8', 'B8', 'A9', 'A10')).toEqual([
      '=IF(B8="","",COUNTA($B$7:B8))', null, '=IF(B9="","",COUNTA($B$7:B9))', '合计',
    ]); // prettier-ignore
    expect(cached(district, 'A8')).toEqual(['']);
    expect(roles(district, 'B7', 'C7', 'F7', 'G7', 'H7', 'B8', 'C8', 'F8')).toEqual([
      'body', 'number', 'body', 'input', 'input', 'input', 'input', 'input',
    ]); // prettier-ignore
    expect(district.validations[0]).toEqual({
      kind: 'list',
      area: column(1, 7, 8),
      items: ['合成乙校'],
      strict: false,
      prompt: '从列表中选择本单位承建的学校；没有的可以直接填写',
    });
    expect([6, 7, 8].map((row) => district.rowHeights[row])).toEqual([28, 28, 28]);
  });

  test('of the city has every school, and what the plan does not show is open', () => {
    expect(texts(city, 'A3', 'B7', 'B8', 'B9', 'A10', 'B11', 'A12')).toEqual([
      null, '合成甲校', '合成乙校', null, first(PLAN.stages, ({ id }) => id === 'S4').heading, '合成丁校', '合计',
    ]); // prettier-ignore
    expect(roles(city, 'B9', 'D8', 'D9', 'F8', 'F9')).toEqual(['input', 'input', 'number', 'input', 'input']);
    expect(texts(city, 'F8', 'F11')).toEqual([null, '另一区']);
  });

  test('adds what is known, section by section; the total adds subtotals and rows of sections without one', () => {
    expect(texts(city, 'C6', 'E6', 'C12', 'L12')).toEqual([
      '=SUM(C7:C9)',
      '=SUM(E7:E9)',
      '=SUM(C6,C11)',
      '=SUM(L6,L11)',
    ]);
    expect(cached(city, 'C6', 'D6', 'E6', 'C12', 'D12', 'E12', 'L12')).toEqual([72, 2160, 70.25, 96, 3240, 100.75, 0]);
    expect(texts(city, 'B6', 'F6', 'H6', 'P6')).toEqual([null, null, null, null]);
    expect(formats(city, 'C6', 'D12', 'E6', 'L6', 'M12', 'F6')).toEqual([
      '0;-0;;@', '0;-0;;@', '0.00;-0.00;;@', '0;-0;;@', '0.00;-0.00;;@', undefined,
    ]); // prettier-ignore
    expect(roles(city, 'A6', 'C6', 'A12', 'C12')).toEqual(['subtotal', 'subtotal', 'total', 'total']);
  });

  test('has formats and limits for every column that takes them', () => {
    expect(formats(city, 'C7', 'D7', 'E7', 'H7', 'I7', 'K7', 'L7', 'M7', 'P7')).toEqual([
      '0', '0', '0.00', undefined, 'yyyy-mm-dd', 'yyyy-mm-dd', '0', '0.00', 'yyyy-mm-dd',
    ]); // prettier-ignore
    expect(formats(district, 'C8', 'E8')).toEqual(['0', '0.00']);
    const limit = (left: number) => first(city.validations, ({ area }) => area.left === left);
    expect(city.validations.map(({ area }) => [area.left, area.top, area.bottom])).toEqual(
      [2, 3, 4, 5, 7, 8, 9, 10, 15, 11, 12].map((left) => [left, 4, 10]),
    );
    expect(limit(2)).toMatchObject({ kind: 'wholeNumber', min: 0, max: 1000, prompt: '填整数，不加单位，0 到 1000' });
    expect(limit(3)).toMatchObject({ kind: 'wholeNumber', max: 100_000 });
    expect(limit(4)).toMatchObject({ kind: 'decimal', min: 0, max: 10_000, prompt: '填数字，单位为亩，格内不写单位' });
    expect(limit(5)).toEqual({ kind: 'list', area: column(5, 4, 10), items: ['合成区', '另一区'], strict: true });
    expect(limit(7)).toMatchObject({
      kind: 'list',
      strict: true,
      items: expect.arrayContaining(['已完工']) as unknown,
    });
    expect(limit(8)).toMatchObject({
      kind: 'date',
      min: serialOfDay(2011, 1, 1),
      max: serialOfDay(2035, 12, 31),
    });
    expect(limit(12)).toMatchObject({ kind: 'decimal', max: 10_000_000 });
  });

  test('has no section in which a unit can have no school', () => {
    const plan = { ...PLAN, schools: PLAN.schools.filter(({ stage }) => stage === 'S4') };
    expect(texts(sheetOf('附件2', '合成区', plan), 'A5')).toEqual(['合计']);
    expect(sheetOf('附件2', '另一区', plan).validations.map(({ area }) => area.left)).not.toContain(1);
    expect(texts(sheetOf('附件2', '另一区', plan), 'B6')).toEqual(['合成丁校']);
  });
});

describe('annex 3', () => {
  const sheet = sheetOf('附件3');

  test('has the amounts of the plan, open cells for spending, and formulas for rate and balance', () => {
    expect(texts(sheet, 'A5', 'B5', 'C5', 'D5', 'E5', 'F5', 'I5', 'D6')).toEqual([
      1, '合成甲项', '内容', 400.5, null, null, null, null,
    ]); // prettier-ignore
    expect(roles(sheet, 'D5', 'D6', 'E5', 'G5', 'I5', 'J5')).toEqual([
      'number',
      'input',
      'input',
      'number',
      'input',
      'input',
    ]);
    expect(texts(sheet, 'G5', 'H5')).toEqual([
      '=IF(COUNT(D5,F5)<2,"",IF(D5=0,"",F5/D5))',
      '=IF(COUNT(D5,F5)<2,"",ROUND(D5-F5,6))',
    ]);
    expect(formats(sheet, 'D5', 'G5', 'H5')).toEqual(['0.00', '0.0%', '0.00']);
    expect([4, 5].map((row) => sheet.rowHeights[row])).toEqual([25, 76]);
  });

  test('adds them in its last row', () => {
    expect(texts(sheet, 'A7', 'B7', 'D7', 'E7', 'F7', 'G7', 'H7', 'I7')).toEqual([
      null, '合计', '=SUM(D5:D6)', '=SUM(E5:E6)', '=SUM(F5:F6)', '=IF(D7*F7=0,"",F7/D7)', '=SUM(H5:H6)', null,
    ]); // prettier-ignore
    expect(cached(sheet, 'D7', 'E7', 'G7')).toEqual([400.5, 0, '']);
    expect(formats(sheet, 'D7', 'G7', 'B7')).toEqual(['0.00;-0.00;;@', '0.0%', undefined]);
    expect(sheet.validations).toEqual(
      [3, 4, 5].map((left) => ({
        kind: 'decimal', area: column(left, 4, 5), min: 0, max: 1_000_000, prompt: '填数字，单位为万元，格内不写单位',
      })),
    ); // prettier-ignore
  });
});

test('a captured baseline, or a plan that is asked for, travels inside', () => {
  const parts = (plan: Plan, unit: string | null, embedPlan = false) =>
    Object.keys(buildTemplate(plan, unit, { embedPlan }).parts).sort();
  const captured: Plan = { ...PLAN, baseline: { source: '合成数据', capturedOn: '2023-06-30', accepted: [] } };
  expect(parts(PLAN, null)).toEqual(['plancheck-profile']);
  expect(parts(PLAN, null, true)).toEqual(['plancheck-baseline', 'plancheck-profile']);
  expect(parts(captured, '合成区')).toEqual(['plancheck-baseline', 'plancheck-profile']);
  const about = (plan: Plan) => texts(sheetOf('填报说明', '合成区', plan), 'A2')[0];
  expect(about(PLAN)).toContain('文本未列示的格留空');
  expect(about(captured)).toContain('合成数据，2023-06-30登记');
});
