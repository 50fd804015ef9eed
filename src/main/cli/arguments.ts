import { parseArgs } from 'node:util';
import { AppError, type ErrorType } from '../../kernel/errors.ts';
import { type Lang, type MessageParams, translator } from '../../kernel/i18n.ts';
import type { Call, Command } from './command.ts';
import { cliErrors } from './errors.ts';

/** The command line was typed wrong: exit code 64. */
export class UsageError extends AppError {
  static of(type: ErrorType, params: MessageParams): UsageError {
    return new UsageError(type, params);
  }
}

/** What stands before or after the command's words, whichever command it is. */
export interface GlobalFlags {
  readonly json: boolean;
  readonly help: boolean;
  readonly lang: Lang;
}

/**
 * The flags every command understands, read leniently so that even a usage error is answered in the form and language
 * asked for. The language is --lang, else the machine's (LC_ALL, LC_MESSAGES, LANG) when it is English, else Vietnamese.
 */
export function globalFlags(args: readonly string[], env: Call['env']): GlobalFlags {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = own.indexOf('--lang');
  const asked = at >= 0 ? own[at + 1] : own.find((arg) => arg.startsWith('--lang='))?.slice(7);
  const machine = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const english = asked === undefined ? /^en/i.test(machine) : asked === 'en';
  return {
    json: own.includes('--json'),
    help: own.includes('--help') || own.includes('-h'),
    lang: english ? 'en' : 'vi',
  };
}

/** Takes the flags that stand before the command's words away; answers the words and all that follows them. */
export function fromFirstWord(args: readonly string[]): { flags: string[]; rest: string[] } {
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-')) at += args[at] === '--lang' ? 2 : 1;
  return { flags: args.slice(0, at), rest: args.slice(at) };
}

/** The words among arguments: neither a flag nor the language that follows `--lang`. */
export function commandWords(args: readonly string[]): string[] {
  return args.filter((word, index) => !word.startsWith('-') && args[index - 1] !== '--lang');
}

const GLOBAL_OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
} as const;

/** Reads a command's own arguments; throws `UsageError` that says what is wrong with which. */
export function readCall(
  name: string,
  command: Command,
  args: readonly string[],
  lang: Lang,
  env: Call['env'],
): Call {
  const options = {
    ...GLOBAL_OPTIONS,
    ...Object.fromEntries(
      Object.entries(command.options).map(([option, { value }]) => [
        option,
        { type: value ? ('string' as const) : ('boolean' as const) },
      ]),
    ),
  };
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const declared = Object.hasOwn(options, token.name)
      ? options[token.name as keyof typeof options]
      : undefined;
    const option = token.rawName;
    if (!declared) throw UsageError.of(cliErrors.unknown_option, { command: name, option });
    if (declared.type === 'boolean') {
      if (token.value !== undefined) throw UsageError.of(cliErrors.option_flag, { option });
      values.set(token.name, true);
    } else {
      const missing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
      if (missing || values.has(token.name)) throw UsageError.of(cliErrors.option_value, { option });
      values.set(token.name, token.value ?? '');
    }
  }
  const asked = values.get('lang');
  if (asked !== undefined && asked !== 'vi' && asked !== 'en')
    throw UsageError.of(cliErrors.language, { value: asked === true ? '' : asked });
  if (positionals.length < command.positionals.min || positionals.length > command.positionals.max)
    throw UsageError.of(cliErrors.arguments, { command: name, arguments: command.arguments ?? '' });
  return {
    positionals,
    text(option) {
      const value = values.get(option);
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values.get(option) === true,
    lang,
    t: translator(lang),
    env,
  };
}
