import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTenant, testTenant } from '../../../test/support/database.ts';
import { personWithPost, type SmallTree, smallTree } from '../../../test/support/people.ts';
import { type Actor, systemActor } from '../../kernel/authz.ts';
import { calendarDate } from '../../kernel/dates.ts';
import { disablePerson } from './commands/change-person.ts';
import { addPerson, endPost, hashPassword, personByUsername, personName, postHolders } from './index.ts';

let place: TestTenant;
let tree: SmallTree;

beforeAll(async () => {
  place = await testTenant();
  tree = await smallTree(place);
});
afterAll(() => place.close());

describe('what other rooms ask', () => {
  it('who holds a post in a unit on a day: neither those who left nor disabled accounts', async () => {
    const on = async (date: string): Promise<string[]> =>
      (await postHolders(place.db, tree.office, calendarDate(date))).map((holder) => holder.fullName);
    const leaves = await personWithPost(place, 'roi.di', { unitId: tree.office, role: 'standing' });
    const stays = await personWithPost(place, 'o.lai', { unitId: tree.office, role: 'standing' });
    const disabled = await personWithPost(place, 'vo.hieu', { unitId: tree.office, role: 'standing' });
    await place.db.transaction(async (tx) => {
      await endPost(place.context(), tx, { postId: leaves.postId, lastDay: '30/06/2024' });
      await disablePerson(place.context(), tx, { personId: disabled.personId });
    });
    expect(await on('2024-06-30')).toEqual(['Người o.lai', 'Người roi.di']);
    expect(await on('2024-07-01')).toEqual(['Người o.lai']);
    expect(await on('2023-12-31')).toEqual([]);
    expect(await personName(place.db, disabled.personId)).toBe('Người vo.hieu');
    expect(await personName(place.db, 'không phải mã')).toBeUndefined();
    expect(await personByUsername(place.db, 'O.LAI')).toEqual({
      personId: stays.personId,
      username: 'o.lai',
      fullName: 'Người o.lai',
    });
  });
});

describe('a hash made before', () => {
  it('is taken from the machine alone, never from an administrator', async () => {
    const passwordHash = await hashPassword('ba con trâu trắng');
    const administrator: Actor = {
      ...systemActor,
      personId: '01900000-0000-7000-8000-000000000000',
      posts: [
        {
          postId: '',
          role: 'admin',
          title: '',
          unitId: tree.district,
          unitName: '',
          lineage: [tree.district],
          acting: false,
          carries: [],
        },
      ],
    };
    const add = (actor: Actor, username: string) =>
      place.db.transaction((tx) =>
        addPerson(place.context(actor), tx, {
          username,
          fullName: 'Ai',
          passwordHash,
          mustChangePassword: false,
        }),
      );
    await expect(add(administrator, 'mot.hai.ba')).rejects.toMatchObject({
      type: { code: 'kernel.forbidden' },
    });
    expect((await add(systemActor, 'mot.hai.ba')).firstPassword).toBeNull();
  });
});
