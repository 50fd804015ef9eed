import type { Translate } from '../../kernel/i18n.ts';
import { catalog } from './catalog.ts';
import type { Command, CommandEntry } from './command.ts';
import { m, summaries } from './messages.ts';

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

function globalOptions(t: Translate): (readonly [string, string])[] {
  return [
    ['--json', t(m.jsonOption)],
    ['--lang vi|en', t(m.langOption)],
    ['--help', t(m.helpOption)],
  ];
}

/** All commands, or those that begin with `words`. */
export function generalHelp(t: Translate, words: readonly string[] = []): string {
  const entries = catalog.filter((entry) => words.every((word, index) => word === entry.words[index]));
  const rows = entries.map((entry): [string, string] => [entry.words.join(' '), t(entry.says)]);
  if (words.length === 0) rows.push(['help', t(summaries.help)]);
  return [
    t(m.title),
    `${t(m.usage)}: dan-biet ${t(m.commandWord)} ${t(m.optionsWord)}`,
    `${t(m.commands)}:\n${aligned(rows)}`,
    `${t(m.options)}:\n${aligned(globalOptions(t))}`,
    `${t(m.moreHelp)}\n${t(m.exitCodes)}`,
  ].join('\n\n');
}

export function commandHelp(t: Translate, entry: CommandEntry, command: Command): string {
  const own = Object.entries(command.options).map(([name, option]): [string, string] => [
    option.value ? `--${name} ${t(option.value)}` : `--${name}`,
    t(option.says),
  ]);
  const taken = command.arguments ? [t(command.arguments)] : [];
  const usage = ['dan-biet', ...entry.words, ...taken, t(m.optionsWord)];
  return [
    `dan-biet ${entry.words.join(' ')}: ${t(entry.says)}`,
    `${t(m.usage)}: ${usage.join(' ')}`,
    t(command.details),
    `${t(m.options)}:\n${aligned([...own, ...globalOptions(t)])}`,
    t(m.exitCodes),
  ].join('\n\n');
}
