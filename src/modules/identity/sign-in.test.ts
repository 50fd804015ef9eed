import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { query, sql } from '../../kernel/db/sql.ts';
import { authenticate } from './authenticate.ts';
import { addPerson } from './commands/add-person.ts';
import { disablePerson } from './commands/change-person.ts';
import { signIn } from './commands/sign-in.ts';
import { hashOfNobody, needsRehash } from './password-hash.ts';
import { personById } from './store/people.ts';

let place: TestTenant;
let personId: string;
const PASSWORD = 'ba con trâu trắng';
const MINUTE = 60_000;

beforeAll(async () => {
  place = await testTenant();
});
afterAll(() => place.close());

let serial = 0;
let username = '';

beforeEach(async () => {
  serial += 1;
  username = `can.bo${serial}`;
  const added = await place.db.transaction((tx) =>
    addPerson(place.context(), tx, {
      username,
      fullName: 'Nguyễn Thị Cán Bộ',
      email: `Can.Bo${serial}@vidu.example`,
      password: PASSWORD,
      mustChangePassword: false,
    }),
  );
  personId = added.personId;
});

function enter(login: string, password: string) {
  return place.db.transaction((tx) => signIn(place.context(), tx, { login, password }, 'Firefox on Linux'));
}

async function events(subjectId: string): Promise<string[]> {
  const rows = await place.db.rows(
    query({
      event: 'text',
    } as const)`select event from kernel_audit where subject_id = ${subjectId} order by id`,
  );
  return rows.map((row) => row.event);
}

describe('signing in', () => {
  it('opens a session by user name and by email, whatever their case', async () => {
    for (const login of [username, username.toUpperCase(), `can.bo${serial}@VIDU.example`, ` ${username} `])
      expect(await enter(login, PASSWORD)).not.toBeNull();
  });

  it('accepts the same password typed with composed and with combining diacritics', async () => {
    expect(await enter(username, PASSWORD.normalize('NFD'))).not.toBeNull();
  });

  it('gives one and the same answer to an unknown name, a wrong password and a disabled account', async () => {
    expect(await enter('khong.co.ai', PASSWORD)).toBeNull();
    expect(await enter(username, 'sai mật khẩu rồi')).toBeNull();
    await place.db.transaction((tx) => disablePerson(place.context(), tx, { personId }));
    expect(await enter(username, PASSWORD)).toBeNull();
  });

  it('closes the account after five wrong passwords, also for the right one, and opens it after 15 minutes', async () => {
    for (let i = 0; i < 5; i++) expect(await enter(username, 'sai mật khẩu rồi')).toBeNull();
    expect(await enter(username, PASSWORD)).toBeNull();
    place.clock.advance(15 * MINUTE + 1);
    const opened = await enter(username, PASSWORD);
    expect(opened?.failuresBefore).toBe(5);
    expect((await events(personId)).filter((event) => event === 'identity.account_locked')).toHaveLength(1);
  });

  it('counts guesses sent side by side one after the other, so that no sixth is tried', async () => {
    const guesses = Array.from({ length: 8 }, (_, i) =>
      enter(username, i === 7 ? PASSWORD : `đoán lần thứ ${i}…`),
    );
    await Promise.all(guesses);
    const person = await personById(place.db, personId);
    // Either the right password came through before the fifth failure and wiped the count, or the lock stopped it.
    expect(person?.failedCount).toBeLessThanOrEqual(5);
  });

  it('does not let guesses prolong a lock', async () => {
    for (let i = 0; i < 5; i++) await enter(username, 'sai mật khẩu rồi');
    const before = await personById(place.db, personId);
    await enter(username, 'sai mật khẩu rồi');
    const after = await personById(place.db, personId);
    expect(after?.lockedUntil).toEqual(before?.lockedUntil);
  });

  it('makes a hash of an older cost anew, and only then', async () => {
    const old = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$';
    const { argon2Sync } = await import('node:crypto');
    const tag = argon2Sync('argon2id', {
      message: Buffer.from(PASSWORD),
      nonce: Buffer.alloc(16),
      memory: 8,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const hash = old + Buffer.from(tag).toString('base64').replace(/=+$/, '');
    await place.db.transaction((tx) =>
      tx.run(sql`update identity_person set password_hash = ${hash} where id = ${personId}`),
    );
    expect(await enter(username, PASSWORD)).not.toBeNull();
    const renewed = (await personById(place.db, personId))?.passwordHash ?? '';
    expect(needsRehash(hash)).toBe(true);
    expect(needsRehash(renewed)).toBe(false);
    expect(await enter(username, PASSWORD)).not.toBeNull();
    expect((await personById(place.db, personId))?.passwordHash).toBe(renewed);
  });

  it('spends the cost of a whole verification on an unknown name', () => {
    expect(needsRehash(hashOfNobody)).toBe(false);
  });

  it('records success and failure with the person, and nothing of what was typed', async () => {
    await enter(username, 'sai mật khẩu rồi');
    await enter(username, PASSWORD);
    expect(await events(personId)).toEqual([
      'identity.person_added',
      'identity.sign_in_failed',
      'identity.signed_in',
    ]);
    await enter('mat-khau-go-nham-o', 'sai mật khẩu rồi');
    const rows = await place.db.rows(
      query({ all: 'text' } as const)`select row_to_json(a)::text as all from kernel_audit a`,
    );
    const written = rows.map((row) => row.all).join('\n');
    for (const secret of ['mat-khau-go-nham-o', 'sai mật khẩu rồi', PASSWORD])
      expect(written).not.toContain(secret);
  });
});

describe('a session', () => {
  async function credentials(secret: string) {
    return authenticate(place.tenant, secret, undefined, place.clock.now());
  }

  it('ends after two hours without use and after twelve hours in all', async () => {
    const idle = await enter(username, PASSWORD);
    place.clock.advance(121 * MINUTE);
    expect(await credentials(idle?.secret ?? '')).toBeNull();

    const busy = await enter(username, PASSWORD);
    for (let hour = 0; hour < 11; hour++) {
      place.clock.advance(60 * MINUTE);
      expect(await credentials(busy?.secret ?? '')).not.toBeNull();
    }
    place.clock.advance(61 * MINUTE);
    expect(await credentials(busy?.secret ?? '')).toBeNull();
  });

  it('is kept only as a hash, and another secret opens nothing', async () => {
    const opened = await enter(username, PASSWORD);
    const rows = await place.db.rows(
      query({ all: 'text' } as const)`select row_to_json(s)::text as all from identity_session s`,
    );
    expect(rows.map((row) => row.all).join()).not.toContain(opened?.secret);
    expect(await credentials(`${opened?.secret}x`)).toBeNull();
  });

  it('ends at once when the person is disabled', async () => {
    const opened = await enter(username, PASSWORD);
    await place.db.transaction((tx) => disablePerson(place.context(), tx, { personId }));
    expect(await credentials(opened?.secret ?? '')).toBeNull();
  });
});
