import { z } from 'zod';
import type { FieldProblem } from '../../../../kernel/errors.ts';
import type { Message, MessageParams, Translate } from '../../../../kernel/i18n.ts';
import { problemOf } from '../../../../ui/index.ts';

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
}

export function shownOf(values: Values, problems: readonly FieldProblem[], t: Translate): Shown {
  return {
    values,
    text: (name) => listIn(values, name)[0] ?? '',
    error: (name) => problemOf(problems, name, t),
  };
}
