import type { Command } from '../command';
import { CAPTURE_OPTIONS, capturePlan } from './capture-plan';
import { EXIT } from '../exit-code';
import { planText } from '../formats/plan-text';
import { planOf } from '../load-plan-file';

export const plan: Command = {
  files: { min: 0, max: 0 },
  operands: '',
  options: {
    format: { kind: 'value', value: 'text|json', allowed: ['text', 'json'], help: '输出格式，默认 text' },
    plan: { kind: 'value', value: 'PLAN.json', help: '显示另一份方案数据（或登记的方案基准）' },
    ...CAPTURE_OPTIONS,
  },
  async run(given, host) {
    const { values } = given;
    const loaded = await planOf(values.plan, host);
    if (!loaded.ok) return EXIT.fileFailed;
    if (values.capture !== undefined) return capturePlan(values.capture, given, loaded, host);
    host.out(values.format === 'json' ? `${JSON.stringify(loaded.plan, null, 2)}\n` : planText(loaded.plan));
    return EXIT.fine;
  },
};
