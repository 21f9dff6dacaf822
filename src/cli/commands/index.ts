import type { Command } from '../command';

/** Every command of the program: what it is for, and its module, which is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>> = {
  audit: {
    summary: '审核工作簿，列出问题和改法',
    load: async () => (await import('./audit')).audit,
  },
  fill: {
    summary: '补填小计、合计和计算列，其余内容原样保留',
    load: async () => (await import('./fill')).fill,
  },
  report: {
    summary: '出汇总报表：综述、目标、分学段、分主体、台账、责任、经费、审核',
    load: async () => (await import('./report')).report,
  },
  consolidate: {
    summary: '汇总各单位报送的工作簿：谁报了、缺什么、合计多少、每个数从哪来',
    load: async () => (await import('./consolidate')).consolidate,
  },
  template: {
    summary: '生成某一单位的填报模板',
    load: async () => (await import('./template')).template,
  },
  plan: {
    summary: '显示方案的目标、附件和出处，以及方案自身的矛盾与缺漏',
    load: async () => (await import('./plan')).plan,
  },
};
