import type { Report, ReportContext } from '../context';
import type { MeasureLine } from '../facts/measures';
import { head, madeLine, NOT_IN_PLAN, planNotes, signature, weighty } from '../paper/frame';
import { columnRange, type DataSheet, type Live, quoted } from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { FORMATS } from '../style';

type Key = 'sequence' | 'departments' | 'progressNote' | 'state';
type MeasuresData = DataSheet<Key>;

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 5 },
  { title: '一级标题', width: 12 },
  { title: '工作举措', width: 42 },
  { title: '责任部门', width: 16 },
  { title: '本期进展', width: 28 },
  { title: '完成情况', width: 9 },
  { title: '存在问题', width: 18 },
  { title: '下步打算', width: 18 },
  { title: '填报部门', width: 12 },
];
/** Annex number, title, period, unit line, header: the first measure stands on the sixth row. */
const FIRST_ROW = 5;
/** Between the departments of one cell; counting by department looks for a name between two of these. */
const BETWEEN = '、';

function departmentsText(line: MeasureLine): string {
  return line.departments.length === 0 ? NOT_IN_PLAN : line.departments.join(BETWEEN);
}

export function measuresData(context: ReportContext): MeasuresData {
  return {
    sheet: context.sheetName('部门责任清单'),
    first: FIRST_ROW,
    columns: { sequence: 0, departments: 3, progressNote: 4, state: 5 },
    rows: context.measures.map((line, i) => ({
      sequence: i + 1,
      departments: departmentsText(line),
      progressNote: line.progressNote.value,
      state: line.state.value,
    })),
  };
}

/** Runs of neighbours under the same heading. */
function headingRuns(lines: readonly MeasureLine[]): readonly { readonly at: number; readonly count: number }[] {
  const runs: { at: number; count: number }[] = [];
  lines.forEach((line, i) => {
    const last = runs.at(-1);
    if (last && lines[last.at]?.heading === line.heading) last.count++;
    else runs.push({ at: i, count: 1 });
  });
  return runs;
}

export const measures: Report = {
  id: '部门责任清单',
  about: '附件1各项举措的责任部门、进展、问题和下步打算。',
  needs: [],
  make(context) {
    const lines = context.measures;
    const paper = new Paper(
      context.sheetName('部门责任清单'),
      COLUMNS.map((column) => column.width),
    );
    head(paper, context, '重点举措责任分工及进展表', '', '附件1');
    paper.tableHeader(COLUMNS);
    lines.forEach((line, i) => {
      const row = FIRST_ROW + i;
      const text = line.text;
      paper.put(row, 0, 'bodyCentre', i + 1);
      paper.put(row, 2, 'body', text);
      paper.put(row, 3, 'body', departmentsText(line));
      [line.progressNote, line.state, line.problem, line.nextStep].forEach((taken, c) =>
        paper.put(row, 4 + c, c === 1 ? 'bodyCentre' : 'body', context.ink(taken)),
      );
      paper.put(row, 8, 'body', line.reportedBy);
    });
    for (const { at, count } of headingRuns(lines)) {
      paper.put(FIRST_ROW + at, 1, 'bodyCentre', lines[at]?.heading ?? '', { down: count });
      paper.together(FIRST_ROW + at, FIRST_ROW + at + count - 1);
    }
    paper.row = FIRST_ROW + lines.length;
    const ids = context.plan.measures.flatMap((measure) => weighty(context, measure.notes));
    const general = context.plan.notes.filter((note) => note.kind === 'gap' && note.text.includes('牵头'));
    paper.notes([
      `责任部门照填报内容或方案列出，不分牵头与配合；“${NOT_IN_PLAN}”为方案存本没有显示部门的举措。`,
      ...planNotes(context, [...ids, ...general.map((note) => note.id)]),
      madeLine(context),
    ]);
    signature(paper, context);
    return paper.finish({ freezeColumns: 1, keys: [2] });
  },
};

/** True where the row of the list says how the measure stands. */
function isReportedOn(row: MeasuresData['rows'][number]): boolean {
  return Boolean(row.progressNote ?? '') || Boolean(row.state ?? '');
}

/** A test, row by row, whether the department is among those of the cell. */
function namesTest(data: MeasuresData, department: string): string {
  const cells = columnRange(data, 'departments');
  return `ISNUMBER(SEARCH(${quoted(BETWEEN + department + BETWEEN)},"${BETWEEN}"&${cells}&"${BETWEEN}"))`;
}

interface DepartmentFigures {
  readonly sequences: string;
  readonly count: Live;
  readonly reported: Live;
}

function figuresOf(data: MeasuresData, department: string): DepartmentFigures {
  const own = data.rows.filter((row) =>
    String(row.departments ?? '')
      .split(BETWEEN)
      .includes(department),
  );
  const test = namesTest(data, department);
  const said = `((${columnRange(data, 'progressNote')}<>"")+(${columnRange(data, 'state')}<>"")>0)`;
  return {
    sequences: own.map((row) => String(row.sequence)).join(BETWEEN),
    count: { value: own.length, formula: `SUMPRODUCT(${test}*1)` },
    reported: { value: own.filter(isReportedOn).length, formula: `SUMPRODUCT(${test}*${said})` },
  };
}

export const byDepartment: Report = {
  id: '按部门',
  about: '每个部门涉及的举措序号、条数和报送情况。',
  needs: ['部门责任清单'],
  make(context) {
    const data = measuresData(context);
    const paper = new Paper(context.sheetName('按部门'), [6, 30, 52, 12, 12, 12]);
    head(paper, context, '重点举措责任部门报送情况表', '条');
    paper.tableHeader(['序号', '部门', '涉及条目序号', '条数', '已报', '未报'].map((title) => ({ title, width: 0 })));
    const named = context.measures.flatMap((line) => line.departments);
    const names = [...new Set([...context.plan.departments, ...named])];
    names.forEach((name, i) => {
      const row = paper.row++;
      const { sequences, count, reported } = figuresOf(data, name);
      paper.put(row, 0, 'bodyCentre', i + 1);
      paper.put(row, 1, 'body', name);
      paper.put(row, 2, 'body', sequences, { format: '@' });
      const all = paper.put(row, 3, 'number', count, { format: FORMATS.whole });
      const done = paper.put(row, 4, 'number', reported, { format: FORMATS.whole });
      const open = Number(all.value) - Number(done.value);
      paper.put(
        row,
        5,
        'number',
        { value: open, formula: `${all.formula}-${done.formula}` },
        { format: FORMATS.whole },
      );
    });
    const silent = context.measures.filter((line) => line.departments.length === 0).length;
    paper.notes([
      '一条举措有几个责任部门的，各部门各计一条，故各部门条数之和多于举措条数。本期进展或完成情况有内容的为已报。',
      ...(silent > 0 ? [`另有${silent}条举措方案存本没有显示责任部门，未计入。`] : []),
      madeLine(context),
    ]);
    signature(paper, context);
    return paper.finish({ keys: [1] });
  },
};
