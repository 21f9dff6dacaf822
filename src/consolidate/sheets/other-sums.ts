import type { Plan } from '../../plan';
import { fieldOf, fieldsOf, type FieldId, type EntryKind } from '../../recognize';
import { writtenDay } from '../../reports';
import { Paper } from '../../reports/paper/paper';
import type { SheetSpec } from '../../workbook';
import { NAME_FIELD } from '../extract/rows';
import type { Consolidation, SumRow } from '../types';
import { columnTitle, putFigure } from './figures';

/** Order of the columns; what is not named here comes last. */
const ORDER: readonly FieldId[] = [
  'unit',
  'target',
  'previous',
  'actual',
  'heading',
  'departments',
  'progressNote',
  'state',
  'problem',
  'nextStep',
  'fundContent',
  'amount',
  'allocated',
  'spent',
  'rate',
];

interface OtherSum {
  readonly kind: Exclude<EntryKind, 'schools'>;
  readonly sheet: string;
  readonly title: string;
  /** What the plan itself says in a column that units may leave out. */
  readonly planned: (plan: Plan, item: string) => Readonly<Partial<Record<FieldId, string | number>>>;
}

const OTHER_SUMS: readonly OtherSum[] = [
  {
    kind: 'indicators',
    sheet: '汇总_目标',
    title: '目标完成情况汇总表',
    planned: (plan, item) => {
      const found = plan.indicators.find(({ id }) => id === item);
      const target = found?.target ?? found?.targetText ?? null;
      return found ? { unit: found.unit, ...(target === null ? {} : { target }) } : {};
    },
  },
  {
    kind: 'responsibilities',
    sheet: '汇总_责任清单',
    title: '重点举措责任分工及进展汇总表',
    planned: (plan, item) => {
      const found = plan.measures.find(({ id }) => id === item);
      return found ? { heading: found.heading, departments: found.departments.join('\n') } : {};
    },
  },
  {
    kind: 'funds',
    sheet: '汇总_经费',
    title: '经费安排及执行情况汇总表',
    planned: (plan, item) => {
      const found = plan.funds.find(({ id }) => id === item);
      return found ? { fundContent: found.content } : {};
    },
  },
];

/** Indicators, measures and funds, each on a sheet; only those of which a unit reported something. */
export function otherSumSheets(consolidation: Consolidation, plan: Plan): readonly SheetSpec[] {
  return OTHER_SUMS.flatMap((sum) => {
    const rows = consolidation.rows.filter(({ kind }) => kind === sum.kind);
    return rows.some(({ units }) => units.length > 0) ? [sheetOf(sum, rows, consolidation, plan)] : [];
  });
}

function sheetOf(sum: OtherSum, rows: readonly SumRow[], { period, asOf }: Consolidation, plan: Plan): SheetSpec {
  const name = NAME_FIELD[sum.kind];
  const planned = new Map(rows.map(({ item }) => [item, sum.planned(plan, item)]));
  const own = new Set(fieldsOf(sum.kind).map(({ id }) => id));
  const fields = [...new Set([...ORDER, ...own])].filter(
    (id) =>
      own.has(id) &&
      id !== 'sequence' &&
      id !== name &&
      rows.some(({ item, figures }) => figures[id] !== undefined || planned.get(item)?.[id] !== undefined),
  );
  const widths = [5.5, 30, ...fields.map((field) => (fieldOf(field).type === 'text' ? 24 : 12)), 16];
  const paper = new Paper(sum.sheet, widths);
  paper.line('title', sum.title);
  paper.line('period', period === null ? '（报告期：\u3000\u3000年\u3000\u3000月）' : `（${period}）`);
  paper.ends(`汇总单位：${plan.builders.find(({ isCity }) => isCity)?.name ?? ''}`, `制表日期：${writtenDay(asOf)}`);
  paper.tableHeader([
    { title: '序号', width: 5.5 },
    { title: fieldOf(name).title, width: 30 },
    ...fields.map((field, i) => ({ title: columnTitle(field), width: widths[2 + i] ?? 12 })),
    { title: '报送来源', width: 16 },
  ]);
  rows.forEach((row, index) => {
    const at = paper.row++;
    paper.put(at, 0, 'bodyCentre', index + 1);
    paper.put(at, 1, 'body', row.name);
    fields.forEach((field, i) => {
      const figure = row.figures[field];
      const stated = planned.get(row.item)?.[field];
      if (figure || stated === undefined) putFigure(paper, at, 2 + i, field, figure);
      else paper.put(at, 2 + i, typeof stated === 'number' ? 'number' : 'body', stated, { origin: '方案' });
    });
    paper.put(at, 2 + fields.length, 'body', row.units.join('、'));
  });
  paper.notes(['空格为没有单位报送，或各单位所报不一致且不能相加（见“差异”）。']);
  return paper.finish({ freezeColumns: 2 });
}
