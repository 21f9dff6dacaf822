import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { planText } from '../formats/plan-text';
import { planOf } from '../load-plan-file';

export const plan: Command = {
  files: { min: 0, max: 0 },
  operands: '',
  options: {
    format: { kind: 'value', value: 'text|json', allowed: ['text', 'json'], help: '输出格式，默认 text' },
    plan: { kind: 'value', value: 'PLAN.json', help: '显示另一份方案数据（或登记的方案基准）' },
  },
  async run({ values }, host) {
    const loaded = await planOf(values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    host.out(values.format === 'json' ? `${JSON.stringify(loaded.plan, null, 2)}\n` : planText(loaded.plan));
    return EXIT.fine;
  },
};
