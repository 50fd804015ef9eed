import { readFileSync, writeFileSync } from 'node:fs';
import { exampleFileNames, readExampleTasks } from '../reference/example/index.ts';
import { annexSheet } from './example-files/annex-sheet.ts';
import { annexWord } from './example-files/annex-word.ts';
import { bodyWord } from './example-files/body-word.ts';
import { illustrations } from './example-files/illustrations.ts';

const folder = new URL('../reference/example/', import.meta.url);

/** Builds the example's Office files from its text and rows, and its illustrations; the same sources always give the same bytes. */
export async function exampleOfficeFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const tasks = readExampleTasks();
  const { sheet, photo } = await illustrations();
  const text = readFileSync(new URL(exampleFileNames.bodyText, folder), 'utf8');
  return [
    { name: exampleFileNames.body, bytes: await bodyWord(text) },
    { name: exampleFileNames.annexSheet, bytes: await annexSheet(tasks) },
    { name: exampleFileNames.annexWord, bytes: await annexWord(tasks) },
    { name: exampleFileNames.evidenceSheet, bytes: sheet },
    { name: exampleFileNames.evidencePhoto, bytes: photo },
  ];
}

if (import.meta.main) {
  for (const { name, bytes } of await exampleOfficeFiles()) {
    writeFileSync(new URL(name, folder), bytes);
    console.log(`${name}: ${bytes.byteLength} bytes`);
  }
}
