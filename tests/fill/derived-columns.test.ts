import { proposeFill, type FillProposal } from '../../src/fill';
import { yichunPlan } from '../../src/plan';
import { recognizeWorkbook } from '../../src/recognize';
import type { SheetOptions } from '../../src/workbook';
import { bookOf, contents, propose, type Grid } from './desk';

const FUNDS = ['项目名称', '金额（万元）', '已下达', '已支出'];
const funds = (header: string, ...rows: Grid[number][]): FillProposal =>
  propose(bookOf([[...FUNDS, header], ...rows], {}, '附件3'));
const A = ['教育教学质量奖', 400, 200, 100];
const B = ['教育信息化提升专项', 100, 50, 20];

describe('a derived column', () => {
  test.each([
    ['执行率', '=IF(COUNT(B2,D2)<2,"",IF(B2=0,"",D2/B2))'],
    ['拨付率', '=IF(COUNT(B2,C2)<2,"",IF(B2=0,"",C2/B2))'],
    ['结余', '=IF(COUNT(B2,D2)<2,"",ROUND(B2-D2,6))'],
  ])('%s is made from its own inputs', (header, formula) =>
    expect(contents(funds(header, [...A, null], [...B, null]), 'derived')['E2']).toBe(formula),
  );

  test('of schools is their seats, or their investment', () => {
    const schools = (...header: string[]) =>
      contents(
        propose(
          bookOf([
            ['学校名称', '规划班数', ...header],
            ['枫林小学', 36, 1620, 810, null],
          ]),
        ),
        'derived',
      )['E2'];
    expect(schools('规划学位', '已形成学位', '完成率')).toBe('=IF(COUNT(C2,D2)<2,"",IF(C2=0,"",D2/C2))');
    expect(schools('计划总投资（万元）', '已完成投资（万元）', '投资完成率')).toBe(
      '=IF(COUNT(C2,D2)<2,"",IF(C2=0,"",D2/C2))',
    );
    expect(schools('规划学位', '已完成投资（万元）', '完成率')).toBeUndefined();
  });

  test('has its class size to two digits, and sums have none', () => {
    const proposal = propose(
      bookOf([
        ['学校名称', '规划班数', '规划学位', '班额'],
        ['枫林小学', 36, 1620, null],
        ['合计', 36, 1620, null],
      ]),
    );
    expect(contents(proposal, 'derived')).toEqual({ D2: '=IF(COUNT(B2,C2)<2,"",IF(B2=0,"",ROUND(C2/B2,2)))' });
  });

  test('keeps what stands in it, formulas that give nothing included', () =>
    expect(
      contents(
        funds('结余', [...A, 300], [...B, { formula: '=H3', value: '' }], ['“双减”工作专项', 50, 20, 20, ' ']),
        'derived',
      ),
    ).toEqual({ E4: '=IF(COUNT(B4,D4)<2,"",ROUND(B4-D4,6))' }));

  test('waits for its inputs', () =>
    expect(
      contents(
        funds('结余', ['教育教学质量奖', 400, 200, null, null], ['教育信息化提升专项', '约100', 5, 5, null]),
        'derived',
      ),
    ).toEqual({}));

  test('a cell inside a merged one is not written to', () => {
    const grid = [
      [...FUNDS, '结余'],
      [...A, null],
      [...B, null],
    ];
    const merged = { merges: [{ top: 1, left: 4, bottom: 2, right: 4 }] };
    expect(Object.keys(contents(propose(bookOf(grid, merged, '附件3')), 'derived'))).toEqual(['E2']);
  });

  test('a hidden row is named, not written to', () => {
    const proposal = propose(
      bookOf(
        [
          [...FUNDS, '结余'],
          [...A, null],
          [...B, null],
        ],
        { hiddenRows: [2] },
        '附件3',
      ),
    );
    expect(Object.keys(contents(proposal, 'derived'))).toEqual(['E2']);
    expect(proposal.refused).toContainEqual({ where: '附件3!E3', why: '所在行已隐藏，取消隐藏后再填' });
  });

  const rate = (figure: number | null, options: SheetOptions = {}) =>
    propose(
      bookOf(
        [
          [...FUNDS, '执行率'],
          [...A, null],
          [...B, figure],
        ],
        options,
        '附件3',
      ),
    );

  test('of percentages goes on as it began: in figures, in cells with %, else in cells with % of its own', () => {
    expect(contents(rate(20), 'derived')['E2']).toContain('ROUND(100*');
    const formats = [[], [null, null, null, null, '0%'], [null, null, null, null, '0%']];
    expect(contents(rate(0.2, { formats }), 'derived')['E2']).not.toContain('100*');
    const own = (proposal: FillProposal) =>
      proposal.groups.find(({ id }) => id.startsWith('derived@'))?.edits.map(({ edit }) => edit.kind);
    expect(own(rate(null))).toEqual(['format', 'content', 'format', 'content']);
    expect(own(rate(20))).toEqual(['content']);
  });
});

describe('a new column', () => {
  const offered = (grid: Grid, options: SheetOptions = {}, name = '附件3') => {
    const book = bookOf(grid, options, name);
    return proposeFill(book, recognizeWorkbook(book, yichunPlan), yichunPlan, { newColumns: true });
  };

  test('is offered to the right, with its header, its rows and a format for percentages', () => {
    const proposal = offered([FUNDS, A, B]);
    expect(contents(proposal, 'new-columns')).toMatchObject({
      E1: '执行率', F1: '结余', E2: '=IF(COUNT(B2,D2)<2,"",IF(B2=0,"",D2/B2))', F3: '=IF(COUNT(B3,D3)<2,"",ROUND(B3-D3,6))',
    }); // prettier-ignore
    const formats = proposal.groups
      .find(({ id }) => id.startsWith('new-columns@'))
      ?.edits.flatMap(({ edit }) => (edit.kind === 'format' ? [[edit.column, edit.format]] : []));
    expect(formats).toContainEqual([4, '0.0%']);
    expect(formats?.every(([column]) => column === 4)).toBe(true);
  });

  test('is not offered where it is there already, or has no inputs', () => {
    expect(
      Object.values(
        contents(
          offered([
            [...FUNDS, '结余'],
            [...A, 300],
            [...B, 80],
          ]),
          'new-columns',
        ),
      ),
    ).not.toContain('结余');
    expect(contents(offered([FUNDS.slice(0, 2), A.slice(0, 2), B.slice(0, 2)]), 'new-columns')).toEqual({});
  });

  test('is refused where something stands to the right, or is merged there', () => {
    const beside: Grid = [FUNDS, A, B, [], [], ['另表', null, null, null, null, null, '注']];
    expect(contents(offered(beside), 'new-columns')).toHaveProperty('E1');
    const merged = offered([FUNDS, A, B], { merges: [{ top: 1, left: 4, bottom: 2, right: 4 }] });
    expect(contents(merged, 'new-columns')).toEqual({});
    expect(merged.refused).toContainEqual({ where: '附件3!E2', why: '要增加“执行率”列，但右侧已有内容' });
  });
});
