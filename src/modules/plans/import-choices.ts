import { z } from 'zod';
import { ANNEX_COLUMNS } from './domain/annex-header.ts';

const column = z.int().min(0).max(500);

/** Where the table stands and what its columns mean, when a person has said so. */
export const mappingChoice = z.object({
  grid: z.int().min(0).max(1000),
  headerRow: z.int().min(0).max(100_000),
  headerHeight: z.int().min(0).max(10),
  columns: z.partialRecord(z.enum(ANNEX_COLUMNS), column),
});

/** What a person wrote in the place of a row's cells; an absent field stays as the file says. */
export const rowFix = z.object({
  code: z.string().trim().max(30).optional(),
  dimension: z.int().min(0).max(8).nullable().optional(),
  text: z.string().trim().max(4000).optional(),
  product: z.string().max(10_000).optional(),
  lead: z.string().max(500).optional(),
  coordinating: z.string().max(5000).optional(),
  due: z.string().max(500).optional(),
  note: z.string().max(2000).optional(),
  /** The row is not a task: it is left out. */
  leave: z.boolean().optional(),
});
export type RowFix = z.infer<typeof rowFix>;

/** "0:12": the 0-based grid and the 1-based row of the file. */
export const rowKey = z.string().regex(/^\d{1,4}:\d{1,6}$/);

export const spellingChoice = z.object({
  path: z.string().max(60),
  written: z.string().max(200),
  suggestion: z.string().max(200),
  decision: z.enum(['apply', 'ignore']),
});

/** How people corrected the reading of the files; nothing of it touches the files themselves. */
export const importChoices = z.object({
  mapping: mappingChoice.nullable().default(null),
  rows: z.record(rowKey, rowFix).default({}),
  spelling: z.array(spellingChoice).max(2000).default([]),
});
export type ImportChoices = z.infer<typeof importChoices>;

export const noChoices: ImportChoices = { mapping: null, rows: {}, spelling: [] };
