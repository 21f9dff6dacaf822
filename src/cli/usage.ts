import { allOptions, optionName } from './arguments';
import type { Command } from './command';
import { COMMANDS } from './commands';
import { padded } from './formats/width';

/** What the program is for and which commands it has. */
export function programUsage(): string {
  const entries = Object.entries(COMMANDS);
  const width = Math.max(...entries.map(([name]) => name.length)) + 2;
  return [
    '规划表校核：审核、补算、出报表、汇总学校建设规划的工作簿。',
    '',
    '用法：plancheck 命令 [文件…] [选项]',
    '',
    ...entries.map(([name, { summary }]) => `  ${padded(name, width)}${summary}`),
    '',
    '各命令的选项：plancheck 命令 --help',
    '版本：plancheck --version',
    '退出码：0 没有强制性问题；1 有强制性问题；2 有文件不能读写；64 用法不对。',
    '',
  ].join('\n');
}

/** How to call one command. */
export function commandUsage(name: string, command: Command): string {
  const options = Object.entries(allOptions(command)).map(
    ([option, spec]) => [optionName(option, spec), spec.help] as const,
  );
  const width = Math.max(...options.map(([own]) => own.length)) + 3;
  return [
    `${COMMANDS[name]?.summary ?? ''}`,
    '',
    `用法：plancheck ${[name, command.operands, '[选项]'].filter((part) => part !== '').join(' ')}`,
    '',
    ...options.map(([own, help]) => `  ${padded(own, width)}${help}`),
    ...(command.notes ?? []).flatMap((note) => ['', note]),
    '',
  ].join('\n');
}
