import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { hashOf } from '../files.ts';
import { newId } from '../ids.ts';
import { nothingOutward } from '../outward.ts';
import type { Swept } from '../sweep-files.ts';
import { sweepFilesJob } from '../sweep-files-job.ts';
import { createLog } from '../telemetry.ts';
import type { Tenant } from '../tenants.ts';
import { query } from './sql.ts';

let it_: TestTenant;
beforeAll(async () => {
  it_ = await testTenant();
});
afterAll(() => it_.close());

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);
const placeOf = (hash: string): string => path.join(it_.dataDir, 'files', hash.slice(0, 2), hash.slice(2));
const sweep = (): Promise<Swept> => it_.files.sweep();

const put = (words: string, tenant: Tenant = it_.tenant): Promise<string> =>
  tenant.db.transaction((tx) => it_.files.put(tx, bytesOf(words), 'text/plain', it_.clock.now()));

/** Puts a file on the disk as an upload that was cut off leaves it. */
function leave(words: string, ending = ''): string {
  const file = placeOf(hashOf(bytesOf(words))) + ending;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, words);
  return file;
}

describe('the sweep of uploaded files', () => {
  it('removes what no row names and what was half-written, and nothing else', async () => {
    const kept = await put('named by a row');
    const orphan = leave('no row');
    const half = leave('half', `.${newId()}`);
    const strange = leave('notes of an administrator', '.txt');
    expect(await sweep()).toEqual({ files: 1, temporary: 1, inHand: 0, foreign: false });
    expect([orphan, half, strange, placeOf(kept)].map((file) => existsSync(file))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(await sweep()).toEqual({ files: 0, temporary: 0, inHand: 0, foreign: false });
  });

  it('leaves an upload in hand alone until its transaction ends, then takes what it left', async () => {
    const hash = hashOf(bytesOf('in hand'));
    const upload = it_.db.transaction(async (tx) => {
      await it_.files.put(tx, bytesOf('in hand'), 'text/plain', it_.clock.now());
      expect(await sweep()).toMatchObject({ files: 0, inHand: 1 });
      throw new Error('refused at last');
    });
    await expect(upload).rejects.toThrow('refused at last');
    expect(existsSync(placeOf(hash))).toBe(true);
    expect(await sweep()).toMatchObject({ files: 1, inHand: 0 });
    expect(existsSync(placeOf(hash))).toBe(false);
  });

  it('an upload of the very bytes that were left behind keeps them, whoever comes first', async () => {
    for (let round = 0; round < 20; round++) {
      const words = `left and sent again ${round}`;
      leave(words);
      const [hash] = await Promise.all([put(words), sweep()]);
      expect(readFileSync(placeOf(hash), 'utf8')).toBe(words);
    }
  });

  it('asks every tenant of the database, served or half-made', async () => {
    const slug = 'dang-tao';
    const other = await it_.tenants.create({ slug, name: 'Đang tạo' });
    const hash = await put('of a tenant that is being loaded', other);
    expect(await sweep()).toMatchObject({ files: 0 });
    expect(existsSync(placeOf(hash))).toBe(true);
  });

  it('touches nothing in a folder that another database filled', async () => {
    const note = path.join(it_.dataDir, 'files', `of-database-${newId()}`);
    writeFileSync(note, '');
    const orphan = leave('of the other database');
    expect(await sweep()).toEqual({ files: 0, temporary: 0, inHand: 0, foreign: true });
    expect(existsSync(orphan)).toBe(true);
  });
});

describe('the hourly job', () => {
  it('says how much was removed, and walks the disk once for all the tenants of the hour', async () => {
    const own = await testTenant();
    try {
      const tools = {
        tenant: own.tenant,
        log: createLog('silent'),
        outward: nothingOutward,
        files: own.files,
      };
      const left = (words: string): void => {
        const hash = hashOf(bytesOf(words));
        const folder = path.join(own.dataDir, 'files', hash.slice(0, 2));
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, hash.slice(2)), words);
      };
      left('before');
      expect(await sweepFilesJob.run(undefined as never, tools)).toEqual({
        files: 1,
        temporary: 0,
        inHand: 0,
      });
      left('just after');
      expect(await sweepFilesJob.run(undefined as never, tools)).toMatchObject({ files: 1 });
      expect(await own.files.sweep()).toMatchObject({ files: 1 });
      expect(await own.files.sweep()).toMatchObject({ files: 0 });
    } finally {
      await own.close();
    }
  });
});

describe('files and rows', () => {
  it('agree after any mixture of uploads, refusals and sweeps side by side', async () => {
    const own = await testTenant();
    try {
      const step = fc.record({
        what: fc.constantFrom('keep', 'refuse', 'sweep'),
        word: fc.integer({ min: 0, max: 5 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
          await Promise.all(
            steps.map(async ({ what, word }) => {
              if (what === 'sweep') return own.files.sweep();
              return own.db
                .transaction(async (tx) => {
                  await own.files.put(tx, bytesOf(`word ${word}`), 'text/plain', own.clock.now());
                  if (what === 'refuse') throw new Error('refused');
                })
                .catch(() => undefined);
            }),
          );
          await own.files.sweep();
          const rows = await own.db.rows(query({ hash: 'text' })`select hash from kernel_file order by hash`);
          const folder = path.join(own.dataDir, 'files');
          const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
            .filter((name) => name.includes(path.sep))
            .map((name) => name.replaceAll(path.sep, ''));
          expect(files.sort()).toEqual(rows.map(({ hash }) => hash));
          for (const { hash } of rows) expect(hashOf(await own.files.read(hash))).toBe(hash);
        }),
        { numRuns: 25 },
      );
    } finally {
      await own.close();
    }
  });
});
