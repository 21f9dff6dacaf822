import type { PlanIndicator } from '../../plan';
import type { Report, ReportContext } from '../context';
import { DONE } from '../facts/progress';
import type { IndicatorLine } from '../facts/indicators';
import { head, madeLine, planNotes, signature, weighty } from '../paper/frame';
import {
  BLANK,
  divided,
  isNumber,
  minus,
  orElse,
  ratio,
  sumRows,
  sumWords,
  type Live,
  type Where,
} from '../paper/live';
import { Paper, type HeaderColumn } from '../paper/paper';
import { FORMATS } from '../style';
import { countProgress, KIND_NAMES, ledgerData, type LedgerData } from './ledger';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 6 },
  { title: '指标名称', width: 25 },
  { title: '计量单位', width: 8 },
  { title: '目标', width: 12 },
  { title: '上年完成', width: 11 },
  { title: '本期完成（累计）', width: 11 },
  { title: '完成率（%）', width: 10 },
  { title: '与目标差距', width: 14 },
  { title: '是否达到', width: 8 },
  { title: '责任单位', width: 16 },
  { title: '说明', width: 32 },
];

/** What the ledger says of a construction target, in the target's unit. */
interface Counted extends Live {
  /** Seats that nobody reported as formed, told from what is built. */
  readonly isReckoned: boolean;
}

/**
 * Figures of the ledger that a construction target counts, as 目标差额 counts them: schools done; seats formed or, where
 * no project reports any, the planned seats of the schools done. `null` where the ledger does not hold such a thing.
 */
export function achieved(data: LedgerData, context: ReportContext, indicator: PlanIndicator): Counted | null {
  const { measures } = indicator;
  if (!measures || measures.what === 'improvedSeats') return null;
  const stage = context.plan.stages.find(({ id }) => id === measures.stage);
  const where: Where<keyof LedgerData['columns']> = {
    ...(stage ? { stage: stage.name } : {}),
    ...(measures.kind ? { kind: KIND_NAMES[measures.kind] } : {}),
  };
  if (measures.what === 'schools') return { ...countProgress(data, DONE, where), isReckoned: false };
  const formed = sumRows(data, 'formedSeats', where);
  const seats = divided(orElse(formed, builtSeats(data, where)), indicator.unit.startsWith('万') ? 10_000 : 1);
  return { ...seats, isReckoned: formed.value === BLANK && seats.value !== BLANK };
}

/** Planned seats of the schools done: 0 where none is, blank where nothing is said of progress or of their seats. */
function builtSeats(data: LedgerData, where: Where<keyof LedgerData['columns']>): Live {
  const done = countProgress(data, DONE, where);
  const planned = sumWords(data, 'seats', 'progress', DONE, where);
  return {
    value: done.value === BLANK || done.value === 0 ? done.value : planned.value,
    formula: `IF(N(${done.formula})=0,${done.formula},${planned.formula})`,
  };
}

function formatOf(unit: string): string {
  return unit === '%' ? FORMATS.percentFigure : unit.startsWith('万') ? FORMATS.twoPlaces : FORMATS.whole;
}

/** 是 or 否 where both are numbers; blank otherwise. */
function reached(actual: Live, target: Live): Live {
  const known = isNumber(actual.value) && isNumber(target.value);
  const isReached = known && Number(actual.value) >= Number(target.value) - 1e-6;
  return {
    value: known ? (isReached ? '是' : '否') : '',
    formula: `IF(COUNT(${actual.formula},${target.formula})<2,"",IF(${actual.formula}>=${target.formula}-0.000001,"是","否"))`,
  };
}

/** Notes that concern this indicator in particular; what concerns many stands once below the table. */
function ownNotes(context: ReportContext, indicator: PlanIndicator): readonly string[] {
  const bearers = (id: string): number => context.plan.indicators.filter(({ notes }) => notes.includes(id)).length;
  return weighty(context, indicator.notes).filter((id) => bearers(id) <= 3);
}

function remarkOf(context: ReportContext, line: IndicatorLine, counted: Counted | null, usesLedger: boolean): string {
  const { indicator, actual, remark } = line;
  const ids = ownNotes(context, indicator);
  const parts = [
    typeof remark.value === 'string' ? remark.value : '',
    usesLedger ? (counted?.isReckoned ? '按台账形象进度推算' : '按台账统计') : '',
    isNumber(actual.value) && isNumber(counted?.value) && Math.abs(actual.value - Number(counted.value)) > 0.005
      ? `上报数与项目进度台账统计数${counted.value}${indicator.unit}不一致`
      : '',
    ids.length > 0 ? ids.join('、') : '',
  ];
  return parts.filter((part) => part !== '').join('；');
}

function setRow(paper: Paper, context: ReportContext, line: IndicatorLine, index: number): void {
  const { indicator } = line;
  const row = paper.row++;
  const format = formatOf(indicator.unit);
  const isText = indicator.comparison === 'text';
  paper.put(row, 0, 'bodyCentre', index + 1);
  paper.put(row, 1, 'body', indicator.name);
  paper.put(row, 2, 'bodyCentre', isText ? '—' : indicator.unit);
  const figure = isText ? ('bodyCentre' as const) : ('number' as const);
  const shown = isText ? {} : { format };
  const target = paper.put(row, 3, figure, indicator.target ?? indicator.targetText, shown);
  paper.put(row, 4, figure, context.ink(line.previous), shown);
  const counted = achieved(ledgerData(context), context, indicator);
  const usesLedger = line.actual.value === null && isNumber(counted?.value);
  const actual = paper.put(row, 5, figure, usesLedger ? counted : context.ink(line.actual), shown);
  if (isText) {
    for (const column of [6, 7]) paper.put(row, column, 'bodyCentre', null);
    paper.put(row, 8, 'bodyCentre', context.ink(line.isReached));
  } else {
    const gap = indicator.unit === '%' ? '0.0"个百分点"_ ' : format;
    paper.put(row, 6, 'number', ratio(actual, target), { format: FORMATS.percent });
    paper.put(row, 7, 'number', minus(target, actual), { format: gap });
    paper.put(row, 8, 'bodyCentre', reached(actual, target));
  }
  paper.put(row, 9, 'body', context.ink(line.responsibleUnit));
  paper.put(row, 10, 'body', remarkOf(context, line, counted, usesLedger));
}

export const targets: Report = {
  id: '目标完成情况',
  about: '各项目标的完成数、完成率和差距。',
  needs: ['项目进度台账'],
  make(context) {
    const { plan } = context;
    const years = new Set(plan.indicators.map((indicator) => indicator.targetYear));
    const year = years.size === 1 ? `${[...years][0] ?? ''}年目标` : '目标';
    const paper = new Paper(
      context.sheetName('目标完成情况'),
      COLUMNS.map((column) => column.width),
    );
    head(paper, context, `${context.campaign}目标完成情况表`, '');
    paper.tableHeader(COLUMNS.map((column) => (column.title === '目标' ? { ...column, title: year } : column)));
    context.indicators.forEach((line, index) => setRow(paper, context, line, index));
    const ids = plan.indicators.flatMap((indicator) => weighty(context, indicator.notes));
    paper.notes([
      '与目标差距＝目标－本期完成，负数为超出目标；百分率指标的差距为百分点；文字目标不算完成率。单位未报而台账有数的，按台账统计：学校为已完工和投入使用的所数；学位为已形成学位，各校均未填的，按已完工和投入使用学校的规划学位推算。',
      '上年完成、责任单位方案未列示，由填报单位填写；空格为未报，不作0计。',
      ...planNotes(context, ids),
      madeLine(context),
    ]);
    signature(paper, context);
    return paper.finish({ freezeColumns: 2, keys: [1, 2] });
  },
};
