import type { Lang, Message, Translate } from '../../kernel/i18n.ts';

/** An option of one command. Every command also has --json, --lang and --help. */
export interface CommandOption {
  /** What stands for the value in the help; absent for a flag. */
  readonly value?: Message;
  readonly says: Message;
}

/** What one run of a command was given. */
export interface Call {
  readonly positionals: readonly string[];
  /** The value of a declared option; `undefined` when it was not given. */
  text(option: string): string | undefined;
  flag(option: string): boolean;
  readonly lang: Lang;
  readonly t: Translate;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a command answers; how it is printed is decided by `run.ts` alone. */
export interface Outcome {
  /** Printed with --json, as one line. */
  readonly data: unknown;
  /** Printed without --json. */
  readonly text: string;
  /** For people only: warnings, on the error stream. */
  readonly notes?: readonly string[];
  /** The command ran, but what it was given has errors: exit code 2. */
  readonly refused?: boolean;
}

export interface Command {
  /** What follows the command's words: `FILE…`; absent when nothing does. */
  readonly arguments?: Message;
  readonly details: Message;
  readonly positionals: { readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, CommandOption>>;
  run(call: Call): Promise<Outcome>;
}

/** One line of the table of commands; the command itself is loaded only when it is called. */
export interface CommandEntry {
  readonly words: readonly string[];
  readonly says: Message;
  load(): Promise<{ readonly command: Command }>;
}

export const EXIT = { done: 0, failed: 1, refused: 2, usage: 64 } as const;
