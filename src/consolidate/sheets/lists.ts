import { fieldOf, type FieldId } from '../../recognize';
import { Paper, type HeaderColumn } from '../../reports/paper/paper';
import { columnName, type SheetSpec } from '../../workbook';
import { MANY_RULES } from '../rules';
import type { Consolidation, ManyFinding } from '../types';
import { figureText, originNote } from './figures';

export const LEVEL_WORDS = { error: '强制性', warning: '核实性', info: '提示' } as const;

/** A number that is to be read as the unit wrote it: a date, a percentage. */
interface FormattedNumber {
  readonly value: string | number;
  readonly format: string | undefined;
}

/** A plain list with a title; an empty one says so. */
function listSheet(
  name: string,
  title: string,
  period: string | null,
  columns: readonly HeaderColumn[],
  rows: readonly (readonly (string | number | null | FormattedNumber)[])[],
  notes: readonly string[],
  empty: string,
): SheetSpec {
  const paper = new Paper(
    name,
    columns.map(({ width }) => width),
  );
  paper.line('title', title);
  paper.line('period', period === null ? '' : `（${period}）`);
  paper.tableHeader(columns);
  rows.forEach((row) => {
    const at = paper.row++;
    columns.forEach((_, column) => {
      const cell = row[column] ?? null;
      const { value, format } = typeof cell === 'object' && cell !== null ? cell : { value: cell, format: undefined };
      const look = column === 0 ? 'bodyCentre' : typeof value === 'number' ? 'number' : 'body';
      paper.put(at, column, look, value, format === undefined ? {} : { format });
    });
  });
  if (rows.length === 0) paper.line('body', empty);
  if (notes.length > 0) paper.notes(notes);
  return paper.finish();
}

/** 差异: what contradicts between submissions, against the plan and against the previous consolidation. */
export function differencesSheet({ findings, period }: Consolidation): SheetSpec {
  const titles = new Map(MANY_RULES.flatMap(({ ids, title }) => ids.map((id) => [id, title] as const)));
  return listSheet(
    '差异',
    '汇总差异清单',
    period,
    [
      { title: '序号', width: 5.5 },
      { title: '级别', width: 8 },
      { title: '规则', width: 7 },
      { title: '类别', width: 18 },
      { title: '涉及单位', width: 14 },
      { title: '学校或项目', width: 22 },
      { title: '差异', width: 52 },
      { title: '所报', width: 14 },
      { title: '应为或对照', width: 14 },
      { title: '依据', width: 20 },
      { title: '建议', width: 30 },
      { title: '所在位置', width: 40 },
    ],
    findings.map((finding, index) => [
      index + 1,
      LEVEL_WORDS[finding.level],
      finding.rule,
      titles.get(finding.rule) ?? '',
      finding.units.join('、'),
      finding.subject,
      finding.text + questionText(finding),
      finding.found,
      finding.expected,
      finding.source,
      finding.advice,
      placesText(finding),
    ]),
    [],
    '各单位所报之间、与方案、与上期汇总之间没有发现差异。',
  );
}

function questionText({ question }: ManyFinding): string {
  if (!question) return '';
  const options = question.choices.map(({ label, id }) => (id === question.suggested ? `${label}（暂用）` : label));
  return `可选：${options.join('；')}。`;
}

const MOST_PLACES = 20;

function placesText({ origins }: ManyFinding): string {
  const shown = origins
    .slice(0, MOST_PLACES)
    .map((origin) => (origin.sheet === '' ? `${origin.unit} · ${origin.file}` : originNote(origin)));
  const more = origins.length - shown.length;
  return [...shown, ...(more > 0 ? [`另有${more}处`] : [])].join('\n');
}

/** 未匹配: rows that mean nothing of the plan for certain; they are not in the sum. */
export function unmatchedSheet({ unmatched, moreUnmatched, period }: Consolidation): SheetSpec {
  const kinds = { schools: '学校', funds: '经费', responsibilities: '举措', indicators: '指标' } as const;
  return listSheet(
    '未匹配',
    '未匹配到方案的行',
    period,
    [
      { title: '序号', width: 6 },
      { title: '填报单位', width: 14 },
      { title: '文件', width: 28 },
      { title: '工作表', width: 14 },
      { title: '行', width: 9 },
      { title: '类别', width: 8 },
      { title: '所报名称', width: 28 },
      { title: '可能是', width: 28 },
      { title: '所报内容', width: 50 },
    ],
    unmatched.map(({ row, unit, file }, index) => [
      index + 1,
      unit,
      file,
      row.sheet,
      row.fillsColumn ? `${columnName(row.row)}列` : `第${row.row + 1}行`,
      kinds[row.kind],
      row.name,
      row.candidates.join('、'),
      Object.entries(row.figures)
        .map(([field, figure]) => `${fieldOf(field as FieldId).title}：${figureText(figure)}`)
        .join('；'),
    ]),
    [
      '以上各行未计入汇总表。名称有误的请报送单位改正；确为方案学校新名的，请在其工作簿中确认后重报。',
      ...moreUnmatched.map(({ file, unit, count }) => `${unit}的${file}另有${count}行与方案无关，未列出。`),
    ],
    '所有行都已匹配到方案。',
  );
}

/** 来源: the cell behind every figure of the sum. */
export function originsSheet({ rows, period }: Consolidation): SheetSpec {
  const lines = rows.flatMap(({ name, figures }) =>
    (Object.keys(figures) as FieldId[]).sort().flatMap((field) => {
      const figure = figures[field];
      return figure ? [{ name, field, figure }] : [];
    }),
  );
  return listSheet(
    '来源',
    '汇总数来源',
    period,
    [
      { title: '序号', width: 6 },
      { title: '学校或项目', width: 28 },
      { title: '栏目', width: 14 },
      { title: '汇总表中的内容', width: 26 },
      { title: '填报单位', width: 14 },
      { title: '文件', width: 32 },
      { title: '工作表', width: 16 },
      { title: '单元格', width: 9 },
    ],
    lines.map(({ name, field, figure: { value, format, origin } }, index) => [
      index + 1,
      name,
      fieldOf(field).title,
      { value, format },
      origin.unit,
      origin.file,
      origin.sheet,
      origin.cell,
    ]),
    ['由几个单位相加的，各单位以分号分开。'],
    '没有任何单位报送的数。',
  );
}

/** 变动记录: what changed from one consolidation to the next. */
export function changeLogSheet({ log, period }: Consolidation): SheetSpec {
  return listSheet(
    '变动记录',
    '汇总变动记录',
    period,
    [
      { title: '序号', width: 6 },
      { title: '日期', width: 12 },
      { title: '变动', width: 90 },
    ],
    log.map(({ on, text }, index) => [index + 1, on, text]),
    [],
    '没有变动。',
  );
}
