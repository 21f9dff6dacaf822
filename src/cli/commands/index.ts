import type { Command } from '../command';

/** Every command of the program: what it is for, and its module, which is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, { readonly summary: string; load(): Promise<Command> }>> = {
  audit: {
    summary: '审核工作簿，列出问题和改法',
    load: async () => (await import('./audit')).audit,
  },
  plan: {
    summary: '显示方案的目标、附件和出处，以及方案自身的矛盾与缺漏',
    load: async () => (await import('./plan')).plan,
  },
};
