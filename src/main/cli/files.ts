import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../kernel/errors.ts';
import { cliErrors } from './errors.ts';

export interface NamedFile {
  /** Without its folder: what is stored and shown. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads files named on the command line. Throws `cli.file_unreadable` for one that cannot be opened. */
export async function readFiles(paths: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const file of paths) {
    const bytes = await readFile(file).catch(() => {
      throw new AppError(cliErrors.file_unreadable, { file });
    });
    files.push({ name: path.basename(file).normalize('NFC'), bytes: new Uint8Array(bytes) });
  }
  return files;
}
