import { extname } from 'node:path';
import { workbookSpecToXlsx } from '../../files';
import { writeFileAtomically } from '../../files/node';
import { buildTemplate } from '../../fill';
import { UsageError, type Command } from '../command';
import { EXIT } from '../exit-code';
import { planOf, unitOf } from '../load-plan-file';

export const template: Command = {
  files: { min: 0, max: 0 },
  operands: '-o OUT.xlsx',
  options: {
    out: { kind: 'value', short: 'o', value: 'OUT.xlsx', writes: 'file', isRequired: true, help: '写入的文件' },
    unit: { kind: 'value', value: '单位', help: '填报单位；不指定时生成全市口径的表' },
    plan: { kind: 'value', value: 'PLAN.json', help: '用另一份方案数据（或登记的方案基准），并随表保存' },
  },
  async run({ values }, host) {
    const { out = '' } = values;
    if (extname(out).toLowerCase() !== '.xlsx') throw new UsageError(`写入的文件名应以 .xlsx 结尾：${out}`);
    const loaded = await planOf(values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    const unit = unitOf(loaded.plan, values.unit);
    const spec = buildTemplate(loaded.plan, unit, { embedPlan: !loaded.isBuiltIn });
    const written = await writeFileAtomically(out, workbookSpecToXlsx(spec));
    host.note(written.ok ? `已写入 ${out}\n` : `${out}：${written.message}（${written.code}）\n`);
    return written.ok ? EXIT.fine : EXIT.fileFailed;
  },
};
