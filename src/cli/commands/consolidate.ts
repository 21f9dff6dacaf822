import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  consolidate as settle,
  consolidationWorkbook,
  decisionsFrom,
  parseAnswers,
  returnNotice,
  type Consolidation,
  type FailedFile,
  type StoredState,
  type Submission,
} from '../../consolidate';
import { workbookSpecToXlsx } from '../../files';
import { createWorkerPool, writeFileAtomically, type WorkerPool } from '../../files/node';
import { sharedPlan } from '../../fill';
import type { Plan } from '../../plan';
import { readPeriod } from '../../recognize';
import { localTime, type WorkbookSpec } from '../../workbook';
import { UsageError, type Command } from '../command';
import { EXIT, worse, type ExitCode } from '../exit-code';
import { baselineConflictText } from '../formats/baseline-conflict';
import { consolidationNdjson, consolidationText, type UnreadFile } from '../formats/consolidation';
import type { CliHost } from '../host';
import { expandInputs, leftOut, leftOutNote, type Input } from '../inputs';
import { jobCount } from '../job-count';
import { planOf } from '../load-plan-file';
import { progressLine } from '../progress';
import { shownNames } from '../shown-names';
import type { CliJobs } from '../worker';

const FORMATS = { text: consolidationText, ndjson: consolidationNdjson } as const;
const A_CONSOLIDATION = '这是汇总簿，不是报送表，没有计入。接着它汇总请用 --previous。';

export const consolidate: Command = {
  files: { min: 1, max: Infinity },
  operands: 'FILE…',
  options: {
    out: { kind: 'value', short: 'o', value: 'OUT.xlsx', writes: 'file', isRequired: true, help: '汇总簿写入的文件' },
    format: { kind: 'value', value: 'text|ndjson', allowed: Object.keys(FORMATS), help: '屏幕输出的格式，默认 text' },
    previous: { kind: 'value', value: 'OLD.xlsx', help: '接着上次的汇总簿汇总：原有文件仍计入，并记录变动' },
    period: { kind: 'value', value: '报告期', help: '如 2023年6月；不指定时以多数文件所写为准' },
    stands: {
      kind: 'value',
      value: '单位或学校=文件,…',
      help: '同一单位重复报送、两家报同一学校时，以哪个文件为准；随汇总簿保存',
    },
    notices: { kind: 'value', value: 'FOLDER', writes: 'folder', help: '另把各单位的退回通知分别写入此文件夹' },
    plan: { kind: 'value', value: 'PLAN.json', help: '用另一份方案数据（或登记的方案基准）' },
    jobs: { kind: 'value', value: 'N', help: '同时处理的文件数，默认等于处理器核数' },
  },
  notes: [
    'FILE 可以是文件、文件夹，或含 *、? 的文件名。打不开的文件在汇总簿中列明，其余照常汇总。',
    '同样的文件再汇总一次，结果不变。',
  ],
  async run({ files, values }, host) {
    const { out = '', previous } = values;
    const jobs = jobCount(values.jobs);
    if (values.period !== undefined && readPeriod(values.period) === null)
      throw new UsageError(`选项 --period 的值“${values.period}”不是报告期，应如 2023年6月、2023年第二季度。`);
    const answers = values.stands === undefined ? [] : parseAnswers(values.stands);
    if (answers === null) throw new UsageError('选项 --stands 应写作 单位=文件名，多项以逗号分开。');
    const loaded = await planOf(values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    const own = new Set([out, ...(previous === undefined ? [] : [previous])].map((path) => resolve(path)));
    const inputs = expandInputs(files).filter((input) => input.kind === 'nothing' || !own.has(resolve(input.path)));
    if (inputs.length === 0 && previous === undefined) throw new UsageError('没有可以汇总的文件。');

    host.note(leftOutNote(leftOut(files)));
    const pool = createWorkerPool<CliJobs>({
      entry: host.workerEntry,
      size: Math.min(jobs, Math.max(1, inputs.length)),
    });
    let gathered: Gathered;
    let earlier: Earlier | null = null;
    try {
      if (previous !== undefined) {
        earlier = await earlierState(previous, pool, host);
        if (earlier === null) return EXIT.fileFailed;
      }
      gathered = await gather(inputs, loaded.isBuiltIn ? (earlier?.plan ?? null) : loaded.plan, pool, host);
    } finally {
      await pool.close();
    }
    if (host.signal.aborted) return EXIT.fileFailed;

    const { read, unread } = gathered;
    const brought = loaded.isBuiltIn ? read.flatMap(({ baseline }) => baseline ?? []) : [];
    const { plan, conflict } = sharedPlan(brought, loaded.isBuiltIn ? (earlier?.plan ?? null) : null, loaded.plan);
    if (conflict) host.note(baselineConflictText(conflict));
    const submitted = [...read.map(({ submission }) => submission), ...gathered.failed];
    const period = values.period ?? null;
    const state = earlier?.state ?? null;
    const asked = settle(submitted, plan, state, { period });
    const { decisions, unknown } = decisionsFrom(asked, answers);
    if (unknown.length > 0) {
      const words = unknown.map(({ subject, file }) => `${subject}=${file}`).join('、');
      host.note(`选项 --stands 中的 ${words} 与汇总提出的问题对不上，没有采用。\n`);
    }
    const consolidation = answers.length === 0 ? asked : settle(submitted, plan, state, { period, decisions });
    let code = await write(out, consolidationWorkbook(consolidation, plan), host);
    if (values.notices !== undefined) code = worse(code, await writeNotices(values.notices, consolidation, host));
    host.out(FORMATS[values.format === 'ndjson' ? 'ndjson' : 'text']({ consolidation, read, unread, out }));
    if (unread.length > 0) code = worse(code, EXIT.fileFailed);
    return worse(code, hasErrors(consolidation) ? EXIT.errorsFound : EXIT.fine);
  },
};

interface Gathered {
  readonly read: readonly { readonly file: string; readonly submission: Submission; readonly baseline: Plan | null }[];
  readonly failed: readonly FailedFile[];
  readonly unread: readonly UnreadFile[];
}

/** Reads all files in workers; a file that fails is a row of the outcome. */
async function gather(
  inputs: readonly Input[],
  plan: Plan | null,
  pool: WorkerPool<CliJobs>,
  host: CliHost,
): Promise<Gathered> {
  const names = shownNames(inputs.map((input) => (input.kind === 'file' ? input.path : input.name)));
  const read: { file: string; submission: Submission; baseline: Plan | null }[] = [];
  const failed: FailedFile[] = [];
  const unread: UnreadFile[] = [];
  let done = 0;
  const results = await Promise.all(
    inputs.map(async (input, i) => {
      const fileName = names[i] ?? input.name;
      const receivedOn = input.kind === 'file' ? arrivalOf(input.path) : '';
      const result =
        input.kind === 'nothing'
          ? { ok: false as const, code: input.code, message: input.message }
          : await pool.run('submission', { path: input.path }, { plan, fileName, receivedOn }, host.signal);
      done++;
      if (!host.signal.aborted) host.progress?.(progressLine(done, inputs.length, input.name));
      return { fileName, receivedOn, result };
    }),
  );
  results.forEach(({ fileName, receivedOn, result }, i) => {
    const file = inputs[i]?.name ?? fileName;
    if (!result.ok) {
      const { code, message } = result;
      unread.push({ file, code, message });
      failed.push({ status: 'failed', fileName, receivedOn, code, message });
    } else if (result.value.kind === 'submission') {
      const { submission, baseline, doubt } = result.value;
      if (doubt !== '') host.note(`${file}：${doubt}\n`);
      read.push({ file, submission, baseline });
    } else host.note(`${file}：${A_CONSOLIDATION}\n`);
  });
  return { read, failed, unread };
}

/** What an earlier consolidation workbook keeps; its baseline holds for what is added to it. */
interface Earlier {
  readonly state: StoredState;
  readonly plan: Plan | null;
}

async function earlierState(path: string, pool: WorkerPool<CliJobs>, host: CliHost): Promise<Earlier | null> {
  const result = await pool.run('earlierState', { path }, undefined, host.signal);
  const reading = result.ok ? result.value.state : null;
  if (result.ok && reading?.ok) return { state: reading.state, plan: result.value.plan };
  const message = result.ok ? (reading?.ok === false ? reading.message : '') : `${result.message}（${result.code}）`;
  host.note(`${path}：${message}\n`);
  return null;
}

/** Local date and time at which the file was last written; empty where it cannot be told. */
function arrivalOf(path: string): string {
  let info;
  try {
    info = statSync(path, { throwIfNoEntry: false });
  } catch {
    // Opening the file says what is wrong with it.
  }
  return info ? localTime(info.mtime) : '';
}

async function write(path: string, spec: WorkbookSpec, host: CliHost): Promise<ExitCode> {
  const written = await writeFileAtomically(path, workbookSpecToXlsx(spec));
  host.note(written.ok ? `已写入 ${path}\n` : `${path}：${written.message}（${written.code}）\n`);
  return written.ok ? EXIT.fine : EXIT.fileFailed;
}

async function writeNotices(folder: string, consolidation: Consolidation, host: CliHost): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  for (const { unit } of consolidation.units) {
    const notice = returnNotice(consolidation, unit);
    if (!notice) continue;
    const name = `退回通知_${unit.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 80)}.xlsx`;
    code = worse(code, await write(join(folder, name), notice, host));
  }
  return code;
}

function hasErrors({ findings, units }: Consolidation): boolean {
  return findings.some(({ level }) => level === 'error') || units.some(({ counts }) => counts.error > 0);
}
