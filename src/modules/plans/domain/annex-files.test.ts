import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIRECTORY } from '../../../../test/support/annex-samples.ts';
import { readDocument } from '../../../kernel/documents/index.ts';
import { interpretAnnex } from './annex.ts';
import { parseBody } from './body.ts';

const ROOT = new URL('../../../../', import.meta.url);
const FIXTURES = new URL('test/fixtures/documents/', ROOT);

/** Tasks in each file of awkward make; the files hold parts of one annex of twelve. */
const TASKS: Record<string, number> = {
  'annex-on-second-sheet.xlsx': 12,
  'auto-numbering.docx': 12,
  'bare-export.xlsx': 12,
  'body-and-annex.docx': 12,
  'header-at-c7.xlsx': 12,
  'hidden-sheet-and-rows.xlsx': 12,
  'merged-lead.xlsx': 12,
  'nested-table.docx': 8,
  'nfd.csv': 12,
  'rich-text-and-nt.xlsx': 5,
  'spans-and-merges.docx': 12,
  'split-over-pages.docx': 12,
  'tracked-changes.docx': 8,
  'two-level-header.xlsx': 12,
  'utf16le-tab.csv': 12,
  'utf8-bom-comma.csv': 12,
  'windows-1258-semicolon.csv': 12,
};

async function read(name: string) {
  const content = await readDocument(name, new Uint8Array(readFileSync(new URL(name, FIXTURES))));
  return interpretAnnex(content, { planYear: 2024, directory: DIRECTORY });
}

describe('files of awkward make', () => {
  it('are all named here', () => {
    const files = readdirSync(FIXTURES).filter((name) => /\.(?:xlsx|docx|csv)$/.test(name));
    expect(files.filter((name) => TASKS[name] === undefined)).toEqual([]);
  });

  it.each(Object.entries(TASKS))(
    '%s gives its %i tasks, each with text, lead and due, and no error',
    async (name, count) => {
      const { tasks, problems } = await read(name);
      expect(tasks).toHaveLength(count);
      expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
      for (const task of tasks) {
        expect(task.lead, task.code).not.toBeNull();
        expect(task.due, task.code).not.toBeNull();
        expect(task.products.length, task.code).toBeGreaterThan(0);
        expect(task.text, task.code).not.toMatch(/^(?:STT|Nhiệm vụ)/);
      }
    },
  );

  it('say the same tasks whatever the make', async () => {
    const texts = async (name: string) => (await read(name)).tasks.map((task) => [task.code, task.text]);
    const expected = await texts('utf8-bom-comma.csv');
    for (const name of [
      'windows-1258-semicolon.csv',
      'nfd.csv',
      'two-level-header.xlsx',
      'split-over-pages.docx',
    ]) {
      expect(await texts(name), name).toEqual(expected);
    }
  });
});

const SHARED = new URL('../shared/', ROOT);
const ANNEX = new URL('data/annex-tasks.csv', SHARED);
const SEED = new URL('seed/ke-hoach-an-thi-2024.txt', SHARED);

describe.skipIf(!existsSync(ANNEX) || !existsSync(SEED))('the annex of huyện Ân Thi 2024', () => {
  const interpret = async () => {
    const content = await readDocument('annex-tasks.csv', new Uint8Array(readFileSync(ANNEX)));
    const { clauses } = parseBody(readFileSync(SEED, 'utf8'));
    return interpretAnnex(content, { planYear: 2024, directory: DIRECTORY, clauses });
  };

  it('gives its 103 tasks with a due and a product each, unique codes and no error', async () => {
    const { tasks, problems } = await interpret();
    expect(tasks).toHaveLength(103);
    expect(new Set(tasks.map((task) => task.code)).size).toBe(103);
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(tasks.filter((task) => task.due === null || task.products.length === 0)).toEqual([]);
    expect(tasks.filter((task) => task.dimension === null)).toEqual([]);
    const inContent = (n: number) => tasks.filter((task) => task.dimension === n).length;
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(inContent)).toEqual([17, 12, 14, 10, 11, 10, 16, 6, 7]);
  });

  it('links every task of a content to a clause that the body has', async () => {
    const { tasks, problems } = await interpret();
    expect(problems.filter((p) => p.code === 'clause_unknown')).toEqual([]);
    expect(tasks.filter((task) => task.dimension !== 0 && task.path === null)).toEqual([]);
    expect(tasks.find((task) => task.code === '2.5')?.path).toBe('II.1.2.b');
    expect(tasks.find((task) => task.code === '3.10')?.path).toBe('III.1.d.-3');
    expect(tasks.find((task) => task.code === '1.5')?.path).toBe('II.1.1');
  });
});
