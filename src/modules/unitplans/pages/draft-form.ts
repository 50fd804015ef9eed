import { z } from 'zod';
import { parseInput } from '../../../kernel/http/input.ts';
import { typedLineInput } from '../commands/save-lines.ts';

/** What a form of many lines sends: fields named by line ("<id>.how"), which are chosen, what to set for these. */
export const draftBody = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type DraftBody = z.infer<typeof draftBody>;

const FIELD = /^([0-9a-f]{8}-[0-9a-f-]{27})\.(\w+)$/;

/** The lines that a form holds, in its order. */
export function linesTyped(body: Readonly<Record<string, unknown>>): string[] {
  const ids = Object.keys(body).flatMap((name) => FIELD.exec(name)?.[1] ?? []);
  return [...new Set(ids)];
}

export function textOf(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function listOf(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = body[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

const gridSchema = z.record(z.uuid(), typedLineInput.extend({ stamp: z.string() }));

/** Reads the lines of a form; throws `kernel.invalid_input` that names each field as the form does. */
export function readLines(body: DraftBody): z.output<typeof gridSchema> {
  const grid: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(body)) {
    const [, id, field] = FIELD.exec(name) ?? [];
    if (id === undefined || field === undefined) continue;
    const line = grid[id] ?? {};
    line[field] = field === 'isDeclined' ? true : value;
    grid[id] = line;
  }
  return parseInput(gridSchema, grid);
}
