import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { personWithPost, type SmallTree, smallTree, TEST_PASSWORD } from '../../../test/support/people.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { query } from '../../kernel/db/sql.ts';
import type { Credentials } from '../../kernel/http/app.ts';
import { newSecret } from '../../kernel/ids.ts';
import { createUnit, createUnitInput, mergeUnits, mergeUnitsInput } from '../units/index.ts';
import { authenticate } from './authenticate.ts';
import { addPerson } from './commands/add-person.ts';
import { endPost } from './commands/end-post.ts';
import { grantPost } from './commands/grant-post.ts';
import { resetPassword } from './commands/reset-password.ts';
import { choosePost } from './commands/sessions.ts';
import { signIn } from './commands/sign-in.ts';
import { makeToken, revokeToken } from './commands/tokens.ts';
import { mayAdministerAll } from './policy.ts';
import { actorsOf } from './queries/actors.ts';
import { secretHash } from './secrets.ts';

let place: TestTenant;
let tree: SmallTree;
const DAY = 86_400_000;

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
});
afterAll(() => place.close());

async function secretOf(login: string, password = TEST_PASSWORD): Promise<string> {
  const opened = await place.db.transaction((tx) => signIn(place.context(), tx, { login, password }, ''));
  if (!opened) throw new Error(`${login} could not sign in`);
  return opened.secret;
}

const byCookie = (secret: string): Promise<Credentials | null> =>
  authenticate(place.tenant, secret, undefined, place.clock.now());
const byToken = (secret: string): Promise<Credentials | null> =>
  authenticate(place.tenant, undefined, secret, place.clock.now());

describe('the actor of a session', () => {
  it('carries each post of the day with its unit’s name and its way from the root', async () => {
    await personWithPost(place, 'xa.mot', {
      unitId: tree.commune,
      role: 'member',
      title: 'Chủ tịch UBND xã',
    });
    const credentials = await byCookie(await secretOf('xa.mot'));
    expect(credentials?.actor.name).toBe('Người xa.mot');
    expect(credentials?.actor.scopes).toBeNull();
    expect(credentials?.actor.posts).toMatchObject([
      {
        role: 'member',
        title: 'Chủ tịch UBND xã',
        unitId: tree.commune,
        unitName: 'UBND xã Một',
        lineage: [tree.district, tree.commune],
        acting: false,
        carries: [],
      },
    ]);
    expect(credentials?.actor.current).toEqual(credentials?.actor.posts[0]);
  });

  it('carries what ended units left to the unit of a post, from the day on which that one has their work', async () => {
    const [kept, ended] = await place.db.transaction(async (tx) => {
      const made: string[] = [];
      for (const name of ['UBND xã Giữ', 'UBND xã Hết']) {
        const input = {
          name,
          kind: 'ubnd',
          tier: 'xã',
          parentId: tree.district,
          from: '2024-01-01',
          act: 'NQ 1',
        };
        made.push((await createUnit(place.context(), tx, createUnitInput.parse(input))).id);
      }
      const [into = '', source = ''] = made;
      const change = { sourceIds: [source], on: '2024-07-01', act: 'NQ 2', into: { unitId: into } };
      await mergeUnits(place.context(), tx, mergeUnitsInput.parse(change));
      return [into, source];
    });
    await personWithPost(place, 'xa.giu', { unitId: kept ?? '', role: 'member' });
    const secret = await secretOf('xa.giu');
    expect((await byCookie(secret))?.actor.posts[0]?.carries).toEqual([]);
    const known = async (day: string) =>
      (await actorsOf(place.db, { usernames: ['xa.giu'] }, calendarDate(day)))[0]?.actor.posts[0]?.carries;
    expect([await known('2024-06-30'), await known('2024-07-01')]).toEqual([[], [ended]]);
    place.clock.set(new Date('2024-07-01T00:00:00Z'));
    expect((await byCookie(await secretOf('xa.giu')))?.actor.posts[0]?.carries).toEqual([ended]);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });

  it('holds a post from its first to its last day, both included', async () => {
    const { personId } = await personWithPost(place, 'het.nhiem.ky', {
      unitId: tree.commune,
      role: 'member',
    });
    const postId = (
      await place.db.transaction((tx) =>
        grantPost(place.context(), tx, {
          personId,
          unitId: tree.office,
          title: 'Phó Trưởng phòng',
          role: 'lead',
          from: '2024-07-01',
          to: '2024-07-02',
          acting: true,
        }),
      )
    ).postId;
    const heldOn = async (date: string): Promise<boolean> => {
      place.clock.set(new Date(`${date}T02:00:00Z`));
      const credentials = await byCookie(await secretOf('het.nhiem.ky'));
      return credentials?.actor.posts.some((post) => post.postId === postId) ?? false;
    };
    const days = ['2024-06-30', '2024-07-01', '2024-07-02', '2024-07-03'];
    expect([
      await heldOn(days[0] ?? ''),
      await heldOn(days[1] ?? ''),
      await heldOn(days[2] ?? ''),
      await heldOn(days[3] ?? ''),
    ]).toEqual([false, true, true, false]);
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });

  it('acts from the post chosen in this session, and from the first again once that one has ended', async () => {
    const { personId, postId } = await personWithPost(place, 'hai.chuc', {
      unitId: tree.commune,
      role: 'member',
    });
    const second = await place.db.transaction((tx) =>
      grantPost(place.context(), tx, {
        personId,
        unitId: tree.office,
        title: 'Phụ trách',
        role: 'standing',
        from: '2024-01-01',
        acting: true,
      }),
    );
    const secret = await secretOf('hai.chuc');
    const before = await byCookie(secret);
    expect(before?.actor.current?.postId).toBe(postId);
    await place.db.transaction((tx) =>
      choosePost({ ...place.context(before?.actor) }, tx, { postId: second.postId }, secretHash(secret)),
    );
    expect((await byCookie(secret))?.actor.current?.postId).toBe(second.postId);
    const other = await secretOf('hai.chuc');
    expect((await byCookie(other))?.actor.current?.postId).toBe(postId);
    await place.db.transaction((tx) =>
      endPost(place.context(), tx, { postId: second.postId, lastDay: '2024-06-23' }),
    );
    const after = await byCookie(secret);
    expect(after?.actor.posts.map((post) => post.postId)).toEqual([postId]);
    expect(after?.actor.current?.postId).toBe(postId);
  });

  it('has no place in the tree once its unit has ended, so that its administrator does not stand at the top of one', async () => {
    const gone = await place.db.transaction((tx) =>
      createUnit(
        place.context(),
        tx,
        createUnitInput.parse({
          name: 'UBND xã Giải Thể',
          kind: 'ubnd',
          tier: 'xã',
          parentId: tree.district,
          from: '2021-01-01',
          to: '2024-06-23',
        }),
      ),
    );
    await personWithPost(place, 'xa.cu', { unitId: gone.id, role: 'admin' });
    const credentials = await byCookie(await secretOf('xa.cu'));
    expect(credentials?.actor.posts).toMatchObject([{ unitName: 'UBND xã Giải Thể', lineage: [] }]);
    expect(credentials && mayAdministerAll(credentials.actor, null)).toBe(false);
  });

  it('has no post and is led to the password page while a first password stands', async () => {
    const added = await place.db.transaction((tx) =>
      addPerson(place.context(), tx, {
        username: 'nguoi.moi',
        fullName: 'Người Mới',
        post: { unitId: tree.district, title: 'Quản trị', role: 'admin', from: '2024-01-01' },
      }),
    );
    const credentials = await byCookie(await secretOf('nguoi.moi', added.firstPassword ?? ''));
    expect(credentials?.actor.posts).toEqual([]);
    expect(credentials?.mustFirst).toBe('/mat-khau');
  });

  it('is answered by one statement over people and sessions, and its last use is written once in five minutes', async () => {
    await personWithPost(place, 'dem.cau.lenh', { unitId: tree.village, role: 'member' });
    const secret = await secretOf('dem.cau.lenh');
    const statements: string[] = [];
    const counting: typeof place.tenant = {
      ...place.tenant,
      db: {
        ...place.db,
        rows: (statement) => {
          if (/\bidentity_/.test(statement.text)) statements.push(statement.text.trim().slice(0, 6));
          return place.db.rows(statement);
        },
      },
    };
    const ask = () => authenticate(counting, secret, undefined, place.clock.now());
    await ask();
    await ask();
    place.clock.advance(5 * 60_000 + 1);
    await ask();
    await ask();
    expect(statements).toEqual(['select', 'select', 'select', 'update', 'select']);
  });

  it('gives forms a token made from the secret, and rate limiting a key that is not the secret', async () => {
    const secret = await secretOf('xa.mot');
    const credentials = await byCookie(secret);
    expect(credentials?.csrf).toBe(createHmac('sha256', secret).update('csrf').digest('base64url'));
    expect(credentials?.key).not.toContain(secret);
  });

  it('is nobody for a made-up secret', async () => {
    expect(await byCookie(newSecret())).toBeNull();
    expect(await byCookie('')).toBeNull();
    expect(await byToken(newSecret())).toBeNull();
  });
});

describe('the actor of an API token', () => {
  async function tokenOf(login: string, days = 30) {
    const actor = (await byCookie(await secretOf(login)))?.actor;
    const made = await place.db.transaction((tx) =>
      makeToken(place.context(actor), tx, { name: `mã ${days} ngày`, scopes: ['read'], days }),
    );
    return { ...made, actor };
  }

  it('has the posts of its owner and the scopes of the token', async () => {
    await personWithPost(place, 'chu.ma', { unitId: tree.office, role: 'standing' });
    const { secret, actor } = await tokenOf('chu.ma');
    const credentials = await byToken(secret);
    expect(credentials?.bearer).toBe(true);
    expect(credentials?.actor.scopes).toEqual(['read']);
    expect(credentials?.actor.posts).toEqual(actor?.posts);
  });

  it('works to the end of its last day and says on which day it was used', async () => {
    await personWithPost(place, 'ma.ngan', { unitId: tree.office, role: 'standing' });
    const { secret, tokenId } = await tokenOf('ma.ngan', 2);
    place.clock.advance(DAY);
    expect(await byToken(secret)).not.toBeNull();
    const used = await place.db.one(
      query({ day: 'date?' } as const)`select last_used_on as day from identity_token where id = ${tokenId}`,
    );
    expect(used.day).toBe(calendarDate('2024-06-25'));
    place.clock.advance(DAY);
    expect(await byToken(secret)).toBeNull();
    place.clock.set(new Date('2024-06-24T02:00:00Z'));
  });

  it('ends when revoked, and when the owner’s password is reset', async () => {
    await personWithPost(place, 'ma.bi.thu', { unitId: tree.office, role: 'standing' });
    const first = await tokenOf('ma.bi.thu', 3);
    await place.db.transaction((tx) =>
      revokeToken(place.context(first.actor), tx, { tokenId: first.tokenId }),
    );
    expect(await byToken(first.secret)).toBeNull();
    const second = await tokenOf('ma.bi.thu', 4);
    const personId = second.actor?.personId ?? '';
    await place.db.transaction((tx) => resetPassword(place.context(), tx, { personId }));
    expect(await byToken(second.secret)).toBeNull();
  });

  it('is not helped by a session: a wrong token with a right cookie opens nothing', async () => {
    const cookie = await secretOf('xa.mot');
    expect(await authenticate(place.tenant, cookie, newSecret(), place.clock.now())).toBeNull();
  });
});
