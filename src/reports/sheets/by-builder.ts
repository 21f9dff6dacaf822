import type { Report, ReportContext } from '../context';
import { PROGRESS } from '../facts/progress';
import { head, madeLine, planNotes, signature } from '../paper/frame';
import { countRows, countWords, isNumber, sumRows, type Live, type Where } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { CHART_COLOURS, FORMATS } from '../style';
import { cellName } from '../../workbook';
import { remainder } from './chart-seats';
import { countProgress, ledgerData, type LedgerData } from './ledger';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '建设主体', width: 17 },
  { title: '项目数（个）', width: 8.5 },
  { title: '规划班数（个）', width: 9 },
  { title: '规划学位（个）', width: 9 },
  { title: '规划用地（亩）', width: 10 },
  { title: '未开工', width: 8, group: '项目进度（个）' },
  { title: '在建', width: 8, group: '项目进度（个）' },
  { title: '基本完工', width: 8, group: '项目进度（个）' },
  { title: '已完工', width: 8, group: '项目进度（个）' },
  { title: '投入使用', width: 8, group: '项目进度（个）' },
  { title: '已形成学位（个）', width: 11 },
  { title: '完成投资（万元）', width: 11 },
  { title: '逾期项目数（个）', width: 11 },
  { title: '备注', width: 24 },
];
const FIRST_STATUS = 5;
const LAST_STATUS = 9;
const REMARK = 13;
const FORMAT_OF = (column: number): string => (column === 4 || column === 11 ? FORMATS.twoPlaces : FORMATS.whole);

type LedgerWhere = Where<keyof LedgerData['columns']>;

/** Figures of the columns 1 to 12 over the rows that meet the condition. */
function figures(data: LedgerData, where: LedgerWhere): readonly Live[] {
  return [
    countRows(data, 'sequence', where),
    sumRows(data, 'classes', where),
    sumRows(data, 'seats', where),
    sumRows(data, 'land', where),
    ...PROGRESS.map((progress) => countProgress(data, [progress], where)),
    sumRows(data, 'formedSeats', where),
    sumRows(data, 'invested', where),
    // 0 projects behind time is a figure only where planned days were given.
    countWords(data, 'lagging', ['滞后'], where, 'plannedCompletion'),
  ];
}

/** Excel compares with no longer text; rows under a longer one count as 建设主体未明. */
const LONGEST_NAME = 200;

/** The plan's builders, then other names that the ledger holds. */
export function builderNames(context: ReportContext): readonly string[] {
  const reported = context.projects
    .map((project) => project.builder.value)
    .filter((name): name is string => typeof name === 'string' && name.length <= LONGEST_NAME);
  return [...new Set([...context.plan.builders.map((builder) => builder.name), ...reported])];
}

/** Says how many projects have no status that can be classed. */
function statusRemark(row: number, cells: readonly Live[]): Live {
  const all = cells[0]?.value;
  const classed = cells.slice(FIRST_STATUS - 1, LAST_STATUS).map((cell) => cell.value);
  const known = classed.filter(isNumber).reduce((a, b) => a + b, 0);
  const count = cellName(row, 1);
  const range = `${cellName(row, FIRST_STATUS)}:${cellName(row, LAST_STATUS)}`;
  const open = isNumber(all) ? all - known : 0;
  return {
    value: open === 0 ? '' : `状态未报或待归类${open}个`,
    formula: `IF(${count}="","",IF(${count}-SUM(${range})=0,"","状态未报或待归类"&(${count}-SUM(${range}))&"个"))`,
  };
}

export const byBuilder: Report = {
  id: '分建设主体汇总',
  about: '各建设主体的项目数、规模、进度、投资和逾期项目；只汇总上报数。',
  needs: ['项目进度台账'],
  make(context) {
    const data = ledgerData(context);
    const paper = new Paper(
      context.sheetName('分建设主体汇总'),
      COLUMNS.map((column) => column.width),
    );
    head(paper, context, '分建设主体学校建设情况汇总表', '个、亩、万元');
    paper.tableHeader(COLUMNS);
    const top = paper.row;
    const names = builderNames(context);
    const rows = names.map((name) => {
      const row = paper.row++;
      paper.put(row, 0, 'body', name);
      const cells = figures(data, { builder: name }).map((figure, i) =>
        paper.put(row, i + 1, 'number', figure, { format: FORMAT_OF(i + 1) }),
      );
      paper.put(row, REMARK, 'body', statusRemark(row, cells));
      return cells;
    });
    const openRow = paper.row++;
    paper.put(openRow, 0, 'body', '（建设主体未明）');
    const totals = figures(data, {});
    const openCells = totals.map((total, i) => {
      const parts = rows.flatMap((cells) => cells[i] ?? []);
      return paper.put(openRow, i + 1, 'number', remainder(total, parts), { format: FORMAT_OF(i + 1) });
    });
    paper.put(openRow, REMARK, 'body', statusRemark(openRow, openCells));
    const bottom = openRow;
    const totalRow = paper.row++;
    paper.put(totalRow, 0, 'total', '合计', { align: 'centre' });
    totals.forEach((total, i) => paper.put(totalRow, i + 1, 'total', total, { format: FORMAT_OF(i + 1) }));
    paper.put(totalRow, REMARK, 'total', null);
    const notes = context.plan.notes.filter((note) => /建设主体/u.test(note.text)).map((note) => note.id);
    paper.notes([
      '只汇总上报数，不按主体预填计划数；未写建设主体的项目列入“建设主体未明”。逾期指项目进度台账中标“滞后”的项目。',
      ...planNotes(context, notes),
      madeLine(context),
    ]);
    signature(paper, context);
    const classed = [...rows, openCells].flatMap((cells) => cells.slice(FIRST_STATUS - 1, LAST_STATUS));
    const hasChart = classed.some((cell) => isNumber(cell.value));
    const area = (column: number) => ({ top, bottom, left: column, right: column });
    if (hasChart)
      paper.chart(
        {
          name: '分建设主体进度图',
          type: 'columnStacked',
          title: '各建设主体项目进度（个）',
          categories: area(0),
          series: PROGRESS.map((name, i) => ({
            name,
            values: area(FIRST_STATUS + i),
            colour: CHART_COLOURS.progress[name],
          })),
          valueFormat: FORMATS.axis,
        },
        11,
      );
    return paper.finish({ freezeColumns: 1, keys: [0] });
  },
};
