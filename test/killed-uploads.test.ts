import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../src/kernel/db/sql.ts';
import { hashOf } from '../src/kernel/files.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { issueUnprovenWork } from './support/issued-work.ts';
import { killAll, type Session, serve, signInAt } from './support/killable-server.ts';
import { personWithPost, smallTree, TEST_PASSWORD } from './support/people.ts';
import { jpegPicture, type PictureOptions } from './support/pictures.ts';

const ROUNDS = 20;
const AT_ONCE = 4;

let place: TestTenant;
let session: Session;
const waiting: string[] = [];

beforeAll(async () => {
  place = await testTenant();
  const tree = await smallTree(place);
  const tasks = Array.from({ length: (ROUNDS + 1) * AT_ONCE }, () => ({
    executors: 'chosen' as const,
    chosenUnitIds: [tree.commune],
    leadUnitId: tree.office,
    products: [
      { text: 'Kế hoạch', type: 'document' as const },
      { text: 'Ảnh niêm yết', type: 'posting' as const },
    ],
  }));
  const { work } = await issueUnprovenWork(place, tree, tasks);
  waiting.push(...work.filter(({ unitId }) => unitId === tree.commune).map(({ id }) => id));
  await personWithPost(place, 'xa.mot', { unitId: tree.commune, role: 'member' });
});
afterAll(async () => {
  await killAll();
  await place.close();
});

let made = 0;

/** Reports one assignment as done with a photo and a file that nobody sent before; true when the server said yes. */
async function report(url: string, assignmentId: string, photo: PictureOptions): Promise<boolean> {
  made += 1;
  const form = new FormData();
  const add = (name: string, value: string): void => form.append(name, value);
  add('_csrf', session.token);
  add('viec', 'claim');
  add('ngay', '20/06/2024');
  const pixels = await jpegPicture({ ...photo, alpha: 255 });
  // Bytes behind the picture make its hash new; the picture that is kept differs by its width.
  form.append('anh', new File([new Uint8Array(pixels), String(made)], `anh-${made}.jpg`));
  form.append('tep', new File([`%PDF-1.7\n${'x'.repeat(200_000)}${made}\n%%EOF\n`], `bao-cao-${made}.pdf`));
  const answer = await fetch(`${url}/phan-viec/${assignmentId}`, {
    method: 'POST',
    body: form,
    headers: { cookie: session.cookie, origin: url },
    redirect: 'manual',
  }).catch(() => undefined);
  return answer?.status === 303;
}

function reports(url: string): { ids: string[]; done: Promise<boolean[]> } {
  const ids = waiting.splice(0, AT_ONCE);
  const sizes = ids.map((_, index) => ({ width: 600 + made + index, height: 400, noise: true }));
  return { ids, done: Promise.all(ids.map((id, index) => report(url, id, sizes[index] ?? {}))) };
}

/** The files on disk, by the hash that their names say. */
function onDisk(): Map<string, string> {
  const root = path.join(place.dataDir, 'files');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.includes(path.sep))
      .map((name) => [name.replace(path.sep, ''), path.join(root, name)]),
  );
}

/** What must hold after any death, once the sweep has run. */
async function expectWhole(acknowledged: readonly string[]): Promise<void> {
  const { db } = place;
  const rows = await db.rows(query({ id: 'uuid', subject: 'uuid', hash: 'text', small: 'text?' })`
    select id, subject_id as subject, file_hash as hash, thumbnail_hash as small from evidence_record order by id`);
  const named = await db.rows(query({ hash: 'text' })`select hash from kernel_file`);
  const files = onDisk();
  const hashes = new Set(named.map(({ hash }) => hash));
  expect(new Set(files.keys())).toEqual(hashes);
  expect(new Set(rows.flatMap(({ hash, small }) => (small === null ? [hash] : [hash, small])))).toEqual(
    hashes,
  );
  for (const [hash, file] of files) expect(hashOf(readFileSync(file))).toBe(hash);
  const audited = await db.rows(query({ id: 'text' })`
    select after ->> 'evidenceId' as id from kernel_audit where event = 'evidence.added' order by 1`);
  expect(audited.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  const claimed = await db.rows(query({ id: 'uuid', evidence: 'int', entries: 'int' })`
    select a.id, (select count(*)::integer from evidence_record r where r.subject_id = a.id) as evidence,
      (select count(*)::integer from assignments_entry e where e.assignment_id = a.id and e.kind = 'claim') as entries
    from assignments_assignment a where a.progress = 'claimed' or exists (
      select from evidence_record r where r.subject_id = a.id)`);
  for (const { evidence, entries } of claimed) expect([evidence, entries]).toEqual([2, 1]);
  expect(claimed.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
}

/** Sweeps as the next start does; the database needs a moment to see that the killed process is gone. */
async function sweepAfterDeath(): Promise<{ files: number; temporary: number }> {
  let [files, temporary] = [0, 0];
  for (;;) {
    const swept = await place.files.sweep();
    files += swept.files;
    temporary += swept.temporary;
    if (swept.inHand === 0) return { files, temporary };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('a server killed at any moment of an upload leaves all of it or nothing: rows, files, claims and audit', {
  timeout: 240_000,
}, async () => {
  const acknowledged: string[] = [];
  const remember = (ids: readonly string[], answers: readonly boolean[]): void => {
    for (const [index, id] of ids.entries()) if (answers[index]) acknowledged.push(id);
  };
  const first = await serve(place);
  session = await signInAt(first.url, 'xa.mot', TEST_PASSWORD);
  const started = performance.now();
  const whole = reports(first.url);
  remember(whole.ids, await whole.done);
  const usual = performance.now() - started;
  expect(acknowledged).toHaveLength(AT_ONCE);
  await first.kill();
  let cut = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const server = await serve(place);
    const { ids, done } = reports(server.url);
    await new Promise((resolve) => setTimeout(resolve, (usual * (round + 0.5)) / ROUNDS));
    await server.kill();
    const answers = await done;
    remember(ids, answers);
    cut += answers.filter((answer) => !answer).length;
    await sweepAfterDeath();
    await expectWhole(acknowledged);
  }
  expect(cut).toBeGreaterThan(0);
});
