import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ObligationFile {
  /** `du-toan-da-quyet-dinh.yaml`. */
  readonly name: string;
  /** As YAML has it; the disclosure room says what it must be. */
  readonly value: unknown;
}

/** The obligations that ship, one file each, by name; README.md says how to add one. */
export function readObligationFiles(): readonly ObligationFile[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, value: parse(readFileSync(new URL(name, folder), 'utf8')) as unknown }));
}
