import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../src/kernel/db/sql.ts';
import { hashOf } from '../src/kernel/files.ts';
import { type TestTenant, testTenant } from './support/database.ts';
import { DECISION, type DisclosureWorld, disclosureWorld } from './support/disclosure-world.ts';

const WRITER = fileURLToPath(new URL('./support/disclosure-writer.ts', import.meta.url));
const KILLS = 12;

let place: TestTenant;
let world: DisclosureWorld;
let board: string;

beforeAll(async () => {
  place = await testTenant();
  world = await disclosureWorld(place);
  board = await world.place();
});
afterAll(() => place.close());

interface Acknowledged {
  readonly published: Set<string>;
  readonly posted: Set<string>;
}

/** Runs the writer until it has acknowledged what is awaited and some milliseconds more, then kills it. */
async function writeAndKill(
  from: number,
  until: keyof Acknowledged,
  milliseconds: number,
  seen: Acknowledged,
): Promise<void> {
  const given = {
    connection: place.appConnection,
    schema: place.tenant.schema,
    dataDir: place.dataDir,
    now: place.clock.now().toISOString(),
    unitId: world.tree.commune,
    placeId: board,
    code: DECISION.code,
    from,
  };
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', WRITER, JSON.stringify(given)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const begun = Promise.withResolvers<void>();
  createInterface(child.stdout).on('line', (line) => {
    const [what = '', id = ''] = line.split(' ');
    seen[what as keyof Acknowledged].add(id);
    if (what === until) begun.resolve();
  });
  await begun.promise;
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  await ended;
}

/** Sweeps as the next start does; the database needs a moment to see that the killed process is gone. */
async function sweepAfterDeath(): Promise<void> {
  while ((await place.files.sweep()).inHand > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

function onDisk(): Map<string, string> {
  const root = path.join(place.dataDir, 'files');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes(path.sep),
  );
  return new Map(names.map((name) => [name.replace(path.sep, ''), path.join(root, name)]));
}

async function expectWhole({ published, posted }: Acknowledged): Promise<void> {
  const items = await place.db.rows(query({
    id: 'uuid',
    versions: 'int',
    files: 'int',
    shown: 'int',
    publicFiles: 'int?',
    hung: 'int',
    photos: 'int',
    told: 'bool?',
    audited: 'text[]',
  } as const)`
    select i.id, (select count(*)::integer from disclosure_version v where v.item_id = i.id) as versions,
      (select count(*)::integer from disclosure_file f join disclosure_version v on v.id = f.version_id
        where v.item_id = i.id) as files,
      (select count(*)::integer from disclosure_posting p where p.item_id = i.id and p.row_hash is not null) as shown,
      (select jsonb_array_length(u.body -> 'files') from disclosure_public u where u.item_id = i.id) as "publicFiles",
      (select count(*)::integer from disclosure_posting p where p.item_id = i.id and p.place_id = ${board}) as hung,
      (select count(*)::integer from evidence_record e join disclosure_posting p on p.id = e.subject_id
        where p.item_id = i.id) as photos,
      (select u.body -> 'places' @> jsonb_build_array(jsonb_build_object('placeId', ${board}::text, 'isProven', true))
        from disclosure_public u where u.item_id = i.id) as told,
      array(select a.event from kernel_audit a where a.subject_id = i.id::text order by a.event) as audited
    from disclosure_item i order by i.id`);
  for (const { id, hung, told, photos, audited, ...one } of items) {
    // Opened, published, kept and shown: one transaction; hung with its photo: another.
    expect(one, id).toEqual({ versions: 1, files: 1, shown: 1, publicFiles: 1 });
    expect([0, 1]).toContain(hung);
    expect([photos, told]).toEqual([hung, hung === 1]);
    expect(audited).toEqual([
      'disclosure.item_opened',
      ...(hung === 1 ? ['disclosure.posted'] : []),
      'disclosure.published',
      'disclosure.shown_on_portal',
    ]);
  }
  const ids = new Set(items.map(({ id }) => id));
  const hanging = new Set(items.filter(({ hung }) => hung === 1).map(({ id }) => id));
  expect([...published].filter((id) => !ids.has(id))).toEqual([]);
  expect([...posted].filter((id) => !hanging.has(id))).toEqual([]);
}

async function expectFilesWhole(): Promise<void> {
  const named = await place.db.rows(query({ hash: 'text' })`
    select hash from disclosure_file union select file_hash from evidence_record
    union select thumbnail_hash from evidence_record`);
  const files = onDisk();
  expect([...files.keys()].sort()).toEqual(named.map(({ hash }) => hash).sort());
  for (const [hash, file] of files) expect(hashOf(readFileSync(file))).toBe(hash);
}

it('a program killed at any moment of a publication or a posting leaves all of it or nothing: rows, files, public row, audit', {
  timeout: 240_000,
}, async () => {
  const seen: Acknowledged = { published: new Set(), posted: new Set() };
  for (let kill = 0; kill < KILLS; kill++) {
    // Within a posting, then within the publication after it, at another moment each time.
    await writeAndKill(1 + kill * 100, kill % 2 === 0 ? 'published' : 'posted', kill * 9, seen);
    await sweepAfterDeath();
    await expectWhole(seen);
    await expectFilesWhole();
  }
  expect(seen.published.size).toBeGreaterThanOrEqual(KILLS);
  expect(seen.posted.size).toBeGreaterThanOrEqual(KILLS / 2);
});
