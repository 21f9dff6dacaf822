import type { ExitCode } from './exit-code';
import type { CliHost } from './host';

/** An option of a command. Every command also knows `--help`. */
export interface OptionSpec {
  readonly kind: 'value' | 'flag';
  readonly short?: string;
  /** What the value is, as the usage shows it: `FILE`, `text|ndjson`. */
  readonly value?: string;
  /** The values that are allowed; anything where absent. */
  readonly allowed?: readonly string[];
  readonly isRequired?: boolean;
  /** What is written at the value: found to be possible before the work begins. A folder is made where it is missing. */
  readonly writes?: 'file' | 'folder';
  readonly help: string;
}

/** Arguments of a command after checking: only known options, required ones present. */
export interface CommandArguments {
  readonly files: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

/** One command; one file each in `commands/`, loaded when it is called. */
export interface Command {
  /** How many FILE arguments it takes. */
  readonly files: { readonly min: number; readonly max: number };
  /** `FILE…  -o OUT.xlsx`, without the command's name and options. */
  readonly operands: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Paragraphs below the options in the command's own help. */
  readonly notes?: readonly string[];
  run(given: CommandArguments, host: CliHost): Promise<ExitCode>;
}

/** Thrown for wrong usage found after parsing, e.g. a unit that the plan does not know. The message is Chinese. */
export class UsageError extends Error {}
