import { createWorkerPool, writeFileAtomically } from '../../files/node';
import { planFileText, type BaselineDifference } from '../../fill';
import { fullCellName } from '../../workbook';
import { UsageError, type CommandArguments, type OptionSpec } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import type { CliHost } from '../host';
import type { PlanFile } from '../load-plan-file';
import type { CliJobs } from '../worker';

/** Options with which `plancheck plan` captures a baseline. */
export const CAPTURE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  capture: { kind: 'value', value: 'FILE', help: '登记方案基准：从方案附件原件中补登公开文本未列示的格' },
  out: {
    kind: 'value',
    short: 'o',
    value: 'OUT.plan.json',
    writes: 'file',
    help: '登记结果写入的文件，供 --plan 使用',
  },
  source: { kind: 'value', value: '出处', help: '登记依据，默认为文件名' },
  date: { kind: 'value', value: 'YYYY-MM-DD', help: '登记日期，默认为当天' },
  accept: { kind: 'value', value: '编号,…', help: '逐项同意与公开数字不符的登记值，以逗号分开' },
};

const NO_TABLE = '没有找到方案的任何一张表，没有登记。请确认是方案附件的原件。';

/** Captures the baseline from a workbook; contradictions that were not accepted stop it, with nothing written. */
export async function capturePlan(
  file: string,
  { values }: CommandArguments,
  loaded: Extract<PlanFile, { ok: true }>,
  host: CliHost,
): Promise<ExitCode> {
  const { out } = values;
  if (out === undefined) throw new UsageError('登记方案基准时须写明 -o OUT.plan.json。');
  const failed = (where: string, code: string, message: string): ExitCode => {
    host.note(`${where}：${message}（${code}）\n`);
    return EXIT.fileFailed;
  };
  const pool = createWorkerPool<CliJobs>({ entry: host.workerEntry, size: 1 });
  try {
    const request = {
      plan: loaded.isBuiltIn ? null : loaded.plan,
      source: values.source ?? null,
      capturedOn: dayOf(values.date),
      accepted: (values.accept ?? '').split(/[,，]/u).filter((id) => id !== ''),
    };
    const result = await pool.run('capture', { path: file }, request, host.signal);
    if (!result.ok) return failed(file, result.code, result.message);
    const capture = result.value;
    if (capture === null) return failed(file, 'noTable', NO_TABLE);
    host.out(listOf(capture.differences));
    if (capture.open.length > 0) {
      const ids = capture.open.map(({ id }) => id).join(',');
      host.note(`有 ${capture.open.length} 处与公开数字不符，没有写入。逐项核对后，确需登记的加 --accept ${ids}\n`);
      return EXIT.errorsFound;
    }
    const written = await writeFileAtomically(out, planFileText(capture.plan));
    if (!written.ok) return failed(out, written.code, written.message);
    host.note(`补登 ${capture.filled} 格，已写入 ${out}\n`);
    return EXIT.fine;
  } finally {
    await pool.close();
  }
}

function listOf(differences: readonly BaselineDifference[]): string {
  return differences
    .map(({ id, text, at, needsYes }) => {
      const place = at === null ? '' : `${fullCellName(at)}  `;
      return `${needsYes ? '须确认' : '提示　'}  ${id}  ${place}${text}\n`;
    })
    .join('');
}

function dayOf(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(given) && !Number.isNaN(Date.parse(given));
  if (!isDay) throw new UsageError(`选项 --date 的值“${given}”不对，应如 2023-06-30。`);
  return given;
}
