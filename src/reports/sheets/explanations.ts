import { LEVELS, type AuditResult, type Finding } from '../../audit';
import { areaName, type SheetSpec } from '../../workbook';
import { Paper, type HeaderColumn } from '../paper/paper';
import { writtenDay } from '../paper/written-day';
import { LEVEL_NAMES } from './audit-report';

const COLUMNS: readonly HeaderColumn[] = [
  { title: '序号', width: 5.5 },
  { title: '级别', width: 6 },
  { title: '工作表', width: 12 },
  { title: '单元格', width: 10 },
  { title: '学校或项目', width: 18 },
  { title: '问题描述', width: 38 },
  { title: '填报值', width: 12 },
  { title: '审核说明', width: 34 },
  { title: '说明人', width: 9 },
  { title: '说明日期', width: 11 },
  { title: '是否有效', width: 14 },
];

/** 审核说明 as a sheet: every reason that is kept in the workbook, whether or not it still counts. */
export function explanationSheet(audit: AuditResult, madeOn: string): SheetSpec {
  const paper = new Paper(
    '审核说明',
    COLUMNS.map(({ width }) => width),
  );
  paper.line('title', '审核说明');
  paper.line('period', audit.period === null ? '（报告期：\u3000\u3000年\u3000\u3000月）' : `（${audit.period}）`);
  paper.ends(`填报单位：${audit.unit ?? '____________'}`, `生成日期：${writtenDay(madeOn)}`);
  paper.tableHeader(COLUMNS);
  const explained = LEVELS.flatMap((level) =>
    audit.findings.filter((finding) => finding.level === level && finding.explanation !== null),
  );
  explained.forEach((finding, index) => {
    const row = paper.row++;
    valuesOf(finding, index).forEach((value, column) =>
      paper.put(row, column, column < 2 || column > 7 ? 'bodyCentre' : 'body', value === '' ? null : value),
    );
  });
  if (explained.length === 0) {
    COLUMNS.forEach((_, column) => paper.put(paper.row, column, 'body', column === 5 ? '（没有审核说明）' : null));
    paper.row++;
  }
  paper.notes(['说明之后数值又有改动的，原说明作废，须重新说明或改正。']);
  paper.ends('填报人签字：', '负责人签字：\u3000\u3000\u3000\u3000\u3000\u3000', 'signature');
  return paper.finish({ freezeColumns: 1 });
}

function valuesOf({ level, place, subject, text, found, explanation }: Finding, index: number) {
  return [
    index + 1,
    LEVEL_NAMES[level],
    place.sheet ?? '全簿',
    place.area ? areaName(place.area) : '',
    subject,
    text,
    found,
    explanation?.text ?? '',
    explanation?.by ?? '',
    explanation?.on.slice(0, 10) ?? '',
    explanation?.isVoid ? '作废（数值已变）' : '有效',
  ];
}
