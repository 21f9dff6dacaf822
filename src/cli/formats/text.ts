import type { Level } from '../../audit';
import type { AuditOutcome, ListedFinding } from '../jobs/audit';
import { oneLine } from './one-line';
import type { ReportFormat } from './report';

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: '强制性', warning: '核实性', info: '提示' };

export const VERDICTS: Readonly<Record<AuditOutcome['verdict'], string>> = {
  pass: '可以报送',
  explain: '核实性问题改正或填写审核说明后可以报送',
  mend: '有强制性问题，改正后才能报送',
  nothingFound: '没有找到方案的表',
};

const NOT_COMPARED = {
  otherUnit: '上期文件是另一个单位的，请指定本单位的上期文件。',
  later: '指定的上期文件比本期还晚，请核对两个文件的报告期。',
} as const;

/** For a person: every finding a line, one summary line per file. */
export function textFormat(): ReportFormat {
  let isFirst = true;
  return {
    begin: () => '',
    one: (report) => {
      const gap = isFirst ? '' : '\n';
      isFirst = false;
      if (report.kind === 'unreadable')
        return `${gap}${oneLine(`${report.file}：无法审核（${report.code}）。${report.message}`)}\n`;
      const { outcome, file } = report;
      const lines = [
        oneLine(file),
        ...outcome.notes.map(({ message }) => `  说明 · ${message}`),
        ...(outcome.previousFailed
          ? [`  说明 · 上期文件没有读到，未作跨期审核：${outcome.previousFailed.message}`]
          : []),
        ...(outcome.previousUnused ? [`  说明 · 未作跨期审核：${NOT_COMPARED[outcome.previousUnused]}`] : []),
        ...outcome.findings.map((finding) => `  ${findingLine(finding)}`),
        summaryLine(outcome, file),
      ];
      return `${gap}${lines.join('\n')}\n`;
    },
    end: () => '',
  };
}

/** `强制性 · 附件2!C18 · 小计不符：初中规划班数小计应为 460，表中为 450，差 10。请核对…（A01，依据：附件2）` */
export function findingLine(finding: ListedFinding): string {
  const place =
    finding.sheet === null ? '整个工作簿' : finding.cell === null ? finding.sheet : `${finding.sheet}!${finding.cell}`;
  const reason = (text: string): string =>
    `${text.replace(/。$/u, '')}${finding.explainedBy && `（${finding.explainedBy}）`}。`;
  const explained =
    finding.explanation !== ''
      ? `已说明：${reason(finding.explanation)}`
      : finding.voided !== ''
        ? `数值已变，原说明作废：${reason(finding.voided)}`
        : '';
  const reference = `（${finding.rule}，依据：${finding.source}）`;
  const titled = finding.text.startsWith(finding.title) ? finding.text : `${finding.title}：${finding.text}`;
  const said = oneLine(`${titled}${finding.advice}${causedText(finding)}${explained}${reference}`);
  return `${LEVEL_NAMES[finding.level]} · ${oneLine(place)} · ${said}`;
}

/** More places than this are told by their number alone. */
const MOST_PLACES = 6;

/** `另有 2 处由此引起（D13、D24）。`: what goes away with this finding; one alone in its own words. */
function causedText({ caused, consequences, sheet }: ListedFinding): string {
  if (caused === 0) return '';
  const places = consequences.map((one) =>
    [...(one.sheet === null || one.sheet === sheet ? [] : [one.sheet]), ...(one.cell === null ? [] : [one.cell])].join(
      '!',
    ),
  );
  const named = [...new Set(places)].filter((place) => place !== '');
  const shown = named.slice(0, MOST_PLACES).join('、');
  const where =
    shown === '' ? '' : `（${shown}${named.length > MOST_PLACES || caused > consequences.length ? ' 等' : ''}）`;
  const [only] = consequences;
  return caused === 1 && only ? `由此引起${where}：${only.text}` : `另有 ${caused} 处由此引起${where}。`;
}

function summaryLine({ unit, period, tables, counts, verdict }: AuditOutcome, file: string): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const explained = counts.explained > 0 ? `（已说明 ${counts.explained} 项）` : '';
  return [
    `合计 ${oneLine(file)}`,
    oneLine(unit ?? '填报单位未明'),
    ...(period === null ? [] : [period]),
    `${tables.length} 张表 ${rows} 行`,
    `强制性 ${counts.error} 项，核实性 ${counts.warning} 项${explained}，提示 ${counts.info} 项`,
    VERDICTS[verdict],
  ].join(' · ');
}
