import { ConfigError } from '../../kernel/config.ts';
import { AppError } from '../../kernel/errors.ts';
import { translator } from '../../kernel/i18n.ts';
import {
  commandWords,
  fromFirstWord,
  type GlobalFlags,
  globalFlags,
  readCall,
  UsageError,
} from './arguments.ts';
import { catalog, commandFor } from './catalog.ts';
import { type Call, EXIT } from './command.ts';
import { cliErrors } from './errors.ts';
import { commandHelp, generalHelp } from './help.ts';
import { m } from './messages.ts';

export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** Runs one command line (without the program's name) and answers the exit code. Never throws. */
export async function run(args: readonly string[], env: Call['env'], streams: Streams): Promise<number> {
  const flags = globalFlags(args, env);
  try {
    return await dispatch(args, env, streams, flags);
  } catch (error) {
    return tellError(error, streams, flags);
  }
}

async function dispatch(
  args: readonly string[],
  env: Call['env'],
  streams: Streams,
  flags: GlobalFlags,
): Promise<number> {
  const t = translator(flags.lang);
  const { flags: before, rest } = fromFirstWord(args);
  const asksHelp = rest[0] === 'help' || flags.help;
  const words = commandWords(rest[0] === 'help' ? rest.slice(1) : rest);
  const entry = commandFor(words);
  if (asksHelp && entry) {
    streams.out(commandHelp(t, entry, (await entry.load()).command));
    return EXIT.done;
  }
  const group = catalog.filter((known) => words.length > 0 && known.words[0] === words[0]);
  if (asksHelp && (words.length === 0 || group.length > 0)) {
    streams.out(generalHelp(t, words.slice(0, 1)));
    return EXIT.done;
  }
  if (!entry) {
    if (words.length > 0 && group.length === 0)
      throw UsageError.of(cliErrors.unknown_command, { words: words[0] ?? '' });
    if (flags.json || words.length > group.length + 1)
      throw UsageError.of(cliErrors.unknown_command, { words: words.slice(0, 2).join(' ') });
    streams.err(generalHelp(t, words.slice(0, 1)));
    return EXIT.usage;
  }
  const { command } = await entry.load();
  const name = entry.words.join(' ');
  const own = [...before, ...rest.slice(entry.words.length)];
  const outcome = await command.run(readCall(name, command, own, flags.lang, env));
  for (const note of outcome.notes ?? []) streams.err(t(m.noteLabel, { text: note }));
  if (flags.json) streams.out(JSON.stringify(outcome.data));
  else if (outcome.text !== '') streams.out(outcome.text);
  return outcome.refused ? EXIT.refused : EXIT.done;
}

/** What a machine sent cannot be used (exit 2), as against a state or a machine that refuses (exit 1). */
const INPUT_STATUSES: readonly number[] = [400, 413, 415, 422];

function tellError(thrown: unknown, streams: Streams, flags: GlobalFlags): number {
  const error = asAppError(thrown);
  const t = translator(flags.lang);
  const { message, remedy } = error.describe(flags.lang);
  const fields = error.fields.map((problem) => ({
    field: problem.field,
    message: t(problem.message, problem.params),
  }));
  streams.err(t(m.errorLabel, { text: message }));
  for (const { field, message: problem } of fields) streams.err(`  ${field}: ${problem}`);
  streams.err(remedy);
  if (flags.json) {
    const body = { code: error.type.code, message, remedy, ...(fields.length > 0 ? { fields } : {}) };
    streams.out(JSON.stringify({ error: body }));
  }
  if (error instanceof UsageError) return EXIT.usage;
  return INPUT_STATUSES.includes(error.type.status) ? EXIT.refused : EXIT.failed;
}

function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof ConfigError) return new AppError(cliErrors.failed, { detail: thrown.message });
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  // A refused connection to several addresses carries its words in `code` alone.
  const detail = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return new AppError(cliErrors.failed, { detail });
}
