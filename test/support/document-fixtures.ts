import { readFileSync } from 'node:fs';
import { type DocumentContent, type Grid, readDocument } from '../../src/kernel/documents/index.ts';

const FOLDER = new URL('../fixtures/documents/', import.meta.url);

/** The bytes of a file of test/fixtures/documents. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, FOLDER));
}

export function readFixture(name: string): Promise<DocumentContent> {
  return readDocument(name, fixture(name));
}

/** The texts of a grid; `null` for a hole. */
export function texts(grid: Grid | undefined): (string | null)[][] {
  return (grid?.rows ?? []).map((row) => row.map((cell) => cell?.text ?? null));
}

/** The first row that has a cell of this text. */
export function rowOf(grid: Grid | undefined, text: string): (string | null)[] {
  return texts(grid).find((row) => row.includes(text)) ?? [];
}
