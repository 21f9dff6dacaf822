import { extname, resolve } from 'node:path';
import { createWorkerPool, writeFileAtomically } from '../../files/node';
import { FILL_KINDS } from '../../fill';
import { UsageError, type Command, type CommandArguments } from '../command';
import { EXIT } from '../exit-code';
import { fillNdjson, fillText } from '../formats/fill-text';
import type { FillRequest } from '../jobs/fill';
import { planOf, unitOf } from '../load-plan-file';
import type { CliJobs } from '../worker';

const NO_TABLE = '没有找到方案的任何一张表，没有可以填写的内容。请确认文件无误，或保留方案原有的表头后再试。';

const OFFER_NEW = '也可以加 --new-xlsx 另建一个 .xlsx，其中只保留单元格、公式、数字格式和合并。';

export const fill: Command = {
  files: { min: 1, max: 1 },
  operands: 'FILE -o OUT.xlsx',
  options: {
    out: { kind: 'value', short: 'o', value: 'OUT.xlsx', writes: 'file', help: '写入的新文件；原文件不改动' },
    'dry-run': { kind: 'flag', help: '只列出将要作的改动，不写文件' },
    'new-xlsx': {
      kind: 'flag',
      help: '原文件为旧式 .xls 时另建 .xlsx：保留单元格、公式、数字格式和合并，不保留其他样式',
    },
    format: { kind: 'value', value: 'text|ndjson', allowed: ['text', 'ndjson'], help: '改动清单的格式，默认 text' },
    also: { kind: 'value', value: '种类,…', help: '另外选用的种类，以逗号分开' },
    skip: { kind: 'value', value: '种类,…', help: '不要的种类，以逗号分开' },
    plan: { kind: 'value', value: 'PLAN.json', help: '用另一份方案数据（或登记的方案基准）' },
    unit: { kind: 'value', value: '单位', help: '指定填报单位；不指定时从工作簿中识别' },
  },
  notes: [
    `种类：${Object.entries(FILL_KINDS)
      .map(([kind, { title, ticked }]) => `${kind} ${title}${ticked ? '' : '（默认不选）'}`)
      .join('；')}。`,
    '样式、列宽、合并、校验、图表、批注和其他工作表原样保留。',
  ],
  async run(given, host) {
    const [file = ''] = given.files;
    const out = checkedOutput(file, given);
    const loaded = await planOf(given.values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    const request: FillRequest = {
      plan: loaded.isBuiltIn ? null : loaded.plan,
      unit: unitOf(loaded.plan, given.values.unit),
      also: kinds(given.values.also, 'also'),
      skip: kinds(given.values.skip, 'skip'),
      takesOver: given.flags.has('new-xlsx'),
      isDryRun: out === null,
    };
    const failed = (code: string, message: string): typeof EXIT.fileFailed => {
      if (given.values.format === 'ndjson')
        host.out(`${JSON.stringify({ type: 'unreadable', file, code, message })}\n`);
      else host.note(`${file}：${message}（${code}）\n`);
      return EXIT.fileFailed;
    };
    const pool = createWorkerPool<CliJobs>({ entry: host.workerEntry, size: 1 });
    try {
      const result = await pool.run('fill', { path: file }, request, host.signal);
      if (!result.ok) return failed(result.code, result.message);
      const outcome = result.value;
      if (outcome.kind === 'noTable') return failed('noTable', outcome.why ?? NO_TABLE);
      if (outcome.kind === 'failed')
        return failed(outcome.code, outcome.message + (outcome.code === 'xlsNotEditable' ? OFFER_NEW : ''));
      if (out !== null && outcome.bytes !== null) {
        const written = await writeFileAtomically(out, outcome.bytes);
        if (!written.ok) return failed(written.code, `${out}：${written.message}`);
      }
      host.out((given.values.format === 'ndjson' ? fillNdjson : fillText)(file, outcome, out));
      return EXIT.fine;
    } finally {
      await pool.close();
    }
  },
};

/** Where to write; `null` in a dry run. */
function checkedOutput(file: string, { values, flags }: CommandArguments): string | null {
  if (flags.has('dry-run')) return null;
  const { out } = values;
  if (out === undefined) throw new UsageError('缺少 -o OUT.xlsx；只想看改动时加 --dry-run。');
  if (resolve(out) === resolve(file))
    throw new UsageError('写入的文件与原文件相同。请另起一个文件名，原文件保持不变。');
  const wanted = extname(file).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  if (extname(out).toLowerCase() !== wanted) throw new UsageError(`写入的文件名应以 ${wanted} 结尾：${out}`);
  return out;
}

function kinds(given: string | undefined, option: string): readonly string[] {
  const list = (given ?? '').split(/[,，]/u).filter((kind) => kind !== '');
  const unknown = list.find((kind) => !Object.hasOwn(FILL_KINDS, kind));
  if (unknown !== undefined)
    throw new UsageError(`选项 --${option} 中的“${unknown}”不认识，可以是：${Object.keys(FILL_KINDS).join('、')}。`);
  return list;
}
