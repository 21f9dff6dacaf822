import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { workbookSpecToXlsx } from '../../files';
import { createWorkerPool, writeFileAtomically } from '../../files/node';
import { planForAll, sharedPlan, type SharedPlan } from '../../fill';
import type { Plan } from '../../plan';
import { isUnread, recognizeWorkbook } from '../../recognize';
import {
  buildReportWorkbook,
  combineSources,
  REPORT_IDS,
  reportId,
  type ReportId,
  type ReportSource,
} from '../../reports';
import { localDay, workbookOf } from '../../workbook';
import { UsageError, type Command } from '../command';
import { EXIT, worse, type ExitCode } from '../exit-code';
import { baselineConflictText } from '../formats/baseline-conflict';
import type { CliHost } from '../host';
import { expandInputs, type Input } from '../inputs';
import type { ReportMaterial } from '../jobs/report';
import { planOf } from '../load-plan-file';
import { progressLine } from '../progress';
import { keepAdditions } from '../keep-additions';
import type { CliJobs } from '../worker';

const NO_TABLE = '没有找到方案的任何一张表，报表中没有它的数据。';

export const report: Command = {
  files: { min: 1, max: Infinity },
  operands: 'FILE…',
  options: {
    out: { kind: 'value', short: 'o', value: 'OUT.xlsx', writes: 'file', isRequired: true, help: '报表写入的文件' },
    only: { kind: 'value', value: '报表,…', help: `只出这些报表：${REPORT_IDS.join('、')}` },
    plan: { kind: 'value', value: 'PLAN.json', help: '用另一份方案数据（或登记的方案基准）' },
    period: { kind: 'value', value: '报告期', help: '如 2023年6月；不指定时从工作簿中识别' },
  },
  notes: [
    '输出文件已存在的，只更新本程序生成的表，您在表中添加的列、行和批注文字保留；文件中有其他工作表的不覆盖。',
    '几个文件的数据合在一起出表。只出部分报表时，其公式引用的台账等一并写入。',
    '报表中的数字是公式，改动台账后随之变动；没有填报的留空，不作 0 计。',
  ],
  async run({ files, values }, host) {
    const only = onlyOf(values.only);
    const loaded = await planOf(values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    const gathered = await gather(files, loaded.isBuiltIn ? null : loaded.plan, loaded.plan, host);
    if (gathered.conflict) host.note(baselineConflictText(gathered.conflict));
    if (host.signal.aborted || gathered.sources.length === 0) return worse(gathered.code, EXIT.fileFailed);
    const book = buildReportWorkbook(
      {
        ...combineSources(gathered.sources),
        plan: gathered.plan,
        snapshot: workbookOf([]),
        period: values.period ?? null,
        madeOn: localDay(new Date()),
      },
      only,
    );
    const kept = await keepAdditions(values.out ?? '', book);
    if (!kept.ok) {
      host.note(`${values.out}：${kept.message}（outExists）\n`);
      return EXIT.fileFailed;
    }
    const written = await writeFileAtomically(values.out ?? '', workbookSpecToXlsx(kept.book));
    if (!written.ok) {
      host.note(`${values.out}：${written.message}（${written.code}）\n`);
      return EXIT.fileFailed;
    }
    host.note(`已写入 ${values.out}：${book.sheets.map((sheet) => sheet.name).join('、')}\n`);
    return gathered.code;
  },
};

interface Gathered extends SharedPlan {
  readonly sources: readonly ReportSource[];
  readonly code: ExitCode;
}

/** Reads all files in workers; one that fails is told and left out. */
async function gather(files: readonly string[], sent: Plan | null, otherwise: Plan, host: CliHost): Promise<Gathered> {
  const inputs = expandInputs(files);
  const pool = createWorkerPool<CliJobs>({
    entry: host.workerEntry,
    size: Math.min(availableParallelism(), inputs.length),
  });
  let done = 0;
  const read = async (input: Input): Promise<ReportMaterial | string> => {
    if (input.kind === 'nothing') return `${input.name}：${input.message}（${input.code}）\n`;
    const result = await pool.run('report', { path: input.path }, { plan: sent }, host.signal);
    done++;
    if (!host.signal.aborted) host.progress?.(progressLine(done, inputs.length, input.name));
    return result.ok ? result.value : `${input.name}：${result.message}（${result.code}）\n`;
  };
  try {
    const materials = await Promise.all(inputs.map(read));
    const readable = materials.filter((material) => typeof material !== 'string');
    const brought = sent === null ? readable.flatMap(({ baseline }) => baseline ?? []) : [];
    const shared = sharedPlan(brought, null, otherwise);
    const plan = planForAll(
      shared.plan,
      readable.map(({ aliases }) => aliases),
    );
    const sources: ReportSource[] = [];
    let code: ExitCode = EXIT.fine;
    materials.forEach((material, i) => {
      const name = inputs[i]?.name ?? '';
      if (typeof material === 'string') {
        host.note(material);
        code = worse(code, EXIT.fileFailed);
        return;
      }
      const recognition = recognizeWorkbook(material.snapshot, plan, { fileName: basename(name) });
      for (const { sheet, detail } of recognition.unrecognized.filter(isUnread))
        host.note(`${name} “${sheet}”：${detail}\n`);
      if (recognition.tables.length === 0) {
        host.note(`${name}：${NO_TABLE}\n`);
        code = worse(code, EXIT.fileFailed);
      }
      if (material.audit.counts.error > 0) code = worse(code, EXIT.errorsFound);
      sources.push({ name: basename(name), recognition, audit: material.audit });
    });
    return { ...shared, plan, sources, code };
  } finally {
    await pool.close();
  }
}

function onlyOf(given: string | undefined): readonly ReportId[] | null {
  if (given === undefined) return null;
  return given.split(/[,，、]/u).map((name) => {
    const id = reportId(name);
    if (id === null) throw new UsageError(`没有叫“${name.trim()}”的报表，可以是：${REPORT_IDS.join('、')}。`);
    return id;
  });
}
