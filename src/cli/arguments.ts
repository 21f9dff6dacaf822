import { parseArgs } from 'node:util';
import { editDistance } from '../plan';
import type { Command, CommandArguments, OptionSpec } from './command';

export type Parsed =
  | { readonly kind: 'run'; readonly given: CommandArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const HELP: OptionSpec = { kind: 'flag', short: 'h', help: '显示本命令的用法' };

/** Options of a command together with those that all commands have. */
export function allOptions(command: Command): Readonly<Record<string, OptionSpec>> {
  return { ...command.options, help: HELP };
}

/** Reads what follows the command's name. Everything that is not foreseen is an error with a hint. */
export function parseArguments(command: Command, args: readonly string[]): Parsed {
  const specs = allOptions(command);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        { type: spec.kind === 'flag' ? 'boolean' : 'string', ...(spec.short ? { short: spec.short } : {}) },
      ]),
    ),
  });
  const files: string[] = [];
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) return wrong(`不认识的选项 ${token.rawName}。${nearest(token.name, Object.keys(specs), '--')}`);
    if (spec.kind === 'flag') {
      if (token.value !== undefined) return wrong(`选项 ${token.rawName} 后面不带值。`);
      flags.add(token.name);
      continue;
    }
    const problem = checkValue(token.rawName, token.value, token.inlineValue === true, spec);
    if (problem !== null) return wrong(problem);
    if (Object.hasOwn(values, token.name)) return wrong(`选项 ${token.rawName} 写了两次。`);
    values[token.name] = token.value ?? '';
  }
  if (flags.has('help')) return { kind: 'help' };
  const missing = Object.entries(specs).find(([name, spec]) => spec.isRequired && values[name] === undefined);
  if (missing) return wrong(`缺少 ${optionName(...missing)}。`);
  if (files.length < command.files.min) return wrong('没有指定文件。');
  if (files.length > command.files.max) {
    const more = files.slice(command.files.max).join(' ');
    return wrong(command.files.max === 0 ? `本命令不带文件：${more}` : `多出的参数：${more}`);
  }
  return { kind: 'run', given: { files, values, flags } };
}

/** `-o OUT.xlsx` or `--format text|ndjson`. */
export function optionName(name: string, spec: OptionSpec): string {
  const own = spec.short ? `-${spec.short}, --${name}` : `--${name}`;
  return spec.kind === 'flag' ? own : `${own} ${spec.value ?? 'VALUE'}`;
}

/** `是不是想写 --format？`, or nothing where no known word comes close. */
export function nearest(word: string, known: readonly string[], prefix = ''): string {
  const close = known
    .map((one) => ({ one, apart: one.startsWith(word) ? 0 : editDistance(one, word) }))
    .filter(({ one, apart }) => apart <= Math.max(1, Math.ceil(one.length / 3)))
    .sort((a, b) => a.apart - b.apart)[0];
  return close ? `是不是想写 ${prefix}${close.one}？` : '';
}

function checkValue(name: string, value: string | undefined, isInline: boolean, spec: OptionSpec): string | null {
  const looksLikeOption = !isInline && value !== undefined && /^--?[^-\d]/u.test(value);
  if (value === undefined || value === '' || looksLikeOption) {
    return `选项 ${name} 后面缺少${spec.value ? ` ${spec.value}` : '值'}。`;
  }
  if (spec.allowed && !spec.allowed.includes(value)) {
    return `选项 ${name} 的值“${value}”不对，可以是：${spec.allowed.join('、')}。${nearest(value, spec.allowed)}`;
  }
  return null;
}

function wrong(message: string): Parsed {
  return { kind: 'wrong', message };
}
