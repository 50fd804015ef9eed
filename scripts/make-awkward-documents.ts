import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXCEL_FILES } from './awkward-documents/excel-files.ts';
import { REFUSED_FILES } from './awkward-documents/refused-files.ts';
import { TEXT_FILES } from './awkward-documents/text-files.ts';
import { WORD_FILES } from './awkward-documents/word-files.ts';

/**
 * Makes the awkward documents that the readers and the plan importer are tested with:
 *
 *     node scripts/make-awkward-documents.ts
 *
 * The same script always makes the same bytes; what is awkward in each is told in test/fixtures/documents/README.md.
 */
const folder = join(import.meta.dirname, '../test/fixtures/documents');

for (const [name, make] of Object.entries({
  ...EXCEL_FILES,
  ...WORD_FILES,
  ...TEXT_FILES,
  ...REFUSED_FILES,
})) {
  const path = join(folder, name);
  const bytes = make();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
