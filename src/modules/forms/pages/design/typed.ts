import { z } from 'zod';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import type { Message, MessageParams, Translate } from '../../../../kernel/i18n.ts';
import { fieldId, problemOf } from '../../../../ui/index.ts';
import type { NamedFigure } from '../../domain/figure-by-name.ts';
import { moved } from '../../domain/outline.ts';

/** Fields of a form by name, as they are shown and as they come back. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

export const designBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export function listIn(values: Values, name: string): readonly string[] {
  const value = values[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

export const textIn = (values: Values, name: string): string =>
  (listIn(values, name)[0] ?? '').normalize('NFC').trim();

export const isTicked = (values: Values, name: string): boolean => listIn(values, name).length > 0;

/** The lines of a list of fields `c.0.label`, `c.1.label` …, in their order. */
export function linesIn(values: Values, prefix: string): number[] {
  const pattern = new RegExp(`^${prefix}\\.(\\d{1,4})\\.`);
  const found = Object.keys(values).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((a, b) => a - b);
}

/** What a press of a button asks for: `luu`, `len.3`, `xuong.3`. */
export function actIn(values: Values): { readonly act: string; readonly line: number } {
  const [act = '', line = ''] = textIn(values, 'viec').split('.');
  return { act, line: Number(line) };
}

/** The lines that stay, in the order in which they shall stand after a press of “up” or “down”. */
export function orderedLines(
  values: Values,
  prefix: string,
  stays: (line: number) => boolean,
): { readonly lines: readonly number[]; readonly focus?: string } {
  const lines = linesIn(values, prefix).filter(
    (at) => !isTicked(values, `${prefix}.${at}.drop`) && stays(at),
  );
  const { act, line } = actIn(values);
  const from = lines.indexOf(line);
  if (from < 0 || (act !== 'len' && act !== 'xuong')) return { lines };
  const ordered = moved(lines, from, act === 'len' ? -1 : 1);
  return { lines: ordered, focus: actId(prefix, ordered.indexOf(line), act) };
}

/** The id of a line's button, so that whoever moves a line by keyboard stays on it. */
export const actId = (prefix: string, line: number, act: string): string =>
  fieldId(`${prefix}.${line}.${act}`);

/** Collects what is wrong with the fields of a form. */
export class Problems {
  readonly found: FieldProblem[] = [];
  add(field: string, message: Message, params: MessageParams = {}): void {
    this.found.push({ field, message, params });
  }
}

/** How the fields of a part of the editor are shown. */
export interface Shown {
  readonly values: Values;
  text(name: string): string;
  error(name: string): string | undefined;
  /** The name of the figure that has this code. */
  figureName(code: string): string | undefined;
}

export function shownOf(
  values: Values,
  problems: readonly FieldProblem[],
  t: Translate,
  figures: readonly NamedFigure[] = [],
): Shown {
  const names = new Map(figures.map(({ code, name }) => [code, name]));
  return {
    values,
    text: (name) => listIn(values, name)[0] ?? '',
    error: (name) => problemOf(problems, name, t),
    figureName: (code) => names.get(code),
  };
}
