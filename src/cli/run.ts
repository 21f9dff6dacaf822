import { nearest, parseArguments } from './arguments';
import { UsageError, type Command, type CommandArguments } from './command';
import { makeFolder, whyNotWritable } from '../files/node';
import { COMMANDS } from './commands';
import { EXIT, type ExitCode } from './exit-code';
import type { CliHost } from './host';
import { commandUsage, programUsage } from './usage';

/** Runs one command line, e.g. `['audit', '袁州区.xlsx', '--format', 'ndjson']`, and says how the process should end. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    host.note(programUsage());
    return EXIT.wrongUsage;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? rest[0] : undefined;
    if (asked !== undefined && Object.hasOwn(COMMANDS, asked)) return runCli([asked, '--help'], host);
    host.out(programUsage());
    return EXIT.fine;
  }
  if (name === '--version' || name === '-V') {
    host.out(`${host.version}\n`);
    return EXIT.fine;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    const kind = name.startsWith('-') ? '选项' : '命令';
    return wrong(host, `不认识的${kind} ${name}。${nearest(name, Object.keys(COMMANDS))}`, 'plancheck --help');
  }
  const command = await entry.load();
  const parsed = parseArguments(command, rest);
  const help = `plancheck ${name} --help`;
  if (parsed.kind === 'wrong') return wrong(host, parsed.message, help);
  if (parsed.kind === 'help') {
    host.out(commandUsage(name, command));
    return EXIT.fine;
  }
  try {
    return (await refuseUnwritable(command, parsed.given, host)) ?? (await command.run(parsed.given, host));
  } catch (error) {
    if (error instanceof UsageError) return wrong(host, error.message, help);
    throw error;
  }
}

/** A clerk who waited for a thousand files must not hear then that the folder does not exist. */
async function refuseUnwritable(
  { options }: Command,
  { values }: CommandArguments,
  host: CliHost,
): Promise<ExitCode | null> {
  let code: ExitCode | null = null;
  for (const [name, { writes }] of Object.entries(options)) {
    const path = values[name];
    if (path === undefined || writes === undefined) continue;
    const failure = writes === 'folder' ? await makeFolder(path) : await whyNotWritable(path);
    if (!failure) continue;
    host.note(`${path}：${failure.message}（${failure.code}）\n`);
    code = EXIT.fileFailed;
  }
  return code;
}

function wrong(host: CliHost, message: string, help: string): ExitCode {
  host.note(`${message}\n用法见：${help}\n`);
  return EXIT.wrongUsage;
}
