import { PROFILES } from '../../audit/profiles';
import { createWorkerPool, writeFileAtomically, type JobResult } from '../../files/node';
import { localDay } from '../../workbook';
import type { Command } from '../command';
import { EXIT, worse, type ExitCode } from '../exit-code';
import { ndjsonFormat } from '../formats/ndjson';
import type { FileReport, ReportFormat } from '../formats/report';
import { sarifFormat } from '../formats/sarif';
import { textFormat } from '../formats/text';
import type { CliHost } from '../host';
import { expandInputs, leftOut, leftOutNote } from '../inputs';
import type { AuditOutcome, AuditRequest } from '../jobs/audit';
import { jobCount } from '../job-count';
import { planOf, unitOf } from '../load-plan-file';
import { profileOf } from '../load-profile-file';
import { progressLine } from '../progress';
import type { CliJobs } from '../worker';

const FORMATS: Readonly<Record<string, (version: string) => ReportFormat>> = {
  text: textFormat,
  ndjson: ndjsonFormat,
  sarif: sarifFormat,
};
const NO_TABLE =
  '没有找到方案的任何一张表（学校建设、经费、责任清单、目标），没有审核。请确认文件无误，或保留方案原有的表头后再试。';

export const audit: Command = {
  files: { min: 1, max: Infinity },
  operands: 'FILE…',
  options: {
    format: {
      kind: 'value',
      value: Object.keys(FORMATS).join('|'),
      allowed: Object.keys(FORMATS),
      help: '输出格式，默认 text',
    },
    out: { kind: 'value', value: 'FILE', writes: 'file', help: '把结果写入文件，不在屏幕上显示' },
    report: { kind: 'value', value: 'REPORT.xlsx', writes: 'file', help: '另写一份审核报告，可打印签字' },
    plan: { kind: 'value', value: 'PLAN.json', help: '用另一份方案数据（或登记的方案基准）' },
    unit: { kind: 'value', value: '单位', help: '指定填报单位；不指定时从工作簿中识别' },
    profile: {
      kind: 'value',
      value: 'NAME|FILE',
      help: `审核口径：${PROFILES.map(({ id, title }) => `${id} ${title}`).join('，')}；或口径文件（JSON）`,
    },
    previous: { kind: 'value', value: 'FILE', help: '同一单位上期的工作簿，用于跨期审核' },
    jobs: { kind: 'value', value: 'N', help: '同时处理的文件数，默认等于处理器核数' },
  },
  notes: [
    'FILE 可以是文件、文件夹，或含 *、? 的文件名；文件夹中的工作簿按名称排序。',
    '不写 --profile 时，按工作簿中保存的口径；工作簿没有保存的，按 free。口径文件的写法见 README。',
    '--previous 只与同一单位、期次不晚于本期的文件比较，其余文件会说明未比较。',
    '工作簿中保存的审核说明、登记的名称一并采用；数值改动后，原说明作废。',
  ],
  async run({ files, values }, host) {
    const jobs = jobCount(values.jobs);
    const loaded = await planOf(values.plan, host);
    const asked = await profileOf(values.profile, host);
    if (!loaded.ok || !asked.ok) return EXIT.fileFailed;
    const request: AuditRequest = {
      plan: loaded.isBuiltIn ? null : loaded.plan,
      unit: unitOf(loaded.plan, values.unit),
      profile: asked.profile,
      previous: values.previous ?? null,
      reportOn: values.report === undefined ? null : localDay(new Date()),
    };
    const inputs = expandInputs(files);
    host.note(leftOutNote(leftOut(files)));
    const format = (FORMATS[values.format ?? 'text'] ?? textFormat)(host.version);
    const kept: string[] = [];
    const reports: FileReport[] = [];
    const out = values.out === undefined ? (text: string) => host.out(text) : (text: string) => kept.push(text);

    const pool = createWorkerPool<CliJobs>({ entry: host.workerEntry, size: Math.min(jobs, inputs.length) });
    const signal = host.signal;
    let code: ExitCode = EXIT.fine;
    let done = 0;
    const audited = inputs.map(async (input) => {
      const report =
        input.kind === 'nothing'
          ? unreadable(input.name, input)
          : reportOf(input.name, await pool.run('audit', { path: input.path }, request, signal));
      done++;
      if (!signal.aborted) host.progress?.(progressLine(done, inputs.length, input.name));
      return report;
    });
    try {
      out(format.begin());
      // Files are done in any order and told in theirs.
      for (const next of audited) {
        const report = await next;
        if (signal.aborted) return code;
        code = worse(code, codeOf(report));
        out(format.one(report));
        if (values.report !== undefined) reports.push(report);
      }
      out(format.end());
    } finally {
      await pool.close();
    }
    if (values.out !== undefined) code = worse(code, await save(values.out, kept.join(''), host));
    if (values.report !== undefined) {
      const { auditReportFile } = await import('../audit-report-file');
      code = worse(code, await save(values.report, auditReportFile(reports), host));
    }
    return code;
  },
};

function reportOf(file: string, result: JobResult<AuditOutcome>): FileReport {
  if (!result.ok) return unreadable(file, result);
  const outcome = result.value;
  // A workbook without any of the plan's tables was not audited, whatever its exit code would say.
  if (outcome.verdict === 'nothingFound') {
    const why = outcome.notes.find(({ code }) => code === 'empty' || code === 'lyingTable');
    return unreadable(file, why ?? { code: 'noTable', message: NO_TABLE });
  }
  return { kind: 'audited', file, outcome };
}

function unreadable(file: string, why: { readonly code: string; readonly message: string }): FileReport {
  return { kind: 'unreadable', file, code: why.code, message: why.message };
}

function codeOf(report: FileReport): ExitCode {
  if (report.kind === 'unreadable') return EXIT.fileFailed;
  return report.outcome.counts.error > 0 ? EXIT.errorsFound : EXIT.fine;
}

async function save(path: string, content: string | Uint8Array, host: CliHost): Promise<ExitCode> {
  const written = await writeFileAtomically(path, content);
  host.note(written.ok ? `已写入 ${path}\n` : `${path}：${written.message}（${written.code}）\n`);
  return written.ok ? EXIT.fine : EXIT.fileFailed;
}
